"""Marked lines and the headings of small parts: "Beslut:", "Uppdrag Karin:", "Ansvarig:", "Att ta upp",
"Nästa möte".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from protokoll.words import vocabulary
from protokoll.words.swedish import knows_lost, swedish

MarkKind = Literal[
    "decision", "proposal", "task", "owner", "due", "question", "topics", "events", "background"
]

_PREFIX = swedish(r"(?:[IVX]{1,5}\.\s+(?=[^\W\d])|[>=→➔➤►»•*·☐□◻⬜-]+>?\s*)+|(?=\S)")
_BOX = swedish(r"\[(?P<tick>[ xX✓]?)\]\s*")

_THINGS = (
    r"(?:punkter|frågor|ämnen|ärenden|teman|tema|saker|områden|diskussionspunkter|mötespunkter"
    r"|förslag|idéer|önskemål|sådant|att-?punkter)"
)
_TOPICS = (
    rf"(?:(?:övriga |andra |gamla )?(?:{_THINGS}\s)?(?:som\s)?(?:(?:ännu|är|ej|har)\s)*(?:inte|ej"
    rf"|icke)\s(?:(?:är|ännu|blivit|har)\s)*(?:in|tids)?(?:planer|boka|behandla|ta)[\w]*(?:\s(?:än"
    rf"|ännu|upp))*"
    rf"|(?:ännu )?oplanerad?[et]?(?:\s{_THINGS})?"
    rf"|(?:{_THINGS}\s)?att\s(?:ta upp|planera(?: in)?|återkomma till|lyfta|behandla"
    rf"|bevaka)(?:\s(?:framöver|senare|längre fram|i framtiden|framåt|igen|på sikt|någon"
    rf" gång))?(?:\s(?:vid|på|till|under|inför)\s[\w\s]{{3,40}})?"
    rf"|(?:framtida|senare|parkerade|kvarstående|vilande|uppskjutna|kommande|väntande|återstående"
    rf"|obehandlade)\s(?:{_THINGS})(?:\s(?:att ta upp|framöver))?"
    rf"|{_THINGS}\s(?:framöver|för framtiden|på sikt|framåt|i kö|(?:på|i)\s(?:vänt|hög)|som (?:fick"
    rf" vänta|får vänta|väntar"
    rf"|parkeras|återstår|parkerats|ligger kvar|kvarstår)(?:[\w\s]{{0,30}})?"
    r"|(?:till|inför|för|på|vid) (?:kommande|framtida|senare|nästa|andra|höstens|vårens)(?: (?:möten?"
    r"|träff(?:ar)?|tillfällen?|år|termin))?)"
    r"|(?:på\s)?önskelista(?:n)?|(?:har\s)?(?:inte|ej)\shunnit(?:s)?(?:\smed)?[\w\s]{0,30}"
    r"|(?:vi\s)?spara(?:r|s)?(?:\svi)?\still\s(?:senare|nästa gång|framtiden)|parkering(?:en"
    r"|s?plats(?:en)?|slista)?|parkera[ts]?(?:\s(?:till|för|inför)\s[\w\s]{3,40})?"
    r"|parkerat|p-plats(?:en)?|backlog|idébank(?:en)?|idélista|ämnesbank|ej behandlat|ännu ej"
    r" planerat"
    r"|inplaneras senare|planeras senare|tas upp (?:senare|framöver|längre fram))"
)
_MEETINGS = (
    r"(?:möten?|mötestid(?:er)?|mötesdatum|träff(?:ar)?|nätverksträff(?:ar)?|sammanträden?|samråd|råd"
    r"|sammankomst(?:er)?|datum|tid(?:er)?|händelser|aktiviteter|avstämning(?:ar)?|styrelsemöten?"
    r"|tillfällen?|konferens(?:er)?)"
)
_EVENTS = (
    rf"(?:(?:nästa|nästkommande)\s(?:[\w-]*(?:möte|träff|sammanträde|gång|avstämning|råd|sammankomst"
    rf"|samråd|tillfälle|stämma|workshop))(?:\soch avslut\w*)?"
    rf"|(?:datum|tid(?:er)?|dag|plats|tid och plats)\sför\s(?:nästa|kommande|årets|höstens|vårens)\s[\w-]+"
    rf"|(?:nästkommande|kommande|planerade|framtida|övriga|höstens|vårens|årets|återstående|nya|beslutade"
    rf"|bokade)\s{_MEETINGS}(?:\s(?:och innehåll|20\d\d|hösten|våren|framåt|under \w+|i höst|i"
    rf" vår))*(?:\s20\d\d)?"
    r"|mötes(?:datum|tider|dagar|plan|schema)(?:\s[\w\s/-]{2,20})?|sammanträdes(?:tider|dagar|datum"
    r"|plan)(?:\s[\w\s/-]{2,20})?|(?:möten|träffar|datum|tider|sammanträden)(?:\s(?:våren|hösten|vt|ht|läsåret|framåt"
    r"|framöver|20\d\d)[\w\s/-]{0,12})?"
    r"|[\w-]+datum(?:en)?(?:\s(?:våren|hösten|vt|ht|läsåret))?(?:\s20\d\d)?"
    r"|(?:hösten|våren|sommaren|vintern)(?:\s20\d\d)?|framöver|(?:vårens|höstens"
    r"|årets)\sövriga\s[\w]+|årshjul(?:et)?"
    r"|kalender(?:n|ium|iet)?|på gång|kommande|framåt|boka(?: in)?(?: redan nu)?|save the date"
    r"|(?:andra|viktiga|övriga|fler|fasta|externa) datum|att boka in|aktuella datum|datum att"
    r" (?:minnas|komma ihåg|boka))"
)
_PROPOSAL = (
    r"(?:förslag(?:et)?(?: till (?:beslut|yttrande))?|yrkanden?|reservation(?:er)?"
    r"|protokollsanteckning(?:ar)?"
    r"|(?:au|arbetsutskottet|presidiet|styrelsen|beredningen|ordföranden)(?:s)? förslag(?: till beslut)?"
    r"|särskilt yttrande|motivering|skäl(?:en)? för beslut(?:et)?|beslutsunderlag|beslutsgång"
    r"|proposition(?:sordning)?|omröstning|motion(?: \d+)?)"
)
_DECISION = (
    r"(?:beslut(?:et|ades|as)?(?: (?:i frågan|nr \d+|\d+|§ ?\d+))?|(?:[\w-]+ ){0,4}[\w-]+s beslut"
    r"|(?:[\w-]+s )?överenskommelse(?:r)?|överenskom(?:s|met)|rekommendation(?:er)?"
    r"|(?:[\w-]+s )?ställningstagande|mötet beslutar|enighet om)"
)
_TASK = (
    r"(?:uppdrag(?:et)?|att göra(?:-lista)?|åtgärd(?:er)?|aktivitet(?:er)?|action(?:s|points?)?|ap|todo|to do"
    r"|uppgift(?:er)?|göra|läxa|hemläxa|vem gör vad)"
)
_OWNER = r"(?:ansvarig(?:a|t)?(?: person(?:er)?)?|ansvar|utförare|uppdragstagare|vem|görs av|utförs av|ägare)"
_DUE = (
    r"(?:klart?(?: senast)?|klardatum|deadline|när|senast|slutdatum|färdigt|färdig|ska vara klart|tidpunkt"
    r"|sista dag)"
)
_QUESTION = (
    r"(?:fråg(?:a|an|or|orna)|återkoppling|förslag|skrivelse|ärende|hemställan|fråga vidare|frågor vidare)"
    r"\s(?:vidare\s)?(?:till|för)"
)
_BACKGROUND = (
    r"(?:bakgrund(?:en)?|ärende(?:t)?|ärendebeskrivning|sammanfattning|diskussion(?:en)?|information"
    r"|notering(?:ar)?|överläggning(?:en)?|redovisning|beredning|inledning|anteckning(?:ar)?|expedieras"
    r"|bilag(?:a|or)|jäv)"
)
_WORDS: tuple[tuple[MarkKind, str], ...] = (
    ("proposal", _PROPOSAL),
    ("decision", _DECISION),
    ("task", _TASK),
    ("owner", _OWNER),
    ("due", _DUE),
    ("question", _QUESTION),
    ("topics", _TOPICS),
    ("events", _EVENTS),
    ("background", _BACKGROUND),
)
_MARK = swedish(
    r"[*_]{0,3}(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS) + r")(?![\w-])"
    r"(?P<extra>[^:\n*?.!]{0,60}?)[*_]{0,3}\s?(?P<colon>:|(?:\s[–-](?=\s))|(?=$))[*_]{0,3}\s*",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\s[–-]\s")
_KINDS: tuple[MarkKind, ...] = tuple(kind for kind, _ in _WORDS)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the head of a block. ``start``: where the words behind it begin (the end for a heading of
    its own).

    ``extra`` stands between the word and the colon: to whom, by whom ("Uppdrag Karin:", "Fråga till
    skolchefsgruppen:").
    """

    kind: MarkKind
    word: str
    extra: str
    start: int
    alone: bool
    colon: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the words of a line: where they begin, and a task box, empty or ticked."""

    start: int
    box: Literal["open", "done"] | None


def read_opening(text: str) -> Opening:
    """Step over arrows, stars and task boxes at the head of a line."""
    at = 0
    match = _PREFIX.match(text)
    if match and match.group() and not text.startswith("**"):
        at = match.end()
    box = _BOX.match(text, at) if text.startswith("[", at) else None
    if box is None:
        return Opening(at, None)
    return Opening(box.end(), "done" if box["tick"].strip() else "open")


def read_mark(text: str, at: int = 0) -> Mark | None:
    """The mark that begins at ``at``.

    With a colon anything may follow; without one it must be the whole line.
    """
    if len(text) - at > 70 and text.find(":", at, at + 120) < 0 and not _DASHED.search(text, at, at + 40):
        return None
    match = _MARK.match(text, at)
    if match is None:
        return _loose_topics(text, at)
    kind = next(one for one in _KINDS if match[one] is not None)
    extra, colon = match["extra"].strip(" ()*_"), (match["colon"] or "").strip()
    alone = match.end() >= len(text.rstrip())
    fits = colon == ":" or kind in {"decision", "task"} if colon else alone and not extra
    if not fits or not _extra_fits(kind, extra):
        return None
    return Mark(kind, match[kind], extra, match.end(), alone, bool(match["colon"]))


_LATER = swedish(
    r"\b(?:(?:inte|ej)\s(?:\w+\s){0,2}(?:hunn|hann|plane|inplan|behandl|tag|bok|hanter|uppstart|påbörj|diskut|avgj)|parker|väckta|på\svänt|i\skö\b|framöver|framtid"
    r"|längre\sfram|på\ssikt|senare|återkomma|kvar(?:stå|var|\b)|önsk|att\splanera|att\sta\supp|uppskjut|vilande|väntar"
    r"|till\s(?:nästa|kommande|höstens|vårens)\s)",
    re.IGNORECASE,
)
_THING = swedish(
    rf"\b(?:{_THINGS}|önskeämnen|kvar\satt\sta\supp)\b",
    re.IGNORECASE,
)

# What says by itself that things were put off, whatever they are called: "Ej hanterat", "Kvar på listan", "Sparat till hösten".
_PUT_OFF = swedish(
    r"(?:(?:ej|inte|icke|ännu\s(?:ej|inte))\s(?:\w+\s){0,2}(?:hunn|hann|planer|inplan|behandla|hantera|uppstart|påbörj|diskutera|tagits\supp)\w*"
    r"|kvar\s(?:på\slistan|att\s(?:ta\supp|planera|behandla))|spara(?:t|de|s)\still\s|uppskjut(?:et|na)\b|vilande\b"
    r"|till\s(?:kommande|framtida|senare)\s(?:möten?|träff(?:ar)?|sammanträden?|tillfällen?)\s*\((?:ej|inte|ännu)\b)",
    re.IGNORECASE,
)


def _loose_topics(text: str, at: int) -> Mark | None:
    """A label in other words that names things and puts them off: "Frågor som vi inte hunnit med:"."""
    colon = text.find(":", at, at + 80)
    end = colon if colon >= 0 else len(text)
    label = text[at:end].strip(" *_")
    if colon < 0 and (len(label.split()) > 7 or label.endswith((".", "?", "!"))):
        return None
    if "." in label or not label[:1].isupper():
        return None
    if not _PUT_OFF.match(label) and not (_THING.search(label) and _LATER.search(label)):
        return None
    start = (
        len(text) if colon < 0 else colon + 1 + len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip(" *_"))
    )
    return Mark("topics", label, "", start, start >= len(text.rstrip()), colon >= 0)


def _extra_fits(kind: MarkKind, extra: str) -> bool:
    """Whether the words between mark and colon may stand there: a question needs an addressee, others
    little.
    """
    if not extra:
        return kind != "question"
    if kind in {"task", "question"}:
        return len(extra.split()) <= 8
    if kind in {"events", "topics"}:
        return len(extra.split()) <= 4
    return kind == "decision" and len(extra.split()) <= 2


def title_kind(title: str) -> MarkKind | None:
    """What an item's or a part's title announces: topics, events, tasks, questions; None for any other
    matter.
    """
    return _title_kind(title, knows_lost())


@lru_cache(maxsize=1024)
def _title_kind(title: str, lost: bool) -> MarkKind | None:
    bare = re.sub(r"\s*\([^)]*\)", "", title).strip(" :.*_")
    mark = read_mark(bare + ":")
    if mark is None or (mark.extra and mark.kind != "question"):
        match = re.match(rf"(?:nästa|kommande)\s{vocabulary.MEETING}\b", bare, re.IGNORECASE)
        return "events" if match else None
    if mark.kind == "task" and mark.word.casefold() == "uppdraget":
        return None
    return mark.kind if mark.kind in {"topics", "events", "task", "question"} else None
