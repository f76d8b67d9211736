"""Words of attendance lists: which are people, organisations, roles, substitutes, or parts of a meeting."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from protokoll import municipalities
from protokoll.words.given_names import is_given_name
from protokoll.words.swedish import knows_lost, swedish

Kind = Literal["name", "organisation", "role", "substitute", "capitals"]

NOBODY = swedish(
    r"[?–—\-.\s]*|(?:ingen|inga|inget|noll|n/a|vakant)(?![\w-])(?! (?-i:[A-ZÅÄÖ])).*", re.IGNORECASE
)
AWAY = swedish(
    r"(?:anmäl[td]a?|meddela[td]|lämnat)?\s*(?:förhinder|förhindrad|frånvarande|frånvaro|återbud|sjuk"
    r"|sjukanmäld|(?:ej|inte) (?:närvarande|med)|borta)\b",
    re.IGNORECASE,
)
ENVOY = swedish(
    r"(?:en |två )?(?:representant(?:er)?|repr\.?|någon|ordinarie) (?:för|från) (?=[A-ZÅÄÖ])", re.IGNORECASE
)
CLASS = swedish(
    r"(?:(?:åk|årskurs|klass|avd|avdelning|grupp|lag|hus|enhet) ?\d{1,2}\w?|\d{1,2}[A-Za-z]|F-klass)$",
    re.IGNORECASE,
)
VICE = swedish(r"\d(?::e|:a)?:?e? vice ", re.IGNORECASE)
IGNORED = swedish(
    r"(?:(?:deltog |deltar |närvarande )?via |deltog |deltar |på (?:distans|plats|länk)|digitalt?\b|teams\b"
    r"|zoom\b|skype\b|länk\b|online\b|distans\b"
    r"|delvis\b|enligt |se |hela |samtliga|alla\b|övriga\b"
    r"|m\.? ?fl\b|etc|st\b|styck|[SMCLV]$|KD$|MP$|SD$|FP$|tel\b|mobil\b|org\.?nr)",
    re.IGNORECASE,
)
_POINTS = r"§{1,2} ?\d+(?: ?[-–] ?(?:§ ?)?\d+)?(?:(?:, ?| och )(?:§{1,2} ?)?\d+(?: ?[-–] ?(?:§ ?)?\d+)?)*"
_ITEMS = r"(?:punkt(?:en|erna)?|pkt\.?|p\.?|ärende(?:t|na)?) ?\d+(?: ?[-–] ?\d+)?(?:(?:, | och )\d+)*"
_CLOCK = (
    r"(?:(?:kl\.?|klockan) ?)?\d{1,2}[.:]\d{2}(?: ?[-–] ?\d{1,2}[.:]\d{2})?"
    r"|(?:kl\.?|klockan) ?\d{1,2}(?: ?[-–] ?\d{1,2})?\b"
)
PART = swedish(
    r"(?:\b(?:deltog|deltar|närvarande|lämnade|anslöt|kom|gick|anländer|anlände) )?"
    r"(?:\b(?:ej|inte|dock ej|utom|endast|bara|under|från och med|fr\.? ?o\.? ?m\.?|from|från|till och med"
    r"|t\.? ?o\.? ?m\.?|tom|till|för|vid|efter|före|i) "
    rf")?(?:vid |under )?(?:{_POINTS}|\b{_ITEMS}|\b(?:{_CLOCK})|(?<=endast )den \d{{1,2}} [a-z]{{3,9}}"
    rf"|\bden \d{{1,2}} [a-z]{{3,9}}(?=\)))"
    r"|\b(?:del|delar|första delen|andra delen|slutet|början) av (?:mötet|träffen)|\bförsta timmen"
    r"|\bden \d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november"
    r"|december)",
    re.IGNORECASE,
)
SUBSTITUTE = swedish(
    r"(?i:(?:(?:tjänstgörande|tjg\.?|tjänstg\.?|inkallad|ordinarie) )?(?:(?:ers(?:\.|ättare|ätter|ättande)?"
    r"|suppleant(?= för)|vik(?:\.|arie|arierar)?)"
    r"(?: ?för)?:?|för|istället för|i stället för|i st\.? ?f\.?(?: för)?|ist\.? ?f(?:ör|\.)"
    r"|st\.? ?f\.?))\s+(?=[A-ZÅÄÖ])"
)
_ORGANISATION = swedish(
    r"\b(?:(?i:[\w-]*(?:kommun(?:er|en|s)?|förbund(?:et)?|förening(?:en)?|klubb(?:en)?|sällskap(?:et)?"
    r"|förvaltning(?:en)?|nämnd(?:en)?|museum|museet|bibliotek(?:et)?"
    r"|universitet(?:et)?|högskola(?:n)?|gymnasie(?:t)?|gymnasium|skola(?:n)?|församling(?:en)?"
    r"|myndighet(?:en)?|verket|styrelsen|förmedlingen|kassan|polisen|tjänsten?"
    r"|bolag(?:et)?|stiftelse(?:n)?|kansli(?:et)?|centrum|centret|landsting(?:et)?|teatern?|orkestern?"
    r"|vänner|hembygdslag|kår(?:en)?|distrikt(?:et)?|avdelning(?:en)?|byrå(?:n)?"
    r"|institut(?:et)?|akademi(?:n)?|omsorg(?:en)?|sjukhus(?:et)?|vårdcentral(?:en)?|nätverk(?:et)?"
    r"|regionen|råd(?:et)?|samfällighet(?:en)?|företag(?:et|arna)?|hushållning"
    r"|kyrka(?:n)?|campus|lärcenter|facket|kooperativ(?:et)?|fritidsgård(?:en)?|ryttare|gymnastik"
    r"|idrott(?:en)?|kultur(?:en)?|utbildning(?:en)?))"
    r"|Region|Länsstyrelsen|Polis|Komvux|Campus|AB|HB|IT|IF|IK|BK|FK|SK|OK|FF|GK|RF|SISU|ABF|LO|TCO|SKR|VGR"
    r"|GR|Vision|Kommunal|Saco|Riksteatern|Röda korset|Svenska kyrkan)$"
    r"|^(?:Region|Regionen|Länsstyrelsen|Polisen|Föreningen|Kommunalförbundet|Räddningstjänsten"
    r"|Samordningsförbundet|Nätverket|Stiftelsen|Svenska|Företagarna)\s",
)
_LOOSE = swedish(r"\b(?:om|från|annan|andra|alla|till|hos|med|är|har|av|den|det|på|vår|våra|egen|egna)\b")
_ACRONYM = swedish(r"[A-ZÅÄÖ]{2,6}$|[A-ZÅÄÖ][\w-]*-IT$")
_PARTY = frozenset("S M C L V KD MP SD FP".split())  # noqa: SIM905
_ROLE_ENDING = (
    r"(?:ordförande|ordf\.?|sekreterare|sekr\.?|kassör|rektor|chef(?:en)?|ledare|strateg|samordnare"
    r"|direktör|ledamot|ersättare|lärare|pedagog|handläggare|utredare|konsult|konsulent"
    r"|sköterska|psykolog|kurator|ombud|revisor|suppleant|adjungerad|politiker|råd|controller|ekonom|jurist"
    r"|arkitekt|ingenjör|intendent|vaktmästare|föreläsare|gäst"
    r"|student|elev|förälder|tekniker|assistent|administratör|koordinator|specialist|vd|coach|bibliotekarie"
    r"|tolk|brandman|justerare|justerande|protokollförare|vägledare"
    r"|utvecklare|rådgivare|redaktör|kommunikatör|projektledare|sammankallande|representant|värd|medlem"
    r"|antecknare|inspektör|expert|planerare|analytiker|mästare|vice|huvudman"
    r"|kontaktperson|observatör|praktikant|doktorand|forskare|professor|logoped|terapeut|fysioterapeut"
    r"|läkare|hälsovårdare|utbildare|instruktör|tränare|företrädare)"
)
_ROLE = swedish(rf"(?:[\w/.-]+ ){{0,3}}[\w/-]*{_ROLE_ENDING}(?: (?:för|i|på|vid|inom) .*)?$", re.IGNORECASE)
_ROLE_FIRST = swedish(
    rf"((?i:(?:vice |tf\.? |v\.? ?|biträdande )?[\w/-]*{_ROLE_ENDING}))\s+(?=[A-ZÅÄÖ][\w-]*(?:\s|$))"
)
_LOWER_LEAD = swedish(r"([a-zåäö][a-zåäö/ -]*?) (?=[A-ZÅÄÖ])")
_PARTICLE = frozenset("von af de der den van av la du da di dos ben bin el al zu zum ter le".split())  # noqa: SIM905
_WORD = swedish(r"\S+")
_BY_WIRE = swedish(r" (?:på|via|per) (?:telefon|länk|distans|teams|zoom|skype)$", re.IGNORECASE)
_FROM = swedish(r"(?:från|i|vid|på|för|hos)$")
_SURNAME = swedish(
    r"(?:[^\W\d_]{2,}(?:sson|sen|berg|ström|lund|qvist|kvist|gren|stedt|strand|man|löf|löv|ling|lind|dahl"
    r"|hag|fors|holm|mark|stad|ssen|bäck|sjö|ås|ek|blad|ius|ander"
    r"|én|in|ell|ård|rot|rup|skog|vall|wall|ö|ic|ić|ovic|oglu|zadeh|ski|sky|ska|nen|is|by|mo))$"
)


def is_role(text: str) -> bool:
    """Whether the words name a role and no person: "ordförande", "IKT-strateg", "rektor för Parkskolan"."""
    if text[0].islower() and text.split(None, 1)[0] not in _PARTICLE:
        return not (_LOWER_LEAD.match(text) or _FROM.match(text.split(None, 1)[0]))
    words = text.split()
    if VICE.match(text):
        return True
    if len(words) > 1 and words[1][0].isupper() and not words[0].isupper():
        return False
    return _ROLE.match(text) is not None and not is_given_name(words[0])


def organisation_of(text: str) -> str | None:
    """The plain name of the organisation that ``text`` surely names, or None. Municipalities lose "kommun"
    and the genitive.
    """
    return _organisation_of(text, knows_lost())


@lru_cache(maxsize=2048)
def _organisation_of(text: str, _lost: bool) -> str | None:
    if not text or not text[0].isupper() or len(text) > 70:
        return None
    place = municipalities.find(text)
    if place is not None:
        return place.name if place.kind == "municipality" else text
    if text in _PARTY:
        return None
    if (_ORGANISATION.search(text) and not _LOOSE.search(text)) or _ACRONYM.match(text):
        return None if is_given_name(text.split(None, 1)[0]) else text
    return None


def plain_organisation(text: str) -> str:
    """The plain name of a municipality, another organisation as written."""
    return organisation_of(text) or text


def looks_like_person(text: str) -> bool:
    """Whether capitalised words look like a person's name: a known given name, an initial, or a surname's
    ending.
    """
    words = text.split()
    if not words or len(words) > 5:
        return False
    if is_given_name(words[0].strip(".,")):
        return True
    if len(words) == 1:
        return False
    if len(words[-1]) >= 6 and municipalities.find(words[-1]) is not None:
        return False
    return len(words[-1].rstrip(".")) == 1 or bool(_SURNAME.search(words[-1]) and not words[0].endswith("s"))


def split_words(text: str) -> list[tuple[Kind, str]]:
    """Take a piece of capitalised words apart: a role in front, the name, what follows it in small
    letters.
    """
    lead = _LOWER_LEAD.match(text)
    if lead is not None and lead.group(1).split()[0] not in _PARTICLE:
        named = text[lead.end() :]
        role: list[tuple[Kind, str]] = (
            [] if lead.group(1).endswith(("na", "möter")) else [("role", lead.group(1))]
        )
        return [*role, *split_words(named)] if is_given_name(named.split()[0]) else [("role", text)]
    front = _ROLE_FIRST.match(text)
    if front is not None and not is_given_name(front.group(1)):
        return [("role", front.group(1)), *split_words(text[front.end() :])]
    end = 0
    rest_at = len(text)
    for word in _WORD.finditer(text):
        plain = word.group().strip("\"”'")
        if plain[:1].isupper() or (plain in _PARTICLE and end) or plain[:3] in ("al-", "el-"):
            end = word.end()
            continue
        rest_at = word.start()
        break
    name, rest = text[:end].strip(" \"”'"), text[rest_at:].strip()
    if not name:
        return []
    found: list[tuple[Kind, str]] = _with_place(name)
    if rest:
        found += _behind(rest)
    return found


def _with_place(name: str) -> list[tuple[Kind, str]]:
    """A name with a municipality directly behind it ("Anna Ek Hjo kommun")."""
    words = name.split()
    for size in (2, 1):
        if len(words) - size >= 2:
            place = municipalities.find(" ".join(words[-size:]))
            if place is not None:
                return [("capitals", " ".join(words[:-size])), ("organisation", " ".join(words[-size:]))]
    return [("capitals", name)]


def _behind(rest: str) -> list[tuple[Kind, str]]:
    substitute = SUBSTITUTE.match(rest)
    if substitute is not None:
        return [("substitute", rest[substitute.end() :].strip(" .:"))]
    first, _, after = rest.partition(" ")
    if _FROM.match(first) and after[:1].isupper():
        return [("organisation", _BY_WIRE.sub("", after))]
    if first in ("kommun", "kommuns"):
        return []
    return [("role", rest)]
