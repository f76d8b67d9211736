"""Many files in one command.

Which they are, how far it has come, and one line for each that could not be read.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from protokoll import workers
from protokoll.language import other_language
from protokoll.names import Directory, DirectoryError, read_directory
from protokoll.records import Reading, to_contract
from protokoll.sources import KNOWN_ENDINGS, read_text
from protokoll.workers import Outcome

Read = Callable[..., tuple[Any, tuple[str, ...]]]
_LONG_WORK = 1.0


def read_whole(path: Path, directory: Directory | None = None) -> tuple[Reading, tuple[str, ...]]:
    """The reading of one file and the notes of its source. Raises SourceError."""
    from protokoll.reader import read_document

    reading, text = read_document(path, directory)
    language = other_language(text.plain())
    if language is None:
        return reading, text.notes
    return reading, (*text.notes, f"Texten är på {language}. Läsaren förstår bara svenska.")


def read_as_json(path: Path, directory: Directory | None = None) -> tuple[str, tuple[str, ...]]:
    """The reading of one file as one line of JSON, and the notes of its source. Raises SourceError."""
    reading, notes = read_whole(path, directory)
    return json.dumps(to_contract(reading), ensure_ascii=False, separators=(", ", ": ")), notes


def plain_text(path: Path, directory: Directory | None = None) -> tuple[str, tuple[str, ...]]:
    """The extracted text of one file and the notes of its source. Raises SourceError."""
    text = read_text(path)
    return text.plain(), text.notes


class Batch:
    """The files of one command. ``status`` becomes 2 as soon as one of them could not be read."""

    def __init__(self, names: Sequence[str], jobs: int, *, folders: bool = True) -> None:
        self.status = 0
        self._jobs = jobs
        self._directory: Directory | None = None
        self._paths = list(self._found(names)) if folders else [Path(name) for name in names]

    def use_directory(self, name: str | None) -> bool:
        """Read the member register; False, with a line on standard error, when it cannot be used."""
        if name is None:
            return True
        try:
            self._directory = read_directory(name)
        except DirectoryError as error:
            self._complain(str(error))
            return False
        return True

    def run(self, read: Read) -> Iterator[Outcome]:
        """The outcomes of the files that could be read, in order.

        The others are told of on standard error.
        """
        progress = _Progress(len(self._paths))
        work = partial(read, directory=self._directory)
        try:
            for outcome in workers.run(work, self._paths, self._jobs):
                progress.step()
                if outcome.error is not None:
                    progress.pause()
                    self._complain(f"{outcome.path}: {outcome.error.message}")
                    continue
                for note in outcome.value[1]:
                    progress.pause()
                    _tell(f"{outcome.path}: {note}")
                yield outcome
        finally:
            progress.end()

    def _complain(self, line: str) -> None:
        self.status = 2
        _tell(line)

    def _found(self, names: Sequence[str]) -> Iterator[Path]:
        for name in names:
            path = Path(name)
            if not path.is_dir():
                yield path
                continue
            inside = list(documents_in(path))
            if not inside:
                endings = ", ".join(sorted(KNOWN_ENDINGS))
                self._complain(f"{name}: Mappen innehåller inga dokument ({endings}).")
            yield from inside


def documents_in(folder: Path) -> Iterator[Path]:
    """The documents of a folder and of the folders in it, in sorted order.

    Hidden files and Word's lock files are passed over.
    """
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in KNOWN_ENDINGS:
                yield Path(root) / name


def _tell(line: str) -> None:
    sys.stdout.flush()
    print(" ".join(line.split()), file=sys.stderr, flush=True)


class _Progress:
    """A progress bar on standard error: only in a terminal, and only once the work proves to be long."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._began = time.monotonic()
        self._bar: Any = None
        self._possible = total > 1 and sys.stderr.isatty()

    def step(self) -> None:
        self._done += 1
        if not self._possible:
            return
        if self._bar is None and time.monotonic() - self._began > _LONG_WORK:
            self._begin()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    def pause(self) -> None:
        """Let a line of text pass; rich redraws the bar below it."""
        if self._bar is not None:
            self._bar.refresh()

    def end(self) -> None:
        if self._bar is not None:
            self._bar.stop()

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("Läser"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=Console(stderr=True), transient=True,
        )  # fmt: skip
        self._bar.add_task("", total=self._total)
        self._bar.start()
