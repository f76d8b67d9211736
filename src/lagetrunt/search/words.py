"""From Swedish words to the forms they are found by, in Python, so that both databases find the same.

An ordinary word is indexed under its surface, and under the stem of its lemma and of itself: "nätverket", "nätverk"
and "nätverkens" share one. A name is indexed under its surface alone: Hannes is not a form of "hann". Every form is
a lexeme of letters and digits, its kind told by the first letter: ``x`` surface, ``y`` surface of a name, ``z`` stem.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import Stemmer
from django.conf import settings
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import TrieDictionaryFactory

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
PART = re.compile(r"[^\W_]+")
SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n–-])[\s\"”»(\[]*$")
SHORTEST_BEGINNING, SHORTEST_END = 3, 4  # letters of a compound's parts
LONGEST = 60  # characters of a form; longer strings are found by their beginning

_stemmer = threading.local()


@lru_cache(maxsize=1)
def _dictionaries() -> TrieDictionaryFactory:
    """The Swedish lemmas as a trie on disk: a few megabytes in memory where the plain dictionary takes a hundred."""
    return TrieDictionaryFactory(disk_cache_dir=str(Path(settings.DATA) / "lemmas"))


@lru_cache(maxsize=1)
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_dictionaries()))


@lru_cache(maxsize=1)
def _known() -> DictionaryLookupStrategy:
    return DictionaryLookupStrategy(dictionary_factory=_dictionaries())


def load() -> None:
    """Make the lemma trie where it is missing, and load it: done once at installation and at the server's start."""
    stems("nätverket")


@lru_cache(maxsize=50_000)
def stems(word: str) -> frozenset[str]:
    """The stems of a lower-case word: of the word itself and of its lemma."""
    if not hasattr(_stemmer, "swedish"):
        _stemmer.swedish = Stemmer.Stemmer("swedish")
    stem = _stemmer.swedish.stemWord
    return frozenset({stem(word), stem(_lemma(word))})


def _lemma(word: str) -> str:
    """The basic form. A compound that no dictionary has bends as its last part does: "systemkartan" as "kartan"."""
    lemma = _lemmatizer().lemmatize(word, lang="sv").lower()
    if lemma != word or _known().get_lemma(word, "sv") is not None:
        return lemma
    for cut in range(SHORTEST_BEGINNING, len(word) - SHORTEST_END + 1):
        base = _known().get_lemma(word[cut:], "sv")
        if base is not None:
            return word[:cut] + base.lower()
    return word


def words(text: str) -> Iterator[tuple[str, int, int, bool]]:
    """Every word of a text: lower-cased, its start and end, and whether it is written as a name (a capital in
    mid-sentence).
    """
    for match in WORD.finditer(text):
        begins = bool(SENTENCE_START.search(text, max(0, match.start() - 20), match.start()))
        *parts, last = pieces(match[0], match.start())
        for word, start, end in parts or [last]:
            yield word, start, end, not begins and text[start:end].istitle()
        if parts:
            yield *last, False


def plain_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word of a text, lower-cased, with its start and end."""
    for match in WORD.finditer(text):
        yield from pieces(match[0], match.start())


def pieces(word: str, at: int) -> list[tuple[str, int, int]]:
    """A word that stands at this place; of "it-strateger" first each part, and last the whole without its hyphens."""
    if word.isalnum():
        return [(word.lower(), at, at + len(word))]
    parts = [(part[0].lower(), at + part.start(), at + part.end()) for part in PART.finditer(word)]
    return [*parts, ("".join(part for part, _, _ in parts), at, at + len(word))]


def forms(text: str, *, names: Iterable[str] = ()) -> list[str]:
    """The forms under which a text is found, each once, in order; words of ``names`` count as names wherever they stand."""
    known = {word for name in names for word, *_ in words(name)}
    found: dict[str, None] = {}
    for word, _, _, named in words(text):
        found.update(dict.fromkeys(forms_of(word, named=named or word in known)))
    for word in known:
        found.update(dict.fromkeys(forms_of(word, named=True)))
    return list(found)


def forms_of(word: str, *, named: bool) -> list[str]:
    """The forms of one lower-case word."""
    if named or not word.isalpha():
        return ["x" + word[:LONGEST], *(["y" + word[:LONGEST]] if named else [])]
    return ["x" + word[:LONGEST], *("z" + stem[:LONGEST] for stem in sorted(stems(word)))]
