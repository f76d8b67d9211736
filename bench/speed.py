"""Measures how fast and how small the reader is, in one run, as ratios to the libraries it stands on.

``python bench/speed.py`` prints the table; ``--write`` also puts it into docs/speed.md; ``--documents N``
chooses how many documents the long measurements take. The status is 1 when a bound is broken.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.minutes_maker import Minutes, make_archive, make_docx, make_pdf

ROUNDS = 7
DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "speed.md"
MARK = "<!-- the table below is written by bench/speed.py -->"


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, the figure, its bound, and whether the bound holds."""

    what: str
    measured: str
    bound: str
    holds: bool


def best(*works: Callable[[], object], clock: Callable[[], float] = time.process_time) -> list[float]:
    """The shortest time of each work; they take turns, so that all meet the same machine.

    Work of this process is measured in processor time, which other processes disturb least.
    """
    times = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for at, work in enumerate(works):
            began = clock()
            work()
            times[at] = min(times[at], clock() - began)
    return times


def pdf_speed(folder: Path) -> Iterator[Row]:
    """Pages per second of plain extraction, of the source, and of the whole reading."""
    import pypdfium2

    from protokoll.reader import read, read_path
    from protokoll.sources import read_text

    paths = [make_pdf(folder / f"{seed}.pdf", [Minutes(seed)]) for seed in range(12)]
    texts = [read_text(path) for path in paths]
    pages = sum(max(line.page or 1 for line in text.lines) for text in texts)

    def plain() -> None:
        for path in paths:
            document = pypdfium2.PdfDocument(path)
            for at in range(len(document)):
                page = document[at]
                text_page = page.get_textpage()
                text_page.get_text_range()
                text_page.close()
                page.close()
            document.close()

    taken, source, records, whole = best(
        plain,
        lambda: [read_text(path) for path in paths],
        lambda: [read(text) for text in texts],
        lambda: [read_path(path) for path in paths],
    )
    yield Row(f"plain extraction with pypdfium2 ({pages} pages)", f"{pages / taken:.0f} pages/s", "–", True)
    yield Row("lines with their layout out of PDF", f"{pages / source:.0f} pages/s", "–", True)
    yield Row(
        "records out of text, against plain extraction",
        f"{records / taken:.2f} ×",
        "at most 1 ×",
        records <= taken,
    )
    yield Row(
        "whole reading, against plain extraction",
        f"{taken / whole:.2f} × its speed ({pages / whole:.0f} pages/s)",
        "at least 0.36 × (100/280)", taken / whole >= 100 / 280,
    )  # fmt: skip


def docx_speed(folder: Path) -> Iterator[Row]:
    """The Word source against a walk with python-docx that asks for the same: text, style, bold, tables."""
    import docx

    from protokoll.sources import read_text

    path = make_docx(folder / "long.docx", [Minutes(seed) for seed in range(10)])

    def walk() -> int:
        seen = 0
        for block in docx.Document(str(path)).iter_inner_content():
            tables = (
                [cell.paragraphs for row in block.rows for cell in row.cells]
                if hasattr(block, "rows")
                else [[block]]
            )
            for paragraphs in tables:
                for paragraph in paragraphs:
                    styled = (
                        paragraph.style.name,
                        paragraph.style.font.bold,
                        [run.bold for run in paragraph.runs],
                    )
                    seen += len(paragraph.text) + bool(styled)
        return seen

    theirs, ours = best(walk, lambda: read_text(path))
    yield Row(
        "Word source, against python-docx with styles",
        f"{theirs / ours:.1f} × its speed",
        "at least 5 ×",
        theirs >= 5 * ours,
    )


def start_up(folder: Path) -> Iterator[Row]:
    """How long one waits for help and for one text file."""
    path = folder / "one.txt"
    path.write_text(Minutes(1).text(), encoding="utf-8")
    help_time, read_time = best(
        lambda: command("--help"), lambda: command("read", str(path)), clock=time.perf_counter
    )
    yield Row("`protokoll --help`", f"{help_time:.2f} s", "under 0.2 s", help_time < 0.2)
    yield Row("`protokoll read` of one text file", f"{read_time:.2f} s", "under 0.4 s", read_time < 0.4)


def command(*arguments: str) -> None:
    """Run the command as a shell does, its output thrown away."""
    subprocess.run(
        [sys.executable, "-m", "protokoll.cli", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def scale(folder: Path, count: int) -> Iterator[Row]:
    """Many documents with one job and with two, and the most memory that any process took."""
    archive = folder / "archive"
    make_archive(archive, count)
    times = []
    for jobs in ("1", "2"):
        began = time.perf_counter()
        command("read", "--json", "--jobs", jobs, str(archive))
        times.append(time.perf_counter() - began)
    one, two = times
    yield Row(
        f"{count} documents with two jobs, against one",
        f"{one / two:.2f} × ({count / one:.0f} and {count / two:.0f} documents/s)",
        "at least 1.7 ×", one / two >= 1.7,
    )  # fmt: skip
    yield from flatness(archive, count)


FLAT = """
import sys
from pathlib import Path
from protokoll.reader import read_path
paths = sorted(Path(sys.argv[1]).iterdir())
marks = [len(paths) // 5, len(paths) - 1]
for at, path in enumerate(paths):
    read_path(path)
    if at in marks:
        print(int(Path("/proc/self/statm").read_text().split()[1]) * 4096)
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) * 1024)
"""


def flatness(archive: Path, count: int) -> Iterator[Row]:
    """Memory of one process after a fifth of the documents and after all of them."""
    if not sys.platform.startswith("linux"):
        return
    done = subprocess.run(
        [sys.executable, "-c", FLAT, str(archive)], capture_output=True, text=True, check=True
    )
    early, late, most = (int(line) / 1024**2 for line in done.stdout.split())
    yield Row(
        f"memory after {count // 5} and after {count} documents",
        f"{early:.0f} and {late:.0f} MB",
        "grows by under 5 MB",
        late - early < 5,
    )
    yield Row("most memory meanwhile", f"{most:.0f} MB", "under 100 MB", most < 100)


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | measured | bound | holds |", "|---|---|---|---|"]
    lines += [
        f"| {row.what} | {row.measured} | {row.bound} | {'yes' if row.holds else '**no**'} |" for row in rows
    ]
    return "\n".join(lines)


def busy() -> str:
    """A warning when other work takes the processors: times by the clock then say nothing."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return f", **busy with other work** (load {load:.0f})" if load > 1.5 * (os.cpu_count() or 1) else ""


def write(rows: list[Row], count: int) -> None:
    """Put the table into docs/speed.md, below its mark."""
    before = DOCUMENT.read_text(encoding="utf-8").partition(MARK)[0]
    machine = f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    told = f"`python bench/speed.py --documents {count}` on {machine}{busy()}:"
    DOCUMENT.write_text(f"{before}{MARK}\n\n{told}\n\n{table(rows)}\n", encoding="utf-8")


def main() -> int:
    """Measure, print, and say by the status whether every bound holds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [*start_up(folder), *pdf_speed(folder), *docx_speed(folder), *scale(folder, options.documents)]
    print(table(rows) + busy())
    if options.write:
        write(rows, options.documents)
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
