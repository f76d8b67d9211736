"""Headers, footers and page numbers: known by standing on page after page, or by their own look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from protokoll.text import Line

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"""\s*(?:
        (?:sida|sid|s|page|blad)\b\.?\s*:?\s*\d{1,4}(?:\s*(?:\(\s*\d{1,4}\s*\)|(?:av|of|/)\s*\d{1,4}))?
      | \d{1,3}\s*\(\s*\d{1,3}\s*\)
      | \d{1,3}\s*/\s*\d{1,3}
      | [-–—]\s*\d{1,3}\s*[-–—]
    )\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_UNMISTAKABLE = re.compile(
    r"\s*(?:(?:sida|sid)\b\.?\s*:?\s*\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|(?:av|/)\s*\d{1,4})|\d{1,3}\s*\(\d{1,3}\))\s*$",
    re.IGNORECASE,
)
_ENDS_IN_PAGE = re.compile(
    r"\S.{0,100}?\b(?:sida|sidan|sid)\b\.?\s*\d{1,4}(?:\s*(?:\(\s*\d{1,4}\s*\)|(?:av|/)\s*\d{1,4}))?\s*$",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 24
EDGE_LINES = 4
"""How many lines from the top and the bottom of a page can be header or footer."""


def looks_like_page_number(text: str) -> bool:
    """True for "Sida 1 (4)", "1(4)", "- 2 -", "2/7" alone on a line.

    Furniture where it stands at a page's edge.
    """
    return len(text) <= _LONGEST_NUMBER and bool(_PAGE_NUMBER.match(text))


def ends_in_page_number(text: str) -> bool:
    """True for "Arbetsordning, version 1.2. Sida 1": a footer where it is a page's first or last line."""
    return len(text) <= 130 and "sid" in text.lower() and bool(_ENDS_IN_PAGE.match(text))


def is_page_number_anywhere(text: str) -> bool:
    """True for the forms that are nothing else wherever they stand: "Sida 1 (4)", "1(4)"."""
    return bool(_UNMISTAKABLE.match(text))


def fold(text: str) -> str:
    """The line with its numbers made equal, so that "Sida 1 (4)" and "Sida 2 (4)" are the same."""
    return _NUMBER.sub("0", " ".join(text.split()).lower())


def repeated(pages: Sequence[Iterable[tuple[object, str, int]]]) -> set[int]:
    """Which edge lines come again on most pages.

    Each page gives (place, text, mark): ``place`` is where the line stands (equal places are compared),
    ``mark`` is what is returned for it. A single page repeats nothing.
    """
    if len(pages) < 2:
        return set()
    keyed = [[((place, fold(text)), mark) for place, text, mark in page] for page in pages]
    seen = Counter(key for page in keyed for key in {key for key, _ in page})
    enough = max(2, (len(pages) + 1) // 2)
    return {mark for page in keyed for key, mark in page if seen[key] >= enough}


def counting(pages: Sequence[Iterable[tuple[str, int]]]) -> set[int]:
    """Edge lines that are a bare number and count the pages up by one, whatever they start from."""
    found = [
        (page - int(text), mark)
        for page, lines in enumerate(pages)
        for text, mark in lines
        if text.strip().isascii() and text.strip().isdigit() and len(text.strip()) <= 4
    ]
    offsets = Counter(offset for offset, _ in found)
    return {mark for offset, mark in found if offsets[offset] >= max(2, (len(pages) + 1) // 2)}


def from_edge(edge: Iterable[int], marked: set[int]) -> Iterator[int]:
    """The marked lines of one edge, from the rim inwards: what stands behind a line of text is text."""
    for at in edge:
        if at not in marked:
            return
        yield at


def mark_furniture(lines: list[Line]) -> list[Line]:
    """Mark headers, footers and page numbers of a source that knows pages but not places on them.

    A header line stands as the same line from its page's top (a footer from its bottom). Without pages only
    unmistakable page numbers are marked.
    """
    pages: dict[int | None, list[int]] = {}
    for at, line in enumerate(lines):
        if line.text.strip():
            pages.setdefault(line.page, []).append(at)
    tops = [places[:EDGE_LINES] for places in pages.values()]
    bottoms = [places[: -EDGE_LINES - 1 : -1] for places in pages.values()]
    marked = {at for edge in (*tops, *bottoms) for at in edge if is_page_number_anywhere(lines[at].text)}
    if len(pages) > 1:
        for edges in (tops, bottoms):
            marked |= repeated(
                [[(rank, lines[at].text, at) for rank, at in enumerate(edge)] for edge in edges]
            )
            marked |= counting([[(lines[at].text, at) for at in edge[:2]] for edge in edges])
            marked |= {at for edge in edges for at in edge[:2] if looks_like_page_number(lines[at].text)}
    marked = {at for edge in (*tops, *bottoms) for at in from_edge(edge, marked)}
    return [replace(line, furniture=True) if at in marked else line for at, line in enumerate(lines)]
