"""Checks of dates: weekdays, days that do not exist, the next meeting, dates of signing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from protokoll import dates
from protokoll.checks.case import DAYS, Case, problem, said
from protokoll.records import Event, Problem
from protokoll.words.swedish import swedish

_MEETING = swedish(
    r"^(?:nästa|nästkommande|kommande|därefter)\b|^(?:nätverks|styrelse)?(?:möten?|träff(?:ar)?"
    r"|sammanträden?|samråd)(?:t|en)?\b",
    re.IGNORECASE,
)


def weekdays(case: Case) -> Iterator[Problem]:
    """P401: a weekday that is not its date's."""
    told: set[tuple[int, str | None]] = set()
    ahead = {event.line for event in case.reading.events} | {task.line for task in case.reading.assignments}
    for number, line in enumerate(case.text.lines, start=1):
        if line.furniture or not dates.may_hold_date(line.text) or not dates.names_weekday(line.text):
            continue
        for found in dates.find_dates(line.text, case.day):
            if not found.weekday_wrong or found.weekday is None or found.first is None:
                continue
            if not found.year_given and not _wrong_either_way(line.text, found, case.day, number in ahead):
                continue
            if (number, found.iso) not in told:
                told.add((number, found.iso))
                right = DAYS[found.first.weekday()]
                yield problem(
                    "P401",
                    f"{said(found.first).capitalize()} är en {right}, inte en {DAYS[found.weekday]}. "
                    f"Rätta dag eller datum.",
                    number,
                )


def impossible_days(case: Case) -> Iterator[Problem]:
    """P402: a day that its month does not have."""
    for number, line in enumerate(case.text.lines, start=1):
        for start, end in dates.impossible_dates(line.text):
            yield problem(
                "P402", f"”{line.text[start:end].strip()}” finns inte i kalendern. Rätta datumet.", number
            )


def next_meeting(case: Case) -> Iterator[Problem]:
    """P403 the next meeting has no convener, P404 no place."""
    coming = [
        event for event in case.reading.events if event.body is None and _is_meeting(event) and event.date
    ]
    if not coming:
        return
    first = min(coming, key=lambda event: (str(event.date).startswith("--"), str(event.date)))
    if first.convener is None:
        yield problem(
            "P403",
            "Ingen står som sammankallande till nästa möte. Skriv vem som skickar kallelsen.",
            first.line,
            "info",
        )
    if first.place is None and first.host is None:
        yield problem(
            "P404",
            "Nästa möte har ingen plats. Skriv var det hålls, eller att det är digitalt.",
            first.line,
            "info",
        )


def signed_before(case: Case) -> Iterator[Problem]:
    """P405: a date among the signatures lies before the meeting."""
    begins = min(
        (case.reading.lines[key] for key in ("secretary", "chair", "adjusters") if key in case.reading.lines),
        default=None,
    )
    last_item = max((item.line for item in case.reading.items), default=0)
    if case.day is None or begins is None or begins < last_item:
        return
    for number in range(begins, min(begins + 12, len(case.text.lines)) + 1):
        for found in dates.find_dates(case.text.lines[number - 1].text):
            if (
                found.kind == "day"
                and found.year_given
                and found.first is not None
                and found.first < case.day
            ):
                yield problem(
                    "P405",
                    f"Underskriften är daterad {said(found.first, year=True)}, före mötet. Rätta datumet.",
                    number,
                )


def _wrong_either_way(text: str, found: dates.Found, day: date | None, ahead: bool) -> bool:
    """Whether the weekday of a date without a year fits neither the coming nor the past such day."""
    if day is None:
        return False
    if ahead:
        return True
    back = next((one for one in dates.find_dates(text, day, roll="back") if one.span == found.span), None)
    return back is None or back.weekday_wrong


def _is_meeting(event: Event) -> bool:
    return event.what is None or _MEETING.search(event.what) is not None
