"""Work on many files in processes of their own.

One bad file costs time and memory within bounds, and never the others.

Results come in the order given, a little ahead of what was asked for and no more, so memory stays flat.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from protokoll.sources.errors import SourceError
from protokoll.sources.limits import SECONDS_PER_DOCUMENT, WORKER_MEMORY_BYTES

Work = Callable[[Path], Any]
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a ``value``, or the ``error`` that explains why there is none."""

    path: Path
    value: Any = None
    error: SourceError | None = None


def run(
    work: Work, paths: Sequence[Path], jobs: int = 1, seconds: float = SECONDS_PER_DOCUMENT
) -> Iterator[Outcome]:
    """Do ``work`` on every path in ``jobs`` processes.

    One outcome per path, in order, whatever happens to a process.
    """
    crew = _Crew(work, max(1, min(jobs, len(paths))), seconds)
    try:
        yield from crew.outcomes(paths)
    finally:
        crew.dismiss()


class _Worker:
    """One process and the pipe to it; ``at`` is the index of the path it works on."""

    def __init__(self, context: Any, work: Work) -> None:
        self.pipe, far = context.Pipe()
        self.process = context.Process(target=_serve, args=(far, self.pipe, work), daemon=True)
        self.process.start()
        far.close()
        self.at: int | None = None
        self.deadline = float("inf")

    def give(self, at: int, path: Path, seconds: float) -> None:
        self.at, self.deadline = at, time.monotonic() + seconds
        # A worker that died idle shows as an end of file on its pipe and is replaced there.
        with contextlib.suppress(OSError):
            self.pipe.send(path)

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


class _Crew:
    def __init__(self, work: Work, size: int, seconds: float) -> None:
        self._context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self._work = work
        self._seconds = seconds
        self._workers = [_Worker(self._context, work) for _ in range(size)]
        self._ready: dict[int, Outcome] = {}

    def outcomes(self, paths: Sequence[Path]) -> Iterator[Outcome]:
        given = 0
        for wanted in range(len(paths)):
            while wanted not in self._ready:
                for worker in self._workers:
                    if worker.at is None and given < min(len(paths), wanted + _AHEAD * len(self._workers)):
                        worker.give(given, paths[given], self._seconds)
                        given += 1
                self._collect(paths)
            yield self._ready.pop(wanted)

    def _collect(self, paths: Sequence[Path]) -> None:
        busy: dict[Any, _Worker] = {worker.pipe: worker for worker in self._workers if worker.at is not None}
        patience = min(worker.deadline for worker in busy.values()) - time.monotonic()
        for pipe in wait(list(busy), max(patience, 0)):
            self._take(busy[pipe], paths)
        for worker in busy.values():
            if worker.at is not None and worker.deadline <= time.monotonic():
                self._replace(worker, paths, _took_too_long(self._seconds))

    def _take(self, worker: _Worker, paths: Sequence[Path]) -> None:
        assert worker.at is not None
        try:
            value, error = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker, paths, _broke_down())
            return
        self._ready[worker.at] = Outcome(paths[worker.at], value, error)
        worker.at, worker.deadline = None, float("inf")

    def _replace(self, worker: _Worker, paths: Sequence[Path], error: SourceError) -> None:
        assert worker.at is not None
        self._ready[worker.at] = Outcome(paths[worker.at], error=error)
        worker.end()
        self._workers[self._workers.index(worker)] = _Worker(self._context, self._work)

    def dismiss(self) -> None:
        for worker in self._workers:
            worker.end()


def _took_too_long(seconds: float) -> SourceError:
    return SourceError(
        "time", f"Läsningen avbröts efter {seconds:.0f} sekunder. Dela upp dokumentet eller spara om det."
    )


def _broke_down() -> SourceError:
    return SourceError(
        "damaged", "Läsningen bröt samman, filen är troligen skadad. Öppna den och spara om den."
    )


def _serve(pipe: Connection, parents_end: Connection, work: Work) -> None:
    """The life of a worker: one path after the other until its pipe closes."""
    import signal

    parents_end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory()
    while True:
        try:
            path = pipe.recv()
        except (EOFError, OSError):
            return
        with contextlib.suppress(BrokenPipeError):
            pipe.send(_attempt(work, path))


def _attempt(work: Work, path: Path) -> tuple[Any, SourceError | None]:
    try:
        return work(path), None
    except SourceError as error:
        return None, SourceError(error.kind, error.message)
    except MemoryError:
        return None, SourceError("memory", "Dokumentet tog för mycket minne. Dela upp det i mindre delar.")
    except RecursionError:
        return None, SourceError("damaged", "Dokumentet är för djupt nästlat för att läsas. Spara om det.")


def _bound_memory() -> None:
    """Let this process take no more address space than the bound; systems without such a limit go without."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        bound = pages * resource.getpagesize() + WORKER_MEMORY_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (bound, resource.getrlimit(resource.RLIMIT_AS)[1]))
