"""Topics to be taken up some time: lists under "Att planera", "Inte inplanerat", "Parkeringen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokoll import dates
from protokoll.draft import Draft
from protokoll.outline import Outline
from protokoll.records import Topic
from protokoll.sayings.parts import Part, parts_of, sentences_of
from protokoll.words.swedish import swedish

_SPLIT = swedish(r"[,;](?![^(]*\))\s+")
_LAST = swedish(r"\s(?:och|samt)\s(?![^(]*\))")
_EMPTY = swedish(r"[\s\W]*(?:ing(?:a|et|en)(?:ting)?(?:\s[\w\s]{0,30})?|-|–|\?)?[\s\W]*", re.IGNORECASE)
_SENTENCE = swedish(
    r"\b(?:är|har|ska|kan|tas|finns|blir|kommer|planeras|får|vill|bestäms|fylls|lämnas|skickas|mejlas)\b",
    re.IGNORECASE,
)
_LONGEST = 140


def read(outline: Outline, draft: Draft) -> None:
    """Add the topics of every list that is announced as not yet planned; dated entries are events, not
    topics.
    """
    if draft.get("kind") == "charter":
        return
    for part in parts_of(outline, draft):
        if (
            part.mode != "topics"
            or (part.mark is not None and part.mark.alone)
            or part.block.cell is not None
        ):
            continue
        for title, start in _titles(part, outline):
            if not _EMPTY.fullmatch(title) and not _dated(title):
                line = part.block.line_of(start)
                draft.add(
                    "topics",
                    Topic(line=line, end_line=part.block.line_of(start + len(title) - 1), title=title),
                )


def _titles(part: Part, outline: Outline) -> Iterator[tuple[str, int]]:
    """The titles in one block with their offsets: a bullet is one, a plain line is split at its commas."""
    words = part.words
    if part.block.kind in {"bullet", "numbered"} or part.box is not None:
        yield from _one(words, part.start)
        return
    if part.mark is not None:
        words = next((one.text for one in sentences_of(outline, part)), words)
    if words.rstrip().endswith(":") or ("." in words.rstrip(" .") and _SENTENCE.search(words)):
        return
    pieces = list(_pieces(words))
    if len(pieces) == 1 and (
        len(words) > _LONGEST or (_SENTENCE.search(words) and not words.rstrip().endswith("?"))
    ):
        return
    for start, end in pieces:
        yield from _one(words[start:end], part.start + start)


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a comma list stand; the last "och" divides only where commas do too."""
    at = 0
    cuts = list(_SPLIT.finditer(words))
    for cut in cuts:
        yield at, cut.start()
        at = cut.end()
    joints = list(_LAST.finditer(words, at)) if cuts else []
    capitals = all(words[cut.end() : cut.end() + 1].isupper() for cut in cuts)
    if joints and not (capitals and words[joints[-1].end() : joints[-1].end() + 1].islower()):
        yield at, joints[-1].start()
        at = joints[-1].end()
    yield at, len(words)


def _one(text: str, start: int) -> Iterator[tuple[str, int]]:
    title = text.strip(" *_•·–-").rstrip(" .,;")
    if title:
        yield title, start + text.index(title)


def _dated(title: str) -> bool:
    return any(found.kind in {"day", "span", "week"} for found in dates.find_dates(title))
