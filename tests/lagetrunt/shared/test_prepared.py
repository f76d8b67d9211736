"""Reads that are worded once give what their querysets give, each time anew."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from django.db.models import Count, Q, QuerySet
from django.test.utils import CaptureQueriesContext

from lagetrunt.meetings.models import Attendance, Meeting
from lagetrunt.networks.models import Network
from lagetrunt.shared.prepared import prepared
from tests.lagetrunt.cast import Stage, hold, set_stage

TODAY = dt.date(2024, 8, 27)


@pytest.fixture
def stage(db: None) -> Stage:
    made = set_stage()
    hold(made.network, "2024-03-08", present=["Hjo", "Skara"], away={"Vara": "absent"}, host="Hjo")
    hold(made.network, "2024-05-31", present=["Hjo"], start=dt.time(9, 30))
    return made


@prepared
def by_slug(slug: str, federation: str) -> QuerySet[Network, Network]:
    return Network.objects.filter(slug=slug, federation__slug=federation).select_related("federation")


@prepared
def until(network: int, day: dt.date) -> QuerySet[Meeting, dict[str, Any]]:
    rows = Meeting.objects.filter(network=network, date__lte=day)
    return rows.order_by("-date").values("id", "date", "start", "host__name")


@prepared
def named(meetings: tuple[UUID, ...], status: str) -> QuerySet[Attendance, tuple[Any, ...]]:
    rows = Attendance.objects.filter(meeting__in=meetings, status=status)
    return rows.order_by("meeting__date", "position").values_list("meeting_id", "organisation__name")


@prepared
def names(network: int) -> QuerySet[Network, str]:
    return (
        Network.objects.filter(Q(pk=network) | Q(parent=network))
        .order_by("name")
        .values_list("name", flat=True)
    )


@prepared
def attended(network: int) -> QuerySet[Meeting, dict[str, Any]]:
    present = Count("attendances", filter=Q(attendances__status="present"))
    return (
        Meeting.objects.filter(network=network).annotate(present=present).order_by("date").values("present")
    )


def test_models_come_with_what_they_are_joined_to(stage: Stage, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        [found] = by_slug("skola-it", "vastra")
        assert (found, found.federation.name) == (stage.network, "Västra")
    assert [network.pk for network in by_slug(federation="ostra", slug="skola-it")] == [stage.abroad.pk]


def test_values_are_what_django_makes_of_them(stage: Stage) -> None:
    rows = Meeting.objects.filter(network=stage.network, date__lte=TODAY).order_by("-date")
    assert until(stage.network.pk, TODAY) == list(rows.values("id", "date", "start", "host__name"))
    assert [str(row["date"]) for row in until(stage.network.pk, dt.date(2024, 5, 30))] == ["2024-03-08"]


def test_several_are_asked_for_at_once_whatever_their_number(stage: Stage) -> None:
    first, last = [row["id"] for row in reversed(until(stage.network.pk, TODAY))]
    assert named((first, last), "present") == [(first, "Hjo"), (first, "Skara"), (last, "Hjo")]
    assert named((last,), "present") == [(last, "Hjo")]
    assert named((), "present") == []


def test_counts_and_plain_columns_are_lists_too(stage: Stage) -> None:
    assert names(stage.directors.pk) == ["Skola och IT", "Skolcheferna"]
    assert attended(stage.network.pk) == [{"present": 2}, {"present": 1}]


def test_an_answer_is_never_kept(stage: Stage) -> None:
    assert len(until(stage.network.pk, TODAY)) == 2
    hold(stage.network, "2024-06-14")
    assert len(until(stage.network.pk, TODAY)) == 3


def test_the_wording_is_made_once(stage: Stage) -> None:
    wordings = []

    @prepared
    def mine(slug: str) -> QuerySet[Network, Network]:
        wordings.append(slug)
        return Network.objects.filter(slug=slug)

    assert [mine("skola-it"), mine("nowhere")][1] == []
    assert len(wordings) == 1


def test_what_is_given_is_bound_and_never_part_of_the_wording(stage: Stage) -> None:
    assert by_slug("skola-it' OR '1'='1", "vastra") == []
    from django.db import connection

    with CaptureQueriesContext(connection) as asked:
        by_slug("100%s", "vastra")
    assert len(asked) == 1
