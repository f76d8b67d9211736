"""What every page of documents needs: the network, the permission, and the document."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBase
from django.shortcuts import render

from lagetrunt.minutes import queries
from lagetrunt.minutes.access import PERMISSIONS
from lagetrunt.minutes.models import Import
from lagetrunt.networks.access import may, visible_at
from lagetrunt.shared.time import day_of


def on_network(
    permission: str,
) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Give the view ``request.network``.

    Strangers are asked to sign in, what one may not see is not there, what one may not do is refused.
    """
    assert permission in PERMISSIONS

    def guard(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: Any, federation: str, network: str, **more: Any) -> HttpResponseBase:
            if request.actor.account is None:
                return redirect_to_login(request.get_full_path())
            found = visible_at(request.actor, federation, network)
            if found is None:
                raise Http404
            request.network = found
            if not may(request.actor, permission, found):
                raise PermissionDenied
            return view(request, **more)

        return guarded

    return guard


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
        "today": day_of(request.at),
        "may_import": may(request.actor, "minutes.import", network),
        "may_review": may(request.actor, "minutes.review", network),
    }
    return render(request, template, {**frame, **context}, status=status)
