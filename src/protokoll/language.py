"""Whether a text is in another language than the reader understands: told, never a reason to refuse."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_SWEDISH_WORDS = (
    "och att det som är inte en ett på av för med till från den har om vid ska samt eller ej var blev kommer"
    " ar pa for fran nasta möte mötet närvarande frånvarande beslut uppdrag protokoll"
)
_SWEDISH = frozenset(_SWEDISH_WORDS.split())
_OTHERS = {
    "engelska": "the of and to is was in for be will that with on are this meeting present minutes agenda",
    "tyska": "der die das und ist nicht wird von mit des den ein eine zu auf im sitzung anwesend",
    "norska eller danska": "og ikke til fra er ble blev skal af møte møtet møde mødet vedtak referat",
    "finska": "ja on ei että oli sekä kokous päätös läsnä tai se pöytäkirja esityslista puheenjohtaja",
    "franska": "le la les des et est une du que pour dans réunion séance présents",
}
_LANGUAGES = {language: frozenset(words.split()) for language, words in _OTHERS.items()}
_FEWEST = 8


def other_language(text: str) -> str | None:
    """The Swedish name of the language that the text is in, when it clearly is not Swedish."""
    words = Counter(word.lower() for word in _WORD.findall(text[:50_000]))
    swedish = sum(count for word, count in words.items() if word in _SWEDISH)
    scores = {
        language: sum(count for word, count in words.items() if word in known and word not in _SWEDISH)
        for language, known in _LANGUAGES.items()
    }
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] >= _FEWEST and scores[best] > 2 * swedish else None
