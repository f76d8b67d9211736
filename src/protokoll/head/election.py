"""Elections for the meeting itself: its chair, its secretary and its adjusters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protokoll.head.signing import Role, Signed, names_in
from protokoll.outline import ItemSpan, Outline
from protokoll.words.people import looks_like_person, organisation_of
from protokoll.words.swedish import holds_any, swedish

_PERSON = r"[A-ZÅÄÖÉ][\wé.'’-]*(?:\s(?:von|af|de|al-)?\s?[A-ZÅÄÖÉ][\wé.'’-]*){0,3}"
_PEOPLE = rf"{_PERSON}(?:(?:,\s|\soch\s|\ssamt\s){_PERSON}){{0,3}}"
_CHOSE = (
    r"(?:valdes|utsågs|utses|väljs|välja|utse|valde|utsåg|väljer|utser|utsedd(?:a|es)?|valts|utsetts|vald)"
)
_OFFICE = (
    r"(?P<{0}>(?:mötes)?ordförande|(?:mötes|protokolls?)?sekreterare|protokollförare|att föra (?:protokoll"
    r"|anteckningar|pennan)|antecknare|(?:protokoll)?justerare|protokolljusterare|justeringspersoner"
    r"|(?:att )?(?:jämte|tillsammans med) ordföranden?,? justera(?: (?:dagens |mötets )?protokoll(?:et)?)?"
    r"|att justera(?: (?:dagens |mötets )?protokoll(?:et)?)?|justeringsmän)"
)


def _office(name: str) -> str:
    return _OFFICE.replace("{0}", name)


_TO_FIRST = swedish(rf"(?i:(?:till|att|som)\s+{_office('o1')}[^.:]{{0,60}}?\s{_CHOSE})\s+(?P<p1>{_PEOPLE})")
_NAME_FIRST = swedish(
    rf"(?P<p>{_PEOPLE})\s+(?i:{_CHOSE}\s+(?:till\s+|som\s+|att vara\s+)?(?:mötets\s+"
    rf"|dagens\s+)?{_office('o')})"
)
_CHOSE_NAME = swedish(
    rf"(?i:{_CHOSE})\s+(?P<p>{_PEOPLE})\s+(?i:(?:till\s+|som\s+|att\s+)?(?:mötets\s+"
    rf"|dagens\s+)?{_office('o')})"
)
_AND_NAME = swedish(rf"(?i:\soch|,)\s+(?P<p>{_PERSON})\s+(?i:till\s+{_office('o')})")
_HINTS = ("vald", "valt", "valde", "lj", "utse", "uts", "leder", "leds", "anteckn", "pennan", "protokoll")
_AND_TO = swedish(rf"(?i:(?:\soch|,)\s+(?:till\s+|som\s+){_office('o')})\s+(?P<p>{_PEOPLE})")
_LASTING = swedish(
    r"\bpå (?:ett|två|tre|1|2|3) år|\bför (?:åren?|verksamhetsåret|20\d\d)|\bny(?:a|e)? (?:ordförande"
    r"|sekreterare)|från (?:och med )?20\d\d|nätverkets|föreningens",
    re.IGNORECASE,
)
_OFFICE_TITLE = swedish(
    r"(?:.*?\b(?:val|utse|utseende|utser|väljs|utses)\b.*?(?P<chair>ordförande)?.*?(?P<secretary>sekreterare"
    r"|protokollförare|antecknare)?.*?(?P<adjuster>juster\w+)?$)|(?P<role>(?:(?:mötes)?(?:ordförande"
    r"|sekreterare)|justerare)(?:(?:,| och| samt) (?:sekreterare|ordförande|justerare|justering))*)$",
    re.IGNORECASE,
)
_ONLY_PEOPLE = swedish(rf"{_PEOPLE}\.?(?:\s*\([^()]*\))?\.?")
_CHOSEN = swedish(rf"(?:{_CHOSE})\s+({_PEOPLE})|^({_PEOPLE})\s+(?:valdes|utsågs|utses|väljs)\b")
_LEADS = swedish(
    rf"({_PERSON})\s+(?:leder\s+mötet|är\s+(?:mötes)?ordförande(?! (?:för|i) ))|[Mm]ötet leds av ({_PERSON})"
)
_WRITES = swedish(
    rf"({_PERSON})\s+(?:antecknar|för (?:anteckningar|protokoll|pennan)|fört? pennan|skriver (?:protokoll"
    rf"|anteckningar))\b"
)
_TAKES = swedish(
    rf"(?P<p>{_PERSON})\s+(?:tar|för|skriver|antecknar|åtar sig|tog|förde|skrev"
    rf"|antecknade)\b(?:\s+(?:på sig\s+)?(?:att\s+)?(?:skriva\s+|föra\s+)?(?:dagens\s+)?(?:anteckningar\w*"
    rf"|protokoll\w*|pennan))?"
)


def find_elected(outline: Outline) -> list[Signed]:
    """Those elected for this meeting, in the order of the text; "writes" when the text says that they
    write.
    """
    found: list[Signed] = []
    for item in outline.items:
        found.extend(_of_item(outline, item))
    return found


def _of_item(outline: Outline, item: ItemSpan) -> Iterator[Signed]:
    office = _office_of_title(item.title)
    about = office is not None or item.index <= 5
    told = False
    for block in (item.heading, *item.body):
        if len(block.text) > 1500 or not holds_any(block.text, _HINTS):
            continue
        for sentence in outline.sentences(block):
            if (
                not holds_any(sentence.text, _HINTS)
                or _LASTING.search(sentence.text)
                or not (about or "justera" in sentence.text)
            ):
                continue
            for role, name in _in_sentence(sentence.text):
                told = True
                yield Signed(role, name, sentence.line)
                if role == "writes" and office == "secretary":
                    yield Signed("secretary", name, sentence.line)
    if told or office is None or not item.body:
        return
    yield from _named_alone(outline, item, office)


def _office_of_title(title: str) -> Role | None:
    found = _OFFICE_TITLE.match(title[:200])
    if found is None:
        return None
    lower = title.casefold()
    offices: list[Role] = []
    if "sekreterare" in lower or "protokollförare" in lower or "antecknare" in lower:
        offices.append("secretary")
    if "juster" in lower:
        offices.append("adjuster")
    if "ordförande" in lower and not offices:
        offices.append("chair")
    return offices[0] if offices else None


def _named_alone(outline: Outline, item: ItemSpan, office: Role) -> Iterator[Signed]:
    """Under "Utse sekreterare" a name alone, or a sentence that begins with one, is the elected."""
    block = item.body[0]
    names = names_in(block.text.rstrip(".")) if _ONLY_PEOPLE.fullmatch(block.text) else []
    if names:
        for name in names[: 4 if office == "adjuster" else 1]:
            yield Signed(office, name, block.first)
        return
    for sentence in outline.sentences(block):
        takes = _TAKES.match(sentence.text)
        if takes is not None and looks_like_person(takes.group("p")):
            yield Signed(office, takes.group("p"), sentence.line)
            return
    chosen = _CHOSEN.search(block.text)
    if chosen is not None:
        for name in _people(chosen.group(1) or chosen.group(2)):
            yield Signed(office, name, block.first)


def _in_sentence(text: str) -> Iterator[tuple[Role, str]]:
    for pattern in (_TO_FIRST, _NAME_FIRST, _CHOSE_NAME):
        found = pattern.search(text)
        if found is None:
            continue
        groups = found.groupdict()
        role = _role_of(groups.get("o") or groups.get("o1") or "")
        people = _people(groups.get("p") or groups.get("p1") or "")
        for name in people:
            yield role, name
        if people:
            for further in (_AND_NAME, _AND_TO):
                for more in further.finditer(text, found.end()):
                    for name in _people(more.group("p")):
                        yield _role_of(more.group("o")), name
            return
    leads = _LEADS.search(text)
    if leads is not None and looks_like_person(leads.group(1) or leads.group(2)):
        yield "chair", leads.group(1) or leads.group(2)
    writes = _WRITES.search(text)
    if writes is not None and looks_like_person(writes.group(1)):
        yield "writes", writes.group(1)


def _role_of(office: str) -> Role:
    lower = office.casefold()
    if "juster" in lower:
        return "adjuster"
    return "chair" if lower.endswith("ordförande") else "secretary"


def _people(text: str) -> list[str]:
    return [
        name
        for name in names_in(text.rstrip("."))
        if not organisation_of(name) and (looks_like_person(name) or " " in name)
    ]
