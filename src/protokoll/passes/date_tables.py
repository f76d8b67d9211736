"""Tables of dates to come: a column of dates beside host, place, theme or what happens."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from protokoll import dates, municipalities
from protokoll.draft import Draft
from protokoll.outline import Outline, Row, Table
from protokoll.records import Event
from protokoll.sayings.actors import Cast
from protokoll.sayings.event_fields import read_fields
from protokoll.words.swedish import swedish

_DATE = swedish(r"(?:datum|dag|när|tid(?:punkt)?|vecka|mötesdatum|dag och tid)\W*$", re.IGNORECASE)
_COLUMNS = {
    "host": swedish(r"(?:värd(?:kommun)?|arrangör|kommun|ansvarig kommun)\W*$", re.IGNORECASE),
    "place": swedish(r"(?:plats|var|lokal|ort)\W*$", re.IGNORECASE),
    "theme": swedish(r"(?:tema|innehåll|ämne|fokus|program)\W*$", re.IGNORECASE),
    "what": swedish(r"(?:vad|möte|aktivitet|händelse|typ)\W*$", re.IGNORECASE),
    "start": swedish(r"(?:tid|klockslag|kl\.?)\W*$", re.IGNORECASE),
    "convener": swedish(r"(?:sammankallande|kallar|inbjudan)\W*$", re.IGNORECASE),
}
_OPEN = swedish(r"^(?:-|–|\?|ej .*|inte .*|meddelas.*|oklart|bestäms.*|tba)?$", re.IGNORECASE)


@dataclass(slots=True)
class Tabled:
    """The events of the tables, and the blocks that were read for them."""

    events: list[Event] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)


def read_date_tables(outline: Outline, draft: Draft, base: date | None, cast: Cast) -> Tabled:
    """Read every table whose heading row names a column of dates and at least one of host, place, theme or
    what.
    """
    tabled = Tabled()
    for table in outline.tables:
        columns = _columns(table, draft)
        if columns is None:
            continue
        for row in table.rows:
            tabled.blocks.update(block.index for cell in row.cells for block in cell)
        for row in table.rows[1:]:
            event = _event(row, columns, base, cast)
            if event is not None and event.date != draft.get("date"):
                tabled.events.append(event)
    return tabled


def _columns(table: Table, draft: Draft) -> dict[str, int] | None:
    if len(table.rows) < 2 or draft.claimant(table.rows[0].line) in {
        "attendance",
        "head",
        "round",
        "signatures",
    }:
        return None
    titles = [title.strip(" *") for title in table.rows[0].texts]
    day = next((i for i, title in enumerate(titles) if _DATE.match(title)), None)
    if day is None or any(re.match(r"(?:ansvar|vem|klar|status)", title, re.IGNORECASE) for title in titles):
        return None
    columns = {"day": day}
    for name, pattern in _COLUMNS.items():
        found = next(
            (i for i, title in enumerate(titles) if i not in columns.values() and pattern.match(title)), None
        )
        if found is not None:
            columns[name] = found
    return columns if len(columns) > 1 else None


def _event(row: Row, columns: dict[str, int], base: date | None, cast: Cast) -> Event | None:
    texts = row.texts
    if columns["day"] >= len(texts):
        return None
    found = [one for one in dates.find_dates(texts[columns["day"]], base) if one.iso is not None]
    if not found:
        return None

    def cell(name: str) -> str | None:
        text = texts[columns[name]].strip(" *") if name in columns and columns[name] < len(texts) else ""
        return text if not _OPEN.match(text) else None

    host, place = cell("host"), cell("place")
    entry = municipalities.find(host) if host else None
    fields = read_fields(place or "", cast, listed=True)
    return Event(
        date=found[0].iso,
        start=found[0].start or dates.find_times(cell("start") or "", bare=True)[0],
        place=place,
        host=entry.name if entry else host or fields.host,
        theme=cell("theme"),
        what=cell("what"),
        convener=cell("convener"),
        line=row.line,
    )
