"""Picks the source by what the file holds, and opens it."""

from __future__ import annotations

import errno
import re
from dataclasses import replace
from pathlib import Path

from protokoll.sources.errors import SourceError, too_large
from protokoll.sources.limits import MAX_FILE_BYTES, MIB
from protokoll.text import Text

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
MAIL = "message/rfc822"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"

KNOWN_ENDINGS = frozenset({".pdf", ".docx", ".odt", ".txt", ".md", ".eml"})
_ENDINGS = {
    PDF: {".pdf"},
    DOCX: {".docx", ".docm", ".dotx"},
    ODT: {".odt", ".ott"},
    MAIL: {".eml"},
    PLAIN: {".txt", ".text", ".log", ""},
    MARKDOWN: {".md", ".markdown"},
    HTML: {".html", ".htm"},
}
_NAMES = {
    PDF: "PDF",
    DOCX: "Word (DOCX)",
    ODT: "OpenDocument (ODT)",
    MAIL: "sparad e-post",
    PLAIN: "ren text",
    HTML: "HTML",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_MAIL_HEADER = re.compile(
    rb"(?im)^(from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|content-type|x-[\w-]+):"
)
_HEADER_BLOCK = re.compile(rb"\A(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+\r?\n")


def read_text(path: Path | str) -> Text:
    """The text of one document (of a mail: its document, or else its body). Raises SourceError."""
    path = Path(path)
    return text_of_bytes(read_bytes(path), path.name)


def read_texts(path: Path | str) -> list[Text]:
    """Every text a file holds, each with its ``name``.

    One, or a mail's body and readable attachments. Raises SourceError.
    """
    path = Path(path)
    data = read_bytes(path)
    if media_type_of(data, path.name) != MAIL:
        return [replace(text_of_bytes(data, path.name), name=path.name)]
    from protokoll.sources.mail import read_mail_texts

    return read_mail_texts(data, path.name, _attached)


def read_bytes(path: Path) -> bytes:
    """The file's bytes, within bounds. Raises SourceError for whatever keeps it from being read."""
    try:
        if path.is_dir():
            raise SourceError("folder", "Det här är en mapp, inte ett dokument.")
        if not path.exists():
            raise SourceError("missing", "Filen finns inte (längre). Kontrollera namnet.")
        if not path.is_file():
            raise SourceError("unknown", "Det här är ingen vanlig fil.")
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise too_large(f"Filen är {size // MIB} MB, läsaren tar högst {MAX_FILE_BYTES // MIB} MB")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise _from_os(error) from error
    if not data:
        raise SourceError("empty", "Filen är tom. Kontrollera att den blev sparad.")
    return data


def _from_os(error: OSError) -> SourceError:
    if error.errno in {errno.EACCES, errno.EPERM}:
        return SourceError(
            "permission", "Filen får inte läsas. Be om läsrättighet eller kopiera den till en egen mapp."
        )
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}:
        return SourceError("missing", "Filen finns inte (längre). Kontrollera namnet.")
    return SourceError("unknown", "Filen kunde inte läsas från disken. Kontrollera att den är tillgänglig.")


def text_of_bytes(data: bytes, name: str = "") -> Text:
    """The text of a document whose bytes are at hand.

    ``name`` helps to tell text from Markdown, and is compared to the content.
    """
    media_type = media_type_of(data, name)
    text = _read(data, media_type, name)
    ending = Path(name).suffix.lower()
    if (
        ending
        and ending not in _ENDINGS[media_type]
        and not (media_type == PLAIN and ending not in KNOWN_ENDINGS)
    ):
        note = f"Filen heter {ending} men är {_NAMES.get(media_type, media_type)}; den är läst som det."
        text = replace(text, notes=(note, *text.notes))
    return text


def _read(data: bytes, media_type: str, name: str) -> Text:
    if media_type == PDF:
        from protokoll.sources.pdf import read_pdf

        return read_pdf(data)
    if media_type == DOCX:
        from protokoll.sources.docx import read_docx

        return read_docx(data)
    if media_type == ODT:
        from protokoll.sources.odt import read_odt

        return read_odt(data)
    if media_type == MAIL:
        from protokoll.sources.mail import read_mail

        return read_mail(data, _attached)
    if media_type == HTML:
        from protokoll.sources.html import read_html

        return read_html(data)
    from protokoll.sources.plain import read_plain

    return read_plain(data, media_type)


def _attached(data: bytes, name: str, depth: int) -> Text:
    """The text of what is attached to a mail that lies ``depth - 1`` mails deep."""
    if media_type_of(data, name) != MAIL:
        return text_of_bytes(data, name)
    from protokoll.sources.mail import read_mail

    return read_mail(data, _attached, depth)


def media_type_of(data: bytes, name: str = "") -> str:
    """What kind of document the bytes are.

    Raises SourceError ("unsupported", "encrypted", "pictures") for what is not read.
    """
    head = data[:1024]
    if b"%PDF-" in head:
        return PDF
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zipped(data)
    _refuse(head, data)
    stripped = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if stripped.startswith((b"<!doctype html", b"<html")):
        return HTML
    if _is_mail(data, name):
        return MAIL
    return MARKDOWN if Path(name).suffix.lower() in _ENDINGS[MARKDOWN] else PLAIN


def _refuse(head: bytes, data: bytes) -> None:
    if head.startswith(_OLE):
        raise _old_office(data)
    if head.startswith(b"{\\rtf"):
        raise SourceError(
            "unsupported",
            "RTF läses inte. Öppna filen i Word eller LibreOffice och spara som DOCX, ODT eller PDF.",
        )
    if head.startswith(_PICTURES[:5]) or (head.startswith(_PICTURES[5:]) and b"\x00" in head):
        raise SourceError("pictures", "Filen är en bild utan text. Gör den sökbar (OCR) och spara som PDF.")


def _old_office(data: bytes) -> SourceError:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return SourceError(
            "encrypted", "Filen är låst med lösenord. Spara den utan lösenord och försök igen."
        )
    if holds("__substg1.0_") or holds("__properties_version1.0"):
        return SourceError(
            "unsupported",
            "Outlooks MSG-format läses inte. Spara brevet som EML, eller dokumentet i det för sig.",
        )
    return SourceError(
        "unsupported",
        "Det gamla Office-formatet (DOC, XLS, PPT) läses inte. Spara om filen som DOCX eller PDF.",
    )


def _zipped(data: bytes) -> str:
    from protokoll.sources.container import Container

    container = Container(data)
    if "word/document.xml" in container.names or "[Content_Types].xml" in container.names:
        return _office_kind(container.names)
    if "content.xml" in container.names:
        kind = container.read_if_present("mimetype") or ODT.encode()
        if kind.startswith(ODT.encode()):
            return ODT
        raise SourceError(
            "unsupported",
            "Filen är ett OpenDocument-kalkylark eller -bildspel. Spara texten som ODT eller PDF.",
        )
    raise SourceError("unsupported", "Filen är ett zip-arkiv. Packa upp det och läs dokumenten var för sig.")


def _office_kind(names: frozenset[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        raise SourceError("unsupported", "Filen är ett Excel-ark. Spara texten som DOCX eller PDF.")
    if any(name.startswith("ppt/") for name in names):
        raise SourceError("unsupported", "Filen är ett PowerPoint-bildspel. Spara texten som DOCX eller PDF.")
    return DOCX


def _is_mail(data: bytes, name: str) -> bool:
    head = data[:65536]
    if b"\x00" in head:
        return False
    block = _HEADER_BLOCK.match(head.replace(b"\r\n", b"\n"))
    wanted = 2 if Path(name).suffix.lower() == ".eml" else 3
    if block is None:
        return False
    return len({found.lower() for found in _MAIL_HEADER.findall(block[0])}) >= wanted
