"""Reads: the letters, newest first."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from lagetrunt.outbox.models import Letter


def letters(*, state: str = "") -> QuerySet[Letter]:
    """All letters, newest first, or those in one state; without their bodies, which only a single letter's page shows."""
    found = Letter.objects.defer("text", "html")
    return found.filter(state=state) if state in Letter.State.values else found


def counts() -> dict[str, int]:
    """How many letters there are in each state that has any."""
    return dict(Letter.objects.order_by().values_list("state").annotate(n=Count("id")))
