"""Attendance as seats round the table, and as the sentence that says the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from lagetrunt.meetings.models import Attendance
from lagetrunt.meetings.queries import HERE, Matrix
from lagetrunt.pages.ring import Seat, State, listed, number_word

STATES: dict[str, tuple[State, str]] = {
    Attendance.Status.PRESENT: ("yes", "närvarande"),
    Attendance.Status.PARTLY: ("partly", "med en del av mötet"),
    Attendance.Status.APOLOGIES: ("no", "anmält förhinder"),
    Attendance.Status.ABSENT: ("no", "frånvarande"),
    "": ("unknown", "framgår inte"),
}


def attendance_seats(matrix: Matrix, column: int, round_url: str = "") -> list[Seat]:
    """The ring for one meeting (a column of the matrix); with ``round_url`` each seat leads to what its
    organisation has told.
    """
    return [
        Seat(
            row.organisation,
            *STATES[row.marks[column]],
            f"{round_url}?kommun={quote(row.organisation)}" if round_url else "",
        )
        for row in matrix.rows
    ]


def attendance_sentence(matrix: Matrix, column: int) -> str:
    """Who was there, in words; those who were not are named."""
    by_state: dict[str, list[str]] = {}
    for row in matrix.rows:
        by_state.setdefault(STATES[row.marks[column]][0], []).append(row.organisation)
    here = by_state.get("yes", []) + by_state.get("partly", [])
    parts = [f"{number_word(len(here)).capitalize()} av {number_word(len(matrix.rows))} var med."]
    if partly := by_state.get("partly"):
        parts.append(f"{listed(partly)} en del av mötet.")
    if away := by_state.get("no"):
        parts.append(f"{listed(away)} var inte med.")
    if unknown := by_state.get("unknown"):
        parts.append(f"Det framgår inte om {listed(unknown)} var med.")
    return " ".join(parts)


def here_at(matrix: Matrix, column: int) -> int:
    """How many organisations took part in a meeting, wholly or partly."""
    return sum(row.marks[column] in HERE for row in matrix.rows if row.marks)


@dataclass(frozen=True, slots=True)
class Roll:
    """A meeting's attendance as minutes list it: those who were there, with a heading, and those who were
    not, by what is said of them.
    """

    heading: str
    present: list[dict[str, Any]]
    apologies: str
    absent: str


def roll(people: Iterable[dict[str, Any]], here: int, seats: int) -> Roll:
    """The attendance of one meeting, as ``meetings.attendance`` gives it; ``here`` of ``seats``
    organisations took part.
    """
    rows = list(people)
    away = [row for row in rows if row["status"] not in HERE]
    return Roll(
        heading=f"{number_word(here)} av {number_word(seats)}" if seats else "",
        present=[row for row in rows if row["status"] in HERE],
        apologies=", ".join(_who(row) for row in away if row["status"] == Attendance.Status.APOLOGIES),
        absent=", ".join(_who(row) for row in away if row["status"] == Attendance.Status.ABSENT),
    )


def _who(row: dict[str, Any]) -> str:
    """ "Hjo", "Ada Lindvret (Hjo)"."""
    name, organisation = row["name"], row["organisation__name"] or ""
    return (
        f"{name} ({organisation})" if name and organisation and name != organisation else name or organisation
    )
