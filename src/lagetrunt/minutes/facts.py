"""The single facts of a meeting (day, time, place …): from its notices, then its minutes, then what people
corrected.
"""

from __future__ import annotations

from collections.abc import Sequence

from lagetrunt.meetings.models import Meeting
from lagetrunt.minutes import deeds
from lagetrunt.minutes.harvest import Fields
from lagetrunt.minutes.kinds import clock
from lagetrunt.minutes.models import Act, Import
from lagetrunt.minutes.naming import Names
from lagetrunt.shared.time import exact_day

FIELDS = ("date", "start", "end", "place", "number")
IN_FORCE = {Import.Kind.MINUTES: 2, Import.Kind.NOTICE: 1}


def versions(meeting: Meeting) -> list[Import]:
    """The documents of a meeting that were read, the one in force last: minutes over notices, final over
    draft, later over earlier.
    """
    read = meeting.imports.filter(state__in=[Import.State.READ, Import.State.OLDER], kind__in=IN_FORCE)
    return sorted(
        read.select_related("text"), key=lambda one: (IN_FORCE[Import.Kind(one.kind)], not one.draft, one.pk)
    )


def settle_facts(meeting: Meeting, sources: Sequence[Import], acts: Sequence[Act], names: Names) -> None:
    """Write the meeting's columns from its documents, the one in force last, with people's acts on top."""
    fields: Fields = {}
    for source in sources:
        fields.update({name: source.header[name] for name in FIELDS if source.header.get(name)})
    fields = deeds.outcome(fields, acts).fields
    meeting.date, meeting.last_date = exact_day(fields.get("date"))
    meeting.date_text = "" if meeting.date else str(fields.get("date") or "")[:40]
    meeting.start, meeting.end = clock(fields.get("start")), clock(fields.get("end"))
    meeting.place = str(fields.get("place") or "")[:300]
    meeting.number = str(fields.get("number") or "")[:40]
    meeting.host = names.host(meeting.place)
    meeting.state = _state(meeting, sources)
    meeting.save()


def _state(meeting: Meeting, sources: Sequence[Import]) -> str:
    """Minutes say that the meeting was held, a notice that it was called; a cancelled or approved one
    stays so.
    """
    if meeting.state in (Meeting.State.CANCELLED, Meeting.State.APPROVED):
        return meeting.state
    if any(source.kind == Import.Kind.MINUTES for source in sources):
        return Meeting.State.HELD
    return Meeting.State.CALLED if sources else Meeting.State.PLANNED
