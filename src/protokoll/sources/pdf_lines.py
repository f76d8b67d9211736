"""From placed lines of all pages to the document's lines: furniture, gaps, headings, tables over pages, divided words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median

from protokoll.sources import furniture
from protokoll.sources.errors import too_large
from protokoll.sources.limits import MAX_LINES
from protokoll.sources.pdf_layout import Placed
from protokoll.sources.pdf_mend import mend, moved_up
from protokoll.text import Cell, Line

_LARGER = 1.12
_GAP = 1.22
_EDGE = 0.14
_SAME_EDGE = 12.0


@dataclass(slots=True)
class Found:
    """A placed line, its page and whether it is bold throughout; then what the whole document tells about it."""

    placed: Placed
    page: int
    bold: bool
    page_height: float
    text: str = ""
    x0: float = 0.0
    x1: float = 0.0
    y: float = 0.0
    size: float = 0.0
    wraps: bool = False
    gap: bool = False
    furniture: bool = False

    def __post_init__(self) -> None:
        placed = self.placed
        self.text, self.x0, self.x1 = mend(placed.text), placed.x0, placed.x1
        self.y, self.size = placed.y, placed.size


def finish(pages: list[list[Found]]) -> tuple[tuple[Line, ...], tuple[tuple[str, int], ...]]:
    """The document's lines, and the targets that hide behind words. Raises SourceError when there are too many lines."""
    found = [line for page in pages for line in page]
    if len(found) > MAX_LINES:
        raise too_large(f"PDF-filen har fler än {MAX_LINES} rader")
    _mark_furniture(pages)
    body = [line for line in found if not line.furniture] or found
    _mark_wraps(body, _margin(body))
    _mark_gaps(body)
    _join_divided(body)
    found = [line for line in found if line.text.strip()]
    return tuple(_lines(found, _body_size(body))), ()


def _mark_furniture(pages: list[list[Found]]) -> None:
    """Edge lines that stand at the same height on most pages, and page numbers at the very edge."""
    edges: list[list[Found]] = []
    for page in pages:
        from_top = sorted(page, key=lambda line: -line.y)
        edge = from_top[: furniture.EDGE_LINES] + from_top[furniture.EDGE_LINES :][-furniture.EDGE_LINES :]
        edges.append(edge)
    flat = [line for edge in edges for line in edge]
    places: list[list[tuple[object, str, int]]] = []
    numbers: list[list[tuple[str, int]]] = []
    at = 0
    for edge in edges:
        places.append([(round(line.y / 4), line.text, at + i) for i, line in enumerate(edge)])
        numbers.append([(line.text, at + i) for i, line in enumerate(edge) if _at_edge(line)])
        at += len(edge)
    marked = furniture.repeated([p for p in places if p]) | furniture.counting(numbers)
    for at, line in enumerate(flat):
        if at in marked or (_at_edge(line) and furniture.looks_like_page_number(line.text)):
            line.furniture = True


def _at_edge(line: Found) -> bool:
    return not _EDGE * line.page_height < line.y < (1 - _EDGE) * line.page_height


def _margin(body: list[Found]) -> float:
    """How far right running text reaches: the farthest place that several lines come to."""
    ends = sorted((line.x1 for line in body if line.placed.strip == 0), reverse=True) or [
        line.x1 for line in body
    ]
    for at, end in enumerate(ends):
        if at + 2 < len(ends) and end - ends[at + 2] <= 10:
            return end
    return max(ends)


def _mark_wraps(body: list[Found], margin: float) -> None:
    for line, below in zip(body, body[1:], strict=False):
        if (line.placed.strip, line.placed.row, line.placed.column) != (
            below.placed.strip,
            below.placed.row,
            below.placed.column,
        ):
            if line.page == below.page or line.placed.strip or below.placed.strip:
                continue
        limit = margin if line.placed.limit is None else line.placed.limit
        word = below.placed.words[0]
        line.wraps = line.x1 + 0.2 * line.size + word.x1 - word.x0 > limit


def _mark_gaps(body: list[Found]) -> None:
    """A gap is more than the distance at which this document sets the lines of one paragraph."""
    steps = [
        (line.y - below.y) / below.size
        for line, below in zip(body, body[1:], strict=False)
        if _follows(line, below) and line.wraps and abs(line.size - below.size) < 0.5
    ]
    if len(steps) < 3:
        steps = [(a.y - b.y) / b.size for a, b in zip(body, body[1:], strict=False) if _follows(a, b)]
    usual = median(sorted(steps)[: max(1, len(steps) * 3 // 4)]) if steps else 1.2
    for line, below in zip(body, body[1:], strict=False):
        if _follows(line, below):
            below.gap = line.y - below.y > _GAP * usual * max(below.size, line.size)
        else:
            below.gap = not line.wraps
    body[0].gap = True


def _follows(line: Found, below: Found) -> bool:
    return line.page == below.page and line.placed.strip == below.placed.strip and line.y > below.y


def _join_divided(body: list[Found]) -> None:
    """The tail of a word that a hyphen divided moves up to where the word began."""
    for line, below in zip(body, body[1:], strict=False):
        same_cell = (line.placed.table, line.placed.row, line.placed.column) == (
            below.placed.table, below.placed.row, below.placed.column)  # fmt: skip
        if same_cell and not (below.gap and line.page == below.page):
            moved = moved_up(line.text, below.text)
            if moved:
                line.text, below.text = moved


def _body_size(body: list[Found]) -> float:
    sizes: Counter[float] = Counter()
    for line in body:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


class _Tables:
    """Numbers the tables; one that goes on over a page or a heading keeps its number."""

    def __init__(self) -> None:
        self._number = -1
        self._key: tuple[int, int] | None = None
        self._edges: tuple[float, ...] = ()
        self._row = -1
        self._offset = 0

    def cell(self, line: Found) -> Cell | None:
        placed = line.placed
        if placed.table is None:
            return None
        if (line.page, placed.table) != self._key:
            self._key = (line.page, placed.table)
            if self._continues(placed.edges):
                self._offset = self._row + 1
            else:
                self._number, self._offset = self._number + 1, 0
            self._edges = placed.edges
        self._row = self._offset + placed.row
        return Cell(table=self._number, row=self._row, column=placed.column, columns=placed.columns)

    def _continues(self, edges: tuple[float, ...]) -> bool:
        return len(edges) == len(self._edges) and all(
            abs(a - b) <= _SAME_EDGE for a, b in zip(edges, self._edges, strict=True)
        )


def _lines(found: list[Found], size: float) -> list[Line]:
    left = min(line.x0 for line in found if not line.furniture or len(found) == 1) if found else 0.0
    tables = _Tables()
    return [
        Line(
            text=line.text.strip(),
            page=line.page,
            bold=line.bold,
            large=line.size > _LARGER * size,
            indent=round(max(line.x0 - left, 0.0), 1),
            furniture=line.furniture,
            break_before=line.gap or line.furniture,
            wraps=line.wraps,
            cell=None if line.furniture else tables.cell(line),
        )
        for line in found
    ]
