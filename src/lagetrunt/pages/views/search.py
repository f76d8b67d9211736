"""Search over everything one may see."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_noop as _

from lagetrunt.minutes.kinds import KINDS as KINDS_OF_RECORD
from lagetrunt.networks.access import seen
from lagetrunt.pages.views.framing import asked_for, query_of
from lagetrunt.search.queries import find
from lagetrunt.shared.language import pgettext_noop
from lagetrunt.shared.text import swedish

PER_PAGE = 20
KINDS = (
    ("", _("Allt")),
    ("decision", _("Beslut")),
    ("assignment", _("Uppdrag")),
    ("topic", _("Ämnen")),
    ("round", _("Laget runt")),
    ("event", _("Datum")),
    ("item", _("Punkter")),
    ("document", _("Dokument")),
    ("people", _("Personer")),
)

LABELS = {
    "decision": pgettext_noop("en post", "Beslut"),
    "assignment": pgettext_noop("en post", "Uppdrag"),
    "topic": pgettext_noop("en post", "Ämne"),
    "round": pgettext_noop("en post", "Laget runt"),
    "event": pgettext_noop("en post", "Datum"),
    "item": pgettext_noop("en post", "Punkt"),
    "document": pgettext_noop("en post", "Dokument"),
    "people": pgettext_noop("en post", "Personer"),
    "referral": pgettext_noop("en post", "Fråga"),
    "goal": pgettext_noop("en post", "Mål"),
    "duty": pgettext_noop("en post", "Åtagande"),
}
OWN = {kind.label for kind in KINDS_OF_RECORD.values()}  # titles that the index gives what has none
LAST_PAGE = 500  # nobody pages further; a larger number in the address would only make the database count


def page_number(request: Any) -> int:
    """The page that the address asks for, from 1."""
    asked = request.GET.get("sida", "")
    return min(int(asked), LAST_PAGE) if asked.isascii() and asked.isdigit() and int(asked) > 0 else 1


def _title(title: str) -> str:
    """A hit's title: words of a document as they stand there, or the name of its kind in the language of the page."""
    return pgettext("en post", title) if title in OWN else title


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
            "kinds": [(value, gettext(label)) for value, label in KINDS],
            "by_relevance": by_relevance,
            "wanted": wanted,
            "hits": [
                (hit, networks[hit.scope], pgettext("en post", LABELS.get(hit.kind, "")), _title(hit.title))
                for hit in found.hits
            ],
            "number": number,
            "query": query_of(request),
            "networks": sorted(
                (one for one in networks.values() if one.parent_id), key=lambda one: swedish(one.name)
            ),
        },
    )
