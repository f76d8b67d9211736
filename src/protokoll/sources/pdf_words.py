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
_MOST_CHARACTERS = 200_000
_OUTLINED = 2
_NAME_LENGTH = 200
_SMALLEST = 1.5


class Word:
    """Characters without a space between them.

    ``x0`` to ``x1`` across, ``y`` the baseline (upwards), ``size`` the height of the type, ``at`` the first
    character's index on the page, which tells the order of the file.
    """

    __slots__ = ("at", "bold", "size", "text", "x0", "x1", "y")

    def __init__(
        self, text: str, x0: float, x1: float, y: float, size: float, at: int, bold: bool = False
    ) -> None:
        self.text = text
        self.x0 = x0
        self.x1 = x1
        self.y = y
        self.size = size
        self.at = at
        self.bold = bold

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.x0:.0f}-{self.x1:.0f}, y={self.y:.0f}, {self.size:.1f})"


class Fonts:
    """How text is set: bold or not, and how large.

    Asked once per piece of text, and once per font for its name.
    """

    def __init__(self) -> None:
        self._fonts: dict[int, bool] = {}
        self._last: tuple[int, bool, float] = (0, False, 0.0)
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._size = ctypes.c_float()
        self._matrix = pdfium.FS_MATRIX()

    def look(self, text_page: Any, at: int) -> tuple[bool, float]:
        """Whether the character at this index is bold, and the height of its type (0 when unknown)."""
        piece = pdfium.FPDFText_GetTextObject(text_page, at)
        if not piece:
            return False, 0.0
        address = ctypes.addressof(piece.contents)
        if address != self._last[0]:
            self._last = (address, self._is_bold(piece), self._size_of(piece))
        return self._last[1:]

    def forget_page(self) -> None:
        """Addresses of a closed page may come again for something else."""
        self._fonts.clear()
        self._last = (0, False, 0.0)

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
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = ctypes.string_at(buffer, max(written - 1, 0) * 2).decode("utf-16-le", errors="replace")
    index = None if len(text) == count else pdfium.FPDFText_GetCharIndexFromTextIndex
    quarters = _quarters(text_page, count)
    if quarters:
        words = _turned_words(text_page, text, index, quarters, width, height)
        return Setting(words, *((height, width) if quarters % 2 else (width, height)), quarters)
    return Setting(_words(text_page, text, index, fonts), width, height)


def _quarters(text_page: Any, count: int) -> int:
    """By how many quarters the text is turned, counter-clockwise, as most of a few samples say."""
    samples = [pdfium.FPDFText_GetCharAngle(text_page, count * part // 8) for part in (1, 3, 4, 5, 7)]
    turns = [-round(angle / (math.pi / 2)) % 4 for angle in samples if angle >= 0]
    return max(set(turns), key=turns.count) if turns else 0


def _words(text_page: Any, text: str, index: Any, fonts: Fonts) -> list[Word]:
    """Upright words.

    How they are set is asked where it can change: on a new baseline, behind a gap, while type is bold.
    """
    origin, loose, look = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox, fonts.look
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    x_ref, y_ref, box_ref = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    words: list[Word] = []
    baseline, right, bold, size = math.nan, 0.0, False, 0.0
    for found in _WORD.finditer(text):
        first, end = found.span()
        last = end - 1
        if index is not None:
            first, last = index(text_page, first), index(text_page, last)
        if not (origin(text_page, first, x_ref, y_ref) and loose(text_page, last, box_ref)):
            continue
        left, height = x.value, y.value
        if bold or height != baseline or abs(left - right) > size:
            baseline = height
            bold, size = look(text_page, first)
            if size <= _SMALLEST:
                size = box.top - box.bottom
        right = box.right if box.right > left else left
        if size > 0:
            words.append(Word(found[0], left, right, height, size, first, bold))
    return words


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
