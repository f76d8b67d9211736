"""The kinds of record: what each is called, which row it is, how its fields become columns, and by which
words it is known again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import pgettext

from lagetrunt.charters.models import Duty, Goal
from lagetrunt.documents.models import Record
from lagetrunt.followup.models import Assignment, Decision, Referral, RoundEntry, TopicMention
from lagetrunt.meetings.models import AgendaItem, Attendance, Event, Officer
from lagetrunt.minutes.harvest import Fields
from lagetrunt.minutes.naming import Names
from lagetrunt.shared.language import pgettext_noop
from lagetrunt.shared.text import fold
from lagetrunt.shared.time import exact_day


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    ``letter`` marks its lines on the review page; ``fields`` are those a person can correct, in the words
    of the reader's contract; ``sentences``: read out of running text, so unconfirmed unless marked;
    ``words`` are what the record is known by; ``stays`` names the fields that must be equal for a changed
    passage to be the same record; ``of`` is what it hangs on.
    """

    name: str
    label: str
    letter: str
    model: type[Any]
    fields: tuple[str, ...]
    write: Callable[[Any, Fields, Names], None]
    words: tuple[str, ...]
    stays: tuple[str, ...] = ()
    sentences: bool = False
    of: str = "meeting"

    @property
    def called(self) -> str:
        """The label in the language of the page."""
        return pgettext("en post", self.label)

    def text(self, fields: Fields) -> str:
        """The folded words that this record is known by."""
        return fold(" ".join(_plain(fields.get(name)) for name in self.words))

    def group(self, fields: Fields) -> tuple[str, ...]:
        return tuple(fold(_plain(fields.get(name))) for name in self.stays)

    def quote(self, fields: Fields) -> str:
        """The words to mark in the text."""
        return next(
            (_plain(fields[name]) for name in ("text", "title", "name", "organisation") if fields.get(name)),
            "",
        )

    def standing(self, fields: Fields) -> str:
        """Certain, or unconfirmed where it was read out of a sentence without a mark."""
        unsure = self.sentences and not fields.get("explicit") and not fields.get("formal")
        return Record.Standing.UNCONFIRMED if unsure else Record.Standing.CERTAIN

    @property
    def columns(self) -> list[str]:
        """The columns that a reading and people's acts decide; a state that people handle later is none
        of them.
        """
        own = {field.name for field in self.model._meta.concrete_fields}
        return sorted(own - {"id", "state"})


def _plain(value: Any) -> str:
    return " ".join(value) if isinstance(value, list | tuple) else str(value or "")


def clock(text: str | None) -> dt.time | None:
    """A time of the contract ("09:00"), None where it is none."""
    try:
        return dt.time.fromisoformat(text or "")
    except ValueError:
        return None


def rolled(text: str | None, day: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of a date; a day whose year is open is the first such day after the meeting, when
    that has a date.
    """
    if text and text.startswith("--") and len(text) == 7 and day is not None:
        for year in range(day.year, day.year + 9):
            first, _ = exact_day(f"{year}{text[1:]}")
            if first is not None and first >= day:
                return first, None
    return exact_day(text)


def _item(row: AgendaItem, fields: Fields, names: Names) -> None:
    row.number = str(fields.get("number") or "")[:20]
    row.title = str(fields.get("title") or "")[:500]


def _attendance(row: Attendance, fields: Fields, names: Names) -> None:
    row.status = fields.get("status") or Attendance.Status.PRESENT
    row.name = str(fields.get("name") or "")[:200]
    row.person = names.person(fields.get("name"), fields.get("organisation"))
    row.organisation = names.organisation(fields.get("organisation")) or names.organisation_of(row.person)
    for column in ("role", "substitute_for", "part"):
        setattr(row, column, str(fields.get(column) or "")[:200])


def _officer(row: Officer, fields: Fields, names: Names) -> None:
    row.role = fields["role"]
    row.name = str(fields.get("name") or "")[:200]
    row.person = names.person(row.name)


def _decision(row: Decision, fields: Fields, names: Names) -> None:
    row.text = str(fields.get("text") or "")
    row.explicit, row.formal = bool(fields.get("explicit")), bool(fields.get("formal"))


def _assignment(row: Assignment, fields: Fields, names: Names) -> None:
    row.text = str(fields.get("text") or "")
    row.scope = fields.get("scope") or Assignment.Scope.UNASSIGNED
    if row.scope == Assignment.Scope.UNASSIGNED and fields.get("assignees"):
        row.scope = Assignment.Scope.NAMED
    row.due = rolled(fields.get("due"), names.day)[0]
    row.due_text = str(fields.get("due_text") or ("" if row.due else fields.get("due")) or "")[:200]
    row.due_kind = fields.get("due_kind") or Assignment.DueKind.OPEN
    if row.due and row.due_kind == Assignment.DueKind.OPEN:
        row.due_kind = Assignment.DueKind.DAY
    if not row.due and not row.due_text:
        row.due_kind = Assignment.DueKind.OPEN
    row.explicit = bool(fields.get("explicit"))


def _event(row: Event, fields: Fields, names: Names) -> None:
    row.date_text = str(fields.get("date") or "")[:40]
    row.date, row.last_date = rolled(fields.get("date"), names.day)
    row.start = clock(fields.get("start"))
    row.host = names.organisation(fields.get("host"))
    for column, length in (("place", 300), ("what", 500), ("body", 200), ("convener", 200), ("theme", 500)):
        setattr(row, column, str(fields.get(column) or "")[:length])


def _referral(row: Referral, fields: Fields, names: Names) -> None:
    row.to = str(fields.get("to") or "")[:200]
    row.to_network = names.body(row.to)
    row.text = str(fields.get("text") or "")


def _topic(row: TopicMention, fields: Fields, names: Names) -> None:
    row.title = str(fields.get("title") or "")[:500]
    row.topic = names.topic(row.title)


def _round(row: RoundEntry, fields: Fields, names: Names) -> None:
    organisation = names.organisation(fields.get("organisation") or "Okänd organisation")
    if organisation is not None:
        row.organisation = organisation
    row.text = str(fields.get("text") or "")


def _goal(row: Goal, fields: Fields, names: Names) -> None:
    row.number = str(fields.get("number") or "")[:20]
    row.title = str(fields.get("title") or "")[:500]
    row.tasks = list(fields.get("tasks") or ())


def _duty(row: Duty, fields: Fields, names: Names) -> None:
    row.role = str(fields.get("role") or "")[:200]
    row.text = str(fields.get("text") or "")
    row.recipient = str(fields.get("recipient") or "")[:254]


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "item", pgettext_noop("en post", "Punkt"), "P", AgendaItem, ("number", "title"), _item, ("title",)
        ),
        Kind(
            "attendance",
            pgettext_noop("en post", "Närvaro"),
            "N",
            Attendance,
            ("status", "name", "organisation", "role", "part"),
            _attendance,
            ("name", "organisation"),
            ("organisation",),
        ),
        Kind(
            "officer",
            pgettext_noop("en post", "Roll på mötet"),
            "N",
            Officer,
            ("role", "name"),
            _officer,
            ("role",),
            ("role",),
        ),
        Kind(
            "decision",
            pgettext_noop("en post", "Beslut"),
            "B",
            Decision,
            ("text",),
            _decision,
            ("text",),
            sentences=True,
        ),
        Kind(
            "assignment",
            pgettext_noop("en post", "Uppdrag"),
            "U",
            Assignment,
            ("text", "assignees", "scope", "due", "due_text"),
            _assignment,
            ("text",),
            sentences=True,
        ),
        Kind(
            "event",
            pgettext_noop("en post", "Datum"),
            "D",
            Event,
            ("date", "start", "place", "host", "what", "body", "convener", "theme"),
            _event,
            ("date", "what", "body", "place"),
        ),
        Kind(
            "referral",
            pgettext_noop("en post", "Fråga till annan grupp"),
            "F",
            Referral,
            ("to", "text"),
            _referral,
            ("to", "text"),
        ),
        Kind(
            "topic",
            pgettext_noop("en post", "Ämne att planera"),
            "Ä",
            TopicMention,
            ("title",),
            _topic,
            ("title",),
        ),
        Kind(
            "round",
            pgettext_noop("en post", "Laget runt"),
            "L",
            RoundEntry,
            ("organisation", "text"),
            _round,
            ("organisation", "text"),
            ("organisation",),
        ),
        Kind(
            "goal",
            pgettext_noop("en post", "Mål"),
            "M",
            Goal,
            ("number", "title", "tasks"),
            _goal,
            ("number", "title"),
            of="charter",
        ),
        Kind(
            "duty",
            pgettext_noop("en post", "Åtagande"),
            "Å",
            Duty,
            ("role", "text", "recipient"),
            _duty,
            ("role", "text"),
            ("role",),
            of="charter",
        ),
    )
}


def _facts(row: Any, fields: Fields, names: Names) -> None:
    raise TypeError("The facts of a meeting are written by facts.settle_facts.")


MEETING = Kind(
    "meeting",
    pgettext_noop("en post", "Mötets dag och plats"),
    "D",
    AgendaItem,
    ("date", "start", "end", "place", "number"),
    _facts,
    (),
)
"""What can be corrected of a meeting itself, in the same form as a record."""
