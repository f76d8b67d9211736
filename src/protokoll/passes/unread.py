"""What no pass understood: shown, never dropped."""

from __future__ import annotations

from protokoll.draft import Draft
from protokoll.layout.sections import names_section
from protokoll.outline import Outline
from protokoll.records import Unread


def read(outline: Outline, draft: Draft) -> None:
    """List the lines outside of any item that no pass claimed. Running text of an item is read as that
    item's text.
    """
    for block in outline.preamble:
        if names_section(block.text) and len(block.text) < 60:
            draft.claim(block.first, block.last, by="section")
    understood = {row for item in outline.items for block in (item.heading, *item.body) for row in block.rows}
    for number, line in enumerate(outline.lines, 1):
        text = line.text.strip()
        if not text or line.furniture or number in understood or draft.claimed(number):
            continue
        if any(sign.isalnum() for sign in text):
            draft.records["unread"].append(Unread(line=number, page=line.page, text=text))
