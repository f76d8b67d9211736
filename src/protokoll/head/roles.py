"""Roles named outside the signatures: "Ordförande: Anna Ek" in the head, "Nina skrev" in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokoll import municipalities
from protokoll.head.signing import Role, Signed, names_in
from protokoll.outline import Block, Outline
from protokoll.words.people import looks_like_person
from protokoll.words.swedish import holds_any, swedish

_HEAD_ROLE = swedish(
    r"(?:dagens )?(?:(?P<chair>(?:mötes)?ordförande(?: för (?:dagen|mötet))?|ordf|mötesledare)"
    r"|(?P<secretary>(?:mötes)?sekreterare(?: för (?:dagen|mötet))?|sekr|protokollförare|antecknare"
    r"|antecknar|(?:protokoll )?fört av"
    r"|vid (?:pennan|protokollet|tangenterna|tangentbordet|datorn|anteckningarna)|anteckningar"
    r"|protokoll|antecknat av|skrivet av|minnesanteckningar)|(?P<adjuster>utses? att justera|justerare"
    r"|protokolljusterare|att justera|utsedd(?:a)? att justera|justerande))"
    r"(?:\s*:\s*|\s{2,}|\t)(?=@?[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_ROLE_WORDS = (
    "ordf",
    "sekr",
    "protokoll",
    "pennan",
    "anteckn",
    "juster",
    "tesled",
    "skrev",
    "skrivet",
    "skriver",
    "skrivna",
    "leder",
    "tangent",
    "datorn",
    "ledde",
    "leds",
)
_WRITES = swedish(
    r"([A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)(?: från [A-ZÅÄÖ][\w-]+)?(?:,?\s*som (?:också )?)?\s*"
    r"\b(?:skrev(?=\.|,|$)|skriver(?=\.?$)|antecknade(?=\.|,|$| vid)|antecknar|för (?:pennan|protokoll"
    r"|anteckningar)"
    r"|förde (?:anteckningar(?:na)?|protokoll(?:et)?|pennan))"
)
_WRITTEN_BY = swedish(
    r"(?:anteckningar(?:na)?|protokoll(?:et)?|referat)\w* (?:är )?(?:skrivna?|skrivet|förda?|fört"
    r"|upprättade?|upprättat|gjorda) av (?:[a-zåäö]+ )?([A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){0,2})",
    re.IGNORECASE,
)
_PLAIN_ROLE = swedish(
    r"(?i:(?P<chair>(?:mötes)?ordförande|mötesledare)|(?P<secretary>(?:mötes)?sekreterare|protokollförare)"
    r"|(?P<adjuster>justerare)) "
    r"(?=[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?(?:,.*)?$)"
)
_SHORT_ROLE = swedish(
    r"^([A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]*)?),?(?: som)? (?:är )?(?:ordf|ordförande)\b(?=[,. ]|$)"
)
_OFFICER = swedish(
    r"\b(?P<before>sekreteraren|ordföranden) (?P<first>[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+)"
    r"|(?P<second>[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+), (?P<behind>sekreterare|ordförande)\b"
)
_LEADS = swedish(
    r"([A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)\s+(?:leder|ledde|var ordförande för)\s+(?:mötet|dagens möte"
    r"|träffen)|(?:[Mm]ötet|[Tt]räffen) (?:leds|leddes) av ([A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)"
)


def read_head_roles(outline: Outline) -> list[Signed]:
    """Roles on lines of their own ("Ordförande: Anna Ek") or told in short sentences ("Nina skrev")
    anywhere outside the signatures.
    """
    found: list[Signed] = []
    for number, text in _role_lines(outline):
        bare = text.replace("**", "").strip(" -•>")
        pieces = re.split(r"(?<=\S)(?: {3,}|\t)(?=\S)", bare)
        parts = pieces if sum(1 for piece in pieces if _HEAD_ROLE.match(piece)) > 1 else [bare]
        told = False
        for part in parts:
            named = _HEAD_ROLE.match(part) or (_PLAIN_ROLE.match(part) if len(part) < 60 else None)
            if named is None:
                continue
            told = True
            role: Role = (
                "chair" if named.group("chair") else "secretary" if named.group("secretary") else "adjuster"
            )
            value = re.split(r"\s{3,}|\t|\.\s", part[named.end() :].replace("@", ""))[0]
            found.extend(
                Signed(role, name, number) for name in names_in(value)[: 9 if role == "adjuster" else 1]
            )
        if not told or ". " in bare:
            found.extend(_told(text, number))
        if outline.kind == "notice":
            found.extend(_officers(text, number))
    return found


def _role_lines(outline: Outline) -> Iterator[tuple[int, str]]:
    """The texts that may name a role: paragraphs unwrapped, other lines as they stand, a cell with the one
    to its right.
    """
    blocks = outline.blocks
    for at, block in enumerate(blocks):
        if len(block.text) > 900 or not holds_any(block.text, _ROLE_WORDS):
            continue
        beside = blocks[at + 1] if at + 1 < len(blocks) else None
        if beside is not None and len(block.text) < 40 and _in_one_row(block, beside):
            yield beside.first, f"{block.text.rstrip(':')}: {beside.spread}"
        elif len(block.rows) == 1 and block.cell is None:
            yield block.first, outline.line(block.first).text.rstrip()
        else:
            yield block.first, block.text


def _officers(text: str, number: int) -> Iterator[Signed]:
    """Whom a notice names by office: "sekreteraren Lisbet Ek", "Lisbet Ek, sekreterare"."""
    for found in _OFFICER.finditer(text):
        office = found.group("before") or found.group("behind")
        name = found.group("first") or found.group("second")
        yield Signed("secretary" if office.startswith("sekr") else "chair", name, number)


def _may_write(text: str, found: re.Match[str]) -> bool:
    """Whether who wrote is a person: a known name, or one joined to another by "och"."""
    joined = text[: found.start()].endswith(" och ")
    return looks_like_person(found.group(1)) or (joined and municipalities.find(found.group(1)) is None)


def _in_one_row(block: Block, beside: Block) -> bool:
    """Whether two cells stand side by side in a row of a table."""
    if block.cell is None or beside.cell is None:
        return False
    return beside.cell.row == block.cell.row and beside.cell.column > block.cell.column


def _told(text: str, number: int) -> Iterator[Signed]:
    for told in re.finditer(
        r"(?:^|[.;]\s+)(ordförande|ordf\.|sekreterare|sekr\.)(?: för (?:dagen"
        r"|mötet))?\s*:\s*([A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)",
        text,
        re.IGNORECASE,
    ):
        if told.group(2)[0].isupper():
            yield Signed(
                "chair" if told.group(1).casefold().startswith("ordf") else "secretary", told.group(2), number
            )
    written = _WRITTEN_BY.search(text) if len(text) < 200 else None
    if written is not None:
        yield Signed("secretary", written.group(1), number)
    writes = _WRITES.search(text)
    if writes is not None and _may_write(text, writes):
        yield Signed("secretary", writes.group(1), number)
    short = _SHORT_ROLE.search(text) if len(text) < 80 or ", som är " in text[:60] else None
    if short is not None:
        yield Signed("chair", short.group(1), number)
    leads = _LEADS.search(text)
    if leads is not None:
        name = leads.group(1) or leads.group(2)
        if looks_like_person(name):
            yield Signed("chair", name, number)
