"""Throws bytes at the sources without end: whatever they are, a text or a SourceError must come of them.

Run by hand where atheris is installed: ``python tests/fuzz/fuzz_sources.py [SEEDS]``; the documents under
``tests/protokoll/cases`` are good seeds. The first byte chooses the file's name, the rest is its content.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["protokoll"]):
    from protokoll.reader import read
    from protokoll.sources import SourceError, text_of_bytes

NAMES = ("a.txt", "a.md", "a.pdf", "a.docx", "a.odt", "a.eml", "a.html", "a")


def one_input(data: bytes) -> None:
    """Read one input, and everything that stands in it."""
    if not data:
        return
    try:
        text = text_of_bytes(data[1:], NAMES[data[0] % len(NAMES)])
    except SourceError as error:
        assert error.message and "\n" not in error.message
        return
    assert text.lines
    assert all("\n" not in line.text for line in text.lines)
    read(text)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
