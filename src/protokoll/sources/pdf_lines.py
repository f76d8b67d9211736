"""From the rows of all pages to the document's lines.

What only the whole document tells is settled here: furniture, margins and gaps, tables that go on over
pages, words that a line's end divides.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from protokoll.sources import furniture
from protokoll.sources.errors import too_large
from protokoll.sources.limits import MAX_LINES
from protokoll.sources.pasted import unsure_if_pasted
from protokoll.sources.pdf_layout import Placed, lay_out
from protokoll.sources.pdf_mend import ends_in_hyphen, mend, moved_up
from protokoll.sources.pdf_rows import Row
from protokoll.sources.pdf_rules import Rules, grids_of
from protokoll.text import Cell, Line

_LARGER = 1.12
_GAP = 1.22
_EDGE = 0.14
_FOOT = 0.09
_SAME_EDGE = 12.0
_AGREEING = 3
_SHARE_OF_WIDTH = 0.75
_NEARLY, _PERHAPS = 0.3, 0.4
"""A line that leaves no more than this may still go on: text wrapped by hand is narrower than the page."""


@dataclass(slots=True, kw_only=True)
class Page:
    """One page: its rows from top to bottom, its drawn lines, its hidden addresses (target, x, y)."""

    number: int
    rows: list[Row]
    width: float
    height: float
    rules: Rules = field(default_factory=Rules)
    links: list[tuple[str, float, float]] = field(default_factory=list)


class Found:
    """A placed line on its page, and what the whole document tells about it.

    ``cell`` is equal for lines of one cell, and for all lines of running text.
    """

    __slots__ = (
        "bold",
        "cell",
        "furniture",
        "gap",
        "page",
        "placed",
        "size",
        "text",
        "wraps",
        "x0",
        "x1",
        "y",
    )

    def __init__(self, placed: Placed, page: Page, *, is_furniture: bool = False) -> None:
        first = placed.words[0]
        self.placed, self.page = placed, page
        self.cell = (placed.table, placed.row, placed.column)
        self.text, self.x0, self.x1, self.y = mend(placed.text), first.x0, placed.x1, first.y
        self.size = placed.size
        self.bold = first.bold and all(word.bold for word in placed.words)
        self.furniture = is_furniture
        self.wraps: bool | None = False
        self.gap = False


def finish(pages: list[Page]) -> tuple[tuple[Line, ...], tuple[tuple[str, int], ...]]:
    """The document's lines, and the targets that hide behind words.

    Raises SourceError when there are too many.
    """
    if sum(len(page.rows) for page in pages) > MAX_LINES:
        raise too_large(f"PDF-filen har fler än {MAX_LINES} rader")
    aside = _furniture(pages)
    found = [line for page in pages for line in _page_lines(page, aside)]
    body = [line for line in found if not line.furniture]
    if body:
        _mark_wraps(body)
        _mark_gaps(body)
        _join_divided(body)
    found = [line for line in found if line.text.strip()]
    return tuple(unsure_if_pasted(_lines(found, body))), tuple(_links(found, pages))


def _furniture(pages: list[Page]) -> set[int]:
    """Rows (by ``id``) at page edges that stand at one height on most pages, and page numbers there."""
    rows: list[tuple[Row, Page]] = []
    edges: list[range] = []
    places: list[list[tuple[object, str, int]]] = []
    numbers: list[list[tuple[str, int]]] = []
    for page in pages:
        half = min(furniture.EDGE_LINES, (len(page.rows) + 1) // 2)
        edge = page.rows[:half] + page.rows[max(half, len(page.rows) - furniture.EDGE_LINES) :]
        marks = range(len(rows), len(rows) + len(edge))
        edges += [marks[:half], marks[: half - 1 : -1] if half < len(edge) else marks[:0]]
        texts = [" ".join(word.text for word in row.words) for row in edge]
        standing = list(zip(edge, texts, marks, strict=True))
        places.append([(round(row.y / 4), text, at) for row, text, at in standing])
        numbers.append([(text, at) for row, text, at in standing if _at_edge(row, page)])
        rows.extend((row, page) for row in edge)
    marked = furniture.repeated(places) | furniture.counting(numbers) if len(pages) > 1 else set()
    marked |= {at for page in numbers for text, at in page if _is_page_number(text, *rows[at])}
    return {id(rows[at][0]) for edge in edges for at in furniture.from_edge(edge, marked)}


def _is_page_number(text: str, row: Row, page: Page) -> bool:
    """A page number, alone or set off by a wide gap from the rest of a footer."""
    parts = [text]
    if row.gaps:
        parts.append(" ".join(word.text for word in row.words_right_of(row.gaps[-1][1])))
    outermost = not _FOOT * page.height < row.y < (1 - _FOOT) * page.height
    if outermost and (parts[-1] == str(page.number) or furniture.ends_in_page_number(parts[0])):
        return True
    return any(furniture.looks_like_page_number(part) for part in parts)


def _at_edge(row: Row, page: Page) -> bool:
    return not _EDGE * page.height < row.y < (1 - _EDGE) * page.height


def _page_lines(page: Page, aside: set[int]) -> list[Found]:
    """The lines of one page: header, body in reading order, footer."""
    body = [row for row in page.rows if id(row) not in aside]
    highest = max((row.y for row in body), default=0.0)
    set_aside = [row for row in page.rows if id(row) in aside]
    placed = lay_out(body, grids_of(page.rules) if page.rules.upright else ())
    return [
        *(Found(Placed(row.words), page, is_furniture=True) for row in set_aside if row.y > highest),
        *(Found(line, page) for line in placed),
        *(Found(Placed(row.words), page, is_furniture=True) for row in set_aside if row.y <= highest),
    ]


def _margin(body: list[Found]) -> tuple[float, bool]:
    """How far right running text reaches, and whether several lines prove it."""
    farthest = max(line.x1 for line in body)
    left, page = min(line.x0 for line in body), body[0].page
    if abs(page.width - left - farthest) < 24:
        ends = sorted((line.x1 for line in body), reverse=True)
        return farthest, len(ends) > _AGREEING and farthest - ends[_AGREEING - 1] < 20
    ends = sorted((line.x1 for line in body if line.placed.strip == 0), reverse=True) or [farthest]
    for end, other in zip(ends, ends[_AGREEING - 1 :], strict=False):
        if end - left < _SHARE_OF_WIDTH * (farthest - left):
            break
        if end - other <= 10:
            return end, True
    return max(ends[0], left + _SHARE_OF_WIDTH * (farthest - left)), False


def _mark_wraps(body: list[Found]) -> None:
    """A line goes on below when the next line's first word would not have fitted on it."""
    margin, proven = _margin(body)
    for line, below in pairwise(body):
        if line.cell != below.cell or (line.placed.strip != below.placed.strip and line.page is below.page):
            continue
        limit, sure = line.placed.limit, line.placed.sure
        if limit is None:
            limit, sure = margin, proven
        missing = limit - (line.x1 + 0.2 * line.size + below.placed.words[0].first_width)
        if missing < 0:
            line.wraps = True
        elif missing < (_NEARLY if sure else _PERHAPS) * (limit - line.x0):
            line.wraps = None


def _mark_gaps(body: list[Found]) -> None:
    """A gap is more than the distance at which this document sets the lines of one paragraph."""
    steps: list[float] = []
    inside: list[float] = []
    for line, below in pairwise(body):
        if _follows(line, below):
            steps.append((line.y - below.y) / below.size)
            if line.wraps and abs(line.size - below.size) < 0.5:
                inside.append(steps[-1])
    usual = min((sorted(some)[len(some) // 4] for some in (steps, inside) if some), default=1.2)
    body[0].gap = True
    for line, below in pairwise(body):
        if _follows(line, below):
            below.gap = line.y - below.y > _GAP * usual * max(below.size, line.size)
        else:
            below.gap = line.wraps is False


def _follows(line: Found, below: Found) -> bool:
    return line.page is below.page and line.placed.strip == below.placed.strip and line.y > below.y


def _join_divided(body: list[Found]) -> None:
    """The tail of a word that a hyphen divides moves up to where the word began."""
    for line, below in pairwise(body):
        if not ends_in_hyphen(line.text) or line.cell != below.cell:
            continue
        moved = None if below.gap and line.page is below.page else moved_up(line.text, below.text)
        if moved:
            line.text, below.text = moved


class _Tables:
    """Numbers the tables; one that goes on over a page or a heading keeps its number."""

    def __init__(self) -> None:
        self._key: tuple[int, int] | None = None
        self._edges: tuple[float, ...] = ()
        self._number = -1
        self._row = -1
        self._offset = 0

    def cell(self, line: Found) -> Cell | None:
        """The place of the line in the document's tables, or None."""
        placed = line.placed
        if placed.table is None:
            return None
        if (line.page.number, placed.table) != self._key:
            self._key = (line.page.number, placed.table)
            if self._continues(placed.edges):
                self._offset = self._row + 1
            else:
                self._number, self._offset = self._number + 1, 0
            self._edges = placed.edges
        self._row = self._offset + placed.row
        return Cell(table=self._number, row=self._row, column=placed.column, columns=len(placed.edges) + 1)

    def _continues(self, edges: tuple[float, ...]) -> bool:
        return len(edges) == len(self._edges) and all(
            abs(a - b) <= _SAME_EDGE for a, b in zip(edges, self._edges, strict=True)
        )


def _lines(found: list[Found], body: list[Found]) -> list[Line]:
    sizes: Counter[float] = Counter()
    for line in body or found:
        sizes[round(line.size, 1)] += len(line.text)
    usual = sizes.most_common(1)[0][0]
    left = min(line.x0 for line in body or found)
    tables = _Tables()
    return [
        Line(
            text=line.text.strip(),
            page=line.page.number,
            bold=line.bold,
            large=line.size > _LARGER * usual,
            indent=round(max(line.x0 - left, 0.0), 1),
            furniture=line.furniture,
            break_before=line.gap or line.furniture,
            wraps=line.wraps,
            cell=None if line.furniture else tables.cell(line),
        )
        for line in found
    ]


def _links(found: list[Found], pages: list[Page]) -> list[tuple[str, int]]:
    """Each hidden target with the number of the line under it."""
    links: list[tuple[str, int]] = []
    for page in pages:
        for target, x, y in page.links:
            near = [
                (abs(line.y + 0.3 * line.size - y), number)
                for number, line in enumerate(found, start=1)
                if line.page is page and line.x0 - 5 <= x <= line.x1 + 5
            ]
            if near and (target, min(near)[1]) not in links:
                links.append((target, min(near)[1]))
    return links
