"""Gathers the lines of a document that knows its paragraphs (.docx, .odt, HTML), table by table."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace

from protokoll.sources.errors import too_large
from protokoll.sources.limits import MAX_LINES
from protokoll.sources.pasted import unsure_if_pasted
from protokoll.text import Cell, Line

_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff\ufffe\x02\x00"))


def clean(text: str) -> str:
    """Text as a person sees it: no soft hyphens or zero-width marks, letters composed."""
    return unicodedata.normalize("NFC", text.translate(_DROPPED))


@dataclass(slots=True)
class Paragraph:
    """One paragraph with what its style says.

    ``text`` holds "\\n" where a line break stands, ``links`` (target, offset).
    """

    text: str
    heading: int | None = None
    bold: bool = False
    large: bool = False
    indent: float = 0.0
    number: str | None = None
    gap: bool = False
    links: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class Collector:
    """The lines so far. ``cell`` is where paragraphs go while a table is open.

    ``page`` where the source knows it.
    """

    lines: list[Line] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    cell: Cell | None = None
    furniture: bool = False
    page: int | None = None
    tables: int = 0
    _blank: bool = True

    def gap(self) -> None:
        """A blank paragraph or a boundary: the next line has a break before it."""
        self._blank = True

    def next_table(self) -> int:
        """The number of a table that begins here."""
        self.tables += 1
        return self.tables - 1

    def add(self, paragraph: Paragraph) -> None:
        """Add one paragraph: a line for each of its rows. Raises SourceError when the document is endless."""
        if not paragraph.text.strip():
            self.gap()
            return
        offset, first = 0, True
        for row in paragraph.text.split("\n"):
            text = clean(row).strip(" \t")
            if text:
                self._append(paragraph, text, first=first)
                first = False
                here = [t for t, at in paragraph.links if offset <= at <= offset + len(row)]
                self.links.extend((target, len(self.lines)) for target in here)
            else:
                self._blank = True
            offset += len(row) + 1

    def _append(self, paragraph: Paragraph, text: str, *, first: bool) -> None:
        if len(self.lines) >= MAX_LINES:
            raise too_large(f"Dokumentet har fler än {MAX_LINES} rader")
        self.lines.append(
            Line(
                text=text,
                page=self.page,
                heading=paragraph.heading,
                bold=paragraph.bold,
                large=paragraph.large,
                indent=paragraph.indent,
                number=paragraph.number if first else None,
                furniture=self.furniture,
                break_before=self._blank or (first and paragraph.gap),
                wraps=False,
                cell=self.cell,
            )
        )
        self._blank = False

    def finish(self) -> tuple[Line, ...]:
        """All lines. A table of one column is no table, only a frame."""
        self.lines = unsure_if_pasted(self.lines)
        return tuple(
            replace(line, cell=None) if line.cell and line.cell.columns < 2 else line for line in self.lines
        )
