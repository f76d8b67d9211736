"""The light markup of the example region's Word, OpenDocument and PDF files (see README.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["title", "heading", "subheading", "counted", "bullet", "step", "lines", "table"]


@dataclass
class Block:
    """One piece of a page: ``lines`` holds its text lines, ``rows`` the cells when it is a table."""

    kind: Kind
    lines: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    table: str = "grid"
    has_header: bool = False


@dataclass
class Page:
    """A parsed source: which office wrote it, what every page says at its top and foot, and its blocks."""

    office: str = "kansli"
    head: str = ""
    foot: str = ""
    blocks: list[Block] = field(default_factory=list)


OPENERS: list[tuple[str, Kind]] = [
    ("###", "subheading"),
    ("##.", "counted"),
    ("##", "heading"),
    ("#", "title"),
    ("- ", "bullet"),
    ("+ ", "step"),
]


def parse(source: str) -> Page:
    """Turn the markup into blocks; a blank line ends a group of lines."""
    page = Page()
    table, open_lines = "grid", None
    for line in source.splitlines():
        if line.startswith("!"):
            name, _, value = line[1:].partition(" ")
            if name == "table":
                table = value
            else:
                setattr(page, name, value)
            open_lines = None
        elif line.startswith("|"):
            _add_row(page, line, table)
            open_lines = None
        elif not line.strip():
            open_lines = None
        else:
            open_lines = _add_text(page, line, open_lines)
    return page


def _add_row(page: Page, line: str, table: str) -> None:
    is_header = line.startswith("|=")
    cells = [cell.strip() for cell in line.lstrip("|=").rstrip("|").split("|")]
    last = page.blocks[-1] if page.blocks else None
    if last is None or last.kind != "table" or is_header:
        last = Block("table", table=table, has_header=is_header)
        page.blocks.append(last)
    last.rows.append(cells)


def _add_text(page: Page, line: str, open_lines: Block | None) -> Block | None:
    for opener, kind in OPENERS:
        if line.startswith(opener):
            page.blocks.append(Block(kind, [line[len(opener) :].strip()]))
            return None
    if open_lines is None:
        open_lines = Block("lines")
        page.blocks.append(open_lines)
    open_lines.lines.append(line)
    return open_lines


def shares(block: Block) -> list[float]:
    """How much of the page's width each column of a table gets: a name beside long texts gets little."""
    count = len(block.rows[0])
    longest = [max(len(row[column]) for row in block.rows) for column in range(count)]
    if block.table == "ansvar":
        return [0.74, 0.26]
    if count == 2 and (longest[1] > 40 or block.table == "plain"):
        return [0.22, 0.78] if longest[1] > longest[0] + 10 else [0.45, 0.55]
    return [1 / count] * count


def runs(text: str) -> list[tuple[str, bool, bool]]:
    """Split ``**bold**`` and ``*slanted*`` text into (text, bold, italic) runs, with `` >> `` as a tab."""
    found = []
    tabbed = re.sub(r"^\s*>> | >> ", "\t", text)
    for part in re.split(r"(\*\*.+?\*\*|\*.+?\*)", tabbed):
        if part.startswith("**"):
            found.append((part[2:-2], True, False))
        elif part.startswith("*") and part.endswith("*") and len(part) > 1:
            found.append((part[1:-1], False, True))
        elif part:
            found.append((part, False, False))
    return found
