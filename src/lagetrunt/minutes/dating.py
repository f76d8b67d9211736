"""When a meeting without a date may have been: what its file name and the network's other minutes suggest.

Pure functions.

Nothing here is knowledge; a person accepts a proposal, or writes the day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from lagetrunt.shared.time import MONTHS, SHORT_MONTHS, short_date

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)")
_SHORT = re.compile(r"(?<!\d)(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2})[ _.-]*([a-zåäö]{3,9})[ _.-]*((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ](0[1-9]|1[0-2])(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
MOST = 4


@dataclass(frozen=True)
class Proposal:
    """A day the meeting may have been on, and why, in the language of the page."""

    date: str
    why: str


@dataclass(frozen=True)
class Neighbour:
    """Another meeting of the network: its day and the days it named as the next meeting."""

    date: dt.date
    coming: tuple[dt.date, ...] = ()


def hints(name: str, neighbours: Sequence[Neighbour]) -> dict[str, Any]:
    """``date``: a day, month or year that the file name gives ("" if none); ``proposals``: days on offer,
    the best first.
    """
    given = date_in_name(name)
    proposals = [Proposal(given, _("så heter filen"))] if len(given) == 10 else []
    proposals += _next_of_neighbours(given, neighbours)
    unique = {one.date: one for one in reversed(proposals)}
    best = sorted(unique.values(), key=proposals.index)[:MOST]
    return {"date": given, "proposals": [asdict(one) for one in best]}


def date_in_name(name: str) -> str:
    """The date a file name holds: ``2018-12-14``, ``2020-10``, ``2020`` or ""."""
    stem = name.rsplit(".", 1)[0]
    for pattern, century in ((_ISO, ""), (_SHORT, "20")):
        if (found := pattern.search(stem)) and (day := _day(century + found[1], found[2], found[3])):
            return day
    if (
        (found := _WORDS.search(stem))
        and (month := _month(found[2]))
        and (day := _day(found[3], str(month), found[1]))
    ):
        return day
    if found := _MONTH.search(stem):
        return f"{found[1]}-{found[2]}"
    return found[1] if (found := _YEAR.search(stem)) else ""


def _day(year: str, month: str, day: str) -> str:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _month(word: str) -> int:
    low = word.casefold()
    for names in (MONTHS, SHORT_MONTHS):
        for number, name in enumerate(names, 1):
            if low == name or (len(low) >= 3 and name.startswith(low)):
                return number
    return 0


def _next_of_neighbours(given: str, neighbours: Sequence[Neighbour]) -> list[Proposal]:
    """Days that other minutes named as the next meeting, and on which no minutes are known yet."""
    taken = {one.date for one in neighbours}
    return [
        Proposal(
            day.isoformat(), _("mötet %(day)s nämner dagen som nästa möte") % {"day": short_date(one.date)}
        )
        for one in sorted(neighbours, key=lambda one: one.date, reverse=True)
        for day in one.coming
        if day not in taken and day.isoformat().startswith(given)
    ]
