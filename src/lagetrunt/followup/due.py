"""When a promise falls due: on its day, or at the meeting it names. Pure functions over dated facts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from lagetrunt.shared.time import MONTHS

NAMED_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b", re.IGNORECASE)
ONE_YEAR = dt.timedelta(days=366)


def due_day(row: dict[str, Any], meetings: Sequence[dt.date]) -> dt.date | None:
    """The last day for an assignment (a row with ``due``, ``due_kind``, ``due_text`` and
    ``meeting__date``), or None.

    ``meetings`` are the network's days, in order. "Till nästa möte" is the first after the one where it was
    promised, "till mötet i maj" the first in May within a year; a meeting that no document tells of yet
    gives no day.
    """
    if row["due"] or row["due_kind"] != "meeting" or row["meeting__date"] is None:
        return row["due"]  # type: ignore[no-any-return]
    made: dt.date = row["meeting__date"]
    named = NAMED_MONTH.search(row["due_text"])
    month = MONTHS.index(named[1].lower()) + 1 if named else None
    return next(
        (day for day in meetings if made < day <= made + ONE_YEAR and month in (None, day.month)), None
    )


def days_late(row: dict[str, Any], day: dt.date | None, today: dt.date) -> int:
    """How many days an open promise is over its time; 0 for those that are in time, settled, or confirmed
    by nobody.
    """
    if day is None or row["state"] != "open" or row["standing"] == "unconfirmed":
        return 0
    return max((today - day).days, 0)
