"""Mends what printing did to words: ligatures, hyphens at line ends, letters set twice to look bold."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = "\u00ad\u200b\u200c\u200d\ufeff\x00"
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "\u00a0": " ", "\u2007": " ", "\u202f": " ",
        "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "✓", "\uf02d": "–",
        **dict.fromkeys(_INVISIBLE),
    }
)  # fmt: skip
# Everything but ASCII, composed letters, and the signs of ordinary Swedish print.
_SPECIAL = re.compile("[^ -~À-ÖØ-öø-ÿ–—”“’…•§½€]")
_RING = re.compile("[\u02da\u00b0] ?([aA])(?=\\w)|(?<=\\w)([aA]) ?\u02da")
_DOTS = re.compile("\u00a8 ?([aouAOU])|([aouAOU])\u00a8")
_DIVIDES = frozenset("\x02\ufffe")
_UNFINISHED = re.compile("([\x02\ufffe])$")
_HYPHENS = frozenset("-\u2010\u2011\u00ad")
_HYPHEN_END = re.compile(r"[^\W\d_][-\u2010\u2011\u00ad]$")
_FIRST_WORD = re.compile(r"\s*(\S+)\s*")
_SECOND_PARTS = frozenset({"och", "eller", "samt", "respektive", "resp.", "som", "till", "&", "/"})
_KEEPS_HYPHEN = re.compile(
    r"(?:^|[\s(/-])(?:[^\W\d_]|it|ikt|tv|ai|pc|app|web|vvs|sfi|gis|hr|[A-ZÅÄÖ0-9:]{2,})-$"
)


def mend(text: str) -> str:
    """A line without ligatures, soft hyphens and separated accents.

    The last sign may be a hyphen at a line's end.
    """
    if text[-1:] in _DIVIDES:
        text = text[:-1] + "-"
    if not _SPECIAL.search(text):
        return _undouble(text)
    text = _UNFINISHED.sub("-", text.translate(_LIGATURES)).replace("\x02", "").replace("\ufffe", "")
    if "¨" in text or "˚" in text or "°" in text:
        text = _RING.sub(lambda m: (m[1] or m[2]) + "\u030a", text)
        text = _DOTS.sub(lambda m: (m[1] or m[2]) + "\u0308", text)
    return _undouble(unicodedata.normalize("NFC", text))


def _undouble(text: str) -> str:
    """ "BBeesslluutt" is "Beslut" set twice: every letter of the line stands in a pair."""
    if len(text) < 6 or text[0] != text[1]:
        return text
    words = text.split()
    if any(len(word) % 2 or word[::2] != word[1::2] for word in words) or sum(map(str.isalpha, text)) < 6:
        return text
    return " ".join(word[::2] for word in words)


def ends_in_hyphen(text: str) -> bool:
    """True where the line ends within a word."""
    return text[-1:] in _HYPHENS and bool(_HYPHEN_END.search(text, max(len(text) - 2, 0)))


def moved_up(line: str, below: str) -> tuple[str, str] | None:
    """The two lines with the divided word moved up whole; None where the hyphen is one that stays.

    "skol-" before "och" stays; "Per-" before "Anders" becomes "Per-Anders"; "IT-" before
    "samordnare" keeps its hyphen too.
    """
    found = _FIRST_WORD.match(below)
    if not found or not ends_in_hyphen(line):
        return None
    tail = found[1]
    if tail.lower() in _SECOND_PARTS or not tail[0].isalpha():
        return None
    keeps = tail[0].isupper() or _KEEPS_HYPHEN.search(line, max(line.rfind(" "), 0))
    return (line if keeps else line[:-1]) + tail, below[found.end() :]
