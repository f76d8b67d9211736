"""Words on one baseline make a row; a row falls into segments where a wide gap stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from protokoll.sources.pdf_words import Word

GAP = 1.0
"""A gap of this many heights of the type is wider than justified text ever has between words."""

LEAST_GAP = 0.4
"""So narrow a gap parts two cells only where the file itself jumps from one to the other."""

_STRAIGHT = 3
_BASELINE = 0.42
_LABEL = re.compile(
    r"(?!\d{1,2}[.:][0-5]\d$)(?:§+\s*)?\(?\d{1,3}(?:\.\d{1,2})*[.):]?|[a-zåäöA-Z][.)]|att|dels|[-–—•▪●○◦·*o\uf0b7\uf0a7§]|\W"
)
_SHADOW = 0.25
_BY_HEIGHT, _BY_START = attrgetter("y"), attrgetter("x0")


class Row:
    """The words of one baseline from left to right.

    ``gaps`` are (left, right) of the wide gaps between them.
    """

    __slots__ = ("gaps", "size", "words", "y")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.gaps: Sequence[tuple[float, float]] = ()
        if len(words) == 1:
            self.size, self.y = words[0].size, words[0].y
        else:
            self.size = type_size(words)
            self.y = next(word.y for word in words if word.size >= self.size)
            self.gaps = _gaps(words, self.size)

    def words_right_of(self, x: float) -> list[Word]:
        """The words that begin at ``x`` or farther right."""
        return [word for word in self.words if word.x0 >= x - 0.1]


def type_size(words: list[Word]) -> float:
    """The height of the type of most of the words."""
    sizes = [word.size for word in words]
    if sizes.count(sizes[0]) == len(sizes):
        return sizes[0]
    return sorted(sizes)[len(sizes) // 2]


def rows_of(words: list[Word]) -> list[Row]:
    """The rows of a page from top to bottom."""
    if len(words) == 1:
        return [Row(words)]
    rows: list[list[Word]] = []
    y, size = 0.0, 0.0
    for word in sorted(words, key=_BY_HEIGHT, reverse=True):
        if rows and (word.y == y or y - word.y <= _BASELINE * max(size, word.size)):
            rows[-1].append(word)
            if word.size > size:
                y, size = word.y, word.size
        else:
            rows.append([word])
            y, size = word.y, word.size
    return [Row(_in_line(row)) for row in rows]


def _in_line(words: list[Word]) -> list[Word]:
    """From left to right, without the second print of a word that was set twice to look bold."""
    if len(words) == 1:
        return words
    words.sort(key=_BY_START)
    kept = words[:1]
    for word in words[1:]:
        last = kept[-1]
        if word.x0 - last.x0 < _SHADOW * word.size and word.text == last.text and len(word.text) > 1:
            continue
        kept.append(word)
    return kept


def _gaps(words: list[Word], size: float) -> list[tuple[float, float]]:
    gaps, right = [], words[0].x1
    for at in range(1, len(words)):
        word = words[at]
        gap = word.x0 - right
        wide = gap > GAP * size or (gap > LEAST_GAP * size and jumps(words[at - 1], word))
        if wide and not _is_label(words[:at]):
            gaps.append((right, word.x0))
        right = max(right, word.x1)
    return gaps


def jumps(word: Word, following: Word) -> bool:
    """True where the file does not go from one word straight to the other: they stand in different cells."""
    return abs(following.at - word.at - len(word.text)) > _STRAIGHT


def is_label(text: str) -> bool:
    """True for the number or bullet of a list: what stands behind it is the same line."""
    return bool(_LABEL.fullmatch(text))


def _is_label(words: list[Word]) -> bool:
    return len(words) <= 2 and is_label(" ".join(word.text for word in words))


def join(words: list[Word]) -> str:
    """The words as text; a wide gap that is no column keeps several spaces, as in typed minutes."""
    if len(words) == 1:
        return words[0].text
    parts: list[str] = []
    right = words[0].x0
    for at, word in enumerate(words):
        if at:
            gap = word.x0 - right
            wide = gap > 1.6 * GAP * word.size and not _is_label(words[:at])
            parts.append(" " * min(max(4, round(gap / (0.5 * word.size))), 40) if wide else " ")
        parts.append(word.text)
        right = max(right, word.x1)
    return "".join(parts)
