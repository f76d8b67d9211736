"""From a file to its reading: source, outline, passes, names, checks, in that order."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from protokoll import passes
from protokoll.checks import find_problems
from protokoll.names import Directory
from protokoll.outline import build
from protokoll.records import Absent, Assignment, Present, Reading, Record
from protokoll.sources.opening import read_bytes, text_of_bytes
from protokoll.text import Text
from protokoll.words.swedish import letters_of


def read_path(path: Path | str, directory: Directory | None = None) -> Reading:
    """Read one file. ``directory`` holds the people that names may mean. Raises SourceError."""
    return read_document(path, directory)[0]


def read_document(path: Path | str, directory: Directory | None = None) -> tuple[Reading, Text]:
    """Read one file and keep the text it was read from, with what its source has to say.

    Raises SourceError.
    """
    data = read_bytes(Path(path))
    text = text_of_bytes(data, Path(path).name)
    return read(text, file=str(path), sha256=hashlib.sha256(data).hexdigest(), directory=directory), text


def read_text_lines(written: str, directory: Directory | None = None) -> Reading:
    """Read minutes that are at hand as a string, such as those typed in a meeting."""
    from protokoll.sources.plain import text_from_string

    digest = hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
    return read(text_from_string(written), sha256=digest, directory=directory)


def read(text: Text, *, file: str = "", sha256: str = "", directory: Directory | None = None) -> Reading:
    """Read a text that a source delivered. Never fails: what is not understood stands in ``unread``."""
    paged = any(line.page for line in text.lines)
    with letters_of(text.plain()):
        parts = passes.run(build(text)).parts()
        if directory is not None:
            for name in ("present", "absent", "assignments"):
                parts[name] = tuple(_resolved(record, directory) for record in parts[name])
        if paged:
            parts = {name: _with_pages(value, text) for name, value in parts.items()}
        reading = Reading(
            file=file, sha256=sha256, media_type=text.media_type, hints=_hints(text, file), **parts
        )
        problems = find_problems(reading, text, directory)
    return replace(reading, problems=_with_pages(problems, text) if paged else problems)


def _hints(text: Text, file: str) -> dict[str, str]:
    hints = {"file_name": Path(file).stem, "title": text.title or ""}
    return {name: value for name, value in hints.items() if value}


def _with_pages(value: Any, text: Text) -> Any:
    """Records of a paged document carry the page of their first line."""
    if not isinstance(value, tuple):
        return value
    return tuple(
        replace(one, page=_page(one.line, text)) if isinstance(one, Record) and one.page is None else one
        for one in value
    )


def _page(line: int, text: Text) -> int | None:
    return text.lines[line - 1].page if 0 < line <= len(text.lines) else None


def _resolved(record: Any, directory: Directory) -> Any:
    """The record with the people of the directory whom its names mean."""
    if isinstance(record, Present | Absent):
        if record.name is None or record.resolved is not None:
            return record
        return replace(record, resolved=directory.resolve(record.name, record.organisation).name)
    if isinstance(record, Assignment) and record.resolved is None:
        found = [directory.resolve(name) for name in record.assignees]
        return replace(
            record,
            resolved=tuple(one.name for one in found),
            candidates=tuple(() if one.name else one.candidates for one in found),
        )
    return record
