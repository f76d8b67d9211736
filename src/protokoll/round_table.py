"""Where organisations speak in turn: finding the heads of their entries, and where each entry ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protokoll import municipalities
from protokoll.layout import sentences
from protokoll.layout.blocks import Block
from protokoll.layout.sections import names_round
from protokoll.people import read_people
from protokoll.words.people import is_role, looks_like_person, organisation_of, plain_organisation
from protokoll.words.swedish import swedish

_HEAD = swedish(
    r"(?P<name>[A-ZÅÄÖ0-9*][^;:–—!?|]{1,60}?)(?P<end>\s?[;:]\**(?=\s|$)|\s[–—-](?=\s)|\s?[–—](?=\s))"
)
_STOP_HEAD = swedish(r"(?P<name>[A-ZÅÄÖ][\wåäö -]{1,30}?)(?P<end>\.)(?=\s+[A-ZÅÄÖ0-9])")
_MID = swedish(
    r"(?<=[.!?,)»”\"\wåäö])\s+(?P<name>[A-ZÅÄÖ][\w-]+(?:\s(?:[A-ZÅÄÖ][\w-]+|kommun"
    r"|stad)){0,3})(?P<end>\s?[;:](?=\s))"
)
_MID_DASH = swedish(r"(?<=[.!?])\s+(?P<name>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){0,2})\s[–—-]\s")
_SIGN = re.compile(r"[;:]|[–—-]\s")
_MARK = swedish(
    r"(?:beslut\w*|uppdrag\w*|att göra|ansvarig\w*|åtgärd\w*|fråga till|nästa (?:möte|träff)"
    r"|sammanfattning\w*|överenskommelse|gemensamt|diskussion|reflektion\w*|notering|klart|övrigt|tid|datum"
    r"|plats|värd|tema)\b[^:]{0,40}:",
    re.IGNORECASE,
)
_DECIDES = swedish(
    r"(?:nätverket|gruppen|styrelsen|rådet|mötet|vi) (?:beslut|enades|enas|kom överens|bestämde|bestämmer"
    r"|är överens)",
    re.IGNORECASE,
)
_DATED = swedish(
    r"(?:(?:mån|tis|ons|tors|fre)\w*\s)?(?:den\s)?\d{1,2}(?:[/:-]\d{1,2})?\s?(?:jan|feb|mar|apr|maj|jun|jul"
    r"|aug|sep|okt|nov|dec|[-–]|kl\b|$)|\d{1,2}/\d{1,2}|v\.? ?\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Report:
    """One organisation's entry, with its lines."""

    organisation: str
    text: str
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of an entry: in which block (its place in the body), where it starts and where the text
    begins.
    """

    at: int
    start: int
    end: int
    organisation: str
    sign: str
    sure: bool


def read_round(title: str, body: Sequence[Block], known: frozenset[str] = frozenset()) -> list[Report]:
    """The entries among these blocks. ``known`` are the organisations of the attendance."""
    called = names_round(title) or any(names_round(block.text) for block in body[:2] if len(block.text) < 120)
    folded = {name.casefold(): name for name in known}
    heads = _drop_unlikely(_heads(body, folded, called), body, called)
    if called and len(heads) >= 2:
        heads = _with_bare(heads, body, folded)
    if called and (not heads or body[heads[0].at].kind == "paragraph"):
        heads = _with_sentences(heads, body, folded)
    return _reports(body, heads)


def _heads(body: Sequence[Block], known: dict[str, str], called: bool) -> list[_Head]:
    found: list[_Head] = []
    for at, block in enumerate(body):
        text = block.text
        in_table = block.cell is not None
        head = _cell_head(body, at, known) if in_table else _block_head(body, at, known, called)
        if head is not None:
            found.append(head)
        for inner in _MID.finditer(text, head.end if head else 0) if (";" in text or ":" in text) else ():
            place = _known(inner.group("name"), known)
            if place is not None:
                found.append(
                    _Head(at, inner.start("name"), inner.end(), place, inner.group("end").strip(), True)
                )
        if head is not None and head.sign in ("–", "—", "-") and head.sure:
            for inner in _MID_DASH.finditer(text, head.end):
                place = _known(inner.group("name"), known)
                if place is not None:
                    found.append(_Head(at, inner.start("name"), inner.end(), place, head.sign, True))
    return found


def _cell_head(body: Sequence[Block], at: int, known: dict[str, str]) -> _Head | None:
    """The first cell of a row, when it holds an organisation and nothing else."""
    block = body[at]
    assert block.cell is not None
    if block.cell.column != 0:
        return None
    place = _known(block.text.strip(" :;*"), known)
    return _Head(at, 0, len(block.text), place, "row", True) if place is not None else None


def _block_head(body: Sequence[Block], at: int, known: dict[str, str], called: bool) -> _Head | None:
    """The head at the start of a block: the name alone, or set off by a sign or a column."""
    text = body[at].text
    if _MARK.match(text):
        return None
    whole = _known(text.strip(" :;*"), known)
    if whole is not None and len(text) < 60:
        return _Head(at, 0, len(text), whole, "line", True)
    column = body[at].spread.find("\t")
    place = _known(text[:column], known) if column > 0 else None
    if place is not None:
        return _Head(at, 0, column + 1, place, "tab", True)
    found = _HEAD.match(text) if _SIGN.search(text, 0, 66) else None
    if found is not None:
        place, sure = _organisation_in(found.group("name").strip(" *"), known, called)
        if place is not None:
            return _Head(at, 0, found.end(), place, found.group("end").strip(" *") or "-", sure)
    return _called_head(body[at], at, known) if called else None


def _called_head(block: Block, at: int, known: dict[str, str]) -> _Head | None:
    """In an announced round a name in bold type or with a full stop behind it is a head too."""
    words = block.text.split()
    for size in (3, 2, 1) if block.marked else ():
        name = " ".join(words[:size])
        place = _known(name.rstrip(":;."), known)
        if place is not None:
            return _Head(at, 0, len(name), place, "bold", True)
    stop = _STOP_HEAD.match(block.text)
    if stop is not None and _known(stop.group("name"), known) is not None:
        return _Head(at, 0, stop.end(), plain_organisation(stop.group("name")), ".", True)
    return None


def _known(name: str, known: dict[str, str]) -> str | None:
    """The organisation with this very name: a municipality, or one of the attendance."""
    name = name.strip()
    if not name or len(name) > 60:
        return None
    entry = municipalities.find(name) if name[0].isupper() else None
    if entry is not None:
        return entry.name if entry.kind == "municipality" else name
    return known.get(name.casefold())


def _organisation_in(name: str, known: dict[str, str], called: bool) -> tuple[str | None, bool]:
    """The organisation that the words before the sign name, and whether that is sure: "Hjo", "Hjo (Anna
    Ek)", "Anna Ek, Hjo".
    """
    place = _known(name, known)
    if place is not None:
        return place, True
    if "(" in name or "," in name or "/" in name:
        people = read_people(name.replace("/", ", "))
        places = {one.organisation for one in people if one.organisation}
        opens = bool(people) and people[0].name is None
        if len(places) == 1 and (opens or all(one.organisation for one in people)):
            only = places.pop()
            assert only is not None
            return (only, True) if _known(only, known) is not None else (only if called else None, False)
        return None, False
    if not called or len(name.split()) > 5 or is_role(name) or looks_like_person(name):
        return None, False
    if organisation_of(name) is not None:
        return plain_organisation(name), True
    return name, False


def _drop_unlikely(heads: list[_Head], body: Sequence[Block], called: bool) -> list[_Head]:
    """Keep the heads of a round that is really held: several organisations, or one under a title that
    announces it.
    """
    sure = [head for head in heads if head.sure]
    if not sure and len({head.organisation for head in heads}) < 3:
        return []
    signs = Counter(head.sign for head in sure)
    if sure:
        heads = [head for head in heads if head.sure or (called and head.sign in signs)]
    texts = [body[head.at].text[head.end :].strip() for head in heads]
    if heads and sum(1 for text in texts if _DATED.match(text)) * 2 > len(heads):
        return []
    if len({head.organisation for head in heads}) < 2 and not called:
        return []
    dashes = [head for head in heads if head.sign in "–—-" and head.sign]
    if dashes and not called and len({head.organisation for head in dashes}) < 2:
        heads = [head for head in heads if head not in dashes]
    return heads


def _with_bare(heads: list[_Head], body: Sequence[Block], known: dict[str, str]) -> list[_Head]:
    """In an announced round that goes on by lines, a line may lack its sign ("Skara Ny skola planeras")."""
    told = {head.organisation for head in heads}
    taken = {head.at for head in heads}
    found = list(heads)
    for at in range(heads[0].at, len(body)):
        words = body[at].text.split(None, 1)
        place = _known(words[0], known) if len(words) == 2 and words[1][0].isupper() else None
        if place is not None and at not in taken and place not in told and place == words[0]:
            found.append(_Head(at, 0, len(words[0]), place, "bare", True))
    return sorted(found, key=lambda head: (head.at, head.start))


def _with_sentences(heads: list[_Head], body: Sequence[Block], known: dict[str, str]) -> list[_Head]:
    """In an announced round sentences may begin with the organisation as their subject ("Flen har anställt
    …"); only before the first head that is set off by a sign, and only when the round begins so.
    """
    stop = heads[0] if heads else None
    found: list[_Head] = []
    for at, block in enumerate(body):
        if stop is not None and at > stop.at:
            break
        starts = [start for start, _ in sentences.split(block.text)]
        if not found and _subject(block.text, 0, known) is None:
            continue
        for start in starts:
            head = _subject(block.text, start, known)
            if (
                head is not None
                and (stop is None or (at, start) < (stop.at, stop.start))
                and all(one.organisation != head[0] for one in found)
            ):
                found.append(_Head(at, start, head[1], head[0], " ", True))
    told = {head.organisation for head in found}
    several = len(told) >= 2 or (
        len(told) == 1 and len(heads) >= 1 and body[found[0].at].text.startswith("I ")
    )
    return sorted([*found, *heads], key=lambda head: (head.at, head.start)) if several else heads


def _subject(text: str, start: int, known: dict[str, str]) -> tuple[str, int] | None:
    """The organisation that begins the sentence as its subject, and where the verb begins."""
    words = text[start : start + 80].split()
    if words[:1] == ["I"] and len(words) > 2 and words[2] in ("har", "är", "pågår", "finns", "hade", "blir"):
        place = _known(words[1], known)
        return (place, start + 2 + len(words[1])) if place is not None else None
    for size in (3, 2, 1):
        name = " ".join(words[:size]).rstrip(",")
        if len(words) > size and words[size][0].islower() and words[size] != "och":
            place = _known(name, known)
            if place is not None and name.casefold().split()[0] == place.casefold().split()[0]:
                return place, start + len(" ".join(words[:size]))
    return None


def _reports(body: Sequence[Block], heads: list[_Head]) -> list[Report]:
    reports: dict[str, Report] = {}
    ordered: list[Report] = []
    for place, head in enumerate(heads):
        following = heads[place + 1] if place + 1 < len(heads) else None
        parts = list(_parts(body, head, following))
        text = " ".join(part for part, _, _ in parts if part).strip().lstrip("–—- ").strip("*").strip()
        if not any(sign.isalnum() for sign in text):
            continue
        report = Report(head.organisation, text, body[head.at].line_of(head.start), parts[-1][2])
        reports[head.organisation] = report
        ordered.append(report)
    return ordered


def _parts(body: Sequence[Block], head: _Head, following: _Head | None) -> Iterator[tuple[str, int, int]]:
    """The pieces of text of one entry: the rest of its block, and the blocks below that belong to it."""
    block = body[head.at]
    if following is not None and following.at == head.at:
        yield (
            block.text[head.end : following.start].strip(),
            block.line_of(head.start),
            block.line_of(max(following.start - 1, 0)),
        )
        return
    yield block.text[head.end :].strip(), block.line_of(head.start), block.last
    row = block.cell.row if block.cell is not None else None
    stop = following.at if following is not None else len(body)
    begun = bool(block.text[head.end :].strip())
    for at in range(head.at + 1, stop):
        below = body[at]
        if row is not None and (
            below.cell is None
            or below.cell.row != row
            or below.cell.table != (block.cell and block.cell.table)
        ):
            break
        if (
            _MARK.match(below.text)
            or _DECIDES.match(below.text)
            or (following is None and below.gap and begun and row is None)
        ):
            break
        begun = True
        yield below.text, below.first, below.last
    if following is not None and following.start > 0:
        inner = body[following.at]
        if following.at > head.at and inner.cell is None:
            yield (
                inner.text[: following.start].strip(),
                inner.first,
                inner.line_of(max(following.start - 1, 0)),
            )
