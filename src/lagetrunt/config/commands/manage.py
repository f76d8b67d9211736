"""``lagetrunt manage …``: Django's own commands, for those who look after the installation."""

from __future__ import annotations

import argparse
from typing import Any


def add(commands: Any) -> None:
    own = commands.add_parser("manage", help="Djangos egna kommandon (migrate, dbshell …)", add_help=False)
    own.add_argument("rest", nargs=argparse.REMAINDER)
    own.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["lagetrunt manage", *chosen.rest])
    return 0
