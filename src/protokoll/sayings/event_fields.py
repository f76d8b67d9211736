"""What stands around an event's date: what it is, where, at whose place, whose, and on what theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from protokoll import municipalities
from protokoll.sayings.actors import Cast
from protokoll.words.swedish import knows_lost, swedish

_KIND = (
    r"(?:möte|träff|konferens|kurs|utbildning|workshop|temadag|studiedag|studiebesök|studieresa|resa"
    r"|läg(?:er|r)|jogg|föreläsning|webbinarium|webinar|webbinar|webbinarie|seminarium|seminarie"
    r"|avstämning|årsmöte|mässa|läger|övning|turnering|tävling|cup"
    r"|gille|marknad|festival|samråd|sammanträde|stämma|städning|arbetsdag|frukost|konsert"
    r"|utställning|hearing|dialog|presentation|uppstart|kick-?off|fortbildning|besök|sammankomst"
    r"|avslutning|examen|vecka|planeringsdag|internat|premiär"
    r"|invigning|information|rådslag|råd|forum|symposium|event|vernissage|loppis|fest|samling"
    r"|genomgång|handledning|dag|bokmässa|redovisning|spridningskonferens|webbkurs|cirkel|tur|lopp"
    r"|match|läsning|sändning|bygdedag|kväll|lunch)"
)
_NOUN = swedish(
    rf"(?:[\w-]*[\w]-?)?{_KIND}(?:en|et|n|t|ar|er|erna|arna|na|s|ens|ets|ts|ns|ningen|dagar|dagarna)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![\w@.-])\w[\w-]*")
_NO_NOUN = swedish(
    r"(?:mån|tis|ons|tors|fre|lör|sön|var|hel|idag|i?dag|ti|sön|betalnings|sista ?ansöknings"
    r"|ansöknings|sista|avtals|års|fri|lov|närvaro|födelse|verk|tids|under|ut|upp|in|hän|före"
    r"|stu|bort|mitt)?(?:dag(?:en|ar|ars|s|arna)?)$"
    r"|(?:underrättelse|års?redovisning|elev|skol)?redovisning(?:en)?$|information(?:en)?$|(?:barn"
    r"|vuxen|grund|lärar)?utbildning(?:en|s)?$|vecka[n]?$|(?:natur|rätt|matur|kul|kon|struk|lit"
    r"|tempera|lek)tur(?:en)?$|råd(?:et)?$|forum$|cirkel$|(?:hu|till|in|o|ut|ned)?lopp(?:et)?$"
    r"|läsning(?:en)?$|om?fest|handledning(?:en)?$|förut|\w*verksamhet|dialog(?:en)?$"
    r"|genomgång(?:en)?$",
    re.IGNORECASE,
)
VERB = swedish(
    r"\b(?:träffas|möts|ses|sammanträder|samlas|genomförs|hålls|äger rum|arrangeras|anordnas|ordnas"
    r"|ordnar|arrangerar|bjuder in till|invigs|startar igen|börjar kl|inleds|blir|sker|infaller"
    r"|planeras till|är planerad|går av stapeln|har möte|har träff|har avstämning|kommer att hållas"
    r"|kommer att genomföras|ska hållas|ska genomföras|hålla|ordna|anordna|arrangera|genomföra|körs"
    r"|åker|reser|besöker|åka till|resa till)\b",
    re.IGNORECASE,
)
_DIGITAL = swedish(
    r"\b(?:(?:helt |fortfarande |blir )?(?P<place>digitalt(?:\s(?:via|på|i|möte via)\s(?:Teams|Zoom"
    r"|Skype|länk|Meet))?|Teams|TEAMS|Zoom|Skype|Meet|online|(?:på )?distans|via länk|webben))\b",
    re.IGNORECASE,
)
_ROOM = (
    r"(?:sal|rum|lokalen?|aulan|samma (?:plats|ställe)|[a-zåäö-]*(?:salen|hallen|stugan|planen"
    r"|badplatsen|gården|huset"
    r"|lokalen|biblioteket|skolan|kyrkan|hemmet|rummet|aulan|museet|parken|kansliet|klubben|förrådet"
    r"|centret|caféet"
    r"|restaurangen|foajén|mässen))"
)
_CALLER = r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?\s(?:[a-zåäö]+r\b|är\b)"
_IN = swedish(
    rf"(?<![\w-])(?:i|på|hos|vid|i lokalen?|plats:?|lokal:?)\s(?P<place>(?:{_ROOM}\b"
    rf"|[A-ZÅÄÖ0-9][\wåäö.:-]*)[^.;()–]*?)"
    r"(?=\s*(?:$|[.;()–!]|\s{3}|,?\s(?:kl\b|klockan|med tema|tema\b|om\s|då\b|där\b|och\s[a-zåäö]+r\b"
    r"|samt\b|för att"
    r"|tillsammans|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|den\s\d|\d)"
    rf"|,\s{_CALLER}|,\s(?:heldag|halvdag|lunch)|,\s(?!sal|rum|lokal|plan|våning|hus)[a-zåäö]))"
)
_TO = swedish(
    r"\b(?:\w*resan?|åka|åker|reser"
    r"|utflykt)\s(?:[a-zåäö]+\s){0,2}till\s(?P<place>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)"
)
_THEME = swedish(
    r"(?:\btema(?:t)?(?![a-zåäö-])(?:\s(?:är|blir))?\s?[:–-]?\s*|\bmed"
    r" tema(?:t)?\s)(?P<theme>[^.;()\n]+?)(?=\s*(?:$|[.;()]|,\s(?:kl|plats|[A-ZÅÄÖ][\w-]+\s(?:bjuder"
    r"|kallar|skickar))))",
    re.IGNORECASE,
)
_NO_THEME = swedish(r"(?:inte|ej|oklart|meddelas|kommer|bestäms|ännu|senare|ospecificera)", re.IGNORECASE)
_HOST = swedish(
    r"(?:\bvärd(?:kommun)?(?:\s(?:är|blir))?\s?[:–-]?\s*(?P<a>[A-ZÅÄÖ][\w-]+(?:\skommun)?)"
    r"|(?P<b>[A-ZÅÄÖ][\w-]+(?:\skommun)?)\s(?:är|blir)\svärd\b"
    r"|\bhos\s(?P<c>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖa-zåäö][\w-]+)?))"
)
_BODY = swedish(
    r"(?P<body>(?:[A-ZÅÄÖa-zåäö][\w-]*grupp(?:en)?\soch\s)?(?:[A-ZÅÄÖa-zåäö][\w-]*(?:grupp(?:en)?"
    r"|nämnden|nätverket|rådet|styrelsen|utskottet"
    r"|kommittén|cheferna|teamet|ledningen|forumet|delegationen|förbundet|regionen|fullmäktige"
    r"|presidiet)|Regionen|Länsstyrelsen|Skolverket|AU|SPSM|Skolinspektionen|[A-ZÅÄÖ]{3,6}|Presidiet"
    r"|Förbundet|Kommunalförbundet|Länet|Kommunen))(?P<genitive>s|:s)?(?![\w:])"
    r"(?=(?:\s(?:nästa|egna|gemensamma|kommande|första|årliga|stora))?\s(?:[\w-]*(?:möte|träff"
    r"|konferens|kurs|dag|sammanträde|avstämning|utbildning|seminarium|mässa|workshop|webbinarium"
    r"|webbkurs))|\s(?:träffas|möts|sammanträder|har (?:möte|träff|avstämning|nästa)|bjuder in|ordnar"
    r"|arrangerar|ses|samlas|tar beslut))"
)
_FOR_BODY = swedish(
    r"\b(?:möte|träff|sammanträde|avstämning)(?:t|en|et)?\s(?:för|i|med)\s(?P<body>[\w-]*(?:gruppen"
    r"|nämnden|nätverket|rådet|styrelsen|utskottet|presidiet|kommittén|cheferna)|AU)\b"
)
_NEXT = swedish(
    r"\b(?:nästa|nästkommande|kommande|därefter|vårens första|höstens första)\s[\w-]*(?:möte|träff"
    r"|sammanträde|samråd|råd|avstämning|gång|sammankomst|stämma|workshop)(?:n|na|t|en|ar)?\b",
    re.IGNORECASE,
)
_CHUNK = re.compile(r"\s*[,;–—(]\s*|\s-\s|\)\s*|\.\s+")
_NOISE = swedish(
    r"^(?:nästa|nästkommande|kommande|därefter|sedan|vi ses|det|preliminärt|prel\.?|heldag|halvdag"
    r"|förmiddag|eftermiddag|lunch till lunch|fysiskt|fysisk|plats ej klar|plats meddelas.*|samma"
    r" (?:plats|tid).*|obs!?|tid|datum|då|och|samt|ej bestämt|inget|kl)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What could be read around a date, each None where nothing is said."""

    what: str | None = None
    place: str | None = None
    host: str | None = None
    body: str | None = None
    theme: str | None = None


def read_fields(text: str, cast: Cast, *, listed: bool, host_first: bool = False) -> Fields:
    """Read the words around a date; the date itself has been blanked out of ``text`` with spaces.

    ``listed``: in a list of dates a bare name is a place. ``host_first``: "Hjo, Läromedel (14/2)".
    """
    theme = _theme(text)
    body = _body(text)
    if host_first and (found := _host_and_theme(text)):
        return Fields(host=found[0], theme=theme or found[1], body=body)
    place = _place(text, cast, listed)
    return Fields(what=_what(text), place=place, host=_host(text, place, cast), body=body, theme=theme)


def is_event_noun(text: str) -> bool:
    """Whether the words name something that people come together for."""
    return next(_nouns(text), None) is not None


def names_event(title: str) -> bool:
    """Whether a title holds a noun of coming together, loosely: "Utbildning" heads a list of courses."""
    return any(_NOUN.fullmatch(word) for word in _WORD.findall(title))


def _nouns(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _WORD.finditer(text) if _is_noun(match.group(), knows_lost()))


@lru_cache(maxsize=8192)
def _is_noun(word: str, lost: bool) -> bool:
    return _NOUN.fullmatch(word) is not None and _NO_NOUN.fullmatch(word) is None


def _theme(text: str) -> str | None:
    match = _THEME.search(text)
    theme = match["theme"].strip(' ,–-*"”') if match else None
    return theme if theme and not _NO_THEME.match(theme) else None


def _body(text: str) -> str | None:
    match = _BODY.search(text) or _FOR_BODY.search(text)
    if match is None:
        return None
    body = match["body"]
    if (
        body.endswith("s")
        and not body.endswith(("SMS", "ss"))
        and re.search(r"(?:gruppen|nämnden|nätverket|rådet|regionen|ledningen)s$", body)
    ):
        body = body[:-1]
    return body


def _what(text: str) -> str | None:
    if match := _NEXT.search(text):
        return match.group()
    noun = next(_nouns(text), None)
    if noun is None:
        return None
    before = re.search(
        r"((?:[A-ZÅÄÖa-zåäö][\w-]*a\s|nästa\s|gemensam\s|[A-ZÅÄÖ][\w-]+s\s|[A-ZÅÄÖ][\w-]+\s){0,2})$",
        text[: noun.start()],
    )
    after = re.match(r"\s(?:om|i|för)\s[a-zåäö][\w\s-]{2,40}?(?=\s*(?:$|[.,;()–]|\s{2}))", text[noun.end() :])
    return ((before.group() if before else "") + noun.group() + (after.group() if after else "")).strip()


def _place(text: str, cast: Cast, listed: bool) -> str | None:
    if match := _IN.search(text):
        place = match["place"].strip(" ,–-*.")
        if _is_person(place, cast):
            inner = re.search(r"\si\s(?P<place>[A-ZÅÄÖ][\w-]+)$", place)
            if inner is not None and municipalities.find(inner["place"]) is not None and not listed:
                return inner["place"]
            return "hos " + place if re.search(r"\bhos\s$", text[: match.start("place")]) else None
        if place.casefold() != "samma plats":
            house = _HOUSE_BEFORE.search(text[: match.start("place")])
            return f"{house['house']} {place}" if house else place
    if match := _TO.search(text):
        return match["place"]
    if match := _DIGITAL.search(text):
        return match["place"]
    return _bare_place(text, cast) if listed else None


_EXTENT = swedish(
    r"^(?:(?:heldag|halvdag|förmiddag|eftermiddag|lunch till lunch|fm|em|prel\.?|preliminärt)\s)+"
    r"|\s?\?$|\s(?:heldag|halvdag|fm|em)$",
    re.IGNORECASE,
)


def _bare_place(text: str, cast: Cast) -> str | None:
    """In a list: the words beside the date that are a municipality, or name a house ("Varnhems
    klostercafé").
    """
    chunks = [chunk.strip(" .*!:") for chunk in _CHUNK.split(text)]
    kept: list[str] = []
    for chunk in chunks:
        plain = re.sub(r"\s{2,}", "  ", chunk).strip()
        for piece in plain.split("  "):
            words = _EXTENT.sub("", piece.strip(" ,:*"))
            words = (
                re.sub(r"^(?:Nästa|Därefter|Sedan)\s[\w-]*\s*", "", words) if _NEXT.match(words) else words
            )
            if not words or _NOISE.match(words) or _THEME.search(words):
                continue
            if _is_place(words, cast):
                kept.append(words)
            elif kept:
                return ", ".join(kept)
    return ", ".join(kept) or None


_HOUSE_BEFORE = swedish(
    r"(?P<house>[A-ZÅÄÖ][\w-]*(?:en|et|skolan|huset|gården|salen|parken|hallen)\s(?:i|på))\s$"
)
_HOUSE = swedish(
    r"(?:skola[n]?|gymnasium|gymnasiet|hus(?:et)?|gård(?:en)?|lokal(?:en)?|central(?:en)?"
    r"|bibliotek(?:et)?|hotell(?:et)?|café(?:et)?|konferens(?:en)?|campus|centrum|center|museet"
    r"|museum|arena[n]?|salen|kyrka[n]?|hemmet|stuga[n]?|station(?:en)?|kansli(?:et)?|klubben|slottet"
    r"|teatern?|hallen|parken|förvaltningen)$",
    re.IGNORECASE,
)


def _is_place(words: str, cast: Cast) -> bool:
    if _is_person(words, cast) or len(words) > 60:
        return False
    if municipalities.find(words) is not None or _HOUSE.search(words):
        return True
    hits = municipalities.mentions(words)
    return bool(hits) and hits[0][0] == 0 and len(words.split()) <= 4 and not is_event_noun(words)


def _is_person(words: str, cast: Cast) -> bool:
    first = words.split(maxsplit=1)[0] if words.split() else ""
    return (
        bool(first)
        and first[0].isupper()
        and cast.standing(first) == "person"
        and municipalities.find(first) is None
    )


def _host(text: str, place: str | None, cast: Cast) -> str | None:
    if match := _HOST.search(text):
        name = (match["a"] or match["b"] or match["c"]).removesuffix(" kommun")
        entry = municipalities.find(name) or municipalities.find(name.split()[0])
        if entry is not None:
            return entry.name
        if match["c"] and " " in name and not _is_person(name, cast):
            return name
    for source in (place, text if place is None else None):
        for start, _, entry in municipalities.mentions(source or ""):
            if entry.kind == "municipality" and (source is place or start == 0):
                return entry.name
    return None


def _host_and_theme(text: str) -> tuple[str, str | None] | None:
    """ "Hjo, Läromedel": the municipality that receives, and the theme."""
    match = re.match(
        r"\s*(?P<host>[A-ZÅÄÖ][\w\s-]*?)\s*(?:[,:–]|\s-\s)\s*(?P<theme>[^()]*?)\s*[,(]?\s*\)?\s*$", text
    )
    bare = re.match(r"\s*(?P<host>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)\s*\(?\s*\)?\s*$", text)
    found = match or bare
    entry = municipalities.find(found["host"]) if found else None
    if entry is None:
        return None
    theme = match["theme"].strip(" ,–-") if match else ""
    theme = re.sub(r"^tema:?\s+", "", theme, flags=re.IGNORECASE)
    return entry.name, theme if theme and not _NO_THEME.search(theme) else None
