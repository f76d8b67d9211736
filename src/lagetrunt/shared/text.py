"""Comparing Swedish text: one folding for names and titles, used wherever two spellings must be the same
thing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PARENTHESES = re.compile(r"\([^()]*\)")
_LAST = str.maketrans({"å": "{", "ä": "|", "ö": "}"})
_NOT_WORD = re.compile(r"[^\w]+")


def fold(text: str) -> str:
    """Lower case, punctuation and repeated space gone; å ä ö are letters of their own and stay."""
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()


@lru_cache(maxsize=20_000)
def fold_title(text: str) -> str:
    """``fold`` without what stands in parentheses: two topics with the same folded title are one topic
    (DESIGN.md, section 4).
    """
    return fold(_PARENTHESES.sub(" ", text)) or fold(text)


@lru_cache(maxsize=4_000)
def swedish(name: str) -> str:
    """A key that sorts å, ä, ö last, as Swedish does whatever the database thinks."""
    return name.casefold().translate(_LAST)
