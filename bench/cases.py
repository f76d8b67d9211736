"""Case files: a document and, beside it, a .toml with its true records. Loading them, and nothing else.

The truth is written compactly (people as short lists); here it is spread out into the shape of the
reader's contract, so that the scorer compares like with like. Keys that a truth leaves out mean "none".
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DOCUMENT_ENDINGS = (".txt", ".docx", ".odt", ".pdf", ".eml")
PRESENT_KEYS = ("name", "organisation", "role", "substitute_for", "part")
ABSENT_KEYS = ("name", "organisation", "role")
SINGLE_KEYS = (
    "body", "number", "reference", "date", "start", "end", "place", "chair", "secretary", "secretary_elected",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A document and the records a careful person reads out of it, in the shape of the contract."""

    document: Path
    truth: dict[str, Any]
    with_directory: bool

    @property
    def name(self) -> str:
        return f"{self.document.parent.name}/{self.document.name}"


def find_cases(folders: list[Path]) -> list[Case]:
    """Every case under the folders, in the order of their paths; a truth without a document is an error."""
    truths = sorted({path for folder in folders for path in folder.rglob("*.toml")})
    return [load_case(path) for path in truths if not is_directory_file(path)]


def is_directory_file(path: Path) -> bool:
    return path.name == "directory.toml"


def load_case(truth_path: Path) -> Case:
    """Read one truth and find its document; raises FileNotFoundError when none lies beside it."""
    raw = tomllib.loads(truth_path.read_text(encoding="utf-8"))
    # A build's manuscript may carry the same stem, so only the endings of documents count.
    documents = [truth_path.with_suffix(ending) for ending in DOCUMENT_ENDINGS]
    found = [path for path in documents if path.exists()]
    if not found:
        raise FileNotFoundError(f"{truth_path}: no document beside it")
    return Case(document=found[0], truth=spread(raw), with_directory=bool(raw.get("directory")))


def spread(raw: dict[str, Any]) -> dict[str, Any]:
    """The compact truth in the shape of the contract: keys as in RECORDS, null for an empty string."""
    truth: dict[str, Any] = {key: raw.get(key) or None for key in SINGLE_KEYS}
    truth["kind"] = raw.get("origin")
    truth["adjusters"] = list(raw.get("adjusters", []))
    truth["present"] = [named(PRESENT_KEYS, row) for row in raw.get("present", [])]
    truth["absent"] = [named(ABSENT_KEYS, row) for row in raw.get("absent", [])]
    truth["items"] = [named(("number", "title"), row) for row in raw.get("items", [])]
    truth["round"] = [named(("organisation", "text"), row) for row in raw.get("round", [])]
    truth["topics"] = [{"title": title} for title in raw.get("topics", [])]
    truth["links"] = [{"target": target} for target in raw.get("links", [])]
    for key in ("decisions", "events", "referrals", "goals", "duties"):
        truth[key] = [dict(record) for record in raw.get(key, [])]
    truth["assignments"] = [assignment(record) for record in raw.get("assignments", [])]
    return truth


def named(keys: tuple[str, ...], row: list[str]) -> dict[str, Any]:
    values = [value or None for value in row] + [None] * (len(keys) - len(row))
    return dict(zip(keys, values, strict=True))


def assignment(record: dict[str, Any]) -> dict[str, Any]:
    """An assignment with what its truth may leave out: named, due on its day when it has one, else open."""
    due_kind = "day" if record.get("due") else "open"
    return {"assignees": [], "scope": "named", "due": None, "due_kind": due_kind} | record
