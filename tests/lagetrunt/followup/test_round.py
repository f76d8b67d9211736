"""The round: what each municipality told, through the years."""

import datetime as dt

import pytest

from lagetrunt.followup import queries
from lagetrunt.followup.models import RoundEntry
from tests.lagetrunt.cast import hold

pytestmark = pytest.mark.django_db


@pytest.fixture
def network(stage):
    return stage.network


def test_the_latest_from_each_municipality(network):
    hold(network, "2023-12-08", told={"Hjo": "Gammalt.", "Vara": "Har sagt upp två läromedel."})
    hold(network, "2024-05-31", told={"Hjo": "Nytt."})

    found = queries.latest_round(network)
    assert {name: row["text"] for name, row in found.items()} == {
        "Hjo": "Nytt.",
        "Vara": "Har sagt upp två läromedel.",
    }


def test_it_is_found_by_municipality_and_year(network):
    hold(network, "2023-12-08", told={"Hjo": "2023.", "Vara": "Annat."})
    hold(network, "2024-05-31", told={"Hjo": "2024."})

    assert [row["text"] for row in queries.round_entries(network, organisation="Hjo", year=2023)] == ["2023."]
    assert [row["text"] for row in queries.round_entries(network, organisation="Hjo")] == ["2024.", "2023."]


def test_what_was_struck_gives_way_to_what_was_told_before(network):
    hold(network, "2023-12-08", told={"Hjo": "Gammalt."})
    hold(network, "2024-05-31", told={"Hjo": "Fel läst."})
    RoundEntry.objects.filter(text="Fel läst.").update(withdrawn_at=dt.datetime(2024, 6, 1, tzinfo=dt.UTC))

    assert [row["text"] for row in queries.latest_round(network).values()] == ["Gammalt."]


def test_every_entry_has_its_minutes_and_line(network):
    hold(network, "2024-05-31", told={"Hjo": "Nytt."})

    row = queries.latest_round(network)["Hjo"]
    assert (row["meeting__date"], row["passage__first_line"]) == (dt.date(2024, 5, 31), 2)
