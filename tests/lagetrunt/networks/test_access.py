"""Who sees which networks: those one has a place in today, and everything below them; never another federation's."""

import datetime as dt

import pytest

from lagetrunt.networks import operations
from lagetrunt.networks.access import above, may, seen, visible
from lagetrunt.networks.models import Membership, Network
from tests.lagetrunt.cast import AT

pytestmark = pytest.mark.django_db
INSIDE = ["skola-it"]
BELOW_DIRECTORS = ["skola-it", "skolcheferna"]
WEST = ["skola-it", "skolcheferna", "vastra"]


@pytest.mark.parametrize(
    ("part", "slugs"),
    [
        ("chair", INSIDE), ("secretary", INSIDE), ("member", INSIDE), ("director", BELOW_DIRECTORS), ("office", WEST),
        ("former", []), ("newcomer", []), ("stranger", []),
    ],
)  # fmt: skip
def test_everybody_sees_their_own_and_what_is_below(stage, part, slugs):
    assert sorted(network.slug for network in visible(stage.actor(part))) == slugs
    assert sorted(network.slug for network in seen(stage.actor(part))) == slugs


def test_two_federations_never_meet(stage):
    assert [network.pk for network in visible(stage.actor("foreigner"))] == [stage.abroad.pk]
    assert [network.pk for network in seen(stage.actor("foreigner"))] == [stage.abroad.pk]
    assert stage.abroad not in visible(stage.actor("office"))


def test_whoever_looks_after_the_installation_sees_everything(stage):
    assert visible(stage.actor("administrator")).count() == Network.objects.count()
    assert len(seen(stage.actor("administrator"))) == Network.objects.count()


@pytest.mark.parametrize(("day", "sees"), [((2023, 12, 31, 22, 59), True), ((2023, 12, 31, 23, 1), False)])
def test_a_place_lasts_through_its_last_day_in_sweden(stage, day, sees):
    actor = stage.actor("former", at=dt.datetime(*day, tzinfo=dt.UTC))

    assert visible(actor).filter(pk=stage.network.pk).exists() is sees


def test_a_place_that_begins_tomorrow_opens_nothing_today(stage):
    person = stage.person("newcomer")
    operations.add_membership(network=stage.network, person=person, since=dt.date(2024, 8, 28))

    assert not visible(stage.actor("newcomer")).exists()
    assert visible(stage.actor("newcomer", at=AT + dt.timedelta(days=1))).exists()


def test_a_network_below_a_network_below_is_seen_from_the_top(stage):
    group = operations.add_network(
        federation=stage.network.federation, name="Arbetsgrupp", parent=stage.network
    )

    assert group in visible(stage.actor("office"))
    assert group in visible(stage.actor("member"))
    assert stage.directors not in visible(stage.actor("member"))


def test_the_line_upwards_ends_at_the_root(stage):
    root = operations.root_of(stage.network.federation)

    assert above(stage.network) == [stage.network.pk, stage.directors.pk, root.pk]


@pytest.mark.parametrize(
    ("permission", "those"),
    [
        ("networks.read", ["chair", "secretary", "member", "director", "office", "administrator"]),
        ("networks.manage", ["chair", "secretary", "office", "administrator"]),
        ("minutes.read", ["chair", "secretary", "member", "director", "office", "administrator"]),
        ("minutes.import", ["chair", "secretary", "office", "administrator"]),
        ("minutes.review", ["chair", "secretary", "office", "administrator"]),
        ("followup.settle", ["chair", "secretary", "office", "administrator"]),
    ],
)
def test_who_may_what_in_the_network(stage, permission, those):
    assert [part for part in stage.accounts if may(stage.actor(part), permission, stage.network)] == those


def test_leading_one_network_says_nothing_about_another(stage):
    other = operations.add_network(federation=stage.network.federation, name="Elevhälsa")
    operations.add_membership(network=other, person=stage.person("chair"), role=Membership.Role.MEMBER)

    assert may(stage.actor("chair"), "networks.read", other) is True
    assert may(stage.actor("chair"), "minutes.import", other) is False


def test_a_permission_that_nobody_declared_is_an_error(stage):
    with pytest.raises(KeyError):
        may(stage.actor("chair"), "networks.fly", stage.network)
