"""The logical structure of a document: blocks, agenda items, tables and sentences, each with the way back
to its lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from protokoll.agenda import find_items
from protokoll.layout import sentences
from protokoll.layout.blocks import Block, make_blocks
from protokoll.layout.tables import Row, Table, tables_of
from protokoll.records import Kind
from protokoll.roll import RollPart
from protokoll.roll.tables import Grid
from protokoll.text import Line, Text
from protokoll.words.roll import Status
from protokoll.words.swedish import letters_for_lost

__all__ = ["Block", "ItemSpan", "Outline", "Row", "Sentence", "Table", "build"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block: ``start`` is its offset in ``block.text``."""

    text: str
    start: int
    block: Block

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.block.line_of(self.start)

    @property
    def end_line(self) -> int:
        """The line on which it ends."""
        return self.block.line_of(self.start + max(len(self.text) - 1, 0))

    def line_of(self, offset: int) -> int:
        """The line of the character at ``offset`` of the sentence."""
        return self.block.line_of(self.start + offset)


@dataclass(slots=True)
class ItemSpan:
    """One agenda item: its heading, and the blocks of its body in reading order."""

    index: int
    number: str | None
    title: str
    heading: Block
    body: list[Block] = field(default_factory=list)

    @property
    def line(self) -> int:
        """The line of the heading."""
        return self.heading.first


@dataclass(slots=True)
class Outline:
    """What ``build`` makes of a text.

    ``preamble`` holds the blocks before the first item, ``tail`` the signatures after the last one,
    ``contents`` the points of a table of contents or agenda that the items' headings repeat. All three are
    parts of ``blocks``. ``roll`` is the attendance, stretch by stretch, ``roll_blocks`` the indexes of its
    blocks, ``roll_tables`` the tables that stand under a heading of attendance.
    """

    lines: tuple[Line, ...]
    blocks: list[Block]
    items: list[ItemSpan]
    preamble: list[Block]
    tail: list[Block]
    contents: list[Block]
    tables: list[Table]
    text: Text
    roll: list[RollPart]
    roll_blocks: set[int]
    roll_tables: dict[int, Status]
    roll_grids: list[Grid]
    kind: Kind
    _split: dict[int, list[Sentence]] = field(default_factory=dict)
    _between: dict[tuple[int, int, int], list[Sentence]] = field(default_factory=dict)

    def item_of(self, block: Block) -> int | None:
        """The index of the item to which the block belongs (its heading included), or None."""
        return block.item

    def line(self, number: int) -> Line:
        """The line with this number, counted from 1."""
        return self.lines[number - 1]

    def sentences(self, block: Block) -> list[Sentence]:
        """The sentences of a block in order. Split once and kept."""
        known = self._split.get(block.index)
        if known is None:
            text = block.text
            known = [Sentence(text[start:end], start, block) for start, end in sentences.split(text)]
            self._split[block.index] = known
        return known

    def sentences_between(self, block: Block, start: int, end: int) -> list[Sentence]:
        """The sentences of ``block.text[start:end]``, those at the edges cut to it. Kept likewise."""
        known = self._between.get((block.index, start, end))
        if known is None:
            known = self._between[block.index, start, end] = []
            for sentence in self.sentences(block):
                stop = sentence.start + len(sentence.text)
                low, high = max(sentence.start, start), min(stop, end)
                if low == sentence.start and high == stop:
                    known.append(sentence)
                elif low < high:
                    known.append(Sentence(block.text[low:high].rstrip(), low, block))
        return known


def _with_letters(line: Line) -> Line:
    """A sign that stands for a lost å, ä or ö becomes a letter, so that names and words stay whole;
    ``Draft.parts`` takes it back.
    """
    if "\ufffd" not in line.text:
        return line
    return replace(line, text=letters_for_lost(line.text))


def build(text: Text) -> Outline:
    """Find the structure of a text. Never fails: a text without any structure is one preamble."""
    lines = tuple(_with_letters(line) for line in text.lines)
    found = find_items(make_blocks(lines))
    for index, block in enumerate(found.blocks):
        block.index = index
    items: list[ItemSpan] = []
    preamble: list[Block] = []
    tail: list[Block] = []
    contents: list[Block] = []
    for block, part in zip(found.blocks, found.parts, strict=True):
        if part == "heading":
            items.append(ItemSpan(len(items), found.numbers[len(items)], found.titles[len(items)], block))
            block.item = len(items) - 1
        elif part == "body":
            items[-1].body.append(block)
            block.item = len(items) - 1
        else:
            {"preamble": preamble, "tail": tail, "contents": contents}[part].append(block)
    return Outline(
        lines, found.blocks, items, preamble, tail, contents, tables_of(found.blocks), text,
        found.roll, found.roll_blocks, found.roll_tables,
        found.roll_grids, found.kind,
    )  # fmt: skip
