"""Who in a sentence can be made to do something: people, offices, municipalities, groups, or everyone.

An actor is read at a place in the text, never searched for: the grammar of the sentence says where one may
stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from protokoll import municipalities
from protokoll.draft import Draft
from protokoll.outline import Outline
from protokoll.records import Scope
from protokoll.words import vocabulary
from protokoll.words.given_names import is_given_name

Kind = Literal["person", "maybe", "office", "municipality", "group", "everyone"]

_CAPITAL = r"[A-ZÅÄÖÉ][\w’'-]*\w"
_NAME = re.compile(
    rf"@?(?P<first>{_CAPITAL}|[A-ZÅÄÖ]{{2,3}}\b)(?P<rest>(?: (?:von |af |de |der |el "
    rf"|al-)?(?:{_CAPITAL}|[A-ZÅÄÖ]\b\.?(?! \w+\.))){{0,3}})"
)
_OFFICE = re.compile(rf"{vocabulary.OFFICES}(?![\w-])(?: (?=[A-ZÅÄÖ]))?", re.IGNORECASE)
_GROUP = re.compile(rf"{vocabulary.GROUPS}(?![\w-])", re.IGNORECASE)
_EVERYONE = re.compile(rf"@?{vocabulary.EVERYONE}(?![\w-])", re.IGNORECASE)
_JOINT = re.compile(r"(?:,| och| samt| &| \+| /|/| tillsammans med|, och| resp\.?| respektive) ?(?=\S)")
_BRACKET = re.compile(r" ?\([^()\n]{1,80}\)")
_LOWER = re.compile(r"(?<![\wåäöÅÄÖ])[a-zåäöé]{3,}")
_NOUN_ENDING = re.compile(
    r"(?:ning|ingen|ningar|ningarna|het|heten|heter|heterna|skap|skapet|tion|tionen|tioner|arna|erna"
    r"|orna|andet|endet|mentet|ering|eringen"
    r"|lingar|else|elsen|elser|ismen|itet|iteten|möte|mötet|dagen|året|avtalet|planen|rapporten"
    r"|frågan|frågor|projektet|arbetet|gruppen|fullmäktige|(?<=[^n])ören|örerna|(?:r|s|t|l|d|v|k|g|m"
    r"|n|p)(?:erna|arna|orna|aren|ören|aren)|regeringen|verket|läget|bolaget)$"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who stands in ``text[start:end]``.

    ``names`` as written (none for everyone); ``sure``: known or plainly a name.
    """

    start: int
    end: int
    kind: Kind
    names: tuple[str, ...]

    @property
    def scope(self) -> Scope:
        """The contract's word for this kind of actor."""
        if self.kind == "everyone":
            return "every-organisation"
        return "group" if self.kind == "group" else "named"


@dataclass(slots=True)
class Cast:
    """The words that mean people in one document, and those that are plain words in it."""

    people: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    _known: dict[str, str] = field(default_factory=dict)

    def standing(self, word: str) -> Literal["person", "maybe", "no"]:
        """How surely a capitalised word is a person's (first) name."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._judge(word)
        return known  # type: ignore[return-value]

    def _is_slip(self, folded: str) -> bool:
        """Whether a word is one letter away from the name of somebody in the document ("Gunila")."""
        if len(folded) < 5 or folded in self.plain:
            return False
        return any(
            abs(len(name) - len(folded)) <= 1
            and name[0] == folded[0]
            and DamerauLevenshtein.distance(name, folded) == 1
            for name in self.people
        )

    def _judge(self, word: str) -> str:
        folded = word.casefold()
        if folded in self.people or word in self.initials or self._is_slip(folded):
            return "person"
        if (
            folded in vocabulary.NEVER_NAMES
            or folded in vocabulary.DEEDS_INFINITIVE
            or _EVERYONE.fullmatch(word)
            or _GROUP.fullmatch(word)
        ):
            return "no"
        if municipalities.find(word) is not None:
            return "no"
        if is_given_name(word):
            return "person"
        if word.isupper() or folded in self.plain or _NOUN_ENDING.search(folded) or len(folded) < 3:
            return "no"
        return "maybe"


def cast_of(outline: Outline, draft: Draft) -> Cast:
    """The people of a document, from its attendance and signatures, and its plain words. Collected once."""
    known: Cast | None = draft.kept.get("cast")
    if known is None:
        known = draft.kept["cast"] = _collect(outline, draft)
    return known


def _collect(outline: Outline, draft: Draft) -> Cast:
    names = [str(one.name) for kind in ("present", "absent") for one in draft.records[kind] if one.name]
    names += [str(draft.get(key)) for key in ("chair", "secretary", "secretary_elected") if draft.get(key)]
    words: set[str] = set()
    initials: set[str] = set()
    for name in names:
        parts = name.split()
        words.update(part.casefold() for part in parts if len(part) > 1)
        words.add("-".join(parts[:2]).casefold() if len(parts) > 2 else parts[0].casefold())
        if len(parts) > 1:
            initials.update({parts[0][0] + parts[-1][0], "".join(part[0] for part in parts)})
        if "-" in parts[0]:
            initials.add("".join(piece[:1] for piece in parts[0].split("-")).upper())
    plain = frozenset(_LOWER.findall("\n".join(block.text for block in outline.blocks)))
    return Cast(frozenset(words), frozenset(i.upper() for i in initials if len(i) > 1), plain)


def read_actor(text: str, at: int, cast: Cast) -> Actor | None:
    """The actor that begins at ``at``: one, or several joined by commas and "och".

    None where nobody can be meant.
    """
    first = _read_one(text, at, cast)
    if first is None:
        return None
    found = [first]
    while len(found) < 12:
        end = _behind_bracket(text, found[-1].end)
        joint = _JOINT.match(text, end)
        following = _read_one(text, joint.end(), cast) if joint else None
        if joint is None or following is None:
            break
        if (
            "," in joint.group()
            and following.kind != first.kind
            and following.kind in {"maybe", "municipality"}
        ):
            break
        found.append(following)
    return _together(found, text)


def _behind_bracket(text: str, end: int) -> int:
    bracket = _BRACKET.match(text, end)
    return bracket.end() if bracket else end


def _together(found: list[Actor], text: str) -> Actor:
    if len(found) == 1:
        return Actor(found[0].start, _behind_bracket(text, found[0].end), found[0].kind, found[0].names)
    kinds = {one.kind for one in found}
    order: tuple[Kind, ...] = ("everyone", "person", "maybe", "office", "municipality", "group")
    kind = next(one for one in order if one in kinds)
    names = tuple(name for one in found for name in one.names)
    end = _behind_bracket(text, found[-1].end)
    return Actor(found[0].start, end, kind, () if kind == "everyone" else names)


def _without_verb(match: re.Match[str]) -> int:
    """Where "alla" ends: a following verb looks like a plural too ("alla skickar uppgifter")."""
    first, _, second = match.group().partition(" ")
    if second and second.split()[0].casefold() in vocabulary.DEEDS | vocabulary.COMMITTING | vocabulary.BEING:
        return match.start() + len(first)
    return match.end()


_FIRST_WORD = re.compile(r"@?([\w-]+)")
# First words of those patterns that are not one by themselves ("vice ordförande", "var och en").
_LEADING = vocabulary.words(
    """
    vice tf biträdande ny nya den de avgående utsedda nybildade lokala alla samtliga varje var vart
    respektive resp ni vi
    """
)


@lru_cache(maxsize=2048)
def _may_lead(word: str) -> bool:
    """Whether everyone, an office or a group may begin with this word; most words of a text begin none."""
    return word.casefold() in _LEADING or any(
        pattern.match(word) is not None for pattern in (_EVERYONE, _OFFICE, _GROUP)
    )


def _read_one(text: str, at: int, cast: Cast) -> Actor | None:
    first = _FIRST_WORD.match(text, at)
    if first is None:
        return None
    if _may_lead(first[1]) and (actor := _read_many(text, at, cast)) is not None:
        return actor
    return _read_name(text, at, cast)


def _read_many(text: str, at: int, cast: Cast) -> Actor | None:
    """Everyone, an office, or a group."""
    if match := _EVERYONE.match(text, at):
        return Actor(at, _without_verb(match), "everyone", ())
    if match := _OFFICE.match(text, at):
        end = match.end()
        named = _read_name(text, end, cast) if match.group().endswith(" ") else None
        if named is not None and named.kind == "person":
            return Actor(at, named.end, "person", named.names)
        return Actor(at, end - (match.group()[-1] == " "), "office", (match.group().strip(),))
    if match := _GROUP.match(text, at):
        return _with_tail(text, at, match.end())
    return None


_TAIL = re.compile(
    r" (?:för|i|på|inom|vid|från) (?:[\w-]+ ){0,3}?[\w-]+(?= (?:\([^()]*\) )?[\w]+r\b| (?:får|fick"
    r"|ska|skall|åtar|tar)\b)"
)


def _with_tail(text: str, at: int, end: int) -> Actor:
    """A group with what it is for ("Arbetsgruppen för hållbarhet")."""
    tail = _TAIL.match(text, end)
    if tail:
        end = tail.end()
    return Actor(at, end, "group", (text[at:end],))


def _read_name(text: str, at: int, cast: Cast) -> Actor | None:
    match = _NAME.match(text, at)
    if match is None:
        return None
    start = at + (text[at] == "@")
    whole = (
        text[start : match.end()].rstrip(" .") if match["rest"].endswith(".") else text[start : match.end()]
    )
    words = whole.split()
    entry = _municipality(text, start)
    if entry is not None and words[0].casefold() not in cast.people:
        return Actor(at, entry[1], "municipality", (text[start : entry[1]].removesuffix(" kommun"),))
    standing = "person" if text[at] == "@" else cast.standing(words[0])
    if standing == "no" and len(words) > 1 and cast.standing(words[1]) == "person" and not words[0].isupper():
        return None
    if standing == "no":
        return None
    return Actor(at, start + len(whole), standing, (whole,))


def _municipality(text: str, at: int) -> tuple[int, int] | None:
    for start, end, _ in _mentions(text[at : at + 40]):
        if start == 0:
            return at, at + end
    return None


@lru_cache(maxsize=4096)
def _mentions(text: str) -> tuple[tuple[int, int, municipalities.Municipality], ...]:
    return tuple(municipalities.mentions(text))
