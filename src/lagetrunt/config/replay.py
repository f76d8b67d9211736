"""Replaying a reviewer's log: the example region's documents are read, and then these acts are done on them, as a person would.

One JSON object per line: ``network`` (slug), ``document`` (file name), ``at``, ``by`` (mail address), ``do`` (``confirm``,
``dismiss``, ``correct``, ``add``, ``accept``, ``date``, ``done``, ``dropped``), and for acts on one record its ``kind`` and the
beginning of its ``quote``; ``fields`` in the words of the reader's contract, ``line`` where a record is added, ``day`` for ``date``.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from lagetrunt.federations.models import Federation
from lagetrunt.followup.models import Assignment
from lagetrunt.followup.operations import settle
from lagetrunt.minutes import acts, dates
from lagetrunt.minutes.models import Import
from lagetrunt.minutes.queries import records
from lagetrunt.people.models import Person
from lagetrunt.shared.text import fold


class LogMismatch(Exception):
    """The log speaks of a document or record that is not there: documents, reader and log no longer fit each other."""


def replay(path: Path, *, federation: Federation) -> int:
    """Do again, in order, what the log's reviewer did, unless a document has been acted on already; returns how many acts were done.

    Raises LogMismatch at the first line that does not fit.
    """
    acted = set(
        Import.objects.filter(network__federation=federation, acts__isnull=False).values_list("pk", flat=True)
    )
    acted |= set(
        Import.objects.filter(network__federation=federation, reviewed_at__isnull=False).values_list(
            "pk", flat=True
        )
    )
    people = {
        person.email: person for person in Person.objects.filter(federation=federation).exclude(email="")
    }
    done = 0
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        entry = json.loads(row)
        source = _source(federation, entry, number)
        if source.pk not in acted:
            _do(source, entry, people.get(entry["by"]), number)
            done += 1
    return done


def _source(federation: Federation, entry: dict[str, Any], number: int) -> Import:
    found = Import.objects.filter(
        network__federation=federation, network__slug=entry["network"], name=entry["document"]
    )
    source = found.select_related("network__federation", "document", "text", "meeting", "charter").first()
    if source is None:
        raise LogMismatch(f"line {number}: there is no document {entry['document']} in {entry['network']}")
    return source


def _do(source: Import, entry: dict[str, Any], by: Person | None, number: int) -> None:
    at, what = dt.datetime.fromisoformat(entry["at"]), entry["do"]
    if what == "accept":
        acts.accept_all(source=source, at=at, by=by)
    elif what == "date":
        dates.set_date(source=source, day=dt.date.fromisoformat(entry["day"]), at=at, by=by)
    elif what == "add":
        line = entry["line"]
        acts.add(
            source=source,
            kind=entry["kind"],
            first=line,
            last=entry.get("last", line),
            fields=entry["fields"],
            at=at,
            by=by,
        )
    else:
        _on_record(source, entry, by, number, at)


def _on_record(
    source: Import, entry: dict[str, Any], by: Person | None, number: int, at: dt.datetime
) -> None:
    """Confirm, correct or dismiss one record. What the reader has stopped reading needs nothing any more."""
    record, what, kind = _record(source, entry), entry["do"], entry["kind"]
    if record is None and what in ("dismiss", "done", "dropped"):
        return
    if record is None:
        raise LogMismatch(f"line {number}: {entry['document']} has no {kind} that begins “{entry['quote']}”")
    if what in ("done", "dropped"):
        settle(
            assignment=Assignment.objects.select_related("network").get(pk=record), state=what, at=at, by=by
        )
    elif what == "correct":
        acts.correct(source=source, kind=kind, record=record, fields=entry["fields"], at=at, by=by)
    elif what == "dismiss":
        acts.dismiss(source=source, kind=kind, record=record, at=at, by=by)
    else:
        acts.confirm(source=source, kind=kind, record=record, at=at, by=by)


def _record(source: Import, entry: dict[str, Any]) -> Any:
    """The key of the record whose passage or words begin as the log says, or None."""
    wanted = fold(entry["quote"])
    for one in records(source):
        if one.kind.name == entry["kind"]:
            said = (one.row.passage.quote if one.row.passage else "", one.kind.quote(one.row.as_read))
            if any(fold(text).startswith(wanted) for text in said):
                return one.row.pk
    return None
