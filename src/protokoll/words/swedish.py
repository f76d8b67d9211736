"""Regular expressions over Swedish words that also know them with å, ä and ö lost, as scanned documents
have them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast

# Letters that no Swedish text uses stand in for a sign that says "a letter was lost here".
_SMALL, _CAPITAL = "\u0275", "\u019f"
LOST = _SMALL
"""The small letter that stands for a lost one while a document is read."""
_LOST = {"å": f"åa{_SMALL}", "ä": f"äa{_SMALL}", "ö": f"öo{_SMALL}", "é": f"ée{_SMALL}", "Ö": f"Ö{_CAPITAL}"}
_GONE = re.compile("\ufffd")


def letters_for_lost(text: str) -> str:
    """Put a small or capital stand-in letter for each U+FFFD, as long as before."""
    return _GONE.sub(lambda found: _CAPITAL if _opens_word(text, found.start()) else _SMALL, text)


def _opens_word(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    after = text[at + 1 : at + 2]
    capitals = after.isupper() and before.isupper()
    return capitals or (
        not before.isalpha() and before != "\ufffd" and after.islower() and (at == 0 or before in " (-/")
    )


def lost_for_letters(text: str) -> str:
    """Undo ``letters_for_lost``."""
    if _SMALL in text or _CAPITAL in text:
        return text.replace(_SMALL, "\ufffd").replace(_CAPITAL, "\ufffd")
    return text


_tolerant: ContextVar[bool] = ContextVar("tolerant", default=True)
_DOTTED = "åäöÅÄÖ"
_FEW = 0.025


@contextmanager
def letters_of(text: str) -> Iterator[None]:
    """Within this, patterns look for lost letters only if ``text`` has lost some; plain ones are much faster.

    One letter in twenty of Swedish prose is å, ä or ö; a document with hardly any has lost them.
    """
    dotted = sum(map(text.count, _DOTTED))
    few = dotted < _FEW * len(text) and dotted < _FEW * sum(map(str.isalpha, text))
    before = _tolerant.set(few or "\ufffd" in text)
    try:
        yield
    finally:
        _tolerant.reset(before)


def holds_any(text: str, parts: tuple[str, ...]) -> bool:
    """Whether one of these small-letter parts occurs in ``text``: a quick look before a slow pattern.

    Parts are chosen without å, ä and ö, so that they are found where those were lost.
    """
    return any(map(text.lower().__contains__, parts))


def knows_lost() -> bool:
    """Whether patterns look for lost letters just now: part of the key of everything that is kept between
    documents.
    """
    return _tolerant.get()


class _Swedish:
    """A pattern in two forms, each compiled when first asked for: as written, and knowing lost letters."""

    __slots__ = ("_as_written", "_flags", "_knowing_lost", "pattern")

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags
        self._as_written: re.Pattern[str] | None = None
        self._knowing_lost: re.Pattern[str] | None = None

    def _now(self) -> re.Pattern[str]:
        return (self._knowing_lost if _tolerant.get() else self._as_written) or self._compiled()

    def _compiled(self) -> re.Pattern[str]:
        if _tolerant.get():
            self._knowing_lost = re.compile(_knowing_lost(self.pattern), self._flags)
            return self._knowing_lost
        self._as_written = re.compile(self.pattern, self._flags)
        return self._as_written

    # Called some thousand times for a document, so these two choose the form themselves, as ``_now`` does.

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        known = self._knowing_lost if _tolerant.get() else self._as_written
        return (known or self._compiled()).search(text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        known = self._knowing_lost if _tolerant.get() else self._as_written
        return (known or self._compiled()).match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        return self._now().fullmatch(text, pos, endpos)

    def finditer(self, text: str, *places: int) -> Iterator[re.Match[str]]:
        return self._now().finditer(text, *places)

    def findall(self, text: str, *places: int) -> list[Any]:
        return self._now().findall(text, *places)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        return self._now().split(text, maxsplit)

    def sub(self, repl: Any, text: str, count: int = 0) -> str:
        return self._now().sub(repl, text, count)


def swedish(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern in which å, ä and ö also meet the plain letter or the sign of a lost one, where some were
    lost.

    It stands in for a compiled pattern and is compiled when first used.
    """
    return cast("re.Pattern[str]", _Swedish(pattern, flags))


def _knowing_lost(pattern: str) -> str:
    """The pattern with a choice of letters for each å, ä and ö."""
    out: list[str] = []
    inside = escaped = False
    for sign in pattern:
        if escaped:
            out.append(sign)
            escaped = False
            continue
        escaped = sign == "\\"
        inside = (inside and sign != "]") or (not inside and sign == "[")
        lost = _LOST.get(sign)
        if lost is None:
            out.append(sign)
        else:
            out.append(lost if inside else f"[{lost}]")
    return "".join(out)
