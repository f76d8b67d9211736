"""One meeting: its facts, its text as it was written, and beside the text what came of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from lagetrunt.documents.models import Passage, Text
from lagetrunt.documents.standing import is_unsure
from lagetrunt.followup import queries as followup
from lagetrunt.followup.models import Assignment
from lagetrunt.meetings import queries as meetings
from lagetrunt.meetings.models import Meeting
from lagetrunt.minutes.models import Import
from lagetrunt.pages.paragraphs import Section, sections
from lagetrunt.pages.seats import attendance_seats, attendance_sentence, here_at, roll
from lagetrunt.pages.views.framing import on_network, show
from lagetrunt.shared.prepared import prepared


@on_network
def meeting(request: Any, pk: Any) -> HttpResponse:
    """The meeting as a document with marginal notes."""
    network = request.network
    held = next(iter(_meeting(network.pk, pk)), None)
    if held is None:
        raise Http404
    sources = _sources(pk)
    in_force = next(
        (one for one in sources if one.state == Import.State.READ and one.kind == Import.Kind.MINUTES), None
    )
    in_force = in_force or next((one for one in sources if one.state == Import.State.READ), None)
    table = meetings.matrix(network, [held], request.today)
    people, officers = meetings.attendance(held), meetings.officers(held)
    before, after = meetings.neighbours(held)
    promised, earlier = _promised(request, held, before)
    return show(
        request,
        "pages/meeting.html",
        "meetings",
        {
            "meeting": held,
            "source": in_force,
            "versions": [one for one in sources if one != in_force],
            "seats": attendance_seats(table, 0) if people else [],
            "sentence": attendance_sentence(table, 0),
            "roll": roll(people, here_at(table, 0), len(table.rows)),
            "officers": officers,
            "before": before,
            "after": after,
            "sections": _sections(held, in_force, promised, officers),
            "promised": earlier,
        },
    )


@prepared
def _meeting(network: int, meeting: UUID) -> QuerySet[Meeting, Meeting]:
    return Meeting.objects.filter(pk=meeting, network=network).select_related("host")


@prepared
def _sources(meeting: UUID) -> QuerySet[Import, Import]:
    """The documents about a meeting, the latest first, without what only their own pages show."""
    return Import.objects.filter(meeting=meeting).defer("header", "unread", "hints").order_by("-pk")


@prepared
def _text(text: int) -> QuerySet[Any, Any]:
    return Text.objects.filter(pk=text).values("body", "layout")


def _sections(
    held: Meeting, source: Import | None, promised: list[dict[str, Any]], officers: dict[str, list[str]]
) -> list[Section]:
    """The points with their text and what was decided and promised under each."""
    text = _text(source.text_id)[0] if source and source.text_id else {"body": "", "layout": {}}
    return sections(
        meetings.items(held),
        decisions=followup.decisions_at(held.pk),
        assignments=promised,
        body=text["body"],
        text_id=source.text_id if source else None,
        layout=text["layout"],
        signers=[name for names in officers.values() for name in names],
    )


def _promised(
    request: Any, held: Meeting, before: Meeting | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What was promised at this meeting, and at the one before, as it stands today: the open ones first."""
    here = followup.promised_at(held.pk)
    earlier = followup.promised_at(before.pk) if before and held.state in meetings.HELD else []
    order = (Assignment.State.OPEN, Assignment.State.DONE, Assignment.State.DROPPED)
    earlier = sorted(
        (row for row in earlier if not is_unsure(row)), key=lambda row: order.index(row["state"])
    )
    rows = followup.with_owners([*here, *earlier], request.network, request.today)
    return rows[: len(here)], rows[len(here) :]


@on_network
def line(request: Any, passage: int) -> HttpResponse:
    """From a record to the very line it came from: the document's page, at that line."""
    found = get_object_or_404(Passage.objects.only("text_id", "first_line"), pk=passage)
    source = Import.objects.filter(network=request.network, text_id=found.text_id).order_by("-pk").first()
    if source is None:
        source = (
            Import.objects.filter(network=request.network, document__texts=found.text_id)
            .order_by("-pk")
            .first()
        )
    if source is None:
        raise Http404
    page = reverse("minutes:review", args=[request.network.federation.slug, request.network.slug, source.pk])
    return HttpResponseRedirect(f"{page}#r{found.first_line}")
