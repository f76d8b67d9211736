"""The next dates: as the latest minutes told of them."""

import datetime as dt

import pytest

from lagetrunt.meetings import queries
from lagetrunt.meetings.models import Event
from tests.lagetrunt.cast import TODAY, hold, meet

pytestmark = pytest.mark.django_db


@pytest.fixture
def network(stage):
    return stage.network


def told(network, on, **event):
    return hold(network, on, events=[{"what": "nästa möte", **event}])


def test_the_newest_minutes_know_best(network):
    told(network, "2024-03-15", day="2024-09-06", host="Skara", theme="Okänt")
    told(network, "2024-05-31", day="2024-09-06", host="Hjo", theme="Systemkarta")

    [found] = queries.next_dates(network, TODAY)
    assert (found["host__name"], found["theme"], found["meeting__date"]) == (
        "Hjo",
        "Systemkarta",
        dt.date(2024, 5, 31),
    )


def test_a_meeting_today_is_still_to_come(network):
    told(network, "2024-05-31", day="2024-08-27")
    told(network, "2024-04-26", day="2024-08-26")

    assert [row["date"] for row in queries.next_dates(network, TODAY)] == [TODAY]


def test_dates_come_in_order(network):
    told(network, "2024-05-31", day="2024-10-18")
    told(network, "2024-04-26", day="2024-09-06")

    assert [str(row["date"]) for row in queries.next_dates(network, TODAY)] == ["2024-09-06", "2024-10-18"]


def test_the_dates_of_others_are_not_our_next_meeting(network):
    told(network, "2024-05-31", day="2024-09-06", body="skolchefsgruppen")

    assert queries.next_dates(network, TODAY) == []
    assert [row["body"] for row in queries.events(network, today=TODAY, ahead=True)] == ["skolchefsgruppen"]


def test_a_date_that_was_struck_is_gone(network):
    told(network, "2024-05-31", day="2024-09-06")
    Event.objects.update(standing="dismissed")

    assert queries.next_dates(network, TODAY) == []


def test_a_date_from_minutes_without_a_day_gives_way_to_any_other(network):
    hold(
        network,
        None,
        date_text="--05-31",
        events=[{"day": "2024-09-06", "what": "nästa möte", "host": "Skara"}],
    )
    told(network, "2022-05-31", day="2024-09-06", host="Hjo")

    assert [row["host__name"] for row in queries.next_dates(network, TODAY)] == ["Hjo"]


def test_dates_gone_by_come_latest_first(network):
    hold(
        network,
        "2023-05-05",
        events=[{"day": day, "what": "studiedag"} for day in ("2023-09-08", "2024-02-02", "2024-09-06")],
    )

    assert [str(row["date"]) for row in queries.events(network, today=TODAY, ahead=False)] == [
        "2024-02-02",
        "2023-09-08",
    ]


def test_a_day_on_which_the_network_met_is_not_told_as_a_date_gone_by(network):
    hold(
        network,
        "2024-02-02",
        events=[
            {"day": "2024-03-15", "what": "nästa möte"},
            {"day": "2024-03-15", "what": "mässa", "body": "andra"},
        ],
    )
    hold(network, "2024-03-15")

    assert [row["what"] for row in queries.events(network, today=TODAY, ahead=False)] == ["mässa"]


def test_a_week_without_a_day_is_told_for_a_year(network):
    hold(network, "2024-05-31", events=[{"day": "2024-09-06", "what": "x"}])
    Event.objects.update(date=None, date_text="2024-W41")

    assert [row["date_text"] for row in queries.undated_events(network, TODAY)] == ["2024-W41"]
    assert queries.undated_events(network, dt.date(2025, 9, 1)) == []


def test_a_called_meeting_is_completed_by_what_the_minutes_told(network):
    called = meet(network, "2024-09-06", state="called", place="Stadshuset")
    told(network, "2024-05-31", day="2024-09-06", theme="Systemkarta", place="Hjo")

    [found] = queries.next_dates(network, TODAY)
    assert (found["meeting_id"], found["place"], found["theme"]) == (called.pk, "Stadshuset", "Systemkarta")


def test_later_minutes_move_the_next_meeting(network):
    told(network, "2024-04-26", day="2024-09-06")
    told(network, "2024-05-31", day="2024-09-13")

    assert [str(row["date"]) for row in queries.next_dates(network, TODAY)] == ["2024-09-13"]


def test_two_meetings_far_apart_are_two(network):
    told(network, "2024-04-26", day="2024-10-18")
    told(network, "2024-05-31", day="2024-09-06")

    assert [str(row["date"]) for row in queries.next_dates(network, TODAY)] == ["2024-09-06", "2024-10-18"]


def test_a_theme_day_near_a_meeting_does_not_move_it(network):
    told(network, "2024-04-26", day="2024-09-06")
    hold(network, "2024-05-31", events=[{"day": "2024-09-13", "what": "Temadag om AI"}])

    assert [str(row["date"]) for row in queries.next_dates(network, TODAY)] == ["2024-09-06", "2024-09-13"]


def test_a_cancelled_meeting_is_not_to_come(network):
    told(network, "2024-05-31", day="2024-09-06")
    meet(network, "2024-09-06", state="cancelled")

    assert queries.next_dates(network, TODAY) == []
