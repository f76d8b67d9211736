"""Run every check and test that can run here, and say at the end what was left out and how to get it.

``make test`` calls this. With ``STRICT=1`` (as continuous integration does) whatever is left out counts as a failure.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
POSTGRES = os.environ.get("LAGETRUNT_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/lagetrunt_test")


@dataclass(frozen=True)
class Step:
    """One command. ``missing`` returns how to get what it needs, or None when it can run."""

    name: str
    group: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    missing: Callable[[], str | None] = lambda: None


def no_browser() -> str | None:
    """How to get the browser, where there is none."""
    return None if shutil.which("chromium") else "apt-get install chromium"


def no_postgres() -> str | None:
    """How to get a PostgreSQL that answers, where none does."""
    import psycopg

    try:
        psycopg.connect(POSTGRES.rsplit("/", 1)[0] + "/postgres", connect_timeout=3).close()
    except psycopg.OperationalError:
        return "start PostgreSQL on 127.0.0.1:5432, or name one in LAGETRUNT_TEST_POSTGRES"
    return None


def tool(name: str, *arguments: str) -> list[str]:
    """The command of a tool in this virtual environment."""
    return [str(BIN / name), *arguments]


def typed_modules() -> list[str]:
    """The modules whose types are checked strictly: the reader, and every room's reads and writes."""
    rooms = sorted(
        str(path.relative_to(ROOT))
        for name in ("operations.py", "queries.py")
        for path in (ROOT / "src/lagetrunt").glob(f"*/{name}")
    )
    return ["src/protokoll", *rooms]


def steps() -> list[Step]:
    """Every check and test, in the order in which they run: the quick ones first."""
    pytest = tool("pytest", "-n", "2", "--dist", "worksteal")
    return [
        Step("style (ruff)", "lint", tool("ruff", "check", ".")),
        Step("formatting (ruff)", "lint", tool("ruff", "format", "--check", ".")),
        Step("types (mypy --strict)", "lint", tool("mypy", *typed_modules())),
        Step("import contracts", "lint", tool("lint-imports")),
        Step("templates (djlint)", "lint", tool("djlint", "src/lagetrunt", "--lint", "--quiet")),
        Step("missing migrations", "lint", tool("lagetrunt", "manage", "makemigrations", "--check", "--dry-run")),
        Step("missing translations", "lint", [sys.executable, "tools/translations.py", "--check"]),
        Step("tests on SQLite", "test", [*pytest, "-m", "not browser", "tests"]),
        Step(
            "tests on PostgreSQL", "test", [*pytest, "-m", "not browser", "tests/lagetrunt"],
            {"LAGETRUNT_DATABASE": POSTGRES}, no_postgres,
        ),
        Step("tests in a browser", "test", [*pytest, "-m", "browser", "tests"], {}, no_browser),
    ]  # fmt: skip


def run(step: Step) -> bool:
    """Run one step with what it says on the screen; whether it passed."""
    print(f"\n── {step.name} " + "─" * max(0, 70 - len(step.name)), flush=True)
    began = time.monotonic()
    done = subprocess.run(step.command, cwd=ROOT, env={**os.environ, **step.environment}, check=False)
    print(f"   {'ok' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
    return done.returncode == 0


def main() -> int:
    """Run the chosen steps; 1 when any failed, or was left out where nothing may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["lint", "test"])
    chosen = parser.parse_args().only
    strict = os.environ.get("STRICT") == "1"
    failed, left_out = [], []
    with tempfile.TemporaryDirectory(
        prefix="lagetrunt-checks-"
    ) as folder:  # never the data of an installation
        os.environ["LAGETRUNT_DATA"] = folder
        for step in steps():
            if chosen and step.group != chosen:
                continue
            if remedy := step.missing():
                left_out.append(f"{step.name}: {remedy}")
            elif not run(step):
                failed.append(step.name)
    print("\n" + "═" * 74)
    print("Failed: " + ", ".join(failed) if failed else "All that ran passed.")
    print(
        "Left out:" + "".join(f"\n  - {line}" for line in left_out) if left_out else "Nothing was left out."
    )
    return 1 if failed or (strict and left_out) else 0


if __name__ == "__main__":
    sys.exit(main())
