"""Who calls a meeting: "Mattias skickar inbjudan", "Noor kallar", "Siv bjuder in"."""

from __future__ import annotations

import re

from protokoll.sayings.actors import Cast, read_actor
from protokoll.words.swedish import swedish

_CALLS = (
    r"(?:kallar|sammankallar|bjuder in|kallar in|kallar till(?: möte(?:t|n)?)?|(?:skickar|mejlar"
    r"|mailar|sänder|gör)(?: ut)? (?:en |ut )?(?:inbjudan|inbjudningar|kallelse(?:n)?|(?:en )?doodle"
    r"|möteslänk|länk(?:en)?|teamslänk"
    r"|mötesinbjudan|mötesförfrågan|outlookinbjudan|bokning|dagordning(?:en)?)|är sammankallande"
    r"|ansvarar för (?:inbjudan|kallelsen?)|ordnar (?:inbjudan|kallelse)|återkommer med (?:inbjudan"
    r"|kallelse|länk))"
)
_CALLS_ONLY = swedish(
    rf"^(?:{_CALLS})(?: (?:till (?:mötet|det|träffen|alla|samtliga|gruppen|nätverket)|via \w+"
    rf"|digitalt|i god tid|i outlook|och (?:dagordning|länk|kallelse)|ut|alla))*[\s.!)]*$",
    re.IGNORECASE,
)
_BEHIND_NAME = swedish(rf"\s(?:{_CALLS})\b", re.IGNORECASE)
_LABEL = swedish(r"\b(?:sammankallande|kallar|inbjudan|kallelse)\s?:\s*(?=[A-ZÅÄÖ])", re.IGNORECASE)
_START = swedish(r"(?:^|[,;:.(–-]\s?|\soch\s)(?=[A-ZÅÄÖ@])")


def convenes(task: str) -> bool:
    """Whether the task is only to call the meeting that stands beside it."""
    return _CALLS_ONLY.match(task) is not None


_HOST = swedish(r"\s(?:är|blir)\svärd(?:inna)?\soch(?=\s)")


def _behind_host(text: str, at: int) -> int:
    """Step over "är värd och" between the name and the calling."""
    match = _HOST.match(text, at)
    return match.end() if match else at


def find_convener(text: str, cast: Cast) -> str | None:
    """Who calls the meeting that ``text`` speaks of, as written, or None."""
    if match := _LABEL.search(text):
        actor = read_actor(text, match.end(), cast)
        return ", ".join(actor.names) if actor and actor.names else None
    if not _BEHIND_NAME.search(text):
        return None
    for match in _START.finditer(text):
        actor = read_actor(text, match.end(), cast)
        if (
            actor is not None
            and actor.names
            and (calls := _BEHIND_NAME.match(text, _behind_host(text, actor.end)))
        ):
            sentence = re.split(r"[.!](?:\s|$)|,\s(?=[A-ZÅÄÖ])", text[calls.start() + 1 :], maxsplit=1)[0]
            if convenes(sentence):
                return " och ".join(actor.names)
    return None
