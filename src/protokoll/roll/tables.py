"""Attendance in tables: columns for names, organisations and roles, crosses for who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from protokoll.people import Entry, read_people
from protokoll.words.people import NOBODY, PART, SUBSTITUTE, organisation_of, plain_organisation
from protokoll.words.swedish import swedish

if TYPE_CHECKING:
    from protokoll.layout.tables import Table

Grid = Sequence[tuple[int, tuple[str, ...]]]
"""Rows of a table or of lines set in columns: the line each begins on, and the text of each column."""

Status = Literal["present", "absent"]
Column = Literal["name", "organisation", "role", "present", "absent", "substitute", "part", "note"]

_HEADERS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (kind, swedish(pattern, re.IGNORECASE))  # type: ignore[misc]
    for kind, pattern in (
        ("absent", r"(?:frånvar|frånv|förhinder|ej närv|inte närv|återbud|saknas)"),
        ("present", r"(?:närvar|närv|deltog|på plats|digitalt|teams|här\b|deltar)"),
        ("substitute", r"(?:ersätter|ersättare för|ers\. för|i stället för|för ordinarie)"),
        (
            "organisation",
            r"(?:kommun|organisation|företräder|representerar|klass|årskurs|lag\b|grupp|förening"
            r"|förvaltning|skola|enhet|klubb"
            r"|arbetsplats|region|medlem\b"
            r"|verksamhet|ort|parti)",
        ),
        ("role", r"(?:roll|funktion|titel|befattning|uppdrag|tjänst)"),
        ("part", r"(?:del av|§|punkter|tid|paragraf)"),
        ("name", r"(?:namn|deltagare|ledamot|person|representant|ledamöter|vem)"),
        ("note", r"(?:anm|not|kommentar|e-?post|mejl|telefon|signatur)"),
    )
)
_PARTICIPANT = swedish(r"(?:deltagare|ledamot|ledamöter|representant|närvarande)", re.IGNORECASE)
_CROSS = swedish(r"(?:x|X|✓|✔|√|ja|j|närvarande|1|☒|☑|på plats|digitalt|teams|n)\.?$", re.IGNORECASE)
_AWAY = swedish(
    r"(?:nej|frånvarande|frånv\.?|förhinder|meddelat förhinder|anmält förhinder|återbud|sjuk|f|0|☐|ej"
    r"|saknas|inte närvarande|f\.?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Seat:
    """One person or organisation of an attendance table."""

    line: int
    status: Status
    entry: Entry


def columns_of(texts: Sequence[str]) -> list[Column | None] | None:
    """What the columns hold, if the row is the head of an attendance table; else None."""
    kinds: list[Column | None] = []
    for text in texts:
        kinds.append(
            next((kind for kind, pattern in _HEADERS if len(text) < 40 and pattern.match(text)), None)
        )
    people = {"name", "organisation"} & set(kinds)
    told = {"present", "absent"} & set(kinds)
    if kinds.count("name") == 1 and len(kinds) >= 2 and ("organisation" in kinds or "role" in kinds or told):
        return kinds
    if people and told:
        return kinds
    return None


def grid_of(table: Table) -> Grid:
    """The rows of a table as a grid."""
    return [(row.line, row.texts) for row in table.rows]


def tells_attendance(grid: Grid) -> bool:
    """Whether the first row of a table names columns of people or organisations and of who was there."""
    if len(grid) < 2:
        return False
    kinds = columns_of(grid[0][1])
    if kinds is None:
        return False
    told = {"present", "absent"} & set(kinds)
    return bool(told) or any(
        kind == "name" and _PARTICIPANT.match(text) for kind, text in zip(kinds, grid[0][1], strict=False)
    )


def read_seats(grid: Grid, status: Status | None) -> list[Seat]:
    """The people of an attendance table. ``status`` comes from the heading above the table; without one
    the table's own first row must name its columns and say who was present or absent.
    """
    if not grid:
        return []
    kinds = columns_of(grid[0][1])
    if kinds is None:
        return _plain(grid, status) if status is not None else []
    if status is None and not tells_attendance(grid):
        return []
    seats: list[Seat] = []
    place: str | None = None
    for line, texts in grid[1:]:
        found, place = _seats_of(line, texts, kinds, status or "present", place)
        seats.extend(found)
    return seats


def _seats_of(
    line: int, texts: tuple[str, ...], kinds: list[Column | None], status: Status, place: str | None
) -> tuple[list[Seat], str | None]:
    cells: dict[Column, str] = {}
    for kind, text in zip(kinds, texts, strict=False):
        if kind is not None and kind not in cells:
            cells[kind] = text.strip()
    organisation, role, substitute = _organisation_cell(cells.get("organisation") or "")
    organisation = "" if NOBODY.fullmatch(organisation) else organisation
    place = (
        plain_organisation(organisation) if organisation else (None if cells.get("organisation") else place)
    )
    names = cells.get("name", "")
    if "name" not in kinds:
        return _by_organisation(line, cells, place), place
    who = _status(cells, status)
    away = _AWAY.match(names) is not None
    people = read_people(names, lone="name") if names and not away and not NOBODY.fullmatch(names) else []
    if not people:
        empty = place and (away or not names or NOBODY.fullmatch(names)) and (organisation or names)
        return ([Seat(line, "absent", Entry(0, 0, organisation=place))] if empty else []), place
    for one in people:
        one.organisation = one.organisation or place
        one.role = one.role or cells.get("role") or role
        one.substitute_for = (
            one.substitute_for
            or substitute
            or cells.get("substitute")
            or _substitute(cells.get("present", ""))
        )
        one.part = one.part or _part(cells)
    return [Seat(line, who, one) for one in people], place


def _organisation_cell(text: str) -> tuple[str, str | None, str | None]:
    """An organisation's cell with what may stand beside the name: "Arbetsgivaren, rektor", "Kommunal
    (ersättare för Bo Al)".
    """
    found = SUBSTITUTE.search(text)
    substitute = text[found.end() :].strip(" ,.)") if found is not None else None
    bare = text[: found.start()].rstrip(" (,") if found is not None else text
    name, _, behind = bare.partition(", ")
    if behind[:1].islower():
        return name, behind, substitute
    return bare, None, substitute


def _substitute(text: str) -> str | None:
    """The other's name in "ja, för Fritz Holm"."""
    found = SUBSTITUTE.search(text)
    return text[found.end() :].strip(" ,.)") or None if found is not None else None


def _part(cells: dict[Column, str]) -> str | None:
    for text in (cells.get("part", ""), cells.get("present", ""), cells.get("note", "")):
        found = PART.search(text)
        if found is not None:
            return found.group().strip(" ,()")
    return None


def _status(cells: dict[Column, str], status: Status) -> Status:
    present, absent = cells.get("present"), cells.get("absent")
    if absent and not NOBODY.fullmatch(absent):
        return "absent"
    if present is None:
        return status
    if _AWAY.match(present) or not present or NOBODY.fullmatch(present):
        return "absent"
    return "present"


def _by_organisation(line: int, cells: dict[Column, str], place: str | None) -> list[Seat]:
    """A row per organisation, with crosses or names under "Närvarande" and "Frånvarande"."""
    if place is None:
        return []
    seats: list[Seat] = []
    for kind in ("present", "absent"):
        text = cells.get(kind, "")
        if not text or NOBODY.fullmatch(text):
            continue
        status: Status = "present" if kind == "present" else "absent"
        if _CROSS.match(text) or _AWAY.match(text):
            if kind == "present" and _AWAY.match(text) and not _CROSS.match(text):
                status = "absent"
            seats.append(Seat(line, status, Entry(0, 0, organisation=place, role=cells.get("role") or None)))
            continue
        for one in read_people(text):
            one.organisation = one.organisation or place
            one.role = one.role or cells.get("role") or None
            seats.append(Seat(line, status, one))
    if not seats:
        seats.append(Seat(line, "absent", Entry(0, 0, organisation=place)))
    return seats


def _plain(grid: Grid, status: Status) -> list[Seat]:
    """A table without a head under "Närvarande": each row reads as one line of a list."""
    seats: list[Seat] = []
    for line, cells in grid:
        texts = [text for text in cells if text]
        if not texts:
            continue
        if len(texts) > 1 and organisation_of(texts[0]) and not organisation_of(texts[1]):
            texts = [*texts[1:2], texts[0], *texts[2:]]
        for one in read_people(", ".join(text.replace(";", ",") for text in texts)):
            seats.append(Seat(line, status, one))
    return seats
