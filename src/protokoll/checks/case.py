"""What a check sees, and the words in which problems are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from protokoll import dates
from protokoll.names import Directory
from protokoll.records import Problem, Reading, Severity
from protokoll.text import Text

DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


@dataclass(frozen=True, slots=True)
class Case:
    """What a check may look at."""

    reading: Reading
    text: Text
    directory: Directory | None

    @property
    def day(self) -> date | None:
        """The (first) day of the meeting, where its year is known."""
        return dates.settled(self.reading.date)


Check = Callable[[Case], Iterator[Problem]]


def problem(code: str, message: str, line: int, severity: Severity = "warning") -> Problem:
    """A problem with its number; the line is at least 1."""
    return Problem(code=code, message=message, line=max(line, 1), severity=severity)


def short(text: str) -> str:
    """The first words of a text, to quote it in a message."""
    words = " ".join(text.split()).strip(" .*_")
    return words if len(words) <= 60 else words[:58].rsplit(" ", 1)[0] + " …"


def said(day: date, *, year: bool = False) -> str:
    """A day as people say it ("6 september")."""
    said = f"{day.day} {MONTHS[day.month - 1]}"
    return f"{said} {day.year}" if year else said


def either(names: tuple[str, ...]) -> str:
    """Names joined by "eller"."""
    return " eller ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def last_line(case: Case) -> int:
    """The last line that holds any text."""
    filled = [number for number, line in enumerate(case.text.lines, start=1) if line.text.strip()]
    return filled[-1] if filled else 1
