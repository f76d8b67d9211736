"""Time at the edges: UTC inside, Europe/Stockholm for people, dates as people write them, in the language of the page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Calendar:
    """What days, months and weeks are called in a language, Monday and January first."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    week: str


SWEDISH = Calendar(WEEKDAYS, MONTHS, SHORT_MONTHS, "vecka")
ENGLISH = Calendar(
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "week",
)  # fmt: skip


def calendar() -> Calendar:
    """The names in the language of the page."""
    return ENGLISH if get_language() == "en" else SWEDISH


def day_of(moment: dt.datetime) -> dt.date:
    """The calendar day in Sweden at this moment (an aware datetime)."""
    return moment.astimezone(STOCKHOLM).date()


def long_date(day: dt.date, *, today: dt.date | None = None) -> str:
    """ "fredag 6 september", with the year unless it is this year's (``today`` given and the same year)."""
    names = calendar()
    text = f"{names.weekdays[day.weekday()]} {day.day}{NBSP}{names.months[day.month - 1]}"
    return text if today is not None and today.year == day.year else f"{text} {day.year}"


def short_date(day: dt.date) -> str:
    """ "26 apr 2024", as sources are cited."""
    return f"{day.day}{NBSP}{calendar().short_months[day.month - 1]}{NBSP}{day.year}"


def contract_date(text: str) -> str:
    """A date in the reader's forms, in words: ``2023-W41`` → "vecka 41, 2023"; "" where nothing is known."""
    if "/" in text:
        first, last = text.split("/", 1)
        return f"{contract_date(first)} – {contract_date(last)}"
    if text.startswith("--") and len(text) == 7:
        return f"{int(text[5:7])}{NBSP}{calendar().months[int(text[2:4]) - 1]}"
    if "-W" in text:
        year, week = text.split("-W")
        return f"{calendar().week}{NBSP}{int(week)}, {year}"
    if len(text) == 7:
        return f"{calendar().months[int(text[5:7]) - 1]} {text[:4]}"
    if len(text) == 10:
        return long_date(dt.date.fromisoformat(text))
    return text


def exact_day(text: str | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of a date in the reader's forms; (None, None) where it is not a day or a span of
    days.
    """
    try:
        days = [dt.date.fromisoformat(part) for part in (text or "").split("/") if len(part) == 10]
    except ValueError:
        return None, None
    return (days[0], days[-1] if len(days) > 1 else None) if days else (None, None)
