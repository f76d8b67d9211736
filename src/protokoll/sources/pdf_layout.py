"""From the words of a page to its lines in reading order, column by column and cell by cell."""

from __future__ import annotations

from dataclasses import dataclass

from protokoll.sources.pdf_columns import Band, bands_of
from protokoll.sources.pdf_rows import Row, is_label, join, rows_of
from protokoll.sources.pdf_words import Page, Word

_PROSE = 0.62
_NARROWEST_COLUMN = 0.28
_CLEAR_GAP = 1.45


@dataclass(slots=True)
class Placed:
    """One line with its place. ``strip`` is the column it runs in: lines of one strip follow upon each other.

    ``limit`` is how far right a line of that strip may reach (None: the document's margin). ``row``, ``column``, ``columns`` and
    ``table`` (a key within the page) are set in tables.
    """

    words: list[Word]
    strip: int
    limit: float | None = None
    table: int | None = None
    row: int = 0
    column: int = 0
    columns: int = 0
    edges: tuple[float, ...] = ()

    @property
    def text(self) -> str:
        """The line's words."""
        return join(self.words)

    @property
    def x0(self) -> float:
        """Where the line begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return max(word.x1 for word in self.words)

    @property
    def y(self) -> float:
        """The baseline."""
        return self.words[0].y

    @property
    def size(self) -> float:
        """The height of the type."""
        return max(word.size for word in self.words)


def lay_out(page: Page) -> list[Placed]:
    """The page's lines in the order in which a person reads them."""
    placed: list[Placed] = []
    strip = 1
    for table, band in enumerate(bands_of(rows_of(page.words))):
        if not band.gutters:
            placed.extend(Placed(row.words, 0) for row in band.rows)
        elif _is_running_text(band):
            placed.extend(_columns(band, strip))
        else:
            placed.extend(_table(band, strip, table))
        strip += len(band.gutters) + 1
    return placed


def _is_running_text(band: Band) -> bool:
    """Columns of a leaflet rather than of a table: each is broad, and its lines run full one after the other."""
    columns = [
        [words for words in column if words] for column in zip(*map(band.split, band.rows), strict=True)
    ]
    if min(map(len, columns)) < 4:
        return False
    lefts = [min(words[0].x0 for words in column) for column in columns]
    rights = [max(words[-1].x1 for words in column) for column in columns]
    whole = max(rights) - min(lefts)
    for column, left, right in zip(columns, lefts, rights, strict=True):
        full = sum(1 for words in column if words[-1].x1 - left > 0.7 * (right - left))
        if right - left < _NARROWEST_COLUMN * whole or full < _PROSE * len(column):
            return (
                _one_after_the_other(columns)
                and right - left >= _NARROWEST_COLUMN * whole
                and len(columns) == 2
            )
    return True


def _one_after_the_other(columns: list[list[list[Word]]]) -> bool:
    """In the file the left column stands whole before the right one, and both have lines enough to be running text."""
    ends = [max(words[0].at for words in column) for column in columns[:-1]]
    starts = [min(words[0].at for words in column) for column in columns[1:]]
    longest = max(len(join(words)) for column in columns for words in column)
    return (
        min(map(len, columns)) >= 8 and longest > 35 and all(e < s for e, s in zip(ends, starts, strict=True))
    )


def _columns(band: Band, strip: int) -> list[Placed]:
    limits = [right - band.rows[0].size * 0.5 for _, right in band.gutters] + [None]
    columns = zip(*map(band.split, band.rows), strict=True)
    return [
        Placed(words, strip + at, limits[at])
        for at, column in enumerate(columns)
        for words in column
        if words
    ]


def _table(band: Band, strip: int, table: int) -> list[Placed]:
    limits = [right - band.rows[0].size * 0.5 for _, right in band.gutters] + [None]
    split = [band.split(row) for row in band.rows]
    numbers = _rows_by_file(split) or _rows_by_look(band.rows, split, limits)
    edges = tuple((left + right) / 2 for left, right in band.gutters)
    placed = [
        Placed(words, strip + column, limits[column], table, number, column, len(limits), edges)
        for number, columns in zip(numbers, split, strict=True)
        for column, words in enumerate(columns)
        if words
    ]
    return sorted(placed, key=lambda line: (line.row, line.column))


def _rows_by_file(split: list[list[list[Word]]]) -> list[int] | None:
    """Row numbers where the file itself goes cell by cell: down a whole cell, then up again to the next one.

    None where it merely goes line by line, which tells nothing.
    """
    pieces = sorted(
        (words[0].at, line, column)
        for line, columns in enumerate(split)
        for column, words in enumerate(columns)
        if words
    )
    numbers: dict[int, int] = {}
    number, last_line, last_column, climbs = 0, -1, -1, False
    for _, line, column in pieces:
        if column < last_column or (column == last_column and column > 0 and line < last_line):
            if line < last_line:
                return None
            number += 1
        climbs = climbs or (column > last_column and line < last_line)
        if numbers.setdefault(line, number) != number:
            return None
        last_line, last_column = line, column
    return [numbers[line] for line in range(len(split))] if climbs else None


def _rows_by_look(rows: list[Row], split: list[list[list[Word]]], limits: list[float | None]) -> list[int]:
    """Row numbers from the look: a new row begins where the first column begins a new paragraph."""
    numbers, number = [0], 0
    pitch = min((a.y - b.y for a, b in zip(rows, rows[1:], strict=False)), default=0.0)
    for at in range(1, len(rows)):
        here, above = split[at], split[at - 1]
        gap = rows[at - 1].y - rows[at].y > _CLEAR_GAP * pitch
        if here[0] and (gap or not any(_runs_on(above[c], here[c], limits[c]) for c in range(len(here)))):
            number += 1
        numbers.append(number)
    return numbers


def _runs_on(above: list[Word], below: list[Word], limit: float | None) -> bool:
    """The line above was full: the first word below would not have fitted any more."""
    if not above or not below or limit is None or is_label(below[:1]):
        return False
    return above[-1].x1 + 0.25 * above[-1].size + below[0].x1 - below[0].x0 > limit
