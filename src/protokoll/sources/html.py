"""HTML, as mails and saved pages hold it.

Paragraphs, headings, lists and tables; everything that is not text is left out.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from protokoll.sources.collecting import Collector, Paragraph
from protokoll.sources.decoding import decode
from protokoll.sources.errors import SourceError, damaged, too_large
from protokoll.sources.limits import MAX_TEXT_FILE_BYTES
from protokoll.text import Cell, Text

MEDIA_TYPE = "text/html"
_BLOCK_NAMES = (
    "address article aside blockquote body center dd details div dl dt fieldset figure footer form header hr"
    " html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6"
)
_SKIPPED_NAMES = "head script style template noscript svg object iframe select button textarea title"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_DEEPEST = 150


def read_html(data: bytes) -> Text:
    """Read an HTML page. Raises SourceError."""
    if len(data) > MAX_TEXT_FILE_BYTES:
        raise too_large(f"HTML-filen är större än {MAX_TEXT_FILE_BYTES >> 20} MB")
    return html_from_string(decode(data)[0])


def html_from_string(page: str) -> Text:
    """The lines of an HTML page that is already decoded. Raises SourceError."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, huge_tree=False, encoding="utf-8")
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise damaged("HTML-filen") from error
    collector = Collector()
    if root is not None:
        walker = _Walker(collector)
        walker.block(root, 0)
        walker.end()
    lines = collector.finish()
    if not lines:
        raise SourceError("empty", "HTML-filen har ingen text.")
    title = root.findtext(".//title")
    return Text(lines=lines, media_type=MEDIA_TYPE, title=title, links=tuple(collector.links))


class _Walker:
    """Gathers running text until a block begins or ends."""

    def __init__(self, collector: Collector) -> None:
        self._collector = collector
        self._parts: list[str] = []
        self._links: list[tuple[str, int]] = []
        self._heading: int | None = None
        self._number: str | None = None
        self._bold = self._plain = 0
        self._bold_depth = 0

    def end(self) -> None:
        """Close the paragraph that is open."""
        text = "".join(self._parts).strip()
        if text:
            lead = len("".join(self._parts)) - len("".join(self._parts).lstrip())
            self._collector.add(
                Paragraph(
                    text="\n".join(" ".join(row.split()) for row in text.split("\n")),
                    heading=self._heading,
                    bold=self._bold > 0 and self._plain == 0,
                    number=self._number,
                    gap=self._heading is not None,
                    links=[(target, max(at - lead, 0)) for target, at in self._links],
                )
            )
            self._number = None
        self._parts, self._links = [], []
        self._bold = self._plain = 0

    def block(self, element: Any, depth: int) -> None:
        """Everything inside an element."""
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED and depth < _DEEPEST:
                self._child(child, depth + 1)
            self._add(child.tail)

    def _child(self, child: Any, depth: int) -> None:
        tag = child.tag
        if tag == "br":
            self._parts.append("\n")
        elif tag == "table":
            self.end()
            self._table(child, depth)
        elif tag in _BLOCKS:
            self._block(child, tag, depth)
        else:
            if tag == "a" and (child.get("href") or "").startswith(("http:", "https:", "mailto:")):
                self._links.append((child.get("href"), sum(map(len, self._parts))))
            self._bold_depth += tag in {"b", "strong"}
            self.block(child, depth)
            self._bold_depth -= tag in {"b", "strong"}

    def _block(self, child: Any, tag: str, depth: int) -> None:
        self.end()
        outer = self._heading
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._heading = int(tag[1])
        if tag == "li":
            self._number = _list_number(child)
        elif tag in {"p", "hr"}:
            self._collector.gap()
        self.block(child, depth)
        self.end()
        self._heading = outer

    def _table(self, table: Any, depth: int) -> None:
        rows = [row for row in table.iter("tr") if _owner(row) is table]
        cells = [[cell for cell in row if cell.tag in {"td", "th"}] for row in rows]
        columns = max(map(len, cells), default=1)
        outer = self._collector.cell
        number = self._collector.next_table() if columns > 1 else -1
        for at, row in enumerate(cells):
            for column, cell in enumerate(row):
                if number >= 0:
                    self._collector.cell = Cell(table=number, row=at, column=column, columns=columns)
                self.block(cell, depth)
                self.end()
                self._collector.gap()
        self._collector.cell = outer

    def _add(self, text: str | None) -> None:
        if text:
            flowing = " ".join(text.split())
            edges = (" " if text[:1].isspace() else "", " " if text[-1:].isspace() and flowing else "")
            self._parts.append(edges[0] + flowing + edges[1])
            if flowing:
                if self._bold_depth:
                    self._bold += 1
                else:
                    self._plain += 1


def _owner(row: Any) -> Any:
    return next(row.iterancestors("table"), None)


def _list_number(item: Any) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    before = sum(1 for other in item.itersiblings("li", preceding=True))
    start = parent.get("start") or "1"
    return f"{(int(start) if start.isdigit() else 1) + before}."
