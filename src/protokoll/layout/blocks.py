"""From lines to blocks: which lines belong together, unwrapped and with hyphenated words joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from protokoll.layout.labels import Label, read_label
from protokoll.text import Cell, Line

BlockKind = Literal["heading", "paragraph", "numbered", "bullet"]

_SPACES = re.compile(r"[^\S\t]+")
_GAP = re.compile(r"(?<=\S)(?: {3,}|\t)\s*(?=\S)")
_COLUMNS = re.compile(r"\S(?: {4,}|\t+)\s*\S")
_HANGS = re.compile(
    r"(?:\b(?:och|samt|eller|att|av|för|i|in|på|med|till|om|från|som|vid|en|ett|den|det|de|under|över"
    r"|mellan|enligt|inom|ur|hos"
    r"|utan|efter|före|mot|genom|kring)|(?<=\w)[-–/]|[,&(])$"
)
_KEPT_HYPHEN = re.compile(r"(?:och|eller|samt|resp|respektive|till|men|m\.)\b")
_TERMINAL = re.compile(r"[.!?:;][\"”’)*\]]*$")
_LABELLED = re.compile(r"[A-ZÅÄÖ][\wåäöÅÄÖ]*(?: [\wåäö]+){0,3}:\s")
_TURN = re.compile(r"[A-ZÅÄÖ][\w-]+(?: [\w-]+)?(?:\s?[;:]\s|\s[–—-]\s)")
_TICK = re.compile(r"\[([ xX✓]?)\]\s")
_OPENING = re.compile(r"^(?:#{1,6}\s+|>+\s+(?=\S)|=>\s+|\[[ xX✓]?\]\s+)+")
_LEAST_WRAP = 40
_ARROWS = ("=>", "->", "→", ">>", "[ ]", "[x]")


@dataclass(slots=True, eq=False)
class Block:
    """One paragraph, heading, numbered point or bullet: lines that belong together, unwrapped.

    ``text`` is joined by single spaces, without the leading number or bullet (``label`` as written,
    ``number`` bare) and without heading marks. ``spread`` is the same text, sign by sign, with a tab where
    the line leaves a wide gap between columns. ``first`` and ``last`` are line numbers, 1-based. ``gap``:
    white space stands above. ``cell`` is set in tables. Passes read blocks and never change them.
    """

    kind: BlockKind
    text: str
    rows: tuple[int, ...]
    starts: tuple[int, ...]
    label: str | None = None
    number: str | None = None
    style: str | None = None
    dash: bool = False
    level: int | None = None
    bold: bool = False
    large: bool = False
    gap: bool = False
    marked: bool = False
    indent: float = 0.0
    cell: Cell | None = None
    spread: str = ""
    index: int = -1
    item: int | None = field(default=None)

    @property
    def first(self) -> int:
        """The first line, 1-based."""
        return self.rows[0]

    @property
    def last(self) -> int:
        """The last line, 1-based."""
        return self.rows[-1]

    @property
    def value(self) -> int | None:
        """The number as an integer, None for letters, bullets and sub-numbers."""
        return int(self.number) if self.number is not None and self.number.isdigit() else None

    def line_of(self, offset: int) -> int:
        """The number of the line on which the character at ``offset`` of ``text`` stands."""
        return self.rows[max(bisect_right(self.starts, offset) - 1, 0)]

    def cut(self, offset: int) -> tuple[Block, Block]:
        """Two blocks: the text before and from ``offset`` (white space at the cut is left out)."""
        head = self.text[:offset].rstrip()
        while offset < len(self.text) and self.text[offset].isspace():
            offset += 1
        at = max(bisect_right(self.starts, offset) - 1, 0)
        size = max(bisect_right(self.starts, max(len(head) - 1, 0)), 1)
        first = Block(
            self.kind, head, self.rows[:size], self.starts[:size], self.label, self.number, self.style,
            self.dash, self.level, self.bold, self.large, self.gap, self.marked, self.indent, self.cell,
            self.spread[: len(head)],
        )  # fmt: skip
        starts = tuple(max(start - offset, 0) for start in self.starts[at:])
        rest = Block(
            "paragraph", self.text[offset:], self.rows[at:], starts, indent=self.indent, cell=self.cell
        )
        return first, rest


@dataclass(slots=True)
class _Open:
    """A block that is still growing."""

    line: Line
    label: Label | None
    rows: list[int]
    texts: list[str]
    last: Line
    gap: bool


def join_blocks(number: Block, title: Block) -> Block:
    """A number that stands alone and the title below or beside it, as one block."""
    bare = number.number or re.sub(r"\D", "", number.text)
    style = number.style or ("sign" if "§" in number.text else "stop")
    return Block(
        title.kind if title.kind == "heading" else "numbered", title.text, (*number.rows, *title.rows),
        (0, *title.starts), number.label or number.text, bare, style, number.dash,
        title.level or number.level, title.bold or number.bold, title.large or number.large, number.gap,
        title.marked or number.marked, number.indent, title.cell, title.spread,
    )  # fmt: skip


def make_blocks(lines: tuple[Line, ...]) -> list[Block]:
    """Join the lines of a document into blocks, in reading order; furniture and blank lines make none."""
    width = _widths(lines)
    blocks: list[Block] = []
    growing: dict[int | None, list[_Open]] = {}
    place: tuple[int, int] | None = None
    gap = True
    for number, line in enumerate(lines, start=1):
        if line.furniture:
            continue
        if not line.text.strip() and not line.number:
            gap = True
            continue
        here = (line.cell.table, line.cell.row) if line.cell else None
        if here != place:
            _close(growing, blocks)
            place = here
        if line.cell is not None and line.text.lstrip().startswith("|"):
            blocks.extend(_cells(number, line))
            gap = False
            continue
        column = line.cell.column if line.cell else None
        _take(growing, blocks, number, line, column, width, gap or line.break_before)
        gap = False
    _close(growing, blocks)
    for index, block in enumerate(blocks):
        block.index = index
    return blocks


def _take(
    growing: dict[int | None, list[_Open]],
    blocks: list[Block],
    number: int,
    line: Line,
    column: int | None,
    width: dict[object, _Width],
    gap: bool,
) -> None:
    """Let ``line`` continue the block that grows in its column, or begin a new one."""
    text = line.text.strip()
    label = read_label(text) if line.number is None else _automatic(line.number)
    column_blocks = growing.get(column)
    opened = column_blocks[-1] if column_blocks else None
    if opened is not None and label is None and _continues(opened, line, text, width.get(_stream(line)), gap):
        opened.rows.append(number)
        opened.texts.append(text)
        opened.last = line
        return
    if column is None:
        _close(growing, blocks)
    growing.setdefault(column, []).append(_Open(line, label, [number], [text], line, gap))


def _cells(number: int, line: Line) -> Iterator[Block]:
    """The cells of a table row that stands on one line between bars, a block each."""
    assert line.cell is not None
    for column, part in enumerate(line.text.strip().strip("|").split("|")):
        text = _unmark(_single_spaced(part.strip()))[0]
        if text:
            cell = Cell(table=line.cell.table, row=line.cell.row, column=column, columns=line.cell.columns)
            yield Block("paragraph", text, (number,), (0,), cell=cell, spread=text)


def _close(growing: dict[int | None, list[_Open]], blocks: list[Block]) -> None:
    """Finish what grows, the cells of a row in the order of their columns."""
    for column in sorted(growing, key=lambda key: -1 if key is None else key) if growing else ():
        blocks.extend(map(_finish, growing[column]))
    growing.clear()


def _automatic(number: str) -> Label:
    read = read_label(number + " X")
    if read is None:
        return Label(None, "bullet", 0, number)
    return Label(read.number, read.style, 0, number, read.dash)


def _in_columns(text: str) -> bool:
    """Whether a line leaves a wide gap between two columns."""
    return ("    " in text or "\t" in text) and _COLUMNS.search(text) is not None


def _stream(line: Line) -> object:
    return (line.cell.table, line.cell.column) if line.cell else None


@dataclass(slots=True)
class _Width:
    """How wide a column of the text is set: where lines surely go on below (a small letter follows), and
    its longest line.
    """

    full: int | None
    longest: int


def _widths(lines: tuple[Line, ...]) -> dict[object, _Width]:
    sure: dict[object, list[int]] = {}
    longest: dict[object, int] = {}
    above: dict[object, int] = {}
    for line in lines:
        text = line.text.strip()
        if not text or line.furniture or _in_columns(text):
            above.clear()
            continue
        stream = _stream(line)
        size = above.get(stream)
        wide = size is not None and (size >= _LEAST_WRAP or stream is not None)
        if size is not None and wide and text[0].islower() and not text.startswith("att "):
            sure.setdefault(stream, []).append(size)
        above[stream] = len(text)
        longest[stream] = max(longest.get(stream, 0), len(text))
    return {
        stream: _Width(sorted(sure[stream])[len(sure[stream]) * 3 // 4] if stream in sure else None, most)
        for stream, most in longest.items()
    }


def _continues(opened: _Open, line: Line, text: str, width: _Width | None, gap: bool) -> bool:
    """Whether ``line`` goes on where the block above it stopped."""
    above = opened.last
    ending = opened.texts[-1]
    if above.heading != line.heading or above.bold != line.bold or above.large != line.large:
        return False
    if above.wraps is False or line.number is not None:
        return False
    if gap:
        turned = above.page != line.page and text[0].islower() and not _TERMINAL.search(ending)
        return turned and not line.heading
    if above.wraps:
        return text[0].islower() or not _ends_short(opened, text, width)
    return _flows(above, ending, line, text, width.full if width is not None else None)


def _ends_short(opened: _Open, text: str, width: _Width | None) -> bool:
    """Whether the line above, said to go on, is a short title line with a sentence or a further point
    below it.
    """
    above = opened.last.text.strip()
    if width is None or opened.last.cell is not None or _HANGS.search(above):
        return False
    reach = len(above) + 1 + len(text.split(None, 1)[0])
    numbered = opened.label is not None and opened.label.number is not None and len(opened.rows) == 1
    return reach < (0.75 if numbered else 0.5) * width.longest


def _flows(above: Line, ending: str, line: Line, text: str, width: int | None) -> bool:
    """Whether the words go on, where the source cannot tell: the line above was full, or hangs in the air."""
    if _in_columns(above.text.strip()) or _in_columns(text) or _LABELLED.match(text):
        return False
    if _TURN.match(text) and _TERMINAL.search(ending):
        return False
    reach = len(above.text.rstrip()) + 1 + len(text.split(None, 1)[0])
    full = width is not None and reach > width - max(1, width // 25)
    if text[0] == "(":
        return not _TERMINAL.search(ending)
    if not text[0].islower():
        return full or (len(ending) >= _LEAST_WRAP and ending[-1] != "," and bool(_HANGS.search(ending)))
    if text.startswith("att ") or line.heading:
        return full
    near = reach > 0.6 * width if width is not None else reach > _LEAST_WRAP
    return near or bool(_HANGS.search(ending))


def _finish(opened: _Open) -> Block:
    """The block of lines that turned out to belong together."""
    label, line = opened.label, opened.line
    parts = [opened.texts[0][label.end :].strip() if label else opened.texts[0], *opened.texts[1:]]
    raw = parts[0]
    tick = _TICK.match(raw)
    if any("\t" in part or "   " in part for part in parts):
        parts = [_GAP.sub("\t", part) for part in parts]
    parts[0] = _plain_start(parts[0])
    starts, text = _join(parts)
    bare, shift = _unmark(text)
    spread, bare = bare, bare.replace("\t", " ")
    if shift or len(bare) != len(text):
        starts = [max(start - shift, 0) for start in starts]
    kind: BlockKind = "paragraph"
    if line.heading is not None:
        kind = "heading"
    elif label is not None:
        kind = "bullet" if label.number is None else "numbered"
    return Block(
        kind, bare, tuple(opened.rows), tuple(starts), label.written if label else _ticked(tick),
        label.number if label else None, label.style if label else None, label.dash if label else False,
        line.heading, line.bold, line.large, opened.gap,
        raw.startswith(("#", "**")) or len(bare) != len(text), line.indent, line.cell, spread,
    )  # fmt: skip


def _ticked(tick: re.Match[str] | None) -> str | None:
    """A tick box as a label: "[x]" or "[ ]"."""
    return None if tick is None else "[x]" if tick.group(1).strip() else "[ ]"


def _plain_start(text: str) -> str:
    """The first line without the marks of headings, quotations, tick boxes and a bold opening ("**Datum:**
    …").
    """
    text = _OPENING.sub("", text)
    if text.startswith("**"):
        close = text.find("**", 2)
        if 2 < close < len(text) - 2:
            text = text[2:close] + text[close + 2 :]
    return text


def _single_spaced(text: str) -> str:
    """The text with a plain space for every stretch of white space but tabs."""
    if text.isprintable() and "  " not in text:
        return text  # of all white space, only the plain space is printable
    return _SPACES.sub(" ", text)


def _join(parts: list[str]) -> tuple[list[int], str]:
    """The parts as one string with single spaces, and where each of them starts."""
    if len(parts) == 1:
        return [0], _single_spaced(parts[0])
    text = ""
    starts: list[int] = []
    for part in parts:
        piece = _single_spaced(part)
        if text.endswith("-") and len(text) > 1 and text[-2].isalpha() and piece[:1].islower():
            text = text if _KEPT_HYPHEN.match(piece) else text[:-1]
            text += " " if _KEPT_HYPHEN.match(piece) else ""
        elif (text and text[-1:] not in "-/") or text[-2:-1].isspace():
            text += " "
        starts.append(len(text))
        text += piece
    return starts, text


def _unmark(text: str) -> tuple[str, int]:
    """Take marks of bold or italic type, or one lost half of them, off both ends; how much went at the
    front.
    """
    if not text or (text[0] not in "*_" and text[-1] not in "*_"):
        return text, 0
    bare = text.rstrip("*_ ") if text.endswith(("**", "__")) or text[0] in "*_" else text
    front = bare.lstrip("*_ ")
    if "**" in front and front.count("**") == 1:
        return text, 0
    return front, len(bare) - len(front)


def walk(blocks: list[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block with the one after it."""
    for index, block in enumerate(blocks):
        yield block, blocks[index + 1] if index + 1 < len(blocks) else None
