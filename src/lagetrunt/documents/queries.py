"""Reading stored content."""

from __future__ import annotations

from typing import BinaryIO

from lagetrunt.documents.models import Document, Text
from lagetrunt.documents.storage import path_of


def open_content(document: Document) -> BinaryIO | None:
    """The document's bytes as an open file, or None when the file is gone from the data folder."""
    path = path_of(document.sha256)
    return path.open("rb") if path.is_file() else None


def lines_of(text: Text) -> list[str]:
    """The lines of a text; line 1 is the first."""
    return text.body.split("\n")
