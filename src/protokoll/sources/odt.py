"""OpenDocument texts (.odt), as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from protokoll.sources.collecting import Collector, Paragraph
from protokoll.sources.container import Container
from protokoll.sources.errors import SourceError, damaged
from protokoll.sources.numbering import Counters, Level
from protokoll.sources.odt_styles import DRAW, OFFICE, STYLE, TABLE, TEXT, OdtStyle, OdtStyles
from protokoll.sources.xml import parse
from protokoll.text import Cell, Text

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_HREF = "{http://www.w3.org/1999/xlink}href"
_ENCRYPTED = b"encryption-data"
_SKIPPED = {
    TEXT + "tracked-changes", TEXT + "sequence-decls", TEXT + "soft-page-break", TEXT + "note",
    OFFICE + "annotation", OFFICE + "annotation-end", OFFICE + "forms",
}  # fmt: skip
_LARGER = 1.15
_MOST_COLUMNS = 63
_MOST_SPACES = 200


def read_odt(data: bytes) -> Text:
    """Read an OpenDocument text. Raises SourceError."""
    container = Container(data)
    if _ENCRYPTED in (container.read_if_present("META-INF/manifest.xml") or b""):
        raise SourceError("encrypted", "Filen är låst med lösenord. Spara den utan lösenord och försök igen.")
    try:
        return _read(container)
    except etree.LxmlError as error:
        raise damaged("ODT-filen") from error


def _read(container: Container) -> Text:
    content = parse(container.read("content.xml"))
    styles, other = OdtStyles(), container.read_if_present("styles.xml")
    margins = parse(other) if other else None
    if margins is not None:
        styles.add(margins)
    styles.add(content)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise damaged("ODT-filen")
    collector = Collector()
    walker = _Walker(styles, collector)
    walker.margin(margins, STYLE + "header")
    walker.blocks(body)
    walker.notes()
    walker.margin(margins, STYLE + "footer")
    lines = collector.finish()
    if not any(line.text and not line.furniture for line in lines):
        raise _without_text(container)
    return Text(lines=lines, media_type=MEDIA_TYPE, title=_title(container), links=tuple(collector.links))


def _without_text(container: Container) -> SourceError:
    if any(name.startswith("Pictures/") for name in container.names):
        message = "Dokumentet innehåller bara bilder, ingen text. Gör bilderna sökbara (OCR) och försök igen."
        return SourceError("pictures", message)
    return SourceError("empty", "Dokumentet är tomt. Kontrollera att det blev sparat.")


def _title(container: Container) -> str | None:
    meta = container.read_if_present("meta.xml")
    title = parse(meta).findtext(".//{http://purl.org/dc/elements/1.1/}title") if meta else None
    return title.strip() or None if title else None


class _Walker:
    """Walks the blocks of the text: paragraphs, headings, lists, tables, sections."""

    def __init__(self, styles: OdtStyles, collector: Collector) -> None:
        self._styles = styles
        self._collector = collector
        self._counters = Counters()
        self._notes: list[Any] = []
        self._lists: dict[str, str] = {}

    def margin(self, root: Any, tag: str) -> None:
        """Headers or footers, kept as furniture."""
        collector = self._collector
        collector.furniture = True
        for element in root.iter(tag) if root is not None else ():
            first = len(collector.lines)
            self.blocks(element)
            known = {line.text for line in collector.lines[:first] if line.furniture}
            collector.lines[first:] = [line for line in collector.lines[first:] if line.text not in known]
        collector.furniture = False
        collector.gap()

    def notes(self) -> None:
        """Foot- and endnotes, as lines after the text."""
        for note in self._notes:
            self._collector.gap()
            for body in note.iter(TEXT + "note-body"):
                self.blocks(body)

    def blocks(self, parent: Any) -> None:
        """Every block of ``parent``, in order."""
        for child in parent:
            tag = child.tag
            if tag in {TEXT + "p", TEXT + "h"}:
                self._paragraph(child, None)
            elif tag == TEXT + "list":
                self._list(child, 0, None, None)
            elif tag == TABLE + "table":
                self._table(child)
            elif tag not in _SKIPPED and isinstance(tag, str):
                self.blocks(child)

    def _list(self, element: Any, depth: int, outer: str | None, key: str | None) -> None:
        style = element.get(TEXT + "style-name") or outer
        if key is None:
            key = self._list_key(element, style)
        for item in element:
            if item.tag not in {TEXT + "list-item", TEXT + "list-header"}:
                continue
            start = item.get(TEXT + "start-value")
            if start and start.isdigit():
                self._counters.restart(key, depth, int(start))
            numbered = item.tag == TEXT + "list-item"
            for child in item:
                if child.tag in {TEXT + "p", TEXT + "h"}:
                    self._paragraph(child, self._number(key, depth, style, child) if numbered else None)
                    numbered = False
                elif child.tag == TEXT + "list":
                    self._list(child, depth + 1, style, key)

    def _list_key(self, element: Any, style: str | None) -> str:
        """Lists that continue one another count on; any other list starts anew."""
        name = element.get("{http://www.w3.org/XML/1998/namespace}id") or f"list {len(self._lists)}"
        before = element.get(TEXT + "continue-list")
        if before in self._lists:
            key = self._lists[before]
        elif element.get(TEXT + "continue-numbering") == "true":
            key = self._lists.get(f"style {style}", name)
        else:
            key = name
        self._lists[name] = self._lists[f"style {style}"] = key
        return key

    def _number(self, key: str, depth: int, style: str | None, paragraph: Any) -> str | None:
        own = self._styles.look(paragraph.get(TEXT + "style-name")).list_style
        levels = self._styles.lists.get(style or own or "", {})
        return self._counters.next(key, depth, levels)

    def _paragraph(self, element: Any, number: str | None) -> None:
        look = self._styles.look(element.get(TEXT + "style-name"))
        runs = _Runs(self._styles, look)
        runs.walk(element)
        text = "".join(runs.parts)
        heading = _outline_level(element) or look.heading
        if number is None and element.tag == TEXT + "h" and text.strip():
            number = self._outline_number(_outline_level(element) or 1)
        if look.page_break:
            self._collector.gap()
        self._collector.add(
            Paragraph(
                text=text,
                heading=heading if len(text) < 300 else None,
                bold=runs.bold > 0 and runs.plain == 0,
                large=runs.size is not None and runs.size >= _LARGER * self._styles.usual_size,
                indent=look.indent or 0.0,
                number=number,
                gap=heading is not None,
                links=runs.links,
            )
        )
        self._notes.extend(runs.notes)
        for box in runs.boxes:
            self._collector.gap()
            self.blocks(box)
            self._collector.gap()

    def _outline_number(self, level: int) -> str | None:
        levels: dict[int, Level] = self._styles.outline
        written = levels.get(level - 1)
        if written is None or written.form == "none":
            return None
        return self._counters.next("outline", level - 1, levels)

    def _table(self, table: Any) -> None:
        collector, outer = self._collector, self._collector.cell
        rows = [list(_cells(row)) for row in _rows(table)]
        columns = max((column + 1 for row in rows for column, cell in row if len(cell)), default=1)
        number = collector.next_table() if columns > 1 or outer is None else -1
        collector.gap()
        for at, row in enumerate(rows):
            for column, cell in row:
                if number >= 0:
                    collector.cell = Cell(table=number, row=at, column=column, columns=columns)
                self.blocks(cell)
                collector.gap()
        collector.cell = outer


def _outline_level(element: Any) -> int | None:
    level = element.get(TEXT + "outline-level")
    return min(max(int(level), 1), 6) if element.tag == TEXT + "h" and level and level.isdigit() else None


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in {TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"}:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[tuple[int, Any]]:
    """The cells of a row that hold something of their own, with their columns."""
    column = 0
    for cell in row:
        repeated = cell.get(TABLE + "number-columns-repeated") or "1"
        if cell.tag == TABLE + "table-cell" and column < _MOST_COLUMNS:
            yield column, cell
        column += int(repeated) if repeated.isdigit() else 1


class _Runs:
    """Collects the text of one paragraph."""

    def __init__(self, styles: OdtStyles, base: OdtStyle) -> None:
        self.parts: list[str] = []
        self.links: list[tuple[str, int]] = []
        self.boxes: list[Any] = []
        self.notes: list[Any] = []
        self.bold = 0
        self.plain = 0
        self.size: float | None = None
        self._styles = styles
        self._base = base
        self._length = 0

    def walk(self, element: Any, style: OdtStyle | None = None) -> None:
        """Take in an element's own words and those of all that is inside."""
        style = style or self._base
        self._add(element.text, style)
        for child in element:
            self._child(child, style)
            self._add(child.tail, style)

    def _child(self, child: Any, style: OdtStyle) -> None:
        tag = child.tag
        if tag == TEXT + "s":
            count = child.get(TEXT + "c") or "1"
            self._sign(" " * min(int(count) if count.isdigit() else 1, _MOST_SPACES))
        elif tag == TEXT + "tab":
            self._sign("\t")
        elif tag == TEXT + "line-break":
            self._sign("\n")
        elif tag == TEXT + "note":
            self.notes.append(child)
        elif tag == DRAW + "text-box":
            self.boxes.append(child)
        elif tag == TEXT + "span":
            own = self._styles.look(child.get(TEXT + "style-name"))
            bold, size = own.bold if own.bold is not None else style.bold, own.size or style.size
            self.walk(child, OdtStyle(bold=bold, size=size))
        elif tag not in _SKIPPED and isinstance(tag, str):
            if tag == TEXT + "a" and child.get(_HREF):
                self.links.append((child.get(_HREF), self._length))
            if tag.startswith((TEXT, DRAW)):
                self.walk(child, style)

    def _sign(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)

    def _add(self, text: str | None, style: OdtStyle) -> None:
        if not text:
            return
        text = (
            " ".join(text.replace("\n", " ").replace("\t", " ").split(" "))
            if "\n" in text or "\t" in text
            else text
        )
        self._sign(text)
        weight = len(text.strip())
        if not weight:
            return
        if style.bold:
            self.bold += weight
        else:
            self.plain += weight
        if style.size is not None:
            self.size = style.size if self.size is None else min(self.size, style.size)
