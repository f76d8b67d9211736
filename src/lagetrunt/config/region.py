"""Setting up a federation from a file like ``example/region.toml``: organisations, networks, people and their places."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from lagetrunt.federations.models import Federation
from lagetrunt.networks import operations as networks
from lagetrunt.networks.models import Membership, Network, Organisation
from lagetrunt.people.operations import add_person


@transaction.atomic
def load_region(path: Path) -> Federation:
    """Make what the file names; harmless to repeat. Raises KeyError where a place names an organisation or network that is not there."""
    region = tomllib.loads(path.read_text(encoding="utf-8"))
    federation = networks.add_federation(name=region["federation"]["name"], slug=region["federation"]["slug"])
    bodies = {federation.slug: networks.root_of(federation)}
    for entry in region["network"]:
        bodies[entry["slug"]] = _network(federation, bodies, entry)
    organisations = {
        entry["name"]: networks.add_organisation(
            federation=federation, name=entry["name"], kind=entry["kind"], code=entry.get("code", ""),
            aliases=entry.get("aliases", []),
        )
        for entry in region["organisation"]
    }  # fmt: skip
    _seats(bodies, organisations)
    for entry in region["person"]:
        _person(federation, bodies, organisations, entry)
    return federation


def _network(federation: Federation, bodies: dict[str, Network], entry: dict[str, Any]) -> Network:
    return networks.add_network(
        federation=federation, name=entry["name"], slug=entry["slug"], short=entry.get("short", ""), kind=entry["kind"],
        parent=bodies[entry["parent"]], decision_word=entry["decision_word"], aliases=entry.get("aliases", []),
    )  # fmt: skip


def _seats(bodies: dict[str, Network], organisations: dict[str, Organisation]) -> None:
    """Every municipality has a seat in every body of the region; other organisations where somebody represents them."""
    for network in bodies.values():
        for organisation in organisations.values():
            if network.parent_id and organisation.kind == Organisation.Kind.MUNICIPALITY:
                networks.add_seat(network=network, organisation=organisation)


def _person(
    federation: Federation,
    bodies: dict[str, Network],
    organisations: dict[str, Organisation],
    entry: dict[str, Any],
) -> None:
    person = add_person(
        federation=federation,
        name=entry["name"],
        email=entry.get("email", ""),
        aliases=entry.get("aliases", []),
    )
    organisation = organisations.get(entry.get("organisation", ""))
    for place in entry.get("memberships", []):
        networks.add_membership(
            network=bodies[place["network"]], person=person, organisation=organisation,
            role=Membership.Role(place.get("role", "member")), since=place.get("since"), until=place.get("until"),
        )  # fmt: skip
        if organisation and bodies[place["network"]].parent_id:
            networks.add_seat(network=bodies[place["network"]], organisation=organisation)
