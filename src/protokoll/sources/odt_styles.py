"""What the styles of an OpenDocument text say about its paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from protokoll.sources.numbering import Level

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_HEADING_NAME = re.compile(r"(?:heading|rubrik)(?:_20_|\s|_)*(\d)", re.IGNORECASE)
_LENGTH = re.compile(r"(-?[\d.]+)(cm|mm|in|pt|px)?")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "px": 0.75}
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}
_MOST_PARENTS = 32


@dataclass(slots=True)
class OdtStyle:
    """One style; None means: not said here, ask the parent."""

    parent: str | None = None
    bold: bool | None = None
    size: float | None = None
    indent: float | None = None
    heading: int | None = None
    list_style: str | None = None
    page_break: bool = False


@dataclass(slots=True)
class OdtStyles:
    """All styles by name, and the levels of lists by the list style's name."""

    styles: dict[str, OdtStyle] = field(default_factory=dict)
    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    outline: dict[int, Level] = field(default_factory=dict)
    usual_size: float = 12.0

    def look(self, name: str | None) -> OdtStyle:
        """The style with everything inherited."""
        look, seen = OdtStyle(), 0
        while name is not None and name in self.styles and seen < _MOST_PARENTS:
            style = self.styles[name]
            look.bold = style.bold if look.bold is None else look.bold
            look.size = style.size if look.size is None else look.size
            look.indent = style.indent if look.indent is None else look.indent
            look.heading = style.heading if look.heading is None else look.heading
            look.list_style = style.list_style if look.list_style is None else look.list_style
            look.page_break = look.page_break or style.page_break
            name, seen = style.parent, seen + 1
        return look

    def add(self, root: Any) -> None:
        """Take in every style of one XML part."""
        for style in root.iter(STYLE + "style"):
            self.styles[style.get(STYLE + "name") or ""] = _style(style)
        for style in root.iter(TEXT + "list-style"):
            self.lists[style.get(STYLE + "name") or ""] = _levels(style)
        for style in root.iter(TEXT + "outline-style"):
            self.outline = _levels(style)
        for default in root.iter(STYLE + "default-style"):
            size = _size(default.find(STYLE + "text-properties"))
            if default.get(STYLE + "family") == "paragraph" and size:
                self.usual_size = size
        standard = self.look("Standard").size
        self.usual_size = standard or self.usual_size


def length(written: str | None) -> float:
    """A length of the file in points; 0 for anything else."""
    found = _LENGTH.match(written or "")
    return float(found[1]) * _POINTS[found[2] or "pt"] if found and found[1].strip("-.") else 0.0


def _style(element: Any) -> OdtStyle:
    out = OdtStyle(
        parent=element.get(STYLE + "parent-style-name"), list_style=element.get(STYLE + "list-style-name")
    )
    text, paragraph = element.find(STYLE + "text-properties"), element.find(STYLE + "paragraph-properties")
    if text is not None:
        weight = text.get(FO + "font-weight")
        out.bold = None if weight is None else weight == "bold" or (weight.isdigit() and int(weight) >= 600)
        out.size = _size(text)
    if paragraph is not None:
        margin, first = paragraph.get(FO + "margin-left"), paragraph.get(FO + "text-indent")
        out.indent = length(margin) + length(first) if margin or first else None
        out.page_break = paragraph.get(FO + "break-before") == "page"
    if element.get(STYLE + "family") == "paragraph":
        out.heading = _heading(element)
    return out


def _size(element: Any) -> float | None:
    size = None if element is None else element.get(FO + "font-size")
    return None if not size or size.endswith("%") else length(size) or None


def _heading(element: Any) -> int | None:
    level = element.get(STYLE + "default-outline-level")
    if level and level.isdigit():
        return min(max(int(level), 1), 6)
    for name in (element.get(STYLE + "display-name"), element.get(STYLE + "name")):
        found = _HEADING_NAME.match(name or "")
        if found:
            return min(max(int(found[1]), 1), 6)
        if (name or "").lower() in {"title", "titel"}:
            return 1
    return None


def _levels(style: Iterable[Any]) -> dict[int, Level]:
    levels = {}
    for element in style:
        depth = element.get(TEXT + "level") or "1"
        if depth.isdigit() and 1 <= int(depth) <= 9:
            levels[int(depth) - 1] = _level(element, int(depth))
    return levels


def _level(element: Any, depth: int) -> Level:
    if element.tag == TEXT + "list-level-style-bullet":
        return Level(form="bullet", pattern=element.get(TEXT + "bullet-char") or "•")
    form = _FORMS.get(element.get(STYLE + "num-format") or "", "decimal")
    written = element.get(STYLE + "num-list-format")
    shown = element.get(TEXT + "display-levels") or "1"
    first = depth - (int(shown) if shown.isdigit() else 1) + 1
    counters = ".".join(f"%{level}" for level in range(max(first, 1), depth + 1)) if form != "none" else ""
    pattern = (element.get(STYLE + "num-prefix") or "") + counters + (element.get(STYLE + "num-suffix") or "")
    if written:
        pattern = re.sub(r"%(\d)%", r"%\1", written)
    start = element.get(TEXT + "start-value") or "1"
    return Level(form=form, pattern=pattern, start=int(start) if start.isdigit() else 1)
