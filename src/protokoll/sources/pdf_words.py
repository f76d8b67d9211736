"""The words of a PDF page with their places, by pdfium's plain C functions (its Python classes cost as much as the reading)."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_UNFINISHED = "\x02\ufffe"
_MOST_CHARACTERS = 200_000


class Word:
    """Characters without a space between them. ``y`` is the baseline, upwards; ``at`` the first character's index on the page."""

    __slots__ = ("at", "size", "text", "x0", "x1", "y")

    def __init__(self, text: str, x0: float, x1: float, y: float, size: float, at: int) -> None:
        self.text = text
        self.x0 = x0
        self.x1 = x1
        self.y = y
        self.size = size
        self.at = at

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.x0:.0f}-{self.x1:.0f}, y={self.y:.0f}, {self.size:.1f})"


@dataclass(slots=True)
class Page:
    """One page: its words in the order of the file, its size, and whether anything but text is on it."""

    words: list[Word]
    width: float
    height: float
    pictures: bool = False
    bold_at: set[int] = field(default_factory=set)


class Fonts:
    """Which fonts are bold; asked once per font, since a page names the same few again and again."""

    def __init__(self) -> None:
        self._bold: dict[int, bool] = {}
        self._name = ctypes.create_string_buffer(200)

    def bold(self, text_page: Any, at: int) -> bool:
        """True when the character at this index is set in a bold font."""
        text_object = pdfium.FPDFText_GetTextObject(text_page, at)
        if not text_object:
            return False
        font = pdfium.FPDFTextObj_GetFont(text_object)
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        if key not in self._bold:
            self._bold[key] = self._ask(font)
        return self._bold[key] or pdfium.FPDFTextObj_GetTextRenderMode(text_object) == 2

    def _ask(self, font: Any) -> bool:
        length = pdfium.FPDFFont_GetBaseFontName(font, self._name, len(self._name))
        name = self._name.raw[: max(length - 1, 0)].decode("latin-1").lower()
        if "bold" in name or "black" in name or "heavy" in name:
            return True
        return bool(pdfium.FPDFFont_GetWeight(font) >= 600)


def read_words(text_page: Any) -> list[Word]:
    """All words of a loaded text page, in the file's order."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return []
    count = min(count, _MOST_CHARACTERS)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = ctypes.string_at(buffer, max(written - 1, 0) * 2).decode("utf-16-le", errors="replace")
    index = None if len(text) == count else pdfium.FPDFText_GetCharIndexFromTextIndex
    return _placed(text_page, text, index)


def _placed(text_page: Any, text: str, index: Any) -> list[Word]:
    origin, loose = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    x_ref, y_ref, box_ref = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    words = []
    for found in _WORD.finditer(text):
        first, last = found.start(), found.end() - 1
        if index is not None:
            first, last = index(text_page, first), index(text_page, last)
        if origin(text_page, first, x_ref, y_ref) and loose(text_page, last, box_ref):
            size = box.top - box.bottom
            if size > 0:
                words.append(Word(found[0], x.value, max(box.right, x.value), y.value, size, first))
    return words
