"""What a reading found, record by record, in the words of the reader's contract.

Pure: dictionaries in, values out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Fields = dict[str, Any]

LISTS = {
    "items": "item",
    "decisions": "decision",
    "assignments": "assignment",
    "events": "event",
    "referrals": "referral",
    "topics": "topic",
    "round": "round",
    "goals": "goal",
    "duties": "duty",
}
OFFICES = {
    "chair": "chair",
    "secretary": "secretary",
    "secretary_elected": "secretary-elected",
    "adjusters": "adjuster",
}
PLACED = ("line", "end_line", "page", "item")
HEADER = (
    "kind",
    "body",
    "title",
    "number",
    "reference",
    "date",
    "start",
    "end",
    "place",
    "chair",
    "secretary",
    "secretary_elected",
    "adjusters",
    "lines",
    "links",
)


@dataclass(frozen=True)
class Found:
    """One record of a reading: its kind, its fields, its lines, and the index of the point it was made
    under.
    """

    kind: str
    fields: Fields = field(hash=False)
    line: int
    end_line: int
    page: int | None = None
    item: int | None = None


def harvest(contract: Mapping[str, Any], lines: Sequence[str]) -> list[Found]:
    """Every record of a reading that the register keeps, points of the agenda first, each kind in the order
    of the document.

    Lines outside the text are brought into it, so that a source link always leads somewhere.
    """
    found = [one for name, kind in LISTS.items() for one in _listed(kind, contract.get(name) or ())]
    found += _attendance(contract)
    found += _officers(contract)
    return [_inside(one, len(lines)) for one in found]


def header(contract: Mapping[str, Any]) -> dict[str, Any]:
    """The single values of a reading, with the lines they stand on."""
    return {name: contract.get(name) for name in HEADER}


def _listed(kind: str, records: Sequence[Mapping[str, Any]]) -> Iterator[Found]:
    for record in records:
        yield _found(kind, record)


def _found(kind: str, record: Mapping[str, Any], **more: Any) -> Found:
    fields = {name: value for name, value in record.items() if name not in PLACED}
    line = record.get("line") or 1
    return Found(
        kind,
        {**fields, **more},
        line,
        max(line, record.get("end_line") or line),
        record.get("page"),
        record.get("item"),
    )


def _attendance(contract: Mapping[str, Any]) -> Iterator[Found]:
    for record in contract.get("present") or ():
        yield _found("attendance", record, status="partly" if record.get("part") else "present")
    for record in contract.get("absent") or ():
        yield _found("attendance", record, status="apologies" if record.get("notified") else "absent")


def _officers(contract: Mapping[str, Any]) -> Iterator[Found]:
    lines = contract.get("lines") or {}
    for name, role in OFFICES.items():
        value = contract.get(name) or ()
        for person in (value,) if isinstance(value, str) else value:
            line = lines.get(name) or 1
            yield Found("officer", {"role": role, "name": person}, line, line)


def _inside(one: Found, count: int) -> Found:
    first = min(max(one.line, 1), max(count, 1))
    last = min(max(one.end_line, first), max(count, 1))
    return (
        one
        if (first, last) == (one.line, one.end_line)
        else Found(one.kind, one.fields, first, last, one.page, one.item)
    )
