"""Plain text and Markdown: the file's own lines, with what simple marks say about them.

``text`` is the file's line as it stands, so line numbers are the file's own. Marks are recognised, never
removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from protokoll.sources.decoding import decode
from protokoll.sources.errors import too_large
from protokoll.sources.furniture import mark_furniture
from protokoll.sources.limits import MAX_LINE_CHARACTERS, MAX_LINES, MAX_TEXT_FILE_BYTES
from protokoll.text import Cell, Line, Text

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+\S")
_UNDERLINE = re.compile(r"\s{0,3}(={3,}|-{3,})\s*$")
_BOLD_LINE = re.compile(r"\s*(?:[-*•]\s+)?(?:\*\*|__)(?!\s)[^*]+(?:\*\*|__)[:.]?\s*$")
_BOLD_TAIL = re.compile(r"[^\s*]\*\*\s*$")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?\s*$")
_LINE_END = re.compile(r"\r\n|\r|\n")
_TAB = 8


def read_plain(data: bytes, media_type: str = "text/plain") -> Text:
    """Read a text file. Raises SourceError when it is no text or goes beyond the bounds."""
    if len(data) > MAX_TEXT_FILE_BYTES:
        raise too_large(f"Textfilen är större än {MAX_TEXT_FILE_BYTES >> 20} MB")
    text, notes = decode(data)
    return text_from_string(text, media_type, notes)


def text_from_string(text: str, media_type: str = "text/plain", notes: tuple[str, ...] = ()) -> Text:
    """Lines of a string that is already decoded, by the same rules as a file."""
    rows = split_rows(text)
    if len(rows) > MAX_LINES:
        raise too_large(f"Texten har fler än {MAX_LINES} rader")
    if max(map(len, rows), default=0) > MAX_LINE_CHARACTERS:
        raise too_large(f"Texten har en rad med fler än {MAX_LINE_CHARACTERS} tecken")
    lines = tuple(mark_furniture(list(_lines(rows, paged="\f" in text))))
    return Text(lines=lines, media_type=media_type, notes=notes)


def split_rows(text: str) -> list[str]:
    """The rows as an editor counts them.

    Only line ends separate, and a last line end starts no further row.
    """
    rows = _LINE_END.split(text)
    if rows and not rows[-1]:
        rows.pop()
    return rows


def _lines(rows: list[str], *, paged: bool) -> Iterator[Line]:
    page, blank_above = 1, True
    table, table_row = -1, -1
    for at, row in enumerate(rows):
        page += row.count("\f")
        text = row.replace("\f", "").rstrip("\x00")
        line = _line(text, page if paged else None, blank_above)
        if _TABLE_ROW.match(text) or _TABLE_RULE.match(text):
            if table_row < 0:
                table += 1
            rule = bool(_TABLE_RULE.match(text))
            table_row += 0 if rule else 1
            line = replace(line, furniture=rule, cell=_row_cell(text, table, max(table_row, 0)))
        else:
            table_row = -1
            line = _underlined(line, rows[at + 1] if at + 1 < len(rows) else "")
        yield line
        blank_above = not text.strip() or "\f" in row


def _line(text: str, page: int | None, blank_above: bool) -> Line:
    heading = _HEADING.match(text)
    bold = bool(_BOLD_LINE.match(text) or _BOLD_TAIL.search(text))
    stripped = text.lstrip()
    indent = len(text[: len(text) - len(stripped)].expandtabs(_TAB))
    return Line(
        text=text,
        page=page,
        heading=len(heading[1]) if heading else None,
        bold=bold,
        indent=float(indent),
        break_before=blank_above,
        furniture=bool(_UNDERLINE.match(text)),
    )


def _underlined(line: Line, below: str) -> Line:
    mark = _UNDERLINE.match(below)
    text = line.text.strip()
    if mark and text and line.break_before and len(text) <= 100 and text[-1] not in ".,;":
        return replace(line, heading=1 if mark[1][0] == "=" else 2)
    return line


def _row_cell(text: str, table: int, row: int) -> Cell:
    """A row of a Markdown table stays one line; ``columns`` says how many cells its ``|`` separate."""
    return Cell(table=table, row=row, column=0, columns=text.strip().strip("|").count("|") + 1)
