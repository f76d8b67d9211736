"""As many questions to the database with a few meetings as with two hundred: what grows is paged."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.lagetrunt.cast import hold_many

pytestmark = pytest.mark.django_db
AT_MOST = {
    "": 33, "moten/": 12, "moten/{meeting}/": 26, "beslut/": 11, "beslut/?ar=2004&ord=ugn": 11, "uppdrag/": 16,
    "uppdrag/?lage=alla&ordning=over-tiden": 16, "amnen/": 11, "datum/": 14, "laget-runt/": 12, "laget-runt/?kommun=Essunga": 12,
    "narvaro/": 12, "medlemmar/": 12, "uppdragsbeskrivning/": 9, "dokument/": 17,
}  # fmt: skip


def questions(client, address):
    """How many queries the page costs when everything that is kept between requests is kept."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_two_hundred_meetings_cost_as_many_questions_as_three(stage):
    client = stage.client("chair")

    def costs(meeting):
        return {page: questions(client, stage.base + page.format(meeting=meeting.pk)) for page in AT_MOST}

    few = costs(hold_many(stage.network, 3)[1])  # one with neighbours on both sides
    many = costs(hold_many(stage.network, 200, first=dt.date(2005, 1, 14))[100])

    assert many == few
    assert {page: count for page, count in few.items() if count > AT_MOST[page]} == {}


def test_the_start_page_costs_as_many_questions_for_thirty_networks_as_for_one(stage):
    from lagetrunt.networks.operations import add_network

    client = stage.client("office")
    with_two = questions(client, "/")
    for number in range(30):
        hold_many(add_network(federation=stage.network.federation, name=f"Nätverk {number}"), 1)

    assert questions(client, "/") == with_two


@pytest.mark.parametrize(
    ("page", "per_page"), [("moten/", 25), ("beslut/", 50), ("uppdrag/", 50), ("laget-runt/", 50)]
)
def test_long_lists_come_in_pages(stage, page, per_page):
    hold_many(stage.network, 60)
    client = stage.client("chair")

    rows = [
        client.get(f"{stage.base}{page}?sida={number}").content.decode().count('<div class="what')
        for number in (1, 2)
    ]
    assert rows == [per_page, min(60 - per_page, per_page)]


def test_a_page_beyond_the_last_shows_the_last(stage):
    hold_many(stage.network, 60)

    assert (
        stage.client("chair").get(f"{stage.base}beslut/?sida=99").content.decode().count("Vi delar på") == 10
    )


def test_turning_the_page_keeps_the_filters(stage):
    hold_many(stage.network, 60)

    html = stage.client("chair").get(f"{stage.base}beslut/?ord=delar").content.decode()
    assert "ord=delar&amp;sida=2" in html
