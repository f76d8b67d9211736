"""The tenant: every row that belongs to a federation says so, and two federations on one installation never
meet.
"""

from __future__ import annotations

from django.db import models


class Federation(models.Model):
    """Municipalities that work together, with their networks: "Utbildning Skaraborg"."""

    name = models.CharField("namn", max_length=200)
    slug = models.SlugField(unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
