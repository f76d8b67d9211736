"""Whether a verb is a deed to come: the lexicon's yes and no for each kind of actor."""

from __future__ import annotations

import re

from protokoll.sayings.actors import Actor
from protokoll.sayings.due import read_due
from protokoll.words import vocabulary
from protokoll.words.swedish import swedish

_DONE_TASK = swedish(
    r"\b(?:skriver|för|tar|gör|sköter)\s(?:dagens\s|mötets\s)?(?:minnes)?(?:anteckning(?:ar|arna)?"
    r"|protokoll(?:et)?)\s*[.!]?$|\b(?:hälsar|tackar|leder|avslutar|öppnar)\b.{0,40}(?:möte|välkom)",
    re.IGNORECASE,
)


def may_be_responsible(text: str, at: int, actor: Actor) -> bool:
    """Whether "ansvarar för …" at ``at`` gives this actor something to do."""
    if actor.kind in {"person", "office"}:
        return True
    if actor.kind == "maybe":
        return not text.startswith("står för", at)
    return re.match(r"(?:ansvarar för|ser till|är ansvariga? för) att\b", text[at : at + 40]) is not None


def is_deed_to_come(match: re.Match[str], actor: Actor, text: str) -> bool:
    """Whether "ska/kommer att/får …" hands out a deed to this actor."""
    verb, modal = match["verb"], match["modal"]
    if re.match(r"\s(?:inte|ej)\b", text[match.end() : match.end() + 6]) or verb in {"inte", "ej"}:
        return False
    deed = _deed_in_infinitive(verb, text[match.end() :])
    if modal in {"får", "måste", "behöver", "bör"}:
        return deed and actor.kind in {"person", "office"} and modal != "bör"
    if actor.kind == "person":
        return verb not in vocabulary.NOT_A_DEED_INFINITIVE and not verb.endswith("s")
    if actor.kind == "municipality":
        return deed and modal in {"ska", "skall"} and read_due(text[match.end() :], None).text is not None
    if actor.kind == "everyone" and modal.startswith("kommer"):
        return False
    return deed


_PARTICLE = swedish(
    r"\s(?:fram|kontakt|upp|reda på|med|ut|in|på sig|hand om|ihop|över|igenom|till|av|efter)\b"
)


def _deed_in_infinitive(verb: str, rest: str) -> bool:
    if verb in {"tänka", "ta", "se", "gå"}:
        return _PARTICLE.match(rest) is not None
    return verb in vocabulary.DEEDS_INFINITIVE


_SOUGHT = swedish(
    r"\s(?:\w+\s)?(?:tillstånd|bidrag|medel|pengar|stöd|lokal|föreläsare|upp|kontakt)", re.IGNORECASE
)
_NO_DEED = swedish(
    r"(?:reserverar\ssig|räknar\smed|anmäler\s(?:jäv|frånvaro|förhinder|intresse|sig)|tar\s(?:beslut"
    r"|emot|bort|slut|ställning|vid"
    r"|över|tid|plats|anteckning|minnesanteckning)|för\s(?:protokoll|anteckning|pennan|ordet)"
    r"|fortsätter\s(?:som|på|i|vara|att\svara)|delar\s(?:upp|denna|uppfattning|åsikt|bilden)"
    r"|håller\s(?:med|på|fast|mötet)|gör\s(?:skillnad|det\slättare|att)|ger\s(?:möjlighet"
    r"|förutsättning)|lämnar\s(?:mötet|sammanträdet|plats)|(?:lämnar|ger|gör|håller)\s(?:en\s|ett\s"
    r"|sin\s|sitt\s|kort\s){0,2}(?:\w+\s)?(?:redovisning|rapport|information|lägesrapport|lägesbild"
    r"|presentation|genomgång|sammanfattning|återblick|inledning|föredragning|bakgrund|överblick"
    r"|tillbakablick|introduktion|dragning)(?!\s(?:till|på|vid|inför|senast)\b)|ställer\sfrågan"
    r"|skriver\sprotokoll)\b",
    re.IGNORECASE,
)


def is_deed(match: re.Match[str], actor: Actor, text: str) -> bool:
    """Whether a verb in the present tense is something that the actor does next."""
    verb, at = match["verb"], match.start("verb")
    rest = text[match.end("verb") :]
    if (
        match["no"]
        or verb in vocabulary.NO_PRESENT
        or _DONE_TASK.search(text, at)
        or _NO_DEED.match(text, at)
    ):
        return False
    if verb in vocabulary.TELLING:
        return _passes_on(verb, rest)
    if actor.kind == "person":
        return _persons_deed(verb, rest)
    if _HABIT.search(rest):
        return False
    if actor.kind in {"municipality", "group"}:
        return verb in vocabulary.COMMITTING and _promises(verb, rest, actor)
    return _anyones_deed(verb, rest, actor)


def _persons_deed(verb: str, rest: str) -> bool:
    """A person's verb counts unless it is one of being; a few count only with their particle ("söker
    upp").
    """
    if verb in {"söker", "ställer", "ser", "hör", "tänker"}:
        return _PARTICLE.match(rest) is not None or (verb == "söker" and _SOUGHT.match(rest) is not None)
    if verb in {"arbetar", "jobbar", "går"}:
        return rest.startswith(" vidare med")
    return verb not in vocabulary.BEING or verb in {"lämnar", "fyller", "läser"}


def _anyones_deed(verb: str, rest: str, actor: Actor) -> bool:
    """The verb of everyone, of an office, or of a word that may be a name."""
    if actor.kind == "everyone" and _later(rest) and verb not in vocabulary.BEING:
        return True
    if actor.kind == "maybe" and verb in vocabulary.DEEDS and _BY_THEN_OR_MEETING.search(rest):
        return True
    return verb in vocabulary.COMMITTING and not (actor.kind == "maybe" and rest.startswith(" in till"))


def _later(rest: str) -> bool:
    return read_due(rest, None).text is not None


_BY_THEN_OR_MEETING = swedish(r"\b(?:senast|före|innan|till|inför)\s[\w\s]{0,24}(?:möte|träff|gång|\d)")
_HABIT = swedish(r"\b(?:alltid|ofta|brukar|sällan|vanligen|(?:den första )?varje (?:år|månad|termin))\b")
_AT_HOME = vocabulary.words(
    "läser söker svarar ordnar planerar skriver samlar tar lägger rapporterar lämnar begär anmäler"
)
OUTWARD = vocabulary.words(
    "återkommer återkopplar kontaktar undersöker kollar bjuder sammanställer samordnar bokar "
    "sammankallar mejlar mailar"
    " vidarebefordrar tillfrågar kallar meddelar"
)
_OUTWARD_PARTICLE = swedish(r"\s(?:fram|till|kontakt|upp|ut|ihop|in|med sig)\b")


def _promises(verb: str, rest: str, actor: Actor) -> bool:
    """A municipality or group promises when it comes back, sends, checks …, not when it plans or builds at
    home.
    """
    if _later(rest):
        return True
    if actor.kind == "group":
        return verb not in _AT_HOME or _OUTWARD_PARTICLE.match(rest) is not None
    if verb in OUTWARD:
        return True
    return (
        verb in {"tar", "skickar", "lägger"}
        and re.match(r"\s(?:fram|kontakt|ut|upp frågan med|med sig)\b", rest) is not None
    )


_LATER_MEETING = swedish(
    r"\b(?:vid|på|till|före|inför|tills)\s(?:den\s)?(?:nästa|kommande|mötet i|mötet den)\b"
)
_TO_A_BODY = swedish(
    r"\b(?:till|med|hos|i)\s(?:[A-ZÅÄÖ]{2,}\b|[\w-]*(?:gruppen|chefer|cheferna|nämnden|styrelsen"
    r"|ledning|ledningen|nätverket|presidiet"
    r"|rådet|förvaltning|utskottet|kommittén|stämman)\b)"
)
_SOMEBODY = swedish(
    r"\s(?!(?:om|att|hur|vad|varför|vilka|från)\b)(?:(?:dem|honom|henne|oss|er|på|hos|sin|sina|alla|övriga"
    r"|resten|samtliga|de|den)\b|[A-ZÅÄÖ]|[\w-]+(?:en|na|et|are|n)\b)"
)


_DEFERRED = vocabulary.words(
    "redovisar presenterar berättar rapporterar informerar visar meddelar lyfter föredrar "
    "sammanfattar beskriver svarar introducerar påminner"
    " kommenterar diskuterar"
)
_BY_THEN = swedish(r"\b(?:senast|före|innan|inför|klart?)\s")


def _passes_on(verb: str, rest: str) -> bool:
    """Whether telling is put off to later, or is telling somebody: a deed to come after all ("meddelar
    leverantören").
    """
    if _LATER_MEETING.search(rest) or re.search(r"\boch (?:återkommer|återkopplar|rapporterar)\b", rest):
        return True
    if verb in _DEFERRED and _BY_THEN.search(rest) and not re.match(r"\s(?:att|om|hur|vad|från)\b", rest):
        return True
    if verb in {"lyfter", "presenterar", "redovisar"}:
        return _TO_A_BODY.search(rest) is not None
    if verb == "svarar":
        return rest.startswith(" på ")
    if verb in {"pratar", "talar"}:
        return re.match(r"\smed\s(?!varandra)", rest) is not None
    return (
        verb in {"meddelar", "informerar", "påminner", "frågar", "tipsar"}
        and _SOMEBODY.match(rest) is not None
    )
