"""Which characters the bytes of a text file mean."""

from __future__ import annotations

import codecs
import re

from protokoll.sources.errors import SourceError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = ("cp1252", "cp850", "mac_roman")
_IN_WORD = re.compile(r"(?<=[a-z])[åäöé]|[ÅÄÖåäöé](?=[a-z])")
_TWICE = re.compile("Ã[¥¤¶©…„–]|Ã\u0085|Ã\u0084|Ã\u0096")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_EMPTY = "Filen är tom. Kontrollera att den blev sparad."
_UNKNOWN = "Filen är inget dokument som läsaren känner (PDF, DOCX, ODT, text eller sparad e-post)."


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of ``data`` and what there is to say about it. Raises SourceError ("empty", "unknown")."""
    if not data.strip():
        raise SourceError("empty", _EMPTY)
    text, notes = _decode(data)
    controls = len(_CONTROL.findall(text))
    if controls and not _CONTROL.sub("", text).strip():
        raise SourceError("empty", "Filen innehåller bara tomma tecken. Kontrollera att den blev sparad.")
    if controls > max(2, len(text) // 200):
        raise SourceError("unknown", _UNKNOWN)
    text = _CONTROL.sub("", text)
    if not text.strip():
        raise SourceError("empty", _EMPTY)
    return text, notes


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace"), ()
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace"), ()
    try:
        return _mend_twice_encoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _decode_without_utf8(data, error)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every second byte of Swedish text is zero."""
    sample = data[:4096]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _decode_without_utf8(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    whole = sum(1 for c in mended if c > "\x7f") - broken
    if whole > 4 * broken:
        return mended, (f"Filen är i UTF-8 men {broken} tecken är trasiga.",)
    candidates = [data.decode(name, errors="replace") for name in _OLD]
    best = max(candidates, key=lambda text: len(_IN_WORD.findall(text)) - 2 * _odd(text))
    return best, ()


def _odd(text: str) -> int:
    """Characters that Swedish prose has no use for: they tell that the encoding was guessed wrong."""
    return sum(1 for c in text if c > "\x7f" and not c.isalpha() and c not in "§–—”“’‘…•·°½´ €«»éü\xa0\xad")


def _mend_twice_encoded(text: str) -> tuple[str, tuple[str, ...]]:
    """Text that was taken for Windows-1252 once and saved as UTF-8 ("fÃ¶r") is turned back."""
    if len(_TWICE.findall(text)) < 2 or re.search("[åäö]", text):
        return text, ()
    try:
        back = "".join(_byte(c) for c in text).encode("latin-1").decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return text, ()
    return back, ("Filens å, ä och ö var felaktigt sparade och har rättats.",)


def _byte(character: str) -> str:
    try:
        return character.encode("cp1252").decode("latin-1")
    except UnicodeEncodeError:
        return character
