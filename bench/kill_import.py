"""Kill an import anywhere, start it again, and compare the register with that of an undisturbed run.

    python -m bench.kill_import --documents 1000 --kills 100

Each run has a data folder of its own (and its own database, when --database names a PostgreSQL server to
make them in). The importing process is killed with SIGKILL after a random while; what it had begun is taken
up by the next start. At the end both registers, as ``lagetrunt show --json`` prints them, must be the same,
with the same ids, and so must the files kept.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MUNICIPALITIES = ("Essunga", "Falköping", "Grästorp", "Hjo", "Skara", "Tibro", "Vara")
PEOPLE = (
    "Alva Bergmo",
    "Tore Lindvall",
    "Maja Sundgren",
    "Nils Ekhammar",
    "Siri Holmby",
    "Axel Strandvik",
    "Ida Kvistlund",
)
SUBJECTS = (
    "Läsplattor",
    "Elevdatorer",
    "Pappersböcker",
    "Musikrum",
    "Skolbibliotek",
    "Cyklar",
    "Matsal",
    "Trädgård",
)
NETWORK = "Provnätverket"


def write_documents(folder: Path, count: int) -> None:
    """Minutes of ``count`` documents over the years: some meetings in two versions, some without a date,
    some of another body.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}-{'utkast' if number % 10 == 9 else 'protokoll'}.txt").write_text(
            minutes(number), encoding="utf-8"
        )


def minutes(number: int) -> str:
    """One document's text, decided by its number alone."""
    draw = random.Random(number if number % 10 != 9 else number - 1)
    day = dt.date(2015, 1, 12) + dt.timedelta(days=3 * (number if number % 10 != 9 else number - 1))
    people = draw.sample(list(zip(PEOPLE, MUNICIPALITIES, strict=True)), 4)
    subject, other = draw.sample(SUBJECTS, 2)
    body = "Hembygdsrådet Norra" if number % 25 == 7 else NETWORK
    head = "" if number % 20 == 3 else f"Datum: {day.isoformat()}\n"
    away = next(place for place in MUNICIPALITIES if place not in dict(people).values())
    return (
        f"Minnesanteckningar {body}\n{head}Plats: {people[0][1]}\n\nNärvarande: "
        + ", ".join(f"{name} ({place})" for name, place in people)
        + f"\nFrånvarande: {away}\n\n"
        f"1. {subject}\nFråga nummer {number - number % 10} om {subject.lower()} togs upp, "
        f"och {draw.getrandbits(60):x} noterades.\n"
        f"Beslut: Nätverket köper {subject.lower()} tillsammans, omgång {draw.randint(1, 90)}.\n"
        f"{people[1][0].split()[0]} undersöker priset och återkommer.\n\n2. Laget runt\n"
        + "".join(
            f"{place}: {draw.choice(SUBJECTS)} diskuteras, {draw.randint(2, 40)} stycken.\n"
            for _, place in people
        )
        + f"\n3. Att planera\n{other}\n\nOrdförande\n{people[2][0]}\n"
    )


@dataclass
class Installation:
    """One data folder with its database, driven through the command line as people do."""

    data: Path
    database: str = ""

    def environment(self) -> dict[str, str]:
        own = {"LAGETRUNT_DATA": str(self.data), "LAGETRUNT_DATABASE": self.database}
        return {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "lagetrunt.config.settings"}

    def command(self, *arguments: str) -> list[str]:
        return [
            sys.executable,
            "-c",
            "import sys; from lagetrunt.config.cli import main; sys.exit(main())",
            *arguments,
        ]

    def prepare(self) -> None:
        run = subprocess.run(
            self.command("init", "--network", NETWORK),
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            raise RuntimeError(run.stderr)

    def start_import(self, folder: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command("import", str(folder), "--network", NETWORK),
            env=self.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def register(self) -> dict[str, Any]:
        """What ``show --json`` prints."""
        run = subprocess.run(
            self.command("show", NETWORK, "--json"),
            env=self.environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        found: dict[str, Any] = json.loads(run.stdout)
        return found

    def files(self) -> list[str]:
        return sorted(
            path.name
            for path in (self.data / "files").rglob("*")
            if path.is_file() and not path.name.startswith(".")
        )


def import_with_kills(
    place: Installation, folder: Path, kills: int, draw: random.Random, longest: float
) -> int:
    """Import until it ends by itself, killing it ``kills`` times on the way; returns how many kills hit a
    running import.
    """
    hit = 0
    for _ in range(kills):
        process = place.start_import(folder)
        try:
            process.wait(draw.uniform(0.3, longest))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            hit += 1
        process.wait()
    place.start_import(folder).wait()
    return hit


def differences(one: dict[str, Any], two: dict[str, Any]) -> list[str]:
    """The parts of two registers that are not the same."""
    return [key for key in sorted(one.keys() | two.keys()) if one.get(key) != two.get(key)]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--documents", type=int, default=1000)
    asked.add_argument("--kills", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--longest", type=float, default=3.0, help="seconds before a kill, at most")
    asked.add_argument(
        "--databases",
        nargs=2,
        default=["", ""],
        metavar="URL",
        help="two empty PostgreSQL databases instead of SQLite",
    )
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="kill-import-") as where:
        folder = Path(where) / "documents"
        write_documents(folder, chosen.documents)
        calm, harried = (
            Installation(Path(where) / name, url)
            for name, url in zip(("calm", "harried"), chosen.databases, strict=True)
        )
        for place in (calm, harried):
            place.data.mkdir()
            place.prepare()
        began = time.monotonic()
        calm.start_import(folder).wait()
        undisturbed = time.monotonic() - began
        hit = import_with_kills(harried, folder, chosen.kills, random.Random(chosen.seed), chosen.longest)
        wrong = differences(calm.register(), harried.register())
        wrong += ["files"] if calm.files() != harried.files() else []
    print(
        f"{chosen.documents} documents, undisturbed in {undisturbed:.1f} s; "
        f"{hit} of {chosen.kills} kills hit a running import."
    )
    print(f"The registers differ in: {', '.join(wrong)}" if wrong else "The registers are the same.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
