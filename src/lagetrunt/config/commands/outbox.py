"""``lagetrunt outbox``: letters on the command line, for whoever looks after the installation."""

from __future__ import annotations

import argparse
from typing import Any


def add(commands: Any) -> None:
    own = commands.add_parser(
        "outbox",
        help="visa och skicka brev",
        description="Visar breven i utkorgen eller skickar dem som väntar.",
    )
    acts = own.add_subparsers(dest="act", metavar="VAD", required=True)
    acts.add_parser("list", help="alla brev, nyast först").set_defaults(run=list_letters)
    show = acts.add_parser("show", help="visa ett brev")
    show.add_argument("number", type=int, metavar="NUMMER")
    show.set_defaults(run=show_letter)
    send = acts.add_parser("send", help="skicka det som väntar")
    send.add_argument("--dry-run", action="store_true", help="visa vad som skulle skickas, skicka inget")
    send.set_defaults(run=send_letters)


def list_letters(chosen: argparse.Namespace) -> int:
    from lagetrunt.config import installation

    installation.start()
    from lagetrunt.outbox.queries import letters

    for letter in letters()[:200]:
        print(
            f"{letter.pk:>5}  {letter.written_at:%Y-%m-%d %H:%M}  {letter.get_state_display():<24} {letter.to:<40} {letter.subject}"
        )
    return 0


def show_letter(chosen: argparse.Namespace) -> int:
    from lagetrunt.config import installation
    from lagetrunt.config.errors import CommandError

    installation.start()
    from lagetrunt.outbox.models import Letter

    letter = Letter.objects.filter(pk=chosen.number).first()
    if letter is None:
        raise CommandError(f"det finns inget brev med nummer {chosen.number}.")
    print(
        f"Till: {letter.to}\nFrån: {letter.sender}\nÄmne: {letter.subject}\nLäge: {letter.get_state_display()}\n\n{letter.text}"
    )
    return 0


def send_letters(chosen: argparse.Namespace) -> int:
    from lagetrunt.config import installation

    installation.start()
    from django.utils import timezone

    from lagetrunt.outbox.operations import deliver_due
    from lagetrunt.outbox.queries import letters
    from lagetrunt.outbox.transport import transport

    if chosen.dry_run:
        for letter in letters(state="waiting"):
            print(f"{letter.pk:>5}  {letter.to:<40} {letter.subject}")
        return 0
    print(f"{deliver_due(at=timezone.now(), transport=transport())} brev hanterade.")
    return 0
