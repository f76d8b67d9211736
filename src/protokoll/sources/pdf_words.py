"""The words of a PDF page with their places.

Asked of pdfium's plain C functions: its Python classes cost as much as the whole reading may.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_LINE = re.compile(r"[^\s\x02\ufffe](?:[^\r\n\x02\ufffe]*[^\s\x02\ufffe])?[\x02\ufffe]?|[\x02\ufffe]")
_DIVIDES = "\x02\ufffe"
_LONG = 36
_UNEVEN = 1.3
_MOST_CHARACTERS = 200_000
_ROOM = 4096
_OUTLINED = 2
_NAME_LENGTH = 200
_SMALLEST = 1.5


class Word:
    """Words that the file sets in one go: one, or a run of them without a wide gap.

    ``x0`` to ``x1`` across, ``y`` the baseline (upwards), ``size`` the height of the type, ``at`` the first
    character's index on the page, which tells the order of the file. ``first_width``: how wide the first of
    the words is.
    """

    __slots__ = ("at", "bold", "first_width", "size", "text", "x0", "x1", "y")

    def __init__(
        self, text: str, x0: float, x1: float, y: float, size: float, at: int, bold: bool = False
    ) -> None:
        self.first_width = x1 - x0
        self.text = text
        self.x0 = x0
        self.x1 = x1
        self.y = y
        self.size = size
        self.at = at
        self.bold = bold

    @property
    def first(self) -> str:
        """The first of the words."""
        return self.text.partition(" ")[0]

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.x0:.0f}-{self.x1:.0f}, y={self.y:.0f}, {self.size:.1f})"


class Fonts:
    """How text is set: bold or not, and how large.

    Asked once per piece of text, and once per font for its name.
    """

    def __init__(self) -> None:
        self._fonts: dict[int, bool] = {}
        self._piece, self._look = 0, (False, 0.0)
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._size = ctypes.c_float()
        self._matrix = pdfium.FS_MATRIX()

    def look(self, text_page: Any, at: int) -> tuple[bool, float]:
        """Whether the character at this index is bold, and the height of its type (0 when unknown)."""
        piece = pdfium.FPDFText_GetTextObject(text_page, at)
        if not piece:
            return False, 0.0
        address = ctypes.addressof(piece.contents)
        if address != self._piece:
            self._piece, self._look = address, (self._is_bold(piece), self._size_of(piece))
        return self._look

    def forget_page(self) -> None:
        """Addresses of a closed page may come again for something else."""
        self._fonts.clear()
        self._piece = 0

    def _size_of(self, piece: Any) -> float:
        if not pdfium.FPDFTextObj_GetFontSize(piece, self._size):
            return 0.0
        if not pdfium.FPDFPageObj_GetMatrix(piece, self._matrix):
            return abs(self._size.value)
        return abs(self._size.value) * math.hypot(self._matrix.c, self._matrix.d)

    def _is_bold(self, piece: Any) -> bool:
        font = pdfium.FPDFTextObj_GetFont(piece)
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            self._fonts[key] = self._font_bold(font)
        return self._fonts[key] or pdfium.FPDFTextObj_GetTextRenderMode(piece) == _OUTLINED

    def _font_bold(self, font: Any) -> bool:
        length = pdfium.FPDFFont_GetBaseFontName(font, self._name, _NAME_LENGTH)
        name = self._name.raw[: max(min(length, _NAME_LENGTH) - 1, 0)].decode("latin-1").lower()
        if "bold" in name or "black" in name or "heavy" in name:
            return True
        return bool(pdfium.FPDFFont_GetWeight(font) >= 600)


@dataclass(slots=True)
class Setting:
    """The words of a page, and the page's size as one holds it to read them."""

    words: list[Word]
    width: float
    height: float
    quarters: int = 0


def read_words(page: Any, text_page: Any, fonts: Fonts) -> Setting:
    """All words of a loaded page in the file's order, placed as they are when the page is held upright."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if pdfium.FPDFPage_GetRotation(page) % 2:
        width, height = height, width
    count = min(pdfium.FPDFText_CountChars(text_page), _MOST_CHARACTERS)
    if count <= 0:
        return Setting([], width, height)
    text = _text(text_page, count)
    index = None if len(text) == count else pdfium.FPDFText_GetCharIndexFromTextIndex
    quarters = _quarters(text_page, count)
    if quarters:
        words = _turned_words(text_page, text, index, quarters, width, height)
        return Setting(words, *((height, width) if quarters % 2 else (width, height)), quarters)
    return Setting(_words(text_page, text, index, fonts), width, height)


def _text(text_page: Any, count: int) -> str:
    """All characters of the page. Room for them comes in few sizes: each is a type of its own to ctypes."""
    room = (ctypes.c_ushort * (count // _ROOM * _ROOM + _ROOM))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, room)
    return ctypes.string_at(room, max(written - 1, 0) * 2).decode("utf-16-le", errors="replace")


def _quarters(text_page: Any, count: int) -> int:
    """By how many quarters the text is turned, counter-clockwise, as most of a few samples say."""
    samples = [pdfium.FPDFText_GetCharAngle(text_page, count * part // 8) for part in (1, 3, 4, 5, 7)]
    turns = [-round(angle / (math.pi / 2)) % 4 for angle in samples if angle >= 0]
    return max(set(turns), key=turns.count) if turns else 0


def _words(text_page: Any, text: str, index: Any, fonts: Fonts) -> list[Word]:
    """Upright words: what the file sets in one go as runs, any other word by word."""
    places = _Places(text_page, text, index, fonts)
    words: list[Word] = []
    for line in _LINE.finditer(text):
        if "  " in line[0]:
            words.extend(places.words(*line.span()))
        else:
            words.extend(places.runs(*line.span()))
    return words


class _Places:
    """Asks pdfium where characters stand; the variables it writes into are made once.

    Stretches of the page's text are given by their start and end.
    """

    def __init__(self, text_page: Any, text: str, index: Any, fonts: Fonts) -> None:
        self._text_page = text_page
        self._text = text
        self._index = index
        self._fonts = fonts
        self._x, self._y, self._box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()

    def runs(self, start: int, end: int) -> list[Word]:
        """The stretch as one run if it is one; else each of its halves; word by word where it is short."""
        if end - start < _LONG:
            return self.words(start, end)
        run = self._run(start, end)
        if run is not None:
            return [run]
        middle = self._text.find(" ", (start + end) // 2, end)
        if middle < 0:
            return self.words(start, end)
        return self.runs(start, middle) + self.runs(middle + 1, end)

    def _run(self, start: int, end: int) -> Word | None:
        """The whole stretch as one run; None where the file sets it in pieces, or leaves a wide gap in it."""
        page, text, box, x, y = self._text_page, self._text, self._box, self._x, self._y
        first, last = self._at(start), self._at(end - 1)
        # The hyphen of a divided word is always a piece of its own.
        count = last - first + (text[end - 1] not in _DIVIDES)
        if pdfium.FPDFText_CountRects(page, first, count) != 1:
            return None
        if not pdfium.FPDFText_GetLooseCharBox(page, last, box):
            return None
        if not pdfium.FPDFText_GetCharOrigin(page, first, x, y):
            return None
        run = Word(text[start:end], x.value, box.right, y.value, 0.0, first)
        run.bold, run.size = self._fonts.look(page, first)
        if run.size <= _SMALLEST or run.x1 <= run.x0 or not self._is_even(start, end, run):
            return None
        space = text.find(" ", start, end)
        if space > start and pdfium.FPDFText_GetCharOrigin(page, self._at(space), x, y):
            run.first_width = x.value - run.x0
        return run

    def _is_even(self, start: int, end: int, run: Word) -> bool:
        """Whether the characters at a third and at two thirds stand about where their share puts them."""
        length, width = end - start, run.x1 - run.x0
        for at in (length // 3, length * 2 // 3):
            pdfium.FPDFText_GetCharOrigin(self._text_page, self._at(start + at), self._x, self._y)
            if abs(self._x.value - run.x0 - width * at / length) > _UNEVEN * run.size:
                return False
        return True

    def words(self, start: int, end: int) -> list[Word]:
        """The words of a stretch one by one.

        How they are set is asked where it can change: behind a gap, and as long as type is bold.
        """
        page, index, x, y, box = self._text_page, self._index, self._x, self._y, self._box
        words: list[Word] = []
        right, bold, size = -math.inf, False, 0.0
        for found in _WORD.finditer(self._text, start, end):
            first, behind = found.span()
            last = behind - 1
            if index is not None:
                first, last = index(page, first), index(page, last)
            if not pdfium.FPDFText_GetCharOrigin(page, first, x, y):
                continue
            if not pdfium.FPDFText_GetLooseCharBox(page, last, box):
                continue
            left = x.value
            if bold or abs(left - right) > size:
                bold, size = self._fonts.look(page, first)
                if size <= _SMALLEST:
                    size = box.top - box.bottom
            right = max(box.right, left)
            if size > 0:
                words.append(Word(found[0], left, right, y.value, size, first, bold))
        return words

    def _at(self, place: int) -> int:
        """The character's index on the page: characters that make no text count there too."""
        return place if self._index is None else int(self._index(self._text_page, place))


def _turned_words(
    text_page: Any, text: str, index: Any, quarters: int, width: float, height: float
) -> list[Word]:
    """Words of a page whose text runs up, down or upside down: their places are turned upright."""
    box = pdfium.FS_RECTF()
    words = []
    for found in _WORD.finditer(text):
        places = (found.start(), found.end() - 1)
        first, last = (place if index is None else index(text_page, place) for place in places)
        corners = []
        for at in (first, last):
            if pdfium.FPDFText_GetLooseCharBox(text_page, at, box):
                corners += [(box.left, box.bottom), (box.right, box.top)]
        turned = [_upright(x, y, quarters, width, height) for x, y in corners]
        if turned:
            xs, ys = [x for x, _ in turned], [y for _, y in turned]
            size = max(ys) - min(ys)
            if size > 0:
                words.append(Word(found[0], min(xs), max(xs), min(ys) + 0.2 * size, size, first))
    return words


def _upright(x: float, y: float, quarters: int, width: float, height: float) -> tuple[float, float]:
    if quarters == 1:
        return y, width - x
    if quarters == 2:
        return width - x, height - y
    return height - y, x
