"""The official register of Sweden's 290 municipalities and 21 regions.

The data lie in ``data/municipalities.csv`` (source in ``data/README.md``). Names in minutes come as
"Gullspångs kommun", "Tidaholm kommun", "Falköpings stad", in lower case, or with å, ä and ö lost on the way
through a scanner: :func:`find` knows them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

_FOLD = str.maketrans("åäöéèüæøàáëñ", "aaoeeuaoaaen")
_SUFFIX = re.compile(r"\s+(?:kommuns?|stads?|kommunen|kn|k:n)\.?$")
_WORD = re.compile(r"\w[\w-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """One entry.

    ``code``: four digits for a municipality, two for a region. ``name``: plain ("Gullspång").
    """

    kind: Literal["municipality", "region"]
    code: str
    name: str
    county: str


def _load() -> tuple[Municipality, ...]:
    with files("protokoll").joinpath("data", "municipalities.csv").open(encoding="utf-8") as handle:
        return tuple(Municipality(**row) for row in csv.DictReader(handle))  # type: ignore[arg-type]


@cache
def register() -> tuple[Municipality, ...]:
    """All 311 entries, in the order of their codes."""
    return _load()


@cache
def names() -> tuple[str, ...]:
    """The plain names of the 290 municipalities."""
    return tuple(entry.name for entry in register() if entry.kind == "municipality")


def _clean(name: str) -> str:
    """Lower case, one space between words, no hyphens, no "kommun" or "stad" behind."""
    text = " ".join(name.casefold().replace("-", " ").strip(" .,;:()*•").split())
    return _SUFFIX.sub("", text)


def _fold(name: str) -> str:
    return name.translate(_FOLD)


def _skeleton(name: str) -> str:
    """Only the plain letters: what is left of a name when å, ä and ö became other signs, or none."""
    return re.sub(r"[^a-z]", "", name)


@dataclass(frozen=True, slots=True)
class _Index:
    exact: dict[str, Municipality]
    folded: dict[str, Municipality | None]
    skeletons: dict[str, Municipality | None]
    first_words: frozenset[str]


@cache
def _index() -> _Index:
    exact: dict[str, Municipality] = {}
    folded: dict[str, Municipality | None] = {}
    skeletons: dict[str, Municipality | None] = {}
    for entry in register():
        key = _clean(entry.name)
        exact[key] = entry
        folded[_fold(key)] = None if _fold(key) in folded else entry
        bare = _skeleton(key)
        if bare != key.replace(" ", "") and len(bare) >= 4:
            skeletons[bare] = None if bare in skeletons else entry
    exact["vgr"] = exact["västra götalandsregionen"]
    return _Index(exact, folded, skeletons, frozenset(key.split()[0] for key in (*exact, *folded)))


def _base_forms(key: str) -> Iterator[str]:
    yield key
    if key.endswith("s"):
        yield key[:-1]


@cache
def find(name: str) -> Municipality | None:
    """The entry that ``name`` means, or None.

    Accepts "kommun" and "stad" behind, the genitive, any case, and lost å, ä, ö. Where folding leaves two
    possible entries ("Habo", "Håbo") only the exact spelling decides.
    """
    key = _clean(name)
    if not key or len(key) > 40:
        return None
    index = _index()
    for table in (index.exact, index.folded):
        for form in _base_forms(key):
            found = table.get(form) or table.get(_fold(form))
            if found is not None:
                return found
    if key.isascii() and key.isalpha() and len(key) < 6:
        return None
    for form in _base_forms(_skeleton(key)):
        if found := index.skeletons.get(form):
            return found
    return None


def mentions(text: str) -> list[tuple[int, int, Municipality]]:
    """Where ``text`` names a municipality or region: (start, end, entry), capitalised words only.

    The longest name wins, and a following "kommun" belongs to the mention. Words that start a sentence are
    taken as they stand, so that the caller must judge "Vara" and "Berg" itself.
    """
    found: list[tuple[int, int, Municipality]] = []
    first_words = _index().first_words
    words = list(_WORD.finditer(text))
    skip_to = 0
    for i, word in enumerate(words):
        if word.start() < skip_to or not word.group()[0].isupper():
            continue
        lead = word.group().casefold().split("-")[0]
        if lead not in first_words and lead.removesuffix("s") not in first_words:
            continue
        if hit := _longest(text, words[i : i + 4]):
            found.append((word.start(), *hit))
            skip_to = hit[0]
    return found


def _longest(text: str, words: list[re.Match[str]]) -> tuple[int, Municipality] | None:
    """The longest entry that begins with the first word: (end, entry)."""
    for length in range(min(3, len(words)), 0, -1):
        candidate = text[words[0].start() : words[length - 1].end()]
        if "\n" in candidate or _clean(candidate) != candidate.casefold().replace("-", " "):
            continue
        entry = find(candidate)
        if entry is not None:
            behind = words[length] if length < len(words) else None
            if behind is not None and behind.group().casefold() in {"kommun", "kommuns", "stad"}:
                return behind.end(), entry
            return words[length - 1].end(), entry
    return None
