"""Reading imports: the list of a network's documents, one document with everything read from it, what
awaits review.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, prefetch_related_objects

from lagetrunt.documents.models import Record
from lagetrunt.followup.models import Assignment
from lagetrunt.minutes.kinds import KINDS, Kind
from lagetrunt.minutes.models import Act, Import
from lagetrunt.networks.models import Network
from lagetrunt.shared.prepared import prepared

UNSURE = Q(withdrawn_at=None, standing=Record.Standing.UNCONFIRMED)


def documents(network: Network, state: str = "") -> QuerySet[Import]:
    """The network's imports, those without a day first, then the latest meeting; ``state`` keeps one
    state only.
    """
    found = Import.objects.filter(network=network).select_related(
        "meeting", "document", "added_by", "charter"
    )
    if state:
        found = found.filter(state=state)
    return found.defer("header", "problems", "unread", "hints").order_by(
        F("meeting__date").desc(nulls_first=True), "-added_at", "name", "-pk"
    )


def states(network: Network) -> dict[str, int]:
    """How many of the network's imports there are in each state."""
    counted = (
        Import.objects.filter(network=network).order_by().values_list("state").annotate(count=Count("pk"))
    )
    return dict(counted)


def unsure_by_meeting(meetings: list[Any]) -> dict[Any, int]:
    """How many unconfirmed records each of these meetings has."""
    found: dict[Any, int] = {}
    for kind in KINDS.values():
        if kind.sentences:
            rows = kind.model._default_manager.filter(UNSURE, meeting__in=meetings).order_by()
            for meeting, count in rows.values_list("meeting").annotate(count=Count("pk")):
                found[meeting] = found.get(meeting, 0) + count
    return found


def one(network: Network, pk: int) -> Import | None:
    """One import of the network with all that its page shows, or None."""
    return (
        Import.objects.filter(network=network, pk=pk)
        .select_related(
            "document", "text", "meeting__host", "charter", "added_by", "reviewed_by", "network__federation"
        )
        .first()
    )


def next_to_review(source: Import) -> Import | None:
    """The next document of the network that nobody has reviewed yet, oldest meeting first, or None."""
    waiting = Import.objects.filter(
        network=source.network, state=Import.State.READ, reviewed_at=None
    ).exclude(pk=source.pk)
    return waiting.order_by(F("meeting__date").asc(nulls_last=True), "pk").first()


def in_force(source: Import) -> Import | None:
    """The version of the same meeting's minutes that is in force, for an older one."""
    if source.state != Import.State.OLDER or source.meeting_id is None:
        return None
    return (
        Import.objects.filter(meeting=source.meeting_id, state=Import.State.READ, kind=source.kind)
        .order_by("-pk")
        .first()
    )


@dataclass(frozen=True)
class Entry:
    """A record on its document's page."""

    kind: Kind
    row: Any
    acts: tuple[Act, ...]


def records(source: Import) -> list[Entry]:
    """Every record of the document's meeting or charter that is not withdrawn, in the order of the lines;
    [] for older versions.

    A notice has only what stands in its own text: the rest of the meeting's records are the minutes'.
    """
    if source.state != Import.State.READ:
        return []
    acts: dict[Any, list[Act]] = {}
    for act in Act.objects.filter(
        Q(source__meeting=source.meeting_id, source__meeting__isnull=False) | Q(source=source)
    ):
        acts.setdefault(act.record, []).append(act)
    found = [
        Entry(kind, row, tuple(acts.get(row.pk, ())))
        for kind in KINDS.values()
        if _owner(source, kind)
        for row in _rows(source, kind)
    ]
    return sorted(
        found,
        key=lambda entry: (
            _line(entry.row),
            entry.kind.name,
            getattr(entry.row, "position", 0),
            str(entry.row.pk),
        ),
    )


def _owner(source: Import, kind: Kind) -> Any:
    return source.charter_id if kind.of == "charter" else source.meeting_id


def _rows(source: Import, kind: Kind) -> list[Any]:
    rows = _asked(kind)(_owner(source, kind))
    if source.kind == Import.Kind.NOTICE:
        rows = [row for row in rows if row.passage and row.passage.text_id == source.text_id]
    if kind.name == "assignment":
        prefetch_related_objects(rows, "assignees__person")
    return rows


@cache
def _asked(kind: Kind) -> Callable[[Any], list[Any]]:
    """What asks for a charter's or a meeting's records of one kind, with what they are joined to."""
    joined = [
        name
        for name in ("organisation", "host", "person", "item", "topic", "to_network")
        if hasattr(kind.model, name)
    ]
    rows: QuerySet[Any, Any] = kind.model._default_manager.filter(withdrawn_at=None).select_related(
        "passage", *joined
    )

    def of_charter(owner: UUID) -> QuerySet[Any, Any]:
        return rows.filter(charter_id=owner)

    def of_meeting(owner: UUID) -> QuerySet[Any, Any]:
        return rows.filter(meeting_id=owner)

    return prepared(of_charter if kind.of == "charter" else of_meeting)


def _line(row: Any) -> int:
    return row.passage.first_line if row.passage else 0


def can_undo(source: Import) -> bool:
    """Whether there is any act on this document."""
    return source.acts.exists()


def problems(source: Import, struck: set[int]) -> list[dict[str, Any]]:
    """The checker's remarks that still mean something: no day is missed once somebody wrote it, no owner
    where the promise was struck.
    """
    meeting = source.meeting
    answered = {"P101": meeting and meeting.date, "P102": meeting and meeting.place}
    return [
        one
        for one in source.problems
        if not answered.get(one["code"]) and not (one["code"].startswith("P3") and one.get("line") in struck)
    ]


def struck_lines(sources: list[Import]) -> dict[Any, set[int]]:
    """By meeting: the lines of assignments that were struck, and of none that stands."""
    rows = Assignment.objects.filter(
        meeting__in=[one.meeting_id for one in sources if one.meeting_id], withdrawn_at=None
    )
    found: dict[Any, dict[bool, set[int]]] = {}
    for meeting, standing, line in rows.values_list("meeting_id", "standing", "passage__first_line"):
        lines = found.setdefault(meeting, {True: set(), False: set()})
        if line is not None:
            lines[standing == Record.Standing.DISMISSED].add(line)
    return {meeting: lines[True] - lines[False] for meeting, lines in found.items()}


def siblings(source: Import) -> QuerySet[Network]:
    """The federation's other networks, to which a document can be given."""
    return (
        Network.objects.filter(federation=source.network.federation_id)
        .exclude(pk=source.network_id)
        .exclude(parent=None)
    )
