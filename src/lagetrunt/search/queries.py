"""Reads: the same matches in the same order on SQLite and PostgreSQL, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from lagetrunt.search.words import forms_of, plain_words, stems, words

CAP = 400  # candidates that are weighed against each other when relevance is asked for
MOST_WORDS = 12

Row = tuple[Any, ...]  # key, scope, kind, title, organisation, day, url, text


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found. ``excerpt`` is its text around the match: (words, whether they match) in order."""

    key: str
    scope: int
    kind: str
    title: str
    organisation: str
    day: dt.date | None
    url: str
    excerpt: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits; ``more`` tells whether there are others after it."""

    hits: tuple[Hit, ...]
    more: bool


def find(
    text: str,
    *,
    scopes: Sequence[int],
    kind: str = "",
    by_relevance: bool = False,
    start: int = 0,
    limit: int = 20,
) -> Found:
    """What matches every word of ``text`` in the scopes that the asker may see.

    The last word also matches as the beginning of a word, so that results come while one types. An empty question finds nothing.
    """
    asked = [word for word, *_ in words(text)][:MOST_WORDS]
    if not asked or not scopes:
        return Found((), False)
    groups = _groups(asked, open_end=not text.endswith((" ", '"')))
    rows = _rows(
        groups, scopes, kind, start=0 if by_relevance else start, limit=CAP if by_relevance else limit + 1
    )
    matches = _Match(asked)
    if by_relevance:
        rows = sorted(rows, key=lambda row: -_weight(row, matches))[start : start + limit + 1]
    return Found(tuple(_hit(row, matches) for row in rows[:limit]), len(rows) > limit)


def _groups(asked: Sequence[str], *, open_end: bool) -> list[list[str]]:
    """For each word the lexemes that may stand for it; a trailing ``*`` means a beginning."""
    named = _known_as_names(asked)
    groups = []
    for position, word in enumerate(asked):
        group = ["x" + word] if word in named else forms_of(word, named=False)
        if open_end and position == len(asked) - 1 and len(word) > 2:
            group.append("x" + word + "*")
        groups.append(group)
    return groups


def _known_as_names(asked: Sequence[str]) -> set[str]:
    """Those of the words that the index knows as names: they are not inflected."""
    return {word for word in set(asked) if _rows([["y" + word]], (), "", start=0, limit=1)}


def _rows(groups: list[list[str]], scopes: Sequence[int], kind: str, *, start: int, limit: int) -> list[Row]:
    wanted = [*groups, *([[f"scope{scope}" for scope in scopes]] if scopes else [])]
    match = _sqlite_match(wanted) if connection.vendor == "sqlite" else _postgres_match(wanted)
    where = " AND r.kind = %s" if kind else ""
    if connection.vendor == "sqlite":
        source = "search_forms f JOIN search_indexrow r ON r.id = f.rowid WHERE f.search_forms MATCH %s"
        order = "f.rowid"
    else:
        source, order = "search_indexrow r WHERE r.lexemes @@ %s::tsquery", "r.id"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.key, r.scope, r.kind, r.title, r.organisation, r.day, r.url, r.text"
            f" FROM {source}{where} ORDER BY {order} DESC LIMIT %s OFFSET %s",
            [match, *([kind] if kind else []), limit, start],
        )
        rows: list[Row] = cursor.fetchall()
    return rows


def _sqlite_match(groups: Iterable[Iterable[str]]) -> str:
    return " AND ".join(
        "(" + " OR ".join(f'"{form.rstrip("*")}"{"*" if form.endswith("*") else ""}' for form in group) + ")"
        for group in groups
    )


def _postgres_match(groups: Iterable[Iterable[str]]) -> str:
    return " & ".join(
        "(" + " | ".join(f"'{form.rstrip('*')}'{':*' if form.endswith('*') else ''}" for form in group) + ")"
        for group in groups
    )


class _Match:
    """Whether a word of a text is one of those asked for, in any inflection or as the beginning of it."""

    def __init__(self, asked: Sequence[str]) -> None:
        self._asked = set(asked)
        self._beginnings = tuple(word for word in asked if len(word) > 2)
        self._stems = frozenset().union(*(stems(word) for word in asked))
        self._known: dict[str, bool] = {}

    def __call__(self, word: str) -> bool:
        found = self._known.get(word)
        if found is None:
            found = word in self._asked or word.startswith(self._beginnings)
            found = found or (word.isalpha() and not self._stems.isdisjoint(stems(word)))
            self._known[word] = found
        return found


def _weight(row: Row, matches: _Match) -> float:
    """How much a row is about what was asked: matches in the title weigh most, long texts weigh less."""
    title, text = row[3], row[7]
    in_title = sum(matches(word) for word, *_ in plain_words(title))
    in_text = [matches(word) for word, *_ in plain_words(text)]
    return 3 * in_title + sum(in_text) / (1 + len(in_text) / 80)


def _hit(row: Row, matches: _Match) -> Hit:
    key, scope, kind, title, organisation, day, url, text = row
    day = dt.date.fromisoformat(day) if isinstance(day, str) else day
    return Hit(key, scope, kind, title, organisation, day, url, _excerpt(text, matches))


def excerpt(text: str, asked: Sequence[str], *, width: int = 220) -> tuple[tuple[str, bool], ...]:
    """The text around the first match, cut at words, as (piece, whether it matches) in order."""
    return _excerpt(text, _Match(asked), width)


def _excerpt(text: str, matches: _Match, width: int = 220) -> tuple[tuple[str, bool], ...]:
    spans = ((start, end) for word, start, end in plain_words(text) if matches(word))
    found = next(spans, None)
    first = found[0] if found else 0
    begin = text.rfind(" ", 0, max(0, first - width // 3)) + 1 if first > width // 3 else 0
    end = len(text) if len(text) <= begin + width else text.rfind(" ", begin, begin + width)
    end = end if end > begin else begin + width
    pieces, at = [("… ", False)] if begin else [], begin
    while found and found[0] < end:
        start, stop = found
        if at <= start and stop <= end:
            pieces += [(text[at:start], False), (text[start:stop], True)]
            at = stop
        found = next(spans, None)
    pieces.append((text[at:end] + (" …" if end < len(text) else ""), False))
    return tuple(piece for piece in pieces if piece[0])
