"""The door of every page of a network: who is asked to sign in, for whom it is not there, who is refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBase

from lagetrunt.networks.access import may, visible_at
from lagetrunt.shared.time import day_of

View = Callable[..., HttpResponseBase]


def on_network(permission: str) -> Callable[[View], View]:
    """Give the view ``request.network`` and ``request.today``.

    Strangers are asked to sign in, what one may not see is not there, what one may not do is refused.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, federation: str, network: str, **more: Any) -> HttpResponseBase:
            if request.actor.account is None:
                return redirect_to_login(request.get_full_path())
            found = visible_at(request.actor, federation, network)
            if found is None:
                raise Http404
            if permission != "networks.read" and not may(request.actor, permission, found):
                raise PermissionDenied
            request.network, request.today = found, day_of(request.at)
            return view(request, **more)

        return guarded

    return guard
