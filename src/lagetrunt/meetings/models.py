"""Meetings, their agenda items, who was there, and the dates of meetings to come."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_noop as _

from lagetrunt.documents.models import Record
from lagetrunt.networks.models import Network, Organisation
from lagetrunt.people.models import Person


class Meeting(models.Model):
    """A meeting of a network. It can exist without a date; ``date_text`` then says what is known
    (``2020-10``, ``--06-10``).
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("planerat")
        CALLED = "called", _("kallat")
        HELD = "held", _("hållet")
        APPROVED = "approved", _("justerat")
        CANCELLED = "cancelled", _("inställt")

    id = models.UUIDField(primary_key=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="meetings")
    state = models.CharField("läge", max_length=12, choices=State.choices, default=State.HELD)
    date = models.DateField("dag", null=True, blank=True)
    last_date = models.DateField("sista dag", null=True, blank=True)
    date_text = models.CharField(max_length=40, blank=True)
    start = models.TimeField("börjar", null=True, blank=True)
    end = models.TimeField("slutar", null=True, blank=True)
    place = models.CharField("plats", max_length=300, blank=True)
    host = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="hosted"
    )
    number = models.CharField("nummer", max_length=40, blank=True)
    theme = models.CharField("tema", max_length=300, blank=True)

    class Meta:
        ordering = ["-date", "id"]
        indexes = [models.Index(fields=["network", "-date"])]


class MeetingRecord(Record):
    """A record that was made at a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="%(class)ss")

    class Meta:
        abstract = True


class AgendaItem(MeetingRecord):
    """A point of a meeting's agenda, with the lines of its text."""

    position = models.PositiveIntegerField()
    number = models.CharField("nummer", max_length=20, blank=True)
    title = models.CharField("rubrik", max_length=500)

    class Meta:
        ordering = ["position"]


class Attendance(MeetingRecord):
    """Somebody, or an organisation without a named person, who was there or away. ``name`` is as written."""

    class Status(models.TextChoices):
        PRESENT = "present", _("närvarande")
        PARTLY = "partly", _("del av mötet")
        APOLOGIES = "apologies", _("anmält förhinder")
        ABSENT = "absent", _("frånvarande")

    status = models.CharField("närvaro", max_length=12, choices=Status.choices)
    name = models.CharField("namn", max_length=200, blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="attendances"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="attendances"
    )
    role = models.CharField("roll", max_length=200, blank=True)
    substitute_for = models.CharField("ersätter", max_length=200, blank=True)
    part = models.CharField("del", max_length=200, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]


class Officer(MeetingRecord):
    """Who led, who wrote, who was elected to write, who adjusts. ``name`` is as written."""

    class Role(models.TextChoices):
        CHAIR = "chair", _("ordförande")
        SECRETARY = "secretary", _("sekreterare")
        SECRETARY_ELECTED = "secretary-elected", _("vald sekreterare")
        ADJUSTER = "adjuster", _("justerare")

    role = models.CharField("roll", max_length=20, choices=Role.choices)
    name = models.CharField("namn", max_length=200)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="offices"
    )


class Event(MeetingRecord):
    """A date mentioned at a meeting as to come: this network's own next meeting (``body`` empty) or
    something of others'.

    ``date_text`` is in the forms of the reader's contract; ``date`` and ``last_date`` are set where it is a
    day or a span of days.
    """

    date_text = models.CharField(max_length=40, blank=True)
    date = models.DateField("dag", null=True, blank=True)
    last_date = models.DateField("sista dag", null=True, blank=True)
    start = models.TimeField("börjar", null=True, blank=True)
    place = models.CharField("plats", max_length=300, blank=True)
    host = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    what = models.CharField("vad", max_length=500, blank=True)
    body = models.CharField("vems", max_length=200, blank=True)
    convener = models.CharField("kallar", max_length=200, blank=True)
    theme = models.CharField("tema", max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["network", "date"])]
