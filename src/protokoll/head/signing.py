"""Signature blocks: titles above, beside or below names, in columns or lines, and roles named in the head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from protokoll.outline import Outline
from protokoll.people import read_people
from protokoll.words.people import looks_like_person, organisation_of
from protokoll.words.swedish import holds_any, swedish

Role = Literal["chair", "secretary", "adjuster", "signs", "writes"]

_TITLES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, swedish(rf"(?:{words})(?![\wåäö])[.:,]?", re.IGNORECASE))  # type: ignore[misc]
    for role, words in (
        (
            "secretary",
            r"vid (?:protokollet|pennan|anteckningarna|tangenterna|tangentbordet|datorn"
            r"|minnesanteckningarna)|(?:mötes|protokolls?)?sekreterare(?: för mötet)?|sekr|protokollförare"
            r"|(?:protokollet |minnesanteckningar(?:na)? |anteckningar(?:na)? "
            r"|mötesanteckningar(?:na)? )?(?:förda?|skrivet|skrivna|upprättat|upprättade|nedtecknade?) av"
            r"|antecknat(?: av)?|antecknare|anteckningar(?: av)?"
            r"|nedtecknat av|för (?:protokollet|anteckningarna)|(?:för )?pennan"
            r"|protokoll(?:et)? (?:fört )?av|skrivet av"
            r"|minnesanteckningar(?:na)? (?:av|förda av)|som sekreterare|mötesantecknare",
        ),
        (
            "chair",
            r"(?:mötes|klubb|förenings|styrelse)?ordförande(?: för (?:mötet|dagen))?|ordf|mötesledare"
            r"|som ordförande",
        ),
        (
            "adjuster",
            r"(?:protokolls?)?juster(?:are|ande|ingspersoner|ingsperson|ingsman)|justeras(?: av| den)?"
            r"|justerat(?: av)?|protokollet justeras(?: av)?|utses? att justera(?: protokollet)?"
            r"|utsedda? justerare|justering",
        ),
        ("signs", r"underskrifter?|signatur(?:er)?|namnförtydligande|namnteckning|ort och datum|intygas"),
    )
)
_TITLE_PARTS = (
    "protokoll", "penna", "anteckn", "sekr", "tangent", "dator", "ordf", "ledare", "juster", "skriv",
    " av", "underskrift", "signatur", "namn", "ort och", "intyg",
)  # fmt: skip
_APART = swedish(r"(?<=\S) {3,}(?=\S)|[._…]{4,}")
_PIECE = swedish(r"\S+(?: {1,2}\S+)*")
_FILLER = swedish(r"[._…\-–—=/\\|:\s]+$")
_NAME = swedish(
    r"[/(]?\s*([A-ZÅÄÖÉ][\w.'’-]*(?:\s+(?:(?:von|af|de|der|van|al|el|da"
    r"|di)\s+)?[A-ZÅÄÖÉ][\w.'’-]*){0,3}(?:\s[a-z]l-[A-Z]\w+)?)\s*[/)]?"
)
_RULES = swedish(r"[._…]{3,}|\s/(?=\s|$)")
_NO_NAME = swedish(r"\d|§")
_GREETING = swedish(
    r"(?:med )?(?:vänlig(?:a)? hälsning(?:ar)?|bästa hälsning(?:ar)?|hälsning(?:ar|en)?|mvh|hälsar"
    r"|ha det (?:gott|bra|fint)|väl mött|tack för idag|vi ses)[!,.]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signed:
    """Someone with a role in the meeting, and the line that says so."""

    role: Role
    name: str
    line: int


@dataclass(slots=True)
class _Piece:
    """What stands in one column of a line: a title, a name, or both. ``x`` is where it begins."""

    x: int
    line: int
    title: Role | None
    names: list[str]


@dataclass(slots=True)
class _Named:
    name: str
    x: int
    line: int
    role: Role | None
    fixed: bool


def title_of(text: str) -> tuple[Role, int] | None:
    """The role that the words at the start of ``text`` name, and where they end."""
    if not holds_any(text, _TITLE_PARTS):
        return None
    for role, pattern in _TITLES:
        found = pattern.match(text)
        if found is not None:
            return role, found.end()
    return None


def read_signatures(outline: Outline) -> list[Signed]:
    """Read the signatures at the end of the document, chair and secretary first as they stand."""
    rows = list(_rows(outline))
    people: list[_Named] = []
    pending: list[_Piece] = []
    above: list[_Named] = []
    last_line = 0
    for row in rows:
        titles = [piece for piece in row if piece.title and not piece.names]
        named = [piece for piece in row if piece.names]
        if titles and not named:
            gap = row[0].line - last_line > 2
            if above and not gap and _refines(titles, above, pending):
                _give(titles, above)
                above = []
            else:
                pending, above = titles, []
        elif named:
            found = _read_row(row, pending)
            people.extend(found)
            above = found
            pending = [title for title in pending if title.title in ("adjuster", "signs")]
        last_line = row[0].line
    signed = [Signed(one.role, one.name, one.line) for one in people if one.role and one.role != "signs"]
    if not any(one.role == "secretary" for one in signed):
        signed.extend(_sign_off(outline))
    return signed


def _sign_off(outline: Outline) -> list[Signed]:
    """The writer who signs with a slash ("/Anna") or under a greeting ("Hälsningar", "Vid tangenterna")."""
    filled = [
        number for number, line in enumerate(outline.lines, 1) if line.text.strip() and not line.furniture
    ][-6:]
    for place, number in enumerate(filled):
        text = outline.line(number).text.strip()
        if text.startswith("/") and len(text) < 40:
            names = names_in(text)
            if names:
                return [Signed("secretary", names[0], number)]
        if _GREETING.match(text) and outline.kind == "minutes" and len(text) < 60:
            inline = names_in(text[_GREETING.match(text).end() :])  # type: ignore[union-attr]
            below = filled[place + 1] if place + 1 < len(filled) else None
            names = inline or (names_in(outline.line(below).text) if below is not None else [])
            if names:
                return [Signed("secretary", names[0], number if inline else below or number)]
    return []


def _refines(titles: list[_Piece], above: list[_Named], pending: list[_Piece]) -> bool:
    """Whether titles below names belong to those names: they had none above, or only "Justeras" and "Vid
    protokollet".
    """
    pairs = [(title, _nearest(above, title.x)) for title in titles]
    if all(one.role in (None, "signs") and abs(one.x - title.x) <= 4 for title, one in pairs):
        return True
    if any(one.fixed for one in above):
        return False
    if all(one.role in (None, "signs") for one in above):
        return True
    if len(titles) == len(above) > 1 and len(pending) > 1:
        return True
    return all(
        (one := min(above, key=lambda named: abs(named.x - title.x))).role in ("adjuster", title.title)
        and abs(one.x - title.x) <= 4
        and title.line == one.line + 1
        and not (
            title.title == "adjuster" and one.role == "adjuster" and len(titles) == 1 and len(above) == 1
        )
        for title in titles
    )


def _nearest(above: list[_Named], x: int) -> _Named:
    """The one whose name begins nearest to ``x``."""
    return min(above, key=lambda one: abs(one.x - x))


def _give(titles: list[_Piece], above: list[_Named]) -> None:
    if len(titles) == len(above):
        for title, one in zip(titles, above, strict=True):
            one.role = title.title
        return
    for title in titles:
        _nearest(above, title.x).role = title.title


def _read_row(row: list[_Piece], pending: list[_Piece]) -> list[_Named]:
    """The people of one line, with the titles that stand beside or above them."""
    found: list[_Named] = []
    loose: list[_Named] = []
    beside: Role | None = None
    for piece in row:
        if piece.title and not piece.names:
            beside = piece.title
            continue
        for name in piece.names:
            role = piece.title or beside
            one = _Named(name, piece.x, piece.line, role, fixed=piece.title is not None)
            found.append(one)
            if role is None:
                loose.append(one)
        if piece.names:
            beside = "adjuster" if "adjuster" in (beside, piece.title) else None
    if pending and len(pending) == len(loose):
        for title, one in zip(pending, loose, strict=True):
            one.role = title.title
    elif pending:
        for one in loose:
            left = [title for title in pending if title.x <= one.x + 3]
            one.role = (left or pending[:1])[-1].title
    return found


def _rows(outline: Outline) -> Iterator[list[_Piece]]:
    """The lines of the signatures as columns of titles and names; lines of tables are put together by row."""
    signed = next(
        (block for block in outline.preamble if block.text.casefold().startswith("underskrift")), None
    )
    if signed is not None and outline.items:
        first, last = signed.first, outline.items[0].line - 1
    elif outline.tail:
        first, last = min(block.first for block in outline.tail), max(block.last for block in outline.tail)
    else:
        filled = [
            number for number, line in enumerate(outline.lines, 1) if line.text.strip() and not line.furniture
        ]
        first, last = (filled[-4], filled[-1]) if len(filled) >= 4 else (1, 0)
    cells: dict[tuple[int, int, int], list[_Piece]] = {}
    depth: dict[tuple[int, int, int], int] = {}
    for number in range(first, last + 1):
        line = outline.line(number)
        text = line.text
        if not text.strip() or line.furniture:
            continue
        if line.cell is None:
            pieces = _pieces(text, number, 0)
            if pieces:
                yield pieces
            continue
        place = (line.cell.table, line.cell.row, line.cell.column)
        depth[place] = depth.get(place, -1) + 1
        key = (line.cell.table, line.cell.row, depth[place])
        cells.setdefault(key, []).extend(_pieces(text, number, 1000 * line.cell.column))
        following = outline.lines[number] if number < len(outline.lines) else None
        if following is None or following.cell is None or number == last:
            for _, pieces in sorted(cells.items()):
                if pieces:
                    yield pieces
            cells.clear()
    for _, pieces in sorted(cells.items()):
        if pieces:
            yield pieces


def _pieces(text: str, number: int, shift: int) -> list[_Piece]:
    found: list[_Piece] = []
    text = text.replace("*", " ").replace("#", " ").replace("|", "\t").replace("\t", "    ")
    at = 0
    for part in _APART.split(text):
        at = max(text.find(part, at), 0)
        if not part.strip():
            continue
        piece = _piece(part.strip(), shift + at + len(part) - len(part.lstrip()), number)
        if piece is not None:
            found.append(piece)
    return found


def _piece(text: str, x: int, line: int) -> _Piece | None:
    """What one column of a line says: a title, a name, or a name with its title before or behind."""
    bare = text.strip(" ._…-–—=|")
    if not bare or _FILLER.match(text):
        return None
    title = title_of(bare)
    if title is not None:
        return _titled(bare, title, x, line)
    for sign in ",(":
        name, _, behind = bare.partition(sign)
        below = title_of(behind.strip(" (")) if behind else None
        if below is not None and (names := names_in(name)):
            return _Piece(x, line, below[0], names[:1])
    names = names_in(bare)
    if not names:
        return None
    told = title_of(bare[bare.rfind(names[-1]) + len(names[-1]) :].strip(" ,(/"))
    return _Piece(x, line, told[0] if told else None, names)


def _titled(bare: str, title: tuple[Role, int], x: int, line: int) -> _Piece | None:
    """A piece that begins with a title: names may follow, or a second title; a sentence is none of these."""
    names = names_in(bare[title[1] :], told=True)
    rest = bare[title[1] :].strip(" .:_-–,")
    if not names and len(rest.split()) > 3 and title_of(rest) is None and not re.match(r"[§\d(]", rest):
        return None
    return _Piece(x, line, title[0], names)


def names_in(text: str, *, told: bool = False) -> list[str]:
    """The people's names in a short piece of text that holds nothing else ("Anna Ek och Bo Al", "/Anna
    Ek/").
    """
    bare = _RULES.sub(" ", text).strip(" .:_-–/\\")
    if not bare or len(bare) > 120 or bare[:1].islower() or _NO_NAME.search(bare):
        return []
    names: list[str] = []
    for one in read_people(bare.replace("/", ", ")):
        if one.name is None:
            continue
        if len(one.name.split()) > 4 or organisation_of(one.name):
            return []
        names.append(one.name)
    if len(names) == 1 and " " not in names[0] and not told and not looks_like_person(names[0]):
        return []
    return names
