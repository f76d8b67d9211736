"""From the words of a page to its lines in reading order, column by column and cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from protokoll.sources.pdf_columns import Band, bands_of
from protokoll.sources.pdf_rows import Row, is_label, join, rows_of, type_size
from protokoll.sources.pdf_rules import Grid
from protokoll.sources.pdf_words import Word

_CLEAR_GAP = 1.3
_FULL_LINES = 3
_BROAD = 12


@dataclass(slots=True)
class Placed:
    """One line with its place.

    ``strip`` is the column it runs in: lines of one strip follow upon each other. ``limit`` is how far
    right a line of that strip may reach (None: the document's margin), ``sure`` whether full lines were
    seen to reach it. ``table`` (a key within the page), ``row``, ``column`` and ``edges`` (where its
    columns part) are set in tables. ``even``: its spaces are all alike, or wide only because the lines are
    set even.
    """

    words: list[Word]
    strip: int = 0
    limit: float | None = None
    sure: bool = True
    table: int | None = None
    row: int = 0
    column: int = 0
    edges: tuple[float, ...] = ()
    even: bool = False

    @property
    def text(self) -> str:
        """The line's words."""
        return " ".join([word.text for word in self.words]) if self.even else join(self.words)

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return self.words[-1].x1

    @property
    def size(self) -> float:
        """The height of the type."""
        return type_size(self.words)


def lay_out(rows: list[Row], grids: Sequence[Grid] = ()) -> list[Placed]:
    """The lines of a page's body in the order in which a person reads them."""
    page = _Page()
    for grid in grids:
        above, inside, rows = _parted(rows, grid)
        page.add_bands(above)
        page.add_grid(grid, inside)
    page.add_bands(rows)
    return page.placed


def _parted(rows: list[Row], grid: Grid) -> tuple[list[Row], list[Word], list[Row]]:
    """The rows above a grid, the words in it, and the rows below; what stands beside it counts as below."""
    above: list[Row] = []
    inside: list[Word] = []
    below: list[Row] = []
    for row in rows:
        if row.y > grid.top:
            above.append(row)
        elif row.y < grid.bottom - row.size:
            below.append(row)
        else:
            held = [word for word in row.words if grid.holds(word)]
            inside += held
            if len(held) < len(row.words):
                below.append(row if not held else Row([word for word in row.words if not grid.holds(word)]))
    return above, inside, below


class _Page:
    """Collects lines; every column that runs on its own gets a strip number of its own."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self._strip = 1

    def add_bands(self, rows: list[Row]) -> None:
        """Rows that no drawn line orders."""
        for band in bands_of(rows):
            if not band.gutters:
                self.placed.extend(Placed(row.words, even=not row.gaps) for row in band.rows)
            elif band.running:
                self.placed.extend(_columns(band, self._strip))
            else:
                self.placed.extend(_table(band, self._strip))
            self._strip += len(band.gutters) + 1

    def add_grid(self, grid: Grid, words: list[Word]) -> None:
        """Words in a table with drawn lines."""
        cells: dict[tuple[int, int], list[Word]] = {}
        inner = grid.xs[1:-1]
        for word in words:
            cells.setdefault(grid.cell(word), []).append(word)
        for row, column in sorted(cells):
            rows = rows_of(cells[row, column])
            left, right = grid.xs[column], grid.xs[column + 1]
            padding = min(max(min(r.words[0].x0 for r in rows) - left, 1.0), 12.0)
            self.placed.extend(
                Placed(r.words, self._strip + column, right - padding, True, self._strip, row, column, inner)
                for r in rows
            )
        self._strip += len(grid.xs)


def _columns(band: Band, strip: int) -> list[Placed]:
    columns = list(zip(*map(band.split, band.rows), strict=True))
    limits = [_limit(band, at, column) for at, column in enumerate(columns)]
    return [
        Placed(words, strip + at, *limits[at], even=True)
        for at, column in enumerate(columns)
        for words in column
        if words
    ]


def _limit(band: Band, at: int, column: Sequence[list[Word]]) -> tuple[float | None, bool]:
    """How far the lines of a column may reach, and whether lines were seen to do so.

    To where the longest comes, in a broad column that is nearly filled; else to shortly before the next
    column.
    """
    ends = sorted((words[-1].x1 for words in column if words), reverse=True)
    left, size = min(words[0].x0 for words in column if words), band.rows[0].size
    several = len(ends) >= 2 * _FULL_LINES and ends[0] - ends[_FULL_LINES - 1] < 0.08 * (ends[0] - left)
    next_column = band.gutters[at][1] if at < len(band.gutters) else None
    nearly = next_column is not None and ends[0] - left > 0.8 * (next_column - left)
    if ends[0] - left > _BROAD * size and (several or nearly):
        return ends[0] + 0.5, True
    return (None if next_column is None else next_column - size), False


def _table(band: Band, strip: int) -> list[Placed]:
    split = [band.split(row) for row in band.rows]
    limits = [_limit(band, at, column) for at, column in enumerate(zip(*split, strict=True))]
    numbers = _rows_by_file(split) or _rows_by_look(band.rows, split, [limit for limit, _ in limits])
    edges = tuple(right for _, right in band.gutters)
    placed = [
        Placed(words, strip + column, *limits[column], strip, number, column, edges)
        for number, columns in zip(numbers, split, strict=True)
        for column, words in enumerate(columns)
        if words
    ]
    return sorted(placed, key=lambda line: (line.row, line.column))


def _rows_by_file(split: list[list[list[Word]]]) -> list[int] | None:
    """Row numbers where the file itself goes cell by cell: down a whole cell, then up again to the next
    one.

    None where it merely goes line by line, which tells nothing.
    """
    pieces = sorted(
        (words[0].at, line, column)
        for line, columns in enumerate(split)
        for column, words in enumerate(columns)
        if words
    )
    numbers: dict[int, int] = {}
    number, climbs = 0, False
    for (_, last_line, last_column), (_, line, column) in pairwise([(-1, -1, -1), *pieces]):
        if column < last_column:
            if line < last_line:
                return None
            number += 1
        climbs = climbs or (column > last_column >= 0 and line < last_line)
        if numbers.setdefault(line, number) != number:
            return None
    return [numbers[line] for line in range(len(split))] if climbs else None


def _rows_by_look(rows: list[Row], split: list[list[list[Word]]], limits: list[float | None]) -> list[int]:
    """Row numbers from the look: a new row begins where the first column begins a new paragraph."""
    numbers, number = [0], 0
    steps = sorted(above.y - row.y for above, row in pairwise(rows))
    pitch = steps[len(steps) // 3] if steps else 0.0
    for at in range(1, len(rows)):
        here, above = split[at], split[at - 1]
        gap = rows[at - 1].y - rows[at].y > _CLEAR_GAP * pitch
        runs_on = all(_runs_on(a, b, limit) for a, b, limit in zip(above, here, limits, strict=True) if b)
        if here[0] and (gap or not runs_on):
            number += 1
        numbers.append(number)
    return numbers


def _runs_on(above: list[Word], below: list[Word], limit: float | None) -> bool:
    """The line above was full: the first word below would not have fitted any more."""
    if not above or not below or limit is None or is_label(below[0].first):
        return False
    return above[-1].x1 + 0.25 * above[-1].size + below[0].first_width > limit
