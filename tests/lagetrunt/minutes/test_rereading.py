"""Whatever readers say and people do, in whatever order: every reading stands in the register once, and
what people said holds.
"""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lagetrunt.documents.models import Record
from lagetrunt.followup.models import Assignment
from lagetrunt.minutes import acts, operations
from tests.lagetrunt.minutes.readings import AT, LINES, contract, read, take_in

pytestmark = pytest.mark.django_db
PROMISES = [
    "Ada frågar i Skara.",
    "Ada frågar i Skara om ugnen.",
    "Bo köper lera till alla.",
    "Bo köper lera.",
    "Ugnen lagas av Bo.",
]
TEXT = [*LINES, *PROMISES]
readings = st.lists(st.sampled_from(range(len(PROMISES))), max_size=4, unique=True).map(sorted)
deeds = st.tuples(st.sampled_from(["confirm", "dismiss", "correct", "undo", "add"]), st.integers(0, 9))
steps = st.lists(st.one_of(readings, deeds), max_size=8)


def said(chosen):
    lines = [
        {"item": 2, "text": PROMISES[n], "assignees": [], "scope": "unassigned", "line": len(LINES) + 1 + n}
        for n in chosen
    ]
    return contract(assignments=lines)


def live():
    return Assignment.objects.filter(withdrawn_at=None).order_by("pk")


def do(source, deed, number, at):
    rows = list(live())
    if deed == "undo":
        return acts.undo(source=source, at=at, by=None)
    if deed == "add":
        line = len(LINES) + 1 + number % len(PROMISES)
        return acts.add(source=source, kind="assignment", first=line, last=line, fields={}, at=at, by=None)
    if not rows:
        return None
    record = rows[number % len(rows)].pk
    if deed == "correct":
        return acts.correct(
            source=source,
            kind="assignment",
            record=record,
            fields={"text": f"Rättat {number}"},
            at=at,
            by=None,
        )
    return getattr(acts, deed)(source=source, kind="assignment", record=record, at=at, by=None)


def spoken():
    """What people have said: by record, the words and the standing that must hold."""
    touched = live().exclude(standing__in=[Record.Standing.UNCONFIRMED, Record.Standing.CERTAIN])
    return {row.pk: (row.text, row.standing) for row in touched}


@given(st.lists(st.sampled_from(range(len(PROMISES))), max_size=4, unique=True).map(sorted), steps)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_reading_stands_once_and_what_people_said_holds(network, first, sequence):
    with transaction.atomic():
        source = take_in(network, read(said(first), TEXT))
        count = Assignment.objects.count()
        for number, step in enumerate(sequence):
            at = AT + dt.timedelta(minutes=number + 1)
            if isinstance(step, tuple):
                do(source, *step, at)
            else:
                before = spoken()
                source.refresh_from_db()
                operations.bring_again(source=source, read=read(said(step), TEXT, f"reader {number}"), at=at)
                read_now = sorted(row.as_read["text"] for row in live() if row.as_read)
                assert [PROMISES[n] for n in step if read_now.count(PROMISES[n]) != 1] == []
                after = spoken()
                kept = {key: value for key, value in before.items() if value[1] == Record.Standing.CONFIRMED}
                corrected = {key: value for key, value in kept.items() if value[0].startswith("Rättat")}
                assert {key: after.get(key) for key in corrected} == corrected
                assert kept.keys() <= after.keys()
            assert Assignment.objects.count() >= count
            count = Assignment.objects.count()
        transaction.set_rollback(True)
