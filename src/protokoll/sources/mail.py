"""Saved mail (.eml): the document it carries, or what is written in it."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path

from protokoll.sources.errors import SourceError, damaged, too_large
from protokoll.sources.limits import MAX_ATTACHMENTS, MAX_MAIL_BYTES
from protokoll.text import Text

MEDIA_TYPE = "message/rfc822"
_DOCUMENT_ENDINGS = frozenset({".pdf", ".docx", ".docm", ".odt", ".txt", ".md", ".eml", ".doc", ".rtf"})
_DOCUMENT_TYPES = (
    "application/pdf",
    "application/vnd.openxmlformats",
    "application/vnd.oasis",
    "message/rfc822",
)
_SHORT_BODY = 25
"""A body of no more lines than this is a covering letter when a document is attached."""
_DEEPEST = 3

Opener = Callable[[bytes, str, int], Text]
"""Reads an attachment: its bytes, its name, and how deep it lies in mails. Raises SourceError."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A readable attachment, or why it could not be read."""

    name: str
    text: Text | None
    problem: str = ""


def read_mail(data: bytes, opener: Opener, depth: int = 0) -> Text:
    """Read a mail as one text.

    Its document where the body is but a covering letter, else its body. Raises SourceError.
    """
    if depth > _DEEPEST:
        raise SourceError("unsupported", "Breven ligger för djupt i varandra.")
    message = _parse(data)
    body = _body(message)
    parts = list(_attachments(message, opener, depth))
    readable = [part for part in parts if part.text is not None]
    problems = tuple(
        f"Bilagan {part.name} gick inte att läsa: {part.problem}" for part in parts if part.text is None
    )
    title = _header(message, "Subject")
    if readable and (body is None or _is_covering_letter(body, readable)):
        chosen = max(readable, key=_weight)
        assert chosen.text is not None
        others = tuple(f"Bilagan {part.name} är inte läst här." for part in readable if part is not chosen)
        notes = (f"Läst är bilagan {chosen.name}.", *others, *problems, *chosen.text.notes)
        return replace(chosen.text, title=chosen.text.title or title, notes=notes, name=chosen.name)
    if body is None:
        raise _without_text(parts)
    notes = tuple(f"Bilagan {part.name} är inte läst här." for part in readable)
    return replace(body, media_type=MEDIA_TYPE, title=title, notes=(*notes, *problems, *body.notes))


def read_mail_texts(data: bytes, name: str, opener: Opener) -> list[Text]:
    """The mail's body (where it has one) and every readable attachment, each with its ``name``.

    Raises SourceError.
    """
    message = _parse(data)
    body = _body(message)
    title = _header(message, "Subject")
    texts = [replace(body, media_type=MEDIA_TYPE, title=title, name=name)] if body else []
    parts = list(_attachments(message, opener, 0))
    texts += [replace(part.text, name=part.name) for part in parts if part.text is not None]
    if not texts:
        raise _without_text(parts)
    return texts


def _parse(data: bytes) -> EmailMessage:
    if len(data) > MAX_MAIL_BYTES:
        raise too_large(f"Brevet är större än {MAX_MAIL_BYTES >> 20} MB")
    try:
        return email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, LookupError, RecursionError) as error:
        raise damaged("Brevet") from error


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
        return " ".join(str(value).split()) or None if value is not None else None
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):
        # The library's header parser stumbles over some malformed headers; a hint is not worth the mail.
        return None


def _body(message: EmailMessage) -> Text | None:
    """What is written in the mail itself: plain where there is plain, else the HTML as text."""
    from protokoll.sources.html import html_from_string
    from protokoll.sources.plain import text_from_string

    for kind in ("plain", "html"):
        for part in _own_parts(message):
            if part.get_content_type() == f"text/{kind}":
                written = _decoded(part)
                if written.strip():
                    try:
                        return html_from_string(written) if kind == "html" else text_from_string(written)
                    except SourceError:
                        continue
    return None


def _own_parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of the mail itself, not those of a mail that is attached to it."""
    if message.get_content_maintype() == "multipart":
        for part in message.iter_parts():
            if isinstance(part, EmailMessage) and part.get_content_type() != MEDIA_TYPE:
                yield from _own_parts(part)
    elif not _is_attachment(message):
        yield message


def _is_attachment(part: EmailMessage) -> bool:
    name = _file_name(part)
    return part.get_content_disposition() == "attachment" or (
        bool(name) and Path(name).suffix.lower() in _DOCUMENT_ENDINGS
    )


def _decoded(part: EmailMessage) -> str:
    from protokoll.sources.decoding import decode

    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        return payload.decode(part.get_content_charset() or "utf-8")
    except (UnicodeDecodeError, LookupError):
        try:
            return decode(payload)[0]
        except SourceError:
            return ""


def _attachments(message: EmailMessage, opener: Opener, depth: int) -> Iterator[_Part]:
    """The attached documents. Pictures in a signature and the like are no documents and are passed over."""
    found = 0
    for part in message.walk():
        if (
            part is message
            or not isinstance(part, EmailMessage)
            or part.get_content_maintype() == "multipart"
        ):
            continue
        name = _file_name(part)
        known = Path(name).suffix.lower() in _DOCUMENT_ENDINGS or part.get_content_type().startswith(
            _DOCUMENT_TYPES
        )
        if not known or not (_is_attachment(part) or part.get_content_type().startswith(_DOCUMENT_TYPES)):
            continue
        found += 1
        if found > MAX_ATTACHMENTS:
            return
        yield _read_part(part, name or f"bilaga {found}", opener, depth)


def _read_part(part: EmailMessage, name: str, opener: Opener, depth: int) -> _Part:
    try:
        return _Part(name, opener(_bytes_of(part), name, depth + 1))
    except SourceError as error:
        return _Part(name, None, error.message)


def _bytes_of(part: EmailMessage) -> bytes:
    if part.get_content_type() == MEDIA_TYPE:
        inner = part.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage):
            return bytes(inner[0])
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload:
        raise SourceError("empty", "Bilagan är tom.")
    return payload


def _file_name(part: EmailMessage) -> str:
    try:
        return Path(part.get_filename() or "").name
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _is_covering_letter(body: Text, readable: list[_Part]) -> bool:
    written = sum(1 for line in body.lines if line.text.strip() and not line.text.startswith(">"))
    longest = max(sum(1 for line in part.text.lines if line.text.strip()) for part in readable if part.text)
    return written <= _SHORT_BODY or written < longest / 3


def _weight(part: _Part) -> tuple[bool, int]:
    """Minutes and notices by name first, then the longest document."""
    named = any(
        word in part.name.lower() for word in ("protokoll", "anteckning", "minnes", "kallelse", "uppdrag")
    )
    return named, len(part.text.plain()) if part.text else 0


def _without_text(parts: list[_Part]) -> SourceError:
    if parts:
        return SourceError(
            "unsupported", f"Brevet har ingen egen text. Bilagan {parts[0].name}: {parts[0].problem}"
        )
    return SourceError("empty", "Brevet har varken text eller läsbara bilagor.")
