"""One meeting: its facts, its text as it was written, and beside the text what came of it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from lagetrunt.documents.models import Passage, Record
from lagetrunt.documents.standing import SOURCE
from lagetrunt.followup import queries as followup
from lagetrunt.followup.models import Assignment
from lagetrunt.meetings import queries as meetings
from lagetrunt.meetings.models import Meeting
from lagetrunt.minutes.models import Import
from lagetrunt.pages.paragraphs import Section, sections
from lagetrunt.pages.seats import attendance_seats, attendance_sentence, here_at, roll
from lagetrunt.pages.views.common import on_network, show


@on_network
def meeting(request: Any, pk: Any) -> HttpResponse:
    """The meeting as a document with marginal notes."""
    network = request.network
    held = get_object_or_404(Meeting.objects.select_related("host"), pk=pk, network=network)
    sources = list(Import.objects.filter(meeting=held).select_related("text").order_by("-pk"))
    in_force = next((one for one in sources if one.state == Import.State.READ and one.kind == Import.Kind.MINUTES), None)
    in_force = in_force or next((one for one in sources if one.state == Import.State.READ), None)
    table = meetings.matrix(network, [held], request.today)
    people, officers = meetings.attendance(held), meetings.officers(held)
    before, after = meetings.neighbours(held)
    return show(request, "pages/meeting.html", "meetings", {
        "meeting": held, "source": in_force, "versions": [one for one in sources if one != in_force],
        "seats": attendance_seats(table, 0) if people else [], "sentence": attendance_sentence(table, 0),
        "roll": roll(people, here_at(table, 0), len(table.rows)),
        "officers": officers, "before": before, "after": after,
        "sections": _sections(request, held, in_force, officers), "promised": _promised(request, before) if held.state in meetings.HELD else [],
    })  # fmt: skip


def _sections(request: Any, held: Meeting, source: Import | None, officers: dict[str, list[str]]) -> list[Section]:
    """The points with their text and what was decided and promised under each."""
    decisions = list(followup.decisions(request.network).filter(meeting=held).values("item_id", "text", *SOURCE))
    promised = followup.with_owners(followup.assignments(request.network, meeting=held), request.network, request.today)
    return sections(
        meetings.items(held), decisions=decisions, assignments=promised,
        body=source.text.body if source and source.text else "",
        text_id=source.text_id if source else None,
        layout=source.text.layout if source and source.text else {},
        signers=[name for names in officers.values() for name in names],
    )  # fmt: skip


def _promised(request: Any, before: Meeting | None) -> list[dict[str, Any]]:
    """What was promised at the meeting before, as it stands today: the open ones first."""
    if before is None:
        return []
    rows = followup.assignments(request.network, meeting=before).exclude(standing=Record.Standing.UNCONFIRMED)
    order = (Assignment.State.OPEN, Assignment.State.DONE, Assignment.State.DROPPED)
    return sorted(followup.with_owners(rows, request.network, request.today), key=lambda row: order.index(row["state"]))


@on_network
def line(request: Any, passage: int) -> HttpResponse:
    """From a record to the very line it came from: the document's page, at that line."""
    found = get_object_or_404(Passage.objects.only("text_id", "first_line"), pk=passage)
    source = Import.objects.filter(network=request.network, text_id=found.text_id).order_by("-pk").first()
    if source is None:
        source = Import.objects.filter(network=request.network, document__texts=found.text_id).order_by("-pk").first()
    if source is None:
        raise Http404
    page = reverse("minutes:review", args=[request.network.federation.slug, request.network.slug, source.pk])
    return HttpResponseRedirect(f"{page}#r{found.first_line}")
