"""What every page of a network's documents has in common: the document, who reviews it, the frame."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponseBase
from django.shortcuts import render

from lagetrunt.minutes import queries
from lagetrunt.minutes.models import Import
from lagetrunt.networks.access import may


def document(request: Any, pk: int) -> Import:
    """The network's import of this number; anything else is not there."""
    found = queries.one(request.network, pk)
    if found is None:
        raise Http404
    return found


def reviewer(request: Any) -> Any:
    """The person who acts, in this network's federation; None for one who only looks after the
    installation.
    """
    return request.actor.person_in(request.network.federation_id)


def show(request: Any, template: str, context: dict[str, Any], status: int = 200) -> HttpResponseBase:
    """A page of the network's documents in the frame of all its pages."""
    network = request.network
    frame = {
        "network": network,
        "base": f"/n/{network.federation.slug}/{network.slug}/",
        "here": "documents",
        "section": "networks",
        "today": request.today,
        "may_import": may(request.actor, "minutes.import", network),
        "may_review": may(request.actor, "minutes.review", network),
    }
    return render(request, template, {**frame, **context}, status=status)
