"""``lagetrunt reread``: read what is kept again with the reader that is installed."""

from __future__ import annotations

import argparse
import sys
from typing import Any


def add(commands: Any) -> None:
    own = commands.add_parser(
        "reread",
        help="läs om dokumenten med den läsare som är installerad",
        description="Läser om de dokument som en äldre läsare har läst. "
        "Det människor har bekräftat, rättat och strukit gäller fortfarande.",
        epilog="Utgång: 0 allt lästes, 1 något gick inte att läsa, 2 inget kunde göras.",
    )
    own.add_argument("--network", metavar="NÄTVERK", help="bara ett nätverk")
    own.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    from lagetrunt.config import installation

    installation.start()
    installation.require_ready()
    from django.utils import timezone

    from lagetrunt.config.lookup import require_network
    from lagetrunt.minutes.models import Import
    from lagetrunt.minutes.operations import reread
    from lagetrunt.minutes.reading import Unreadable

    found = (
        Import.objects.exclude(text=None)
        .select_related("document", "text", "meeting", "charter", "network__federation")
        .order_by("pk")
    )
    if chosen.network:
        found = found.filter(network=require_network(chosen.network))
    read, failed = 0, 0
    for source in found:
        try:
            read += reread(source=source, at=timezone.now())
        except Unreadable as error:
            failed += 1
            print(f"{source.name}: {error}", file=sys.stderr)
    print(f"{read} dokument lästes om, {len(found) - read - failed} var redan lästa av samma läsare.")
    return 1 if failed else 0
