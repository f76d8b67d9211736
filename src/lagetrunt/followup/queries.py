"""Reads about what came of the meetings: decisions, assignments, topics, referrals, the round. Ages and delays are derived here."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from lagetrunt.documents.standing import SOURCE, counted, standing
from lagetrunt.followup.models import Assignee, Assignment, Decision, Referral, RoundEntry, TopicMention
from lagetrunt.meetings.models import AgendaItem, Event, Meeting
from lagetrunt.networks.models import Membership, Network
from lagetrunt.shared.text import fold_title

Rows = QuerySet[Any, dict[str, Any]]
NEWEST = ("-meeting__date", "meeting_id", "passage__first_line")


def decisions(network: Network, *, year: int | None = None, words: str = "") -> Rows:
    """What was settled, newest first, without formalities."""
    rows = standing(Decision.objects.filter(network=network, formal=False))
    if year:
        rows = rows.filter(meeting__date__year=year)
    if words:
        rows = rows.filter(text__icontains=words)
    return rows.order_by(*NEWEST).values("id", "text", "meeting_id", "meeting__place", "meeting__host__name", "item__title", *SOURCE)


def decision_count(network: Network) -> int:
    """How many decisions stand, the unconfirmed not counted."""
    return counted(Decision.objects.filter(network=network, formal=False)).count()


def assignments(network: Network, *, state: str = "", owner: str = "", meeting: Meeting | None = None) -> Rows:
    """Promises, newest first. ``with_owners`` adds to a page of them who made them."""
    rows = standing(Assignment.objects.filter(network=network))
    if state:
        rows = rows.filter(state=state)
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
    if owner:
        mine = Assignee.objects.filter(Q(name__icontains=owner) | Q(person__name__icontains=owner))
        rows = rows.filter(pk__in=mine.values("assignment_id"))
    return rows.order_by(*NEWEST).values("id", "text", "scope", "due_kind", "due", "due_text", "state", "item_id", *SOURCE)


def with_owners(page: Iterable[dict[str, Any]], network: Network, today: dt.date) -> list[dict[str, Any]]:
    """A page of assignments with ``owners`` (names, with organisation where it is known) and ``late`` (days overdue); two queries."""
    rows = list(page)
    homes = {
        person: organisation
        for person, organisation in Membership.objects.filter(network=network).values_list("person_id", "organisation__name")
    }
    owners: dict[Any, list[str]] = defaultdict(list)
    people = Assignee.objects.filter(assignment__in=[row["id"] for row in rows]).order_by("position")
    for assignment, name, person, full in people.values_list("assignment_id", "name", "person_id", "person__name"):
        owners[assignment].append(f"{full}, {homes[person]}" if person and homes.get(person) else full or name)
    for row in rows:
        row["owners"] = owners.get(row["id"], [])
        row["late"] = max((today - row["due"]).days, 0) if row["due"] and row["state"] == Assignment.State.OPEN else 0
    return rows


def assignment_counts(network: Network, today: dt.date) -> dict[str, int]:
    """Numbers for a heading: open and overdue ones (confirmed), and those that wait for confirmation."""
    unsure = Q(standing=Assignment.Standing.UNCONFIRMED)
    rows = standing(Assignment.objects.filter(network=network, state=Assignment.State.OPEN))
    return rows.aggregate(
        open=Count("pk", filter=~unsure), late=Count("pk", filter=~unsure & Q(due__lt=today)), unsure=Count("pk", filter=unsure)
    )


@dataclass(frozen=True, slots=True)
class TopicLife:
    """A topic through the meetings. ``carried``: meetings that listed it after the first. ``discussed``: days when it was a point."""

    id: Any
    title: str
    first: dt.date | None
    last: dt.date | None
    carried: int
    discussed: tuple[dt.date, ...]
    planned: bool
    source: dict[str, Any]
    pips: tuple[bool, ...]

    def age(self, today: dt.date) -> int:
        """Whole months since it was first raised."""
        if self.first is None:
            return 0
        months = (today.year - self.first.year) * 12 + today.month - self.first.month
        return max(months - (today.day < self.first.day), 0)


def topics(network: Network, *, today: dt.date) -> list[TopicLife]:
    """Every topic that was ever listed as not yet planned, the longest-lived first; three queries however many there are."""
    mentions: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    listed = standing(TopicMention.objects.filter(network=network)).order_by(F("meeting__date").asc(nulls_last=True), "meeting_id", "passage__first_line")
    for row in listed.values("topic_id", "topic__title", "topic__folded", "meeting_id", *SOURCE):
        mentions[row["topic_id"]].append(row)
    points: dict[str, list[tuple[dt.date, Any]]] = defaultdict(list)
    for title, day, meeting in standing(AgendaItem.objects.filter(network=network, meeting__date__isnull=False)).values_list(
        "title", "meeting__date", "meeting_id"
    ):
        points[fold_title(title)].append((day, meeting))
    ahead = standing(Event.objects.filter(network=network, body="", date__gte=today)).values_list("theme", flat=True)
    themes = [f" {fold_title(theme)} " for theme in ahead if theme]
    lives = [_life(rows, points, themes) for rows in mentions.values()]
    return sorted(lives, key=lambda life: (life.planned, life.first is None, life.first or dt.date.max, life.title))


def _life(rows: list[dict[str, Any]], points: dict[str, list[tuple[dt.date, Any]]], themes: list[str]) -> TopicLife:
    first, last = rows[0], rows[-1]
    folded = first["topic__folded"]
    discussed = tuple(sorted(day for title, days in points.items() if _about(folded, title) for day, _ in days))
    listed = list({row["meeting_id"]: row for row in rows}.values())
    end = last["meeting__date"]
    taken_up = any(end is not None and day > end for day in discussed)
    return TopicLife(
        id=first["topic_id"], title=last["topic__title"], first=first["meeting__date"], last=end, carried=len(listed) - 1,
        discussed=discussed, planned=taken_up or any(f" {folded} " in theme for theme in themes), source=first,
        pips=tuple(row["meeting__date"] in discussed for row in listed[1:]),
    )  # fmt: skip


def _about(topic: str, title: str) -> bool:
    """Whether a folded title has the topic's words in it, whole and in order."""
    return f" {topic} " in f" {title} "


def referrals(network: Network) -> Rows:
    """Questions sent to other bodies, newest first."""
    rows = standing(Referral.objects.filter(network=network)).order_by(*NEWEST)
    return rows.values("id", "text", "to", "to_network__name", "meeting_id", *SOURCE)


def round_entries(network: Network, *, organisation: str = "", year: int | None = None, meeting: Meeting | None = None) -> Rows:
    """What was told round the table, newest first."""
    rows = standing(RoundEntry.objects.filter(network=network))
    if organisation:
        rows = rows.filter(organisation__name=organisation)
    if year:
        rows = rows.filter(meeting__date__year=year)
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
    return rows.order_by(*NEWEST).values("id", "text", "organisation__name", "meeting_id", *SOURCE)


def latest_round(network: Network, *, meetings: int = 8) -> dict[str, dict[str, Any]]:
    """The latest that each organisation told, from the latest meetings that had a round."""
    days = standing(RoundEntry.objects.filter(network=network, meeting__date__isnull=False)).order_by("-meeting__date")
    recent = list(days.values_list("meeting_id", flat=True).distinct()[:meetings])
    rows = standing(RoundEntry.objects.filter(meeting__in=recent)).order_by(*NEWEST)
    found: dict[str, dict[str, Any]] = {}
    for row in rows.values("text", "organisation__name", *SOURCE):
        found.setdefault(row["organisation__name"], row)
    return found
