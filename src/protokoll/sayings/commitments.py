"""The grammar of future commitments: an actor, and a verb that makes the actor do something.

Swedish minutes hand out work in few ways: they commission ("får i uppdrag att …"), they use "ska", or they
simply state in the present tense what someone does next ("Karin kontaktar …"). Against it stand the verbs
of telling and being, the past tense, and whatever a municipality tells about itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protokoll.sayings import deeds
from protokoll.sayings.actors import Actor, Cast, read_actor
from protokoll.words import vocabulary
from protokoll.words.swedish import holds_any, swedish


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who (None: nobody named) is to do ``text[start:end]``. ``stated``: the sentence itself hands it out."""

    actor: Actor | None
    start: int
    end: int
    stated: bool


_ADVERB = (
    r"(?:(?:också|även|därför|sedan|nu|själv(?:a)?|då|genast|därefter|dessutom|i sin tur|fortsatt"
    r"|gärna|till nästa (?:möte|gång|träff)|gemensamt|tillsammans"
    r"|i stället|vid behov|snarast|framöver|under (?:våren|hösten|sommaren))\s)?"
)
_COMMISSIONED = swedish(
    rf"\s{_ADVERB}(?P<perfect>har (?:nu |också |även )?)?(?:får|fick|fått|ges|gavs|gets|tilldelas"
    rf"|tilldelades|tilldelats|erhåller|har)\s{_ADVERB}(?:i|till|som|ett)?\s?"
    r"(?:uppdrag(?:et)?|uppgift(?:en)?)(?P<by>\s(?:av|från)\s(?:[\w-]+\s){1,3}?)?\s?(?:att\b|:|,)?\s*",
)
_TAKEN = swedish(
    rf"\s{_ADVERB}(?:åtar sig|åtog sig|har åtagit sig|tar på sig|tog på sig|har tagit på sig|tar sig"
    rf" an|tog sig an|lovade|lovar|erbjuder sig|erbjöd sig|ombeds|ombads|uppdras|uppdrogs"
    r"|åläggs|ålades|uppmanas|uppmanades|bemyndigas|bemyndigades|delegeras|får ansvar(?:et)? för|tar"
    r" ansvar(?:et)? för|fick ansvar(?:et)? för|tog ansvar(?:et)? för|utses att|utsågs att|ska"
    r" försöka|skall försöka)"
    r"\s(?:sig\s)?(?:också\s|även\s|uppgiften\s|uppdraget\s|ansvaret\s)?(?:att\s)?",
)
_RESPONSIBLE = swedish(
    rf"\s{_ADVERB}(?=(?:ansvarar för|är (?:huvud)?ansvariga? för|ser till|tillser|håller i|håller"
    rf" ihop|står för|har ansvar(?:et)? för|har i uppgift)\s)"
)
_MODAL = swedish(
    rf"\s{_ADVERB}(?P<modal>ska|skall|kommer|kommer att|får|måste|behöver|bör)\s"
    r"(?:(?:också|även|därför|sedan|nu|själv|då|genast|i sin tur|gärna|att|försöka|börja"
    r"|tillsammans|gemensamt|fortsatt|snarast|till nästa (?:möte|gång|träff)|under (?:våren|hösten|sommaren)"
    r"|(?:senast|före) (?:den )?\d[\d/]*(?: (?:januari|februari|mars|april|maj|juni|juli|augusti"
    r"|september|oktober|november|december))?|senast v\.? ?\d+)\s){0,3}(?P<verb>[a-zåäö]{2,})\b"
)
_PRESENT = swedish(rf"\s?{_ADVERB}(?P<verb>[a-zåäö]{{2,}}r)\b(?P<no>\s(?:inte|ej|aldrig)\b)?")
_CALLED = swedish(r"\s?(?::|–|-)\s(?P<verb>[a-zåäöA-ZÅÄÖ][a-zåäö]{2,})\b(?!\s(?:inte|ej)\b)")
_PLACE = swedish(
    r",?\s(?:från|i|på|vid|hos|för|\()\s?(?:[\w&.-]+\s){0,3}?[\w&.)-]+(?=\s)"
    r"|,\s[A-ZÅÄÖ][\w-]+(?:\skommun)?,?(?=\s)"
)

_JOINT = swedish(r"\s(?:(?<=[,;:–]\s)|\(|-\s|(?:och|samt|men|så|medan|att)\s)(?=\S)")
_SETTLED_BEFORE = swedish(
    r"(?:beslut|enad|enas|eniga|bestäm|överens|kom fram till|föreslogs|klart|uppdrag)[\w\s,]{0,40}$",
    re.IGNORECASE,
)
_SETTLED_PARTS = ("besl", "ena", "enig", "best", "verens", "kom fram", "reslogs", "klart", "uppdrag")
_OVER = swedish(
    r"(?:\buppdra(?:r|s|rs)?\s(?:åt|till)|\buppdrog(?:s)?\s(?:åt|till)|\b(?:ge|ger|gav|ges|gavs|lämna"
    r"|lämnar|delegera|delegerar)(?:\s(?:åt|till|i uppdrag åt|i uppdrag till))?|\båligger|\båvilar"
    r"|\buppdrag(?:et)?\s(?:lämnas|gavs|ges|gick|går|lämnades|läggs)?\s?(?:till|åt)|\bber|\bbad"
    r"|\bbeder|\bombe(?:r|s)?|\buppmanar|\bbemyndiga(?:r|de|s)?|\bge|\bbefullmäktiga(?:r|de"
    r"|s)?)\s(?=\S)",
    re.IGNORECASE,
)
_OVER_TASK = swedish(
    r"\s(?:också\s|även\s|därför\s)?(?:(?:i|till|ett)\s?)?(?:(?:uppdrag|uppgift)(?:et"
    r"|en)?\s)?(?:\s?till [\w ]{3,30})?\s?(?:att\b|:)\s*"
)
_NOBODY = swedish(
    r"^(?:ett\s)?(?:uppdrag(?:et)?|uppgift(?:en)?)(?!\s(?:till|åt)\s(?-i:[A-ZÅÄÖ]))(?:\s(?:till|inför|före"
    r"|vid)\s[\w\s-]{3,50}?)?(?:\s(?:är|blir))?\s?(?::|att)\s+",
    re.IGNORECASE,
)
_TO_BE_DONE = swedish(
    r"\b(?P<modal>ska|skall|måste|behöver)\s(?:(?:också|även|därför|nu|först|snarast|vi)\s)?"
    r"(?P<verb>[a-zåäö]{3,}as|(?:ut|in|iväg|upp)(?=\s|\.)|ses över|tas fram|ses om|gås igenom|läggas?"
    r" (?:ut|upp)|göras"
    r"|köpas|sändas|skrivas|sättas upp)\b"
)
_FRONT = swedish(
    r"(?:till|inför|under|efter|före|innan|senast|i|därefter|sedan|nu|dessutom|vidare|samtidigt|på"
    r"|vid|den|från|för|eftersom|därför|framöver|som|här|istället|genom|parallellt|imorgon|nästa"
    r"|\d)\b",
    re.IGNORECASE,
)
_INVERTED = swedish(
    r"(?<=\s)(?P<verb>[a-zåäö]{2,}r|ska|skall)\s(?=[A-ZÅÄÖ@]|alla\b|samtliga\b|varje\b|var och\b"
    r"|respektive\b|ordf|sekr|kass|[\w-]*(?:gruppen|presidiet|kansliet|styrelsen)\b)"
)
_SUBORDINATE = swedish(
    r"\b(?:att|som|om|när|då|vad|hur|vilka|eftersom|innan|medan|tills)\s[^,]*$", re.IGNORECASE
)


def read_commitments(text: str, cast: Cast, *, open_verbs: bool = True) -> list[Commitment]:
    """The commitments of one sentence, in order, not overlapping.

    ``open_verbs``: plain present tense counts.
    """
    found: list[Commitment] = []
    for commitment in _clauses(text, cast, open_verbs):
        if found:
            last = found.pop()
            head = commitment.actor.start if commitment.actor else commitment.start
            found.append(Commitment(last.actor, last.start, _before_joint(text, head), last.stated))
        found.append(commitment)
    if not found:
        found = [
            *_handed_over(text, cast),
            *_by_agent(text, cast),
            *(_turned(text, cast) if open_verbs else ()),
        ][:1]
    return found


_SOMEBODY_MUST = swedish(r"Någon\s(?:av oss\s)?(?:måste|bör|behöver|ska|skall)\s[a-zåäö]+")
_MATTER = swedish(
    r"(?:Uppdraget|Det|Detta|Frågan|Ärendet|Mötet|Träffen|Budgeten|Avtalet|Arbetet|Projektet|Målet)\s"
)
_DEFINITE = swedish(
    r"(?:[A-ZÅÄÖ0-9][\w-]*(?:en|et|an|na|n|t|ts|ens|ets)|(?:Den|Det|De|En|Ett|Ny|Nya|Nytt|Två|Tre)\s[\w-]+)\b"
)


def passive_task(text: str) -> bool:
    """Whether a short sentence says that something is to be done, by nobody in particular ("Listan måste
    uppdateras").
    """
    if _SOMEBODY_MUST.match(text):
        return True
    match = _TO_BE_DONE.search(text) if len(text) <= 110 and "?" not in text else None
    if match is None:
        return False
    before = re.sub(r"^[A-ZÅÄÖ][\w-]+:\s", "", text[: match.start()])
    verb = match["verb"].removesuffix("s")
    known = match["modal"] in {"måste", "behöver"} or (
        verb in vocabulary.DEEDS_INFINITIVE
        or " " in match["verb"]
        or verb in {"göra", "köpa", "skriva", "sända", "ut", "in", "iväg", "upp"}
    )
    if not _DEFINITE.match(before) or _MATTER.match(before):
        return False
    return (
        known
        and len(before.split()) <= 6
        and not _SUBORDINATE.search(before)
        and not re.match(r"(?:hur|vad|vem|om)\b", text, re.IGNORECASE)
    )


def nobody_task(text: str) -> int | None:
    """Where the task begins in "Uppdrag till nästa möte att …", which names nobody; else None."""
    match = _NOBODY.match(text)
    return match.end() if match and match.end() < len(text) else None


def infinitive_task(text: str) -> bool:
    """Whether a line is a task in the infinitive ("Boka lokal", "Ta fram en mall")."""
    word = text.split(None, 1)[0].strip("*.,:") if text.split() else ""
    return word.casefold() in vocabulary.DEEDS_INFINITIVE and len(text.split()) > 1


def _before_joint(text: str, at: int) -> int:
    head = text[:at]
    return len(re.sub(r"(?:\s(?:och|samt|men|så|medan)|[,;:–-])?\s*$", "", head))


def _clauses(text: str, cast: Cast, open_verbs: bool) -> Iterator[Commitment]:
    """Commitments whose actor opens a main clause."""
    reached = 0
    for start, end in _openings(text):
        if end < reached or (text[start:end].endswith("att ") and not _settles(text, start)):
            continue
        actor = read_actor(text, end, cast)
        if actor is None:
            continue
        task = _task(text, actor, open_verbs)
        if task is not None:
            reached = task[0]
            alone = start > 0 and len(text[task[0] :].split()) < 2
            yield Commitment(actor, 0 if alone else task[0], len(text), task[1])


def _openings(text: str) -> Iterator[tuple[int, int]]:
    """Where a main clause may begin: (where its joint with the clause before begins, and where it ends)."""
    if text[:1].strip():
        yield 0, 0
    for joint in _JOINT.finditer(text):
        yield joint.span()


def _settles(text: str, at: int) -> bool:
    before = text[max(0, at - 60) : at + 2]
    return holds_any(before, _SETTLED_PARTS) and _SETTLED_BEFORE.search(before) is not None


Task = tuple[int, bool]  # where the task begins, and whether the sentence itself hands it out


def _task(text: str, actor: Actor, open_verbs: bool) -> Task | None:
    """The task behind its actor, None when there is none. The first rule that knows the verb decides."""
    if actor.kind == "maybe" and text[actor.end : actor.end + 1] in {",", "("}:
        return None
    for at in _behind(text, actor):
        for rule in (_commissioned, _taken, _responsible, _modal, _present, _called):
            if not open_verbs and rule in {_present, _responsible}:
                continue
            known, task = rule(text, at, actor)
            if known:
                return task if task is not None and task[0] < len(text) else None
    return None


Answer = tuple[bool, Task | None]  # whether the rule knows the verb, and the task if it is one
_UNKNOWN: Answer = (False, None)


def _commissioned(text: str, at: int, actor: Actor) -> Answer:
    match = _COMMISSIONED.match(text, at)
    if match is None:
        return _UNKNOWN
    reported = match["by"] and (match["perfect"] or " har " in match.group())
    return True, None if reported else (match.end(), True)


def _taken(text: str, at: int, actor: Actor) -> Answer:
    match = _TAKEN.match(text, at)
    return (True, (match.end(), True)) if match else _UNKNOWN


def _responsible(text: str, at: int, actor: Actor) -> Answer:
    match = _RESPONSIBLE.match(text, at)
    if match is None:
        return _UNKNOWN
    return True, (match.end(), True) if deeds.may_be_responsible(text, match.end(), actor) else None


def _modal(text: str, at: int, actor: Actor) -> Answer:
    match = _MODAL.match(text, at)
    if match is None:
        return _UNKNOWN
    return True, (match.start("verb"), True) if deeds.is_deed_to_come(match, actor, text) else None


def _present(text: str, at: int, actor: Actor) -> Answer:
    match = _PRESENT.match(text, at)
    if match is None:
        return _UNKNOWN
    return True, (match.start("verb"), False) if deeds.is_deed(match, actor, text) else None


def _called(text: str, at: int, actor: Actor) -> Answer:
    """ "Hanna: skriver ihop frågorna", "Karin – boka lokal"."""
    match = _CALLED.match(text, at)
    if match is None or actor.kind not in {"person", "office", "everyone"}:
        return _UNKNOWN
    verb = match["verb"].casefold()
    deed = verb in vocabulary.DEEDS_INFINITIVE or (
        verb in vocabulary.DEEDS and verb not in vocabulary.TELLING
    )
    return True, (match.start("verb"), False) if deed else None


def _behind(text: str, actor: Actor) -> Iterator[int]:
    """Where the verb may stand: right behind the actor, or behind "från Hjo", ", Hjo kommun,"."""
    yield actor.end
    if actor.kind in {"person", "office", "maybe"} and (place := _PLACE.match(text, actor.end)):
        yield place.end()


_OVERS = (
    "uppdr",
    "ger ",
    "ge ",
    "ges ",
    "gav",
    "ligger",
    "vilar",
    "mna",
    "delegera",
    "ber ",
    "bad ",
    "beder",
    "ombe",
    "uppmana",
    "bemyndiga",
    "befull",
)


def _handed_over(text: str, cast: Cast) -> Iterator[Commitment]:
    """ "uppdra åt X att …", "ger X i uppdrag att …", "det åligger X att …"."""
    for match in _OVER.finditer(text) if holds_any(text, _OVERS) else ():
        actor = read_actor(text, match.end(), cast)
        if actor is None:
            continue
        task = _OVER_TASK.match(text, actor.end)
        if task is None or task.end() >= len(text):
            continue
        verb = match.group().casefold().split()[0]
        if verb in {"ge", "ger", "gav", "ges", "gavs", "lämna", "lämnar"} and not re.search(
            r"uppdrag|uppgift", match.group() + task.group()
        ):
            continue
        yield Commitment(actor, task.end(), len(text), True)


_AGENT = swedish(
    r"\b(?P<verb>[a-zåäö]{3,}s)(?:\s(?:fram|upp|ut|in|över|ihop|med|gemensamt|tillsammans))?\sav\s(?=\S)"
)


def _by_agent(text: str, cast: Cast) -> Iterator[Commitment]:
    """ "Synpunkter lämnas av alla senast 15 maj": the present passive with its doer, the whole sentence."""
    match = _AGENT.search(text) if "s av " in text else None
    actor = read_actor(text, match.end(), cast) if match else None
    if match is None or actor is None or actor.kind in {"maybe", "municipality"} or len(text.split()) > 22:
        return
    verb = match["verb"].removesuffix("s")
    known = bool({verb, verb + "a"} & vocabulary.DEEDS_INFINITIVE) or verb in {"gör", "läggs", "ta", "hör"}
    if verb in {"driv", "led", "äg", "styr", "finansiera", "stöd"}:
        return
    if known and not _SUBORDINATE.search(text[: match.start()]):
        yield Commitment(actor, 0, len(text), False)


_TURNING: dict[str, frozenset[str]] = {
    "person": vocabulary.DEEDS,
    "everyone": vocabulary.COMMITTING,
    "office": vocabulary.COMMITTING,
    "group": vocabulary.COMMITTING,
    "municipality": frozenset(),
}


def _turned(text: str, cast: Cast) -> Iterator[Commitment]:
    """Verb before actor, behind something in front ("Till nästa möte tar Karin fram en mall"): the whole
    sentence.
    """
    if not _FRONT.match(text):
        return
    for match in _INVERTED.finditer(text):
        if len(text[: match.start()].split()) > 12 or _SUBORDINATE.search(
            text[: match.start()].rsplit(",", maxsplit=1)[-1]
        ):
            continue
        actor = read_actor(text, match.end(), cast)
        if actor is None or actor.kind == "maybe":
            continue
        verb = match["verb"]
        if verb in {"ska", "skall"}:
            after = re.match(r"\s(?:också\s|även\s)?(?P<verb>[a-zåäö]+)\b", text[actor.end :])
            if after and after["verb"] in vocabulary.DEEDS_INFINITIVE:
                yield Commitment(actor, 0, len(text), True)
        elif verb not in vocabulary.TELLING and verb in _TURNING[actor.kind]:
            yield Commitment(actor, 0, len(text), False)
