"""The demo door: one click signs in as somebody in the example region. Outside demo mode these addresses do not exist."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lagetrunt.people.queries import account_of

BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_http_methods(["GET", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    """Show who one can be, and become that person on POST (``role`` from the example region's list; "stranger" signs out)."""
    if not settings.DEMO:
        raise Http404
    cast = settings.DEMO_CAST
    if request.method == "GET":
        return render(request, "people/demo.html", {"cast": cast})
    chosen = next((part for part in cast if part["role"] == request.POST.get("role")), None)
    if chosen is None:
        raise Http404
    logout(request)
    if chosen["email"] and (account := account_of(chosen["email"])):
        login(request, account, backend=BACKEND)
    return redirect("/")
