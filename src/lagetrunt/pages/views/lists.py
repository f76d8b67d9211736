"""The lists of a network's register, each paged, filtered by plain forms, every entry with its source."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lagetrunt.charters.models import Charter, Duty, Goal
from lagetrunt.documents.standing import standing
from lagetrunt.followup import queries as followup
from lagetrunt.followup.models import Assignment, Decision, RoundEntry
from lagetrunt.meetings import queries as meetings
from lagetrunt.meetings.models import Meeting
from lagetrunt.networks import queries as networks
from lagetrunt.pages.ring import listed
from lagetrunt.pages.seats import attendance_seats, here_at
from lagetrunt.pages.views.framing import asked_for, on_network, page_of, show, year_asked
from lagetrunt.shared.text import swedish

COLUMNS = 12


def _years(rows: Any) -> list[int]:
    """The years in which there is anything, latest first."""
    return [
        day.year
        for day in rows.filter(meeting__date__isnull=False)
        .order_by()
        .dates("meeting__date", "year", order="DESC")
    ]


@on_network
def meeting_list(request: Any) -> HttpResponse:
    """All meetings, newest first, with who was there in a ring."""
    rows = (
        Meeting.objects.filter(network=request.network)
        .exclude(state=Meeting.State.CANCELLED)
        .select_related("host")
    )
    page = page_of(request, rows.order_by(*meetings.NEWEST), per_page=25)
    table = meetings.matrix(request.network, page.object_list, request.today)
    place = {meeting.pk: column for column, meeting in enumerate(table.meetings)}
    said = {meeting.pk for meeting in page if any(row.marks[place[meeting.pk]] for row in table.rows)}
    return show(
        request,
        "pages/meetings.html",
        "meetings",
        {
            "page": page,
            "of": len(table.rows),
            "rows": [
                (meeting, attendance_seats(table, place[meeting.pk]), here_at(table, place[meeting.pk]))
                if meeting.pk in said
                else (meeting, [], 0)
                for meeting in page
            ],
        },
    )


@on_network
def decisions(request: Any) -> HttpResponse:
    """What was settled, by year and words."""
    year, words = year_asked(request), asked_for(request, "ord")
    page = page_of(request, followup.decisions(request.network, year=year, words=words))
    years = _years(Decision.objects.filter(network=request.network, formal=False))
    return show(
        request,
        "pages/decisions.html",
        "decisions",
        {"page": page, "year": year, "words": words, "years": years},
    )


@on_network
def assignments(request: Any) -> HttpResponse:
    """Promises, by state and who made them; the newest first, or the longest overdue."""
    network, state, owner = request.network, asked_for(request, "lage"), asked_for(request, "vem")
    state = state if state in (*Assignment.State.values, "alla") else Assignment.State.OPEN
    late_first = request.GET.get("ordning") == "over-tiden"
    counts = followup.open_promises(network, request.today)
    found = followup.assignments(network, state="" if state == "alla" else state, owner=owner)
    page = page_of(request, _late_first(found, counts.late) if late_first else found)
    rows = _in_order(found, page.object_list) if late_first else page.object_list
    return show(
        request,
        "pages/assignments.html",
        "assignments",
        {
            "page": page,
            "rows": followup.with_owners(rows, network, request.today),
            "counts": counts,
            "state": state,
            "owner": owner,
            "owners": followup.owners(network),
            "late_first": late_first,
            "asked_other": bool(owner) or state != Assignment.State.OPEN,
            "states": [
                ("open", _("öppna")),
                ("done", _("klara")),
                ("dropped", _("strukna")),
                ("alla", _("alla")),
            ],
        },
    )


def _late_first(found: Any, late: tuple[Any, ...]) -> list[Any]:
    """The keys of these promises, the longest overdue first and the others behind them as they were."""
    keys = list(found.values_list("pk", flat=True))
    there, overdue = set(keys), set(late)
    return [*(pk for pk in late if pk in there), *(pk for pk in keys if pk not in overdue)]


def _in_order(found: Any, keys: Any) -> list[dict[str, Any]]:
    """The rows of these keys in their order."""
    rows = {row["id"]: row for row in found.filter(pk__in=keys)}
    return [rows[pk] for pk in keys]


@on_network
def topics(request: Any) -> HttpResponse:
    """Topics that were raised and not planned, the oldest first; and those that were taken up."""
    lives = followup.topics(request.network, today=request.today)
    return show(
        request,
        "pages/topics.html",
        "topics",
        {
            "open": [life for life in lives if not life.planned],
            "planned": [life for life in lives if life.planned],
        },
    )


@on_network
def dates(request: Any) -> HttpResponse:
    """Dates ahead, the network's own and others', and those gone by."""
    network, today = request.network, request.today
    return show(
        request,
        "pages/dates.html",
        "dates",
        {
            "own": meetings.next_dates(network, today),
            "others": list(meetings.events(network, today=today, ahead=True)[:100]),
            "loose": meetings.undated_events(network, today),
            "page": page_of(request, meetings.events(network, today=today, ahead=False)),
        },
    )


@on_network
def told_round(request: Any) -> HttpResponse:
    """The round-the-table through the years, by municipality."""
    network, year, who = request.network, year_asked(request), asked_for(request, "kommun")
    page = page_of(request, followup.round_entries(network, organisation=who, year=year))
    entries = standing(RoundEntry.objects.filter(network=network))
    names = entries.order_by().values_list("organisation__name", flat=True).distinct()
    return show(
        request,
        "pages/round.html",
        "round",
        {
            "page": page,
            "year": year,
            "who": who,
            "years": _years(entries),
            "organisations": sorted(names, key=swedish),
        },
    )


@on_network
def attendance(request: Any) -> HttpResponse:
    """The matrix, twelve meetings at a time."""
    page = page_of(request, meetings.held(request.network), per_page=COLUMNS)
    return show(
        request,
        "pages/attendance.html",
        "attendance",
        {
            "page": page,
            "matrix": meetings.matrix(request.network, page.object_list, request.today),
        },
    )


@on_network
def members(request: Any) -> HttpResponse:
    """Who sits round the table today, and who did before."""
    rows = networks.members(request.network, request.today)
    seats = meetings.members(request.network, request.today)
    here = {row["organisation__name"] for row in rows}
    return show(
        request,
        "pages/members.html",
        "members",
        {
            "rows": rows,
            "former": networks.former_members(request.network, request.today),
            "promised": followup.open_by_person(request.network),
            "empty": listed(name for name in seats.values() if name not in here),
        },
    )


@on_network
def charter(request: Any) -> HttpResponse:
    """The charter in force: goals and duties; and its earlier versions."""
    versions = list(Charter.objects.filter(network=request.network).select_related("text__document"))
    now = versions[0] if versions else None
    goals = standing(Goal.objects.filter(charter=now)).select_related("passage") if now else []
    duties = standing(Duty.objects.filter(charter=now)).select_related("passage") if now else []
    return show(
        request,
        "pages/charter.html",
        "charter",
        {
            "charter": now,
            "earlier": versions[1:],
            "goals": list(goals),
            "duties": list(duties),
        },
    )
