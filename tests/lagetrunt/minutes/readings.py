"""Readings by hand: what a reader could have said of a few lines, so that the register is tested apart from
how well it reads.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from lagetrunt.documents import storage
from lagetrunt.minutes import operations
from lagetrunt.minutes.models import Import
from lagetrunt.minutes.reading import Read
from lagetrunt.networks.models import Network

AT = dt.datetime(2024, 6, 3, 8, 0, tzinfo=dt.UTC)

LINES = [
    "Nätverket Slöjd och bild",
    "Fredag 8 mars 2024, Hjo",
    "Närvarande: Ada Lindvret, Hjo kommun",
    "Frånvarande: Tibro",
    "1. Ugnar",
    "Beslut: Vi delar på en keramikugn.",
    "Ada frågar i Skara.",
    "2. Laget runt",
    "Hjo: Ny ugn i höst.",
    "3. Att planera",
    "Lera",
    "Nästa möte 12 april i Skara",
    "Ada Lindvret, ordförande",
]


def contract(**more: Any) -> dict[str, Any]:
    """What a reader says of LINES."""
    said: dict[str, Any] = {
        "kind": "minutes",
        "body": "Nätverket Slöjd och bild",
        "date": "2024-03-08",
        "place": "Hjo",
        "media_type": "text/plain",
        "lines": {"date": 2, "chair": 13},
        "chair": "Ada Lindvret",
        "present": [{"name": "Ada Lindvret", "organisation": "Hjo", "line": 3}],
        "absent": [{"name": None, "organisation": "Tibro", "line": 4}],
        "items": [
            {"number": "1", "title": "Ugnar", "line": 5},
            {"number": "2", "title": "Laget runt", "line": 8},
            {"number": "3", "title": "Att planera", "line": 10},
        ],
        "decisions": [{"item": 0, "text": "Vi delar på en keramikugn.", "explicit": True, "line": 6}],
        "assignments": [
            {"item": 0, "text": "Ada frågar i Skara.", "assignees": ["Ada"], "scope": "named", "line": 7}
        ],
        "round": [{"item": 1, "organisation": "Hjo", "text": "Ny ugn i höst.", "line": 9}],
        "topics": [{"title": "Lera", "line": 11}],
        "events": [
            {"date": "2024-04-12", "what": "nästa möte", "place": "Skara", "host": "Skara", "line": 12}
        ],
    }
    return {**said, **more}


def read(said: dict[str, Any] | None = None, lines: list[str] | None = None, reader: str = "first") -> Read:
    return Read(reader, said or contract(), lines or LINES, {"pages": [], "furniture": []})


def take_in(
    network: Network, given: Read | None = None, *, name: str = "slojd.txt", at: dt.datetime = AT
) -> Import:
    """Bring a reading in as the document ``name`` whose bytes are its lines."""
    given = given or read()
    content = storage.store(io.BytesIO(("\n".join(given.lines) + name).encode()))
    result = operations.take_in(target=network, network=network, stored=content, read=given, name=name, at=at)
    assert result.source is not None
    return result.source
