"""Reads about networks: who sits round the table on a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q, QuerySet

from lagetrunt.networks.models import Membership, Network
from lagetrunt.people.models import Person
from lagetrunt.shared.prepared import prepared
from lagetrunt.shared.text import swedish

ROLES = {role: place for place, role in enumerate(("chair", "secretary", "director", "office", "member"))}


def in_force(today: dt.date) -> Q:
    """The condition that a seat or membership holds on this day."""
    return (Q(since=None) | Q(since__lte=today)) & (Q(until=None) | Q(until__gte=today))


@prepared
def places_of(account: int, day: dt.date) -> QuerySet[Any, Any]:
    """The places an account has on this day: network and role."""
    return Membership.objects.filter(in_force(day), person__account=account).values_list("network_id", "role")


@prepared
def at_address(federation: str, network: str) -> QuerySet[Network, Network]:
    """The network at an address, by the slugs of its federation and its own: one or none."""
    return Network.objects.filter(federation__slug=federation, slug=network).select_related("federation")


@prepared
def around_account(account: int) -> QuerySet[Network, Network]:
    """Every network of the federations an account has a person in, by name."""
    federations = Person.objects.filter(account=account).values("federation")
    return Network.objects.filter(federation__in=federations).select_related("federation").order_by("name")


@prepared
def parents_in(federation: int) -> QuerySet[Any, Any]:
    """Every network of a federation with the one above it: trees are small."""
    return Network.objects.filter(federation=federation).order_by().values_list("pk", "parent_id")


def members(network: Network, today: dt.date) -> list[dict[str, Any]]:
    """Those who represent somebody in the network on this day: chair and secretary first, then by
    organisation.
    """
    rows = Membership.objects.filter(in_force(today), network=network)
    facts = ("role", "since", "person_id", "person__name", "person__email", "organisation__name")
    found: Any = rows.values(*facts)
    return sorted(
        found,
        key=lambda row: (
            ROLES.get(row["role"], 9),
            swedish(row["organisation__name"] or ""),
            swedish(row["person__name"]),
        ),
    )


def former_members(network: Network, today: dt.date) -> list[dict[str, Any]]:
    """Those who have left and not come back, each once with their last place, the latest first."""
    here = Membership.objects.filter(in_force(today), network=network)
    rows = Membership.objects.filter(network=network, until__lt=today).exclude(
        person__in=here.values("person_id")
    )
    found: dict[int, Any] = {}
    for row in rows.order_by("-until", "person__name").values(
        "role", "until", "person_id", "person__name", "organisation__name"
    ):
        found.setdefault(row["person_id"], row)
    return list(found.values())


def tree(networks: QuerySet[Network]) -> list[tuple[int, Network]]:
    """The networks as (depth, network), children after their parents, by name."""
    rows = list(networks)
    known = {network.pk for network in rows}
    children: dict[int | None, list[Network]] = {}
    for network in rows:
        children.setdefault(network.parent_id if network.parent_id in known else None, []).append(network)
    found: list[tuple[int, Network]] = []

    def walk(parent: int | None, depth: int) -> None:
        for network in sorted(children.get(parent, ()), key=lambda one: swedish(one.name)):
            found.append((depth, network))
            walk(network.pk, depth + 1)

    walk(None, 0)
    return found
