"""When something is to be done: on a day, at a meeting, or loosely ("före sommaren", "snarast")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from protokoll import dates
from protokoll.records import DueKind
from protokoll.words import vocabulary
from protokoll.words.swedish import swedish

_WHICH = (
    r"(?:(?:det |den )?(?:nästa|nästkommande|kommande|följande|första|andra|samma|vårens|höstens|vår"
    r"|sommarens|årets|terminens|nya"
    r"|styrelsens|nätverkets|gruppens|februari|januari|mars|april|maj|juni|augusti|september|oktober"
    r"|november|december)s?\s){0,4}"
)
_MEETING = swedish(
    r"\b(?:(?:senast\s)?(?:till|tills|vid|på|inför|före|innan"
    r"|under)(?:\soch med)?\s"
    rf"{_WHICH}{vocabulary.MEETING}(?:\s(?:i\s(?:januari|februari|mars|april|maj|juni|juli|augusti"
    rf"|september|oktober|november|december|höst|vår)"
    r"|efter\s(?:jul|sommaren|påsk|nyår)|till\s(?:våren|hösten)|därefter))?|till\sdess)\b",
    re.IGNORECASE,
)
_GENERIC = swedish(
    r"\b(?:nästa|mötet|möte|träff|gång|sammanträde|samråd|dess|stämma|konferens|årsmöte)", re.IGNORECASE
)
_BARE_MEETING = swedish(rf"{_WHICH}{vocabulary.MEETING}\b", re.IGNORECASE)
_BEFORE_DAY = swedish(
    r"(?:\b(?:klar[ta]?\s(?:till|senast|före|innan|den|i|under)?|färdig[ta]?\s(?:till|senast|före)?"
    r"|deadline:?|senast|före|innan|inom|till och med|t\.?o\.?m\.?"
    r"|fram till|till|tills|i mitten av|i början av|i slutet av|under|i|den|vecka|klart:?|omkring"
    r"|runt|på)|[–-])\s*(?:klart?\s)?(?:den\s)?(?:sista\s)?$",
    re.IGNORECASE,
)
_LOOSE = swedish(
    r"\b(?:snarast(?:\smöjligt)?|omgående|så snart som möjligt|så fort som möjligt|löpande"
    r"|kontinuerligt|omedelbart|direkt efter mötet"
    r"|(?:(?:senast|före|innan|till|efter|under|inför|i god tid före|tidigt|sent)\s(?:i\s)?(?:början"
    r" av\s|slutet av\s)?(?:våren?|hösten?|sommaren?|vintern?|jul(?:en)?|påsk(?:en)?|midsommar"
    r"|årsskiftet|sportlovet|höstlovet|påsklovet|jullovet|sommarlovet|semestern?|semestrarna|terminen"
    r"|terminsslut(?:et)?|terminsstart(?:en)?|skolstart(?:en)?"
    r"|vårterminen|höstterminen|läsåret|verksamhetsåret|året|mötet|helgen|veckan|nyår|läsårets slut"
    r"|terminens (?:slut|start)|årets slut|månadsskiftet|utgången av [\w]+))"
    r"|i (?:vår|höst|sommar|vinter|veckan|eftermiddag|morgon)|nästa (?:vecka|månad|vår|höst|termin"
    r"|år)|inom (?:kort|en vecka|två veckor|\w+ (?:veckor|dagar|månader)|en månad))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    """``day``: a contract date or None; ``text`` as written; ``kind`` in the contract's words."""

    kind: DueKind = "open"
    day: str | None = None
    text: str | None = None
    start: int = 0
    end: int = 0


OPEN = Due()


def read_due(text: str, base: date | None) -> Due:
    """When the task in ``text`` is due. A meeting wins over a day inside its name ("till mötet i maj")."""
    meeting = _MEETING.search(text)
    if meeting:
        inside = next(
            (f for f in _days(text, base) if meeting.start() <= f.span[0] <= meeting.end() + 5), None
        )
        if inside is not None and inside.kind in {"day", "span"}:
            return Due(
                "meeting", inside.iso, text[meeting.start() : inside.span[1]], meeting.start(), inside.span[1]
            )
        return Due("meeting", None, meeting.group(), meeting.start(), meeting.end())
    for found in _days(text, base):
        before = _BEFORE_DAY.search(text, max(0, found.span[0] - 24), found.span[0])
        lead = found.text.casefold()
        if (
            before
            or lead.startswith("den ")
            or found.kind == "week"
            or text.rstrip(" .)").endswith(found.text)
        ):
            start = before.start() if before else found.span[0]
            return Due("day", found.iso, text[start : found.span[1]].strip(" –-"), start, found.span[1])
    loose = _LOOSE.search(text)
    if loose:
        return Due("open", None, loose.group(), loose.start(), loose.end())
    return OPEN


def read_when(text: str, base: date | None) -> Due:
    """When, from a cell or behind a mark ("Klart: nästa möte", a column "När"): the whole text says it."""
    bare = text.strip(" .")
    if not bare or bare in {"-", "–"}:
        return OPEN
    if found := next(iter(_days(bare, base)), None):
        return Due("day", found.iso, bare)
    if _BARE_MEETING.search(bare):
        return Due("meeting", None, bare)
    return Due("open", None, bare)


def _days(text: str, base: date | None) -> list[dates.Found]:
    return [found for found in dates.find_dates(text, base) if found.iso is not None]
