"""``lagetrunt show``: a network's register, for people and for programs."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any


def add(commands: Any) -> None:
    own = commands.add_parser(
        "show",
        help="visa ett nätverks register",
        description="Visar ett nätverks register. Med --json fås allt, varje post med id, läge, dokument och rad.",
    )
    own.add_argument("network", metavar="NÄTVERK")
    own.add_argument("--json", action="store_true", help="skriv registret som JSON")
    own.add_argument("--federation", metavar="NAMN", help="när installationen har flera federationer")
    own.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    from lagetrunt.config import installation

    installation.start()
    installation.require_ready()
    from django.utils import timezone

    from lagetrunt.config.lookup import federation_named, require_network
    from lagetrunt.exchange.queries import register

    federation = federation_named(chosen.federation) if chosen.federation else None
    found = register(require_network(chosen.network, federation), at=timezone.now())
    if chosen.json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        print_register(found)
    return 0


def print_register(found: dict[str, Any]) -> None:
    """The register in brief, each entry with where it stands."""
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False, soft_wrap=True)
    sections = (
        ("Möten", "meetings", lambda r: f"{r.get('date') or 'utan dag'}  {r.get('place') or ''}"),
        ("Beslut", "decisions", lambda r: r["text"]),
        (
            "Uppdrag",
            "assignments",
            lambda r: f"{', '.join(r.get('assignees') or []) or r.get('scope', '')}: {r['text']}",
        ),
        ("Att planera", "topics", lambda r: f"{r['title']} (buret {r.get('times_carried', 0)})"),
        ("Datum", "events", lambda r: f"{r.get('date') or ''}  {r.get('what') or ''} {r.get('place') or ''}"),
        ("Anmärkningar", "problems", lambda r: r["message"]),
    )
    for title, key, line in sections:
        rows = found.get(key, [])
        console.print(f"\n[bold]{title}[/bold] ({len(rows)})")
        for row in rows:
            unsure = "" if row.get("confirmed", True) else " (obekräftat)"
            source = (
                f"  [dim]{escape(str(row.get('document') or ''))} rad {row['line']}[/dim]"
                if row.get("line")
                else ""
            )
            console.print(f"  {escape(line(row))}{unsure}{source}")
