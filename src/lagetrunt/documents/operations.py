"""Keeping documents, the texts taken out of them, and passages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lagetrunt.documents.models import Document, Passage, Text
from lagetrunt.documents.storage import Stored
from lagetrunt.federations.models import Federation


def keep(*, federation: Federation, stored: Stored, name: str, media_type: str, at: dt.datetime) -> Document:
    """The federation's row for stored content; known content keeps the name and the day it first came
    with.
    """
    document, _ = Document.objects.get_or_create(
        federation=federation,
        sha256=stored.sha256,
        defaults={"size": stored.size, "media_type": media_type[:120], "name": name[:255], "added_at": at},
    )
    return document


def keep_text(
    *, document: Document, reader: str, lines: Sequence[str], layout: dict[str, Any], at: dt.datetime
) -> Text:
    """The text one version of the reader took out of a document.

    It is immutable: the first one kept stays.
    """
    text, _ = Text.objects.get_or_create(
        document=document, reader=reader, defaults={"body": "\n".join(lines), "layout": layout, "made_at": at}
    )
    return text


@dataclass(frozen=True)
class Place:
    """Where a passage stands: 1-based lines of the text, the page if there are pages, and the words."""

    first: int
    last: int
    page: int | None
    quote: str


def passages(*, text: Text, places: Iterable[Place]) -> list[Passage]:
    """A passage for each place, in their order; those the text already has are used again."""
    wanted = list(places)
    known = {(p.first_line, p.last_line, p.quote): p for p in text.passages.all()}
    fresh: dict[tuple[int, int, str], Passage] = {}
    for place in wanted:
        key = (place.first, place.last, place.quote)
        if key not in known and key not in fresh:
            fresh[key] = Passage(
                text=text, first_line=place.first, last_line=place.last, page=place.page, quote=place.quote
            )
    Passage.objects.bulk_create(fresh.values())
    found = {**known, **fresh}
    return [found[place.first, place.last, place.quote] for place in wanted]
