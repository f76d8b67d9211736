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
    broken = sum(
        1
        for line, below in pairwise(lines)
        if _FROM <= len(line.text) <= _TO
        and not line.wraps
        and line.text[-1] not in ".:;!?"
        and below.text[:1].islower()
        and not (below.break_before or below.number or below.cell)
    )
    return broken >= _FEWEST and broken > _SHARE * len(lines)
