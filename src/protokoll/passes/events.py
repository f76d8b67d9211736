"""Events: next meetings, lists of coming dates, and what others arrange, each a date that is still to
come.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from protokoll import dates
from protokoll.dates import Found
from protokoll.draft import Draft
from protokoll.outline import Block, Outline
from protokoll.passes.date_tables import read_date_tables
from protokoll.records import Event
from protokoll.sayings import event_fields, settling
from protokoll.sayings.actors import Cast, cast_of
from protokoll.sayings.conveners import find_convener
from protokoll.sayings.event_lines import (
    MOST,
    VERB,
    clause_of,
    host_leads,
    leads,
    leads_or_ends,
    lines_of_dates,
    merged,
    school_year,
    segments,
)
from protokoll.sayings.marks import title_kind
from protokoll.sayings.parts import Part, parts_of, sentences_of
from protokoll.words import vocabulary
from protokoll.words.swedish import swedish

_NOT_BEFORE = swedish(
    r"(?:\b(?:senast|före|innan|deadline:?|sista (?:dag|anmälningsdag|ansökningsdag)(?:en)?(?: för"
    r" [\w ]{3,20})?(?: är)?|fr\.?o\.?m\.?|från och med|t\.?o\.?m\.?|till och med|från|sedan|gäller"
    r" till|löper ut|löper till|till den|anmäl(?:an|ning)?(?: senast)?|klart?|inom|per den|"
    r"remisstid(?:en)?[\w ]{0,16}|tidsperiod(?:en)?|period(?:en)?|öppet|stängt|justering sker"
    r"|justeras|protokoll(?:et)? (?:från|av)|anteckningar(?:na)? från|mötet|träffen|årsskiftet"
    r"|överklag\w+|dnr|daterad|upphör)(?:\s(?:den|är|sker|på|via|till|dock))?\s*)$",
    re.IGNORECASE,
)
_NOT_IN = swedish(
    r"\b(?:avtal(?:et|stid)?|gäller|löper|upphör|uppsägning|ansökningstid(?:en)?|ansökan|remiss(?:en"
    r"|tid)|tidplan|håller (?:öppet|stängt)|stängt?|stänger|öppet|budget(?:en)?|faktur\w+|betala\w*"
    r"|hyra[n]?|slutar|tillträder|anställ\w+|börjar sin tjänst|ställs in|inställ[dt]|utgår|flyttas"
    r" från|lagen|ny blankett|fastställ[dt]|antagen|reviderad|pengar|söka|svarstid\w*|pressmeddelande)\b",
    re.IGNORECASE,
)
_CANCELLED = swedish(r"\b(?:ställs in|inställ[dt]|utgår|inget möte|blir inte av)\b", re.IGNORECASE)
_DEADLINE = swedish(r"\b(?:senast|deadline|anmäl(?:an|ning|er|ningsdag)?|osa|sista dag)\b", re.IGNORECASE)
_SETTLED = swedish(
    r"\b(?:beslutade|beslöt|enades|bestämde|beslutades|kom överens|bestämdes|föreslogs|planerades"
    r"|bokades|överens|valde|datumet blev)\b",
    re.IGNORECASE,
)
_SEASON_TITLE = swedish(
    r"(?:\W*(?:vår|höst)(?:en|terminen)?\W*(?:20)?\d\d\W*|\W*(?:läsåret|verksamhetsåret)\s[\d/–-]+\W*"
    r"|\W*20\d\d\W*|(?:januari|februari|mars|april|maj|juni|augusti|september|oktober|november"
    r"|december)(?:\s20\d\d)?\W*)$",
    re.IGNORECASE,
)
_THEME_LINE = swedish(
    r"^(?:(?:rubrik|tema|innehåll|program|ämne)\s?[:–-]\s*)(?P<theme>.+?)\.?$", re.IGNORECASE
)


def read(outline: Outline, draft: Draft) -> None:
    """Add every event ahead of the document.

    A charter's standing dates and the meeting's own day are none.
    """
    if draft.get("kind") == "charter":
        return
    finder = _Finder(outline, draft)
    finder.run()
    for event in finder.events:
        draft.add("events", event)


@dataclass(slots=True)
class _Whereabouts:
    """What the lines so far say about the dates to come."""

    base: date | None
    listed: bool = False
    heading: str | None = None
    start: str | None = None  # a clock time that a line above said of all the days below it


class _Finder:
    def __init__(self, outline: Outline, draft: Draft) -> None:
        self.outline = outline
        self.draft = draft
        self.cast: Cast = cast_of(outline, draft)
        self.own = draft.get("date")
        self.meeting = dates.settled(self.own)
        self.own_names = settling.own_names(draft.get("body"))
        self.plan = draft.get("kind") == "other"
        self.events: list[Event] = []
        self.known: dict[tuple[str | None, str | None], int] = {}  # where the event of a day and body stands
        self.open: list[
            int
        ] = []  # events of the block or heading just read: later sentences may say more of them
        self.title = ""
        self.titled = False  # the last events stand in an item's heading
        self.meeting = self.meeting or school_year(outline)
        self.where = _Whereabouts(self.meeting)

    def run(self) -> None:
        """Read headings, tables and blocks in reading order."""
        tabled = read_date_tables(self.outline, self.draft, self.meeting, self.cast)
        for event in tabled.events:
            self.known.setdefault((event.date, event.body), len(self.events))
            self.events.append(event)
        by_item: dict[int | None, list[Part]] = {}
        for part in parts_of(self.outline, self.draft):
            by_item.setdefault(part.item, []).append(part)
        for item in (None, *range(len(self.outline.items))):
            self._item(item)
            for part in by_item.get(item, ()):
                if part.block.index not in tabled.blocks:
                    self._part(part)

    def _item(self, item: int | None) -> None:
        self.open, self.titled, self.title = [], False, ""
        self.where = _Whereabouts(self.meeting)
        if item is None:
            return
        span = self.outline.items[item]
        self.title = span.title
        if _SEASON_TITLE.match(span.title):
            self.where = _Whereabouts(dates.term_base(span.title) or self.meeting, True, None)
        elif title_kind(span.title) == "events":
            self.where.base = dates.term_base(span.title) or self.meeting
            self.where.listed, self.where.heading = True, re.split(r"[,:]\s|\s(?=\d)", span.title)[0]
            self._text(span.title, span.heading, 0, listed=True)
            self.titled = bool(self.open)

    def _part(self, part: Part) -> None:
        text = part.words
        if part.mark is None and len(text) < 40 and dates.may_hold_date(text) and _SEASON_TITLE.match(text):
            self.where = _Whereabouts(dates.term_base(text) or self.where.base, True, self.where.heading)
            return
        if part.mode in {"topics", "proposal", "question"} or part.box == "done":
            return
        if part.mark is not None and part.mark.kind == "events":
            term = dates.term_base(part.block.text[: part.start])
            self.where = _Whereabouts(term or self.meeting, self.where.listed, self.where.heading)
            if part.mark.alone:
                self.open = []
                return
        listed = part.mode == "events" or self.where.listed or (self.plan and not part.round)
        if part.round and not listed:
            return
        if self.titled and self.open and self._theme_below(part):
            return
        if text.rstrip().endswith(":"):
            self.where.start = dates.find_times(text)[0]
        if dates.may_hold_date(text):
            self._block(part, listed)
        elif self.open and listed:
            self._more(text)

    def _theme_below(self, part: Part) -> bool:
        """Below a heading such as "Nästa möte 1/2 i Gullspång": "Tema: …", or a short line without a verb."""
        match = _THEME_LINE.match(part.words)
        words = part.words.rstrip(".")
        short = (
            1 <= len(words.split()) <= 9
            and not re.search(r"\b\w{2,}(?:ar|er|år|är|de|te)\b(?!\w)", words.split(" ", 1)[-1].casefold())
            and not dates.may_hold_date(words)
        )
        if match is None and not (
            short and part.block.kind != "bullet" and not part.words.endswith((".", "!", "?", ":"))
        ):
            return False
        for index in self.open:
            if self.events[index].theme is None:
                self.events[index] = replace(
                    self.events[index], theme=match["theme"].strip() if match else words
                )
        return match is not None

    def _block(self, part: Part, listed: bool) -> None:
        started = False
        for sentence in lines_of_dates(sentences_of(self.outline, part)):
            if dates.may_hold_date(sentence.text):
                started |= self._text(
                    sentence.text, part.block, sentence.start, listed=listed, mark=part, fresh=not started
                )
            elif started or (self.titled and self.open and listed):
                self._more(sentence.text)

    def _more(self, text: str) -> None:
        """What a sentence without a date adds to the events before it: convener, host, theme, place."""
        fields = event_fields.read_fields(text, self.cast, listed=False)
        convener = find_convener(text, self.cast)
        start = (
            dates.find_times(text)[0]
            if re.match(r"\W*(?:tid|kl|klockan|samtliga|alla)\b", text, re.IGNORECASE)
            else None
        )
        targets = self.open[:1] if re.match(r"det första|den första", text, re.IGNORECASE) else self.open
        for index in targets:
            event = self.events[index]
            place = event.place or (fields.place if fields.host or fields.theme is None else None)
            self.events[index] = replace(
                event,
                start=event.start or start,
                convener=event.convener or convener,
                theme=event.theme or fields.theme,
                host=event.host or fields.host,
                place=place if not convener else event.place,
            )

    def _text(
        self,
        text: str,
        block: Block,
        offset: int,
        *,
        listed: bool,
        mark: Part | None = None,
        fresh: bool = True,
    ) -> bool:
        """The events of one sentence or heading; whether there were any."""
        found = [one for one in dates.find_dates(text, self.where.base) if one.iso is not None]
        found = [one for one in found if one.kind != "time"][:MOST]
        kept = [one for one in found if self._is_event(text, one, found, listed)]
        if not kept:
            return False
        if fresh:
            self.open, self.titled = [], False
        lone = [one for one in dates.find_dates(text, self.where.base) if one.kind == "time"]
        what = self._announced(mark, listed)
        for one, segment in segments(text, kept, found):
            fields = event_fields.read_fields(
                segment,
                self.cast,
                listed=listed or not VERB.search(text),
                host_first=listed and host_leads(text, one),
            )
            shared = (
                lone if len(kept) == 1 or (len(lone) == 1 and not any(other.start for other in kept)) else []
            )
            self._add(one, fields, what, text, block, offset, shared)
        return True

    def _announced(self, part: Part | None, listed: bool) -> str | None:
        """What the mark or heading over a list of dates calls them."""
        if part is not None and part.mark is not None and part.mark.kind == "events":
            word = part.mark.word
            return part.title if word.casefold() in {"datum", "tid", "när"} and part.title else word
        if part is not None and part.mode == "events" and part.heading:
            return part.heading
        return self.where.heading if listed else None

    def _add(
        self,
        one: Found,
        fields: event_fields.Fields,
        what: str | None,
        text: str,
        block: Block,
        offset: int,
        lone: list[Found],
    ) -> None:
        body = fields.body
        if body is not None and (self.own_names.mean(body) or body.casefold() in _GENERAL):
            body = None
        start = one.start or (lone[0].start if lone else self.where.start)
        line = block.line_of(offset + one.span[0])
        name = fields.what or what or (self.title if event_fields.names_event(self.title) else None)
        event = Event(
            date=one.iso,
            start=start,
            place=fields.place,
            host=fields.host,
            what=_short(name),
            body=body and _lower(body),
            convener=find_convener(text, self.cast),
            theme=fields.theme,
            line=line,
            end_line=line,
        )
        key = (event.date, event.body)
        index = self.known.get(key)
        if index is None:
            index = self.known[key] = len(self.events)
            self.events.append(event)
        else:
            self.events[index] = merged(self.events[index], event)
        self.open.append(index)

    # --- what is an event ---

    def _is_event(self, text: str, one: Found, found: list[Found], listed: bool) -> bool:
        if self._is_own_day(one) or self._is_past(text, one) or _CANCELLED.search(text):
            return False
        before = text[max(0, one.span[0] - 40) : one.span[0]]
        near = clause_of(text, one)
        if _ADOPTED.search(near):
            return False
        if _NOT_BEFORE.search(before) or (
            _DEADLINE.search(near) and not event_fields.is_event_noun(_without_deadline(near))
        ):
            return False
        if listed:
            return one.kind != "month" or leads(text, one) or event_fields.is_event_noun(text)
        if one.kind == "span" and one.first and one.last and (one.last - one.first).days > 21:
            return False
        return self._speaks_of_event(text, near, one)

    def _speaks_of_event(self, text: str, near: str, one: Found) -> bool:
        """In running text: a noun of coming together, or a verb of it, in the clause of the date."""
        if _NOT_IN.search(near):
            return False
        blank = text[: one.span[0]] + " " * (one.span[1] - one.span[0]) + text[one.span[1] :]
        noun = event_fields.is_event_noun(blank) or (
            event_fields.names_event(self.title) and len(text.split()) <= 10 and not VERB.search(blank)
        )
        verb = event_fields.VERB.search(blank) is not None
        if one.kind in {"week", "month"}:
            return (noun and (verb or leads(text, one))) or (verb and one.kind == "week")
        if self._is_noun_phrase(blank, one):
            return True  # a noun phrase with day and clock time: "Julglögg för medlemmarna 10 december kl 15"
        if _SETTLED.search(blank) and event_fields.names_event(self.title) and len(text.split()) <= 8:
            return True  # "Datum bestämdes till fredag 10 mars" under "Temadag"
        return (noun and (verb or self._has_no_other_verb(blank))) or (verb and leads_or_ends(text, one))

    def _is_noun_phrase(self, text: str, one: Found) -> bool:
        """A line without a verb: "Julglögg 10 december kl 15", "18 november dialog i skolchefsgruppen"."""
        words = len(text.split())
        if VERB.search(text) or words > 12 or one.kind not in {"day", "span"}:
            return False
        if one.start is not None:
            return text[:1].isupper() or leads(text, one)
        return 1 <= words <= 9 and leads(text, one) and one.span[1] < len(text.rstrip(" ."))

    def _rolled_far(self, text: str, one: Found) -> bool:
        """Whether a date without a year would lie nine months ahead: in running text it tells of what has
        been.
        """
        if self.meeting is None or one.first is None or one.year_given or self.where.base != self.meeting:
            return False
        return (one.first - self.meeting).days > 270 and not _AHEAD.search(text) and not self.where.listed

    def _has_no_other_verb(self, text: str) -> bool:
        """A line that is a noun phrase, or whose verb only says that the event is."""
        return not vocabulary.tells_the_past(text) or _SETTLED.search(text) is not None

    def _is_own_day(self, one: Found) -> bool:
        if self.own is None:
            return False
        return one.iso == self.own or (
            one.first is not None and one.first == self.meeting and one.kind == "day"
        )

    def _is_past(self, text: str, one: Found) -> bool:
        if self.meeting is not None and one.last is not None and one.last < self.meeting:
            return True
        if self._rolled_far(text, one):
            return True
        clause = clause_of(text, one)
        if _SETTLED.search(text) and not _SETTLED.search(text, max(0, one.span[0] - 12), one.span[0]):
            rest = text[_SETTLED.search(text).end() :]  # type: ignore[union-attr]
            return one.span[0] < len(text) - len(rest)
        if (
            re.search(r"\b(?:har|hade)\s(?:\w+\s){0,3}?\w+(?:at|it|tt|ts|ft)\b", clause)
            and not one.year_given
        ):
            return True
        return vocabulary.tells_the_past(clause) and not re.search(
            r"\b(?:blir|hålls|är|ska|kommer)\b", clause
        )


_ADOPTED = swedish(r"\b(?:fastställ[dt]|antag(?:en|et)|reviderad|beslutad av|version)\b", re.IGNORECASE)
_AHEAD = swedish(r"\b(?:nästa|kommande|blir|ska|kommer|hålls|planeras)\b", re.IGNORECASE)


_GENERAL = frozenset({"gruppen", "nätverket", "styrelsen", "rådet", "kommittén"})


def _without_deadline(text: str) -> str:
    return re.sub(r"\b(?:anmälan|anmälning\w*|osa|deadline|sista dag)\b", " ", text, flags=re.IGNORECASE)


def _short(name: str | None) -> str | None:
    return name.strip(" :*.") if name else None


def _lower(body: str) -> str:
    return body if body.isupper() or " " in body else body[0].lower() + body[1:]
