"""The passes: one rule family per file, in the order in which they run.

A pass reads the outline and what earlier passes put into the draft, and adds what it finds. Structure comes
first, because sentences are judged by where they stand.
"""

from __future__ import annotations

from collections.abc import Callable

from protokoll.draft import Draft
from protokoll.outline import Outline
from protokoll.passes import (
    assignments,
    attendance,
    charter,
    decisions,
    events,
    header,
    items,
    links,
    referrals,
    round,
    signatures,
    topics,
    unread,
)

Pass = tuple[str, Callable[[Outline, Draft], None]]

PASSES: tuple[Pass, ...] = (
    ("header", header.read),
    ("attendance", attendance.read),
    ("items", items.read),
    ("round", round.read),
    ("signatures", signatures.read),
    ("decisions", decisions.read),
    ("assignments", assignments.read),
    ("events", events.read),
    ("referrals", referrals.read),
    ("topics", topics.read),
    ("charter", charter.read),
    ("links", links.read),
    ("unread", unread.read),
)


def run(outline: Outline) -> Draft:
    """Run every pass in order over one outline."""
    draft = Draft(outline)
    for _, read in PASSES:
        read(outline, draft)
    return draft
