"""What every page's frame needs."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:
    """The actor, by the name others know them under, and whether this is the demo."""
    actor = getattr(request, "actor", None)
    if actor is None or actor.account is None:
        return {"demo": settings.DEMO, "actor": actor}
    name = actor.persons[0].name if actor.persons else actor.account.email
    return {"demo": settings.DEMO, "actor": actor, "actor_name": name}
