"""One paragraph of a Word document: its words, what hides behind them, and how it looks."""

from __future__ import annotations

import re
from typing import Any

from protokoll.sources.collecting import Collector, Paragraph
from protokoll.sources.docx_styles import Look, Styles, W, number_of, over, paragraph_look, run_look
from protokoll.sources.numbering import Counters

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_TEXT_BOX = W + "txbxContent"
_DROPPED = {
    W + name for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "sdtPr", "proofErr")
}
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_FIELD_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"')
_LARGER = 1.15
_ORDINARY_SIZE = 11.0
_GAP = 120


class ParagraphReader:
    """Reads paragraphs in the document's order, since automatic numbers depend on what came before."""

    def __init__(self, styles: Styles, links: dict[str, str], collector: Collector) -> None:
        self._styles = styles
        self._targets = links
        self._collector = collector
        self._counters = Counters()
        self._started: set[str] = set()

    def read(self, element: Any) -> list[Any]:
        """Add the paragraph's lines; the text boxes anchored in it are returned, to be read after it."""
        properties = element.find(W + "pPr")
        style = _value(properties, "pStyle") or self._styles.default_id or ""
        base = over(self._styles.looks.get(style, Look()), self._styles.default)
        look = over(paragraph_look(properties), base)
        run = _Runs(self._targets, self._styles, base)
        run.walk(element)
        text = "".join(run.parts)
        heading = look.heading or None
        number = self._number(look) if text.strip() or _value(properties, "numPr") is not None else None
        self._collector.add(
            Paragraph(
                text=text,
                heading=heading if text.strip() and len(text) < 300 else None,
                bold=run.plain == 0 and run.bold > 0,
                large=self._is_large(run.size),
                indent=look.indent or 0.0,
                number=number if text.strip() else None,
                gap=bool(heading) or _space_before(properties) >= _GAP,
                links=run.links,
            )
        )
        if "\f" in text:
            self._collector.gap()
        return run.boxes

    def _is_large(self, size: float | None) -> bool:
        ordinary = (
            self._styles.looks.get(self._styles.default_id or "", Look()).size or self._styles.default.size
        )
        return size is not None and size >= _LARGER * (ordinary or _ORDINARY_SIZE)

    def _number(self, look: Look) -> str | None:
        if look.list_id is None or look.list_id == "0" or look.list_id not in self._styles.lists:
            return None
        key, levels = self._styles.lists[look.list_id]
        if look.list_id not in self._started:
            self._started.add(look.list_id)
            for depth, start in self._styles.starts.get(look.list_id, {}).items():
                self._counters.restart(key, depth, start)
        return self._counters.next(key, look.list_level or 0, levels)


class _Runs:
    """Collects the text of a paragraph's runs."""

    def __init__(self, targets: dict[str, str], styles: Styles, base: Look) -> None:
        self.parts: list[str] = []
        self.links: list[tuple[str, int]] = []
        self.boxes: list[Any] = []
        self.bold = 0
        self.plain = 0
        self.size: float | None = None
        self._targets = targets
        self._styles = styles
        self._base = base
        self._length = 0

    def walk(self, parent: Any) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag == W + "hyperlink":
                self._link(self._targets.get(child.get(_R_ID) or ""))
                self.walk(child)
            elif tag == W + "fldSimple":
                self._field(child.get(W + "instr") or "")
                self.walk(child)
            elif tag not in _DROPPED:
                self.walk(child)

    def _run(self, run: Any) -> None:
        properties = run.find(W + "rPr")
        before = self._length
        for child in run:
            self._piece(child)
        if self._length > before and "".join(self.parts)[before:].strip():
            self._weigh(properties, self._length - before)

    def _piece(self, child: Any) -> None:
        tag = child.tag
        if tag == W + "t":
            self._add(child.text or "")
        elif tag in _SIGNS:
            self._add(_SIGNS[tag])
        elif tag == W + "instrText":
            self._field(child.text or "")
        elif tag == W + "sym":
            self._add(_symbol(child))
        elif tag == _ALTERNATE:
            choice = child.find(_CHOICE)
            self._find_boxes(child if choice is None else choice)
        elif tag in {W + "drawing", W + "pict", W + "object"}:
            self._find_boxes(child)

    def _find_boxes(self, element: Any) -> None:
        for box in element.iter(_TEXT_BOX):
            if not any(outer in self.boxes for outer in box.iterancestors(_TEXT_BOX)):
                self.boxes.append(box)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)

    def _field(self, instruction: str) -> None:
        found = _FIELD_LINK.search(instruction)
        if found:
            self._link(found[1])

    def _link(self, target: str | None) -> None:
        if target:
            self.links.append((target, self._length))

    def _weigh(self, properties: Any, length: int) -> None:
        look = run_look(properties, Look())
        style = _value(properties, "rStyle")
        if style:
            look = over(look, self._styles.looks.get(style, Look()))
        look = over(look, self._base)
        if look.bold:
            self.bold += length
        else:
            self.plain += length
        if look.size is not None:
            self.size = look.size if self.size is None else min(self.size, look.size)


def _value(properties: Any, name: str) -> str | None:
    element = None if properties is None else properties.find(W + name)
    return None if element is None else element.get(W + "val") or ""


def _space_before(properties: Any) -> float:
    spacing = None if properties is None else properties.find(W + "spacing")
    return 0.0 if spacing is None else number_of(spacing.get(W + "before"))


def _symbol(element: Any) -> str:
    """A sign of a symbol font: ticked and empty boxes keep their meaning, everything else is a bullet."""
    code = (element.get(W + "char") or "").upper()[-2:]
    return {"FE": "☒", "FD": "☒", "FC": "✓", "A8": "☐", "6F": "☐", "E0": "→"}.get(code, "•")
