"""How documents came in, what was read from them, and what people said of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_noop as _

from lagetrunt.charters.models import Charter
from lagetrunt.documents.models import Document, Text
from lagetrunt.meetings.models import Meeting
from lagetrunt.networks.models import Network
from lagetrunt.people.models import Person


class Import(models.Model):
    """One document read for one network.

    ``read``: its records stand in the register. ``waiting``: a person must say where it belongs (``reason``
    says why). ``failed``: it could not be read. ``older``: another version of the same meeting's minutes is
    the one in force. ``aside``: a person has put it away. ``placed``: a person has said that it belongs
    here, so no later reading asks again.
    """

    class State(models.TextChoices):
        READ = "read", _("inläst")
        WAITING = "waiting", _("väntar på dig")
        FAILED = "failed", _("gick inte att läsa")
        OLDER = "older", _("äldre version")
        ASIDE = "aside", _("lagd åt sidan")

    class Kind(models.TextChoices):
        MINUTES = "minutes", _("protokoll")
        NOTICE = "notice", _("kallelse")
        CHARTER = "charter", _("uppdragsbeskrivning")
        OTHER = "other", _("annat")

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="imports")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="imports")
    name = models.CharField("filnamn", max_length=255)
    state = models.CharField("läge", max_length=10, choices=State.choices)
    reason = models.TextField("varför", blank=True)
    kind = models.CharField("slag", max_length=10, choices=Kind.choices, default=Kind.OTHER)
    draft = models.BooleanField("utkast", default=False)
    placed = models.BooleanField("placerad av någon", default=False)
    text = models.ForeignKey(Text, on_delete=models.PROTECT, null=True, blank=True, related_name="imports")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    charter = models.ForeignKey(
        Charter, on_delete=models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    header = models.JSONField(default=dict)  # the single values of the reading: body, title, date, place …
    problems = models.JSONField(default=list)  # the checker's remarks: code, message, line, severity
    unread = models.JSONField(default=list)  # line numbers that no pass understood
    hints = models.JSONField(default=dict)  # what file name and neighbours suggest
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="reviews"
    )

    class Meta:
        ordering = ["-added_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["network", "document"], name="document_once_per_network")
        ]


class Act(models.Model):
    """What a person did with a record: append-only, applied again on top of every later reading.

    ``kind`` is a name of ``kinds.KINDS``; ``fields`` holds what was corrected or added, in the words of the
    reader's contract.
    """

    class Verb(models.TextChoices):
        CONFIRM = "confirm", "bekräftade"
        CORRECT = "correct", "rättade"
        DISMISS = "dismiss", "strök"
        ADD = "add", "lade till"
        UNDO = "undo", "ångrade"

    id = models.UUIDField(primary_key=True, editable=False)
    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(max_length=20)
    record = models.UUIDField(db_index=True)
    verb = models.CharField(max_length=10, choices=Verb.choices)
    fields = models.JSONField(default=dict)
    undoes = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="undone_by"
    )
    actor = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="acts")
    at = models.DateTimeField()
    sequence = models.PositiveIntegerField()

    class Meta:
        ordering = ["source", "sequence"]
        constraints = [models.UniqueConstraint(fields=["source", "sequence"], name="acts_in_order")]
