"""Files by content, the texts taken out of them, and the passages in those texts that records stand on."""

from __future__ import annotations

from django.db import models

from lagetrunt.federations.models import Federation
from lagetrunt.networks.models import Network


class Document(models.Model):
    """Bytes, known by their SHA-256 within a federation: importing them twice changes nothing."""

    federation = models.ForeignKey(Federation, on_delete=models.CASCADE, related_name="documents")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    name = models.CharField("filnamn", max_length=255)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["federation", "sha256"], name="document_once_per_federation")
        ]

    def __str__(self) -> str:
        return self.name


class Text(models.Model):
    """An immutable text: the lines taken out of a document by one version of the reader.

    ``body`` holds the lines joined by newline; ``layout`` what the page needs to show them (furniture,
    headings, page of a line).
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="texts")
    reader = models.CharField(max_length=40)
    body = models.TextField()
    layout = models.JSONField(default=dict)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "reader"], name="text_once_per_reader")]


class Passage(models.Model):
    """Some lines of a text and the words quoted from them."""

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="passages")
    first_line = models.PositiveIntegerField()
    last_line = models.PositiveIntegerField()
    page = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField()


class Record(models.Model):
    """What every record has: a key that never changes, a network, a passage and a standing (DESIGN.md,
    section 4).

    ``certain``: read out of structure or a mark; ``unconfirmed``: read out of a sentence, shown but not
    counted; ``confirmed`` and ``dismissed``: a person has said so. A record that a later reading no longer
    finds is withdrawn, never deleted. ``as_read`` is what the reader said, in the words of its contract ({}
    for what a person added); the columns are that with people's acts on top.
    """

    class Standing(models.TextChoices):
        CERTAIN = "certain", "säker"
        UNCONFIRMED = "unconfirmed", "obekräftad"
        CONFIRMED = "confirmed", "bekräftad"
        DISMISSED = "dismissed", "struken"

    id = models.UUIDField(primary_key=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="%(class)ss")
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    as_read = models.JSONField(default=dict, editable=False)
    standing = models.CharField("läge", max_length=12, choices=Standing.choices, default=Standing.CERTAIN)
    withdrawn_at = models.DateTimeField("återkallad", null=True, blank=True)

    class Meta:
        abstract = True
