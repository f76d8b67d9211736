"""Where Swedish sentences end: not after abbreviations, initials, ordinals and clock times."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*[\"”’')\]*]*(?=\s)")
_OPENER = re.compile(r"\s+(?:[-–—•]\s*)?[\"”“’'(\[*§]*")

# Never the end of a sentence, whatever follows.
_NEVER_WORDS = """
kl ca t.ex tex bl.a bla dvs d.v.s fr.o.m from t.o.m tom f.n fn s.k sk p.g.a pga m.a.o mao resp ev nr n:r d
ang avs avd alt t adj ordf sekr vice ers tf f.d fd st.f ist.f i.s.f jfr inkl exkl enl dnr dr prof tel e.g
forts bif bil kap art fig mom obs ö.h.t öht f.ö fö n.b s:t sid bitr sam t.f v.ordf fil
"""
# May end a sentence: only a capital that is no number after them ends it.
_SOMETIMES_WORDS = """
m.m mm m.fl mfl osv o.s.v etc o.d od o.dyl kr tkr mkr st min tim sek v vt ht jan feb febr mar apr jun jul
aug sep sept okt nov dec mån tis tors fre lör sön e.d e.dyl f.v.b s s.a å i.e
"""
_NEVER = frozenset(_NEVER_WORDS.split())
_SOMETIMES = frozenset(_SOMETIMES_WORDS.split())


def split(text: str) -> list[tuple[int, int]]:
    """The spans (start, end) of the sentences in ``text``, without white space around them. Linear in its
    length.
    """
    spans: list[tuple[int, int]] = []
    start = _content(text, 0)
    for found in _END.finditer(text):
        at = found.end()
        if found.start() < start or not _ends(text, start, found.start(), at):
            continue
        spans.append((start, at))
        start = _content(text, at)
    if start < len(text):
        end = len(text)
        while text[end - 1].isspace():
            end -= 1
        spans.append((start, end))
    return spans


def _content(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends(text: str, start: int, stop: int, after: int) -> bool:
    """Whether the mark from ``stop`` to ``after`` closes the sentence begun at ``start``."""
    opener = _OPENER.match(text, after)
    following = text[opener.end() : opener.end() + 1] if opener else ""
    if not following or following.islower():
        return not following
    if text[stop] != "." or text.startswith("..", stop):
        return True
    word_at = max(text.rfind(" ", start, stop) + 1, start)
    word = text[word_at:stop].lstrip("(\"”'[*").casefold()
    if word in _NEVER or word in _SOMETIMES:
        return word in _SOMETIMES and not following.isdigit()
    if word.isdigit():
        return word_at > start and not (following.isdigit() and len(word) < 3)
    return not (len(word) == 1 and word.isalpha() and _initial(text, start, word_at))


def _initial(text: str, start: int, word_at: int) -> bool:
    """Whether the single letter at ``word_at`` is an initial: it opens the sentence or follows a
    capitalised word.
    """
    if not text[word_at].isupper():
        return False
    before = max(text.rfind(" ", start, max(word_at - 1, start)) + 1, start)
    return word_at == start or text[before].isupper()
