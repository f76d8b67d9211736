"""Reads about what came of the meetings: decisions, assignments, topics, referrals, the round. Ages and
delays are derived here.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from lagetrunt.documents.standing import SOURCE, counted, is_unsure, standing
from lagetrunt.followup.due import days_late, due_day
from lagetrunt.followup.models import Assignee, Assignment, Decision, Referral, RoundEntry, TopicMention
from lagetrunt.meetings.models import AgendaItem, Event, Meeting
from lagetrunt.meetings.queries import LATEST, meeting_days
from lagetrunt.networks.models import Membership, Network
from lagetrunt.shared.prepared import numbers, prepared
from lagetrunt.shared.text import fold_title, swedish

Rows = QuerySet[Any, Any]
# as owners: not a person, but every organisation, or nobody yet
EVERYBODY, NOBODY = "alla kommuner", "ingen utsedd"
DECISION = ("id", "text", "meeting_id", "meeting__place", "meeting__host__name", "item__title")
PROMISE = ("id", "text", "scope", "due_kind", "due", "due_text", "state", "item_id")
LATEST_PROMISES, LATEST_DECISIONS = 10, 5  # on a network's front page
NEWEST = (F("meeting__date").desc(nulls_last=True), "meeting_id", "passage__first_line", "id")


def decisions(network: Network | int, *, year: int | None = None, words: str = "") -> Rows:
    """What was settled, newest first, without formalities."""
    rows = standing(Decision.objects.filter(network=network, formal=False))
    if year:
        rows = rows.filter(meeting__date__year=year)
    if words:
        rows = rows.filter(text__icontains=words)
    found: Rows = rows.order_by(*NEWEST).values(*DECISION, *SOURCE)
    return found


def decision_count(network: Network) -> int:
    """How many decisions stand, the unconfirmed not counted."""
    return int(_decision_count(network.pk)[0]["count"])


@prepared
def _decision_count(network: int) -> Rows:
    return numbers(counted(Decision.objects.filter(network=network, formal=False)), count=Count("pk"))


@prepared
def latest_decisions(network: int) -> Rows:
    """The few that a network's front page shows."""
    return decisions(network)[:LATEST_DECISIONS]


@prepared
def decisions_at(meeting: UUID) -> Rows:
    """What was settled at one meeting, in the order of its minutes, with the point it stands under."""
    rows = standing(Decision.objects.filter(meeting=meeting, formal=False))
    found: Rows = rows.order_by(*NEWEST).values("item_id", "text", *SOURCE)
    return found


def assignments(
    network: Network, *, state: str = "", owner: str = "", meeting: Meeting | None = None
) -> Rows:
    """Promises, newest first. ``owner`` is one of ``owners``. ``with_owners`` adds to a page of them who
    made them.
    """
    rows = standing(Assignment.objects.filter(network=network))
    if state:
        rows = rows.filter(state=state)
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
    if owner == EVERYBODY:
        rows = rows.filter(scope=Assignment.Scope.EVERY_ORGANISATION)
    elif owner == NOBODY:
        rows = rows.filter(scope=Assignment.Scope.UNASSIGNED)
    elif owner:
        theirs = Assignee.objects.filter(
            Q(person__name=owner) | Q(person=None, name=owner), assignment__network=network
        )
        rows = rows.filter(pk__in=theirs.values("assignment_id"))
    return _promises(rows)


def _promises(rows: QuerySet[Assignment]) -> Rows:
    found: Rows = rows.order_by(*NEWEST).values(*PROMISE, *SOURCE)
    return found


@prepared
def promised_at(meeting: UUID) -> Rows:
    """What was promised at one meeting, in the order of its minutes."""
    return _promises(standing(Assignment.objects.filter(meeting=meeting)))


@prepared
def latest_open(network: int) -> Rows:
    """The latest open promises: twice as many as a network's front page shows."""
    rows = standing(Assignment.objects.filter(network=network, state=Assignment.State.OPEN))
    return _promises(rows)[: 2 * LATEST_PROMISES]


@prepared
def these(assignments: tuple[UUID, ...]) -> Rows:
    """Promises by their keys, newest first."""
    return _promises(standing(Assignment.objects.filter(pk__in=assignments)))


def owners(network: Network) -> list[str]:
    """Everybody who ever promised something here: the person's name where it is known, else the name as
    written; in Swedish order.
    """
    promised = standing(Assignment.objects.filter(network=network)).order_by()
    rows = Assignee.objects.filter(assignment__in=promised.values("pk")).order_by()
    names = rows.annotate(who=Coalesce("person__name", "name")).values_list("who", flat=True).distinct()
    return sorted((name for name in names if name), key=swedish)


def open_by_person(network: Network) -> dict[int, int]:
    """How many promises each person has open, the unconfirmed not counted."""
    promised = counted(Assignment.objects.filter(network=network, state=Assignment.State.OPEN)).order_by()
    rows = Assignee.objects.filter(assignment__in=promised.values("pk"), person__isnull=False).order_by()
    return dict(rows.values_list("person").annotate(count=Count("assignment", distinct=True)))


def with_owners(page: Iterable[dict[str, Any]], network: Network, today: dt.date) -> list[dict[str, Any]]:
    """A page of assignments with ``owners`` (names, with organisation where it is known), ``persons``
    (their keys), ``day`` (when it falls
    due, also when that is a meeting's day) and ``late`` (days overdue); three queries."""
    rows = list(page)
    homes = dict(_homes(network.pk))
    names: dict[Any, list[str]] = defaultdict(list)
    persons: dict[Any, list[int]] = defaultdict(list)
    for assignment, name, person, full in _people(tuple(row["id"] for row in rows)):
        persons[assignment] += [person] if person else []
        names[assignment].append(f"{full}, {homes[person]}" if person and homes.get(person) else full or name)
    days = meeting_days(network)
    for row in rows:
        row["owners"], row["persons"] = names.get(row["id"], []), persons.get(row["id"], [])
        row["day"] = due_day(row, days)
        row["late"] = days_late(row, row["day"], today)
    return rows


@prepared
def _homes(network: int) -> Rows:
    return Membership.objects.filter(network=network).values_list("person_id", "organisation__name")


@prepared
def _people(assignments: tuple[UUID, ...]) -> Rows:
    rows = Assignee.objects.filter(assignment__in=assignments).order_by("position")
    return rows.values_list("assignment_id", "name", "person_id", "person__name")


def promised_by(persons: Sequence[int], networks: Sequence[int], today: dt.date) -> list[dict[str, Any]]:
    """What these persons have open in these networks, the unconfirmed left out: the longest overdue first,
    then by day; two queries.
    """
    theirs = Assignee.objects.filter(person__in=persons).values("assignment_id")
    promised = Assignment.objects.filter(pk__in=theirs, network__in=networks, state=Assignment.State.OPEN)
    facts = ("id", "text", "due", "due_kind", "due_text", "state", "network_id", *SOURCE)
    rows = list(counted(promised).order_by(*NEWEST).values(*facts))
    days: dict[int, list[dt.date]] = defaultdict(list)
    if rows:
        met = Meeting.objects.filter(network__in={row["network_id"] for row in rows}, date__isnull=False)
        for network, day in (
            met.exclude(state=Meeting.State.CANCELLED).order_by("date").values_list("network_id", "date")
        ):
            if day:
                days[network].append(day)
    for row in rows:
        row["day"] = due_day(row, days[row["network_id"]])
        row["late"] = days_late(row, row["day"], today)
    return sorted(rows, key=lambda row: (-row["late"], row["day"] is None, row["day"] or dt.date.max))


@dataclass(frozen=True, slots=True)
class OpenPromises:
    """What is open: how many (the unconfirmed apart), and which are late, the longest overdue first."""

    open: int
    unsure: int
    late: tuple[Any, ...]


def open_promises(network: Network, today: dt.date, days: Sequence[dt.date] | None = None) -> OpenPromises:
    """The numbers for a heading, and the order of "overdue first". The unconfirmed are never counted as
    open or late.
    """
    rows = _open(network.pk)
    known = meeting_days(network) if days is None else days
    late = [(days_late(row, due_day(row, known), today), str(row["id"]), row["id"]) for row in rows]
    unsure = sum(is_unsure(row) for row in rows)
    return OpenPromises(
        len(rows) - unsure, unsure, tuple(pk for count, _, pk in sorted(late, reverse=True) if count)
    )


@prepared
def _open(network: int) -> Rows:
    rows = standing(Assignment.objects.filter(network=network, state=Assignment.State.OPEN)).order_by()
    return rows.values("id", "due", "due_kind", "due_text", "meeting__date", "state", "standing")


@dataclass(frozen=True, slots=True)
class TopicLife:
    """A topic through the meetings. ``carried``: meetings that listed it after the first. ``discussed``:
    days when it was a point.

    ``pips``: the meetings after the first that had it, each true where it was a point and not only listed.
    ``gone``: it was never taken up, and yet the latest list does not have it any more.
    """

    id: Any
    title: str
    first: dt.date | None
    last: dt.date | None
    carried: int
    discussed: tuple[dt.date, ...]
    planned: bool
    source: dict[str, Any]
    pips: tuple[bool, ...]
    gone: bool

    def age(self, today: dt.date) -> int:
        """Whole months since it was first raised."""
        if self.first is None:
            return 0
        months = (today.year - self.first.year) * 12 + today.month - self.first.month
        return max(months - (today.day < self.first.day), 0)


def topics(network: Network, *, today: dt.date) -> list[TopicLife]:
    """Every topic that was ever listed as not yet planned, the longest-lived first; three queries however
    many there are.
    """
    mentions: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in _mentions(network.pk):
        mentions[row["topic_id"]].append(row)
    points = Points()
    for title, day in _titles(network.pk):
        points.add(fold_title(title), day)
    themes = [f" {fold_title(theme)} " for theme in _themes(network.pk, today) if theme]
    latest = max(
        (row["meeting__date"] for rows in mentions.values() for row in rows if row["meeting__date"]),
        default=None,
    )
    lives = [_life(rows, points, themes, latest) for rows in mentions.values()]
    return sorted(
        lives, key=lambda life: (life.planned, life.first is None, life.first or dt.date.max, life.title)
    )


@prepared
def _mentions(network: int) -> Rows:
    listed = standing(TopicMention.objects.filter(network=network))
    listed = listed.order_by(F("meeting__date").asc(nulls_last=True), "meeting_id", "passage__first_line")
    found: Rows = listed.values("topic_id", "topic__title", "topic__folded", "meeting_id", *SOURCE)
    return found


@prepared
def _titles(network: int) -> Rows:
    rows = standing(AgendaItem.objects.filter(network=network, meeting__date__isnull=False)).order_by()
    return rows.values_list("title", "meeting__date")


@prepared
def _themes(network: int, today: dt.date) -> Rows:
    ahead = standing(Event.objects.filter(network=network, body="", date__gte=today)).order_by()
    return ahead.values_list("theme", flat=True)


class Points:
    """The folded titles of a network's points, with the days when they were talked about."""

    def __init__(self) -> None:
        self._days: dict[str, set[dt.date]] = defaultdict(set)
        self._all = ""

    def add(self, title: str, day: dt.date) -> None:
        self._days[title].add(day)

    def days_about(self, topic: str) -> set[dt.date]:
        """When there was a point with the topic's words in its title, whole and in order."""
        self._all = self._all or "\n".join(f" {title} " for title in self._days)
        words = f" {topic} "
        if words not in self._all:
            return set()
        return {day for title, days in self._days.items() if words in f" {title} " for day in days}


def _life(rows: list[dict[str, Any]], points: Points, themes: list[str], latest: dt.date | None) -> TopicLife:
    first, last = rows[0], rows[-1]
    folded = first["topic__folded"]
    discussed = tuple(sorted(points.days_about(folded)))
    listed = list({row["meeting_id"]: row for row in rows}.values())
    end = last["meeting__date"]
    planned = any(end is not None and day > end for day in discussed) or any(
        f" {folded} " in theme for theme in themes
    )
    return TopicLife(
        id=first["topic_id"],
        title=last["topic__title"],
        first=first["meeting__date"],
        last=end,
        carried=len(listed) - 1,
        discussed=discussed,
        planned=planned,
        source=first,
        pips=_pips([row["meeting__date"] for row in listed], discussed),
        gone=not planned and end is not None and latest is not None and end < latest,
    )


def _pips(listed: Sequence[dt.date | None], discussed: Sequence[dt.date]) -> tuple[bool, ...]:
    """One mark for each meeting after the first that listed the topic or talked of it, in order; true where
    they talked.
    """
    first, *later = listed
    talked = [day for day in discussed if first is not None and day > first and day not in later]
    days = sorted([*later, *talked], key=lambda day: day or dt.date.max)
    return tuple(day in discussed for day in days)


def referrals(network: Network) -> Rows:
    """Questions sent to other bodies, newest first."""
    rows = standing(Referral.objects.filter(network=network)).order_by(*NEWEST)
    found: Rows = rows.values("id", "text", "to", "to_network__name", "meeting_id", *SOURCE)
    return found


def round_entries(
    network: Network, *, organisation: str = "", year: int | None = None, meeting: Meeting | None = None
) -> Rows:
    """What was told round the table, newest first."""
    rows = standing(RoundEntry.objects.filter(network=network))
    if organisation:
        rows = rows.filter(organisation__name=organisation)
    if year:
        rows = rows.filter(meeting__date__year=year)
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
    found: Rows = rows.order_by(*NEWEST).values("id", "text", "organisation__name", "meeting_id", *SOURCE)
    return found


def latest_round(network: Network) -> dict[str, dict[str, Any]]:
    """The latest that each organisation told, from the latest meetings that had a round."""
    found: dict[str, dict[str, Any]] = {}
    for row in _rounds(network.pk):
        found.setdefault(row["organisation__name"], row)
    return found


@prepared
def _rounds(network: int) -> Rows:
    told = standing(RoundEntry.objects.filter(meeting=OuterRef("pk")))
    recent = Meeting.objects.filter(Exists(told), network=network, date__isnull=False).order_by("-date", "id")
    rows = standing(RoundEntry.objects.filter(meeting__in=recent.values("pk")[:LATEST]))
    found: Rows = rows.order_by(*NEWEST).values("text", "organisation__name", *SOURCE)
    return found
