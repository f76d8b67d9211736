"""Round the table: what each organisation reported, in every shape (colon, semicolon, dash, heading,
table, in mid-line).
"""

from __future__ import annotations

from protokoll.draft import Draft
from protokoll.outline import Outline
from protokoll.records import RoundEntry
from protokoll.round_table import read_round


def read(outline: Outline, draft: Draft) -> None:
    """Add the entries of each item in which a round is held; a document without items is read as a whole."""
    known = frozenset(
        one.organisation for kind in ("present", "absent") for one in draft.records[kind] if one.organisation
    )
    spans = [(item.index, item.title, item.body) for item in outline.items]
    if not outline.items and outline.kind != "charter":
        spans = [(None, "", [block for block in outline.preamble if block.index not in outline.roll_blocks])]  # type: ignore[list-item]
    for index, title, body in spans:
        for one in read_round(title, body, known):
            draft.add(
                "round",
                RoundEntry(
                    line=one.line,
                    end_line=one.end_line,
                    item=index,
                    organisation=one.organisation,
                    text=one.text,
                ),
            )
