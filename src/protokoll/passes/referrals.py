"""Questions and matters sent to another body: marked, listed under such a heading, or told in a sentence."""

from __future__ import annotations

import re

from protokoll.draft import Draft
from protokoll.outline import Outline, Sentence
from protokoll.records import Referral
from protokoll.sayings import settling
from protokoll.sayings.parts import Part, parts_of, sentences_of
from protokoll.words.swedish import holds_any, swedish

_BODY = (
    r"(?P<to>(?:(?:den|det)\s)?(?:[a-zåäö]+s\s(?:[a-zåäö]+\s)?(?:nätverk|grupp|råd|kontor|avdelning"
    r"|ledning|jurister"
    r"|kansli|förvaltning)|[a-zåäö][\w-]*(?:kontoret|gruppen|nämnden|styrelsen|nätverket|rådet"
    r"|utskottet|presidiet|kommittén|teamet|kansliet|ledningen|cheferna|rektorerna|delegationen"
    r"|förbundet|regionen|staben|jurister(?:na)?|forumet|kollegiet|fullmäktige|stämman|samordnarna|strategerna"
    r"|förvaltarna|direktörerna|kommunerna)"
    r"|(?:kommunförbundet|kommunalförbundet|regionen|länsstyrelsen|skolverket|skolcheferna|rektorerna"
    r"|[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ][\w-]*(?:styrelsen|verket|gruppen|regionen|nämnden|nätverket|förbundet"
    r"|myndigheten|inspektionen|rådet|cheferna))(?:\s[A-ZÅÄÖ][\w-]+)?))\b"
)
_MATTER = (
    r"(?i:frågan|frågorna|frågeställningen|ärendet|förslaget|skrivelsen|synpunkterna|saken|detta|den"
    r"|det|dem|önskemålet|behovet|en fråga|en skrivelse|ett förslag)"
)
_SENDS = swedish(
    rf"(?<!\w)(?:{_MATTER}(?:\s(?:om|kring|gällande)\s[\w\s,-]{{2,60}}?)?\s(?:skickas|skickades|lyfts"
    rf"|lyftes|lyft|sänds|sändes|går|gick|överlämnas|överlämnades|lämnas|hänskjuts|hänsköts"
    rf"|remitteras|förs|tas|ställs|ställdes|vidarebefordras|skickas vidare|(?:ska|bör|behöver|måste"
    rf"|skall) (?:lyftas|skickas|ställas|tas|föras))(?:\s(?:vidare|upp|över))?\s(?:till|med|i|hos)"
    r"|(?:^|(?<=\?\s))(?:Skickas|Lyfts|Lyftes|Förs|Ställs|Överlämnas|Vidarebefordras)\s(?:vidare\s"
    r"|upp\s)?(?:till|med|i)"
    rf"|{_MATTER}(?:\s(?:om|kring|gällande)\s[\w\s,-]{{2,80}}?)?\s(?:skickar|lyfter|ställer|för"
    rf"|tar)\s(?:vi|nätverket|[A-ZÅÄÖ]\w+)"
    r"\s(?:vidare\s|upp\s)?(?:till|med|i)"
    rf"|(?:skickar|skickade|sänder|lyfter|lyfte|ställer|ställde|för|förde|hänskjuter|hänsköt"
    rf"|hänskjuta|remitterar|skicka|lyfta|ställa|sända|överlämna|överlämnar)\s(?:upp\s"
    rf"|vidare\s)?(?:{_MATTER})(?:\s(?:om|kring|gällande)\s[\w\s,-]{{2,60}}?)?(?:\s(?:vidare"
    rf"|upp))?\s(?:till|hos))\s{_BODY}"
)
_ADDRESSED = swedish(rf"\s(?:till|med|i|hos)\s{_BODY}")  # how every sentence of sending goes on
_GETS = swedish(
    rf"^{_BODY}\s(?:får|fick|tillfrågas om|ställs inför)\s(?:följande\s)?(?:frågan|frågorna|en fråga)\b",
    re.IGNORECASE,
)
_HINTS = (
    "fr",
    "kickas",
    "fts ",
    "lls ",
    "rendet",
    "rslag",
    "skrivelse",
    "hj",
    "remitt",
    "synpunkt",
    "nskem",
    "saken",
    "lyft",
    "behov",
)
_LEAD = swedish(
    r"^(?:(?:fråg(?:a|or|orna|an)|återkoppling|förslag)\s(?:vidare\s)?(?:till"
    r"|för)\s)(?P<to>.+?)(?:\s\([^)]*\))?[\s:]*$",
    re.IGNORECASE,
)
_ASKS = swedish(r"\?\s*$")


def read(outline: Outline, draft: Draft) -> None:
    """Add what is sent on to another body, each question once."""
    if draft.get("kind") in {"charter", "notice"}:
        return
    own = settling.own_names(draft.get("body"))
    for part in parts_of(outline, draft):
        if part.round or part.mode in {"topics", "proposal"} or part.block.cell is not None:
            continue
        to = _addressee(part)
        if to is not None and not (part.mark is not None and part.mark.alone):
            _questions(part, to, draft, outline)
        elif to is None and holds_any(part.words, _HINTS):
            _sent(part, own, draft, outline)


_TO = swedish(rf"^Till\s{_BODY}\s?:\s(?=.*\?)")


def _addressee(part: Part) -> str | None:
    """To whom a marked line or the heading above speaks."""
    if part.mark is not None and part.mark.kind == "question":
        return base_form(part.mark.extra)
    if part.mode == "question" and part.mark is None:
        match = _LEAD.match(part.heading) or _LEAD.match(part.title)
        return base_form(match["to"]) if match else None
    return None


def base_form(name: str) -> str:
    """A body's name as it is written, without genitive, article or a capital that only opens a line."""
    bare = re.sub(r"^(?:den|det|vidare till|till)\s", "", name.strip(" :()*_"), flags=re.IGNORECASE)
    bare = re.sub(r"(?<=[a-zåäö])s$", "", bare) if re.search(r"(?:en|et|na)s$", bare) else bare
    if re.match(
        r"[A-ZÅÄÖ][a-zåäö-]*(?:gruppen|nämnden|nätverket|rådet|presidiet|cheferna|styrgruppen"
        r"|utskottet|rektorerna)$",
        bare,
    ):
        return bare[0].lower() + bare[1:]
    return bare


def _questions(part: Part, to: str, draft: Draft, outline: Outline) -> None:
    """Behind a mark or in a list of questions: each sentence that asks, or the whole when none does."""
    sentences = sentences_of(outline, part)
    asking = [one for one in sentences if _ASKS.search(one.text)]
    listed = part.mark is not None or part.block.kind in {"bullet", "numbered"}
    for sentence in asking or (sentences[:1] if listed else []):
        _add(draft, part, to, sentence.text, sentence.start)


def _sent(part: Part, own: settling.OwnNames, draft: Draft, outline: Outline) -> None:
    """ "Hur ersätts deltidsbrandmän? Frågan skickas till förhandlingsdelegationen": the question, else the
    sentence.
    """
    before: Sentence | None = None
    sentences = sentences_of(outline, part)
    for number, sentence in enumerate(sentences):
        if lead := _TO.match(sentence.text):
            _add(
                draft,
                part,
                base_form(lead["to"]),
                sentence.text[lead.end() :],
                sentence.start + lead.end(),
            )
            continue
        match = (_sends(sentence.text) or _gets(sentence.text)) if holds_any(sentence.text, _HINTS) else None
        if match is not None and not own.mean(match["to"]) and "inte" not in match.group():
            follows = sentences[number + 1 :][:1] if sentence.text.endswith(":") else []
            near = [one for one in (before, *follows) if one is not None and _ASKS.search(one.text)]
            asked = near[0] if near else sentence
            _add(draft, part, base_form(match["to"]), asked.text, asked.start)
        before = sentence


def _sends(text: str) -> re.Match[str] | None:
    """ "Frågan skickas till skolchefsgruppen"."""
    return _SENDS.search(text) if _ADDRESSED.search(text) else None


def _gets(text: str) -> re.Match[str] | None:
    """ "Skolchefsgruppen får frågan …"."""
    return _GETS.match(text) if holds_any(text, ("gan", "gorna", "en fr")) else None


def _add(draft: Draft, part: Part, to: str, text: str, start: int) -> None:
    lead = len(text) - len(text.lstrip(" -–•*"))
    text = text.strip(" -–•*")
    if text:
        block = part.block
        draft.add(
            "referrals",
            Referral(
                item=part.item,
                to=to,
                text=text,
                line=block.line_of(start + lead),
                end_line=block.line_of(start + len(text) - 1),
            ),
        )
