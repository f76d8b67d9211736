"""Who was there and who was not: lists, sentences and tables."""

from __future__ import annotations

import re
from dataclasses import replace

from protokoll.draft import Draft
from protokoll.outline import Outline
from protokoll.people import Entry, read_people
from protokoll.records import Absent, Present
from protokoll.roll import RollPart, listed
from protokoll.roll.tables import Seat, grid_of, read_seats
from protokoll.words.people import AWAY, NOBODY, Kind, organisation_of
from protokoll.words.swedish import swedish

_MARK = swedish(r"\t\s*([xX✓√]|ja|nej|-|–)\s*$")
_CROSS = swedish(r"[xX✓√]|ja")
_NOTIFIED = swedish(r"förhinder|återbud|anmäl|meddela", re.IGNORECASE)


def read(outline: Outline, draft: Draft) -> None:
    """Turn the stretches of attendance into records; an organisation set out with nobody behind it was
    away.
    """
    if outline.kind in ("charter", "notice"):
        return
    seats = [
        seat
        for table in outline.tables
        for seat in read_seats(grid_of(table), outline.roll_tables.get(table.number))
    ] + [seat for grid in outline.roll_grids for seat in read_seats(grid, None)]
    listed = [*(entry for part in outline.roll for entry in _entries(part)), *(seat.entry for seat in seats)]
    named = {entry.organisation for entry in listed if entry.organisation}
    organisations = frozenset(name.casefold() for name in named)
    told = frozenset(name.casefold() for name in named if organisation_of(name) is None)
    for index in outline.roll_blocks:
        block = outline.blocks[index]
        draft.claim(block.first, block.last, by="attendance")
    read_parts = [(part, _entries(part, told, lone_away=bool(organisations))) for part in outline.roll]
    if sum(1 for _, entries in read_parts if _led_by_organisation(entries)) >= 2:
        read_parts = [(part, _under_organisation(part, entries)) for part, entries in read_parts]
    ticked = any(part.block.label == "[x]" for part in outline.roll)
    for part, entries in read_parts:
        missed = ticked and part.block.label == "[ ]"
        taken = replace(part, status="absent") if missed else part
        notified = part.status == "absent" and bool(_NOTIFIED.search(part.block.text))
        for entry in entries:
            _add(draft, taken, entry, notified)
    for seat in seats:
        _add_seat(draft, seat)


def _entries(
    part: RollPart, organisations: frozenset[str] = frozenset(), *, lone_away: bool = False
) -> list[Entry]:
    text = listed(part.block)[part.start : part.end]
    mark = _MARK.search(text)
    if mark is not None:
        text = text[: mark.start()]
    if part.group and NOBODY.fullmatch(text.strip()):
        return [Entry(0, 0, organisation=part.group, empty=True)]
    lone: Kind = "organisation" if part.status == "absent" and lone_away else "name"
    entries = read_people(text, organisations=organisations, lone=lone)
    if part.group:
        for entry in entries:
            entry.organisation = entry.organisation or part.group
    if mark is not None and not _CROSS.fullmatch(mark.group(1)):
        for entry in entries:
            entry.role = entry.role or "frånvarande"
    return entries


def _led_by_organisation(entries: list[Entry]) -> bool:
    """Whether a line names one organisation and then people who tell none ("Hjo, Anna Ek, Bo Al")."""
    if len(entries) < 2 or entries[0].name is not None or entries[0].empty:
        return False
    return all(one.name is not None and one.organisation is None for one in entries[1:])


def _under_organisation(part: RollPart, entries: list[Entry]) -> list[Entry]:
    """In a list whose lines begin with the organisation, the people belong to it, and a dash means nobody."""
    if _led_by_organisation(entries):
        for entry in entries[1:]:
            entry.organisation = entries[0].organisation
        return entries[1:]
    if (
        len(entries) == 1
        and entries[0].name is None
        and part.block.text[: part.end].rstrip().endswith(("-", "–"))
    ):
        entries[0].empty = True
    return entries


def _add(draft: Draft, part: RollPart, entry: Entry, notified: bool) -> None:
    line = part.block.line_of(part.start + entry.at)
    end = part.block.line_of(max(part.start + entry.end - 1, 0))
    away = bool(entry.role and AWAY.match(entry.role))
    if (
        entry.name
        and not entry.organisation
        and any(one.name == entry.name for one in draft.records["present"])
    ):
        draft.claim(line, end, by="attendance")
        return
    if part.status == "present" and not away and not entry.empty:
        draft.add(
            "present",
            Present(
                line=line, end_line=end, name=entry.name, organisation=entry.organisation, role=entry.role,
                substitute_for=entry.substitute_for, part=entry.part,
            ),
        )  # fmt: skip
        return
    draft.add(
        "absent",
        Absent(
            line=line, end_line=end, name=entry.name, organisation=entry.organisation,
            role=None if away else entry.role,
            notified=True if notified or (away and _NOTIFIED.search(entry.role or "")) else None,
        ),
    )  # fmt: skip


def _add_seat(draft: Draft, seat: Seat) -> None:
    entry = seat.entry
    if seat.status == "present":
        draft.add(
            "present",
            Present(
                line=seat.line, name=entry.name, organisation=entry.organisation, role=entry.role,
                substitute_for=entry.substitute_for, part=entry.part,
            ),
        )  # fmt: skip
    else:
        draft.add(
            "absent",
            Absent(line=seat.line, name=entry.name, organisation=entry.organisation, role=entry.role),
        )
