"""The administrator's page of letters: what was written, to whom, and what became of it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from lagetrunt.outbox import operations, queries
from lagetrunt.outbox.models import Letter


def _require(request: HttpRequest, permission: str) -> None:
    """Letters do not exist for those who may not see them."""
    if not request.user.has_perm(permission):
        raise Http404


@login_required
def letters(request: HttpRequest) -> HttpResponse:
    _require(request, "outbox.read")
    state = request.GET.get("lage", "")
    page = Paginator(queries.letters(state=state), 50).get_page(request.GET.get("sida"))
    numbers = queries.counts()
    tabs = [
        (value, gettext(label), numbers[value]) for value, label in Letter.State.choices if value in numbers
    ]
    return render(request, "outbox/letters.html", {"page": page, "tabs": tabs, "state": state})


@login_required
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    _require(request, "outbox.read")
    return render(request, "outbox/letter.html", {"letter": get_object_or_404(Letter, pk=pk)})


@login_required
@require_POST
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    _require(request, "outbox.send")
    operations.send_again(get_object_or_404(Letter, pk=pk), at=request.at)  # type: ignore[attr-defined]
    return redirect("outbox:letter", pk=pk)
