"""What the reader returns: frozen records, and the JSON contract made of them.

Dates are strings in the forms of the contract: ``2019-09-06``, ``--06-10`` (year not settled), a span ``2019-11-14/2019-11-15``,
a week ``2023-W41``, a month ``2020-10``. Times are ``HH:MM``. ``line`` is 1-based in the extracted text; ``page`` likewise, or None
where the source has no pages. Absent knowledge is ``None`` (one value) or an empty tuple (none found), never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

Kind = Literal["minutes", "notice", "charter", "other"]
Scope = Literal["named", "every-organisation", "group", "unassigned"]
DueKind = Literal["day", "meeting", "open"]
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing read from a document, with where it stands.

    ``end_line`` is the last line of the passage (equal to ``line`` when it fits on one).
    """

    line: int
    end_line: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Present(Record):
    """A person (or an organisation without a named person) who took part."""

    name: str | None = None
    organisation: str | None = None
    role: str | None = None
    substitute_for: str | None = None
    part: str | None = None
    resolved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent(Record):
    """A person or an organisation that was away; ``notified`` when apologies were given."""

    name: str | None = None
    organisation: str | None = None
    role: str | None = None
    notified: bool | None = None
    resolved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Record):
    """A point of the agenda, in the order of the document."""

    number: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """Something that this body settled. ``explicit``: stands behind a mark; ``formal``: a formality (agenda approved …)."""

    item: int | None = None
    text: str = ""
    explicit: bool = False
    formal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Record):
    """Something that someone is to do."""

    item: int | None = None
    text: str = ""
    assignees: tuple[str, ...] = ()
    resolved: tuple[str | None, ...] | None = None
    candidates: tuple[tuple[str, ...], ...] | None = None
    scope: Scope = "unassigned"
    due: str | None = None
    due_text: str | None = None
    due_kind: DueKind = "open"
    explicit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """A date that is to come: this body's next meeting (``body`` None) or something of others'."""

    date: str | None = None
    start: str | None = None
    place: str | None = None
    host: str | None = None
    what: str | None = None
    body: str | None = None
    convener: str | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(Record):
    """A question or proposal sent to another body."""

    item: int | None = None
    to: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """Something to be taken up, not yet planned."""

    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundEntry(Record):
    """What one organisation reported, round the table."""

    item: int | None = None
    organisation: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """An address, with its scheme."""

    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """A goal of a charter with the tasks under it."""

    number: str | None = None
    title: str = ""
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Record):
    """What a charter asks of a role, and to whom it is to be sent."""

    role: str = ""
    text: str = ""
    recipient: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread(Record):
    """A line that no pass understood."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Record):
    """A remark of the checker, numbered (``P201``)."""

    code: str = ""
    message: str = ""
    severity: Severity = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that was read from one document."""

    file: str
    sha256: str
    media_type: str
    kind: Kind = "other"
    body: str | None = None
    title: str | None = None
    number: str | None = None
    reference: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    secretary_elected: str | None = None
    adjusters: tuple[str, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    present: tuple[Present, ...] = ()
    absent: tuple[Absent, ...] = ()
    items: tuple[Item, ...] = ()
    decisions: tuple[Decision, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    events: tuple[Event, ...] = ()
    referrals: tuple[Referral, ...] = ()
    topics: tuple[Topic, ...] = ()
    round: tuple[RoundEntry, ...] = ()
    links: tuple[Link, ...] = ()
    goals: tuple[Goal, ...] = ()
    duties: tuple[Duty, ...] = ()
    unread: tuple[Unread, ...] = ()
    problems: tuple[Problem, ...] = ()
    hints: dict[str, str] = field(default_factory=dict)


def to_contract(value: Any) -> Any:
    """Turn a Reading (or any record in it) into plain JSON values, keys in the order of the contract."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_contract(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [to_contract(part) for part in value]
    if isinstance(value, dict):
        return {key: to_contract(part) for key, part in value.items()}
    return value
