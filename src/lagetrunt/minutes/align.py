"""Which record of a new reading is which record we already have (DESIGN.md, section 4).

Pure functions on values.

Same passage, same record; a changed passage is the most similar record of the same kind and place; what
nothing matches is new, and what nothing in the new reading matches has vanished. Nothing is ever matched
twice and nothing is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rapidfuzz import fuzz

SIMILAR = 60.0
PAIRS = 40_000


@dataclass(frozen=True)
class Old:
    """A record we have:

    ``group`` is what must stay the same for a changed passage, ``text`` its folded words.
    """

    id: UUID
    group: Hashable
    text: str


@dataclass(frozen=True)
class New:
    """A record of the new reading, likewise."""

    group: Hashable
    text: str


@dataclass(frozen=True)
class Alignment:
    """``ids[i]`` is the record that the i-th new one is (None: it is new); ``vanished`` are those that no
    new one is.
    """

    ids: tuple[UUID | None, ...]
    vanished: tuple[UUID, ...]


def align(old: Sequence[Old], new: Sequence[New]) -> Alignment:
    """Match one kind of record. Both sequences are in the order of their texts."""
    ids: list[UUID | None] = [None] * len(new)
    left = dict(enumerate(old))
    _same(left, new, ids, lambda one: (one.group, one.text))
    _same(left, new, ids, lambda one: one.text)
    _similar(left, new, ids)
    return Alignment(tuple(ids), tuple(one.id for one in left.values()))


def _same(
    left: dict[int, Old], new: Sequence[New], ids: list[UUID | None], key: Callable[[Any], Hashable]
) -> None:
    """The n-th of a passage is the n-th of the same passage."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for position, one in left.items():
        waiting[key(one)].append(position)
    for index, fresh in enumerate(new):
        if ids[index] is None and (positions := waiting.get(key(fresh))):
            ids[index] = left.pop(positions.pop(0)).id


def _similar(left: dict[int, Old], new: Sequence[New], ids: list[UUID | None]) -> None:
    """Of what remains, the most similar pairs within a group, best first; equal scores are settled by the
    words, not the order.
    """
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for position, one in left.items():
        groups[one.group].append(position)
    pairs: list[tuple[float, str, str, int, int]] = []
    for index, fresh in enumerate(new):
        if ids[index] is not None or len(pairs) > PAIRS:
            continue
        for position in groups.get(fresh.group, ()):
            score = fuzz.ratio(left[position].text, fresh.text, score_cutoff=SIMILAR)
            if score:
                pairs.append((-score, fresh.text, left[position].text, index, position))
    for _, _, _, index, position in sorted(pairs):
        if ids[index] is None and position in left:
            ids[index] = left.pop(position).id
