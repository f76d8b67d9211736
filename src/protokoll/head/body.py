"""What a title line says about the document: the body that met, its number and its reference."""

from __future__ import annotations

import re

from protokoll.dates import find_dates
from protokoll.layout.sections import names_matter
from protokoll.words.people import organisation_of
from protokoll.words.roll import head_of
from protokoll.words.swedish import swedish

_TYPE = (
    r"(?:(?:styrelse|sammanträdes|mötes|årsmötes|nämnds|kommitté|medlemsmötes)?protokoll(?:et|sutdrag)?"
    r"|(?:minnes|mötes|tjänste)?anteckningar(?:na)?|minnesnot(?:er)?"
    r"|kallelse(?:n)?(?: och (?:föredragningslista|dagordning))?"
    r"|föredragningslista|dagordning|agenda|inbjudan|referat|notat|noteringar|uppdragsbeskrivning(?:en)?"
    r"|uppdrag|årsplan|verksamhetsplan|konstituerande|ordinarie|extra|digitalt|nätverksträff"
    r"|(?:styrelse|års|nätverks|medlems|samverkans|arbets|grupp|projekt|styrgrupps|planerings|avstämnings"
    r"|info|information|fysiskt|sektions|klubb|enhets|personal|verksamhets|avdelnings)?(?:möte(?:t|n)?"
    r"|träff(?:en|ar)?|sammanträde(?:t|n)?)|avstämning(?:en)?"
    r"|konferens)"
)
_GLUE = (
    r"(?:fört|förda|från|vid|till|av|med|för|i|den|nr|nummer|om|på|hos|inför|kl|klockan|styrelsens"
    r"|klubbstyrelsens|nätverkets|gruppens|rådets|läsåret|tid|plats|sida|sid|datum)"
)
_FRONT = swedish(rf"^(?:[\s,.:;–—\-/|()]|{_TYPE}(?![\wåäö])|{_GLUE}(?![\wåäö])|\d+)+", re.IGNORECASE)
_BACK = swedish(
    rf"(?:[\s,.:;–—\-/|(]|(?<![\wåäö]){_TYPE}(?![\wåäö])|(?<![\wåäö]){_GLUE}(?![\wåäö])"
    rf"|(?<![\wåäö])\d+)+$",
    re.IGNORECASE,
)
_CUT = swedish(
    rf"\s*(?:,\s*|\s[–—-]\s|:\s|\s(?=(?i:{_TYPE})(?![\wåäö])))(?=(?i:{_TYPE}(?![\wåäö])|{_GLUE}(?![\wåäö])"
    rf"|\d))"
)
_GENITIVE = swedish(rf"^(?P<body>.*?\w)s\s+{_TYPE}(?![\wåäö])", re.IGNORECASE)
_BODY = swedish(
    r"(?:\b(?:IF|IK|BK|SK|FF|IFK|GIF|brf)\b|nätverk|grupp|råd(?:et)?\b|styrelse|utskott|förening|klubb"
    r"|nämnd|förbund|forum|presidi|samverkan"
    r"|samråd|team|chefer|ledare|rektor|lärare|pedagog|sköterskor|konsulent|handläggare|kommitté|sällskap"
    r"|lag(?:et)?\b|distrikt|kansli|samordn|strateg|erna\b"
    r"|råd för|krets"
    r"|församling|kår|krets|arna\b|beredning|delegation|konferens|ledning|kollegi|kooperativ|sektion"
    r"|avdelning|partnerskap|allians|bolag|stiftelse|orkester|kör\b|vänner|facket|ombud)",
    re.IGNORECASE,
)
_MET_WITH = swedish(
    r"(?:möte|träff|sammanträde)\w* (?:med|i|för) ([A-ZÅÄÖ][\w-]*(?:nätverket|gruppen|rådet|laget"
    r"|styrelsen)(?: [A-ZÅÄÖ][\w-]+)*)"
)
_NO_BODY = swedish(
    r"(?:hej\b|mötesledare|ordförande|sekreterare|justerare|värd\b|deltagare|välkom|org\.? ?nr|sida\b|tel\b"
    r"|bilag|ärenden|närvar|från:|till:|ämne:|datum:|skickat"
    r"|innehåll|bakgrund|syfte|fastställd|antagen|läsår|höst|vår\b|våren)",
    re.IGNORECASE,
)
_GENERIC = swedish(
    r"(?:nätverket|gruppen|styrelsen|rådet|föreningen|kommittén|arbetsgruppen|samverkansgruppen|styrgruppen)",
    re.IGNORECASE,
)
_NUMBER = swedish(
    r"(?P<nr>\b(?:nr|nummer|no)\b\.?:?|#|(?<=protokoll)\s|(?<=möte)\s|(?<=sammanträde)\s|(?<=träff)\s"
    r"|(?<=anteckningar)\s)\s{0,3}"
    r"(?P<number>\d{1,3}(?:\s?[/-]\s?(?:20)?\d{2}(?:[/-]\d{2})?)?)(?![\d.:]|/\d|-\d|\s?(?:jan|feb|mar|apr"
    r"|maj|jun|jul|aug|sep|okt|nov|dec|/|st\b|kl\b|–\d|20\d\d))",
    re.IGNORECASE,
)
_REFERENCE = swedish(
    r"\b(?:dnr|d\.nr|diarienr|diarienummer|ärendenr|ärendenummer)\b\.?:?\s*(?:[A-ZÅÄÖ]{1,8}[\s/:-]{1,2}){0,2}[A-ZÅÄÖ]{0,6}\d{2,4}(?:[\s/:.-]{1,2}\d{1,6}){0,3}(?:-\d+)?",
    re.IGNORECASE,
)


def number_in(text: str) -> str | None:
    """The number of the meeting or its minutes ("3/2024" in "Protokoll nr 3/2024"), or None."""
    if len(text) > 160 or not any(sign.isdigit() for sign in text):
        return None
    found = _NUMBER.search(text)
    if found is None:
        return None
    number = found.group("number")
    if "/" in number and not re.search(r"/\s?(?:\d{4}|\d{2}$)", number):
        return None
    before = text[: found.start()].casefold()
    if before.endswith(("org.", "org", "tel", "dnr", "§", "förra ", "föregående ")) or (
        not found.group("nr").strip() and _is_date(text, found)
    ):
        return None
    return number.replace(" ", "")


def _is_date(text: str, found: re.Match[str]) -> bool:
    at = found.start("number")
    return any(one.span[0] <= at < one.span[1] for one in find_dates(text) if one.kind in ("day", "span"))


def reference_in(text: str) -> str | None:
    """The diary number as written, with its "dnr", or None."""
    found = _REFERENCE.search(text) if "nr" in text or "NR" in text or "nummer" in text else None
    return " ".join(found.group().split()) if found is not None else None


def body_in(text: str, *, first: bool, labelled: bool) -> tuple[float, str] | None:
    """The body that a title line names, with how sure that is; None when the line names none."""
    if (
        len(text) > 160
        or "@" in text
        or "://" in text
        or _NO_BODY.match(text)
        or head_of(text) is not None
        or names_matter(text)
    ):
        return None
    plain = _REFERENCE.sub(" ", text)
    dates = find_dates(plain)
    late = bool(dates) and not re.search(r"[^\W\d_]{3}", _FRONT.sub("", plain[: dates[0].span[0]]))
    for one in reversed(dates):
        plain = plain[: one.span[0]] + " | " + plain[one.span[1] :]
    plain = (
        re.sub(r"\|[^|]*$", "", plain)
        if "|" in plain and not plain.lstrip().startswith("|")
        else plain.replace("|", " ")
    )
    met = _MET_WITH.search(plain)
    name = met.group(1) if met is not None else _named(plain)
    if name is None or not re.search(r"[^\W\d_]{3}", name):
        return None
    score = 1.0 + 2.0 * bool(_BODY.search(name)) + 0.8 * first + 3.0 * labelled
    if late:
        score -= 2.0
    if organisation_of(name) and not _BODY.search(name):
        score -= 1.5
    if _GENERIC.fullmatch(name):
        score -= 1.6
    elif name[:1].islower():
        score -= 0.5 if " " in name or not first else 1.4
    if re.search(r"[.!?]$", text.strip()) and not first:
        score -= 2.0
    if not first and not _BODY.search(name):
        return None
    return score, name


def _named(text: str) -> str | None:
    genitive = _GENITIVE.match(text)
    if genitive is not None:
        inner = _FRONT.sub("", genitive.group("body"))
        if inner and _BODY.search(inner):
            return inner.strip(" ,.:–-")
    body = _FRONT.sub("", text)
    cut = _CUT.search(body)
    if cut is not None and cut.start() > 3:
        body = body[: cut.start()]
    body = _BACK.sub("", body).strip(" ,.:;–—-|/(")
    if body.count(")") > body.count("("):
        body = body.rstrip(")")
    return body or None
