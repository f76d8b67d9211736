"""Swedish dates and times in running text.

:func:`find_dates` finds every written day, span of days, week, month and clock time. A date without a year
gets one by rolling through the school year from a base day: the first such day not before it (what is to
come) or the last such day not after it (what has been). Without a base the year stays open: ``--06-10``.
Phrases that need a today ("på torsdag") are left to the reader's eyes.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from protokoll.dates import patterns
from protokoll.dates.scan import RawDate, may_hold_date, may_name_day, month_length, raw_dates

__all__ = [
    "Found",
    "find_dates",
    "find_times",
    "impossible_dates",
    "may_hold_date",
    "names_weekday",
    "roll_forward",
    "settled",
    "term_base",
]

Kind = Literal["day", "span", "week", "month", "time"]
Roll = Literal["forward", "back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One date or time in a text.

    ``span``: offsets in the text, weekday, "den" and clock time included. ``iso``: in the contract's forms,
    None for a lone time. ``start``/``end``: clock times ``HH:MM``. ``weekday``: as written, Monday 0.
    ``first``/``last``: the days meant, where the year is known. ``year_given``: the text itself states the
    year.
    """

    span: tuple[int, int]
    text: str
    kind: Kind
    iso: str | None
    start: str | None = None
    end: str | None = None
    weekday: int | None = None
    first: date | None = None
    last: date | None = None
    year_given: bool = False

    @property
    def weekday_wrong(self) -> bool:
        """Whether the weekday written beside the date is not that date's (never where the year is open)."""
        return self.weekday is not None and self.first is not None and self.first.weekday() != self.weekday


def find_dates(text: str, base: date | None = None, *, roll: Roll = "forward") -> list[Found]:
    """Find the dates and times in ``text``, in order.

    ``base`` settles missing years by rolling ``forward`` or ``back``.
    """
    return list(_found(text, base, roll)) if may_hold_date(text) else []


@lru_cache(maxsize=128)
def _found(text: str, base: date | None, roll: Roll) -> tuple[Found, ...]:
    """What ``find_dates`` finds; the passes ask for the same sentence one after the other."""
    raws = _shared_years(text, raw_dates(text))
    found: list[Found] = []
    times = list(patterns.TIME.finditer(text)) if patterns.MAYBE_TIME.search(text) else []
    for i, raw in enumerate(raws):
        stop = raws[i + 1].start if i + 1 < len(raws) else len(text)
        floor = found[-1].span[1] if found else 0
        found.append(_with_time(text, _settle(text, raw, base, roll, floor), stop, floor, times))
    taken = bytearray(len(text))
    for one in found:
        taken[slice(*one.span)] = b"\1" * (one.span[1] - one.span[0])
    lone = [_lone_time(text, time) for time in times if taken.find(1, *time.span()) < 0]
    return tuple(sorted([*found, *lone], key=lambda one: one.span))


def find_times(text: str, *, bare: bool = False) -> tuple[str | None, str | None]:
    """The first clock time or range in ``text``: (start, end).

    With ``bare`` plain hours count too ("13–16" behind "Tid:").
    """
    if found := patterns.TIME.search(text):
        return _clock_pair(found)
    if bare and (hours := patterns.TIME_AFTER_DATE.match(" " + text.strip())):
        return _clock(hours["h"], hours["m"]), _clock(hours["h2"], hours["m2"])
    return None, None


def term_base(text: str) -> date | None:
    """The day from which dates under "Våren 2025", "ht 24", "läsåret 2024/25" or "2025" are to be counted."""
    if match := patterns.SEASON.search(text):
        year = int(match["y"] or match["ly"] or 2000 + int(match["yy"] or 0))
        autumn = match["ly"] is not None or (match["term"] or "").casefold().startswith(("h", "sommar"))
        return date(year, 7 if autumn else 1, 1)
    years = patterns.BARE_YEAR.findall(text)
    return date(int(years[0]), 1, 1) if len(years) == 1 else None


def settled(iso: str | None) -> date | None:
    """The first day of a contract date (a week's Monday, a month's 1st), None while its year is open."""
    if not iso or iso.startswith("--"):
        return None
    head = iso.split("/")[0]
    try:
        if "W" in head:
            return date.fromisocalendar(int(head[:4]), int(head[6:]), 1)
        return date.fromisoformat(head if len(head) == 10 else f"{head}-01")
    except ValueError:
        return None


def impossible_dates(text: str) -> list[tuple[int, int]]:
    """Where the text writes a day that no month has ("31 juni"): (start, end)."""
    found: list[tuple[int, int]] = []
    for match in patterns.NAMED.finditer(text) if may_name_day(text) else ():
        day, month = int(match["d"]), patterns.MONTHS[match["m"].casefold()]
        if day > month_length(month):
            found.append(match.span())
    return found


def names_weekday(text: str) -> bool:
    """Whether the text holds the name of a weekday, whole or abbreviated."""
    return patterns.WEEKDAY.search(text) is not None


def roll_forward(month: int, day: int, base: date) -> date:
    """The first day ``day``/``month`` that is not before ``base``."""
    return _roll(month, day, base, "forward")


# --- settling years
# --------------------------------------------------------------------------------------------------


def _shared_years(text: str, raws: list[RawDate]) -> list[RawDate]:
    """Share the one year of an enumeration, behind its last date or at its head, among its dates."""
    out = list(raws)
    for i in range(len(out) - 2, -1, -1):
        here, after = out[i], out[i + 1]
        if (
            here.year is None
            and after.year is not None
            and here.kind == after.kind
            and _joined(text, here, after)
        ):
            out[i] = replace(here, year=after.year - (here.first > after.first))
    for i in range(1, len(out)):
        before, here = out[i - 1], out[i]
        if (
            here.year is None
            and before.year is not None
            and here.kind == before.kind
            and _joined(text, before, here)
        ):
            out[i] = replace(here, year=before.year + (here.first < before.first))
    return out


def _joined(text: str, one: RawDate, other: RawDate) -> bool:
    gap = patterns.WEEKDAY_BEFORE.sub("", text[one.end : other.start])
    return len(gap) < 16 and patterns.JOINT.fullmatch(gap) is not None


def _settle(text: str, raw: RawDate, base: date | None, roll: Roll, floor: int) -> Found:
    start, end, weekday = _weekday(text, raw, floor)
    if raw.kind == "week":
        iso, first, last = _week(raw, base, roll)
    elif raw.kind == "month":
        iso, first, last = _month(raw, base, roll)
    else:
        iso, first, last = _days(raw, base, roll)
    return Found(
        span=(start, end),
        text=text[start:end],
        kind=raw.kind,
        iso=iso,
        weekday=weekday,
        first=first,
        last=last,
        year_given=raw.year is not None,
    )


def _weekday(text: str, raw: RawDate, floor: int) -> tuple[int, int, int | None]:
    """Widen a date over "fredagen den" before it, or a weekday in brackets behind it."""
    if raw.kind not in {"day", "span"}:
        return raw.start, raw.end, None
    low = max(floor, raw.start - 24)
    before = text[low : raw.start]
    if match := patterns.WEEKDAY_BEFORE.search(before):
        return low + match.start(), raw.end, _weekday_number(match["name"])
    start = low + match.start() if (match := patterns.THE_BEFORE.search(before)) else raw.start
    if raw.kind == "day" and (match := patterns.WEEKDAY_AFTER.match(text, raw.end)):
        close = 1 if "(" in match.group() and text[match.end() : match.end() + 1] == ")" else 0
        return start, match.end() + close, _weekday_number(match["name"])
    return start, raw.end, None


def _weekday_number(name: str) -> int:
    folded = name.casefold()
    return next(
        number
        for word, number in patterns.WEEKDAYS.items()
        if word.startswith(folded) or folded.startswith(word)
    )


def _days(raw: RawDate, base: date | None, roll: Roll) -> tuple[str | None, date | None, date | None]:
    month, day = raw.first
    if raw.year is None and base is None:
        head = f"--{month:02}-{day:02}"
        return (f"{head}/--{raw.last[0]:02}-{raw.last[1]:02}" if raw.last else head), None, None
    if raw.year is None:
        first = _roll(month, day, base, roll) if base else date.min
    elif (month, day) == (2, 29) and not calendar.isleap(raw.year):
        return None, None, None
    else:
        first = date(raw.year, month, day)
    if raw.last is None:
        return first.isoformat(), first, first
    last = _roll(*raw.last, first, "forward")
    return f"{first}/{last}", first, last


def _week(raw: RawDate, base: date | None, roll: Roll) -> tuple[str | None, date | None, date | None]:
    week = raw.first[0]
    tail = f"/{{}}-W{raw.last[0]:02}" if raw.last else ""
    year = raw.year
    if year is None and base is not None:
        base_year, base_week, _ = base.isocalendar()
        year = base_year + (week < base_week if roll == "forward" else -(week > base_week))
    if year is None:
        return f"--W{week:02}" + tail.format("-"), None, None
    last_year = year + 1 if raw.last and raw.last[0] < week else year
    try:
        first = date.fromisocalendar(year, week, 1)
        last = date.fromisocalendar(last_year, raw.last[0] if raw.last else week, 7)
    except ValueError:
        return None, None, None
    return f"{year}-W{week:02}" + tail.format(last_year), first, last


def _month(raw: RawDate, base: date | None, roll: Roll) -> tuple[str | None, date | None, date | None]:
    month = raw.first[0]
    year = raw.year
    if year is None and base is not None:
        year = base.year + (month < base.month if roll == "forward" else -(month > base.month))
    if year is None:
        return f"--{month:02}", None, None
    return f"{year}-{month:02}", date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _roll(month: int, day: int, base: date, roll: Roll) -> date:
    step = 1 if roll == "forward" else -1
    year = base.year
    while True:
        if (month, day) != (2, 29) or calendar.isleap(year):
            candidate = date(year, month, day)
            if candidate >= base if roll == "forward" else candidate <= base:
                return candidate
        year += step


# --- clock times
# -----------------------------------------------------------------------------------------------------


def _with_time(text: str, found: Found, stop: int, floor: int, times: list[re.Match[str]]) -> Found:
    """Join the clock time that stands directly behind or before a day."""
    if found.kind not in {"day", "span"}:
        return found
    low, high = found.span
    match = patterns.TIME_AFTER_DATE.match(text, high)
    if match and match.end() <= max(stop, high) and (match["kl"] or match["m"] or match["m2"] or match["h2"]):
        start, end = _clock(match["h"], match["m"]), _clock(match["h2"], match["m2"])
        return replace(found, span=(low, match.end()), text=text[low : match.end()], start=start, end=end)
    at = bisect_right(times, low, key=lambda time: time.end()) - 1
    if at >= 0 and times[at].start() >= floor:
        time = times[at]
        gap = text[time.end() : low]
        if len(gap) < 8 and not gap.strip(" ,;.()–-\t\n"):
            start, end = _clock_pair(time)
            return replace(
                found, span=(time.start(), high), text=text[time.start() : high], start=start, end=end
            )
    return found


def _lone_time(text: str, match: re.Match[str]) -> Found:
    start, end = _clock_pair(match)
    return Found(span=match.span(), text=match.group(), kind="time", iso=None, start=start, end=end)


def _clock_pair(match: re.Match[str]) -> tuple[str | None, str | None]:
    start = _clock(
        match["h"] or match["h3"] or match["h5"] or match["h7"], match["m"] or match["m3"] or match["m7"]
    )
    return start, _clock(match["h2"] or match["h4"] or match["h6"], match["m2"] or match["m4"] or match["m6"])


def _clock(hour: str | None, minute: str | None) -> str | None:
    return f"{int(hour):02}:{minute or '00'}" if hour else None
