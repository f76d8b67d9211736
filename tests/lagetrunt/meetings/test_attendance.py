"""Who was represented when: absence follows from attendance and seats, and is stored nowhere."""

import datetime as dt

import pytest

from lagetrunt.documents.models import Record
from lagetrunt.meetings import queries
from lagetrunt.meetings.models import Attendance, Meeting
from lagetrunt.networks.models import Seat
from lagetrunt.pages.seats import attendance_seats, attendance_sentence, here_at
from tests.lagetrunt.cast import MUNICIPALITIES, TODAY, Minutes, hold, meet, organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def network(stage):
    return stage.network


def table(network, *meetings):
    return queries.matrix(network, meetings or queries.held(network), TODAY)


def row(found, name):
    return next(line for line in found.rows if line.organisation == name)


def test_every_seat_has_a_row_in_swedish_order(network):
    hold(network, "2024-05-31", present=["Hjo"])

    assert tuple(line.organisation for line in table(network).rows) == MUNICIPALITIES


def test_a_municipality_that_nobody_mentioned_is_unknown_and_not_absent(network):
    hold(network, "2024-05-31", present=["Hjo"], away={"Tibro": "apologies", "Vara": "absent"})

    found = table(network)
    assert [row(found, name).marks for name in ("Hjo", "Tibro", "Vara", "Skara")] == [
        ["present"],
        ["apologies"],
        ["absent"],
        [""],
    ]


def test_one_who_came_makes_the_municipality_present(network):
    minutes = Minutes(meet(network, "2024-05-31"))
    for name, status in (("Ann", "absent"), ("Bo", "present"), ("Cia", "apologies")):
        minutes.put(Attendance, name, name=name, organisation=organisation(network, "Hjo"), status=status)

    assert row(table(network, minutes.meeting), "Hjo").marks == ["present"]


def test_a_guest_gets_a_row_of_its_own(network):
    hold(network, "2024-05-31", present=["Hjo", "Kommunalförbundet Avenyn"])

    assert row(table(network), "Kommunalförbundet Avenyn").marks == ["present"]


def test_of_those_long_away_it_is_told_when_they_last_came(network):
    hold(network, "2022-12-08", present=["Karlsborg"])
    hold(network, "2023-02-03", away={"Karlsborg": "absent"})
    shown = [hold(network, day, present=["Hjo"]) for day in ("2024-03-15", "2024-04-26", "2024-05-31")]

    found = table(network, *shown)
    last = {name: row(found, name).last for name in ("Karlsborg", "Vara", "Hjo")}
    assert last == {"Karlsborg": dt.date(2022, 12, 8), "Vara": None, "Hjo": None}


def test_whoever_missed_the_three_latest_meetings_is_named(network):
    hold(network, "2023-12-08", present=MUNICIPALITIES)
    for day in ("2024-03-15", "2024-04-26", "2024-05-31"):
        hold(network, day, present=[name for name in MUNICIPALITIES if name not in ("Karlsborg", "Vara")])

    assert [line.organisation for line in table(network).long_away] == ["Karlsborg", "Vara"]


def test_part_of_a_meeting_counts_as_there(network):
    hold(network, "2024-04-26", away={"Hjo": "partly"})
    hold(network, "2024-05-31", present=["Hjo"])

    assert row(table(network), "Hjo").present == 2


def test_columns_go_from_the_oldest_with_their_years_above(network):
    for day in ("2024-02-02", "2023-12-08", "2023-10-20"):
        hold(network, day, present=["Hjo"])

    found = table(network)
    assert [str(meeting.date) for meeting in found.meetings] == ["2023-10-20", "2023-12-08", "2024-02-02"]
    assert found.years == [("2023", 2), ("2024", 1)]


def test_a_seat_that_ended_is_no_row_unless_attendance_names_it(network):
    Seat.objects.filter(network=network, organisation__name="Vara").update(until=dt.date(2023, 12, 31))
    hold(network, "2024-05-31", present=["Hjo"])
    assert "Vara" not in [line.organisation for line in table(network).rows]

    hold(network, "2023-05-05", present=["Vara"])
    assert row(table(network), "Vara").marks == ["present", ""]


@pytest.mark.parametrize(
    "gone",
    [{"standing": Record.Standing.DISMISSED}, {"withdrawn_at": dt.datetime(2024, 6, 1, tzinfo=dt.UTC)}],
)
def test_attendance_that_was_struck_or_withdrawn_is_gone(network, gone):
    hold(network, "2024-05-31", present=["Hjo"])
    Attendance.objects.update(**gone)

    assert row(table(network), "Hjo").marks == [""]


def test_the_ring_and_its_sentence_say_the_same(network):
    away = {"Lidköping": "partly", "Tibro": "apologies", "Vara": "absent"}
    hold(
        network,
        "2024-05-31",
        present=[name for name in MUNICIPALITIES if name not in (*away, "Essunga")],
        away=away,
    )
    found = table(network)

    assert [seat.state for seat in attendance_seats(found, 0)] == [
        "unknown", "yes", "yes", "yes", "yes", "yes", "yes", "partly", "yes", "yes", "yes", "no", "yes", "yes", "no",
    ]  # fmt: skip
    assert attendance_sentence(found, 0) == (
        "Tolv av femton var med. Lidköping en del av mötet. Tibro och Vara var inte med. Det framgår inte om Essunga var med."
    )
    assert here_at(found, 0) == 12


def test_meetings_that_are_cancelled_or_only_called_are_not_among_those_held(network):
    for state in Meeting.State.values:
        meet(network, "2024-05-31", state=state)

    assert sorted(meeting.state for meeting in queries.held(network)) == ["approved", "held"]


def test_a_meeting_without_a_day_comes_last(network):
    hold(network, None, date_text="2020-10")
    hold(network, "2019-05-31")
    hold(network, "2024-05-31")

    assert [str(meeting.date) for meeting in queries.held(network)] == ["2024-05-31", "2019-05-31", "None"]


def test_the_meetings_before_and_after(network):
    first, middle, last = (hold(network, day) for day in ("2024-03-15", "2024-04-26", "2024-05-31"))

    assert queries.neighbours(middle) == (first, last)
    assert (queries.neighbours(first)[0], queries.neighbours(last)[1]) == (None, None)
