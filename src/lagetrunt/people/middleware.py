"""Who asks, and when: ``request.actor`` and ``request.at`` for every view."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lagetrunt.people.actor import Actor


class ActorMiddleware:
    """The one place where the service asks the clock and the session; everything below gets them as arguments."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.at = timezone.now()  # type: ignore[attr-defined]
        request.actor = Actor.of(request.user, request.at)  # type: ignore[attr-defined]
        return self.get_response(request)
