"""The first page: my networks, or the way in."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render

from lagetrunt.documents.models import Record
from lagetrunt.followup import queries as followup
from lagetrunt.meetings import queries as meetings
from lagetrunt.minutes.models import Import
from lagetrunt.networks.access import visible
from lagetrunt.networks.queries import tree
from lagetrunt.pages.views.framing import base_of
from lagetrunt.shared.time import day_of

PROMISES = 10


def start(request: Any) -> HttpResponse:
    """What one has promised, and the networks that one sees, each with its next meeting, open assignments
    and what waits.

    Strangers are told what this is.
    """
    if request.actor.account is None:
        return render(request, "pages/welcome.html")
    today = day_of(request.at)
    mine = visible(request.actor).exclude(parent=None)
    counted = mine.annotate(
        promised=Count(
            "assignments",
            distinct=True,
            filter=Q(assignments__state="open", assignments__withdrawn_at=None)
            & ~Q(assignments__standing__in=[Record.Standing.DISMISSED, Record.Standing.UNCONFIRMED]),
        ),
    )
    rows = tree(counted)
    ids = [network.pk for _, network in rows]
    waiting = dict(
        Import.objects.filter(network__in=ids, state__in=[Import.State.WAITING, Import.State.FAILED])
        .order_by()
        .values_list("network")
        .annotate(n=Count("pk"))
    )
    nearest = {
        network: next(iter(days), None) for network, days in meetings.next_dates_of(ids, today).items()
    }
    by_key = {network.pk: network for _, network in rows}
    promised = followup.promised_by([person.pk for person in request.actor.persons], ids, today)
    return render(
        request,
        "pages/start.html",
        {
            "section": "networks",
            "today": today,
            "promises": [
                (row, by_key[row["network_id"]], base_of(by_key[row["network_id"]]))
                for row in promised[:PROMISES]
            ],
            "more": max(len(promised) - PROMISES, 0),
            "rows": [
                (depth, network, base_of(network), nearest[network.pk], waiting.get(network.pk, 0))
                for depth, network in rows
            ],
        },
    )
