"""One button: a promise is done, dropped, or open again."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from lagetrunt.followup.access import is_mine
from lagetrunt.followup.models import Assignment
from lagetrunt.followup.operations import settle
from lagetrunt.networks.access import may
from lagetrunt.pages.views.framing import on_network


@require_POST
@on_network
def settle_assignment(request: Any, pk: Any) -> HttpResponse:
    """Say what became of an assignment, and go back to the list one came from."""
    assignment = get_object_or_404(
        Assignment.objects.select_related("network"), pk=pk, network=request.network
    )
    if not (may(request.actor, "followup.settle", request.network) or is_mine(request.actor, assignment)):
        raise PermissionDenied
    state = request.POST.get("state", "")
    if state in Assignment.State.values:
        settle(
            assignment=assignment,
            state=state,
            at=request.at,
            by=request.actor.person_in(request.network.federation_id),
        )
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if safe else f"/n/{request.network.federation.slug}/{request.network.slug}/uppdrag/")
