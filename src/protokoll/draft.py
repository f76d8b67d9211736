"""What the passes fill: single values, records, and which lines were understood."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from protokoll.outline import Outline
from protokoll.records import Record
from protokoll.words.swedish import lost_for_letters

LISTS = (
    "present", "absent", "items", "decisions", "assignments", "events", "referrals", "topics", "round",
    "links", "goals", "duties", "unread", "problems",
)  # fmt: skip
VALUES = (
    "kind", "body", "title", "number", "reference", "date", "start", "end", "place", "chair", "secretary",
    "secretary_elected", "adjusters",
)  # fmt: skip


class Draft:
    """The growing reading of one document.

    Passes call ``set`` for single values, ``add`` for records and ``claim`` for lines that they
    understood. The first value set stays unless ``replace`` is given, so an earlier pass with better
    evidence wins.
    """

    def __init__(self, outline: Outline) -> None:
        self.values: dict[str, Any] = {}
        self.lines: dict[str, int] = {}
        self.records: dict[str, list[Any]] = {name: [] for name in LISTS}
        self.kept: dict[str, Any] = {}  # what one pass worked out that later passes need as well
        self._lost = any("\ufffd" in line.text for line in outline.text.lines)
        self._claims: list[str | None] = [None] * (len(outline.lines) + 2)

    def set(self, name: str, value: Any, line: int | None = None, *, replace: bool = False) -> None:
        """Set a single value with the line where it stands. A name outside the contract is a ``KeyError``."""
        if name not in VALUES:
            raise KeyError(name)
        if name in self.values and not replace:
            return
        self.values[name] = value
        if line is not None:
            self.lines[name] = line

    def get(self, name: str) -> Any:
        """The single value set so far, or None."""
        return self.values.get(name)

    def add(self, kind: str, record: Record) -> None:
        """Add a record to one of the lists of the contract and claim its lines. An unknown list is a
        ``KeyError``.
        """
        self.records[kind].append(record)
        self.claim(record.line, record.end_line or record.line, by=kind)

    def claim(self, first: int, last: int | None = None, *, by: str) -> None:
        """Say that lines ``first`` to ``last`` were understood; the first claimant's name is kept."""
        for number in range(first, (last or first) + 1):
            if self._claims[number] is None:
                self._claims[number] = by

    def claimed(self, line: int) -> bool:
        """Whether some pass understood the line."""
        return self._claims[line] is not None

    def claimant(self, line: int) -> str | None:
        """Who claimed the line first, or None."""
        return self._claims[line]

    def parts(self) -> dict[str, Any]:
        """Everything as keyword arguments of ``Reading``, lists as tuples in the order of their lines."""
        found: dict[str, Any] = {
            name: tuple(sorted(records, key=lambda one: one.line)) for name, records in self.records.items()
        }
        found |= self.values
        if self._lost:
            found = {name: _plain(value) for name, value in found.items()}
        return {**found, "lines": dict(self.lines)}


def _plain(value: Any) -> Any:
    """The value with the signs for lost letters as the document has them."""
    if isinstance(value, str):
        return lost_for_letters(value)
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        old = {one.name: getattr(value, one.name) for one in fields(value)}
        changed = {name: new for name, part in old.items() if (new := _plain(part)) != part}
        return replace(value, **changed) if changed else value
    return value
