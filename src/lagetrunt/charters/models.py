"""The network's charter in its versions: goals from the steering document, duties as role × what × to
whom.
"""

from __future__ import annotations

from django.db import models

from lagetrunt.documents.models import Record, Text
from lagetrunt.networks.models import Network


class Charter(models.Model):
    """One version of a network's charter; the newest by ``valid_from`` (else by arrival:

    ``version`` counts them) is in force.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="charters")
    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("rubrik", max_length=300, blank=True)
    valid_from = models.DateField("gäller från", null=True, blank=True)
    version = models.PositiveIntegerField("version")
    added_at = models.DateTimeField()

    class Meta:
        ordering = [models.F("valid_from").desc(nulls_last=True), "-version"]
        constraints = [models.UniqueConstraint(fields=["network", "version"], name="charter_version_once")]


class Goal(Record):
    """A goal with its tasks."""

    charter = models.ForeignKey(Charter, on_delete=models.CASCADE, related_name="goals")
    position = models.PositiveIntegerField()
    number = models.CharField("nummer", max_length=20, blank=True)
    title = models.CharField("mål", max_length=500)
    tasks = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]


class Duty(Record):
    """What a role has to do, and to whom it is sent."""

    charter = models.ForeignKey(Charter, on_delete=models.CASCADE, related_name="duties")
    position = models.PositiveIntegerField()
    role = models.CharField("roll", max_length=200)
    text = models.TextField("åtagande")
    recipient = models.CharField("mottagare", max_length=254, blank=True)

    class Meta:
        ordering = ["position"]
