"""Who sees which networks, and who may do what in them. Every list, search, feed and page starts from ``visible``."""

from __future__ import annotations

import rules
from django.db.models import Q, QuerySet

from lagetrunt.networks.models import Membership, Network
from lagetrunt.people.actor import Actor
from lagetrunt.shared.time import day_of

LEADING = (Membership.Role.CHAIR, Membership.Role.SECRETARY)
DEEPEST = 8  # levels of the tree of networks that are followed


def memberships(actor: Actor) -> QuerySet[Membership]:
    """The places the actor has on the day of asking."""
    day = day_of(actor.at)
    return Membership.objects.filter(
        Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day), person__in=[person.pk for person in actor.persons]
    )


def visible(actor: Actor) -> QuerySet[Network]:
    """The networks the actor has a place in and all below them; everything for whoever looks after the installation."""
    everything = Network.objects.select_related("federation")
    if actor.account is None:
        return everything.none()
    if actor.account.is_superuser:
        return everything
    return everything.filter(pk__in=below(memberships(actor).values_list("network_id", flat=True)))


def below(network_ids: object) -> set[int]:
    """These networks and everything under them in the tree (one query: trees are small)."""
    children: dict[int | None, list[int]] = {}
    for pk, parent in Network.objects.order_by().values_list("pk", "parent_id"):
        children.setdefault(parent, []).append(pk)
    found: set[int] = set()
    layer = set(network_ids)  # type: ignore[call-overload]
    for _ in range(DEEPEST):
        found |= layer
        layer = {child for pk in layer for child in children.get(pk, ())} - found
    return found


def above(network: Network) -> list[int]:
    """The network and every body above it."""
    parents = dict(Network.objects.filter(federation=network.federation_id).order_by().values_list("pk", "parent_id"))
    line: list[int] = []
    at: int | None = network.pk
    while at is not None and at not in line:
        line.append(at)
        at = parents.get(at)
    return line


@rules.predicate
def sees(actor: Actor, network: Network | None) -> bool:
    """The network is among those the actor sees."""
    return network is not None and visible(actor).filter(pk=network.pk).exists()


@rules.predicate
def leads(actor: Actor, network: Network | None) -> bool:
    """The actor is the network's chair or secretary."""
    return network is not None and memberships(actor).filter(network=network, role__in=LEADING).exists()


@rules.predicate
def is_office(actor: Actor, network: Network | None) -> bool:
    """The actor is the office of the network, or of a body above it."""
    return network is not None and memberships(actor).filter(network__in=above(network), role=Membership.Role.OFFICE).exists()


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
    """Whether the actor has a named permission in a network. Raises KeyError for a name that no room has declared."""
    return bool(rules.permissions.permissions[permission].test(actor, network))
