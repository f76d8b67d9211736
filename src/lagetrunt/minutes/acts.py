"""What a reviewer does: confirm, correct, dismiss, add, undo.

Each is a row that stays, and the record follows from all of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from lagetrunt.documents.models import Record
from lagetrunt.documents.operations import Place, passages
from lagetrunt.documents.queries import lines_of
from lagetrunt.meetings.models import Meeting
from lagetrunt.minutes import deeds, indexing
from lagetrunt.minutes.facts import settle_facts, versions
from lagetrunt.minutes.harvest import Fields
from lagetrunt.minutes.kinds import KINDS, Kind
from lagetrunt.minutes.models import Act, Import
from lagetrunt.minutes.naming import Names
from lagetrunt.minutes.rows import acts_on, put, write_assignees
from lagetrunt.people.models import Person
from lagetrunt.shared.keys import derive
from lagetrunt.shared.time import exact_day

MEETING = "meeting"
EXPLICIT = {"explicit": True}


class NoSuchRecord(Exception):
    """The document has no such record, or the act does not fit its kind."""


@transaction.atomic
def confirm(*, source: Import, kind: str, record: UUID, at: dt.datetime, by: Person | None) -> Act:
    """Say that a record is right. Raises NoSuchRecord, as do all acts on a record."""
    row = _row(source, kind, record)
    return _done(source, kind, row, Act.Verb.CONFIRM, {}, at, by)


@transaction.atomic
def correct(
    *, source: Import, kind: str, record: UUID, fields: Mapping[str, Any], at: dt.datetime, by: Person | None
) -> Act:
    """Say what a record should be, in the words of the reader's contract; only the kind's own fields
    count.
    """
    row = _row(source, kind, record)
    return _done(source, kind, row, Act.Verb.CORRECT, _own(KINDS[kind], fields), at, by)


@transaction.atomic
def dismiss(*, source: Import, kind: str, record: UUID, at: dt.datetime, by: Person | None) -> Act:
    """Strike a record: it stays with its line, but not in the register."""
    row = _row(source, kind, record)
    return _done(source, kind, row, Act.Verb.DISMISS, {}, at, by)


@transaction.atomic
def add(
    *,
    source: Import,
    kind: str,
    first: int,
    last: int,
    fields: Mapping[str, Any],
    at: dt.datetime,
    by: Person | None,
) -> Act:
    """Make a record out of lines ``first`` to ``last`` of the document.

    Fields left out are taken from the lines.
    """
    made = KINDS.get(kind)
    owner = source.charter if made and made.of == "charter" else source.meeting
    if made is None or owner is None or source.text is None:
        raise NoSuchRecord(kind)
    lines = lines_of(source.text)
    first, last = max(1, min(first, len(lines))), max(1, min(max(first, last), len(lines)))
    quote = " ".join(" ".join(lines[first - 1 : last]).split())
    wanted = {**_from_words(made, quote), **_own(made, fields), **EXPLICIT}
    passage = passages(text=source.text, places=[Place(first, last, _page(source, first), quote)])[0]
    record = derive("added", *_place(source), _next(source))
    row = made.model(id=record, network=source.network, passage=passage, **{made.of: owner})
    if hasattr(row, "item_id"):
        row.item_id = _item_at(source, first)
    if hasattr(row, "position"):
        row.position = 0
    return _done(source, kind, row, Act.Verb.ADD, wanted, at, by)


@transaction.atomic
def undo(*, source: Import, at: dt.datetime, by: Person | None) -> Act | None:
    """Take back the latest act on this document that still counts; None when there is none."""
    last = deeds.last_standing(source.acts.all())
    if last is None:
        return None
    undoing = _append(source, last.kind, last.record, Act.Verb.UNDO, {}, at, by, undoes=last)
    if last.kind == MEETING:
        _settle_meeting(source)
    else:
        _apply(source, last.kind, _row(source, last.kind, last.record), at)
    return undoing


@transaction.atomic
def accept_all(*, source: Import, at: dt.datetime, by: Person | None) -> int:
    """Confirm everything unconfirmed in the document and mark it reviewed; returns how many records
    that were.
    """
    count = 0
    for kind in KINDS.values():
        owner = {kind.of: source.charter if kind.of == "charter" else source.meeting}
        if any(owner.values()):
            count += _confirm_rows(source, kind, owner, at, by)
    source.reviewed_at, source.reviewed_by = at, by
    source.save(update_fields=["reviewed_at", "reviewed_by"])
    return count


def _confirm_rows(
    source: Import, kind: Kind, owner: Mapping[str, Any], at: dt.datetime, by: Person | None
) -> int:
    """An act for each unconfirmed row of one kind, in the order of the lines.

    Only the standing changes, so neither the other columns nor the index do.
    """
    rows = kind.model._default_manager.filter(**owner, network=source.network, withdrawn_at=None)
    unsure = rows.filter(standing=Record.Standing.UNCONFIRMED).order_by("passage__first_line", "pk")
    found = list(unsure.values_list("pk", flat=True))
    first = _next(source)
    made = [
        _act(source, first + place, kind.name, key, Act.Verb.CONFIRM, {}, at, by)
        for place, key in enumerate(found)
    ]
    Act.objects.bulk_create(made)
    kind.model._default_manager.filter(pk__in=found).update(standing=Record.Standing.CONFIRMED)
    return len(found)


@transaction.atomic
def correct_meeting(*, source: Import, fields: Mapping[str, Any], at: dt.datetime, by: Person | None) -> Act:
    """Say what a single fact of the meeting should be: start, end, place, number.

    The day has its own way: ``dates.set_date``.
    """
    if source.meeting is None:
        raise NoSuchRecord(MEETING)
    act = _append(source, MEETING, source.meeting.pk, Act.Verb.CORRECT, dict(fields), at, by)
    _settle_meeting(source)
    return act


def _settle_meeting(source: Import) -> None:
    assert source.meeting_id is not None
    meeting = Meeting.objects.select_related("network__federation").get(pk=source.meeting_id)
    settle_facts(
        meeting, versions(meeting), acts_on(meeting).get(meeting.pk, []), Names(meeting.network, meeting.date)
    )


def _row(source: Import, kind: str, record: UUID) -> Any:
    """The record, if it is one of this document's meeting or charter."""
    made = KINDS.get(kind)
    owner = source.charter_id if made and made.of == "charter" else source.meeting_id
    if made is None or owner is None:
        raise NoSuchRecord(f"{kind} {record}")
    rows = made.model._default_manager.filter(
        pk=record, network=source.network_id, **{f"{made.of}_id": owner}
    )
    row = rows.select_related("passage").first()
    if row is None:
        raise NoSuchRecord(f"{kind} {record}")
    return row


def _done(
    source: Import, kind: str, row: Any, verb: str, fields: Fields, at: dt.datetime, by: Person | None
) -> Act:
    act = _append(source, kind, row.pk, verb, fields, at, by)
    _apply(source, kind, row, at)
    return act


def _append(
    source: Import,
    kind: str,
    record: UUID,
    verb: str,
    fields: Fields,
    at: dt.datetime,
    by: Person | None,
    undoes: Act | None = None,
) -> Act:
    act = _act(source, _next(source), kind, record, verb, fields, at, by)
    act.undoes = undoes
    act.save(force_insert=True)
    return act


def _act(
    source: Import,
    number: int,
    kind: str,
    record: UUID,
    verb: str,
    fields: Fields,
    at: dt.datetime,
    by: Person | None,
) -> Act:
    """An act that is not saved yet; its key follows from the document and the number of the act on it."""
    return Act(
        id=derive("act", *_place(source), number),
        source=source,
        kind=kind,
        record=record,
        verb=verb,
        fields=fields,
        actor=by,
        at=at,
        sequence=number,
    )


def _place(source: Import) -> tuple[str, str, str]:
    """What tells this import from every other, on any machine."""
    return source.network.federation.slug, source.network.slug, source.document.sha256


def _next(source: Import) -> int:
    Import.objects.select_for_update().get(pk=source.pk)
    last = source.acts.order_by("-sequence").first()
    return last.sequence + 1 if last else 1


def _apply(source: Import, kind: str, row: Any, at: dt.datetime) -> None:
    """Write the row anew from what was read and every act on it, and bring the index up to date."""
    acts = list(Act.objects.filter(record=row.pk))
    day = source.meeting.date if source.meeting else None
    names = Names(source.network, day)
    gone = deeds.outcome(row.as_read, acts).gone
    if gone:
        row.withdrawn_at = at
    else:
        put(KINDS[kind], row, acts, names)
    row.save()
    if kind == "assignment" and not gone:
        write_assignees([row], {row.pk: acts}, names, {row.pk})
    indexing.index_record(source, kind, row, day)


def _own(kind: Kind, fields: Mapping[str, Any]) -> Fields:
    """Only fields that the kind has, in the shapes of the contract; a date that is no date is left as it
    was written.
    """
    own = {name: fields[name] for name in kind.fields if name in fields}
    if own.get("due"):
        own["due_kind"] = "day" if exact_day(own["due"])[0] else "open"
    elif own.get("due_text"):
        own["due_kind"] = "meeting"
    if "assignees" in own and "scope" not in own:
        own["scope"] = "named" if own["assignees"] else "unassigned"
    return own


def _from_words(kind: Kind, quote: str) -> Fields:
    """What the words alone give a new record of this kind."""
    first = next((name for name in ("text", "title", "what", "name") if name in kind.fields), kind.fields[0])
    return {first: quote}


def _page(source: Import, line: int) -> int | None:
    starts = (source.text.layout or {}).get("pages", []) if source.text else []
    return next((page for first, page in reversed(starts) if first <= line), None)


def _item_at(source: Import, line: int) -> UUID | None:
    """The point of the agenda whose text the line is part of."""
    assert source.meeting is not None
    items = source.meeting.agendaitems.filter(withdrawn_at=None, passage__first_line__lte=line)
    last = items.order_by("-passage__first_line", "-position").first()
    return last.pk if last else None
