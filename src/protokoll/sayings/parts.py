"""In which part of the minutes a block stands: under "Beslut", among the topics to come, in a list of
dates, in plain prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protokoll.draft import Draft
from protokoll.outline import Block, Outline, Sentence
from protokoll.sayings.marks import Mark, MarkKind, read_mark, read_opening, title_kind
from protokoll.words.swedish import swedish

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
    end: int
    heading: str
    box: str | None
    fresh: bool
    round: bool

    @property
    def words(self) -> str:
        """The block's words without arrows, boxes and mark."""
        return self.block.text[self.start : self.end]

    @property
    def is_clause(self) -> bool:
        """Whether the words are an att-clause on lines of their own."""
        return _CLAUSE.match(self.words) is not None


def sentences_of(outline: Outline, part: Part) -> list[Sentence]:
    """The sentences of a part's words, the mark and arrows before them left out."""
    return outline.sentences_between(part.block, part.start, part.end)


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
    plan = draft.get("kind") == "other"
    yield from _part_of_item(outline, outline.preamble, None, "", draft, told, marked_only=not plan)
    for item in outline.items:
        blocks = [item.heading, *item.body] if _speaks(item.heading, item.title) else item.body
        yield from _part_of_item(outline, blocks, item.index, item.title, draft, told)


def _speaks(heading: Block, title: str) -> bool:
    """Whether what was taken for a title is a marked line, or a whole sentence or more."""
    if len(title.split()) > 9 and title.rstrip().endswith((".", "!")):
        return True
    mark = read_mark(heading.text, read_opening(heading.text).start)
    return mark is not None and mark.colon and not mark.alone and mark.kind in {"decision", "task"}


def _is_prose(block: Block) -> bool:
    """Whether a block before the first item is running text rather than a part of the head."""
    return block.text.endswith((".", "!")) and len(block.text.split()) >= 5


def _round_lines(draft: Draft) -> set[int]:
    return {
        line for one in draft.records["round"] for line in range(one.line, (one.end_line or one.line) + 1)
    }


@dataclass(slots=True)
class _Open:
    """The part that is open while the blocks of an item go by."""

    whole: MarkKind | None  # what the item's own title announces
    mode: MarkKind | None
    heading: str
    fresh: bool = True
    inline: bool = False
    spaced: bool = (
        False  # white space stands between the small heading and its first block, so it parts nothing
    )


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
    whole = title_kind(title) if title else None
    state = _Open(whole, whole or _decides(title), title, inline=whole is None)
    for block in blocks:
        if _is_elsewhere(block, draft, item):
            continue
        box = _box(outline, block)
        for start, end in _cuts(outline, block):
            part = _part(block, start, end, item, title, state, box, block.first in told)
            kept = part.mark is not None or part.mode in {"topics", "events"} or _is_prose(block)
            if not marked_only or kept:
                yield part


def _decides(title: str) -> MarkKind | None:
    """A title that is nothing but the mark "Beslut"."""
    mark = read_mark(title.strip(" :") + ":") if len(title) < 20 else None
    return "decision" if mark is not None and mark.kind == "decision" and not mark.extra else None


def _cuts(outline: Outline, block: Block) -> Iterator[tuple[int, int]]:
    """The block, cut where a sentence inside it begins with a mark ("… på mötet. Beslut: …")."""
    start = 0
    if ":" in block.text:
        for sentence in outline.sentences(block)[1:]:
            mark = read_mark(block.text, sentence.start)
            if mark is not None and mark.colon and not mark.alone and mark.kind != "background":
                yield start, sentence.start
                start = sentence.start
    yield start, len(block.text)


def _part(
    block: Block,
    start: int,
    end: int,
    item: int | None,
    title: str,
    state: _Open,
    box: str | None,
    told: bool,
) -> Part:
    """The part for ``block.text[start:end]``, and what it opens or closes."""
    opening = read_opening(block.text) if start == 0 else None
    begins = opening.start if opening else start
    mark = read_mark(block.text, begins)
    if mark is None and state.mode is not None and start == 0 and _leaves(block, state):
        state.mode, state.heading = (state.whole, title) if state.whole != state.mode else (None, "")
    if mark is not None and mark.alone and block.cell is not None and mark.kind not in _IN_CELLS:
        mark = None
    if mark is not None and mark.alone and end == len(block.text):
        state.mode, state.heading = mark.kind, f"{mark.word} {mark.extra}".strip()
        state.fresh, state.inline, state.spaced = True, False, False
        return Part(block, item, title, None, mark, mark.start, end, state.heading, None, False, False)
    if mark is not None and mark.kind in {"decision", "events", "topics", "proposal"}:
        state.mode, state.heading, state.fresh, state.inline = mark.kind, mark.word, True, True
    elif mark is not None and state.mode in {"decision", "proposal", "background"}:
        state.mode, state.heading = state.whole, title
    if state.fresh and mark is None:
        state.spaced = block.gap
    mode = mark.kind if mark else _within(block, state.mode, state.inline and not state.fresh)
    box = box or (opening.box if opening else None)
    part = Part(
        block,
        item,
        title,
        mode,
        mark,
        mark.start if mark else begins,
        end,
        state.heading,
        box,
        state.fresh,
        told,
    )
    state.fresh = False
    return part


# Small headings that stand in the cells of a table too; any other such word is the cell's content ("nästa
# möte").
_IN_CELLS = frozenset({"decision", "proposal", "background"})


def _within(block: Block, mode: MarkKind | None, inline: bool) -> MarkKind | None:
    """Behind "Beslut: …" only further att-clauses belong to the mark; under a heading "Beslut" whatever
    follows.
    """
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


_ELECTS = swedish(r"\b(?:val(?:des|de|s)|välj|utse|utså)", re.IGNORECASE)


def _is_elsewhere(block: Block, draft: Draft, item: int | None) -> bool:
    """Whether another pass read the block for good.

    A line that elects somebody under an item is a decision too.
    """
    claimant = draft.claimant(block.first)
    if claimant == "signatures" and item is not None and _ELECTS.search(block.text):
        return False
    return claimant in _ELSEWHERE


_ELSEWHERE = frozenset({"attendance", "present", "absent", "signatures", "head", "contents"})


def _leaves(block: Block, state: _Open) -> bool:
    """Whether the block no longer belongs to the part that a mark or small heading opened."""
    mode, fresh = state.mode, state.fresh
    if block.kind == "heading" and not fresh:
        return True
    if (
        (state.whole is not None and mode == state.whole)
        or fresh
        or block.kind in {"bullet", "numbered"}
        or _CLAUSE.match(block.text)
    ):
        return False
    if mode in {"decision", "proposal"}:
        return block.gap and not state.spaced
    if mode == "topics":
        return block.gap and len(_WORDS.findall(block.text)) > 6
    return block.gap and mode != "background"
