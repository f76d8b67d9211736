"""PDF documents with text, also the invisible text of a scanned one: words with their places become lines in reading order."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from protokoll.sources import pdf_lines
from protokoll.sources.errors import SourceError, damaged, too_large
from protokoll.sources.limits import MAX_PAGES
from protokoll.sources.pdf_layout import Placed, lay_out
from protokoll.sources.pdf_words import Fonts, Page, read_words
from protokoll.text import Text

MEDIA_TYPE = "application/pdf"


def read_pdf(data: bytes) -> Text:
    """Read a PDF. Raises SourceError ("encrypted", "damaged", "pictures", "too-large")."""
    document = _open(data)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise too_large(f"PDF-filen har {count} sidor, läsaren tar högst {MAX_PAGES}")
        reader = _Reader(document)
        return reader.read(count)
    finally:
        document.close()


def _open(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise SourceError(
                "encrypted", "PDF-filen är låst med lösenord. Spara den utan lösenord och försök igen."
            ) from error
        raise damaged("PDF-filen") from error


class _Reader:
    """Reads page after page; only lines are kept, so memory does not grow with what else a page holds."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._fonts = Fonts()
        self._pictures: list[int] = []
        self._failed: list[int] = []

    def read(self, count: int) -> Text:
        pages = [self._page(number) for number in range(count)]
        if not any(pages):
            raise self._without_text(count)
        lines, links = pdf_lines.finish(pages)
        return Text(
            lines=lines,
            media_type=MEDIA_TYPE,
            title=self._title(),
            notes=tuple(self._notes()),
            links=links,
        )

    def _page(self, number: int) -> list[pdf_lines.Found]:
        handle = pdfium.FPDF_LoadPage(self._document, number)
        if not handle:
            self._failed.append(number + 1)
            return []
        try:
            return self._lines(handle, number)
        finally:
            pdfium.FPDF_ClosePage(handle)

    def _lines(self, handle: Any, number: int) -> list[pdf_lines.Found]:
        text_page = pdfium.FPDFText_LoadPage(handle)
        if not text_page:
            self._failed.append(number + 1)
            return []
        try:
            page = Page(
                read_words(text_page), pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle)
            )
            if not page.words:
                if pdfium.FPDFPage_CountObjects(handle):
                    self._pictures.append(number + 1)
                return []
            return [self._found(text_page, line, number + 1, page) for line in lay_out(page)]
        finally:
            pdfium.FPDFText_ClosePage(text_page)

    def _found(self, text_page: Any, line: Placed, number: int, page: Page) -> pdf_lines.Found:
        first, last = line.words[0], line.words[-1]
        bold = self._fonts.bold(text_page, first.at) and (
            first is last or self._fonts.bold(text_page, last.at)
        )
        return pdf_lines.Found(line, number, bold, page.height)

    def _without_text(self, count: int) -> SourceError:
        if self._pictures:
            return SourceError(
                "pictures",
                "PDF-filen innehåller bara bilder, ingen text. Gör den sökbar (OCR) och försök igen.",
            )
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
