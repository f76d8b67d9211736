"""Leading numbers and bullets: what stands before the words of a point ("4.", "§ 44", "- 4.", "Punkt 4:",
"a)", "•").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    "|jan|feb|febr|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec"
)
BULLETS = "-–—•·▪◦●○‣➢✓*\uf0b7\uf0a7"

_BULLET = re.compile(rf"(?P<bullet>[{re.escape(BULLETS)}]|o(?=\t| {{2}}))\s+(?=\S)")
_MARKS = re.compile(r"(?:#{1,6}\s+|[*_]{2,3}(?=\S))")
_LABEL = re.compile(
    r"(?P<sign>§§?\s?(?P<s1>\d{1,4}(?:[./:]\d{1,4})?[a-z]?)\b[.:)]?(?:\s*[-–—](?=\s)|(?!\s*[-–—]\s*\d))"
    r"|(?P<s2>\d{1,4})\s?§[.:)]?(?=\s|$))"
    r"|(?P<word>(?:Punkt|Ärende|Dagordningspunkt|Pkt"
    r"|P)\.?\s?(?P<w1>\d{1,3}(?:\.\d{1,2})?)\b\s?[.:)–-]?(?=\s|$|[A-ZÅÄÖ]))"
    r"|(?P<dotted>(?P<d1>\d{1,3}(?:\.\d{1,2}){1,3})(?:[.):]|(?=\s))(?=\s|$))"
    r"|(?P<stop>(?P<n1>\d{1,3}[a-z]?)\s?(?P<end>[.):]|\s[-–—](?=\s))(?=\s|$|[A-ZÅÄÖ\"”*]))"
    r"|(?P<paren>\((?P<p1>\d{1,3}|[a-zåäö])\)(?=\s))"
    r"|(?P<letter>(?P<l1>[a-zåäöA-H])(?:\)(?=\s|[A-ZÅÄÖ])|(?<=[a-h])\.(?=\s+[A-ZÅÄÖ])))"
    r"|(?P<bare>(?P<b1>\d{1,3})(?=\s+[\"”*]?[A-ZÅÄÖ]))",
)
_NOT_BARE = re.compile(rf"\d+\s+(?:{MONTHS}|kl|kr|tkr|Mkr|st|%|SEK|EUR)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*[-–—]\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?(?=\s|$|[,:])", re.IGNORECASE
)
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})\b|\d{4}-\d{2}|\d{1,2}[./]\d{1,2}\s+kl")
_STYLES = (
    ("sign", "s1"), ("sign", "s2"), ("word", "w1"), ("dotted", "d1"), ("stop", "n1"), ("paren", "p1"),
    ("letter", "l1"), ("bare", "b1"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """A number or bullet taken off the start of a line.

    ``number`` is the bare number ("44", "4.1", "a"), None for a bullet; ``style`` names the habit: sign,
    word, dotted, stop, colon, paren, letter, bare or bullet; ``end`` is the offset where the words begin;
    ``dash`` tells that a bullet stood before it.
    """

    number: str | None
    style: str
    end: int
    written: str
    dash: bool = False

    @property
    def value(self) -> int | None:
        """The number as an integer, None for letters, bullets and sub-numbers."""
        return int(self.number) if self.number is not None and self.number.isdigit() else None


def read_label(text: str, start: int = 0) -> Label | None:
    """Read the number or bullet at ``start`` of a line, or None. White space and heading marks before it
    are skipped.
    """
    at = _skip(text, start)
    if at >= len(text):
        return None
    first = text[at]
    bullet = _BULLET.match(text, at) if first in BULLETS or first == "o" else None
    if bullet is not None:
        inner = _number(text, _skip(text, bullet.end()), bullet=True)
        if inner is not None:
            return Label(inner.number, inner.style, inner.end, text[at : inner.end].strip(), dash=True)
        return Label(None, "bullet", bullet.end(), bullet.group("bullet"))
    clock = _CLOCK.match(text, at) if first.isdigit() else None
    if clock is not None:
        timed = _number(text, _skip(text, clock.end()))
        return timed if timed is not None and timed.style in ("stop", "colon", "paren", "sign") else None
    return _number(text, at)


def read_clock(text: str) -> int:
    """Where the words begin behind a clock time at the start of a point of a programme ("09.30 Laget
    runt"), or 0.
    """
    found = _CLOCK.match(text)
    if found is None:
        return 0
    at = found.end()
    while at < len(text) and text[at] in " \t:,–-":
        at += 1
    return at if at < len(text) else 0


def _skip(text: str, at: int) -> int:
    size = len(text)
    while at < size and text[at].isspace():
        at += 1
    marks = _MARKS.match(text, at) if at < size and text[at] in "#*_" else None
    return marks.end() if marks else at


def _number(text: str, at: int, *, bullet: bool = False) -> Label | None:
    if at >= len(text):
        return None
    first = text[at]
    if not (first.isdigit() or first in "§(PÄDp" or text[at + 1 : at + 2] in (")", ".")):
        return None
    if first.isdigit() and (_CLOCK.match(text, at) or _DATE.match(text, at)):
        return None
    found = _LABEL.match(text, at)
    if found is None or _NOT_BARE.match(text, at):
        return None
    style, number = next(
        (style, found.group(group)) for style, group in _STYLES if found.group(group) is not None
    )
    if style == "stop":
        style = {".": "stop", ")": "paren", ":": "colon"}.get(found.group("end").strip(), "stop")
    if style == "bare" and bullet:
        return None
    return Label(number, style, found.end(), found.group().strip())
