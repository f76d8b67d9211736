"""Every measurement, one after the other: ``make bench``.

Each is a program of its own that prints its table (and writes its page in ``docs/``) and can be run alone. The
last lines say which of them kept to what it promises to.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

BENCH = Path(__file__).resolve().parent
MEASUREMENTS = (
    ("speed.py", ["--write"]),
    ("service.py", ["--install"]),
    ("search_quality.py", []),
    ("kill_import.py", []),
)


def run(name: str, arguments: list[str]) -> str:
    """Run one measurement, its output straight to the terminal; gives its line for the end."""
    print(f"\n── bench/{name} " + "─" * max(0, 60 - len(name)), flush=True)
    began = time.monotonic()
    done = subprocess.run([sys.executable, str(BENCH / name), *arguments], cwd=BENCH.parent, check=False)
    return f"{'ok' if done.returncode == 0 else 'FAILED':7}{name:20}{time.monotonic() - began:6.0f} s"


def main() -> int:
    lines = [run(name, arguments) for name, arguments in MEASUREMENTS]
    print("\n" + "\n".join(lines))
    return int(any(line.startswith("FAILED") for line in lines))


if __name__ == "__main__":
    sys.exit(main())
