"""Who did what, when: append-only, by opaque keys, so that no room above is known here."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One act. ``actor`` and ``subject`` are opaque keys ("person:12", "import:7"); ``federation`` the tenant's key."""

    at = models.DateTimeField(db_index=True)
    federation = models.CharField(max_length=60, blank=True, db_index=True)
    actor = models.CharField(max_length=60, blank=True)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=120, db_index=True)
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-id"]
