"""What the styles and list definitions of a Word document say about a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from protokoll.sources.numbering import Level
from protokoll.sources.xml import parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_NAME = re.compile(r"(?:heading|rubrik|overskrift|otsikko)\s*(\d)", re.IGNORECASE)
_TITLE_NAMES = {"title", "rubrik", "titel"}
_OFF = {"0", "false", "off", "none"}


@dataclass(slots=True)
class Look:
    """Look of a paragraph; None means: not said here, ask the style below."""

    bold: bool | None = None
    size: float | None = None
    heading: int | None = None
    indent: float | None = None
    list_id: str | None = None
    list_level: int | None = None


@dataclass(slots=True)
class Styles:
    """Paragraph and character styles by their id, already inherited, and the lists."""

    looks: dict[str, Look] = field(default_factory=dict)
    default: Look = field(default_factory=Look)
    default_id: str | None = None
    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)


def is_on(element: Any) -> bool:
    """A Word switch: present without a value means on."""
    return element.get(W + "val") not in _OFF


def number_of(text: str | None) -> float:
    """A number as written in the file; 0 for anything else."""
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


def paragraph_look(properties: Any) -> Look:
    """What a ``w:pPr`` itself says."""
    look = Look()
    if properties is None:
        return look
    for child in properties:
        tag = child.tag
        if tag == W + "outlineLvl":
            level = int(number_of(child.get(W + "val")))
            look.heading = level + 1 if 0 <= level <= 5 else 0
        elif tag == W + "ind":
            left = number_of(child.get(W + "left") or child.get(W + "start"))
            look.indent = (
                left - number_of(child.get(W + "hanging")) + number_of(child.get(W + "firstLine"))
            ) / 20
        elif tag == W + "numPr":
            _read_list(child, look)
    return look


def _read_list(element: Any, look: Look) -> None:
    for child in element:
        value = child.get(W + "val")
        if child.tag == W + "numId":
            look.list_id = value
        elif child.tag == W + "ilvl":
            look.list_level = int(number_of(value))


def run_look(properties: Any, look: Look) -> Look:
    """Put what a ``w:rPr`` says into ``look``."""
    if properties is not None:
        for child in properties:
            if child.tag == W + "b":
                look.bold = is_on(child)
            elif child.tag == W + "sz":
                look.size = number_of(child.get(W + "val")) / 2
    return look


def over(upper: Look, lower: Look) -> Look:
    """``upper`` where it says something, ``lower`` elsewhere."""
    return Look(
        bold=lower.bold if upper.bold is None else upper.bold,
        size=lower.size if upper.size is None else upper.size,
        heading=lower.heading if upper.heading is None else upper.heading,
        indent=lower.indent if upper.indent is None else upper.indent,
        list_id=lower.list_id if upper.list_id is None else upper.list_id,
        list_level=lower.list_level if upper.list_level is None else upper.list_level,
    )


def read_styles(styles: bytes | None, numbering: bytes | None) -> Styles:
    """Both parts of a Word document that say how paragraphs look; either may be missing."""
    out = Styles()
    if numbering:
        _read_numbering(parse(numbering), out)
    if styles:
        _read_looks(parse(styles), out)
    return out


def _read_looks(root: Any, out: Styles) -> None:
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    out.default = run_look(defaults, Look())
    own: dict[str, tuple[Look, str | None]] = {}
    for style in root.iterfind(W + "style"):
        name = style.get(W + "styleId") or ""
        based = style.find(W + "basedOn")
        look = run_look(style.find(W + "rPr"), paragraph_look(style.find(W + "pPr")))
        heading = _heading_by_name(style, name)
        look.heading = heading if heading is not None else look.heading
        own[name] = (look, None if based is None else based.get(W + "val"))
        if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true", "on"}:
            out.default_id = name
    for name in own:
        out.looks[name] = _inherited(name, own)


def _inherited(name: str, own: dict[str, tuple[Look, str | None]]) -> Look:
    look = Look()
    seen: set[str] = set()
    at: str | None = name
    while at in own and at not in seen and len(seen) < 32:
        seen.add(at)
        look = over(look, own[at][0])
        at = own[at][1]
    return look


def _heading_by_name(style: Any, style_id: str) -> int | None:
    if style.get(W + "type") != "paragraph":
        return None
    element = style.find(W + "name")
    name = (element.get(W + "val") if element is not None else "") or ""
    for candidate in (name, style_id):
        found = _HEADING_NAME.match(candidate)
        if found:
            return min(max(int(found[1]), 1), 6)
    return 1 if name.lower() in _TITLE_NAMES else None


def _read_numbering(root: Any, out: Styles) -> None:
    abstract = {a.get(W + "abstractNumId"): _levels(a) for a in root.iterfind(W + "abstractNum")}
    for number in root.iterfind(W + "num"):
        own = number.find(W + "abstractNumId")
        key = own.get(W + "val") if own is not None else None
        levels, name = dict(abstract.get(key, {})), number.get(W + "numId") or ""
        for change in number.iterfind(W + "lvlOverride"):
            depth = int(number_of(change.get(W + "ilvl")))
            for level in change.iterfind(W + "lvl"):
                levels[depth] = _level(level)
            start = change.find(W + "startOverride")
            if start is not None:
                out.starts.setdefault(name, {})[depth] = int(number_of(start.get(W + "val")))
        out.lists[name] = (key or name, levels)


def _levels(abstract: Any) -> dict[int, Level]:
    return {int(number_of(level.get(W + "ilvl"))): _level(level) for level in abstract.iterfind(W + "lvl")}


def _level(level: Any) -> Level:
    def value(tag: str, default: str) -> str:
        element = level.find(W + tag)
        return default if element is None else element.get(W + "val") or default

    text = level.find(W + "lvlText")
    pattern = "" if text is None else text.get(W + "val") or ""
    return Level(form=value("numFmt", "decimal"), pattern=pattern, start=int(number_of(value("start", "1"))))
