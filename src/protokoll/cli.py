"""The command ``protokoll``.

Read, text, check. Imports wait until a command needs them, so that help answers at once.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    pass

_ABOUT = "Läser protokoll, kallelser och uppdragsbeskrivningar: vad som beslutades, lovades och planerades."
_STATUS = """\
slutstatus:
  0  allt gick att läsa (check: och inget hittades)
  1  check hittade något att titta på
  2  någon fil kunde inte läsas, eller kommandot var felskrivet
"""
_EXAMPLES = """\
exempel:
  protokoll read protokoll.pdf
  protokoll read --json --jobs 2 arkivet/ > poster.jsonl
  protokoll check utkast.docx
  protokoll text skannat.pdf

"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status comes back (0 fine, 1 findings of check, 2 something could not be
    read).
    """
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = _SwedishParser(
        prog="protokoll", description=_ABOUT, epilog=_EXAMPLES + _STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter, add_help=False,
    )  # fmt: skip
    _add_help(parser)
    parser.add_argument("--version", action="version", version="protokoll 0.1.0", help="visa versionen")
    commands = parser.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True, dest="command")
    _add_read(commands)
    _add_text(commands)
    _add_check(commands)
    return parser


class _SwedishParser(argparse.ArgumentParser):
    """argparse with its few words of its own in Swedish."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._positionals.title = "argument"
        self._optionals.title = "val"

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "användning: ")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "användning: ")

    def error(self, message: str) -> Any:
        for english, swedish in (
            ("the following arguments are required:", "det här saknas:"),
            ("unrecognized arguments:", "okända argument:"),
            ("invalid choice:", "ogiltigt val:"),
            ("expected one argument", "ska följas av ett värde"),
            ("expected at least one argument", "ska följas av minst ett värde"),
            ("choose from", "välj bland"),
            ("argument ", ""),
        ):
            message = message.replace(english, swedish)
        self.exit(2, f"{self.prog}: {message}\nSkriv «{self.prog} --help» för hjälp.\n")


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help="visa den här hjälpen")


def _command(commands: Any, name: str, about: str) -> Any:
    parser = commands.add_parser(
        name, help=about, description=about[0].upper() + about[1:] + ".", add_help=False, epilog=_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    _add_help(parser)
    return parser


def _add_read(commands: Any) -> None:
    parser = _command(commands, "read", "läs dokument och visa vad som står i dem")
    parser.add_argument("paths", nargs="+", metavar="FIL|MAPP", help="dokument, eller mappar med dokument")
    parser.add_argument("--json", action="store_true", help="skriv ett JSON-objekt per fil och rad")
    _add_jobs(parser)
    _add_directory(parser)
    parser.set_defaults(run=_read)


def _add_text(commands: Any) -> None:
    parser = _command(commands, "text", "visa ett dokuments text, rad för rad, som läsaren ser den")
    parser.add_argument("path", metavar="FIL", help="dokumentet")
    parser.set_defaults(run=_text)


def _add_check(commands: Any) -> None:
    parser = _command(commands, "check", "granska dokument: vad saknas, vad motsäger sig själv")
    parser.add_argument("paths", nargs="+", metavar="FIL|MAPP", help="dokument, eller mappar med dokument")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="hur fynden skrivs (text)")
    _add_jobs(parser)
    _add_directory(parser)
    parser.set_defaults(run=_check)


def _add_jobs(parser: Any) -> None:
    parser.add_argument("--jobs", type=_count, default=1, metavar="N", help="läs N filer samtidigt (1)")


def _add_directory(parser: Any) -> None:
    parser.add_argument("--directory", metavar="FIL", help="medlemsregister (TOML) som namn slås upp i")


def _count(written: str) -> int:
    if not written.isdigit() or not 1 <= int(written) <= 64:
        raise argparse.ArgumentTypeError("ska vara ett tal från 1 till 64")
    return int(written)


def _read(options: argparse.Namespace) -> int:
    import protokoll.reader  # noqa: F401  (before the workers are forked, so that they share it)
    from protokoll.batch import Batch, read_as_json, read_whole
    from protokoll.summary import Summary

    batch = Batch(options.paths, options.jobs)
    if not batch.use_directory(options.directory):
        return 2
    if options.json:
        for outcome in batch.run(read_as_json):
            print(outcome.value[0])
        return batch.status
    summary = Summary(sys.stdout)
    for outcome in batch.run(read_whole):
        summary.show(outcome.value[0])
    return batch.status


def _text(options: argparse.Namespace) -> int:
    from protokoll.batch import Batch, plain_text

    batch = Batch([options.path], 1, folders=False)
    for outcome in batch.run(plain_text):
        print(outcome.value[0])
    return batch.status


def _check(options: argparse.Namespace) -> int:
    import protokoll.reader  # noqa: F401  (before the workers are forked, so that they share it)
    from protokoll.batch import Batch, read_whole
    from protokoll.summary import problems_as_json, problems_as_text

    batch = Batch(options.paths, options.jobs)
    if not batch.use_directory(options.directory):
        return 2
    found = False
    for outcome in batch.run(read_whole):
        reading = outcome.value[0]
        found = found or bool(reading.problems)
        written = problems_as_json(reading) if options.format == "json" else problems_as_text(reading)
        if written:
            print(written)
    return batch.status or int(found)


if __name__ == "__main__":
    sys.exit(main())
