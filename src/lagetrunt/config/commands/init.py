"""``lagetrunt init``: make the database and, when named, a federation with its networks."""

from __future__ import annotations

import argparse
from typing import Any


def add(commands: Any) -> None:
    own = commands.add_parser(
        "init",
        help="gör i ordning databas och filer",
        description="Gör i ordning databas och filer. Går att köra hur många gånger som helst; inget som finns ändras.",
        epilog='Exempel: lagetrunt init --federation "Utbildning Skaraborg" --network SIKT --admin jag@kommunen.example',
    )
    own.add_argument(
        "--federation", metavar="NAMN", help="federationen som nätverken hör till (standard: ”Vår samverkan”)"
    )
    own.add_argument(
        "--network",
        metavar="NAMN",
        action="append",
        default=[],
        help="lägg upp ett nätverk; kan ges flera gånger",
    )
    own.add_argument("--admin", metavar="ADRESS", help="e-postadress för den som sköter installationen")
    own.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    from lagetrunt.config import installation

    installation.start()
    installation.prepare()
    from django.conf import settings

    from lagetrunt.networks import operations as networks
    from lagetrunt.people import operations as people

    federation = networks.the_federation(name=chosen.federation)
    for name in chosen.network:
        network = networks.add_network(federation=federation, name=name)
        print(f"Nätverk: {network.name}")
    if chosen.admin:
        people.make_administrator(email=chosen.admin)
        print(f"Administratör: {chosen.admin}. Logga in med en kod som skickas dit.")
    print(f"Klart. Federation: {federation.name}. Data: {settings.DATA}")
    return 0
