"""The drawn lines of a PDF page, and the grids of cells that they make."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import neg
from typing import Any

import pypdfium2.raw as pdfium

from protokoll.sources.pdf_words import Word

_THIN = 3.0
_SHORTEST = 6.0
_NEAR = 3.0
_MOST_OBJECTS = 6000
_MOST_SEGMENTS = 400

Stroke = tuple[float, float, float]
"""A drawn line: its place (x of an upright one, y of a level one), and from where to where it goes."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The upright and level lines of a page."""

    upright: tuple[Stroke, ...] = ()
    level: tuple[Stroke, ...] = ()


def read_rules(page: Any) -> Rules:
    """The straight lines drawn on a loaded page."""
    upright: list[Stroke] = []
    level: list[Stroke] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            continue
        _sort((left.value, bottom.value, right.value, top.value), drawn, upright, level)
    return Rules(tuple(upright), tuple(level))


def _sort(
    box: tuple[float, float, float, float], drawn: Any, upright: list[Stroke], level: list[Stroke]
) -> None:
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    if width <= _THIN and height >= _SHORTEST:
        upright.append(((left + right) / 2, bottom, top))
    elif height <= _THIN and width >= _SHORTEST:
        level.append(((bottom + top) / 2, left, right))
    elif width > _SHORTEST and height > _SHORTEST and _is_stroked(drawn):
        for x0, y0, x1, y1 in _segments(drawn):
            if abs(x0 - x1) <= 1 and abs(y0 - y1) >= _SHORTEST:
                upright.append((x0, min(y0, y1), max(y0, y1)))
            elif abs(y0 - y1) <= 1 and abs(x0 - x1) >= _SHORTEST:
                level.append((y0, min(x0, x1), max(x0, x1)))


def _is_stroked(drawn: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke) and stroke.value)


def _segments(drawn: Any) -> Iterable[tuple[float, float, float, float]]:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start = here = (0.0, 0.0)
    for at in range(min(pdfium.FPDFPath_CountSegments(drawn), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield (*here, *point)
        here = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield (*here, *start)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with drawn lines: ``xs`` from left to right, ``ys`` from top to bottom."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rules: Rules
    _owners: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict, compare=False)

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.ys[-1]

    def holds(self, word: Word) -> bool:
        """Whether the word stands inside."""
        middle = word.y + 0.25 * word.size
        return (
            self.ys[-1] <= middle <= self.ys[0]
            and self.xs[0] - 1 <= (word.x0 + word.x1) / 2 <= self.xs[-1] + 1
        )

    def cell(self, word: Word) -> tuple[int, int]:
        """Row and column of the word; in a merged cell those of its upper left part."""
        middle = word.y + 0.25 * word.size
        row = min(max(bisect_right(self.ys, -middle, key=neg) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, word.x0 + 1.0) - 1, 0), len(self.xs) - 2)
        if (row, column) not in self._owners:
            self._owners[row, column] = self._owner(row, column)
        return self._owners[row, column]

    def _owner(self, row: int, column: int) -> tuple[int, int]:
        """The upper left part of the merged cell that this place belongs to."""
        while column and not self._parts_columns(column, row):
            column -= 1
        while row and not self._parts_rows(row, column):
            row -= 1
        return row, column

    def _parts_columns(self, column: int, row: int) -> bool:
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return any(
            abs(x - self.xs[column]) <= _NEAR and y0 <= middle <= y1 for x, y0, y1 in self.rules.upright
        )

    def _parts_rows(self, row: int, column: int) -> bool:
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return any(abs(y - self.ys[row]) <= _NEAR and x0 <= middle <= x1 for y, x0, x1 in self.rules.level)


def grids_of(rules: Rules) -> list[Grid]:
    """The tables that the lines of a page draw, from top to bottom; a mere frame is none."""
    grids = []
    for low, high in _ranges(rules.upright):
        upright = tuple(s for s in rules.upright if s[1] >= low - _NEAR and s[2] <= high + _NEAR)
        xs = _places((x, y1 - y0) for x, y0, y1 in upright)
        level = tuple(
            s for s in rules.level
            if low - _NEAR <= s[0] <= high + _NEAR and xs and s[2] > xs[0] + _NEAR and s[1] < xs[-1] - _NEAR
        )  # fmt: skip
        ys = _places((y, x1 - x0) for y, x0, x1 in level)
        if level and xs:
            xs = _with_ends(xs, min(s[1] for s in level), max(s[2] for s in level))
        ys = _with_ends(ys, low, high)
        if len(xs) >= 3 and len(ys) >= 2:
            grids.append(Grid(tuple(xs), tuple(reversed(ys)), Rules(upright, level)))
    return sorted(grids, key=lambda grid: -grid.top)


def _with_ends(places: list[float], first: float, last: float) -> list[float]:
    """A table without outer lines still ends where its inner lines end."""
    if not places or first < places[0] - _SHORTEST:
        places = [first, *places]
    if last > places[-1] + _SHORTEST:
        places = [*places, last]
    return places


def _ranges(upright: tuple[Stroke, ...]) -> list[tuple[float, float]]:
    """Stretches of the page, from bottom to top, that upright lines run through."""
    ranges: list[tuple[float, float]] = []
    for low, high in sorted((y0, y1) for _, y0, y1 in upright):
        if ranges and low <= ranges[-1][1] + _NEAR:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], high))
        else:
            ranges.append((low, high))
    return ranges


def _places(strokes: Iterable[tuple[float, float]]) -> list[float]:
    """The distinct places of lines, in ascending order, without those that are hardly drawn."""
    groups: list[list[tuple[float, float]]] = []
    for place, length in sorted(strokes):
        if groups and place - groups[-1][-1][0] <= _NEAR:
            groups[-1].append((place, length))
        else:
            groups.append([(place, length)])
    return [
        sum(place for place, _ in group) / len(group)
        for group in groups
        if sum(length for _, length in group) >= 8
    ]
