"""Giving a meeting its day. If the network has a meeting on that day already, the two become one."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from lagetrunt.meetings.models import Meeting
from lagetrunt.minutes import acts, operations
from lagetrunt.minutes.facts import versions
from lagetrunt.minutes.kinds import KINDS
from lagetrunt.minutes.matching import on_day
from lagetrunt.minutes.models import Import
from lagetrunt.minutes.settling import settle_meeting
from lagetrunt.people.models import Person


def set_date(*, source: Import, day: dt.date, at: dt.datetime, by: Person | None) -> Meeting:
    """A person says when the meeting of these minutes was.

    Raises NoSuchRecord without a meeting, Unreadable when the file is gone.

    The document in force is read again on the new ground: days without a year follow the meeting's.
    """
    meeting = source.meeting
    if meeting is None:
        raise acts.NoSuchRecord("meeting")
    other = on_day(source.network, day)
    joined = sorted(
        [*versions(meeting), *(versions(other) if other and other != meeting else ())], key=lambda one: one.pk
    )
    readings = {one.pk: operations.read_again(one) for one in joined}
    with transaction.atomic():
        acts.correct_meeting(source=source, fields={"date": day.isoformat()}, at=at, by=by)
        if other is not None and other != meeting:
            _join(meeting, other)
            meeting = other
        settle_meeting(Meeting.objects.select_related("network__federation").get(pk=meeting.pk), readings, at)
    return meeting


def settle_again(*, source: Import, at: dt.datetime) -> None:
    """Bring the meeting's document in force in again, after its day was taken back. Raises Unreadable."""
    meeting = Meeting.objects.select_related("network__federation").get(imports=source)
    readings = {one.pk: operations.read_again(one) for one in versions(meeting)[-1:]}
    with transaction.atomic():
        settle_meeting(meeting, readings, at)


def _join(meeting: Meeting, other: Meeting) -> None:
    """Everything of one meeting becomes the other's; what stands in both is found to be the same when it is
    brought in anew.
    """
    for kind in KINDS.values():
        if kind.of == "meeting":
            kind.model._default_manager.filter(meeting=meeting).update(meeting=other)
    Import.objects.filter(meeting=meeting).update(meeting=other)
    meeting.delete()
