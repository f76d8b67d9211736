"""Makes the small documents that the tests of the sources read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

_ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def pdf(markup: str) -> bytes:
    """A PDF set from typst markup, in Swedish, on A4."""
    import typst

    head = '#set page(paper: "a4", margin: 2.5cm)\n#set text(lang: "sv", size: 11pt)\n'
    made = typst.compile((head + markup).encode())
    assert isinstance(made, bytes)
    return made


def docx(write: Callable[[Any], None]) -> bytes:
    """A Word document that ``write`` filled."""
    import docx as library

    document = library.Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A zipped document with one of its parts changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.namelist():
            content = before.read(part)
            after.writestr(part, change(content) if part == name else content)
    return out.getvalue()


def in_body(data: bytes, xml: str) -> bytes:
    """A Word document with ``xml`` put at the start of its body."""
    opening = b"<w:body>"
    return with_part(data, "word/document.xml", lambda part: part.replace(opening, opening + xml.encode(), 1))


def odt(body: str, styles: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text with this content of office:text and these automatic styles."""
    content = (
        f"<office:document-content {_ODT_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        if manifest:
            archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def mail(body: str, *attachments: tuple[str, bytes], html: str | None = None) -> bytes:
    """A saved mail with these attachments."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "karin@tibro.example"
    message["To"] = "anna@hjo.example"
    message["Subject"] = "Protokoll från i tisdags"
    message["Date"] = "Tue, 12 Mar 2024 16:00:00 +0100"
    if body:
        message.set_content(body)
    if html is not None:
        if body:
            message.add_alternative(html, subtype="html")
        else:
            message.set_content(html, subtype="html")
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)
