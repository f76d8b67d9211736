"""Attendance as seats round the table, and as the sentence that says the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lagetrunt.meetings.models import Attendance
from lagetrunt.meetings.queries import HERE, Matrix
from lagetrunt.pages.ring import Seat, State, listed, number_word

STATES: dict[str, State] = {
    Attendance.Status.PRESENT: "yes",
    Attendance.Status.PARTLY: "partly",
    Attendance.Status.APOLOGIES: "no",
    Attendance.Status.ABSENT: "no",
    "": "unknown",
}


@lru_cache(maxsize=8)
def _answers(language: str | None) -> dict[str, tuple[State, str]]:
    """The state and the words of each status: a page of meetings asks for hundreds of them."""
    words = {
        Attendance.Status.PRESENT: _("närvarande"),
        Attendance.Status.PARTLY: _("med en del av mötet"),
        Attendance.Status.APOLOGIES: _("anmält förhinder"),
        Attendance.Status.ABSENT: _("frånvarande"),
        "": _("framgår inte"),
    }
    return {status: (state, words[status]) for status, state in STATES.items()}


def attendance_seats(matrix: Matrix, column: int, round_url: str = "") -> list[Seat]:
    """The ring for one meeting (a column of the matrix); with ``round_url`` each seat leads to what its
    organisation has told.
    """
    answers = _answers(get_language())
    return [
        Seat(
            row.organisation,
            *answers[row.marks[column]],
            f"{round_url}?kommun={quote(row.organisation)}" if round_url else "",
        )
        for row in matrix.rows
    ]


def attendance_sentence(matrix: Matrix, column: int) -> str:
    """Who was there, in words; those who were not are named."""
    by_state: dict[str, list[str]] = {}
    for row in matrix.rows:
        by_state.setdefault(STATES[row.marks[column]], []).append(row.organisation)
    here = by_state.get("yes", []) + by_state.get("partly", [])
    parts = [
        _("%(here)s av %(all)s var med.")
        % {"here": number_word(len(here)).capitalize(), "all": number_word(len(matrix.rows))}
    ]
    if partly := by_state.get("partly"):
        parts.append(_("%(names)s en del av mötet.") % {"names": listed(partly)})
    if away := by_state.get("no"):
        parts.append(_("%(names)s var inte med.") % {"names": listed(away)})
    if unknown := by_state.get("unknown"):
        parts.append(_("Det framgår inte om %(names)s var med.") % {"names": listed(unknown)})
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
        heading=_("%(here)s av %(all)s") % {"here": number_word(here), "all": number_word(seats)}
        if seats
        else "",
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
