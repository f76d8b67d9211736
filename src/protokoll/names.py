"""Closed-world names: who of a directory a written name can mean.

A name is resolved only when exactly one person can be meant; otherwise the candidates are offered. The
stronger evidence decides first: the full name, then a first name, initials or a nickname as spelled, then
the same by sound ("Mathias" and "Mattias", "Karin" and "Carin"), then a slip of the pen in a longer name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from protokoll.municipalities import find

_WORD = re.compile(r"[^\W\d_]+")
_TITLE = re.compile(
    r"^(?:ordförande|ordf\.?|sekreterare|sekr\.?|vice ordförande|kassör|rektor|skolchef|samordnare)\s+(?=\w)",
    re.IGNORECASE,
)
_ACCENTS = str.maketrans("éèêëáàâãíìîïóòôõúùûüýñçøæ", "eeeeaaaaiiiioooouuuuyncöä")
_SOUNDS = (
    ("th", "t"),
    ("ph", "f"),
    ("ck", "k"),
    ("ch", "k"),
    ("qu", "kv"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("x", "ks"),
    ("hj", "j"),
    ("gj", "j"),
    ("aa", "å"),
    ("ie", "i"),
    ("y", "i"),
    ("j", "i"),
)


class DirectoryError(Exception):
    """The directory file cannot be used; the message says why, in one line of Swedish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A member organisation: a municipality by its plain name, or another body."""

    name: str
    aliases: tuple[str, ...] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the directory."""

    name: str
    organisation: str | None = None
    email: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """``name``: the one full name that is meant, else None; ``candidates``: those who may be, best
    evidence only.
    """

    name: str | None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The people and organisations that a document can name."""

    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    _known: dict[tuple[str, str | None], Resolution] = field(default_factory=dict, compare=False, repr=False)

    def resolve(self, name: str, organisation: str | None = None) -> Resolution:
        """Whom ``name`` means.

        ``organisation`` (as written beside the name) narrows the choice, and never widens it.
        """
        key = (name, organisation)
        if key not in self._known:
            self._known[key] = self._resolve(name, organisation)
        return self._known[key]

    def organisation(self, name: str) -> Organisation | None:
        """The organisation meant by a name, an alias or an inflected municipality name, or None."""
        wanted = organisation_key(name)
        for one in self.organisations:
            if wanted in {organisation_key(one.name), *map(organisation_key, one.aliases)}:
                return one
        return None

    def _resolve(self, name: str, organisation: str | None) -> Resolution:
        written = _written(name)
        if not written:
            return Resolution(None)
        for fits in _EVIDENCE:
            found = [person for person in self.people if any(fits(written, form) for form in _forms(person))]
            if found:
                given = self._organisation_name(organisation) if organisation else None
                return _decide(found, given, sure=fits in (_full, _full_by_sound))
        return Resolution(None)

    def _organisation_name(self, name: str) -> str:
        one = self.organisation(name)
        return organisation_key(one.name if one else name)


def read_directory(path: Path | str) -> Directory:
    """Read a TOML file of ``[[organisation]]`` and ``[[person]]`` tables. Raises :class:`DirectoryError`."""
    try:
        with Path(path).open("rb") as handle:
            data = tomllib.load(handle)
    except OSError as error:
        raise DirectoryError(f"{path}: går inte att läsa ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DirectoryError(f"{path}: är inte giltig TOML ({error})") from error
    return Directory(
        organisations=tuple(
            Organisation(name=_name(row, path), aliases=_aliases(row, path), code=row.get("code") or None)
            for row in _rows(data, "organisation", path)
        ),
        people=tuple(
            Person(
                name=_name(row, path),
                organisation=row.get("organisation") or None,
                email=row.get("email") or None,
                aliases=_aliases(row, path),
            )
            for row in _rows(data, "person", path)
        ),
    )


def _rows(data: dict[str, Any], key: str, path: Path | str) -> list[dict[str, Any]]:
    rows = data.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DirectoryError(f"{path}: [[{key}]] ska vara tabeller")
    return rows


def _name(row: dict[str, Any], path: Path | str) -> str:
    name = row.get("name")
    if not isinstance(name, str) or not name.strip():
        raise DirectoryError(f"{path}: en post saknar name")
    return name.strip()


def _aliases(row: dict[str, Any], path: Path | str) -> tuple[str, ...]:
    aliases = row.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise DirectoryError(f"{path}: aliases ska vara en lista av namn ({row.get('name')})")
    return tuple(aliases)


def organisation_key(name: str) -> str:
    """A key that is equal for "Hjo", "Hjo kommun" and "Hjos"; other names are folded."""
    entry = find(name)
    return entry.name.casefold() if entry else " ".join(name.casefold().split())


# --- evidence
# --------------------------------------------------------------------------------------------------------

Words = tuple[str, ...]


def _written(name: str) -> Words:
    return tuple(word.translate(_ACCENTS) for word in _WORD.findall(_TITLE.sub("", name.strip()).casefold()))


def _forms(person: Person) -> list[Words]:
    return [_written(person.name), *(_written(alias) for alias in person.aliases)]


def _full(written: Words, form: Words) -> bool:
    return written == form or (len(written) > 1 and "".join(written) == "".join(form))


def _short(written: Words, form: Words) -> bool:
    """A first name, with or without what begins the surname ("Eva", "Eva Ling"), or initials ("E L",
    "EL").
    """
    if len(form) < 2:
        return False
    return _first_names(written, form, str.__eq__) or _initials(written, form)


def _first_names(written: Words, form: Words, same: Callable[[str, str], bool]) -> bool:
    if not written or len(written) > len(form) + 1 or len(written[0]) < 2:
        return False
    if len(written) == 1:
        # "Per-Olof" is two words of the form; "Per" alone may mean him too, and so may a surname in formal
        # minutes.
        return same(written[0], form[0]) or (len(written[0]) > 3 and same(written[0], form[-1]))
    *given, last = written
    if len(given) >= len(form) or not all(same(one, two) for one, two in zip(given, form, strict=False)):
        return False
    rest = form[len(given) :]
    return any(word.startswith(last) for word in rest) or (len(given) == 1 and same(last, form[1]))


def _initials(written: Words, form: Words) -> bool:
    letters = "".join(word[0] for word in form)
    ends = form[0][0] + form[-1][0]
    if len(written) == 1:
        given = letters[:-1] if len(form) > 2 else ends
        return 2 <= len(written[0]) <= 3 and written[0] in {letters, ends, given}
    if len(written) == 2 and len(written[0]) == 1 and len(written[1]) > 1:
        return written[0] == form[0][0] and written[1] == form[-1]
    return all(len(word) == 1 for word in written) and "".join(written) in {letters, ends}


def _sound(word: str) -> str:
    """A word as it may be heard: doubled letters, th and t, c and k, w and v, é and e fall together."""
    heard = re.sub(r"c(?=[eiy])", "s", word)
    for spelling, sound in _SOUNDS:
        heard = heard.replace(spelling, sound)
    heard = heard.replace("c", "k").translate(str.maketrans("åäö", "aao"))
    heard = re.sub(r"(?<=[^aeiou])h|h(?=[^aeiou]|$)", "", heard)
    return re.sub(r"(.)\1+", r"\1", heard)


def _sounding(words: Words) -> Words:
    return tuple(_sound(word) for word in words)


def _full_by_sound(written: Words, form: Words) -> bool:
    return _full(_sounding(written), _sounding(form))


def _short_by_sound(written: Words, form: Words) -> bool:
    return len(form) > 1 and _first_names(_sounding(written), _sounding(form), str.__eq__)


def _near(one: str, two: str) -> bool:
    return min(len(one), len(two)) >= 5 and one[0] == two[0] and DamerauLevenshtein.distance(one, two) <= 1


def _full_with_slip(written: Words, form: Words) -> bool:
    return len(written) == len(form) > 1 and all(
        one == two or _near(one, two) for one, two in zip(_sounding(written), _sounding(form), strict=True)
    )


def _short_with_slip(written: Words, form: Words) -> bool:
    return len(form) > 1 and _first_names(
        _sounding(written), _sounding(form), lambda a, b: a == b or _near(a, b)
    )


_EVIDENCE: Sequence[Callable[[Words, Words], bool]] = (
    _full,
    _short,
    _full_by_sound,
    _short_by_sound,
    _full_with_slip,
    _short_with_slip,
)


def _decide(found: Iterable[Person], organisation: str | None, *, sure: bool) -> Resolution:
    """One person, or the candidates.

    A full name stays that person's when the organisation beside it is another.
    """
    people = list(found)
    if organisation:
        close = [
            one for one in people if one.organisation and organisation_key(one.organisation) == organisation
        ]
        if not close and (not sure or len(people) > 1):
            return Resolution(None, tuple(one.name for one in people))
        people = close or people
    names = tuple(dict.fromkeys(one.name for one in people))
    return Resolution(names[0] if len(names) == 1 else None, names)
