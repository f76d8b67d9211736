"""Agenda items: numbered or unnumbered headings, their bodies, the table of contents they repeat, and the
signatures below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from protokoll.layout.blocks import Block, join_blocks
from protokoll.layout.headings import could_head, find_headings, lead_end, title_area
from protokoll.layout.kinds import document_kind
from protokoll.layout.labels import read_clock
from protokoll.layout.numbering import counted_by_letters, find_chain, without_leader
from protokoll.layout.sections import names_matter
from protokoll.people import read_people
from protokoll.records import Kind
from protokoll.roll import RollPart, find_roll
from protokoll.roll.tables import Grid
from protokoll.words.people import looks_like_person
from protokoll.words.roll import Status
from protokoll.words.swedish import swedish

Part = Literal["heading", "body", "preamble", "tail", "contents"]

_TITLE_END = swedish(r"[.!?]\s+(?=[A-ZÅÄÖ0-9\"”])")
_TAIL = swedish(
    r"(?:vid (?:protokollet|anteckningarna|pennan|tangenterna|tangentbordet|datorn|minnesanteckningarna)"
    r"|protokollet justeras|justeras|justerat|justerare|justerande|underskrifter?|ordförande|mötesordförande"
    r"|sekreterare|mötessekreterare|protokollförare|antecknat|antecknare|sekr|ordf"
    r"|minnesanteckningarna förda|anteckningarna förda|/)(?=$|[\s:./_,]|[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_ACTION = swedish(r"(?:åtgärd|vad(?: ska göras)?$|aktivitet|uppgift|att göra|uppdrag)", re.IGNORECASE)
_MATTERS = swedish(r"(?:ärende|punkt|rubrik|fråga|ämne)", re.IGNORECASE)
_LONE_CLOCK = swedish(r"(?:kl\.? ?)?\d{1,2}[.:]\d{2}(?: ?[-–] ?\d{1,2}[.:]\d{2})?$", re.IGNORECASE)
_BARE_CELL = swedish(r"(?:§ ?)?\d{1,3}[.:)]?$")


@dataclass(slots=True)
class Found:
    """The blocks (headings cut from the text that follows them on the line) with the part each of them
    plays.
    """

    blocks: list[Block]
    parts: list[Part]
    numbers: list[str | None] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    roll: list[RollPart] = field(default_factory=list)
    roll_blocks: set[int] = field(default_factory=set)
    roll_tables: dict[int, Status] = field(default_factory=dict)
    roll_grids: list[Grid] = field(default_factory=list)
    kind: Kind = "other"


def find_items(blocks: list[Block]) -> Found:
    """Tell headings of items, bodies, preamble, contents, attendance and signatures apart."""
    blocks = _with_titles(counted_by_letters(blocks))
    _count(blocks)
    chain = find_chain(blocks)
    tail = _tail_start(blocks, chain[-1] if chain else 0)
    roll = find_roll(blocks[: chain[0]] if chain else blocks[:tail])
    if not (roll.parts or roll.tables or roll.grids) and chain:
        roll = find_roll(blocks[:tail])
    kind = document_kind(blocks, attended=bool(roll.parts or roll.tables or roll.grids))
    found = Found([], [], roll=roll.parts, roll_tables=roll.tables, roll_grids=roll.grids, kind=kind)
    if kind == "charter" or (kind == "other" and not chain):
        found.blocks, found.parts = blocks, ["preamble"] * len(blocks)
        return found
    headings, contents = _headings(blocks, chain, tail, roll.blocks, kind)
    begun = False
    for at, block in enumerate(blocks):
        if at in headings:
            begun = True
            _add_heading(found, block)
            continue
        part: Part = "tail" if at >= tail else "body" if begun else "preamble"
        found.blocks.append(block)
        found.parts.append("contents" if at in contents else part)
    _count(found.blocks)
    told = {id(blocks[at]) for at in roll.blocks}
    found.roll_blocks = {block.index for block in found.blocks if id(block) in told}
    return found


def _count(blocks: list[Block]) -> None:
    for index, block in enumerate(blocks):
        block.index = index


def _with_titles(blocks: list[Block]) -> list[Block]:
    """Join a number that stands alone ("Punkt 3", a cell with "4") to the title below or beside it."""
    joined: list[Block] = []
    skip = False
    acts = _action_tables(blocks)
    for at, block in enumerate(blocks):
        if skip:
            skip = False
            continue
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        in_acts = block.cell is not None and block.cell.table in acts
        if below is not None and not in_acts and _lone_number(block, below):
            joined.append(join_blocks(block, below))
            skip = True
        else:
            joined.append(block)
    return joined


def _action_tables(blocks: list[Block]) -> set[int]:
    """The tables whose first row heads a list of things to do: their numbers count no agenda."""
    first: dict[int, list[str]] = {}
    for block in blocks:
        if block.cell is not None and block.cell.row == 0:
            first.setdefault(block.cell.table, []).append(block.text)
    return {
        table
        for table, texts in first.items()
        if any(_ACTION.match(text) for text in texts) and not any(_MATTERS.match(text) for text in texts)
    }


def _lone_number(block: Block, below: Block) -> bool:
    if below.number is not None or not below.text:
        return False
    if block.cell is not None:
        beside = (
            below.cell is not None
            and below.cell.row == block.cell.row
            and below.cell.table == block.cell.table
        )
        return (
            beside
            and block.cell.column == 0
            and bool((not block.text and block.number) or _BARE_CELL.match(block.text))
        )
    return not block.text and block.number is not None and below.cell is None and len(below.text) <= 110


def _headings(
    blocks: list[Block], chain: list[int], tail: int, roll: set[int], kind: Kind
) -> tuple[set[int], set[int]]:
    """The indexes of all headings, and of the blocks that are a table of contents."""
    after_roll = max((at for at in roll if at <= len(blocks) // 2), default=-1) + 1
    if not chain:
        start = after_roll or title_area(blocks)
        if kind == "notice":
            clocked = [at for at in range(start, len(blocks)) if read_clock(blocks[at].text)]
            clocked = clocked or _beside_clocks(blocks)
            if len(clocked) >= 3:
                return set(clocked), set()
            listed = _longest_list(blocks, start, tail)
            if len(listed) >= 3:
                return listed, set()
        found = find_headings(blocks, start, tail, roll)
        return set(found), _listed_before(blocks, found)
    headings = set(_with_parts(blocks, chain))
    headings |= set(_beside_chain(blocks, chain, tail, after_roll or title_area(blocks), roll))
    return headings, _contents(blocks, chain)


def _beside_clocks(blocks: list[Block]) -> list[int]:
    """The cells to the right of clock times in the first column of a programme."""
    return [
        at + 1
        for at, block in enumerate(blocks[:-1])
        if block.cell is not None
        and block.cell.column == 0
        and _LONE_CLOCK.match(block.text)
        and (beside := blocks[at + 1].cell) is not None
        and beside.row == block.cell.row
    ]


def _longest_list(blocks: list[Block], start: int, stop: int) -> set[int]:
    """The longest run of bullets: in a notice without numbers, its agenda."""
    best: list[int] = []
    run: list[int] = []
    for at in range(start, stop):
        run = [*run, at] if blocks[at].kind == "bullet" else []
        best = run if len(run) > len(best) else best
    return set(best)


def _beside_chain(blocks: list[Block], chain: list[int], tail: int, start: int, roll: set[int]) -> list[int]:
    """Unnumbered headings before the first and after the last number: of the same style as those, or heads
    of a usual matter.
    """
    level = blocks[chain[-1]].level
    found: list[int] = []
    for at in [*range(start, chain[0]), *range(chain[-1] + 1, tail)]:
        block = blocks[at]
        if at in roll or not could_head(block):
            continue
        if level is not None:
            if block.level == level:
                found.append(at)
        elif (
            block.gap
            and names_matter(block.text)
            and ":" not in block.text
            and not block.text.endswith("!")
            and at + 1 < tail
            and block.number is None
        ):
            found.append(at)
    return found


def _listed_before(blocks: list[Block], headings: list[int]) -> set[int]:
    """Bullets before the first heading that name what the headings repeat."""
    if not headings:
        return set()
    titles = {_folded(blocks[at].text) for at in headings}
    return {
        at for at in range(headings[0]) if blocks[at].kind == "bullet" and _folded(blocks[at].text) in titles
    }


def _contents(blocks: list[Block], chain: list[int]) -> set[int]:
    """Numbered blocks before the first item whose titles the items repeat."""
    titles = {_folded(blocks[at].text) for at in chain}
    return {
        at
        for at in range(chain[0])
        if blocks[at].number is not None and _folded(without_leader(blocks[at].text)) in titles
    }


def _folded(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def _with_parts(blocks: list[Block], chain: list[int]) -> list[int]:
    """The chain with the sub-numbers ("4.1") that stand between their item and the next."""
    inside: list[int] = []
    for place, at in enumerate(chain):
        inside.append(at)
        stop = chain[place + 1] if place + 1 < len(chain) else len(blocks)
        parent = blocks[at].number or ""
        for below in range(at + 1, stop):
            number = blocks[below].number
            if blocks[below].style in ("dotted", "sign") and number and number.startswith(parent + "."):
                inside.append(below)
    return inside


def _add_heading(found: Found, block: Block) -> None:
    end = _TITLE_END.search(block.text)
    rest: Block | None = None
    column = block.spread.find("\t", read_clock(block.text))
    lead = lead_end(block.text) if block.kind == "bullet" else 0
    if column > 2:
        block, rest = block.cut(column)
    elif lead and found.kind != "notice":
        block, rest = block.cut(lead)
    elif (
        end is not None
        and end.start() <= 90
        and not block.text[: end.start()].endswith((" kl", " nr", " ev", " v"))
    ):
        block, rest = block.cut(end.end())
    block.kind = "heading"
    found.blocks.append(block)
    found.parts.append("heading")
    found.numbers.append(block.number)
    found.titles.append(_title(block))
    if rest is not None and rest.text:
        found.blocks.append(rest)
        found.parts.append("body")


def _title(block: Block) -> str:
    """The title as written, without the colon or full stop behind it and, in a programme, the time before
    it.
    """
    text = block.text[read_clock(block.text) :] if block.number is None else block.text
    return text if text.endswith("...") else text.rstrip(" *:.").strip()


def _tail_start(blocks: list[Block], after: int) -> int:
    """The index of the first block of the signatures, or the number of blocks."""
    at = len(blocks)
    floor = max(after + 1, len(blocks) - 16)
    for index in range(len(blocks) - 1, floor - 1, -1):
        text = blocks[index].text
        if _TAIL.match(text) and len(text) < 120 and not text.endswith(".") and not names_matter(text):
            at = index
    while at < len(blocks) and at > after + 1 and _only_names(blocks[at - 1]) and not blocks[at].gap:
        at -= 1
    return at


def _only_names(block: Block) -> bool:
    """Whether the block holds nothing but names, as the line above the titles in signatures does."""
    text = block.text
    if (
        len(text) > 90
        or text.endswith((".", ":"))
        or block.number is not None
        or any(sign.isdigit() for sign in text)
    ):
        return False
    people = read_people(block.spread)
    return bool(people) and all(one.name and looks_like_person(one.name) for one in people)
