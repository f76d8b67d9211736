"""What lies waiting: how old a topic is, how often it was carried, when it was talked about."""

import datetime as dt

import pytest

from lagetrunt.followup import queries
from lagetrunt.followup.models import TopicMention
from tests.lagetrunt.cast import TODAY, hold

pytestmark = pytest.mark.django_db


@pytest.fixture
def network(stage):
    return stage.network


def lives(network, today=TODAY):
    return {life.title: life for life in queries.topics(network, today=today)}


def test_a_topic_is_as_old_as_its_first_listing(network):
    hold(network, "2022-06-10", topics=["Självskattning"])
    hold(network, "2024-05-31", topics=["Självskattning"])

    life = lives(network)["Självskattning"]
    assert (life.first, life.age(TODAY), life.age(dt.date(2024, 8, 9))) == (dt.date(2022, 6, 10), 26, 25)


def test_it_is_carried_over_every_meeting_that_lists_it_after_the_first(network):
    for day in ("2023-05-05", "2023-09-08", "2023-10-20", "2023-12-08"):
        hold(network, day, topics=["AI"])
    hold(network, "2024-02-02")

    assert lives(network)["AI"].carried == 3


def test_listed_twice_at_one_meeting_is_carried_once(network):
    hold(network, "2023-05-05", topics=["AI"])
    hold(network, "2023-09-08", topics=["AI", "AI (fortsättning)"])

    assert [(life.carried, len(life.pips)) for life in lives(network).values()] == [(1, 1)]


def test_a_new_topic_is_carried_by_nobody_yet(network):
    hold(network, "2024-05-31", topics=["Skolskjuts"])

    life = lives(network)["Skolskjuts"]
    assert (life.carried, life.pips, life.age(TODAY)) == (0, (), 2)


def test_words_in_parentheses_do_not_make_another_topic(network):
    hold(network, "2023-05-05", topics=["Systeminventering (Skara)"])
    hold(network, "2023-09-08", topics=["systeminventering"])

    assert [life.carried for life in lives(network).values()] == [1]


def test_a_topic_that_became_a_point_later_is_planned(network):
    hold(network, "2023-05-05", topics=["Lärplattform", "AI"])
    hold(network, "2023-09-08", items=["Lärplattform"])

    found = lives(network)
    assert (found["Lärplattform"].planned, found["AI"].planned) == (True, False)


def test_talked_about_and_listed_again_is_still_not_planned(network):
    hold(network, "2023-05-05", topics=["AI"])
    hold(network, "2023-09-08", items=["AI i skolan"], topics=["AI"])

    life = lives(network)["AI"]
    assert (life.planned, life.discussed, life.pips) == (False, (dt.date(2023, 9, 8),), (True,))


def test_a_talk_between_two_listings_is_a_mark_of_its_own(network):
    hold(network, "2023-02-03", topics=["AI"])
    hold(network, "2023-05-05", items=["AI"])
    hold(network, "2023-09-08", topics=["AI"])

    life = lives(network)["AI"]
    assert (life.pips, life.carried) == ((True, False), 1)


def test_a_talk_before_it_was_ever_listed_is_no_mark(network):
    hold(network, "2022-02-03", items=["AI"])
    hold(network, "2023-02-03", topics=["AI"])

    assert lives(network)["AI"].pips == ()


def test_two_points_at_one_meeting_are_one_day_of_talk(network):
    hold(network, "2023-05-05", topics=["AI"])
    hold(network, "2023-09-08", items=["AI", "AI, fortsättning"])

    assert lives(network)["AI"].discussed == (dt.date(2023, 9, 8),)


def test_a_word_inside_another_word_is_not_the_topic(network):
    hold(network, "2023-05-05", topics=["IT"])
    hold(network, "2023-09-08", items=["Trafiksituationen", "Utvärdering av SITUATION"])

    assert lives(network)["IT"].discussed == ()


def test_a_theme_of_a_coming_meeting_plans_the_topic(network):
    hold(
        network,
        "2024-05-31",
        topics=["Systemkarta"],
        events=[{"day": "2024-09-06", "theme": "Gemensam systemkarta"}],
    )

    assert lives(network)["Systemkarta"].planned is True
    assert lives(network, dt.date(2024, 9, 7))["Systemkarta"].planned is False


def test_a_topic_that_slipped_off_the_list_is_gone_but_not_planned(network):
    hold(network, "2023-05-05", topics=["Lera", "AI"])
    hold(network, "2023-09-08", topics=["AI"])

    found = lives(network)
    assert (found["Lera"].gone, found["Lera"].planned, found["AI"].gone) == (True, False, False)


def test_a_listing_that_was_struck_counts_for_nothing(network):
    hold(network, "2022-06-10", topics=["AI"])
    hold(network, "2024-05-31", topics=["AI"])
    TopicMention.objects.filter(meeting__date="2022-06-10").update(standing="dismissed")

    life = lives(network)["AI"]
    assert (life.first, life.carried) == (dt.date(2024, 5, 31), 0)


def test_the_oldest_comes_first_and_the_planned_last(network):
    hold(network, "2022-06-10", topics=["Tagen upp", "Gammal"])
    hold(network, "2023-05-05", items=["Tagen upp"], topics=["Gammal", "Ny"])

    assert list(lives(network)) == ["Gammal", "Ny", "Tagen upp"]


def test_the_topics_of_another_network_are_not_ours(stage):
    hold(stage.abroad, "2024-05-31", topics=["AI"])

    assert lives(stage.network) == {}
