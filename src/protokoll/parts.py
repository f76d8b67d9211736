"""In which part of the minutes a block stands: under "Beslut", among the topics to come, in a list of dates, in plain prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protokoll.draft import Draft
from protokoll.marks import Mark, MarkKind, read_mark, read_opening, title_kind
from protokoll.outline import Block, Outline, Sentence
from protokoll.swedish import swedish

_CLAUSE = swedish(r"(?:[-–•*]\s*)?att\b", re.IGNORECASE)
_WORDS = swedish(r"\w+")


@dataclass(frozen=True, slots=True)
class Part:
    """A block with what surrounds it.

    ``mode``: the kind of part it stands in, None for plain text. ``mark``: its own mark. ``start``: where
    its words begin. ``heading``: the words of the heading or mark that opened the part. ``fresh``: first
    block of the part.
    """

    block: Block
    item: int | None
    title: str
    mode: MarkKind | None
    mark: Mark | None
    start: int
    heading: str
    box: str | None
    fresh: bool
    round: bool

    @property
    def words(self) -> str:
        """The block's words without arrows, boxes and mark."""
        return self.block.text[self.start :]

    @property
    def is_clause(self) -> bool:
        """Whether the words are an att-clause on lines of their own."""
        return _CLAUSE.match(self.words) is not None


def sentences_of(outline: Outline, part: Part) -> Iterator[Sentence]:
    """The sentences of a part's words, the mark and arrows before them left out."""
    for sentence in outline.sentences(part.block):
        cut = part.start - sentence.start
        if cut <= 0:
            yield sentence
        elif cut < len(sentence.text):
            yield Sentence(sentence.text[cut:], part.start, part.block)


def parts_of(outline: Outline, draft: Draft) -> list[Part]:
    """Every block of prose with its part, in reading order. Worked out once per document."""
    known: list[Part] | None = draft.kept.get("parts")
    if known is None:
        known = draft.kept["parts"] = list(_walk(outline, draft))
    return known


def _walk(outline: Outline, draft: Draft) -> Iterator[Part]:
    told = _round_lines(draft)
    if not outline.items:
        yield from _part_of_item(outline, outline.preamble, None, "", draft, told)
        return
    yield from _part_of_item(outline, outline.preamble, None, "", draft, told, marked_only=True)
    for item in outline.items:
        yield from _part_of_item(outline, item.body, item.index, item.title, draft, told)


def _round_lines(draft: Draft) -> set[int]:
    return {
        line for one in draft.records["round"] for line in range(one.line, (one.end_line or one.line) + 1)
    }


def _part_of_item(
    outline: Outline,
    blocks: list[Block],
    item: int | None,
    title: str,
    draft: Draft,
    told: set[int],
    *,
    marked_only: bool = False,
) -> Iterator[Part]:
    opened = title_kind(title) if title else None
    mode, heading, fresh, inline = opened, title, True, False
    for block in blocks:
        if draft.claimant(block.first) in _ELSEWHERE:
            continue
        text = block.text
        opening = read_opening(text)
        box = _box(outline, block) or opening.box
        mark = read_mark(text, opening.start)
        if mark is None and mode is not None and _leaves(block, mode, fresh, opened is not None):
            mode, heading = (opened, title) if opened != mode else (None, "")
        if mark is not None and mark.alone:
            mode, heading, fresh, inline = mark.kind, mark.word, True, False
            yield Part(block, item, title, None, mark, mark.start, heading, None, False, False)
            continue
        start = mark.start if mark else opening.start
        if mark is not None and mark.kind in {"decision", "events", "topics", "proposal"}:
            mode, heading, fresh, inline = mark.kind, mark.word, True, True
        elif mark is not None and mode in {"decision", "proposal", "background"}:
            mode, heading = opened, title
        if marked_only and mark is None and mode not in {"topics", "events"}:
            continue
        within = mark.kind if mark else _within(block, mode, inline)
        yield Part(block, item, title, within, mark, start, heading, box, fresh, block.first in told)
        fresh = False


def _within(block: Block, mode: MarkKind | None, inline: bool) -> MarkKind | None:
    """Behind "Beslut: …" only further att-clauses belong to the mark; under a heading "Beslut" whatever follows."""
    if inline and mode in {"decision", "proposal"} and not _CLAUSE.match(block.text):
        return None
    return mode


_BOX = re.compile(r"\s*(?:[-*•]\s*)?(?:\[(?P<tick>[ xX✓]?)\]|(?P<sign>[☐☑☒]))")


def _box(outline: Outline, block: Block) -> str | None:
    """The task box before a line, as the source shows it."""
    match = _BOX.match(outline.line(block.first).text)
    if match is None:
        return None
    return "done" if (match["tick"] or "").strip() or match["sign"] in {"☑", "☒"} else "open"


_ELSEWHERE = frozenset({"attendance", "present", "absent", "signatures", "head", "contents"})


def _leaves(block: Block, mode: MarkKind, fresh: bool, whole_item: bool) -> bool:
    """Whether the block no longer belongs to the part that a mark or small heading opened."""
    if block.kind == "heading" and not fresh:
        return True
    if whole_item or fresh or block.kind in {"bullet", "numbered"} or _CLAUSE.match(block.text):
        return False
    if mode in {"decision", "proposal"}:
        return block.gap
    if mode == "topics":
        return block.gap and len(_WORDS.findall(block.text)) > 6
    return block.gap and mode != "background"
