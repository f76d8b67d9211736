"""Dates of the contract as people write them.

"fredag 6 september 2019", "vecka 41, 2023", "10 juni (året framgår inte)".
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH = re.compile(r"(\d{4}|-)-(\d\d)")
_YEARLESS = re.compile(r"--(\d\d)-(\d\d)")
_NO_YEAR = " (året framgår inte)"


def written_date(value: str) -> str:
    """A date in the contract's form in Swedish words; a form that is none comes back as it is."""
    if "/" in value:
        first, _, last = value.partition("/")
        return _span(first, last)
    week, month, yearless = _WEEK.fullmatch(value), _MONTH.fullmatch(value), _YEARLESS.fullmatch(value)
    if week:
        return f"vecka {int(week[2])}, {week[1]}"
    if yearless:
        return f"{_day_and_month(yearless[1], yearless[2])}{_NO_YEAR}"
    if month:
        return f"{_month(month[2])} {month[1]}" if month[1] != "-" else f"{_month(month[2])}{_NO_YEAR}"
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def written_time(start: str | None, end: str | None) -> str:
    """ "kl. 09:00–12:00", "kl. 09:00", "till kl. 12:00", or nothing."""
    if start and end:
        return f"kl. {start}–{end}"
    if start:
        return f"kl. {start}"
    return f"till kl. {end}" if end else ""


def _span(first: str, last: str) -> str:
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return f"{int(first[8:])}–{int(last[8:])} {_month(first[5:7])} {first[:4]}"
    return f"{written_date(first)} – {written_date(last)}"


def _day_and_month(month: str, day: str) -> str:
    return f"{int(day)} {_month(month)}"


def _month(month: str) -> str:
    return _MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else month
