"""The extracted text of a document: lines with page and layout, as every source delivers them.

A source never joins lines: what ``protokoll text FILE`` prints is exactly ``[line.text for line in lines]``, one per row, and
every record's ``line`` counts them from 1. What the layout tells beyond the characters is carried beside the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where a line stands in a table: ``table`` counts the document's tables from 0, ``row`` and ``column`` likewise.

    A right-hand column ("Ansvar") beside running text is a table of two columns too: the running text is column 0.
    """

    table: int
    row: int
    column: int
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the extracted text.

    ``heading`` is the outline level 1–6 where the source itself says so (a style, ``#`` marks), else None.
    ``bold`` and ``large`` come from fonts, where the source has any; ``indent`` is in points (sources with layout) or in characters.
    ``number`` is an automatic list number or bullet that the source shows but does not hold as text ("4.", "§ 12", "•").
    ``furniture`` marks headers, footers and page numbers: kept in the text, read by no pass.
    ``break_before``: a blank line or clear gap separates this line from the one above.
    ``wraps``: the line was long enough that it continues below (sources with layout); None where the source cannot tell.
    """

    text: str
    page: int | None = None
    heading: int | None = None
    bold: bool = False
    large: bool = False
    indent: float = 0.0
    number: str | None = None
    furniture: bool = False
    break_before: bool = False
    wraps: bool | None = None
    cell: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The lines of one document, and what the source knew about itself."""

    lines: tuple[Line, ...]
    media_type: str
    title: str | None = None  # from the file's own properties, a hint only
    notes: tuple[str, ...] = ()  # what the source must tell the user ("only pictures on page 3")
    links: tuple[tuple[str, int], ...] = field(
        default=()
    )  # targets that hide behind words: (target, line number)
    name: str | None = None  # of which file or attachment this is the text, where a file holds several

    def plain(self) -> str:
        """The text as ``protokoll text`` prints it."""
        return "\n".join(line.text for line in self.lines)
