"""A network's living register on one page."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from lagetrunt.documents.models import Record
from lagetrunt.documents.standing import is_unsure, standing
from lagetrunt.followup import queries as followup
from lagetrunt.followup.models import Assignment, Decision
from lagetrunt.meetings import queries as meetings
from lagetrunt.meetings.models import AgendaItem
from lagetrunt.minutes.models import Import
from lagetrunt.networks.access import may
from lagetrunt.networks.models import Membership, Network
from lagetrunt.networks.queries import in_force
from lagetrunt.pages.seats import attendance_seats, attendance_sentence, here_at
from lagetrunt.pages.views.framing import base_of, on_network, show
from lagetrunt.shared.prepared import numbers, prepared
from lagetrunt.shared.text import swedish

PROMISES = followup.LATEST_PROMISES
TOPICS = 8
STUCK = 5


@on_network
def register(request: Any) -> HttpResponse:
    """Next meeting, open assignments, topics, decisions, attendance and round, each with its source."""
    network, today = request.network, request.today
    latest = meetings.latest_held(network.pk)
    table = meetings.matrix(network, latest, today)
    topics = [life for life in followup.topics(network, today=today) if not life.planned]
    counts = followup.open_promises(network, today)
    return show(
        request,
        "pages/register.html",
        "register",
        {
            "span": _span(network.pk)[0],
            "leads": _leads(network.pk, today),
            "next": _next(network, today),
            "promises": _promises(network, today, counts),
            "counts": counts,
            "topics": topics[:TOPICS],
            "topic_count": len(topics),
            "decisions": followup.latest_decisions(network.pk),
            "decision_count": followup.decision_count(network),
            "matrix": table,
            "latest": latest[0] if latest else None,
            "seats": attendance_seats(table, -1, f"{base_of(network)}laget-runt/") if latest else [],
            "sentence": attendance_sentence(table, -1) if latest else "",
            "were_here": here_at(table, -1),
            "of_all": _("av %(all)s var med") % {"all": len(table.rows)},
            "told": sorted(followup.latest_round(network).items(), key=lambda pair: swedish(pair[0])),
            "waiting": _waiting(network) if may(request.actor, "minutes.review", network) else {},
        },
    )


@prepared
def _span(network: int) -> QuerySet[Any, Any]:
    """How much the register rests on: number of minutes, first and last day."""
    read = Import.objects.filter(network=network, state=Import.State.READ, kind=Import.Kind.MINUTES)
    return numbers(read, documents=Count("pk"), first=Min("meeting__date"), last=Max("meeting__date"))


@prepared
def _leads(network: int, today: dt.date) -> QuerySet[Any, Any]:
    """Chair and secretary of today."""
    rows = Membership.objects.filter(in_force(today), network=network, role__in=["chair", "secretary"])
    return rows.order_by("role").values("role", "person__name", "organisation__name")


def _next(network: Network, today: dt.date) -> dict[str, Any]:
    """The next meeting with the number of points of its agenda, and the days after it."""
    days = meetings.next_dates(network, today)
    if not days:
        return {}
    first = days[0]
    points = _points(first["meeting_id"])[0]["count"] if first["meeting_id"] else 0
    return {"row": first, "later": days[1:5], "in_days": (first["date"] - today).days, "points": points}


@prepared
def _points(meeting: UUID) -> QuerySet[Any, Any]:
    return numbers(standing(AgendaItem.objects.filter(meeting=meeting)), count=Count("pk"))


def _promises(network: Network, today: dt.date, counts: followup.OpenPromises) -> list[dict[str, Any]]:
    """Some open promises: the longest overdue first, then the latest, and last what nobody has confirmed."""
    late = {pk: place for place, pk in enumerate(counts.late[:PROMISES])}
    others = [row for row in followup.latest_open(network.pk) if row["id"] not in late]
    found = [*followup.these(tuple(late)), *others[:PROMISES]]
    ordered = sorted(found, key=lambda row: (late.get(row["id"], PROMISES), is_unsure(row)))
    return followup.with_owners(ordered[:PROMISES], network, today)


def _waiting(network: Network) -> dict[str, Any]:
    """What a person must look at: documents that wait or failed, and how many records of which minutes
    nobody has confirmed.
    """
    documents = _stuck(network.pk)
    unsure: Counter[Any] = Counter()
    for found in (_unsure_decisions(network.pk), _unsure_promises(network.pk)):
        unsure.update(dict(found))
    sources = {
        row["meeting_id"]: {**row, "count": unsure[row["meeting_id"]]} for row in _minutes_of(tuple(unsure))
    }
    if not documents and not sources:
        return {}
    shown = list(sources.values())
    return {
        "documents": documents,
        "sources": shown[:STUCK],
        "more": len(shown) - STUCK,
        "unsure": sum(unsure.values()),
    }


@prepared
def _stuck(network: int) -> QuerySet[Any, Any]:
    rows = Import.objects.filter(network=network, state__in=[Import.State.WAITING, Import.State.FAILED])
    return rows.order_by("-pk").values("id", "name", "state", "reason")[:STUCK]


@prepared
def _unsure_decisions(network: int) -> QuerySet[Any, Any]:
    return _by_meeting(Decision.objects.filter(network=network))


@prepared
def _unsure_promises(network: int) -> QuerySet[Any, Any]:
    return _by_meeting(Assignment.objects.filter(network=network))


def _by_meeting(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    unsure = standing(rows.filter(standing=Record.Standing.UNCONFIRMED)).order_by()
    return unsure.values_list("meeting").annotate(count=Count("pk"))


@prepared
def _minutes_of(meetings: tuple[UUID, ...]) -> QuerySet[Any, Any]:
    read = Import.objects.filter(meeting__in=meetings, state=Import.State.READ, kind=Import.Kind.MINUTES)
    return read.order_by("-meeting__date", "pk").values("id", "meeting_id", "meeting__date")
