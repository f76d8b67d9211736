"""Word documents (.docx).

The body is streamed paragraph by paragraph, so a long document costs no more memory than a short one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from protokoll.sources.collecting import Collector
from protokoll.sources.container import Container
from protokoll.sources.docx_paragraph import ParagraphReader
from protokoll.sources.docx_styles import W, number_of, read_styles
from protokoll.sources.errors import SourceError, damaged
from protokoll.sources.xml import OPTIONS, parse
from protokoll.text import Cell, Text

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN = "word/document.xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml$")
_TRANSPARENT = {W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"}


def read_docx(data: bytes) -> Text:
    """Read a Word document. Raises SourceError."""
    container = Container(data)
    main = _main_part(container)
    try:
        return _read(container, main)
    except etree.LxmlError as error:
        raise damaged("Word-filen") from error


def _main_part(container: Container) -> str:
    if _MAIN in container.names:
        return _MAIN
    other = sorted(name for name in container.names if re.fullmatch(r"word/document\d*\.xml", name))
    if not other:
        raise damaged("Word-filen")
    return other[0]


def _read(container: Container, main: str) -> Text:
    part = container.read_if_present
    styles = read_styles(part("word/styles.xml"), part("word/numbering.xml"))
    collector = Collector()
    reader = _Body(
        ParagraphReader(styles, _links(part(f"word/_rels/{main.rpartition('/')[2]}.rels")), collector),
        collector,
    )
    margins = sorted(name for name in container.names if _MARGIN.match(name))
    reader.margin(container, [name for name in margins if "header" in name])
    reader.stream(container.read(main))
    reader.notes(part("word/footnotes.xml"))
    reader.notes(part("word/endnotes.xml"))
    reader.margin(container, [name for name in margins if "footer" in name])
    lines = collector.finish()
    if not any(line.text and not line.furniture for line in lines):
        raise _without_text(container)
    return Text(
        lines=lines,
        media_type=MEDIA_TYPE,
        title=_title(part("docProps/core.xml")),
        links=tuple(collector.links),
    )


def _without_text(container: Container) -> SourceError:
    if any(name.startswith("word/media/") for name in container.names):
        return SourceError(
            "pictures",
            "Dokumentet innehåller bara bilder, ingen text. Gör bilderna sökbara (OCR) och försök igen.",
        )
    return SourceError("empty", "Dokumentet är tomt. Kontrollera att det blev sparat.")


def _links(data: bytes | None) -> dict[str, str]:
    if not data:
        return {}
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in parse(data).iterfind(_RELATION)
        if relation.get("TargetMode") == "External" and relation.get("Type", "").endswith("/hyperlink")
    }


def _title(data: bytes | None) -> str | None:
    if not data:
        return None
    title = parse(data).findtext("{http://purl.org/dc/elements/1.1/}title")
    return title.strip() or None if title else None


class _Body:
    """Walks the blocks of a document: paragraphs, tables, and what merely wraps them."""

    def __init__(self, paragraphs: ParagraphReader, collector: Collector) -> None:
        self._paragraphs = paragraphs
        self._collector = collector

    def stream(self, data: bytes) -> None:
        """Read the main part; each block is forgotten as soon as it is read."""
        for block in _top_blocks(data):
            self._block(block)

    def margin(self, container: Container, names: list[str]) -> None:
        """Headers or footers: kept as furniture, each wording once."""
        collector, seen = self._collector, {line.text for line in self._collector.lines if line.furniture}
        collector.furniture = True
        for name in names:
            first = len(collector.lines)
            self._blocks(parse(container.read(name)))
            new = [line for line in collector.lines[first:] if line.text not in seen]
            seen.update(line.text for line in new)
            collector.lines[first:] = new
        collector.furniture = False
        collector.gap()

    def notes(self, data: bytes | None) -> None:
        """Footnotes or endnotes, as lines after the text."""
        if not data:
            return
        for note in parse(data):
            if note.get(W + "type") in {None, "normal"}:
                self._collector.gap()
                self._blocks(note)

    def _blocks(self, parent: Any) -> None:
        for child in parent:
            self._block(child)

    def _block(self, element: Any) -> None:
        tag = element.tag
        if tag == W + "p":
            for box in self._paragraphs.read(element):
                self._collector.gap()
                self._blocks(box)
                self._collector.gap()
        elif tag == W + "tbl":
            self._table(element)
        elif tag in _TRANSPARENT:
            self._blocks(element)

    def _table(self, table: Any) -> None:
        collector, outer = self._collector, self._collector.cell
        columns = max((_width(row) for row in _rows(table)), default=1)
        number = collector.next_table() if columns > 1 or outer is None else -1
        collector.gap()
        for at, row in enumerate(_rows(table)):
            column = _grid_before(row)
            for cell in _cells(row):
                properties = cell.find(W + "tcPr")
                if number >= 0:
                    collector.cell = Cell(table=number, row=at, column=column, columns=columns)
                if not _continues(properties):
                    self._blocks(cell)
                column += _span(properties)
                collector.gap()
        collector.cell = outer


def _top_blocks(data: bytes) -> Iterator[Any]:
    """The blocks of the document's body, in order; a block inside another one is not given by itself."""
    body = W + "body"
    blocks = (W + "p", W + "tbl", W + "sdt")
    events = etree.iterparse(io.BytesIO(data), events=("end",), tag=blocks, **OPTIONS)
    for _, element in events:
        parent = element.getparent()
        if parent is None or parent.tag != body:
            continue
        yield element
        element.clear(keep_tail=False)
        while element.getprevious() is not None:
            del parent[0]


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == W + "tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in _TRANSPARENT:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _cells(child)


def _grid_before(row: Any) -> int:
    before = row.find(f"{W}trPr/{W}gridBefore")
    return 0 if before is None else int(number_of(before.get(W + "val")))


def _width(row: Any) -> int:
    return _grid_before(row) + sum(_span(cell.find(W + "tcPr")) for cell in _cells(row))


def _span(properties: Any) -> int:
    span = None if properties is None else properties.find(W + "gridSpan")
    return 1 if span is None else min(max(int(number_of(span.get(W + "val"))), 1), 63)


def _continues(properties: Any) -> bool:
    """A cell that only continues the merged cell above."""
    merge = None if properties is None else properties.find(W + "vMerge")
    return merge is not None and merge.get(W + "val") in {None, "continue"}
