"""Text that was pasted line by line, as from a mail: its paragraphs are broken in the middle of sentences."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from protokoll.text import Line

_FROM, _TO = 50, 110
_FEWEST, _SHARE = 4, 0.1


def unsure_if_pasted(lines: list[Line]) -> list[Line]:
    """The lines; where many break off amid a sentence, no line that seems to end is sure to do so."""
    if not _is_pasted(lines):
        return lines
    return [line if line.cell or line.wraps else replace(line, wraps=None) for line in lines]


def _is_pasted(lines: list[Line]) -> bool:
    broken, runs = 0, False
    for line, below in pairwise(lines):
        long = runs or _FROM <= len(line.text) <= _TO
        runs = bool(line.wraps)
        if runs or not long or below.break_before or below.number or below.cell:
            continue
        broken += line.text[-1:] not in ".:;!?" and below.text[:1].islower()
    return broken >= _FEWEST and broken > _SHARE * len(lines)
