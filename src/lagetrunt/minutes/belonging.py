"""Whose document this is: does it name the network it was brought to, another one, or nobody we know? Pure
functions on names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lagetrunt.shared.text import fold

_SMALL = {"och", "i", "för", "inom", "på", "med", "av", "till", "den", "det"}
_COMMON = {
    "nätverk",
    "nätverket",
    "grupp",
    "gruppen",
    "möte",
    "mötet",
    "styrgrupp",
    "styrgruppen",
    "arbetsgrupp",
    "arbetsgruppen",
    "presidiet",
    "nätverksträff",
    "nätverksmöte",
    "träff",
    "protokoll",
    "minnesanteckningar",
    "mötesanteckningar",
    "kallelse",
    "anteckningar",
    "uppdragsbeskrivning",
    "dagordning",
    "för",
    "från",
    "i",
}
_PART_OF = re.compile(
    r"(?<!\w)(?:styrgrupp|arbetsgrupp|presidi|utvecklingsgrupp|ledningsgrupp|referensgrupp|delgrupp)"
)
_TAIL = re.compile(r"(?:nätverkets?|nätverk|gruppens?|gruppen|grupp|träff|möte)$")
HEAD_LINES = 12


@dataclass(frozen=True)
class Body:
    """A network as its documents may call it; ``sort`` is what kind of group it is, where it is not a
    network ("styrgrupp").
    """

    key: int
    name: str
    names: tuple[str, ...]
    sort: str = ""


@dataclass(frozen=True)
class Verdict:
    """``key``: the network the document belongs to; None: a person must say, and ``reason`` (Swedish) is why.

    ``suggested`` is the other network that it seems to belong to, where there is one.
    """

    key: int | None
    reason: str = ""
    suggested: int | None = None


def judge(
    target: Body | None,
    bodies: Sequence[Body],
    *,
    contract: Mapping[str, object],
    name: str,
    lines: Sequence[str],
) -> Verdict:
    """Decide for one document brought to ``target`` (None: to nobody in particular) among all ``bodies`` of
    the federation.
    """
    said = str(contract.get("body") or "")
    named = _best(said, bodies, target)
    if named is None:
        named = _by_head(target, bodies, said, contract, name, lines)
    if target is None:
        return Verdict(named.key) if named else Verdict(None, _unnamed(said))
    if named is not None and named.key == target.key:
        return (
            Verdict(None, f"Dokumentet är från {said}, inte från {target.name} självt.")
            if _part_of(said, target)
            else (Verdict(target.key))
        )
    if named is not None:
        return Verdict(None, f"Dokumentet nämner {named.name}, inte {target.name}.", named.key)
    if said and _specific(said):
        return Verdict(
            None,
            f"Dokumentet kallar gruppen ”{said}”, och {target.name} nämns varken i rubriken eller filnamnet.",
        )
    foreign = _foreign_prefix(target, name, lines)
    if foreign:
        return Verdict(
            None, f"Filnamnet börjar med {foreign}, texten nämner {foreign} och ingenstans {target.name}."
        )
    return Verdict(target.key)


def _unnamed(said: str) -> str:
    return (
        f"Dokumentet kallar gruppen ”{said}”, som inget nätverk här heter."
        if said
        else "Dokumentet nämner inget av nätverken."
    )


def _by_head(
    target: Body | None,
    bodies: Sequence[Body],
    said: str,
    contract: Mapping[str, object],
    name: str,
    lines: Sequence[str],
) -> Body | None:
    """Who is named in title, file name or first lines, the more telling place first."""
    stem = name.rsplit(".", 1)[0]
    places = [str(contract.get("title") or ""), _spaced(stem)]
    if not _specific(said):
        places += [line for line in lines if line.strip()][:HEAD_LINES]
    elif target is not None:
        places += [line for line in lines if line.strip()][:3]
        bodies = [target]
    return next((found for place in places if (found := _best(place, bodies, target))), None)


def _spaced(stem: str) -> str:
    return re.sub(r"[_\-.]+", " ", stem)


def _best(text: str, bodies: Sequence[Body], target: Body | None) -> Body | None:
    """The body that the text names with most words; where two are equal the target wins, else nobody."""
    scored = [(max((_names(text, name) for name in body.names), default=0), body) for body in bodies]
    top = max((score for score, _ in scored), default=0)
    winners = [body for score, body in scored if score == top and score > 0]
    if target is not None and target in winners:
        return target
    return winners[0] if len(winners) == 1 else None


def _names(text: str, name: str) -> int:
    """How many letters of the text this name accounts for: as words, or as the acronym of the other."""
    words, wanted = _core(text), _core(name)
    if not wanted or not words:
        return 0
    if any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1)):
        return sum(map(len, wanted))
    if is_acronym(name.strip(), text) or (len(words) == 1 and is_acronym(text.strip(), name)):
        return min(len(name), len(text))
    return 0


def _core(text: str) -> list[str]:
    """The words that tell bodies apart: "SIKTnätverket" and "SIKT-nätverket" are both ["sikt"]."""
    words = [_TAIL.sub("", word) if word not in _SMALL else word for word in fold(text).split()]
    bare = [word for word in words if word and word not in _COMMON]
    return bare or [word for word in fold(text).split() if word in _COMMON and word not in _SMALL]


def is_acronym(short: str, long: str) -> bool:
    """Whether ``short`` ("SIKT") is made of the beginnings of the words of ``long`` ("Skaraborgs IKT-
    strateger"), in order.

    Small words and "nätverket" may be left out, and of a compound with hyphens the later parts.
    """
    letters = fold(short)
    if not 2 <= len(letters) <= 8 or " " in letters or not short.isupper():
        return False
    words = re.findall(r"[\w-]+", long)
    for start in (number for number, word in enumerate(words) if fold(word) not in _SMALL):
        for stop in range(start + 2, min(len(words), start + 8) + 1):
            if _spells(letters, words[start:stop]):
                return True
    return False


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Whether the words, each giving its beginning, spell all the letters."""
    if not words:
        return not letters
    head = words[0]
    if fold(head) in _SMALL | _COMMON and _spells(letters, words[1:]):
        return True
    capitals = re.match(r"[A-ZÅÄÖ]+", head)
    longest = max(1, len(capitals.group()) if capitals else 1)
    return any(
        letters.startswith(head[:count].casefold()) and _spells(letters[count:], words[1:])
        for count in {1, longest}
    )


def _part_of(said: str, target: Body) -> bool:
    """Whether the words name a smaller group within the body ("Styrgruppen för SIKT"), and the body is no
    such group itself.
    """
    own = " ".join((*target.names, target.sort)).casefold()
    return any(word not in own for word in _PART_OF.findall(said.casefold()))


def _specific(said: str) -> bool:
    """Whether the words name a certain body, rather than "nätverket" or "arbetsgruppen"."""
    return any(word not in _COMMON and word not in _SMALL for word in fold(said).split())


def _foreign_prefix(target: Body, name: str, lines: Sequence[str]) -> str:
    """The abbreviation a file name begins with, when the text uses it too, and never this network's name."""
    first = re.match(r"[^\W\d_]{2,8}(?=[\s_\-.])", name)
    if not first or fold(first.group()) in _COMMON:
        return ""
    short = first.group().upper()
    text = "\n".join(lines)
    if not re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text):
        return ""
    return "" if mentioned(target, text) else short


def mentioned(body: Body, text: str) -> bool:
    """Whether running text names the body anywhere, by any of its names or a phrase that its abbreviation
    stands for.
    """
    words = fold(text).split()
    present = {_TAIL.sub("", word) for word in words} | set(words)
    pairs = set(pairwise(words))
    for name in body.names:
        core = _core(name)
        if len(core) == 1 and core[0] in present:
            return True
        if len(core) > 1 and all(pair in pairs for pair in pairwise(core)):
            return True
    return any(is_acronym(name, line) for name in body.names if name.isupper() for line in text.split("\n"))
