"""``lagetrunt demo``: the example region, read from its documents, and the server."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from lagetrunt.config.commands.serve import add_address, listen

EXAMPLE = Path(__file__).resolve().parent.parent / "example"


def add(commands: Any) -> None:
    own = commands.add_parser(
        "demo",
        help="prova med en påhittad region",
        description="Lägger upp en påhittad region, läser in dess dokument och startar tjänsten. Allt stannar på den här datorn.",
    )
    add_address(own)
    own.add_argument("--no-serve", action="store_true", help="läs bara in, starta ingen server")
    own.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    os.environ["LAGETRUNT_DEMO"] = "1"
    from lagetrunt.config import installation

    installation.start()
    print("Gör i ordning databasen …", flush=True)
    installation.prepare()
    fill()
    return 0 if chosen.no_serve else listen(chosen.host, chosen.port, workers=2)


def fill() -> None:
    """The example region: organisations and people from its file, everything else read from its documents; then a reviewer's acts."""
    from django.utils import timezone

    from lagetrunt.config.commands.importing import import_files, summary
    from lagetrunt.config.region import load_region
    from lagetrunt.config.replay import replay
    from lagetrunt.networks.models import Network

    federation = load_region(EXAMPLE / "region.toml")
    now = timezone.now()
    for network in Network.objects.filter(federation=federation).exclude(parent=None).order_by("pk"):
        files = sorted(path for path in (EXAMPLE / "documents" / network.slug).glob("*") if path.is_file())
        if files:
            print(f"{network.name}: ", end="", flush=True)
            print(summary(import_files(files, network=network, federation=federation, at=now)), flush=True)
    acts = replay(EXAMPLE / "reviewer.jsonl", federation=federation)
    if acts:
        print(f"{acts} granskningar gjorda.", flush=True)
