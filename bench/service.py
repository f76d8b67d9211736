"""What the service costs, as ratios against a bare page, measured in one run.

    python bench/service.py            the table, and docs/service-speed.md
    python bench/service.py --install  also the size of a fresh installation (a virtual environment in a temporary folder)

The bare page is a small application of its own (``bench/bare.py``): the same middleware for sessions, the same template
engine, three queries, rows looped over in a template, and as many bytes as the page it is compared with. Both are served
by the same server with two workers; what is compared is the processor time of the workers, from the operating system's
accounts, per request. The service's browser is signed in, the bare page's is nobody.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import http.cookiejar
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
REQUESTS = 200
ROUNDS = 3
STARTS = 3


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, in words, against what it may be."""

    what: str
    measured: str
    goal: str
    kept: bool


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(
    command: list[str], environment: dict[str, str], port: int
) -> Iterator[tuple[psutil.Process, float]]:
    """Run a server until the block ends; gives its process and the seconds until it first answered."""
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
                break
            except urllib.error.HTTPError:
                break
            except OSError as error:
                if process.poll() is not None or time.monotonic() - began > 60:
                    raise RuntimeError("the server did not start") from error
                time.sleep(0.02)
        yield psutil.Process(process.pid), time.monotonic() - began
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


class Browser:
    """A signed-in visitor who keeps cookies."""

    def __init__(self, port: int) -> None:
        self.base = f"http://127.0.0.1:{port}"
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def get(self, path: str) -> bytes:
        return self.opener.open(self.base + path, timeout=30).read()

    def become(self, role: str) -> None:
        page = self.get("/konto/prova-som/").decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]  # type: ignore[index]
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "role": role}).encode()
        self.opener.open(
            urllib.request.Request(self.base + "/konto/prova-som/", data, {"Referer": self.base}), timeout=30
        ).read()


def processor_time(server: psutil.Process) -> float:
    """Seconds of processor that the server and its workers have used."""
    return sum(sum(one.cpu_times()[:2]) for one in [server, *server.children(recursive=True)])


def cost(server: psutil.Process, browser: Browser, path: str) -> float:
    """Processor seconds per request, the best of some rounds: what the page needs when nothing disturbs."""
    for _ in range(8):
        browser.get(path)
    best = float("inf")
    for _ in range(ROUNDS):
        before = processor_time(server)
        for _ in range(REQUESTS // ROUNDS):
            browser.get(path)
        best = min(best, (processor_time(server) - before) / (REQUESTS // ROUNDS))
    return best


def first_answer(lagetrunt: str, environment: dict[str, str], port: int) -> float:
    """Seconds from the start of the service to its first answer."""
    with serving([lagetrunt, "serve", "--port", str(port)], environment, port) as (_, seconds):
        return seconds


def memory(server: psutil.Process) -> tuple[float, float]:
    """Megabytes of the workers: proportional share of what they have in common, and plain resident size."""
    workers = [one.memory_full_info() for one in server.children(recursive=True)]
    return sum(one.pss for one in workers) / 1e6, sum(one.rss for one in workers) / 1e6


def first_visit(browser: Browser) -> int:
    """Bytes of scripts and styles that a first visit fetches, compressed."""
    page = browser.get("/").decode()
    files = re.findall(r'(?:<script[^>]*src|<link[^>]*rel="stylesheet"[^>]*href)="([^"]+)"', page)
    return sum(len(gzip.compress(browser.get(path), 6)) for path in files)


def bare(address: Path, size: int, port: int) -> tuple[list[str], dict[str, str]]:
    environment = {"BARE_DATABASE": str(address), "BARE_BYTES": str(size), "PYTHONPATH": str(ROOT / "bench")}
    command = [str(BIN / "gunicorn"), "bare:application", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4",
               "--worker-class", "gthread", "--preload", "--keep-alive", "5"]  # fmt: skip
    return command, environment


def bare_cost(folder: Path, size: int) -> float:
    """What a bare page of this many bytes costs."""
    port = free_port()
    with serving(*bare(folder / f"bare-{size}.sqlite3", size, port), port) as (server, _):
        return cost(server, Browser(port), "/")


def installed_size(folder: Path) -> float:
    """Megabytes of a fresh virtual environment with what the programs need."""
    place = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    subprocess.run([place / "bin/python", "-m", "pip", "install", "-q", "--require-hashes", "--only-binary", ":all:", "-r",
                    ROOT / "requirements/app.txt"], check=True, stderr=subprocess.DEVNULL)  # fmt: skip
    files = (path for path in place.rglob("*") if path.is_file() and not path.is_symlink())
    return (
        sum(path.stat().st_size for path in files)
        + sum(p.stat().st_size for p in (ROOT / "src").rglob("*") if p.is_file())
    ) / 1e6


def measure(folder: Path, *, install: bool) -> list[Row]:
    environment = {"LAGETRUNT_DATA": str(folder / "data"), "LAGETRUNT_DEMO": "1", "LAGETRUNT_DATABASE": ""}
    lagetrunt = str(BIN / "lagetrunt")
    subprocess.run(
        [lagetrunt, "demo", "--no-serve"], env={**os.environ, **environment}, check=True, capture_output=True
    )
    shown = subprocess.run(
        [lagetrunt, "show", "sit", "--json"],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    register = json.loads(shown.stdout)
    meeting = max(
        (row for row in register["meetings"] if row["state"] == "held"), key=lambda row: row["date"] or ""
    )
    base = "/n/utbildning-skaraborg/sit/"
    pages = {"register page": base, "meeting page": f"{base}moten/{meeting['id']}/"}
    port, rows = free_port(), []
    started = min(first_answer(lagetrunt, environment, free_port()) for _ in range(STARTS))
    with serving([lagetrunt, "serve", "--port", str(port)], environment, port) as (server, _):
        browser = Browser(port)
        browser.become("chair")
        costs = {name: (cost(server, browser, path), len(browser.get(path))) for name, path in pages.items()}
        search = max(
            cost(server, browser, f"/sok/?q={urllib.parse.quote(q)}")
            for q in ("avtal", "nätverk", "laget runt")
        )
        shared, resident = memory(server)
        weight = first_visit(browser)
    for name, (seconds, size) in costs.items():
        plain = bare_cost(folder, size)
        ratio = seconds / plain
        said = f"{ratio:.2f} × ({seconds * 1e3:.1f} ms / {plain * 1e3:.1f} ms)"
        rows.append(
            Row(f"{name}, {size} bytes: processor time against a bare page", said, "≤ 3 ×", ratio <= 3)
        )
    rows += [
        Row("search: processor time", f"{search * 1e3:.1f} ms", "< 10 ms", search < 0.010),
        Row(
            "two workers: memory (proportional; resident)",
            f"{shared:.0f} MB; {resident:.0f} MB",
            "< 200 MB",
            resident < 200,
        ),
        Row("first answer after start (best of three)", f"{started:.2f} s", "< 2 s", started < 2),
        Row(
            "scripts and styles of a first visit, compressed",
            f"{weight / 1e3:.1f} kB",
            "< 100 kB",
            weight < 100_000,
        ),
    ]
    if install:
        size = installed_size(folder)
        rows.append(Row("installation", f"{size:.0f} MB", "< 350 MB", size < 350))
    return rows


def table(rows: list[Row]) -> str:
    lines = ["| what | measured | goal | |", "|---|---|---|---|"]
    return "\n".join(
        [
            *lines,
            *(
                f"| {row.what} | {row.measured} | {row.goal} | {'kept' if row.kept else 'NOT kept'} |"
                for row in rows
            ),
        ]
    )


def page(said: str, command: str) -> str:
    """The page of the documentation that shows the table."""
    return (
        f"# What the service costs\n\nMeasured on the example region by `{command}`, which explains how (`make bench` runs "
        "it). Ratios hold when the machine changes; milliseconds do not "
        f"(here {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}).\n\n"
        "The pages ask the database in SQL that is worded once for each process (`src/lagetrunt/shared/prepared.py`); "
        f"no answer is ever kept from one request to the next.\n\n{said}\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="bench-service-"))
    try:
        rows = measure(folder, install=chosen.install)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    said = table(rows)
    print(said)
    command = "python bench/service.py" + (" --install" if chosen.install else "")
    (ROOT / "docs/service-speed.md").write_text(page(said, command), encoding="utf-8")
    return int(not all(row.kept for row in rows))


if __name__ == "__main__":
    sys.exit(main())
