"""PDF documents with text, also the invisible text of a scanned one.

Words with their places are read from all pages; then they become lines in reading order.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from protokoll.sources.errors import SourceError, damaged, too_large
from protokoll.sources.limits import MAX_PAGES
from protokoll.sources.pdf_lines import Page, finish
from protokoll.sources.pdf_rows import rows_of
from protokoll.sources.pdf_rules import Rules, read_rules
from protokoll.sources.pdf_words import Fonts, read_words
from protokoll.text import Text

MEDIA_TYPE = "application/pdf"
_MOST_LINKS = 1000


def read_pdf(data: bytes) -> Text:
    """Read a PDF. Raises SourceError ("encrypted", "damaged", "pictures", "empty", "too-large")."""
    document = _open(data)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise too_large(f"PDF-filen har {count} sidor, läsaren tar högst {MAX_PAGES}")
        return _Reader(document).read(count)
    finally:
        document.close()


def _open(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            message = "PDF-filen är låst med lösenord. Spara den utan lösenord och försök igen."
            raise SourceError("encrypted", message) from error
        raise damaged("PDF-filen") from error


class _Reader:
    """Reads page after page; only words and drawn lines are kept, whatever else a page holds."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._fonts = Fonts()
        self._pictures: list[int] = []
        self._failed: list[int] = []

    def read(self, count: int) -> Text:
        pages = [page for number in range(1, count + 1) if (page := self._page(number)) is not None]
        if not pages:
            raise self._without_text(count)
        lines, links = finish(pages)
        notes = tuple(self._notes())
        return Text(lines=lines, media_type=MEDIA_TYPE, title=self._title(), notes=notes, links=links)

    def _page(self, number: int) -> Page | None:
        handle = pdfium.FPDF_LoadPage(self._document, number - 1)
        text_page = pdfium.FPDFText_LoadPage(handle) if handle else None
        try:
            if not text_page:
                self._failed.append(number)
                return None
            return self._words(handle, text_page, number)
        finally:
            self._fonts.forget_page()
            if text_page:
                pdfium.FPDFText_ClosePage(text_page)
            if handle:
                pdfium.FPDF_ClosePage(handle)

    def _words(self, handle: Any, text_page: Any, number: int) -> Page | None:
        setting = read_words(handle, text_page, self._fonts)
        if not setting.words:
            if pdfium.FPDFPage_CountObjects(handle):
                self._pictures.append(number)
            return None
        rows = rows_of(setting.words)
        doubtful = any(row.gaps for row in rows) and not setting.quarters
        return Page(
            number=number,
            rows=rows,
            width=setting.width,
            height=setting.height,
            rules=read_rules(handle) if doubtful else Rules(),
            links=self._links(handle),
        )

    def _links(self, handle: Any) -> list[tuple[str, float, float]]:
        """Addresses behind words: each with the middle of the place that leads there."""
        found: list[tuple[str, float, float]] = []
        position, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
        while len(found) < _MOST_LINKS and pdfium.FPDFLink_Enumerate(handle, position, link):
            action = pdfium.FPDFLink_GetAction(link)
            if action and pdfium.FPDFLink_GetAnnotRect(link, box):
                target = self._target(action)
                if target:
                    found.append((target, (box.left + box.right) / 2, (box.bottom + box.top) / 2))
        return found

    def _target(self, action: Any) -> str:
        length = pdfium.FPDFAction_GetURIPath(self._document, action, None, 0)
        if not 1 < length < 4096:
            return ""
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(self._document, action, buffer, length)
        return buffer.value.decode("utf-8", errors="replace")

    def _without_text(self, count: int) -> SourceError:
        if self._pictures:
            message = "PDF-filen innehåller bara bilder, ingen text. Gör den sökbar (OCR) och försök igen."
            return SourceError("pictures", message)
        if self._failed or not count:
            return damaged("PDF-filen")
        return SourceError("empty", "PDF-filen har ingen text. Kontrollera att rätt dokument blev sparat.")

    def _notes(self) -> list[str]:
        notes = []
        if self._pictures:
            notes.append(f"Bara bild, ingen text, på {_pages(self._pictures)}.")
        if self._failed:
            notes.append(f"Kunde inte läsa {_pages(self._failed)}.")
        return notes

    def _title(self) -> str | None:
        title = self._document.get_metadata_value("Title")
        return title.strip() or None if title else None


def _pages(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    return f"sidan {shown}" if len(numbers) == 1 else f"sidorna {shown}"
