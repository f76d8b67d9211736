"""Bringing a reading into the rows of one meeting or charter: aligned with what is there, with people's
acts on top.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from lagetrunt.charters.models import Charter
from lagetrunt.documents.models import Passage, Record, Text
from lagetrunt.documents.operations import Place, passages
from lagetrunt.documents.queries import lines_of
from lagetrunt.followup.models import Assignee
from lagetrunt.meetings.models import Meeting
from lagetrunt.minutes import deeds
from lagetrunt.minutes.align import New, Old, align
from lagetrunt.minutes.harvest import Fields, Found
from lagetrunt.minutes.kinds import KINDS, Kind
from lagetrunt.minutes.models import Act
from lagetrunt.minutes.naming import Names
from lagetrunt.shared.keys import derive
from lagetrunt.shared.text import fold


@dataclass
class Brought:
    """What became of a reading: every row that stands, by kind, and those that the reading no longer
    holds.
    """

    rows: dict[str, list[Any]] = field(default_factory=dict)
    vanished: list[tuple[Kind, Any]] = field(default_factory=list)


class Bringing:
    """One reading on its way into the rows of ``owner`` (a Meeting or a Charter)."""

    def __init__(self, owner: Meeting | Charter, text: Text, names: Names, at: dt.datetime) -> None:
        self.owner, self.text, self.names, self.at = owner, text, names, at
        self.role = "meeting" if isinstance(owner, Meeting) else "charter"
        self.acts = acts_on(owner)
        self.items: list[Any] = []
        self.done = Brought()
        self._folded_lines = [fold(line) for line in lines_of(text)]

    def bring(self, found: Sequence[Found], kinds: Sequence[str]) -> Brought:
        """Write the records of these kinds; kinds that the text does not tell of are left alone."""
        for name in kinds:
            self._one_kind(KINDS[name], [one for one in found if one.kind == name])
        return self.done

    def _one_kind(self, kind: Kind, found: list[Found]) -> None:
        existing = existing_rows(kind, self.role, self.owner)
        groups = [(self._item_id(one), *kind.group(one.fields)) for one in found]
        texts = [kind.text(one.fields) for one in found]
        matched = align(
            [Old(row.id, self._old_group(kind, row), kind.text(self._known(row))) for row in existing],
            [New(group, text) for group, text in zip(groups, texts, strict=True)],
        )
        by_id = {row.id: row for row in existing}
        ids = fresh_ids(kind.name, self.owner.pk, texts, matched.ids, set(by_id))
        rows = [
            by_id.get(key) or kind.model(id=key, network_id=self.owner.network_id, **{self.role: self.owner})
            for key in ids
        ]
        for position, (row, one, passage) in enumerate(
            zip(rows, found, self._passages(kind, found), strict=True)
        ):
            row.as_read, row.passage, row.withdrawn_at = one.fields, passage, None
            self._fill(kind, row, position, one)
        left = [by_id[key] for key in matched.vanished]
        self._part(kind, left, position=len(rows))
        self._save(kind, rows, left, set(by_id))

    def _fill(self, kind: Kind, row: Any, position: int, one: Found | None) -> None:
        """Columns of one row: what was read, with the acts on top."""
        if one is not None and hasattr(row, "item_id"):
            row.item_id = self._item_id(one)
        if hasattr(row, "position"):
            row.position = position
        put(kind, row, self.acts.get(row.id, ()), self.names)

    def _part(self, kind: Kind, left: list[Any], position: int) -> None:
        """Rows that the reading does not hold: kept where a person stands behind words that still stand in
        the text, else withdrawn.
        """
        for row in left:
            result = deeds.outcome(row.as_read, self.acts.get(row.id, ()))
            place = self._found_again(row.passage)
            if result.gone:
                continue
            if not row.as_read or (result.held and place):
                row.passage = passages(text=self.text, places=[place])[0] if place else row.passage
                row.withdrawn_at = None
                self._fill(kind, row, position, None)
                self.done.rows.setdefault(kind.name, []).append(row)
            elif row.withdrawn_at is None:
                row.withdrawn_at = self.at
                self.done.vanished.append((kind, row))

    def _found_again(self, passage: Passage | None) -> Place | None:
        """Where the words of an older text's passage stand in this one, or None."""
        words = fold(passage.quote) if passage else ""
        if not passage or not words:
            return None
        span = passage.last_line - passage.first_line + 1
        for first in range(len(self._folded_lines)):
            if words in " ".join(filter(None, self._folded_lines[first : first + span])):
                return Place(first + 1, min(first + span, len(self._folded_lines)), None, passage.quote)
        return None

    def _passages(self, kind: Kind, found: Sequence[Found]) -> list[Passage]:
        return passages(
            text=self.text,
            places=[Place(one.line, one.end_line, one.page, kind.quote(one.fields)) for one in found],
        )

    def _save(self, kind: Kind, rows: list[Any], left: list[Any], known: set[UUID]) -> None:
        kind.model._default_manager.bulk_create([row for row in rows if row.id not in known])
        changed = [row for row in rows if row.id in known] + left
        if changed:
            kind.model._default_manager.bulk_update(changed, kind.columns)
        self.done.rows.setdefault(kind.name, [])[:0] = rows
        if kind.name == "item":
            self.items = rows
        if kind.name == "assignment":
            write_assignees(self.done.rows["assignment"], self.acts, self.names, known)

    def _item_id(self, one: Found) -> UUID | None:
        return self.items[one.item].id if one.item is not None and one.item < len(self.items) else None

    def _old_group(self, kind: Kind, row: Any) -> tuple[Any, ...]:
        return (getattr(row, "item_id", None), *kind.group(self._known(row)))

    def _known(self, row: Any) -> Fields:
        """By which words a row is known again: as it was read, or as a person added it."""
        known: Fields = row.as_read or deeds.outcome({}, self.acts.get(row.id, ())).fields
        return known


def put(kind: Kind, row: Any, acts: Sequence[Act], names: Names) -> None:
    """The columns and the standing of a row, from what was read and what people did."""
    result = deeds.outcome(row.as_read, acts)
    kind.write(row, result.fields, names)
    row.standing = result.standing or kind.standing(result.fields)


def existing_rows(kind: Kind, role: str, owner: Meeting | Charter) -> list[Any]:
    """The rows of one kind in the order of their text; those that were withdrawn or only added by hand come
    last, so that of two equal ones the reader's own is found again.
    """
    rows = kind.model._default_manager.filter(**{role: owner}).select_related("passage")

    def order(row: Any) -> tuple[bool, bool, int, str]:
        return (
            row.withdrawn_at is not None,
            not row.as_read,
            row.passage.first_line if row.passage else 0,
            str(row.id),
        )

    return sorted(rows, key=order)


def acts_on(owner: Meeting | Charter) -> dict[UUID, list[Act]]:
    """All acts on the records of one meeting or charter, from every version of its document."""
    role = "meeting" if isinstance(owner, Meeting) else "charter"
    grouped: dict[UUID, list[Act]] = defaultdict(list)
    for act in Act.objects.filter(**{f"source__{role}": owner}):
        grouped[act.record].append(act)
    return grouped


def fresh_ids(
    kind: str, owner: UUID, texts: Sequence[str], ids: Sequence[UUID | None], taken: set[UUID]
) -> list[UUID]:
    """The ids, with a derived one for each record that is new: of its kind, its owner, its words, and which
    of these it is.
    """
    used, counts, result = set(taken), defaultdict[str, int](int), []
    for text, known in zip(texts, ids, strict=True):
        key = known
        while key is None or (known is None and key in used):
            key = derive(kind, owner, text, counts[text])
            counts[text] += 1
        used.add(key)
        result.append(key)
    return result


def write_assignees(
    rows: Sequence[Any], acts: Mapping[UUID, Sequence[Act]], names: Names, known: set[UUID]
) -> None:
    """Who is to do each assignment, as written, with the person where it can be only one."""
    if known:
        Assignee.objects.filter(assignment_id__in=[row.id for row in rows]).delete()
    made = []
    for row in rows:
        fields = deeds.outcome(row.as_read, acts.get(row.id, ())).fields
        for position, name in enumerate(fields.get("assignees") or ()):
            made.append(
                Assignee(assignment=row, position=position, name=name[:200], person=names.person(name))
            )
    Assignee.objects.bulk_create(made)


def live(row: Record) -> bool:
    """Whether a row stands in the register: neither withdrawn nor dismissed."""
    return row.withdrawn_at is None and row.standing != Record.Standing.DISMISSED
