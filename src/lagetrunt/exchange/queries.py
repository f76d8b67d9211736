"""The register for programs: everything a network's documents told, as plain JSON values in a settled order.

Withdrawn and dismissed records are left out. ``confirmed`` is false for what was read out of a sentence and
no person has said yes to. ``document`` and ``line`` are the file's name and the 1-based line of its
extracted text.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from lagetrunt.charters.models import Charter, Duty, Goal
from lagetrunt.documents.models import Record
from lagetrunt.followup import queries as followup
from lagetrunt.followup.models import Assignment, Decision, Referral, RoundEntry, TopicMention
from lagetrunt.meetings.models import AgendaItem, Attendance, Event, Meeting, Officer
from lagetrunt.minutes import queries as minutes
from lagetrunt.minutes.models import Import
from lagetrunt.networks.models import Network
from lagetrunt.shared.time import day_of

Row = dict[str, Any]
PRESENT = {Attendance.Status.PRESENT, Attendance.Status.PARTLY}


def register(network: Network, at: dt.datetime) -> Row:
    """The whole register of one network at this moment, with a constant number of queries."""
    meetings = list(Meeting.objects.filter(network=network).select_related("host"))
    meetings.sort(key=lambda one: (one.date is None, one.date or dt.date.min, str(one.pk)))
    place = {meeting.pk: number for number, meeting in enumerate(meetings)}
    sources = list(network.imports.select_related("document", "meeting").order_by("pk"))
    return {
        "network": {"slug": network.slug, "name": network.name, "federation": network.federation.slug},
        "meetings": _meetings(network, meetings, sources),
        "decisions": _records(Decision, network, place, _decision),
        "assignments": _records(Assignment, network, place, _assignment),
        "topics": _topics(network, place, day_of(at)),
        "round": _records(RoundEntry, network, place, _round),
        "events": _records(Event, network, place, _event),
        "problems": _problems(sources),
        "referrals": _records(Referral, network, place, _referral),
        "charter": _charter(network),
        "documents": [
            _document(source) for source in sorted(sources, key=lambda one: (one.name, one.document.sha256))
        ],
    }


def _standing(model: type[Any], network: Network) -> Any:
    """The rows of one kind that stand in the register."""
    standing = model.objects.filter(network=network, withdrawn_at=None).exclude(
        standing=Record.Standing.DISMISSED
    )
    return standing.select_related("passage__text__document").defer(
        "passage__text__body", "passage__text__layout"
    )


def _records(
    model: type[Any], network: Network, place: dict[Any, int], told: Callable[[Any], Row]
) -> list[Row]:
    joined = [name for name in ("item", "organisation", "host", "to_network") if hasattr(model, name)]
    rows = _standing(model, network).select_related("meeting", *joined, "passage__text__document")
    if model is Assignment:
        rows = rows.prefetch_related("assignees__person")
    ordered = sorted(rows, key=lambda row: (place[row.meeting_id], _line(row) or 0, str(row.pk)))
    return [
        {**_source(row), "meeting": str(row.meeting_id), "meeting_date": _day(row.meeting.date), **told(row)}
        for row in ordered
    ]


def _source(row: Any) -> Row:
    return {
        "id": str(row.pk),
        "confirmed": row.standing != Record.Standing.UNCONFIRMED,
        "document": row.passage.text.document.name if row.passage else None,
        "line": _line(row),
    }


def _line(row: Any) -> int | None:
    return row.passage.first_line if row.passage else None


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _time(time: dt.time | None) -> str | None:
    return time.strftime("%H:%M") if time else None


def _meetings(network: Network, meetings: Iterable[Meeting], sources: Iterable[Import]) -> list[Row]:
    people = _by_meeting(_standing(Attendance, network).select_related("organisation"))
    officers = _by_meeting(_standing(Officer, network))
    items = _by_meeting(_standing(AgendaItem, network))
    documents: dict[Any, Import] = {}
    for source in sources:
        if source.meeting_id and source.state == Import.State.READ:
            kept = documents.get(source.meeting_id)
            if kept is None or source.kind == Import.Kind.MINUTES or kept.kind == Import.Kind.NOTICE:
                documents[source.meeting_id] = source
    return [
        _meeting(one, people[one.pk], officers[one.pk], items[one.pk], documents.get(one.pk))
        for one in meetings
    ]


def _by_meeting(rows: Iterable[Any]) -> dict[Any, list[Any]]:
    grouped: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.meeting_id].append(row)
    return grouped


def _meeting(
    one: Meeting,
    people: list[Attendance],
    officers: list[Officer],
    items: list[AgendaItem],
    source: Import | None,
) -> Row:
    held = {role: [row.name for row in officers if row.role == role] for role in Officer.Role.values}
    here = {row.organisation.name for row in people if row.organisation and row.status in PRESENT}
    away = {row.organisation.name for row in people if row.organisation and row.status not in PRESENT}
    return {
        "id": str(one.pk),
        "confirmed": True,
        "document": source.name if source else None,
        "line": (source.header.get("lines") or {}).get("date") if source else None,
        "state": one.state,
        "date": _day(one.date),
        "last_date": _day(one.last_date),
        "date_text": one.date_text or None,
        "proposals": source.hints.get("proposals", []) if source and one.date is None else [],
        "start": _time(one.start),
        "end": _time(one.end),
        "place": one.place or None,
        "host": one.host.name if one.host else None,
        "number": one.number or None,
        "present": sorted(here),
        "absent": sorted(away - here),
        "people": [
            {
                "name": row.name or None,
                "organisation": row.organisation.name if row.organisation else None,
                "status": row.status,
                "line": _line(row),
            }
            for row in sorted(people, key=lambda row: row.position)
        ],
        "chair": next(iter(held["chair"]), None),
        "secretary": next(iter(held["secretary"]), None),
        "secretary_elected": next(iter(held["secretary-elected"]), None),
        "adjusters": held["adjuster"],
        "items": [
            {"number": row.number or None, "title": row.title, "line": _line(row)}
            for row in sorted(items, key=lambda row: row.position)
        ],
    }


def _item(row: Any) -> Row:
    return {"item": row.item.title if row.item else None}


def _decision(row: Decision) -> Row:
    return {"text": row.text, "explicit": row.explicit, "formal": row.formal, **_item(row)}


def _assignment(row: Assignment) -> Row:
    assignees = list(row.assignees.all())
    return {
        "text": row.text,
        "assignees": [one.name for one in assignees],
        "resolved": [one.person.name if one.person else None for one in assignees],
        "scope": row.scope,
        "due": _day(row.due),
        "due_text": row.due_text or None,
        "due_kind": row.due_kind,
        "state": row.state,
        "explicit": row.explicit,
        **_item(row),
    }


def _round(row: RoundEntry) -> Row:
    return {"organisation": row.organisation.name, "text": row.text, **_item(row)}


def _event(row: Event) -> Row:
    return {
        "date": _day(row.date) or row.date_text or None,
        "last_date": _day(row.last_date),
        "start": _time(row.start),
        "place": row.place or None,
        "host": row.host.name if row.host else None,
        "what": row.what or None,
        "body": row.body or None,
        "convener": row.convener or None,
        "theme": row.theme or None,
    }


def _referral(row: Referral) -> Row:
    return {
        "to": row.to,
        "network": row.to_network.slug if row.to_network else None,
        "text": row.text,
        **_item(row),
    }


def _topics(network: Network, place: dict[Any, int], today: dt.date) -> list[Row]:
    """Each topic that was ever listed as not yet planned, with the line that listed it last."""
    mentions: dict[Any, list[TopicMention]] = defaultdict(list)
    for row in _standing(TopicMention, network):
        mentions[row.topic_id].append(row)
    told = []
    for life in followup.topics(network, today=today):
        rows = sorted(mentions[life.id], key=lambda row: (place[row.meeting_id], _line(row) or 0))
        told.append(
            {
                **_source(rows[-1]),
                "id": str(life.id),
                "title": life.title,
                "first_raised": _day(life.first),
                "last_raised": _day(life.last),
                "times_carried": life.carried,
                "planned": life.planned,
                "discussed": [_day(day) for day in life.discussed],
                "meetings": list(dict.fromkeys(str(row.meeting_id) for row in rows)),
            }
        )
    return sorted(told, key=lambda one: (one["title"].casefold(), one["id"]))


def _problems(sources: Iterable[Import]) -> list[Row]:
    """The checker's remarks on the documents whose records stand in the register."""
    sources = [source for source in sources if source.state == Import.State.READ]
    struck = minutes.struck_lines(sources)
    told = [
        {
            "id": f"{source.document.sha256[:16]}:{number}",
            "confirmed": True,
            "code": problem["code"],
            "severity": problem["severity"],
            "message": problem["message"],
            "document": source.name,
            "line": problem.get("line"),
        }
        for source in sources
        for number, problem in enumerate(minutes.problems(source, struck.get(source.meeting_id, set())))
    ]
    return sorted(told, key=lambda one: (one["document"], one["line"] or 0, one["code"], one["id"]))


def _charter(network: Network) -> Row | None:
    charter = Charter.objects.filter(network=network).select_related("text__document").first()
    if charter is None:
        return None
    goals = _standing(Goal, network).filter(charter=charter).order_by("position")
    duties = _standing(Duty, network).filter(charter=charter).order_by("position")
    return {
        "id": str(charter.pk),
        "confirmed": True,
        "title": charter.title or None,
        "valid_from": _day(charter.valid_from),
        "version": charter.version,
        "document": charter.text.document.name,
        "line": 1,
        "goals": [
            {**_source(row), "number": row.number or None, "title": row.title, "tasks": row.tasks}
            for row in goals
        ],
        "duties": [
            {**_source(row), "role": row.role, "text": row.text, "recipient": row.recipient or None}
            for row in duties
        ],
    }


def _document(source: Import) -> Row:
    return {
        "document": source.name,
        "sha256": source.document.sha256,
        "kind": source.kind,
        "state": source.state,
        "reason": source.reason or None,
        "meeting": str(source.meeting_id) if source.meeting_id else None,
    }
