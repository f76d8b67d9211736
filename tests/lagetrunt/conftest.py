"""What the service's tests share: a federation with one network and two members."""

from __future__ import annotations

import pytest

from lagetrunt.networks import operations as networks
from lagetrunt.networks.models import Network
from lagetrunt.people import operations as people
from tests.lagetrunt import cast


@pytest.fixture
def network(db: None) -> Network:
    """ "Slöjd och bild" in a federation of its own, where Ada speaks for Hjo and Bo for Skara."""
    federation = networks.add_federation(name="Provsamverkan")
    made = networks.add_network(federation=federation, name="Slöjd och bild", slug="slojd")
    for name, municipality in (("Ada Lindvret", "Hjo"), ("Bo Stenmarker", "Skara")):
        organisation = networks.add_organisation(federation=federation, name=municipality)
        networks.add_seat(network=made, organisation=organisation)
        networks.add_membership(
            network=made,
            person=people.add_person(federation=federation, name=name),
            organisation=organisation,
        )
    return made


@pytest.fixture
def stage(db: None) -> cast.Stage:
    """Two federations with the fixed cast in their places."""
    return cast.set_stage()
