"""Replaying a reviewer's log on the example region."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lagetrunt.federations.models import Federation


def replay(path: Path, *, federation: Federation, at: dt.datetime) -> int:
    """Do again, in order, what the log's reviewer did; returns how many acts were done."""
    return 0
