"""What every page of a network needs: the network itself, with the permission to see it, and the day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lagetrunt.networks import doors
from lagetrunt.networks.access import may
from lagetrunt.networks.models import Network

PER_PAGE = 50
LONGEST = 300  # letters of a question in the address


class NetworkRequest(HttpRequest):
    """A request for a page of a network: what the middleware and ``on_network`` have put on it."""

    actor: Any
    at: dt.datetime
    today: dt.date
    network: Network


on_network = doors.on_network("networks.read")
"""The door of every page of a network that is there to be read."""


def base_of(network: Network) -> str:
    """The address of the network's register, under which all its pages lie."""
    return f"/n/{network.federation.slug}/{network.slug}/"


def query_of(request: HttpRequest) -> str:
    """What the address asks for besides the page number, to be followed by it: ``ar=2024&``."""
    asked = request.GET.copy()
    asked.pop("sida", None)
    return f"{asked.urlencode()}&" if asked else ""


def show(request: Any, template: str, here: str, context: dict[str, Any]) -> HttpResponse:
    """Render a page of the network: ``here`` names its place in the sub-navigation."""
    network = request.network
    frame = {
        "network": network,
        "base": base_of(network),
        "query": query_of(request),
        "here": here,
        "today": request.today,
        "section": "networks",
        "may_import": may(request.actor, "minutes.import", network),
        "may_settle": may(request.actor, "followup.settle", network),
    }
    return render(request, template, {**frame, **context})


def page_of(request: HttpRequest, rows: Any, *, per_page: int = PER_PAGE) -> Any:
    """The page of a list that the address asks for (``?sida=2``)."""
    return Paginator(rows, per_page).get_page(request.GET.get("sida"))


def asked_for(request: HttpRequest, name: str) -> str:
    """The words that the address asks for under this name, "" where there are none; what no text can hold
    is left out.
    """
    return request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]


def year_asked(request: HttpRequest) -> int | None:
    """The year that the address asks for, or None."""
    asked = request.GET.get("ar", "")
    return int(asked) if asked.isdigit() and 1990 <= int(asked) <= 2100 else None
