"""Chair, secretary and adjusters: who signed, who is named as such, and who was elected for the meeting."""

from __future__ import annotations

import re

from protokoll.draft import Draft
from protokoll.head.election import find_elected
from protokoll.head.roles import read_head_roles
from protokoll.head.signing import Signed, read_signatures
from protokoll.outline import Outline
from protokoll.records import Present
from protokoll.words.swedish import swedish

_CHAIR = swedish(
    r"(?:\w+s )?(?:mötes|distrikts|förbunds|klubb|styrelse|styrgrupps|nätverks|grupp|förenings"
    r"|nämnds?)?(?:ordförande"
    r"|ordf\b)|sammankallande|mötesledare",
    re.IGNORECASE,
)
_SECRETARY = swedish(
    r"(?:\w*sekreterare\b|sekr\b)|protokollförare|antecknare|antecknade|antecknar|förde"
    r"|vid (?:protokollet|pennan)|skrev|skriver",
    re.IGNORECASE,
)
_ADJUSTER = swedish(r"(?:protokoll)?juster(?:are|ande|ingsperson)", re.IGNORECASE)


def read(outline: Outline, draft: Draft) -> None:
    """Signatures come first, then roles named in the head or the attendance, then elections."""
    adjusters: list[Signed] = []
    _take(draft, adjusters, read_signatures(outline))
    _take(draft, adjusters, read_head_roles(outline))
    _from_attendance(draft, adjusters)
    _from_elections(outline, draft, adjusters)
    names: list[str] = []
    for one in adjusters:
        if one.name != draft.get("chair") and not any(_same(one.name, name) for name in names):
            names.append(one.name)
            draft.lines.setdefault("adjusters", one.line)
    draft.set("adjusters", tuple(names))
    if draft.get("chair") or draft.get("secretary") or names:
        for block in outline.tail:
            draft.claim(block.first, block.last, by="signatures")


def _take(draft: Draft, adjusters: list[Signed], found: list[Signed]) -> None:
    for one in found:
        draft.claim(one.line, by="signatures")
        if one.role == "adjuster":
            adjusters.append(one)
        elif one.role in ("chair", "secretary"):
            draft.set(one.role, one.name, one.line)


def _from_attendance(draft: Draft, adjusters: list[Signed]) -> None:
    for person in draft.records["present"]:
        assert isinstance(person, Present)
        role, name = person.role, person.name
        if not role or not name:
            continue
        if _ADJUSTER.search(role):
            adjusters.append(Signed("adjuster", name, person.line))
        if role.casefold().startswith(("vice", "v.", "biträdande", "förre", "tidigare")):
            continue
        if _CHAIR.match(role):
            draft.set("chair", name, person.line)
        if _SECRETARY.match(role):
            draft.set("secretary", name, person.line)


def _from_elections(outline: Outline, draft: Draft, adjusters: list[Signed]) -> None:
    for one in find_elected(outline):
        if one.role == "chair":
            draft.set("chair", one.name, one.line)
        elif one.role == "adjuster":
            adjusters.append(one)
        elif one.role == "secretary":
            draft.set("secretary_elected", one.name, one.line)
        elif one.role == "writes":
            draft.set("secretary", one.name, one.line)


def _same(one: str, other: str) -> bool:
    """Whether two names mean the same person: each word of the shorter begins the word at its place in the
    longer.
    """
    left, right = sorted((one.casefold().split(), other.casefold().split()), key=len)
    if len(left) == len(right) and left != right:
        return left[0] == right[0] and (left[-1].startswith(right[-1]) or right[-1].startswith(left[-1]))
    return (
        all(long.startswith(short.rstrip(".")) for short, long in zip(left, right, strict=False))
        and left[0] == right[0]
    )
