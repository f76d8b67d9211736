"""``lagetrunt``: the service's own commands. Exit status: 0 done, 1 something needs your attention, 2 it could not be done."""

from __future__ import annotations

import argparse
import os
import sys

from lagetrunt.config.commands import check, demo, importing, init, manage, outbox, reread, serve, show
from lagetrunt.config.errors import CommandError

COMMANDS = (init, importing, show, check, reread, serve, demo, outbox, manage)


def parser() -> argparse.ArgumentParser:
    """The whole command line, with every command's own help."""
    top = argparse.ArgumentParser(
        prog="lagetrunt",
        description="Laget runt: nätverkets minne, från kallelse till protokoll och vad det blev av det.",
        epilog="Datamappen (databas, filer, brev) är LAGETRUNT_DATA, annars ”data” där du står. Utan LAGETRUNT_DATABASE används SQLite.",
    )
    commands = top.add_subparsers(dest="command", metavar="KOMMANDO", required=True)
    for module in COMMANDS:
        module.add(commands)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command; problems that the user can mend are one line on standard error."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lagetrunt.config.settings")
    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen) or 0)
    except CommandError as error:
        print(f"lagetrunt: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nAvbrutet.", file=sys.stderr)
        return 130
