"""The one error of the sources: what is wrong with a document, in words for the person who gave it."""

from __future__ import annotations

from typing import Literal

ErrorKind = Literal[
    "missing", "permission", "folder", "empty", "too-large", "unknown", "unsupported",
    "encrypted", "damaged", "pictures", "time", "memory",
]  # fmt: skip


class SourceError(Exception):
    """A document that cannot be read.

    ``kind`` is for programs; ``message`` is one Swedish line for people: what is wrong and what to do about
    it. The file's name is put in front by whoever knows it.
    """

    def __init__(self, kind: ErrorKind, message: str) -> None:
        super().__init__(kind, message)
        self.kind: ErrorKind = kind
        self.message = message

    def __str__(self) -> str:
        return self.message


def damaged(what: str) -> SourceError:
    """A file of a known format that does not hold together."""
    return SourceError(
        "damaged", f"{what} är skadad eller avbruten och kan inte läsas. Hämta den igen, eller spara om den."
    )


def too_large(what: str) -> SourceError:
    """A file that goes beyond a bound of ``limits``."""
    return SourceError("too-large", f"{what}. Dela upp filen i mindre delar.")
