"""Where the attendance stands: lists under "Närvarande" and "Frånvarande" in every habit, and sentences that say who was away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from protokoll.blocks import Block
from protokoll.people import Entry, read_people
from protokoll.people_words import NOBODY
from protokoll.swedish import swedish

Status = Literal["present", "absent"]

_GLUE = (
    r"(?: (?:ledamöter|medlemmar|ersättare|suppleanter|deltagare|personer|representanter|kommuner|organisationer|föreningar|var|är|gjorde|på mötet|vid mötet|vid träffen"
    r"|på träffen|under mötet|från kommunerna|på plats|via teams|på länk|digitalt|i mötet|i dag|idag|hade|har|av|från|att delta))*"
)
_PRESENT = (
    r"(?:övriga )?(?:närvarande|närvarolista|närvaro|närv\.?|deltagarlista|deltagarförteckning|deltagare|deltagande|deltog(?! (?:ej|inte))|deltar|mötesdeltagare|beslutande"
    r"|på plats|med på (?:mötet|träffen)|medverkande|(?:i|på|vid) (?:mötet|träffen) (?:deltog|deltar|var)|upprop)"
)
_ABSENT = (
    r"(?:(?:anmäl[td]a?|meddela[td]|lämnat|anmälde|inkommit med) (?:förhinder|frånvaro|återbud)|frånvarande|frånvaro|frånv\.?|(?:ej|inte|icke) (?:närvarande|deltagande|med|på plats|hörts av)"
    r"|deltog (?:ej|inte)|deltar (?:ej|inte)|förhinder|förhindrade?|återbud|saknades|saknas|uteblivna|uteblev|kunde (?:inte|ej) (?:delta|komma|vara med)|sjuka?|borta)"
)
_GROUP = (
    r"(?:(?:(?:ej|icke|inte|ordinarie) )?(?:tjänstgörande |närvarande )?(?:ledamöter|ersättare|suppleanter)|övriga|adjungerad(?:e)?(?: ledamöter)?|gäst(?:er)?|inbjud(?:na|en)|via (?:teams|länk|zoom|skype)"
    r"|på (?:distans|länk)|digitalt|online|tjänste(?:män|personer)|politiker|personal(?:representanter)?|fackliga (?:företrädare|representanter)|revisorer|föredragande|föräldrar|elever"
    r"|medlemmar|representanter|kommuner|kommunerna|från [\w ]{3,30})"
)
_HEAD = swedish(
    rf"(?:(?P<absent>{_ABSENT}{_GLUE})|(?P<present>{_PRESENT}{_GLUE})|(?P<group>{_GROUP}))"
    r"(?P<note>\s*\([^()]{0,40}\))?(?P<end>\s*[:;–](?=\s|$)|\s+-\s|\s*$|\s+)",
    re.IGNORECASE,
)
_INNER = swedish(
    rf"(?:^|(?<=[.;)\]\w])\s+)(?=(?:{_ABSENT}|{_PRESENT}|(?:Adjungerade?|Ersättare|Gäster|Övriga))(?:{_GLUE})\s?:\s)", re.IGNORECASE
)
_AWAY = swedish(
    r"\b(?:förhinder|återbud|frånvaro|frånvarande|frånvaroanmäl\w+|(?:inte|ej) (?:delta|deltog|vara med|närvara|komma|närvarande|representera\w+)|saknades|saknas|uteblev)\b",
    re.IGNORECASE,
)
_SUBJECT = swedish(
    r"^(?:.{0,80}\batt )?(?:även |också |dessutom )?(?P<who>.+?)\s+(?:hade|har|fick|är|var|meddelade|meddelat|anmälde|anmält|lämnade|lämnat|saknades|saknas|deltog|kunde|kan|uteblev)\b",
    re.IGNORECASE,
)
_FINITE = swedish(
    r"\b(?:är|var|har|hade|ska|skall|kan|kunde|bör|fick|blir|blev|vill|måste|finns|fanns|beslutade|beslutar|valdes|utsågs|hälsade|hälsar|öppnade|förklarade|godkändes|berättade"
    r"|berättar|informerade|informerar|gick|tog|kommer|presenterade|presenterar|visade|läggs|lades|antecknar|antecknade|skrev|skriver|leder|ledde)\b"
)
_META = swedish(
    r"(?:tid|plats|datum|lokal|när|var|dag|ärenden?|dagordning|agenda|program|föredragningslista|utses? (?:att justera|till justerare)|justerare|justering|underskrifter|paragrafer|§|punkt \d"
    r"|sekreterare|sekr|ordförande|ordf|vid (?:protokollet|pennan|anteckningarna))(?=$|[\s:.])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RollPart:
    """One stretch of the attendance: a block (from ``start`` to ``end`` of its text) whose people have ``status``.

    ``group`` is the organisation that stands as a heading above the names.
    """

    block: Block
    start: int
    end: int
    status: Status
    group: str | None = None


def head_of(text: str) -> tuple[Status | None, int, bool] | None:
    """The heading of a list of people at the start of ``text``: status (None for a mere group such as "Ersättare"), where the
    list begins, and whether the heading is set off (by a colon or by standing alone). None when there is no such heading.
    """
    found = _HEAD.match(text)
    if found is None:
        return None
    status: Status | None = "absent" if found.group("absent") else "present" if found.group("present") else None
    end = found.group("end").strip()
    return status, found.end(), bool(end) or found.end() >= len(text)


def is_list(text: str) -> bool:
    """Whether the text is nothing but people or organisations with their roles (or says that there are none)."""
    if not text or len(text) > 4000:
        return False
    if NOBODY.fullmatch(text):
        return True
    entries = read_people(text)
    if not entries or _FINITE.search(text):
        return False
    told = sum(len(one.name or "") + len(one.organisation or "") + len(one.role or "") for one in entries)
    told += sum(len(one.substitute_for or "") + 14 * (one.part is not None) for one in entries)
    return told * 2 >= len(text) - 8 and all(len((one.role or "").split()) <= 6 for one in entries)


class _Finder:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.parts: list[RollPart] = []
        self.status: Status | None = None
        self.group: str | None = None
        self.heads: set[int] = set()
        self.tables: dict[int, Status] = {}

    def run(self) -> None:
        for at, block in enumerate(self.blocks):
            if block.cell is not None and self._in_table(block, block.cell.table):
                continue
            if not self._opens(at, block) and not self._goes_on(at, block):
                self._away(block)
                self.status = None

    def _in_table(self, block: Block, table: int) -> bool:
        """Whether the block is a cell of a table that stands under a heading of attendance."""
        if table in self.tables:
            self.heads.add(block.index)
            return True
        above = self.blocks[block.index - 1] if block.index else None
        if self.status is None or above is None or above.index not in self.heads or above.cell is not None:
            return False
        self.tables[table] = self.status
        self.heads.add(block.index)
        return True

    def _opens(self, at: int, block: Block) -> bool:
        found = head_of(block.text)
        if found is None:
            return False
        status, start, set_off = found
        status = status or self.status or ("present" if block.text[:start].rstrip().endswith(":") else None)
        rest = block.text[start:]
        if status is None or (rest and not set_off and not is_list(rest)):
            return False
        if not rest and not self._list_below(at):
            return False
        if rest and set_off and not is_list(rest) and not read_people(rest) and not re.search(r"\d", rest):
            return False
        self.status, self.group = status, None
        self.heads.add(block.index)
        self._split(block, start if rest else len(block.text))
        return True

    def _split(self, block: Block, start: int) -> None:
        """Take the stretches of one block: "Närvarande: A, B. Frånvarande: C" are two."""
        assert self.status is not None
        cuts = [found.end() for found in _INNER.finditer(block.text, start) if found.end() > start]
        for end in [*cuts, len(block.text)]:
            if end > start:
                self._sentences(block, start, end)
            following = head_of(block.text[end:]) if end < len(block.text) else None
            if following is not None:
                self.status = following[0] or self.status
                start = end + following[1]

    def _sentences(self, block: Block, start: int, end: int) -> None:
        """One stretch; its sentences that tell who was away are absent, other sentences with a verb are left out."""
        text = block.text
        assert self.status is not None
        for found in re.finditer(r"(?:[^.]|\.(?!\s+[A-ZÅÄÖ])|(?<=\b[A-ZÅÄÖ])\.|(?<=ordf)\.|(?<=sekr)\.|(?<=ers)\.)+\.?", text[start:end]):
            piece = found.group()
            at = start + found.start()
            if _FINITE.search(piece) or _AWAY.search(piece):
                who = absent_in(piece)
                if who is not None:
                    self.parts.append(RollPart(block, at + who[0], at + who[1], "absent"))
            elif not re.match(r"\s*(?:ordförande|sekreterare|ordf|sekr)\b[^:,]*:", piece, re.IGNORECASE) or found.start() == 0:
                self.parts.append(RollPart(block, at, at + len(piece), self.status, self.group))

    def _goes_on(self, at: int, block: Block) -> bool:
        if self.status is None or block.level is not None or _META.match(block.text):
            return False
        text = block.text
        if not is_list(text) or (block.gap and not self._sure(text)):
            return False
        entries = read_people(text)
        if self._heads_names(at, entries):
            self.group = entries[0].organisation
            self.heads.add(block.index)
            self.parts.append(RollPart(block, len(text), len(text), self.status, self.group))
            return True
        if any(one.organisation for one in entries) and not any(one.name for one in entries):
            self.group = None
        self._split(block, 0)
        return True

    def _sure(self, text: str) -> bool:
        """Behind a gap only what cannot be a title goes on with the list."""
        entries = read_people(text)
        return any(one.name and (one.organisation or " " in one.name) or one.organisation and not one.name for one in entries)

    def _heads_names(self, at: int, entries: list[Entry]) -> bool:
        """Whether one organisation alone stands above names that tell no organisation of their own."""
        if len(entries) != 1 or entries[0].name or at + 1 >= len(self.blocks):
            return False
        below = self.blocks[at + 1]
        if below.gap and not entries[0].empty:
            return False
        people = read_people(below.text) if is_list(below.text) else []
        return bool(people) and all(one.name and not one.organisation for one in people)

    def _list_below(self, at: int) -> bool:
        if at + 1 >= len(self.blocks):
            return False
        below = self.blocks[at + 1]
        if below.cell is not None:
            return True
        return is_list(below.text) or head_of(below.text) is not None

    def _away(self, block: Block) -> None:
        """A sentence near the list that tells who was away ("Hjo och Tibro hade lämnat återbud")."""
        if not self.parts or block.index - self.parts[-1].block.index > 2 or not _AWAY.search(block.text):
            return
        who = absent_in(block.text)
        if who is not None:
            self.parts.append(RollPart(block, who[0], who[1], "absent"))


def absent_in(sentence: str) -> tuple[int, int] | None:
    """Where a sentence names those who were away, or None: "Köping och Kungsör hade lämnat återbud"."""
    if not _AWAY.search(sentence):
        return None
    found = _SUBJECT.match(sentence)
    if found is None or not read_people(found.group("who")):
        return None
    return found.span("who")


@dataclass(frozen=True, slots=True)
class Roll:
    """The stretches of attendance in order, the indexes of all their blocks, and the tables that stand under such a heading."""

    parts: list[RollPart]
    blocks: set[int]
    tables: dict[int, Status]


def find_roll(blocks: Sequence[Block]) -> Roll:
    """Find the attendance in these blocks."""
    finder = _Finder(blocks)
    finder.run()
    return Roll(finder.parts, finder.heads | {part.block.index for part in finder.parts}, finder.tables)
