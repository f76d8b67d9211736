"""Tables: their rows, and in each row the blocks of every column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from protokoll.layout.blocks import Block


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the blocks of each column (an empty tuple where a cell is empty)."""

    cells: tuple[tuple[Block, ...], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell, its blocks joined by a space."""
        return tuple(" ".join(block.text for block in cell) for cell in self.cells)

    @property
    def line(self) -> int:
        """The first line of the row."""
        return min(block.first for cell in self.cells for block in cell)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the document; ``number`` counts from 0 as ``Cell.table`` does."""

    number: int
    rows: tuple[Row, ...]


def tables_of(blocks: Sequence[Block]) -> list[Table]:
    """The tables whose cells are among these blocks, in order."""
    rows: dict[int, dict[int, list[Block]]] = {}
    for block in blocks:
        if block.cell is not None:
            rows.setdefault(block.cell.table, {}).setdefault(block.cell.row, []).append(block)
    return [
        Table(number, tuple(_row(parts) for _, parts in sorted(table.items())))
        for number, table in sorted(rows.items())
    ]


def _row(parts: list[Block]) -> Row:
    columns = max(max(block.cell.columns, 1 + block.cell.column) for block in parts if block.cell)
    cells: list[list[Block]] = [[] for _ in range(columns)]
    for block in parts:
        if block.cell is not None:
            cells[block.cell.column].append(block)
    return Row(tuple(tuple(cell) for cell in cells))
