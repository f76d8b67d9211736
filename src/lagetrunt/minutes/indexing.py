"""What of a document can be searched for: every record, every point with its text, the words before the
first point, the people.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.urls import reverse

from lagetrunt.documents.queries import lines_of
from lagetrunt.minutes.kinds import KINDS
from lagetrunt.minutes.models import Import
from lagetrunt.minutes.rows import Brought, live
from lagetrunt.search import operations as search

TOGETHER = ("attendance", "officer")


def index_source(source: Import, brought: Brought, day: dt.date | None) -> None:
    """Put all that stands in the register from this document into the index, and take out what no
    longer stands.
    """
    rows = brought.rows
    search.remove(
        [
            *(key_of(name, row) for name, of_kind in rows.items() for row in of_kind if not live(row)),
            *(key_of(kind.name, row) for kind, row in brought.vanished),
        ]
    )
    search.index([*_records(source, rows, day), *_texts(source, rows, day), *_people(source, rows, day)])


def index_record(source: Import, name: str, row: Any, day: dt.date | None) -> None:
    """Bring one record's entry up to date after an act; points and people are indexed with their document."""
    if name in ("item", *TOGETHER):
        return
    if live(row):
        search.index(_records(source, {name: [row]}, day))
    else:
        search.remove([key_of(name, row)])


def forget(source: Import) -> None:
    """Take the running text of a document that is no longer in force out of the index."""
    search.remove([f"document:{source.pk}", f"people:{source.pk}"])


def key_of(name: str, row: Any) -> str:
    return f"{name}:{row.pk}"


def address(source: Import, line: int | None = None) -> str:
    """The review page of the document, at a line of it."""
    network = source.network
    page = reverse("minutes:review", args=[network.federation.slug, network.slug, source.pk])
    return f"{page}#r{line}" if line else page


def _records(
    source: Import, rows: Mapping[str, Sequence[Any]], day: dt.date | None
) -> Iterator[search.Entry]:
    for name, of_kind in rows.items():
        if name in ("item", *TOGETHER):
            continue
        for row in filter(live, of_kind):
            organisation = getattr(row, "organisation", None) or getattr(row, "host", None)
            item = getattr(row, "item", None)
            yield search.Entry(
                key=key_of(name, row),
                scope=source.network_id,
                kind=name,
                title=item.title if item else KINDS[name].label,
                text=_words(name, row),
                url=address(source, row.passage.first_line if row.passage else None),
                organisation=organisation.name if organisation else "",
                day=day,
            )


def _words(name: str, row: Any) -> str:
    """The words of a record that somebody would look for."""
    if name == "event":
        return " ".join(filter(None, (row.what, row.body, row.place, row.theme, row.convener)))
    if name == "goal":
        return "\n".join((row.title, *row.tasks))
    if name == "duty":
        return f"{row.role}: {row.text} {row.recipient}".strip()
    if name == "topic":
        return str(row.title)
    return f"{row.to}: {row.text}" if name == "referral" else str(row.text)


def _texts(source: Import, rows: Mapping[str, Sequence[Any]], day: dt.date | None) -> Iterator[search.Entry]:
    """The running text: what stands before the first point, and each point down to the next."""
    if source.text is None:
        return
    lines = lines_of(source.text)
    items = [row for row in rows.get("item", ()) if live(row) and row.passage]
    starts = [row.passage.first_line for row in items]
    head = "\n".join(lines[: min(starts, default=len(lines) + 1) - 1]).strip()
    scope, url = source.network_id, address(source)
    yield search.Entry(
        key=f"document:{source.pk}",
        scope=scope,
        kind="document",
        title=source.name,
        text=head,
        url=url,
        day=day,
    )
    ends = [min((start for start in starts if start > first), default=len(lines) + 1) for first in starts]
    for row, first, end in zip(items, starts, ends, strict=True):
        text = "\n".join(lines[first : end - 1]).strip()
        yield search.Entry(
            key=key_of("item", row),
            scope=scope,
            kind="item",
            title=row.title,
            text=text,
            url=f"{url}#r{first}",
            day=day,
        )


def _people(source: Import, rows: Mapping[str, Sequence[Any]], day: dt.date | None) -> Iterator[search.Entry]:
    """Who was there, in one entry: names are never inflected."""
    people = [row for name in TOGETHER for row in rows.get(name, ()) if live(row)]
    names = tuple(dict.fromkeys(row.name for row in people if row.name))
    organisations = [row.organisation.name for row in people if getattr(row, "organisation", None)]
    if people:
        yield search.Entry(
            key=f"people:{source.pk}",
            scope=source.network_id,
            kind="people",
            title="Närvaro",
            text=", ".join((*names, *dict.fromkeys(organisations))),
            names=(*names, *organisations),
            url=address(source),
            day=day,
        )
