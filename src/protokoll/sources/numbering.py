"""Automatic numbers of lists and headings.

From counters and formats to what stands on the page ("4.", "§ 12", "a)", "•").
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

_PLACE = re.compile(r"%(\d)")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: ``pattern`` has %1–%9 where counters stand.

    ``form`` is how this level's counter is written.
    """

    form: str = "decimal"
    pattern: str = "%1."
    start: int = 1
    restarts_after: int | None = None


def written(count: int, form: str) -> str:
    """A counter in the form that a word processor names ("decimal", "lowerLetter", "upperRoman" …)."""
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"}:
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{count:02d}"
    return str(count)


def _roman(count: int) -> str:
    out = []
    for value, sign in _ROMAN:
        times, count = divmod(count, value) if count < 5000 else (0, count)
        out.append(sign * times)
    return "".join(out)


class Counters:
    """The running counters of every list of a document."""

    def __init__(self) -> None:
        self._counts: defaultdict[object, list[int | None]] = defaultdict(lambda: [None] * LEVELS)

    def next(self, key: object, depth: int, levels: dict[int, Level]) -> str | None:
        """Count one paragraph of list ``key`` on level ``depth`` (0-based).

        What stands before it, or None for nothing.
        """
        level = levels.get(depth)
        if level is None or not 0 <= depth < LEVELS:
            return None
        if level.form == "bullet":
            return _bullet(level.pattern)
        counts = self._counts[key]
        now = counts[depth]
        counts[depth] = level.start if now is None else now + 1
        for deeper in range(depth + 1, LEVELS):
            counts[deeper] = None
        if level.form == "none":
            return _PLACE.sub("", level.pattern).strip() or None
        return _PLACE.sub(lambda m: self._place(counts, int(m[1]) - 1, levels), level.pattern).strip() or None

    def restart(self, key: object, depth: int, value: int) -> None:
        """Let the next paragraph of that list and level be ``value``."""
        self._counts[key][depth] = value - 1

    @staticmethod
    def _place(counts: list[int | None], at: int, levels: dict[int, Level]) -> str:
        level = levels.get(at, Level())
        count = counts[at] if 0 <= at < LEVELS else None
        return written(level.start if count is None else count, level.form)


def _bullet(sign: str) -> str:
    """Bullets from symbol fonts lie where no letter is; they are shown as the bullet they look like."""
    sign = sign.strip()
    if not sign or sign in {"o", "§", "q", "Ø", "ü", "v"} or any("\ue000" <= c <= "\uf8ff" for c in sign):
        return "•"
    return sign
