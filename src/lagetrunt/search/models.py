"""What can be found: one row per passage or record, known by opaque keys and addresses alone."""

from __future__ import annotations

from django.db import models


class IndexRow(models.Model):
    """One thing that can be found.

    ``id`` is ordered by day (see ``operations.place``), so that "newest first" is the order of the index itself, the same on both
    databases. ``key`` is what the room calls it ("decision:<uuid>"), ``scope`` an opaque number that the asker may or may not see
    (a network's), ``forms`` the normalised words that are searched.
    """

    id = models.BigIntegerField(primary_key=True)
    key = models.CharField(max_length=80, unique=True)
    scope = models.BigIntegerField(db_index=True)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=500)
    text = models.TextField()
    organisation = models.CharField(max_length=200, blank=True)
    day = models.DateField(null=True)
    url = models.CharField(max_length=300)
    forms = models.TextField()

    class Meta:
        ordering = ["-id"]
