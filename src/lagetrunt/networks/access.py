"""Who sees which networks, and who may do what in them. Every list, search, feed and page starts from
``visible``.
"""

from __future__ import annotations

from collections.abc import Iterable

import rules
from django.db.models import QuerySet

from lagetrunt.networks.models import Membership, Network
from lagetrunt.networks.queries import around_account, at_address, parents_in, places_of
from lagetrunt.people.actor import Actor
from lagetrunt.shared.time import day_of

LEADING = (Membership.Role.CHAIR, Membership.Role.SECRETARY)
DEEPEST = 8  # levels of the tree of networks that are followed


def places(actor: Actor) -> list[tuple[int, str]]:
    """The actor's places on the day of asking, as (network, role); looked up once for each asking."""
    if actor.account is None:
        return []
    if "places" not in actor.known:
        actor.known["places"] = places_of(actor.account.pk, day_of(actor.at))
    found: list[tuple[int, str]] = actor.known["places"]
    return found


def visible(actor: Actor) -> QuerySet[Network]:
    """The networks the actor has a place in and all below them; everything for whoever looks after the
    installation.
    """
    everything = Network.objects.select_related("federation")
    if actor.account is None:
        return everything.none()
    if actor.account.is_superuser:
        return everything
    return everything.filter(pk__in=below(network for network, _ in places(actor)))


def visible_at(actor: Actor, federation: str, network: str) -> Network | None:
    """The network at an address (slugs) if the actor sees it, else None."""
    found = next(iter(at_address(federation, network)), None)
    return found if sees(actor, found) else None


def seen(actor: Actor) -> list[Network]:
    """What ``visible`` gives, as a list: for pages that only want to know which networks these are."""
    if actor.account is None or actor.account.is_superuser:
        return list(visible(actor))
    around = around_account(actor.account.pk)
    mine = _under({network for network, _ in places(actor)}, [(one.pk, one.parent_id) for one in around])
    return [network for network in around if network.pk in mine]


def below(network_ids: Iterable[int]) -> set[int]:
    """These networks and everything under them in the tree (one query: trees are small)."""
    return _under(set(network_ids), Network.objects.order_by().values_list("pk", "parent_id"))


def _under(networks: set[int], tree: Iterable[tuple[int, int | None]]) -> set[int]:
    children: dict[int | None, list[int]] = {}
    for pk, parent in tree:
        children.setdefault(parent, []).append(pk)
    found: set[int] = set()
    layer = networks
    for _ in range(DEEPEST):
        found |= layer
        layer = {child for pk in layer for child in children.get(pk, ())} - found
    return found


def above(network: Network) -> list[int]:
    """The network and every body above it."""
    parents = dict(parents_in(network.federation_id))
    line: list[int] = []
    at: int | None = network.pk
    while at is not None and at not in line:
        line.append(at)
        at = parents.get(at)
    return line


def _is_in_or_above(networks: set[int], network: Network) -> bool:
    """Whether one of these is the network or a body above it; the tree is only walked when that is in
    doubt.
    """
    return network.pk in networks or (bool(networks) and not networks.isdisjoint(above(network)[:DEEPEST]))


@rules.predicate
def sees(actor: Actor, network: Network | None) -> bool:
    """The network is among those the actor sees."""
    if network is None or actor.account is None:
        return False
    return actor.account.is_superuser or _is_in_or_above({place for place, _ in places(actor)}, network)


@rules.predicate
def leads(actor: Actor, network: Network | None) -> bool:
    """The actor is the network's chair or secretary."""
    return network is not None and any(
        place == network.pk and role in LEADING for place, role in places(actor)
    )


@rules.predicate
def is_office(actor: Actor, network: Network | None) -> bool:
    """The actor is the office of the network, or of a body above it."""
    offices = {place for place, role in places(actor) if role == Membership.Role.OFFICE}
    return network is not None and _is_in_or_above(offices, network)


@rules.predicate
def looks_after_installation(actor: Actor, network: Network | None = None) -> bool:
    """The actor administers the installation."""
    return actor.account is not None and actor.account.is_superuser


PERMISSIONS = {
    "networks.read": sees,
    "networks.manage": leads | is_office | looks_after_installation,
}
for name, predicate in PERMISSIONS.items():
    rules.add_perm(name, predicate)


def may(actor: Actor, permission: str, network: Network) -> bool:
    """Whether the actor has a named permission in a network. Raises KeyError for a name that no room has
    declared.
    """
    return bool(rules.permissions.permissions[permission].test(actor, network))
