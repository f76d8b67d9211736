"""Reads about meetings: everything derived is computed here, from dated facts, for a day that is given."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import F, Max, QuerySet

from lagetrunt.documents.models import Record
from lagetrunt.documents.standing import SOURCE, standing
from lagetrunt.meetings.models import AgendaItem, Attendance, Event, Meeting, Officer
from lagetrunt.networks.models import Network, Organisation, Seat
from lagetrunt.networks.queries import in_force
from lagetrunt.shared.prepared import prepared
from lagetrunt.shared.text import swedish

Rows = QuerySet[Any, Any]
HELD = (Meeting.State.HELD, Meeting.State.APPROVED)
STRENGTH: dict[str, int] = {
    Attendance.Status.PRESENT: 4,
    Attendance.Status.PARTLY: 3,
    Attendance.Status.APOLOGIES: 2,
    Attendance.Status.ABSENT: 1,
}
EVENT_FACTS = (
    "date",
    "last_date",
    "date_text",
    "start",
    "place",
    "what",
    "host__name",
    "body",
    "convener",
    "theme",
)
ITEM = (
    "id",
    "number",
    "title",
    "passage_id",
    "passage__first_line",
    "passage__last_line",
    "passage__text_id",
)
MEETING_FACTS = (
    "id",
    "network_id",
    "state",
    "date",
    "last_date",
    "date_text",
    "start",
    "end",
    "place",
    "host__name",
    "theme",
)
ORDINARY = re.compile(
    r"(?:(?:kommande|nästa|nästkommande|nya|våra)\s+)*(?:möte\w*|träff\w*|gång\w*|sammanträde\w*|datum|mötestid\w*)?\W*$",
    re.IGNORECASE,
)
# networks meet at most every month or so: two days nearer than this are one meeting that was moved
NEAR = dt.timedelta(days=21)
NEWEST = (F("date").desc(nulls_last=True), "id")
HERE = (Attendance.Status.PRESENT, Attendance.Status.PARTLY)
LATEST = 8  # meetings that a network's front page shows


def held(network: Network) -> QuerySet[Meeting]:
    """The meetings that were held, newest first; those without a day last."""
    return Meeting.objects.filter(network=network, state__in=HELD).select_related("host").order_by(*NEWEST)


@prepared
def latest_held(network: int) -> QuerySet[Meeting, Meeting]:
    """The latest meetings that a network's front page shows, newest first."""
    held = Meeting.objects.filter(network=network, state__in=HELD).select_related("host")
    return held.order_by(*NEWEST)[:LATEST]


def neighbours(meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
    """The network's meetings before and after this one, by day."""
    if meeting.date is None:
        return None, None
    before = _before(meeting.network_id, meeting.pk, meeting.date)
    after = _after(meeting.network_id, meeting.pk, meeting.date)
    return next(iter(before), None), next(iter(after), None)


@prepared
def _before(network: int, meeting: UUID, day: dt.date) -> QuerySet[Meeting, Meeting]:
    others = Meeting.objects.filter(network=network).exclude(pk=meeting)
    return others.filter(date__lt=day).order_by("-date", "id")[:1]


@prepared
def _after(network: int, meeting: UUID, day: dt.date) -> QuerySet[Meeting, Meeting]:
    others = Meeting.objects.filter(network=network).exclude(pk=meeting)
    return others.filter(date__gt=day).order_by("date", "id")[:1]


@dataclass(slots=True)
class Line:
    """One organisation's row of the attendance matrix: a status per meeting ("" where nothing is said).

    ``last`` is told of those who are ``long_away``: when they last took part in any meeting, or None for
    never.
    """

    organisation: str
    marks: list[str] = field(default_factory=list)
    last: dt.date | None = None

    @property
    def long_away(self) -> bool:
        """It took part in none of the three latest meetings that are shown, though there were three."""
        return len(self.marks) >= 3 and not any(mark in HERE for mark in self.marks[-3:])

    @property
    def present(self) -> int:
        """How many of the shown meetings it took part in."""
        return sum(mark in HERE for mark in self.marks)


@dataclass(slots=True)
class Matrix:
    """Organisations × meetings, oldest meeting first. ``years`` are (year, number of columns) over the
    meetings.
    """

    meetings: list[Meeting]
    rows: list[Line]

    @property
    def years(self) -> list[tuple[str, int]]:
        """The years over the columns, each with how many columns it spans."""
        found: list[tuple[str, int]] = []
        for meeting in self.meetings:
            year = str(meeting.date.year) if meeting.date else ""
            if found and found[-1][0] == year:
                found[-1] = (year, found[-1][1] + 1)
            else:
                found.append((year, 1))
        return found

    @property
    def long_away(self) -> list[Line]:
        """The rows of those who are long away."""
        return [row for row in self.rows if row.long_away]


def members(network: Network, today: dt.date) -> dict[int, str]:
    """The organisations with a seat on this day, key → name, in Swedish order."""
    return dict(sorted(_seated(network.pk, today), key=lambda pair: swedish(pair[1])))


@prepared
def _seated(network: int, day: dt.date) -> Rows:
    seats = Seat.objects.filter(in_force(day), network=network)
    return seats.values_list("organisation_id", "organisation__name")


@prepared
def _names(organisations: tuple[int, ...]) -> Rows:
    return Organisation.objects.filter(pk__in=organisations).order_by().values_list("pk", "name")


def statuses(meeting_ids: Sequence[UUID]) -> dict[UUID, dict[int, str]]:
    """Per meeting and organisation the strongest status that anybody of it has: one present makes it
    present.
    """
    found: dict[UUID, dict[int, str]] = defaultdict(dict)
    for meeting, organisation, status in _marks(tuple(meeting_ids)):
        at = found[meeting]
        if STRENGTH[status] > STRENGTH.get(at.get(organisation, ""), 0):
            at[organisation] = status
    return found


@prepared
def _marks(meetings: tuple[UUID, ...]) -> Rows:
    rows = standing(Attendance.objects.filter(meeting__in=meetings, organisation__isnull=False))
    return rows.order_by().values_list("meeting_id", "organisation_id", "status")


def matrix(network: Network, meetings: Iterable[Meeting], today: dt.date) -> Matrix:
    """Who was represented when: a row for each seat, and for every other municipality that attendance ever
    names.
    """
    columns = sorted(meetings, key=lambda one: (one.date is None, one.date or dt.date.min))
    known = statuses([meeting.pk for meeting in columns])
    seated = members(network, today)
    guests = dict(_names(tuple({pk for at in known.values() for pk in at} - seated.keys())))
    lines = {
        pk: Line(name, [known[meeting.pk].get(pk, "") for meeting in columns])
        for pk, name in {**seated, **guests}.items()
    }
    for pk, day in _last_here(network.pk, tuple(pk for pk, line in lines.items() if line.long_away)):
        lines[pk].last = day
    return Matrix(columns, sorted(lines.values(), key=lambda line: swedish(line.organisation)))


@prepared
def _last_here(network: int, organisations: tuple[int, ...]) -> Rows:
    rows = standing(
        Attendance.objects.filter(network=network, organisation__in=organisations, status__in=HERE)
    )
    return (
        rows.order_by()
        .values("organisation_id")
        .annotate(day=Max("meeting__date"))
        .values_list("organisation_id", "day")
    )


def attendance(meeting: Meeting) -> list[dict[str, Any]]:
    """Everybody who is named in a meeting's attendance, as written."""
    return _attendance(meeting.pk)


@prepared
def _attendance(meeting: UUID) -> Rows:
    rows = standing(Attendance.objects.filter(meeting=meeting)).order_by("position")
    return rows.values("name", "organisation__name", "status", "role", "substitute_for", "part")


def officers(meeting: Meeting) -> dict[str, list[str]]:
    """Who led, wrote, was elected to write and adjusts: names by role."""
    found: dict[str, list[str]] = defaultdict(list)
    for role, name in _officers(meeting.pk):
        found[role].append(name)
    return dict(found)


@prepared
def _officers(meeting: UUID) -> Rows:
    rows = standing(Officer.objects.filter(meeting=meeting))
    return rows.order_by("passage__first_line").values_list("role", "name")


def items(meeting: Meeting) -> list[dict[str, Any]]:
    """The points of a meeting's agenda with their first lines."""
    return _items(meeting.pk)


@prepared
def _items(meeting: UUID) -> Rows:
    rows = standing(AgendaItem.objects.filter(meeting=meeting)).order_by("position")
    found: Rows = rows.values(*ITEM)
    return found


def meeting_days(network: Network) -> list[dt.date]:
    """Every day on which the network met or is called to meet, in order."""
    return _days(network.pk)


@prepared
def _days(network: int) -> Rows:
    rows = Meeting.objects.filter(network=network, date__isnull=False).exclude(state=Meeting.State.CANCELLED)
    return rows.order_by("date").values_list("date", flat=True)


def next_dates(network: Network, today: dt.date) -> list[dict[str, Any]]:
    """The network's coming meetings, one row per day, the next first: as called, completed by what the
    minutes told.

    The newest telling knows best: where a notice, or later minutes, moved an ordinary meeting to another day
    near it, the old day is gone; so is the day of a meeting that was cancelled. A called meeting's row has
    its key as ``meeting_id``, others None.
    """
    return next_dates_of((network.pk,), today)[network.pk]


def next_dates_of(networks: Sequence[int], today: dt.date) -> dict[int, list[dict[str, Any]]]:
    """The same for several networks (by key) at once, in two queries."""
    keys = tuple(networks)
    named: dict[int, list[dict[str, Any]]] = {key: [] for key in keys}
    told: dict[int, list[dict[str, Any]]] = {key: [] for key in keys}
    for row in _named(keys, today):
        named[row["network_id"]].append(row)
    for row in _told(keys, today):
        told[row["network_id"]].append(row)
    return {key: _merged(named[key], told[key]) for key in keys}


def _merged(named: list[dict[str, Any]], told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    gone = {row["date"] for row in named if row["state"] == Meeting.State.CANCELLED}
    found = {row["date"]: _called(row) for row in named if row["date"] not in gone}
    for row in told:
        if row["date"] in found:
            kept = {key: value for key, value in found[row["date"]].items() if value}
            found[row["date"]] = {**row, "end": None, "meeting_id": None, **kept}
        elif row["date"] not in gone and not any(_moved(row, other) for other in found.values()):
            found[row["date"]] = {**row, "end": None, "meeting_id": None}
    return [found[day] for day in sorted(found)]


@prepared
def _named(networks: tuple[int, ...], today: dt.date) -> Rows:
    ahead = Meeting.objects.filter(network__in=networks, date__gte=today).exclude(state__in=HELD)
    found: Rows = ahead.order_by("date", "id").values(*MEETING_FACTS)
    return found


@prepared
def _told(networks: tuple[int, ...], today: dt.date) -> Rows:
    rows = standing(Event.objects.filter(network__in=networks, body="", date__gte=today))
    newest = rows.order_by(F("meeting__date").desc(nulls_last=True), "date", "id")
    found: Rows = newest.values("network_id", *EVENT_FACTS, *SOURCE)
    return found


def _called(row: dict[str, Any]) -> dict[str, Any]:
    """A meeting as a row like those of events; it stands on no passage of its own."""
    return {
        **row,
        "meeting_id": row["id"],
        "what": "",
        "convener": "",
        "passage_id": None,
        "meeting__date": None,
        "standing": Record.Standing.CERTAIN,
    }


def _moved(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether a newer telling says another day for the same ordinary meeting."""
    if (
        not (is_ordinary(old["what"]) and is_ordinary(new["what"]))
        or old["meeting__date"] == new["meeting__date"]
    ):
        return False
    return bool(abs(old["date"] - new["date"]) <= NEAR)


def is_ordinary(what: str) -> bool:
    """Whether words like "Nästa möte" say no more than that the network meets."""
    return ORDINARY.match(what) is not None


def events(network: Network, *, today: dt.date, ahead: bool) -> Rows:
    """Dates that minutes told of: others' ahead (the next first), or all that are gone by (the latest
    first) without the days of meetings held.
    """
    rows = standing(Event.objects.filter(network=network))
    if ahead:
        rows = rows.filter(date__gte=today).exclude(body="").order_by("date", "id")
    else:
        met = Meeting.objects.filter(network=network, state__in=HELD, date__isnull=False)
        rows = (
            rows.filter(date__lt=today).exclude(body="", date__in=met.values("date")).order_by("-date", "id")
        )
    found: Rows = rows.values(*EVENT_FACTS, *SOURCE)
    return found


def undated_events(network: Network, today: dt.date) -> list[dict[str, Any]]:
    """Dates that are only a week, a month or a day without a year, from the meetings of the last year."""
    since = today - dt.timedelta(days=365)
    rows = standing(Event.objects.filter(network=network, date=None, meeting__date__gte=since)).exclude(
        date_text=""
    )
    return list(
        rows.order_by("-meeting__date", "id").values(
            "date_text", "place", "what", "body", "convener", "theme", *SOURCE
        )[:20]
    )
