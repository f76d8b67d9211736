"""Finding federations and networks by what people call them at the command line."""

from __future__ import annotations

import sys

from rapidfuzz import process

from lagetrunt.config.errors import CommandError
from lagetrunt.federations.models import Federation
from lagetrunt.networks.models import Network
from lagetrunt.networks.operations import add_network, the_federation
from lagetrunt.shared.text import fold

ALIKE = 75


def federation_named(name: str | None) -> Federation:
    """The federation of this name or slug; without a name, the only one. Raises CommandError."""
    if name is None:
        if Federation.objects.count() > 1:
            raise CommandError(
                f"här finns flera federationer, säg vilken med --federation: {_list(Federation.objects.all())}."
            )
        return the_federation()
    for federation in Federation.objects.all():
        if fold(name) in (fold(federation.name), fold(federation.slug)):
            return federation
    raise CommandError(f"ingen federation heter ”{name}”. Här finns: {_list(Federation.objects.all())}.")


def network_named(name: str, federation: Federation | None = None) -> Network | None:
    """The network that is called this: by name, short name, slug or alias. Raises CommandError where several are."""
    candidates = Network.objects.select_related("federation").order_by("pk")
    found = [
        one
        for one in candidates
        if (federation is None or one.federation_id == federation.pk) and fold(name) in _names(one)
    ]
    if len(found) > 1:
        raise CommandError(f"flera federationer har ett nätverk ”{name}”, säg vilken med --federation.")
    return found[0] if found else None


def require_network(name: str, federation: Federation | None = None) -> Network:
    """The network that is called this. Raises CommandError with what there is."""
    network = network_named(name, federation)
    if network is None:
        raise CommandError(
            f"inget nätverk heter ”{name}”. Här finns: {_list(Network.objects.exclude(parent=None)) or 'inga än'}."
        )
    return network


def network_to_fill(name: str, federation: Federation) -> Network:
    """The network that is called this, made where nothing is called anything like it. Raises CommandError where it looks misspelt."""
    network = network_named(name, federation)
    if network is not None:
        return network
    known = {
        called: one.name for one in Network.objects.filter(federation=federation) for called in _names(one)
    }
    close = process.extractOne(fold(name), known.keys(), score_cutoff=ALIKE)
    if close:
        raise CommandError(f"inget nätverk heter ”{name}”. Menade du ”{known[close[0]]}”?")
    print(f"Nätverket {name} fanns inte och är nu upplagt i {federation.name}.", file=sys.stderr)
    return add_network(federation=federation, name=name)


def _names(network: Network) -> set[str]:
    return {
        fold(called) for called in (network.name, network.short, network.slug, *network.aliases) if called
    }


def _list(rows: object) -> str:
    return ", ".join(str(row) for row in rows)  # type: ignore[attr-defined]
