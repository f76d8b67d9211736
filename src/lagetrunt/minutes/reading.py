"""The door to the reader: one stored file in, plain values out.

Documents come from anywhere, so each is read in a worker process of its own memory and clock: a document
that takes too long or too much is one failure, never the end of the server. The worker stays for the next
document and speaks JSON, a line per question. This is the only module of the service that imports the
reader (beside ``networks.register``, for the municipalities).
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import selectors
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import protokoll

SECONDS = 60.0
IDLE_SECONDS = 90.0
MEMORY = 1 << 30
_SLOW = "Filen tog för lång tid att läsa. Dela upp den i mindre delar."
_DIED = "Filen krävde för mycket minne eller gick sönder i läsningen. Spara om den och försök igen."


class Unreadable(Exception):
    """The document cannot be read; the text is one Swedish sentence that says why and what to do."""


@dataclass(frozen=True)
class Read:
    """What one version of the reader made of a document:

    ``contract`` is its JSON object, ``lines`` the extracted text.
    """

    reader: str
    contract: dict[str, Any]
    lines: list[str]
    layout: dict[str, Any] = field(default_factory=dict)


@cache
def reader_version() -> str:
    """The reader that is installed: a fingerprint of its code and data, so that any improvement counts as a
    newer reader.
    """
    folder = Path(protokoll.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return f"protokoll-{digest.hexdigest()[:12]}"


def read(path: Path, *, name: str, directory: Mapping[str, Any] | None = None) -> Read:
    """Read one stored file, whose name was ``name``, with the people and organisations that it may name.

    Raises Unreadable.
    """
    answer = _worker.ask({"path": str(path), "name": name, "directory": directory or {}}, SECONDS)
    if "error" in answer:
        raise Unreadable(answer["error"])
    return Read(reader_version(), answer["contract"], answer["lines"], answer["layout"])


def resolver(people: Iterable[Mapping[str, Any]]) -> Callable[[str, str | None], str | None]:
    """A function from a name as written (and the organisation beside it) to the one full name that is
    meant, or None.
    """
    from protokoll.names import Directory, Person

    directory = Directory(
        people=tuple(
            Person(
                name=one["name"],
                organisation=one.get("organisation") or None,
                aliases=tuple(one.get("aliases") or ()),
            )
            for one in people
        )
    )
    return lambda name, organisation: directory.resolve(name, organisation).name


class _Worker:
    """The reading process: started when first needed, restarted after it had to be stopped; one question at
    a time.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._idle: threading.Timer | None = None

    def ask(self, question: dict[str, Any], seconds: float) -> dict[str, Any]:
        with self._lock:
            self._rest()
            process = self._running()
            assert process.stdin and process.stdout
            try:
                process.stdin.write(json.dumps(question).encode() + b"\n")
                process.stdin.flush()
                return self._answer(process, seconds)
            except (OSError, ValueError):
                self._stop()
                return {"error": _DIED}

    def _rest(self) -> None:
        """Let the process go when nothing has been read for a while: it holds memory that a server
        wants back.
        """
        if self._idle is not None:
            self._idle.cancel()
        self._idle = threading.Timer(IDLE_SECONDS, self._let_go)
        self._idle.daemon = True
        self._idle.start()

    def _let_go(self) -> None:
        with self._lock:
            if self._owner == os.getpid():
                self._stop()

    def _running(self) -> subprocess.Popen[bytes]:
        """The worker of this very process: a server that forks must not share one pipe between its
        children.
        """
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._owner = os.getpid()
        return self._process

    def _answer(self, process: subprocess.Popen[bytes], seconds: float) -> dict[str, Any]:
        assert process.stdout
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            if not selector.select(seconds):
                self._stop()
                return {"error": _SLOW}
        line = process.stdout.readline()
        if not line.endswith(b"\n"):
            self._stop()
            return {"error": _DIED}
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def close(self) -> None:
        if self._owner == os.getpid():
            self._stop()


_worker = _Worker()
atexit.register(_worker.close)


def _serve() -> None:
    """The worker's life: a question per line on standard input, an answer per line, until the one who asks
    is gone.
    """
    _bound_memory()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    sys.stdout = sys.stderr
    for line in sys.stdin:
        print(json.dumps(_answer(json.loads(line)), ensure_ascii=True), file=answers, flush=True)


def _bound_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):  # a system without such limits: the clock still holds
        return


def _answer(question: dict[str, Any]) -> dict[str, Any]:
    from protokoll.sources import SourceError

    try:
        return _read(Path(question["path"]), question["name"], question["directory"])
    except SourceError as error:
        return {"error": error.message}
    except MemoryError:
        return {"error": _DIED}
    except Exception as error:  # whatever a broken file brings about is one document's failure
        return {"error": f"Filen gick inte att läsa ({type(error).__name__}). Spara om den och försök igen."}


def _read(path: Path, name: str, given: dict[str, Any]) -> dict[str, Any]:
    from protokoll.reader import read as read_text_of
    from protokoll.records import to_contract
    from protokoll.sources import read_text

    text = read_text(path)
    reading = read_text_of(text, file=name, directory=_directory(given))
    return {
        "contract": _clean(to_contract(reading)),
        "lines": [_clean(line.text) for line in text.lines],
        "layout": {
            "furniture": [number for number, line in enumerate(text.lines, 1) if line.furniture],
            "pages": _page_starts([line.page for line in text.lines]),
            "notes": list(text.notes),
        },
    }


def _directory(given: dict[str, Any]) -> Any:
    from protokoll.names import Directory, Organisation, Person

    if not given.get("person") and not given.get("organisation"):
        return None
    return Directory(
        organisations=tuple(
            Organisation(name=one["name"], aliases=tuple(one["aliases"]), code=one["code"] or None)
            for one in given.get("organisation", ())
        ),
        people=tuple(
            Person(name=one["name"], organisation=one["organisation"] or None, aliases=tuple(one["aliases"]))
            for one in given.get("person", ())
        ),
    )


def _page_starts(pages: list[int | None]) -> list[list[int]]:
    """[line, page] where a page begins; [] where the source has none."""
    return [
        [number, page]
        for number, (page, before) in enumerate(zip(pages, [None, *pages], strict=False), 1)
        if page is not None and page != before
    ]


def _clean(value: Any) -> Any:
    """Without what no database keeps: NUL and lone surrogates."""
    if isinstance(value, str):
        return value.replace("\0", "").replace("\n", " ").encode("utf-8", "replace").decode()
    if isinstance(value, list | tuple):
        return [_clean(part) for part in value]
    if isinstance(value, dict):
        return {key: _clean(part) for key, part in value.items()}
    return value


if __name__ == "__main__":
    _serve()
