"""Writes: one entry per act, in the act's transaction."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lagetrunt.audit.models import Entry


def record(
    *, at: dt.datetime, verb: str, subject: str, actor: str = "", federation: str = "", **data: Any
) -> Entry:
    """Note who did what with which thing. Keys are opaque: "person:12", "assignment:<uuid>"."""
    return Entry.objects.create(
        at=at, verb=verb, subject=subject, actor=actor, federation=federation, data=data
    )
