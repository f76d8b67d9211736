"""Letters: a row written in the same transaction as the fact it tells of, delivered afterwards, shown with its state."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_noop as _


class Letter(models.Model):
    """A mail to one address. ``about`` is an opaque key of what it tells of; ``federation`` the tenant's key ("" for sign-in codes).

    ``unknown``: the server took the text but no answer came; it is shown as such and never sent again by itself.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("väntar")
        SENT = "sent", _("skickat")
        FILED = "filed", _("sparat som fil")
        FAILED = "failed", _("gick inte fram")
        UNKNOWN = "unknown", _("ovisst om det gick fram")

    federation = models.CharField(max_length=60, blank=True, db_index=True)
    about = models.CharField(max_length=120, blank=True, db_index=True)
    to = models.EmailField("till")
    sender = models.CharField("från", max_length=254)
    subject = models.CharField("ämne", max_length=300)
    text = models.TextField("text")
    html = models.TextField(blank=True)
    state = models.CharField(
        "läge", max_length=10, choices=State.choices, default=State.WAITING, db_index=True
    )
    attempts = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField()
    error = models.TextField(blank=True)
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-written_at", "-id"]
        indexes = [models.Index(fields=["state", "not_before"])]
