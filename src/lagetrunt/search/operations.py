"""Writes: what can be found changes in the transaction of the fact itself."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from lagetrunt.search.models import IndexRow
from lagetrunt.search.words import forms

PLACES_A_DAY = 1 << 31
BATCH = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that is to be found. ``names`` are persons and places in it that must not be inflected."""

    key: str
    scope: int
    kind: str
    title: str
    text: str
    url: str
    names: tuple[str, ...] = ()
    organisation: str = ""
    day: dt.date | None = None


def index(entries: Iterable[Entry]) -> int:
    """Put these in the index, in place of what stood under the same keys; returns how many. Call it in the fact's transaction."""
    wanted = {entry.key: entry for entry in entries}
    remove(wanted)
    rows = [_row(entry) for entry in wanted.values()]
    _settle_places(rows)
    IndexRow.objects.bulk_create(rows, batch_size=BATCH)
    _write_forms(rows)
    return len(rows)


def remove(keys: Iterable[str]) -> None:
    """Take these keys out of the index; unknown ones are no fault."""
    wanted = list(keys)
    for start in range(0, len(wanted), BATCH):
        found = list(
            IndexRow.objects.filter(key__in=wanted[start : start + BATCH]).values_list("id", "forms")
        )
        if found:
            _erase_forms(found)
            IndexRow.objects.filter(id__in=[row_id for row_id, _ in found]).delete()


def place(entry: Entry) -> int:
    """The row's id: days first, so that the newest stand last in the index; undated things are the oldest."""
    day = entry.day.toordinal() if entry.day else 0
    return day * PLACES_A_DAY + (zlib.crc32(entry.key.encode()) & (PLACES_A_DAY - 1))


def _row(entry: Entry) -> IndexRow:
    words = forms(
        f"{entry.title}\n{entry.text}\n{entry.organisation}", names=(*entry.names, entry.organisation)
    )
    return IndexRow(
        id=place(entry), key=entry.key, scope=entry.scope, kind=entry.kind, title=entry.title[:500], text=entry.text,
        organisation=entry.organisation, day=entry.day, url=entry.url, forms=" ".join([f"scope{entry.scope}", *words]),
    )  # fmt: skip


def _settle_places(rows: Sequence[IndexRow]) -> None:
    """Two keys of one day can fall on the same place: the later takes the next free one."""
    taken = set(IndexRow.objects.filter(id__in=[row.id for row in rows]).values_list("id", flat=True))
    for row in rows:
        while row.id in taken:
            row.id += 1
        taken.add(row.id)


def _write_forms(rows: Sequence[IndexRow]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                "INSERT INTO search_forms(rowid, forms) VALUES (%s, %s)",
                [(row.id, row.forms) for row in rows],
            )
        else:
            cursor.executemany(
                "UPDATE search_indexrow SET lexemes = array_to_tsvector(%s::text[]) WHERE id = %s",
                [(row.forms.split(), row.id) for row in rows],
            )


def _erase_forms(found: Sequence[tuple[int, str]]) -> None:
    """SQLite's index holds no text of its own: a row is taken out by telling it what was in it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_forms(search_forms, rowid, forms) VALUES ('delete', %s, %s)", found
            )
