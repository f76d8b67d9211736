"""``lagetrunt check``: is the installation sound, and what should a secretary mend?"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from typing import Any


def add(commands: Any) -> None:
    own = commands.add_parser(
        "check",
        help="kontrollera installationen, eller ett nätverks protokoll",
        description="Utan nätverk: är databasen i ordning, finns alla filer, är de hela, har brev fastnat? "
        "Med nätverk: protokollens anmärkningar.",
        epilog="Utgång: 0 inget att anmärka, 1 något att se till, 2 det gick inte att kontrollera.",
    )
    own.add_argument("network", nargs="?", metavar="NÄTVERK")
    own.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    from lagetrunt.config import installation

    installation.start()
    if not installation.is_ready():
        print("Databasen är inte i ordning. Kör ”lagetrunt init”.")
        return 1
    remarks = list(network_remarks(chosen.network) if chosen.network else installation_remarks())
    print("\n".join(remarks) if remarks else "Inget att anmärka.")
    return 1 if remarks else 0


def network_remarks(name: str) -> Iterator[str]:
    """The checker's remarks on a network's documents, with file and line."""
    from lagetrunt.config.lookup import require_network
    from lagetrunt.minutes.models import Import

    for source in (
        Import.objects.filter(network=require_network(name)).exclude(state=Import.State.ASIDE).order_by("pk")
    ):
        if source.state in (Import.State.WAITING, Import.State.FAILED):
            yield f"{source.name}: {source.reason}"
        for problem in source.problems if source.state == Import.State.READ else ():
            yield f"{source.name}:{problem['line']}: {problem['code']} {problem['message']}"


def installation_remarks() -> Iterator[str]:
    """What is amiss with files and letters, in plain sentences."""
    from lagetrunt.documents.models import Document
    from lagetrunt.documents.storage import path_of
    from lagetrunt.outbox.queries import counts

    for document in Document.objects.order_by("pk").iterator():
        path = path_of(document.sha256)
        if not path.is_file():
            yield f"Filen till {document.name} saknas i datamappen. Läs in den igen."
        elif _digest(path) != document.sha256:
            yield f"Filen till {document.name} är inte densamma som när den lästes in. Läs in den igen."
    stuck = counts()
    if stuck.get("failed"):
        yield f"{stuck['failed']} brev gick inte fram. Se ”lagetrunt outbox list”."
    if stuck.get("unknown"):
        yield f"{stuck['unknown']} brev har ovisst öde. Se ”lagetrunt outbox list”."


def _digest(path: Any) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
