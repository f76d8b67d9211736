"""From names as written to rows: organisations, persons, networks.

Closed world: a person only when exactly one can be meant.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db.models import Q

from lagetrunt.followup.models import Topic
from lagetrunt.minutes.reading import resolver
from lagetrunt.networks.models import Membership, Network, Organisation
from lagetrunt.networks.operations import add_organisation
from lagetrunt.networks.register import officials_in
from lagetrunt.people.models import Person
from lagetrunt.shared.keys import derive
from lagetrunt.shared.text import fold, fold_title


class Names:
    """Who and what the names in one network's document can mean on one day (None: the meeting has no
    date yet).

    Everything is asked once, so that reading a document costs the same number of queries however many
    names it holds.
    """

    def __init__(self, network: Network, day: dt.date | None) -> None:
        self.network = network
        self.day = day

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        found: dict[str, Organisation] = {}
        for organisation in Organisation.objects.filter(federation_id=self.network.federation_id).order_by(
            "pk"
        ):
            for name in (organisation.name, *organisation.aliases):
                found.setdefault(fold(name), organisation)
        return found

    @cached_property
    def members(self) -> list[Membership]:
        """The network's memberships on the day, in a settled order."""
        places = Membership.objects.filter(network=self.network).select_related("person", "organisation")
        if self.day is not None:
            places = places.filter(
                Q(since=None) | Q(since__lte=self.day), Q(until=None) | Q(until__gte=self.day)
            )
        return list(places.order_by("person__name", "pk"))

    def organisation(self, name: str | None) -> Organisation | None:
        """The organisation called so, made when there is none; None without a name."""
        folded = fold(name or "")[:200]
        if not folded or name is None:
            return None
        if folded not in self._organisations:
            made = add_organisation(federation=self.network.federation, name=name)
            self._organisations[folded] = self._organisations.setdefault(made.folded, made)
        return self._organisations[folded]

    def host(self, place: str | None) -> Organisation | None:
        """The municipality that a place names ("Medborgarhuset, Hjo"), when it is exactly one."""
        named = {one.name for one in officials_in(place or "") if one.kind == Organisation.Kind.MUNICIPALITY}
        return self.organisation(named.pop()) if len(named) == 1 else None

    @cached_property
    def _resolve(self) -> Callable[[str, str | None], str | None]:
        return resolver(self.directory()["person"])

    def person(self, name: str | None, organisation: str | None = None) -> Person | None:
        """The member whom a name as written can mean, when it can be only one; the organisation beside it
        narrows the choice.
        """
        full = self._resolve(name, organisation) if name else None
        found = {place.person_id: place.person for place in self.members if place.person.name == full}
        return next(iter(found.values())) if len(found) == 1 else None

    def organisation_of(self, person: Person | None) -> Organisation | None:
        """What the person represents in this network, when it is one organisation."""
        if person is None:
            return None
        mine = {
            place.organisation_id: place.organisation
            for place in self.members
            if place.person_id == person.pk
        }
        return next(iter(mine.values())) if len(mine) == 1 else None

    @cached_property
    def _networks(self) -> dict[str, Network]:
        found: dict[str, Network] = {}
        for network in Network.objects.filter(federation_id=self.network.federation_id).order_by("pk"):
            for name in (network.name, network.short, *network.aliases):
                if name:
                    found.setdefault(fold(name), network)
        return found

    def body(self, name: str | None) -> Network | None:
        """The network of this federation called so, or None."""
        return self._networks.get(fold(name or ""))

    @cached_property
    def _topics(self) -> dict[str, Topic]:
        return {topic.folded: topic for topic in Topic.objects.filter(network=self.network)}

    def topic(self, title: str) -> Topic:
        """The network's topic with this title (folded, without parentheses), made when it is new."""
        folded = fold_title(title)[:300]
        if folded not in self._topics:
            key = derive("topic", self.network.federation.slug, self.network.slug, folded)
            made, _ = Topic.objects.get_or_create(
                network=self.network, folded=folded, defaults={"id": key, "title": title[:300]}
            )
            self._topics[folded] = made
        return self._topics[folded]

    def directory(self) -> dict[str, list[dict[str, Any]]]:
        """The member register in the form of the reader's directory file, empty where the network has no
        members yet.
        """
        seats = Organisation.objects.filter(seats__network=self.network).distinct()
        return {
            "organisation": [{"name": one.name, "aliases": one.aliases, "code": one.code} for one in seats],
            "person": [
                {
                    "name": place.person.name,
                    "organisation": place.organisation.name if place.organisation else "",
                    "aliases": place.person.aliases,
                }
                for place in self.members
            ],
        }
