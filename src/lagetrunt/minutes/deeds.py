"""What people's acts make of a record, whatever the reader says of it. Pure functions on values.

Acts are applied again on top of every reading, in their order; an act that was undone counts as never done.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from lagetrunt.documents.models import Record
from lagetrunt.minutes.harvest import Fields
from lagetrunt.minutes.models import Act

Standing = Record.Standing
Verb = Act.Verb


@dataclass(frozen=True)
class Outcome:
    """``fields``: what holds.

    ``standing``: None where nobody has said anything. ``held``: a person stands behind the record.

    ``gone``: a person added the record and took that back.
    """

    fields: Fields
    standing: str | None
    held: bool
    gone: bool


def standing_acts(acts: Sequence[Act]) -> list[Act]:
    """The acts that count: neither undone, nor an undoing.

    An undoing that was itself undone does not take anything back.
    """
    undone: set[UUID] = set()
    for act in sorted(acts, key=order, reverse=True):
        if act.verb == Verb.UNDO and act.id not in undone and act.undoes_id is not None:
            undone.add(act.undoes_id)
    return [act for act in sorted(acts, key=order) if act.verb != Verb.UNDO and act.id not in undone]


def order(act: Act) -> tuple[object, int, int]:
    """Acts in the order in which they were done, across the versions of one meeting's minutes."""
    return (act.at, act.source_id, act.sequence)


def outcome(as_read: Fields, acts: Sequence[Act]) -> Outcome:
    """Apply all acts on one record to what the reader said of it."""
    fields, standing = dict(as_read), None
    valid = standing_acts(acts)
    for act in valid:
        if act.verb in (Verb.CORRECT, Verb.ADD):
            fields.update(act.fields)
        standing = Standing.DISMISSED if act.verb == Verb.DISMISS else Standing.CONFIRMED
    added = any(act.verb == Verb.ADD for act in acts)
    kept = any(act.verb == Verb.ADD for act in valid)
    return Outcome(
        fields, standing, bool(valid) and standing != Standing.DISMISSED, added and not kept and not as_read
    )


def last_standing(acts: Iterable[Act]) -> Act | None:
    """The latest act that can be undone, or None."""
    valid = standing_acts(list(acts))
    return valid[-1] if valid else None
