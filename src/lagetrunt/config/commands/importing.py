"""``lagetrunt import``: a folder of documents into a network's register."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from lagetrunt.config.errors import CommandError

ENDINGS = {".pdf", ".docx", ".odt", ".txt", ".md", ".eml", ".doc", ".rtf"}
QUIET = {"read", "unchanged", "older"}


def add(commands: Any) -> None:
    own = commands.add_parser(
        "import",
        help="läs in dokument i ett nätverks register",
        description="Läser in filer eller hela mappar i ett nätverks register. Ett dokument känns igen på sitt innehåll: "
        "att läsa in det igen "
        "ändrar inget, och ett avbrutet arbete fortsätter där det var.",
        epilog="Utgång: 0 allt lästes, 1 något väntar på dig eller gick inte att läsa, 2 inget kunde göras.",
    )
    own.add_argument("paths", nargs="+", type=Path, metavar="MAPP|FIL")
    own.add_argument(
        "--network",
        metavar="NÄTVERK",
        help="namn eller kortnamn; utan det går varje dokument till det nätverk det nämner",
    )
    own.add_argument("--federation", metavar="NAMN", help="när installationen har flera federationer")
    own.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    from lagetrunt.config import installation

    files = files_in(chosen.paths)
    installation.start()
    installation.require_ready()
    from django.utils import timezone

    from lagetrunt.config.lookup import federation_named, network_to_fill

    federation = federation_named(chosen.federation)
    network = network_to_fill(chosen.network, federation) if chosen.network else None
    counts = import_files(files, network=network, federation=federation, at=timezone.now())
    print(summary(counts))
    return 1 if counts.keys() - QUIET else 0


def files_in(paths: list[Path]) -> list[Path]:
    """The documents among these files and folders, in a fixed order. Raises CommandError where there are none."""
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise CommandError(f"{path} finns inte.")
        if path.is_dir():
            found += sorted(
                p
                for p in path.rglob("*")
                if p.suffix.lower() in ENDINGS and not p.name.startswith((".", "~$")) and p.is_file()
            )
        else:
            found.append(path)
    if not found:
        raise CommandError(
            f"inga dokument i {', '.join(map(str, paths))}. Det som läses är {', '.join(sorted(ENDINGS - {'.doc', '.rtf'}))}."
        )
    return found


def import_files(files: list[Path], *, network: Any, federation: Any, at: Any) -> Counter[str]:
    """Import the files in order, each in a transaction of its own, telling of those that need a person."""
    from lagetrunt.minutes.operations import import_document

    counts: Counter[str] = Counter()
    for path in with_progress(files):
        try:
            outcome = import_document(
                network=network, federation=federation, content=path, name=path.name, at=at
            )
        except OSError as error:
            counts["failed"] += 1
            print(f"{path}: {error.strerror or error}", file=sys.stderr)
            continue
        counts[outcome.state] += 1
        if outcome.state not in QUIET:
            print(f"{path.name}: {outcome.message}", file=sys.stderr)
    return counts


def with_progress(files: list[Path]) -> Any:
    """The files, with a bar on standard error when somebody watches and there is something to wait for."""
    if len(files) < 5 or not sys.stderr.isatty():
        return files
    from rich.console import Console
    from rich.progress import track

    return track(files, description="Läser in", console=Console(stderr=True))


def summary(counts: Counter[str]) -> str:
    """One Swedish sentence on what became of the files."""
    words = {
        "read": "inlästa", "older": "äldre versioner", "unchanged": "fanns redan", "waiting": "väntar på dig",
        "failed": "gick inte att läsa", "aside": "lagda åt sidan",
    }  # fmt: skip
    return (
        f"{sum(counts.values())} dokument: "
        + ", ".join(f"{counts[state]} {word}" for state, word in words.items() if counts[state])
        + "."
    )
