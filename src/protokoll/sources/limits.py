"""Bounds on what one document may cost.

They are explained in docs/bad-input.md; minutes of real meetings stay far below.
"""

from __future__ import annotations

MIB = 1024 * 1024

MAX_FILE_BYTES = 100 * MIB
"""The largest file that is opened at all (a scanned PDF with pictures can be large and still hold little
text).
"""

MAX_TEXT_FILE_BYTES = 16 * MIB
"""The largest plain text file; a book of a thousand pages is 2 MiB."""

MAX_MAIL_BYTES = 64 * MIB
"""The largest saved mail, attachments included."""

MAX_PAGES = 500
"""The most pages of a PDF."""

MAX_LINES = 100_000
"""The most lines of one document's text."""

MAX_LINE_CHARACTERS = 100_000
"""The longest single line."""

MAX_MEMBER_BYTES = 48 * MIB
"""The largest unpacked part of a zipped document (.docx, .odt) that is read."""

MAX_UNPACKED_BYTES = 96 * MIB
"""The most that all parts read from one zipped document may hold when unpacked."""

MAX_MEMBERS = 5_000
"""The most files inside a zipped document."""

MAX_ATTACHMENTS = 50
"""The most attachments of one mail that are read."""

SECONDS_PER_DOCUMENT = 60
"""How long one document may take before its worker is stopped."""

WORKER_MEMORY_BYTES = 1024 * MIB
"""How much address space a worker may take on top of what it has at its start."""
