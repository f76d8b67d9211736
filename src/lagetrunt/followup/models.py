"""What came out of the meetings: decisions, assignments, topics, referrals and what was told round the
table.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_noop as _

from lagetrunt.meetings.models import AgendaItem, MeetingRecord
from lagetrunt.networks.models import Network, Organisation
from lagetrunt.people.models import Person


class ItemRecord(MeetingRecord):
    """A record that was made under a point of the agenda."""

    item = models.ForeignKey(
        AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="%(class)ss"
    )

    class Meta:
        abstract = True


class Decision(ItemRecord):
    """Something the network settled. ``formal``: agenda approved, minutes put aside; kept, but not among
    the decisions listed.
    """

    text = models.TextField("beslut")
    explicit = models.BooleanField(default=False)
    formal = models.BooleanField(default=False)


class Assignment(ItemRecord):
    """Something that people, a group or every organisation promised to do: on a day, at a meeting, open."""

    class Scope(models.TextChoices):
        NAMED = "named", _("namngivna")
        EVERY_ORGANISATION = "every-organisation", _("alla kommuner")
        GROUP = "group", _("grupp")
        UNASSIGNED = "unassigned", _("ingen utsedd")

    class DueKind(models.TextChoices):
        DAY = "day", "dag"
        MEETING = "meeting", "möte"
        OPEN = "open", "ingen dag satt"

    class State(models.TextChoices):
        OPEN = "open", "öppet"
        DONE = "done", "klart"
        DROPPED = "dropped", "struket"

    text = models.TextField("uppdrag")
    scope = models.CharField("vem", max_length=20, choices=Scope.choices, default=Scope.UNASSIGNED)
    due_kind = models.CharField("klart", max_length=10, choices=DueKind.choices, default=DueKind.OPEN)
    due = models.DateField("senast", null=True, blank=True)
    due_text = models.CharField("som det står", max_length=200, blank=True)
    explicit = models.BooleanField(default=False)
    state = models.CharField("läge", max_length=10, choices=State.choices, default=State.OPEN)


class Assignee(models.Model):
    """One of those who are to do an assignment, as written, with the person where it can be only one."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="assignees")
    position = models.PositiveIntegerField()
    name = models.CharField("namn", max_length=200)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="assignments"
    )

    class Meta:
        ordering = ["position"]


class Topic(models.Model):
    """Something to take up some time. The same when its folded title without parentheses is equal within
    the network.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="topics")
    title = models.CharField("ämne", max_length=300)
    folded = models.CharField(max_length=300, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "folded"], name="topic_once_per_network")]


class TopicMention(MeetingRecord):
    """A topic listed at a meeting as not yet planned: its age and how often it was carried follow from
    these.
    """

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="mentions")
    title = models.CharField("som det står", max_length=500)


class Referral(ItemRecord):
    """A question or proposal sent to another body."""

    to = models.CharField("till", max_length=200)
    to_network = models.ForeignKey(
        Network, on_delete=models.SET_NULL, null=True, blank=True, related_name="received"
    )
    text = models.TextField("fråga")


class RoundEntry(ItemRecord):
    """What one organisation told at one meeting."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="round_entries")
    text = models.TextField("laget runt")
