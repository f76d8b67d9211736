"""Lists of people and organisations as minutes write them: commas, brackets, semicolons, roles, substitutes.

``read_people("Anna Ek, Hjo; Bo Al (Skara, rektor)")`` gives one ``Entry`` for each person or organisation.
Whether a comma stands between two people or between a person and an organisation is told by what the words
on both sides are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from protokoll.words.people import (
    AWAY,
    CLASS,
    ENVOY,
    IGNORED,
    NOBODY,
    PART,
    SUBSTITUTE,
    VICE,
    Kind,
    is_role,
    looks_like_person,
    organisation_of,
    plain_organisation,
    split_words,
)  # fmt: skip
from protokoll.words.swedish import knows_lost

_SEPARATOR = re.compile(
    r"(?P<hard>;)|(?P<slash>\s/\s)|(?P<tab>\t|\s{3,})|(?P<soft>,|\s\|\s)|(?P<and>\s(?:och|samt)\s|\s?&\s?)"
    r"|(?P<open>[(\[])|(?P<close>[)\]])"
    r"|(?P<dash>\s[-–—]\s)|(?P<colon>:(?=\s|$))"
)
_SHORT = ("ers", "ordf", "sekr", "adj", "kass", "tjg", "tjänstg", "repr", "vice", "bitr", "fil", "prof")
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÅÄÖ])|(?<=\))\.\s+(?=[A-ZÅÄÖ])")
_SIGNS = re.compile(r"[\d@]|:/|\bdel|\bförsta|\bslutet|\bbörjan")
_ABBREVIATED = re.compile(r"\b(?:\w|ordf|sekr|adj|kass|ers|fl|v)\.$")
_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"\d{1,2}[.:]\d\d ?[-–] ?\d{1,2}[.:]\d\d")
_MAIL = re.compile(r"\S+@\S+|https?://\S+|\b0\d{1,3}-[\d ]{5,}\d")


@dataclass(slots=True)
class Entry:
    """A person, or an organisation without a named person. ``at`` and ``end`` are offsets in the text that
    was read.

    ``empty`` tells that the organisation was set out as a heading for people, and none followed ("Hjo:
    –").
    """

    at: int
    end: int
    name: str | None = None
    organisation: str | None = None
    role: str | None = None
    substitute_for: str | None = None
    part: str | None = None
    empty: bool = False


@dataclass(frozen=True, slots=True)
class _Chunk:
    text: str
    at: int
    before: str
    inside: bool
    after: str


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Kind
    text: str
    at: int
    end: int
    before: str
    inside: bool
    after: str


def read_people(
    text: str, *, organisations: frozenset[str] = frozenset(), lone: Kind = "name"
) -> list[Entry]:
    """Read one list, or one line of it. ``organisations`` are names known from elsewhere in the document;
    ``lone`` says what a capitalised word of unknown kind is when it stands alone.
    """
    return [replace(entry) for entry in _read(text, organisations, lone, knows_lost())]


@lru_cache(maxsize=512)
def _read(text: str, organisations: frozenset[str], lone: Kind, _lost: bool) -> tuple[Entry, ...]:
    """A list is read several times while its place is judged: the last ones are kept."""
    parts: list[tuple[int, str]] = []
    bare = text
    if _SIGNS.search(text):
        parts = [
            (found.start(), _tidy_part(found.group()))
            for found in PART.finditer(text)
            if not _RANGE.fullmatch(found.group().strip(" ,()"))
        ]
        bare = _MAIL.sub(_blank, PART.sub(_blank, text))
    tokens = [token for chunk in _chunks(bare) for token in _tokens(chunk, organisations)]
    entries = _Assembly(lone, pairs=";" in text or _counts_one(tokens)).run(tokens)
    starts = [entry.at for entry in entries]
    for at, part in parts:
        place = bisect_left(starts, at) - 1
        owner = entries[place] if place >= 0 else None
        if owner is not None and owner.part is None and ";" not in text[owner.end : at]:
            owner.part = part
    return tuple(entries)


def _blank(found: re.Match[str]) -> str:
    return " , " + " " * (len(found.group()) - 3) if len(found.group()) > 3 else " " * len(found.group())


def _tidy_part(text: str) -> str:
    return " ".join(text.strip(" ,;()").split())


def _counts_one(tokens: list[_Token]) -> bool:
    """Whether the text holds a single person with what belongs to them, as one line of a list does."""
    return sum(1 for token in tokens if token.kind == "capitals" and not token.inside) <= 2


def _chunks(text: str) -> Iterator[_Chunk]:
    """The pieces between separators, each with the separators on both sides and whether it stands in
    brackets.
    """
    cuts = [(found.start(), found.end(), found.lastgroup or "soft") for found in _SEPARATOR.finditer(text)]
    if ". " in text:
        cuts += [
            (found.start(), found.end(), "stop")
            for found in _STOP.finditer(text)
            if not text[max(found.start() - 8, 0) : found.start()].casefold().endswith(_SHORT)
        ]
        cuts.sort()
    at, before, inside = 0, "start", False
    for start, end, kind in cuts:
        if start < at:
            continue
        if kind == "stop":
            yield _Chunk(text[at:start], at, before, inside, "hard")
            at, before, inside = end, "hard", False
            continue
        yield _Chunk(text[at:start], at, before, inside, kind)
        blank = kind == "soft" and before == "hard" and not text[max(start - 1, 0) : start].strip()
        at, before = end, before if blank else kind
        inside = kind == "open" or (inside and kind not in ("close", "hard"))
    yield _Chunk(text[at:], at, before, inside, "end")


def _tokens(chunk: _Chunk, organisations: frozenset[str]) -> Iterator[_Token]:
    """What the words of one piece are; a piece such as "Ordförande Anna Ek" or "Bo Al från Hjo" is
    several.
    """
    lead = len(chunk.text) - len(chunk.text.lstrip(" -–—*•|_.@"))
    text = chunk.text.strip(" -–—*•|_@\t\n")
    if text.endswith(".") and not _ABBREVIATED.search(text):
        text = text.rstrip(".")
    if not text or NOBODY.fullmatch(text):
        return
    before = chunk.before
    found = _kinds(text, organisations)
    for place, (kind, part) in enumerate(found):
        at = chunk.at + max(chunk.text.find(part, lead), 0)
        leads = kind == "role" and place + 1 < len(found)
        yield _Token(kind, part, at, at + len(part), before, chunk.inside, "colon" if leads else chunk.after)
        before = "space"


def _kinds(text: str, organisations: frozenset[str]) -> list[tuple[Kind, str]]:
    substitute = SUBSTITUTE.match(text)
    envoy = ENVOY.match(text)
    if substitute is not None:
        return [("substitute", text[substitute.end() :].strip(" .:"))]
    if envoy is not None and organisation_of(text[envoy.end() :]) is not None:
        return [("organisation", text[envoy.end() :])]
    if not AWAY.match(text) and (IGNORED.match(text) or (_DIGIT.search(text) and not VICE.match(text))):
        return [("organisation", text)] if CLASS.match(text) else []
    sides = [side.strip() for side in text.split("/", 1) if side.strip()] if "/" in text else []
    if len(sides) == 2 and any(organisation_of(side) for side in sides):
        return [found for side in sides for found in _kinds(side, organisations)]
    if text.casefold() in organisations or organisation_of(text) is not None:
        return [("organisation", text)]
    return [("role", text)] if AWAY.match(text) or is_role(text) else split_words(text)


class _Assembly:
    """Puts tokens together: a person, then what is said about them."""

    def __init__(self, lone: Kind, *, pairs: bool) -> None:
        self.lone = lone
        self.pairs = pairs
        self.entries: list[Entry] = []
        self.group: list[Entry] = []
        self.head: str | None = None
        self.role: str | None = None
        self.open = False  # a person of the present segment may still be told an organisation

    def run(self, tokens: list[_Token]) -> list[Entry]:
        for token in tokens:
            if token.before in ("hard", "start"):
                self.head, self.open, self.group = None, False, []
            kind = token.kind if token.kind != "capitals" else self._decide(token)
            getattr(self, "_" + kind)(token)
        return self.entries

    def _decide(self, token: _Token) -> str:
        last = self.entries[-1] if self.entries else None
        follows = last is not None and last.name is not None and last.organisation is None and self.open
        if looks_like_person(token.text) or (
            token.after == "open" and not token.inside and " " in token.text
        ):
            return "name"
        if token.inside:
            return "organisation" if follows or last is None or last.organisation is None else "name"
        short = last is not None and " " not in (last.name or "") and " " not in token.text
        if follows and self.pairs and not short and token.before in ("soft", "dash", "slash", "tab"):
            return "organisation"
        if token.after == "colon":
            return "organisation"
        return (
            "name"
            if self.open
            else self.lone
            if " " not in token.text or self.lone == "organisation"
            else "name"
        )

    def _name(self, token: _Token) -> None:
        last = self.entries[-1] if self.entries else None
        if token.inside and last is not None and last.name is None and last.organisation and not last.empty:
            self.head = last.organisation
            self.entries.pop()
        elif token.inside and last is not None and last.name and self.head is None:
            return
        if self.head is not None and last is not None and last.empty:
            self.entries.pop()
        entry = Entry(token.at, token.end, name=token.text, organisation=self.head, role=self.role)
        self.role = None
        if token.before != "and" and not self._shares_bracket():
            self.group = []
        self.group.append(entry)
        self.entries.append(entry)
        self.open = True

    def _shares_bracket(self) -> bool:
        """Whether people without an organisation wait for the bracket behind the next one."""
        return bool(self.group) and self.group[-1].organisation is None and self.group[-1].role is None

    def _organisation(self, token: _Token) -> None:
        plain = plain_organisation(token.text)
        last = self.entries[-1] if self.entries else None
        heads = token.after == "colon" or (
            token.after in ("dash", "slash", "tab") and token.before in ("hard", "start")
        )
        if heads and not (self.open and token.inside):
            self.head, self.open, self.group = plain, False, []
            self.entries.append(Entry(token.at, token.end, organisation=plain, empty=True))
            return
        if self.open and last is not None and last.name is not None and last.organisation is None:
            waiting = self.group if token.inside or self._joined_by_and() else [last]
            for entry in waiting:
                if entry.organisation is None:
                    entry.organisation = plain
            last.end = token.end
            self.group = []
            return
        if token.inside and last is not None and last.name is not None:
            return
        self.entries.append(Entry(token.at, token.end, organisation=plain, role=self.role))
        self.role, self.open, self.group = None, False, []

    def _joined_by_and(self) -> bool:
        return len(self.group) > 1

    def _role(self, token: _Token) -> None:
        last = self.entries[-1] if self.entries else None
        if token.after == "colon" or last is None or token.before in ("hard", "start"):
            self.role = token.text
        elif not last.empty:
            last.role = f"{last.role}, {token.text}" if last.role else token.text
            last.end = token.end

    def _substitute(self, token: _Token) -> None:
        if self.entries:
            self.entries[-1].substitute_for = token.text
            self.entries[-1].end = token.end
