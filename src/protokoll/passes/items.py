"""Agenda items as the outline found them."""

from __future__ import annotations

from protokoll.draft import Draft
from protokoll.outline import Outline
from protokoll.records import Item


def read(outline: Outline, draft: Draft) -> None:
    """Turn each item's heading into a record; a table of contents that the headings repeat is understood
    too.
    """
    for item in outline.items:
        line = item.heading.first
        draft.add("items", Item(line=line, end_line=item.heading.last, number=item.number, title=item.title))
    for block in outline.contents:
        draft.claim(block.first, block.last, by="contents")
