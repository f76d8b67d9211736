"""The document's lines with what was read marked in place.

Built as text, because a document can have thousands of lines.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

CSS = {
    "N": "k-n",
    "B": "k-b",
    "U": "k-u",
    "D": "k-d",
    "F": "k-d",
    "L": "k-l",
    "Ä": "k-t",
    "M": "k-b",
    "Å": "k-u",
}
HEADING = "P"


@dataclass(frozen=True)
class Mark:
    """A record's place: its key on the page, its letter and name, its lines (from 1) and the words to
    underline.
    """

    key: str
    letter: str
    name: str
    first: int
    last: int
    quote: str


def marked_lines(
    lines: Sequence[str],
    marks: Iterable[Mark],
    *,
    unread: Iterable[int] = (),
    furniture: Iterable[int] = (),
    unread_words: str,
) -> SafeString:
    """All lines as list entries with their numbers, marks and letters.

    ``unread_words`` says beside a line that nothing was read of it.
    """
    on_line: Mapping[int, list[Mark]] = defaultdict(list)
    spans: Mapping[int, list[tuple[int, int, str]]] = defaultdict(list)
    for mark in marks:
        for number in range(mark.first, min(mark.last, len(lines)) + 1):
            on_line[number].append(mark)
        if mark.letter != HEADING:
            for number, start, end in where(lines, mark):
                spans[number].append((start, end, CSS.get(mark.letter, "k-d")))
    blank, quiet = frozenset(unread), frozenset(furniture)
    return mark_safe(
        "".join(
            _line(
                number, text, on_line[number], spans[number], number in blank, number in quiet, unread_words
            )
            for number, text in enumerate(lines, 1)
        )
    )


def where(lines: Sequence[str], mark: Mark) -> list[tuple[int, int, int]]:
    """(line, start, end) of the mark's words; its whole lines where they stand in another form."""
    words = mark.quote.split()
    block = lines[mark.first - 1 : mark.last]
    joined = "\n".join(block)
    found = re.search(r"\s+".join(map(re.escape, words)), joined, re.IGNORECASE) if words else None
    start, end = found.span() if found else (0, len(joined))
    places, offset = [], 0
    for number, text in enumerate(block, mark.first):
        first, last = max(start - offset, 0), min(end - offset, len(text))
        first += len(text[first:last]) - len(text[first:last].lstrip())
        last = first + len(text[first:last].rstrip())
        if first < last:
            places.append((number, first, last))
        offset += len(text) + 1
    return places


def _line(
    number: int,
    text: str,
    marks: list[Mark],
    spans: list[tuple[int, int, str]],
    unread: bool,
    quiet: bool,
    unread_words: str,
) -> str:
    css = " ".join(
        name
        for name, given in (
            ("h", any(mark.letter == HEADING for mark in marks)),
            ("un", unread),
            ("fu", quiet),
            ("e", not text.strip()),
        )
        if given
    )
    keys = " ".join(dict.fromkeys(mark.key for mark in marks))
    letters = {
        mark.letter: mark for mark in reversed(marks) if mark.letter != HEADING and mark.first == number
    }
    attributes = (f' class="{css}"' if css else "") + (f' data-p="{keys}"' if keys else "")
    said = f"<small>{escape(unread_words)}</small>" if unread else ""
    words = f"{_letters(letters, unread)}<span>{_text(text, spans)}</span>{said}"
    return f'<li id="r{number}"{attributes}>{words}</li>\n'


def _letters(letters: Mapping[str, Mark], unread: bool) -> str:
    if not letters:
        return '<b aria-hidden="true">?</b>' if unread else ""
    links = "".join(
        f'<a href="#p-{mark.key}" tabindex="-1" title="{escape(mark.name)}">{escape(letter)}</a>'
        for letter, mark in list(letters.items())[:2]
    )
    return f"<b>{links}</b>"


def _text(text: str, spans: list[tuple[int, int, str]]) -> str:
    """The text with its marks; where two overlap the longer one is drawn."""
    parts, at = [], 0
    for start, end, css in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < at:
            continue
        parts += [escape(text[at:start]), f'<mark class="{css}">', escape(text[start:end]), "</mark>"]
        at = end
    return "".join([*parts, escape(text[at:])]) or "&nbsp;"
