"""Making federations, networks, organisations, persons, and the places people and organisations have."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.text import slugify

from lagetrunt.federations.models import Federation
from lagetrunt.networks.models import Membership, Network, Organisation, Seat
from lagetrunt.networks.register import official
from lagetrunt.people.models import Person
from lagetrunt.shared.text import fold

DEFAULT_FEDERATION = "Vår samverkan"


def the_federation(*, name: str | None = None) -> Federation:
    """The federation called ``name``, made with its root where it is missing; without a name the first one
    there is.
    """
    if name is None:
        return Federation.objects.order_by("pk").first() or add_federation(name=DEFAULT_FEDERATION)
    return Federation.objects.filter(name=name).first() or add_federation(name=name)


@transaction.atomic
def add_federation(*, name: str, slug: str = "") -> Federation:
    """A new tenant with the root of its tree; an existing one of the same slug is returned with its root
    made sure of.
    """
    slug = slug or slugify(name) or "federation"
    federation, _ = Federation.objects.get_or_create(slug=slug, defaults={"name": name})
    Network.objects.get_or_create(
        federation=federation,
        parent=None,
        defaults={"name": name, "slug": slug, "kind": Network.Kind.FEDERATION},
    )
    return federation


def root_of(federation: Federation) -> Network:
    """The network at the top of the federation's tree."""
    return Network.objects.get(federation=federation, parent=None)


@transaction.atomic
def add_network(
    *,
    federation: Federation,
    name: str,
    slug: str = "",
    short: str = "",
    kind: str = Network.Kind.NETWORK,
    parent: Network | None = None,
    decision_word: str = Network.DecisionWord.DECISION,
    aliases: Sequence[str] = (),
) -> Network:
    """The network with this slug (else this name) under ``parent`` (else the root), made where it is
    missing; found, it is not changed.
    """
    slug = slug or slugify(name) or "natverk"
    network, _ = Network.objects.get_or_create(
        federation=federation,
        slug=slug,
        defaults={
            "name": name,
            "short": short,
            "kind": kind,
            "parent": parent or root_of(federation),
            "decision_word": decision_word,
            "aliases": list(aliases),
        },
    )
    return network


def add_organisation(
    *, federation: Federation, name: str, kind: str = "", code: str = "", aliases: Sequence[str] = ()
) -> Organisation:
    """The organisation of this name, made where it is missing.

    An official municipality or region gets its plain name and code.
    """
    entry = None if kind in (Organisation.Kind.FEDERATION, Organisation.Kind.OTHER) else official(name)
    if entry is not None:
        name, code, kind = entry.name, code or entry.code, kind or entry.kind
    organisation, _ = Organisation.objects.get_or_create(
        federation=federation,
        folded=fold(name)[:200],
        defaults={
            "name": name[:200],
            "kind": kind or kind_by_name(name),
            "code": code,
            "aliases": list(aliases),
        },
    )
    return organisation


def kind_by_name(name: str) -> str:
    """What the name of an organisation that is in no register tells of its kind."""
    return Organisation.Kind.FEDERATION if "kommunalförbund" in name.casefold() else Organisation.Kind.OTHER


def add_membership(
    *,
    network: Network,
    person: Person,
    organisation: Organisation | None = None,
    role: str = Membership.Role.MEMBER,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Membership:
    """A person's place in a network; the same place twice is one row, whose last day is brought up to
    date.
    """
    membership, _ = Membership.objects.update_or_create(
        network=network,
        person=person,
        organisation=organisation,
        role=role,
        since=since,
        defaults={"until": until},
    )
    return membership


def add_seat(
    *,
    network: Network,
    organisation: Organisation,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Seat:
    """An organisation's place round the table of a network, likewise."""
    seat, _ = Seat.objects.update_or_create(
        network=network, organisation=organisation, since=since, defaults={"until": until}
    )
    return seat
