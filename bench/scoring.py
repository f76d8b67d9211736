"""How well a reading agrees with the truth of its case: matching, and what it adds up to.

Both sides are dicts in the shape of the reader's JSON contract. How records are matched, one to one,
always:

- *single values* (date, times, number, reference, kind): equal after folding. Place: three quarters of
  the words in common. Body: the words of one name are all in the other, hyphens and blanks aside. Chair,
  secretary, adjusters: the same name, or a part of it ("Eva" for "Eva Ek"). A wrong value is both a miss
  and a false find.
- *people* (present, absent): folded name *and* folded organisation. Role, substitute and part are counted
  apart among the matched.
- *items* and *topics*: folded title, with or without its brackets, or four fifths of the words in common;
  an item's number is counted apart.
- *texts* (decisions, assignments, referrals, duties, round entries): the best pairs first, at least 0.6
  as F1 of folded words. Round entries must have the same organisation, duties the same role. An
  assignment's words are compared without its assignees and without the frame ("får i uppdrag att",
  "ansvarig"), since a reading may start its text before or after them.
- *events*: the same date, and the same body or a word in common in "what" (without a date only the
  latter); the fuller agreement is paired first. Their other fields are counted apart.
- *links*: the address without scheme, "www." and closing slash; mail addresses stay mail addresses.
- *formal* records of the truth may be found or not: they, and the finds that match them, count on neither
  side.

Words are compared folded: Unicode NFKC, lower case, letters and digits only.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Record = dict[str, Any]
Likeness = Callable[[Record, Record], float]

TEXT_THRESHOLD = 0.6
TITLE_THRESHOLD = 0.8
PLACE_THRESHOLD = 0.75
FRAME_WORDS = frozenset(
    {
        "får",
        "har",
        "fått",
        "i",
        "uppdrag",
        "att",
        "ges",
        "uppdras",
        "åt",
        "ansvar",
        "ansvarar",
        "ansvarig",
        "för",
    }
)


@dataclass
class Tally:
    """Counts of one kind of record: in the truth, in the reading, and in both."""

    truth: int = 0
    read: int = 0
    hit: int = 0

    def add(self, other: Tally) -> None:
        self.truth += other.truth
        self.read += other.read
        self.hit += other.hit

    @property
    def precision(self) -> float:
        return self.hit / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.truth if self.truth else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.hit / (self.truth + self.read) if self.truth + self.read else 1.0


@dataclass(frozen=True)
class Fault:
    """One disagreement: ``missed`` (in the truth alone), ``false`` (in the reading), ``wrong`` (a field)."""

    kind: str
    side: str
    text: str
    line: int | None = None


@dataclass
class Score:
    """The tallies of one document, or of many added up, and their faults in the order found."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def count(self, kind: str, truth: int, read: int, hit: int) -> None:
        self.tallies.setdefault(kind, Tally()).add(Tally(truth, read, hit))

    def add(self, other: Score) -> None:
        for kind, tally in other.tallies.items():
            self.count(kind, tally.truth, tally.read, tally.hit)
        self.faults.extend(other.faults)


@dataclass(frozen=True)
class Matching:
    """Which records found each other, and which were left over on either side."""

    pairs: list[tuple[Record, Record]]
    missed: list[Record]
    false: list[Record]


def fold(text: str | None) -> str:
    """Lower-case words and figures separated by single blanks; everything else is dropped."""
    return " ".join(words(text))


def words(text: str | None) -> list[str]:
    # A soft hyphen inside a word is no boundary; an underscore is.
    plain = unicodedata.normalize("NFKC", text or "").casefold().replace("\u00ad", "").replace("_", " ")
    return re.findall(r"\w+", plain)


def overlap(left: Iterable[str], right: Iterable[str]) -> float:
    """F1 of two bags of words: 1.0 when equal, 0.0 when nothing is shared or a side is empty."""
    one, two = Counter(left), Counter(right)
    shared = (one & two).total()
    return 2 * shared / (one.total() + two.total()) if shared else 0.0


def same_name(left: str | None, right: str | None) -> bool:
    """The same name, or one is a part of the other ("Eva", "Eva Ek"); nobody is the same as nobody."""
    one, two = set(words(left)), set(words(right))
    return one == two or bool(one and two and (one <= two or two <= one))


def same_body(left: str | None, right: str | None) -> bool:
    """The same body: equal letters without blanks and hyphens, or all the words of one are in the other."""
    squeezed = ["".join(words(side)) for side in (left, right)]
    return squeezed[0] == squeezed[1] or same_name(left, right)


def same_place(left: str | None, right: str | None) -> bool:
    return fold(left) == fold(right) or overlap(words(left), words(right)) >= PLACE_THRESHOLD


def address(target: str | None) -> str:
    """A link's target without what may be written or not: scheme, www, closing slash, case."""
    return re.sub(r"^(https?://)?(www\.)?", "", (target or "").casefold()).rstrip("/")


def without_brackets(text: str | None) -> str:
    return re.sub(r"\([^)]*\)", " ", text or "")


def title_likeness(one: str | None, two: str | None) -> float:
    if fold(one) == fold(two):
        return 1.0
    bare_one, bare_two = fold(without_brackets(one)), fold(without_brackets(two))
    if bare_one and bare_one == bare_two:
        return 0.99
    likeness = overlap(words(one), words(two))
    return likeness if likeness >= TITLE_THRESHOLD else 0.0


def text_likeness(one: str | None, two: str | None) -> float:
    likeness = overlap(words(one), words(two))
    return likeness if likeness >= TEXT_THRESHOLD else 0.0


def task_likeness(one: Record, two: Record) -> float:
    """Likeness of two assignments' texts, as they stand or without names and the frame around the task."""
    outside = FRAME_WORDS | {
        word for side in (one, two) for name in side.get("assignees") or [] for word in words(name)
    }
    inner = [[word for word in words(side.get("text")) if word not in outside] for side in (one, two)]
    likeness = overlap(*inner)
    return max(
        likeness if likeness >= TEXT_THRESHOLD else 0.0, text_likeness(one.get("text"), two.get("text"))
    )


def person_likeness(one: Record, two: Record) -> float:
    keys = [(fold(side.get("name")), fold(side.get("organisation"))) for side in (one, two)]
    return float(keys[0] == keys[1])


def round_likeness(one: Record, two: Record) -> float:
    if fold(one.get("organisation")) != fold(two.get("organisation")):
        return 0.0
    return text_likeness(one.get("text"), two.get("text"))


def duty_likeness(one: Record, two: Record) -> float:
    return (
        text_likeness(one.get("text"), two.get("text"))
        if same_name(one.get("role"), two.get("role"))
        else 0.0
    )


def event_likeness(one: Record, two: Record) -> float:
    if one.get("date") != two.get("date"):
        return 0.0
    body = same_body(one.get("body"), two.get("body"))
    what = overlap(words(one.get("what")), words(two.get("what")))
    if not what and not (body and one.get("date")):
        return 0.0
    agreeing = sum(fold(one.get(key)) == fold(two.get(key)) for key in ("start", "place", "host", "theme"))
    return 1.0 + body + what + agreeing


def by_title(one: Record, two: Record) -> float:
    return title_likeness(one.get("title"), two.get("title"))


def by_text(one: Record, two: Record) -> float:
    return text_likeness(one.get("text"), two.get("text"))


def by_address(one: Record, two: Record) -> float:
    return float(address(one.get("target")) == address(two.get("target")))


def match(truth: list[Record], read: list[Record], likeness: Likeness) -> Matching:
    """Pair the records one to one, the most alike first, equals in document order. Zero never pairs."""
    scored = [(likeness(one, two), -i, -j) for i, one in enumerate(truth) for j, two in enumerate(read)]
    left, right, pairs = set(range(len(truth))), set(range(len(read))), []
    for value, i, j in sorted(scored, reverse=True):
        if value > 0 and -i in left and -j in right:
            left.discard(-i)
            right.discard(-j)
            pairs.append((-i, -j))
    return Matching(
        pairs=[(truth[i], read[j]) for i, j in sorted(pairs)],
        missed=[truth[i] for i in sorted(left)],
        false=[read[j] for j in sorted(right)],
    )


def without_formal(matching: Matching) -> Matching:
    """Drop what may or may not be found: the truth's formal records and whatever was paired with them."""
    return Matching(
        pairs=[pair for pair in matching.pairs if not pair[0].get("formal")],
        missed=[record for record in matching.missed if not record.get("formal")],
        false=matching.false,
    )
