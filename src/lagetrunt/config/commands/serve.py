"""``lagetrunt serve``: the web server."""

from __future__ import annotations

import argparse
from typing import Any


def add(commands: Any) -> None:
    own = commands.add_parser(
        "serve",
        help="starta tjänsten",
        description="Startar tjänsten och skriver ut adressen. Stoppa med Ctrl+C.",
    )
    add_address(own)
    own.add_argument(
        "--workers", type=int, default=2, metavar="ANTAL", help="antal arbetsprocesser (standard 2)"
    )
    own.set_defaults(run=run)


def add_address(own: argparse.ArgumentParser) -> None:
    """The options on where to listen, shared with the demo."""
    own.add_argument(
        "--host", default="127.0.0.1", metavar="ADRESS", help="adress att lyssna på (standard 127.0.0.1)"
    )
    own.add_argument("--port", type=int, default=8000, metavar="PORT", help="port (standard 8000)")


def run(chosen: argparse.Namespace) -> int:
    from lagetrunt.config import installation
    from lagetrunt.config.errors import CommandError

    installation.start()
    if not installation.is_ready():
        raise CommandError("databasen är inte i ordning. Kör ”lagetrunt init” först.")
    return listen(chosen.host, chosen.port, workers=getattr(chosen, "workers", 2))


def listen(host: str, port: int, *, workers: int) -> int:
    """Run the server until it is stopped. Raises CommandError when the port is taken."""
    import socket

    from lagetrunt.config.errors import CommandError
    from lagetrunt.config.server import Server

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"port {port} är upptagen eller inte tillåten. Välj en annan med --port."
            ) from error
    print(
        f"Laget runt är igång: http://{'localhost' if host == '127.0.0.1' else host}:{port}/  (Ctrl+C stoppar)",
        flush=True,
    )
    Server(host, port, workers=workers).run()
    return 0
