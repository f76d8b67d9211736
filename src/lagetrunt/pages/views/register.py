"""A network's living register on one page."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, Max, Min
from django.http import HttpResponse

from lagetrunt.followup import queries as followup
from lagetrunt.followup.models import Assignment
from lagetrunt.meetings import queries as meetings
from lagetrunt.meetings.models import Meeting
from lagetrunt.minutes.models import Import
from lagetrunt.networks.models import Membership, Network
from lagetrunt.networks.queries import in_force
from lagetrunt.pages.seats import attendance_seats, attendance_sentence, here_at
from lagetrunt.pages.views.common import on_network, show

COLUMNS = 8
TOPICS = 8
DECISIONS = 5
PROMISES = 12


@on_network
def register(request: Any) -> HttpResponse:
    """Next meeting, open assignments, topics, latest decisions, attendance and round, each with its source."""
    network, today = request.network, request.today
    latest = list(meetings.held(network)[:COLUMNS])
    table = meetings.matrix(network, latest, today)
    topics = [life for life in followup.topics(network, today=today) if not life.planned]
    open_rows = followup.assignments(network, state=Assignment.State.OPEN)[:PROMISES]
    return show(request, "pages/register.html", "register", {
        "span": _span(network), "leads": _leads(network, today),
        "next": _next(network, today),
        "promises": followup.with_owners(open_rows, network, today),
        "counts": followup.assignment_counts(network, today),
        "topics": topics[:TOPICS], "topic_count": len(topics),
        "decisions": list(followup.decisions(network)[:DECISIONS]), "decision_count": followup.decision_count(network),
        "matrix": table,
        "latest": latest[0] if latest else None,
        "seats": attendance_seats(table, -1) if latest else [],
        "sentence": attendance_sentence(table, -1) if latest else "",
        "here": here_at(table, -1), "of_all": f"av {len(table.rows)}",
        "told": sorted(followup.latest_round(network).items(), key=lambda pair: meetings.swedish(pair[0])),
        "waiting": _waiting(network) if request.actor.account else [],
    })  # fmt: skip


def _span(network: Network) -> dict[str, Any]:
    """How much the register rests on: number of minutes, first and last day, number of organisations with a seat."""
    facts = Import.objects.filter(network=network, state=Import.State.READ, kind=Import.Kind.MINUTES).aggregate(
        documents=Count("pk"), first=Min("meeting__date"), last=Max("meeting__date")
    )
    return facts


def _leads(network: Network, today: dt.date) -> list[dict[str, Any]]:
    """Chair and secretary of today."""
    rows = Membership.objects.filter(in_force(today), network=network, role__in=["chair", "secretary"])
    return list(rows.order_by("role").values("role", "person__name", "organisation__name"))


def _next(network: Network, today: dt.date) -> dict[str, Any]:
    """The next meeting: as called, else as the latest minutes told; and the dates after it."""
    called = list(meetings.coming(network, today)[:6])
    told = meetings.next_dates(network, today)
    days = {meeting.date: _as_row(meeting) for meeting in called}
    for row in told:
        days.setdefault(row["date"], row)
        days[row["date"]] = {**row, **{key: value for key, value in days[row["date"]].items() if value}}
    ordered = [days[day] for day in sorted(day for day in days if day)]
    if not ordered:
        return {}
    return {"row": ordered[0], "later": ordered[1:5], "in_days": (ordered[0]["date"] - today).days}


def _as_row(meeting: Meeting) -> dict[str, Any]:
    return {
        "date": meeting.date, "last_date": meeting.last_date, "start": meeting.start, "end": meeting.end, "place": meeting.place,
        "host__name": meeting.host.name if meeting.host else "", "theme": meeting.theme, "meeting": meeting, "convener": "",
    }  # fmt: skip


def _waiting(network: Network) -> list[dict[str, Any]]:
    """Documents that a person must look at: those that wait, and those with unconfirmed records."""
    stuck = Import.objects.filter(network=network, state__in=[Import.State.WAITING, Import.State.FAILED])
    return list(stuck.order_by("-pk").values("id", "name", "state", "reason")[:5])


