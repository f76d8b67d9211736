"""The first page: my networks, or the way in."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render

from lagetrunt.documents.models import Record
from lagetrunt.followup import queries as followup
from lagetrunt.meetings.models import Event, Meeting
from lagetrunt.minutes.models import Import
from lagetrunt.networks.access import visible
from lagetrunt.networks.queries import tree
from lagetrunt.shared.time import day_of

PROMISES = 10


def start(request: Any) -> HttpResponse:
    """What one has promised, and the networks that one sees, each with its next meeting, open assignments and what waits.

    Strangers are told what this is.
    """
    if request.actor.account is None:
        return render(request, "pages/welcome.html")
    today = day_of(request.at)
    mine = visible(request.actor).exclude(parent=None)
    counted = mine.annotate(
        promised=Count(
            "assignments", distinct=True,
            filter=Q(assignments__state="open", assignments__withdrawn_at=None)
            & ~Q(assignments__standing__in=[Record.Standing.DISMISSED, Record.Standing.UNCONFIRMED]),
        ),
    )  # fmt: skip
    rows = tree(counted)
    ids = [network.pk for _, network in rows]
    waiting = dict(
        Import.objects.filter(network__in=ids, state__in=[Import.State.WAITING, Import.State.FAILED])
        .order_by().values_list("network").annotate(n=Count("pk"))
    )  # fmt: skip
    nearest = _nearest(ids, today)
    by_key = {network.pk: network for _, network in rows}
    promised = followup.promised_by([person.pk for person in request.actor.persons], ids, today)
    return render(request, "pages/start.html", {
        "section": "networks", "today": today, "promises": [(row, by_key[row["network_id"]]) for row in promised[:PROMISES]],
        "more": max(len(promised) - PROMISES, 0),
        "rows": [(depth, network, nearest.get(network.pk), waiting.get(network.pk, 0)) for depth, network in rows],
    })  # fmt: skip


def _nearest(ids: list[int], today: Any) -> dict[int, Any]:
    """The next day each network meets, from what is called and from what its minutes told."""
    found: dict[int, Any] = {}
    ahead = Q(network__in=ids, date__gte=today)
    told = Event.objects.filter(ahead, body="", withdrawn_at=None).exclude(standing=Record.Standing.DISMISSED)
    called = Meeting.objects.filter(ahead, state__in=[Meeting.State.PLANNED, Meeting.State.CALLED])
    for rows in (told, called):
        for network, day, place in rows.order_by("-date").values_list("network_id", "date", "place"):
            if network not in found or day <= found[network][0]:
                found[network] = (day, place)
    return found
