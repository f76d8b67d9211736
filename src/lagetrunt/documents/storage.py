"""Files by content: ``files/ab/<sha256>`` in the data folder, each whole or not there at all.

A file is written under a passing name, brought to the disk and renamed, so a process that dies leaves
either nothing or a file that nobody asks for; a file that is gone while its row is there comes back with
the next import of the same content.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

CHUNK = 1 << 20
MAX_BYTES = 100 * CHUNK


class TooLarge(Exception):
    """The content is larger than ``MAX_BYTES``."""


@dataclass(frozen=True)
class Stored:
    """Content that lies in the data folder."""

    sha256: str
    size: int

    @property
    def path(self) -> Path:
        return path_of(self.sha256)


def path_of(sha256: str) -> Path:
    """Where content of this hash lies (whether or not it does)."""
    return Path(settings.DATA) / "files" / sha256[:2] / sha256


def store(content: BinaryIO) -> Stored:
    """Keep the bytes of an open file. Raises TooLarge; the same content twice is one file."""
    folder = Path(settings.DATA) / "files"
    folder.mkdir(parents=True, exist_ok=True)
    handle, passing = tempfile.mkstemp(prefix=".incoming-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as target:
            stored = _copy(content, target)
        _settle(Path(passing), stored)
    finally:
        Path(passing).unlink(missing_ok=True)
    return stored


def _copy(content: BinaryIO, target: BinaryIO) -> Stored:
    digest, size = hashlib.sha256(), 0
    while chunk := content.read(CHUNK):
        size += len(chunk)
        if size > MAX_BYTES:
            raise TooLarge
        digest.update(chunk)
        target.write(chunk)
    target.flush()
    os.fsync(target.fileno())
    return Stored(digest.hexdigest(), size)


def _settle(passing: Path, stored: Stored) -> None:
    """Give the passing file its lasting name, unless the very same content already has it."""
    path = stored.path
    if path.exists() and path.stat().st_size == stored.size:
        return
    path.parent.mkdir(exist_ok=True)
    passing.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
