"""How well search finds: precision and recall on labelled questions over the example region, on both databases.

    python bench/search_quality.py     the table, and docs/search.md

The labels (``search_queries.toml``) say which words a person accepts as an answer; whether a record has one of
them is decided here word by word, without any of the program's own rules for Swedish. The same questions are
put to a register on SQLite and to one on PostgreSQL (LAGETRUNT_TEST_POSTGRES names the server); both must give
the same records in the same order.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "bench/search_queries.toml"
SERVER = os.environ.get("LAGETRUNT_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres").rsplit(
    "/", 1
)[0]
WORD = re.compile(r"\w+(?:[-'’]\w+)*")
MORE_THAN_ALL = 100_000


@dataclass(frozen=True)
class Query:
    """A question with what a person accepts: one word of every group. ``exact``: capitals count."""

    text: str
    kind: str
    groups: tuple[frozenset[str], ...]
    exact: bool

    def is_answered_by(self, text: str) -> bool:
        said = set(WORD.findall(text if self.exact else text.lower()))
        return all(group & said for group in self.groups)


@dataclass
class Count:
    """Records that search gave, that are answers, and that are both."""

    given: int = 0
    answers: int = 0
    right: int = 0

    def add(self, other: Count) -> None:
        self.given, self.answers, self.right = (
            self.given + other.given, self.answers + other.answers, self.right + other.right,
        )  # fmt: skip

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.answers if self.answers else 1.0


def queries() -> list[Query]:
    rows = tomllib.loads(QUERIES.read_text(encoding="utf-8"))["query"]
    return [
        Query(
            row["text"], row["kind"], tuple(frozenset(group) for group in row.get("all") or [row["accept"]]),
            row.get("exact", False),
        )
        for row in rows
    ]  # fmt: skip


def answer() -> None:
    """Run inside one installation: print its records and what search gives for each question."""
    import django

    django.setup()
    from lagetrunt.networks.models import Network
    from lagetrunt.search.models import IndexRow
    from lagetrunt.search.queries import find

    scopes = list(Network.objects.values_list("pk", flat=True))
    records = {row.key: f"{row.title}\n{row.text}\n{row.organisation}" for row in IndexRow.objects.all()}
    found = {
        query.text: [hit.key for hit in find(query.text, scopes=scopes, limit=MORE_THAN_ALL).hits]
        for query in queries()
    }
    json.dump({"records": records, "found": found}, sys.stdout)


def asked_on(database: str) -> dict[str, Any]:
    """The example region read into a fresh installation on this database, and its answers."""
    with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
        environment = {
            **os.environ, "LAGETRUNT_DATA": folder, "LAGETRUNT_DATABASE": database, "LAGETRUNT_DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "lagetrunt.config.settings",
        }  # fmt: skip
        lagetrunt = str(Path(sys.executable).parent / "lagetrunt")
        subprocess.run(
            [lagetrunt, "demo", "--no-serve"], env=environment, check=True, stdout=subprocess.DEVNULL
        )
        said = subprocess.run(
            [sys.executable, __file__, "--answer"],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        found: dict[str, Any] = json.loads(said.stdout)
        return found


@contextlib.contextmanager
def postgres() -> Iterator[str | None]:
    """The URL of an empty database that goes away afterwards, or None where no server answers."""
    import psycopg

    name = f"bench_search_{os.getpid()}"
    try:
        server = psycopg.connect(f"{SERVER}/postgres", connect_timeout=3, autocommit=True)
    except psycopg.OperationalError:
        yield None
        return
    with server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{SERVER}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def counts(said: dict[str, Any]) -> dict[Query, Count]:
    """For each question how many records were given, are answers, and are both."""
    found = {}
    for query in queries():
        answers = {key for key, text in said["records"].items() if query.is_answered_by(text)}
        given = set(said["found"][query.text])
        found[query] = Count(len(given), len(answers), len(given & answers))
    return found


def table(found: dict[Query, Count], same: str) -> str:
    """The numbers by kind of question, and every question that did not find all and only its answers."""
    kinds: dict[str, Count] = defaultdict(Count)
    numbers: dict[str, int] = defaultdict(int)
    for query, count in found.items():
        for kind in (query.kind, "all"):
            kinds[kind].add(count)
            numbers[kind] += 1
    rows = ["| kind | questions | answers | precision | recall |", "|---|---|---|---|---|"]
    order = [kind for kind in kinds if kind != "all"] + ["all"]
    rows += [
        f"| {kind} | {numbers[kind]} | {kinds[kind].answers} | {kinds[kind].precision:.3f} | {kinds[kind].recall:.3f} |"
        for kind in order
    ]
    rows += [
        "",
        f"SQLite and PostgreSQL: {same}.",
        "",
        "Questions that gave something else, or not everything:",
        "",
    ]
    rows += ["| question | given | answers | both |", "|---|---|---|---|"]
    rows += [
        f"| {query.text} | {count.given} | {count.answers} | {count.right} |"
        for query, count in found.items() if not count.given == count.answers == count.right
    ]  # fmt: skip
    return "\n".join(rows)


def comparison(one: dict[str, Any]) -> tuple[str, bool]:
    """Whether PostgreSQL gives the same lists as SQLite: in words, and whether it is a failure."""
    with postgres() as database:
        if database is None:
            return "not compared, because no PostgreSQL answered", False
        other = asked_on(database)
    differing = [text for text, keys in one["found"].items() if keys != other["found"][text]]
    if differing:
        return f"the lists DIFFER for {', '.join(differing)}", True
    return "the same records in the same order for every question", False


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--answer", action="store_true", help=argparse.SUPPRESS)
    if parser.parse_args().answer:
        answer()
        return 0
    said = asked_on("")
    same, failed = comparison(said)
    shown = table(counts(said), same)
    print(shown)
    (ROOT / "docs/search.md").write_text(
        PAGE.format(table=shown, records=len(said["records"])), encoding="utf-8"
    )
    return int(failed)


PAGE = """# How well search finds

Measured by `python bench/search_quality.py` (`make bench` runs it) on the {records} records that the example region's documents
give. The questions and what a person accepts as their answers stand in `bench/search_queries.toml`, written after reading the
documents: every inflection counts, and compounds that end in the word asked for ("leasingavtalet" for "avtal"); compounds
that only begin with it do not ("datorväskor" for "dator"). The last word of a question is also taken as the beginning of a
word, so that results come while one types; that is what the precision of the basic forms pays for. Compounds are not taken
apart; that is what their recall pays for.

{table}
"""


if __name__ == "__main__":
    sys.exit(main())
