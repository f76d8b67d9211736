"""Putting what was read into the register: which version of a meeting's minutes is in force, and what
follows from it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.utils.translation import override

from lagetrunt.documents.models import Text
from lagetrunt.meetings.models import Meeting
from lagetrunt.minutes import dating, indexing
from lagetrunt.minutes.facts import settle_facts, versions
from lagetrunt.minutes.harvest import harvest, header
from lagetrunt.minutes.kinds import KINDS
from lagetrunt.minutes.matching import charter_for, meeting_for, neighbours
from lagetrunt.minutes.models import Import
from lagetrunt.minutes.naming import Names
from lagetrunt.minutes.reading import Read
from lagetrunt.minutes.rows import Bringing, Brought, acts_on
from lagetrunt.shared.time import exact_day

OF_MEETING = [name for name, kind in KINDS.items() if kind.of == "meeting"]
OF_CHARTER = [name for name, kind in KINDS.items() if kind.of == "charter"]
LOST = {"decision", "assignment", "referral", "round", "topic", "event"}


def describe(source: Import, read: Read, text: Text) -> None:
    """What the reading says of the document as a whole, on its import row (not saved)."""
    contract = read.contract
    source.text, source.kind, source.header = (
        text,
        contract.get("kind") or Import.Kind.OTHER,
        header(contract),
    )
    source.problems = list(contract.get("problems") or ())
    source.unread = sorted({one["line"] for one in contract.get("unread") or ()})


def settle(source: Import, read: Read, at: dt.datetime) -> None:
    """Bring a document that belongs to its network into the register. ``source`` is described and saved."""
    source.state, source.reason = Import.State.READ, ""
    if source.kind == Import.Kind.CHARTER:
        _settle_charter(source, read, at)
    elif source.kind in (Import.Kind.MINUTES, Import.Kind.NOTICE):
        if source.meeting is None:
            source.meeting = meeting_for(
                source.network, contract=read.contract, sha256=source.document.sha256, lines=read.lines
            )
        source.save()
        settle_meeting(source.meeting, {source.pk: read}, at)
        source.refresh_from_db()
    else:
        indexing.index_source(source, Brought(), None)
    source.save()


def settle_meeting(meeting: Meeting, readings: dict[int, Read], at: dt.datetime) -> None:
    """Choose the version in force among the meeting's documents, bring in what it says if it is at hand,
    and set the others back.

    ``readings``: what was read just now, by import. A version that is in force already and was not read now
    stays as it is.
    """
    sources = versions(meeting)
    if not sources:
        return
    force = sources[-1]
    by_record = acts_on(meeting)
    names = Names(meeting.network, meeting.date)
    settle_facts(meeting, sources, by_record.get(meeting.pk, []), names)
    for one in sources[:-1]:
        _step_back(one, force)
    if read := readings.get(force.pk):
        names = Names(meeting.network, meeting.date)
        _bring_meeting(force, meeting, read, names, at)


def _step_back(source: Import, force: Import) -> None:
    """Another version is in force.

    A notice is no older version of the minutes, but of a later notice it is.
    """
    source.state = Import.State.OLDER if source.kind == force.kind else Import.State.READ
    source.save(update_fields=["state"])
    indexing.forget(source)


def _bring_meeting(source: Import, meeting: Meeting, read: Read, names: Names, at: dt.datetime) -> None:
    kinds = OF_MEETING if source.kind == Import.Kind.MINUTES else ["item"]
    assert source.text is not None
    brought = Bringing(meeting, source.text, names, at).bring(harvest(read.contract, read.lines), kinds)
    source.state = Import.State.READ
    source.problems = [*(read.contract.get("problems") or ()), *_losses(brought)]
    source.hints = {**source.hints, **_date_hints(source, meeting, read)}
    source.save()
    indexing.index_source(source, brought, meeting.date)


def _losses(brought: Brought) -> list[dict[str, Any]]:
    """A remark for each record that an earlier reading held and this one does not: it is withdrawn, not
    forgotten.
    """
    return [
        {
            "code": "R101",
            "severity": "warning",
            "line": None,
            "message": f"{kind.label} som lästes tidigare finns inte kvar i texten: ”{_quoted(row)}”.",
        }
        for kind, row in brought.vanished
        if kind.name in LOST
    ]


def _quoted(row: Any) -> str:
    return str(row.passage.quote) if row.passage else ""


def _date_hints(source: Import, meeting: Meeting, read: Read) -> dict[str, Any]:
    """What file name and neighbouring minutes suggest, for a meeting without a date."""
    if meeting.date is not None:
        return {"date": "", "proposals": []}
    with override(settings.LANGUAGE_CODE):  # kept, so in the language of the minutes whoever takes them in
        return dating.hints(source.name, neighbours(source.network))


def _settle_charter(source: Import, read: Read, at: dt.datetime) -> None:
    """A new version of the network's charter, or the same one read again."""
    network = source.network
    text = source.text
    assert text is not None
    charter = source.charter or charter_for(
        network, contract=read.contract, text=text, sha256=source.document.sha256, at=at
    )
    for one in Import.objects.filter(charter=charter).exclude(pk=source.pk):
        _step_back(one, source)
    source.charter = charter
    charter.text = text
    charter.title = str(read.contract.get("title") or "")[:300]
    charter.valid_from = exact_day(read.contract.get("date"))[0]
    charter.save()
    names = Names(network, charter.valid_from)
    brought = Bringing(charter, text, names, at).bring(harvest(read.contract, read.lines), OF_CHARTER)
    source.problems = [*(read.contract.get("problems") or ()), *_losses(brought)]
    source.save()
    indexing.index_source(source, brought, charter.valid_from)
