"""The right-hand side of the review page: what was read as cards, the unsure first, the plain structure in
groups.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from lagetrunt.documents.models import Record
from lagetrunt.meetings.models import Attendance, Meeting, Officer
from lagetrunt.minutes import deeds
from lagetrunt.minutes.facts import FIELDS as MEETING_FIELDS
from lagetrunt.minutes.kinds import KINDS, MEETING
from lagetrunt.minutes.marking import Mark
from lagetrunt.minutes.queries import Entry
from lagetrunt.shared.time import contract_date, long_date

GROUPS = ("attendance", "officer", "topic", "round", "item")
HERE = (Attendance.Status.PRESENT, Attendance.Status.PARTLY)


@dataclass(frozen=True)
class Seat:
    """One organisation's place in the ring: what ``{% ring %}`` draws."""

    name: str
    state: str
    words: str
    url: str = ""


@dataclass(frozen=True)
class Card:
    """One record.

    ``do`` names it in a posted act ("assignment 3f2…"); ``facts`` are (label, words, needs attention).

    ``marked`` names the lines of a card that is no record of its own.
    """

    key: str
    kind: str
    letter: str
    label: str
    quote: str
    line: int | None
    last: int | None
    do: str
    unsure: bool
    dismissed: bool
    spoken: str
    facts: list[tuple[str, str, bool]] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    reviewed: bool = False
    marked: list[int] = field(default_factory=list)

    @property
    def lines(self) -> str:
        return f"{self.line}–{self.last}" if self.last and self.last != self.line else str(self.line or "")


@dataclass(frozen=True)
class Group:
    """Records of plain structure that stand together: closed, one sentence; open, each for itself."""

    key: str
    letter: str
    label: str
    sentence: str
    cards: list[Card]
    seats: list[Seat] = field(default_factory=list)

    @property
    def line(self) -> int | None:
        return next((card.line for card in self.cards if card.line), None)

    @property
    def lines(self) -> str:
        known = [card.line for card in self.cards if card.line]
        return (
            f"{min(known)}–{max(known)}" if len(set(known)) > 1 else "".join(str(line) for line in known[:1])
        )


@dataclass(frozen=True)
class Sheet:
    """Everything at the right: cards, groups, and how many records there are and are unsure."""

    cards: list[Card]
    groups: list[Group]
    total: int
    unsure: int
    marks: list[Mark]

    @property
    def struck_lines(self) -> set[int]:
        """Lines whose every record was struck."""
        cards = [*self.cards, *(card for group in self.groups for card in group.cards)]
        return {card.line for card in cards if card.line and card.dismissed} - {
            card.line for card in cards if not card.dismissed
        }


def sheet(
    entries: Sequence[Entry], meeting: Meeting | None = None, header: dict[str, Any] | None = None
) -> Sheet:
    """The page's right-hand side from all records of the document, in the order of its lines, and from the
    facts of its meeting.
    """
    cards = [_card(f"{entry.kind.letter.lower()}{number}", entry) for number, entry in enumerate(entries, 1)]
    single = [card for card in cards if card.kind not in GROUPS]
    single.sort(key=lambda card: (not card.unsure, card.line or 0))
    groups = [_group(name, [c for c in cards if c.kind == name], entries) for name in GROUPS]
    marks = [
        Mark(card.key, card.letter, card.label, passage.first_line, passage.last_line, passage.quote)
        for card, entry in zip(cards, entries, strict=True)
        if (passage := entry.row.passage) and not card.dismissed
    ]
    if meeting is not None:
        facts = _meeting_card(meeting, (header or {}).get("lines") or {})
        single.append(facts)
        marks += [Mark(facts.key, "D", facts.label, line, line, "") for line in facts.marked]
    return Sheet(
        single,
        [group for group in groups if group.cards],
        len(cards),
        sum(card.unsure for card in cards),
        marks,
    )


def _card(key: str, entry: Entry) -> Card:
    row, kind = entry.row, entry.kind
    outcome = deeds.outcome(row.as_read, entry.acts)
    standing = row.standing
    return Card(
        key=key,
        kind=kind.name,
        letter=kind.letter,
        label=kind.called,
        quote=_quote(kind.name, row),
        line=row.passage.first_line if row.passage else None,
        last=row.passage.last_line if row.passage else None,
        do=f"{kind.name} {row.pk}",
        unsure=standing == Record.Standing.UNCONFIRMED,
        dismissed=standing == Record.Standing.DISMISSED,
        spoken=_spoken(row, outcome),
        facts=FACTS.get(kind.name, _no_facts)(row),
        fields=outcome.fields,
        reviewed=standing in (Record.Standing.CONFIRMED, Record.Standing.DISMISSED),
    )


def _meeting_card(meeting: Meeting, lines: dict[str, int]) -> Card:
    """When and where the meeting was: a card like the records', so that it is corrected in the same way."""
    times = "–".join(one.strftime("%H.%M") for one in (meeting.start, meeting.end) if one)
    day = (
        long_date(meeting.date)
        if meeting.date
        else contract_date(meeting.date_text)
        if meeting.date_text
        else _("dagen framgår inte")
    )
    told = [day, _("kl. %(times)s") % {"times": times} if times else "", meeting.place]
    values = (
        meeting.date or meeting.date_text,
        *(one and one.strftime("%H:%M") for one in (meeting.start, meeting.end)),
        meeting.place,
        meeting.number,
    )
    known = sorted({lines[name] for name in ("date", "start", "place") if lines.get(name)})
    return Card(
        key="mote",
        kind="meeting",
        letter="D",
        label=MEETING.called,
        quote=", ".join(filter(None, told)),
        line=min(known, default=None),
        last=max(known, default=None),
        marked=known,
        do=f"meeting {meeting.pk}",
        unsure=False,
        dismissed=False,
        spoken="",
        facts=[(_("Värd"), meeting.host.name, False)] if meeting.host else [],
        fields={
            name: str(value) if value else None for name, value in zip(MEETING_FIELDS, values, strict=True)
        },
    )


def _spoken(row: Any, outcome: deeds.Outcome) -> str:
    """What people have said of the record, in a word."""
    if row.standing == Record.Standing.DISMISSED:
        return _("struken")
    if row.standing == Record.Standing.CONFIRMED:
        return (
            _("tillagd")
            if not row.as_read
            else (_("rättad") if outcome.fields != row.as_read else _("bekräftad"))
        )
    return _("märkt i texten") if getattr(row, "explicit", False) else ""


def _quote(name: str, row: Any) -> str:
    """What the record says, in one line."""
    said = QUOTES.get(name)
    return said(row) if said else str(getattr(row, "text", "") or getattr(row, "title", ""))


def _event(row: Any) -> str:
    day = (
        long_date(row.date)
        if row.date
        else contract_date(row.date_text)
        if row.date_text
        else _("dagen framgår inte")
    )
    what = (row.what or _("datum")).rstrip(".")
    whose = f" ({row.body})" if row.body else ""
    return f"{what[:1].upper()}{what[1:]}{whose} {day}" + (f", {row.place}" if row.place else "")


def _no_facts(row: Any) -> list[tuple[str, str, bool]]:
    return []


def _assignment_facts(row: Any) -> list[tuple[str, str, bool]]:
    return [(_("Vem"), *_who(row)), (pgettext("när", "Klart"), *_due(row))]


def _who(row: Any) -> tuple[str, bool]:
    assignees = list(row.assignees.all())
    if assignees:
        return ", ".join(one.person.name if one.person else one.name for one in assignees), False
    if row.scope == "every-organisation":
        return _("alla kommuner"), False
    return (_(row.get_scope_display()), False) if row.scope == "group" else (_("ingen utsedd"), True)


def _due(row: Any) -> tuple[str, bool]:
    if row.due:
        return _("senast %(day)s") % {"day": long_date(row.due)}, False
    return (row.due_text, False) if row.due_text else (_("ingen dag satt"), True)


def _event_facts(row: Any) -> list[tuple[str, str, bool]]:
    told = (
        (_("Värd"), row.host.name if row.host else ""),
        (_("Kallar"), row.convener),
        (_("Tema"), row.theme),
        (_("Klockan"), row.start.strftime("%H.%M") if row.start else ""),
    )
    return [(label, words, False) for label, words in told if words]


def _referral_facts(row: Any) -> list[tuple[str, str, bool]]:
    return [(_("Till"), row.to_network.name if row.to_network else row.to, False)]


def _goal_facts(row: Any) -> list[tuple[str, str, bool]]:
    return [(str(number), task, False) for number, task in enumerate(row.tasks, 1)]


def _duty_facts(row: Any) -> list[tuple[str, str, bool]]:
    return [(_("Skickas till"), row.recipient, False)] if row.recipient else []


QUOTES: dict[str, Callable[[Any], str]] = {
    "attendance": lambda row: ", ".join(
        filter(None, (row.name, row.organisation.name if row.organisation else ""))
    ),
    "officer": lambda row: f"{_(row.get_role_display()).capitalize()}: {row.name}",
    "event": _event,
    "round": lambda row: f"{row.organisation.name}: {row.text}",
    "duty": lambda row: f"{row.role}: {row.text}",
    "item": lambda row: f"{row.number} {row.title}".strip(),
}
FACTS = {
    "assignment": _assignment_facts,
    "event": _event_facts,
    "referral": _referral_facts,
    "goal": _goal_facts,
    "duty": _duty_facts,
}


def _group(name: str, cards: list[Card], entries: Sequence[Entry]) -> Group:
    rows = [
        entry.row
        for entry in entries
        if entry.kind.name == name and entry.row.standing != Record.Standing.DISMISSED
    ]
    sentences = {
        "attendance": _attendance,
        "officer": _officers,
        "topic": _topics,
        "round": _round,
        "item": _items,
    }
    label, sentence = sentences[name](rows)
    seats = _seats(rows) if name == "attendance" else []
    return Group(f"g-{name}", KINDS[name].letter, label, sentence, cards, seats)


def _seats(rows: Sequence[Any]) -> list[Seat]:
    best: dict[str, Any] = {}
    for row in rows:
        if row.organisation and (row.organisation.name not in best or row.status in HERE):
            best[row.organisation.name] = row
    forms = {"present": "yes", "partly": "partly", "apologies": "no", "absent": "no"}
    return [
        Seat(name, forms[best[name].status], _(best[name].get_status_display()))
        for name in sorted(best, key=_alphabet)
    ]


def _alphabet(name: str) -> str:
    return name.casefold().translate(str.maketrans("åäö", "{|}"))


def _attendance(rows: Sequence[Any]) -> tuple[str, str]:
    seats = _seats(rows)
    here, away = (
        [s.name for s in seats if s.state in ("yes", "partly")],
        [s.name for s in seats if s.state == "no"],
    )
    if not seats:
        return _("Närvaro"), _("%(count)s personer.") % {"count": len(rows)}
    told = _("%(here)s av %(all)s närvarande.") % {"here": len(here), "all": len(seats)}
    return _("Närvaro"), " ".join(
        (told, _("Frånvarande: %(names)s.") % {"names": ", ".join(away)} if away else "")
    )


def _officers(rows: Sequence[Any]) -> tuple[str, str]:
    told = [f"{_(Officer.Role(row.role).label).capitalize()}: {row.name}." for row in rows]
    return _("Ordförande och sekreterare"), " ".join(told)


def _topics(rows: Sequence[Any]) -> tuple[str, str]:
    label = ngettext("%(count)s ämne att planera", "%(count)s ämnen att planera", len(rows)) % {
        "count": len(rows)
    }
    return label, ", ".join(row.title for row in rows)


def _round(rows: Sequence[Any]) -> tuple[str, str]:
    label = ngettext("%(count)s inlägg i laget runt", "%(count)s inlägg i laget runt", len(rows)) % {
        "count": len(rows)
    }
    return label, ", ".join(dict.fromkeys(row.organisation.name for row in rows)) + "."


def _items(rows: Sequence[Any]) -> tuple[str, str]:
    label = ngettext("%(count)s punkt", "%(count)s punkter", len(rows)) % {"count": len(rows)}
    return label, ", ".join(row.title for row in rows)
