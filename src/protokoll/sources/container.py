"""Zipped documents (.docx, .odt), opened with bounds: a small file can claim to hold gigabytes."""

from __future__ import annotations

import io
import zipfile
import zlib

from protokoll.sources.errors import SourceError, damaged, too_large
from protokoll.sources.limits import MAX_MEMBER_BYTES, MAX_MEMBERS, MAX_UNPACKED_BYTES, MIB

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, KeyError)


class Container:
    """The parts of a zipped document, each unpacked once and only within the bounds."""

    def __init__(self, data: bytes) -> None:
        """Open the archive. Raises SourceError ("damaged", "too-large")."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except _BROKEN as error:
            raise damaged("Filen") from error
        if len(self.names) > MAX_MEMBERS:
            raise too_large(f"Filen innehåller fler än {MAX_MEMBERS} delar")
        self._left = MAX_UNPACKED_BYTES

    def read(self, name: str) -> bytes:
        """One part, unpacked. Raises SourceError ("damaged", "encrypted", "too-large")."""
        bound = min(MAX_MEMBER_BYTES, self._left)
        try:
            if self._zip.getinfo(name).flag_bits & 0x1:
                raise SourceError(
                    "encrypted", "Filen är låst med lösenord. Spara den utan lösenord och försök igen."
                )
            with self._zip.open(name) as part:
                data = part.read(bound + 1)
        except _BROKEN as error:
            raise damaged("Filen") from error
        if len(data) > bound:
            raise too_large(f"Filen packar upp till mer än {bound // MIB} MB")
        self._left -= len(data)
        return data

    def read_if_present(self, name: str) -> bytes | None:
        """One part, or None where the document has none of that name."""
        return self.read(name) if name in self.names else None
