"""The network's documents: their list, taking new ones in, and the files themselves."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from lagetrunt.documents.queries import open_content
from lagetrunt.documents.storage import MAX_BYTES
from lagetrunt.minutes import queries
from lagetrunt.minutes.models import Import
from lagetrunt.minutes.operations import Outcome, import_document
from lagetrunt.minutes.views.page import document, reviewer, show
from lagetrunt.networks.doors import on_network

PER_PAGE = 50
TOLD_ONE_BY_ONE = 10
SAFE_TYPES = {
    "application/pdf",
    "text/plain",
    "message/rfc822",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@require_GET
@on_network("minutes.read")
def documents(request: Any) -> HttpResponseBase:
    """All documents, by state; those that wait for a person are told first."""
    state = request.GET.get("lage", "")
    state = state if state in Import.State.values else ""
    counts = queries.states(request.network)
    page = Paginator(queries.documents(request.network, state), PER_PAGE).get_page(request.GET.get("sida"))
    unsure = queries.unsure_by_meeting(
        [one.meeting_id for one in page if one.meeting_id and one.state == Import.State.READ]
    )
    waiting = [] if state else list(queries.documents(request.network, Import.State.WAITING)[:PER_PAGE])
    return show(
        request,
        "minutes/documents.html",
        {
            "page": page,
            "rows": [(one, unsure.get(one.meeting_id, 0)) for one in page],
            "waiting": waiting,
            "state": state,
            "states": [
                (value, _(label), counts[value]) for value, label in Import.State.choices if counts.get(value)
            ],
            "total": sum(counts.values()),
            "limit": MAX_BYTES // (1 << 20),
        },
    )


@require_http_methods(["POST"])
@on_network("minutes.import")
def upload(request: Any) -> HttpResponseBase:
    """Take files in: one, as JSON for the script that sends them one by one; or all of a form at once."""
    files = request.FILES.getlist("files")
    outcomes = [(file, _take_in(request, file)) for file in files]
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(
            {"files": [_told(file, outcome) for file, outcome in outcomes]}, status=200 if files else 400
        )
    _say(request, outcomes)
    return redirect(
        reverse("minutes:documents", args=[request.network.federation.slug, request.network.slug])
    )


def _take_in(request: Any, file: UploadedFile[Any]) -> Outcome:
    name = file.name or _("namnlös")
    if not file.size:
        return Outcome(Import.State.FAILED, _("Filen är tom."))
    file.seek(0)
    opened: Any = file.file
    return import_document(
        network=request.network, content=opened, name=name, at=request.at, by=reviewer(request)
    )


def _told(file: UploadedFile[Any], outcome: Outcome) -> dict[str, Any]:
    url = outcome.source.network and _address(outcome.source) if outcome.source else ""
    return {"name": file.name, "state": outcome.state, "message": outcome.message, "url": url}


def _address(source: Import) -> str:
    return reverse("minutes:review", args=[source.network.federation.slug, source.network.slug, source.pk])


def _say(request: Any, outcomes: list[tuple[UploadedFile[Any], Outcome]]) -> None:
    """What became of the files: those that need a person each for themselves, the others as a number."""
    if not outcomes:
        messages.error(request, _("Välj minst en fil."))
    well = [
        outcome for _file, outcome in outcomes if outcome.state in (Import.State.READ, Import.State.OLDER)
    ]
    if well:
        messages.success(
            request,
            ngettext("%(count)s dokument lästes in.", "%(count)s dokument lästes in.", len(well))
            % {"count": len(well)},
        )
    others = [(file, outcome) for file, outcome in outcomes if outcome not in well]
    for file, outcome in others[:TOLD_ONE_BY_ONE]:
        said = (
            outcome.message
            if outcome.message.startswith(str(file.name))
            else f"{file.name}: {outcome.message}"
        )
        messages.warning(request, said)
    if len(others) > TOLD_ONE_BY_ONE:
        messages.warning(
            request, _("… och %(count)s till, se listan.") % {"count": len(others) - TOLD_ONE_BY_ONE}
        )


@require_GET
@on_network("minutes.read")
def content(request: Any, pk: int) -> HttpResponseBase:
    """The original file, always as a download: what people upload is never shown as a page of ours."""
    source = document(request, pk)
    opened = open_content(source.document)
    if opened is None:
        raise Http404
    media_type = (
        source.document.media_type if source.document.media_type in SAFE_TYPES else "application/octet-stream"
    )
    response = FileResponse(opened, as_attachment=True, filename=source.name, content_type=media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
