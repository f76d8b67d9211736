"""Agenda items: numbered or unnumbered headings, their bodies, the table of contents they repeat, and the signatures below."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from protokoll.blocks import Block
from protokoll.numbering import find_chain
from protokoll.sections import names_section

Part = Literal["heading", "body", "preamble", "tail", "contents"]

_TITLE_END = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ0-9\"”])")
_TAIL = re.compile(
    r"(?:vid (?:protokollet|anteckningarna|pennan|minnesanteckningarna)|protokollet justeras|justeras|justerat|justerare|underskrifter?|ordförande|mötesordförande"
    r"|sekreterare|mötessekreterare|protokollförare|antecknat av|antecknare|sekr|ordf)(?=$|[\s:./_])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Found:
    """The blocks (headings cut from the text that follows them on the line) with the part each of them plays."""

    blocks: list[Block]
    parts: list[Part]
    numbers: list[str | None] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)


def find_items(blocks: list[Block]) -> Found:
    """Tell headings of items, bodies, preamble, contents and signatures apart."""
    chain = find_chain(blocks)
    headings = set(_with_parts(blocks, chain)) if chain else set()
    tail = _tail_start(blocks, chain[-1] if chain else 0)
    found = Found([], [])
    begun = False
    for at, block in enumerate(blocks):
        if at in headings:
            begun = True
            _add_heading(found, block)
            continue
        part: Part = "tail" if at >= tail else "body" if begun else "preamble"
        found.blocks.append(block)
        found.parts.append(part)
    return found


def _with_parts(blocks: list[Block], chain: list[int]) -> list[int]:
    """The chain with the sub-numbers ("4.1") that stand between their item and the next."""
    inside: list[int] = []
    for place, at in enumerate(chain):
        inside.append(at)
        stop = chain[place + 1] if place + 1 < len(chain) else len(blocks)
        parent = blocks[at].number or ""
        for below in range(at + 1, stop):
            number = blocks[below].number
            if blocks[below].style == "dotted" and number and number.startswith(parent + "."):
                inside.append(below)
    return inside


def _add_heading(found: Found, block: Block) -> None:
    end = _TITLE_END.search(block.text)
    rest: Block | None = None
    if (
        end is not None
        and end.start() <= 90
        and not block.text[: end.start()].endswith((" kl", " nr", " ev"))
    ):
        block, rest = block.cut(end.end())
    block.kind = "heading"
    found.blocks.append(block)
    found.parts.append("heading")
    found.numbers.append(block.number)
    found.titles.append(block.text.rstrip(" *:.").strip() if not block.text.endswith("...") else block.text)
    if rest is not None and rest.text:
        found.blocks.append(rest)
        found.parts.append("body")


def _tail_start(blocks: list[Block], after: int) -> int:
    """The index of the first block of the signatures, or the number of blocks."""
    at = len(blocks)
    floor = max(after + 1, len(blocks) - 14)
    for index in range(len(blocks) - 1, floor - 1, -1):
        if (
            _TAIL.match(blocks[index].text)
            and names_section(blocks[index].text)
            and len(blocks[index].text) < 120
        ):
            at = index
    return at
