"""Search over everything one may see."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render

from lagetrunt.networks.access import seen
from lagetrunt.pages.views.common import asked_for, query_of
from lagetrunt.search.queries import find
from lagetrunt.shared.text import swedish

PER_PAGE = 20
KINDS = (
    ("", "Allt"),
    ("decision", "Beslut"),
    ("assignment", "Uppdrag"),
    ("topic", "Ämnen"),
    ("round", "Laget runt"),
    ("event", "Datum"),
    ("item", "Punkter"),
    ("document", "Dokument"),
    ("people", "Personer"),
)

LABELS = {
    "decision": "Beslut",
    "assignment": "Uppdrag",
    "topic": "Ämne",
    "round": "Laget runt",
    "event": "Datum",
    "item": "Punkt",
    "document": "Dokument",
    "people": "Personer",
    "referral": "Fråga",
    "goal": "Mål",
    "duty": "Åtagande",
}
LAST_PAGE = 500  # nobody pages further; a larger number in the address would only make the database count


def page_number(request: Any) -> int:
    """The page that the address asks for, from 1."""
    asked = request.GET.get("sida", "")
    return min(int(asked), LAST_PAGE) if asked.isascii() and asked.isdigit() and int(asked) > 0 else 1


@login_required
def search(request: Any) -> HttpResponse:
    """What matches every word, newest first, or by relevance when asked for."""
    asked, kind, wanted = asked_for(request, "q"), asked_for(request, "slag"), asked_for(request, "natverk")
    by_relevance = request.GET.get("ordning") == "relevans"
    number = page_number(request)
    networks = {network.pk: network for network in seen(request.actor)}
    scopes = [pk for pk, network in networks.items() if not wanted or network.slug == wanted]
    found = find(
        asked,
        scopes=scopes,
        kind=kind,
        by_relevance=by_relevance,
        start=(number - 1) * PER_PAGE,
        limit=PER_PAGE,
    )
    return render(
        request,
        "pages/search.html",
        {
            "asked": asked,
            "found": found,
            "kind": kind,
            "kinds": KINDS,
            "by_relevance": by_relevance,
            "wanted": wanted,
            "hits": [(hit, networks[hit.scope], LABELS.get(hit.kind, "")) for hit in found.hits],
            "number": number,
            "query": query_of(request),
            "networks": sorted(
                (one for one in networks.values() if one.parent_id), key=lambda one: swedish(one.name)
            ),
        },
    )
