"""Which numbers count the agenda: the best rising chain of numbered blocks, against lists inside an item
and tables of contents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protokoll.layout.blocks import Block
from protokoll.layout.sections import names_matter
from protokoll.words.swedish import swedish

_STYLE = {
    "sign": 3.0,
    "word": 2.5,
    "dotted": 0.0,
    "stop": 1.0,
    "colon": 1.0,
    "paren": 0.3,
    "letter": 0.3,
    "bare": 0.6,
}
_INNER_END = swedish(r"[.!?]\s+[A-ZÅÄÖ0-9\"”]")
_FINITE = swedish(
    r"\b(?:är|var|har|hade|ska|skall|kan|kunde|bör|får|fick|blir|blev|vill|måste|finns|fanns|behöver"
    r"|beslutade|beslutar|valdes"
    r"|utsågs|hälsade|öppnade|förklarade|godkändes|berättade|informerade|gick|tog|kommer|använder|använda)\b"
)
_LEADER = re.compile(r"(?:\.\s?){4,}\d{0,3}$|…+\s?\d{1,3}$|\s{3,}\d{1,3}$")
_CAPITAL = re.compile(r"([A-Z])\.\s+(?=[A-ZÅÄÖ])")
_ROMAN = re.compile(r"([IVX]{1,5})\.\s+(?=[A-ZÅÄÖ])")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_FAR = 5


@dataclass(slots=True)
class _Link:
    """The best chain that ends at one candidate."""

    score: float
    at: int
    before: _Link | None
    length: int
    start: int


def likeness(block: Block, after: Block | None) -> float:
    """How much a numbered block looks like the heading of an agenda item; below zero it looks like a list
    point.
    """
    text = block.text
    score = _STYLE.get(block.style or "", -1.0)
    if block.level is not None or block.bold or block.large or block.marked:
        score += 2.0
    if block.gap:
        score += 0.5
    size = len(text)
    if size <= 60:
        score += 1.0
    elif size > 110:
        score -= 1.0
    if _INNER_END.search(text) and size > 70:
        score -= 1.0
    if text[:1].islower():
        score -= 1.5
    if _LEADER.search(text):
        score -= 4.0
    if text.endswith((".", "!", ";", ",")):
        score -= 0.6
    if _FINITE.search(text):
        score -= 0.8
    if after is not None and after.value is None:
        score += 0.6
    if names_matter(text):
        score += 1.0
    return score


def without_leader(text: str) -> str:
    """The title of a line of contents, without the dots and the page number behind it."""
    return _LEADER.sub("", text).rstrip(" .")


def find_chain(blocks: list[Block]) -> list[int]:
    """The indexes of the blocks whose numbers count the agenda, in order; empty when the document has no
    such numbers.
    """
    signs = sum(1 for block in blocks if block.style == "sign" and block.value is not None)
    values = [block.value if signs < 2 or block.style == "sign" else None for block in blocks]
    lettered = [at for at, block in enumerate(blocks) if _counts_by_letter(block)]
    if lettered:
        return lettered
    return (
        _best_chain(blocks, values)
        or _best_chain(blocks, _parts_of_meeting(blocks))
        or _best_chain(blocks, _letters(blocks))
    )


def _counts_by_letter(block: Block) -> bool:
    """Whether ``counted_by_letters`` found the block to be a point of the agenda."""
    return block.style == "letter" and (block.label or "")[:1].isupper()


def counted_by_letters(blocks: list[Block]) -> list[Block]:
    """The blocks, with "A. …", "B. …" or "I. …", "II. …" taken as numbers where at least four follow each
    other.
    """
    for pattern, order in ((_CAPITAL, _LETTERS), (_ROMAN, _ROMANS)):
        found: dict[int, int] = {}
        for at, block in enumerate(blocks):
            match = (
                pattern.match(block.text)
                if block.number is None and block.gap and block.cell is None
                else None
            )
            if match is not None and len(found) < len(order) and match.group(1) == order[len(found)]:
                found[at] = match.end()
        if len(found) >= 4:
            return [_lettered(block, found[at]) if at in found else block for at, block in enumerate(blocks)]
    return blocks


def _lettered(block: Block, end: int) -> Block:
    number, rest = block.cut(end)
    rest.number, rest.style = number.text.rstrip(". "), "letter"
    rest.label = f"{rest.number}."
    rest.kind, rest.gap, rest.bold, rest.level = "numbered", block.gap, block.bold, block.level
    return rest


def _letters(blocks: list[Block]) -> list[int | None]:
    """Letters counted from a: "a) Mötet öppnas", "b) …"."""
    return [
        ord(block.number.lower()) - 96
        if block.style == "letter" and block.number and len(block.number) == 1 and block.number.isascii()
        else None
        for block in blocks
    ]


def _parts_of_meeting(blocks: list[Block]) -> list[int | None]:
    """The last parts of numbers such as "7.1", "7.2", where the first part is the number of the meeting."""
    dotted = [block.number.split(".") if block.style == "dotted" and block.number else [] for block in blocks]
    firsts = {parts[0] for parts in dotted if len(parts) == 2}
    if len(firsts) != 1:
        return [None] * len(blocks)
    return [int(parts[1]) if len(parts) == 2 else None for parts in dotted]


def _best_chain(blocks: list[Block], values: list[int | None]) -> list[int]:
    best: dict[int, _Link] = {}
    top: _Link | None = None
    for at, value in enumerate(values):
        if value is None or blocks[at].style not in _STYLE:
            continue
        link = _extend(blocks, best, at, value)
        known = best.get(value)
        if known is None or link.score >= known.score:
            best[value] = link
        if top is None or link.score > top.score:
            top = link
    return _accepted(blocks, top)


def _extend(blocks: list[Block], best: dict[int, _Link], at: int, value: int) -> _Link:
    block = blocks[at]
    gain = likeness(block, blocks[at + 1] if at + 1 < len(blocks) else None)
    opening = gain - (0.0 if value == 1 or block.style == "sign" else 1.0)
    chosen = _Link(opening, at, None, 1, at)
    for step in range(_FAR):
        before = best.get(value - step)
        if before is None or (step == 0 and not _repeats(block, blocks[before.at])):
            continue
        same = blocks[before.at].style == block.style and blocks[before.at].dash == block.dash
        score = before.score + gain + (0.5 if same else -0.2) - (2.5 if step == 0 else 0.8 * (step - 1))
        if score > chosen.score:
            chosen = _Link(score, at, before, before.length + 1, before.start)
    return chosen


def _repeats(block: Block, before: Block) -> bool:
    """Whether a number given twice by mistake may stand: both are surely headings, with different titles."""
    styled = all(one.style == "sign" or one.level is not None or one.bold for one in (block, before))
    return styled and block.value != 1 and block.text != before.text


def _accepted(blocks: list[Block], top: _Link | None) -> list[int]:
    if top is None:
        return []
    mean = top.score / top.length
    strong = blocks[top.at].style in ("sign", "word")
    if mean < 0.9 or (top.length == 1 and not strong and mean < 2.5):
        return []
    chain: list[int] = []
    link: _Link | None = top
    while link is not None:
        chain.append(link.at)
        link = link.before
    chain.reverse()
    return chain
