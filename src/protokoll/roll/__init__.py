"""Where the attendance stands: lists under "Närvarande" and "Frånvarande" in every habit, and sentences
that say who was away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protokoll.layout.blocks import Block
from protokoll.layout.sections import names_section
from protokoll.layout.tables import tables_of
from protokoll.people import Entry, read_people
from protokoll.roll.tables import Grid, columns_of, grid_of, tells_attendance
from protokoll.words.given_names import is_given_name
from protokoll.words.people import NOBODY
from protokoll.words.roll import (
    AWAY,
    BRACKETS,
    COLUMN_HEADS,
    EXCEPT,
    FINITE,
    FOR,
    GUESTS,
    HINTS,
    INNER,
    JOINS,
    LAST_PIECE,
    MEMBERS,
    META,
    OFFICE,
    OFFICE_LINE,
    RELATIVE,
    SENTENCE,
    SUBJECT,
    WORD,
    Status,
    head_of,
)
from protokoll.words.swedish import holds_any


@dataclass(frozen=True, slots=True)
class RollPart:
    """One stretch of the attendance: a block (from ``start`` to ``end`` of its text) whose people have
    ``status``.

    ``group`` is the organisation that stands as a heading above the names.
    """

    block: Block
    start: int
    end: int
    status: Status
    group: str | None = None


def listed(block: Block) -> str:
    """The text of a block as a list: where a line begins with a person and the one above had ended, a
    semicolon stands.
    """
    text = block.spread
    if len(block.rows) == 1:
        return text
    for start in block.starts[1:]:
        before = LAST_PIECE.search(text, 0, max(start - 1, 0))
        opens = WORD.match(text, start)
        if before is None or opens is None or not is_given_name(opens.group()):
            continue
        piece = before.group().strip()
        if JOINS.search(piece):
            continue
        if len(piece.split()) > 1 or piece[:1].islower() or piece.endswith(")"):
            text = text[: start - 1] + ";" + text[start:]
    return text


def is_list(text: str) -> bool:
    """Whether the text is nothing but people or organisations with their roles (or says that there are
    none).
    """
    if not text or len(text) > 4000:
        return False
    if NOBODY.fullmatch(text):
        return True
    entries = read_people(text)
    if not entries or FINITE.search(BRACKETS.sub("", text)):
        return False
    told = sum(len(one.name or "") + len(one.organisation or "") + len(one.role or "") for one in entries)
    told += sum(
        len(one.substitute_for or "") + 14 * (one.part is not None) + 34 * (one.substitute_for is not None)
        for one in entries
    )
    return told * 2 >= len(text) - 8 and all(len((one.role or "").split()) <= 6 for one in entries)


class _Finder:
    """Walks through blocks once, keeping the status of the list that is open."""

    def __init__(self, blocks: Sequence[Block], tables: dict[int, Status]) -> None:
        self.blocks = blocks
        self.parts: list[RollPart] = []
        self.status: Status | None = None
        self.group: str | None = None
        self.row: tuple[int, int] | None = None  # the row of a table whose first cell is the heading
        self.bare = -1  # the place of the block below a heading with no list of its own
        self.heads: set[int] = set()
        self.tables = tables
        self.grids: list[Grid] = []
        self.laid = -1  # the place of the last line of a grid

    def run(self) -> None:
        for at, block in enumerate(self.blocks):
            if block.cell is not None and self._in_table(at, block, block.cell.table):
                continue
            if at <= self.laid or self._lays_grid(at, block):
                continue
            if not self._opens(at, block) and not self._goes_on(at, block):
                self._prose(block)
                self.status = None

    def _lays_grid(self, at: int, block: Block) -> bool:
        """Whether lines set in columns begin here, under a line that names the columns."""
        heads = block.spread.split("\t")
        if block.cell is not None or len(heads) < 2 or columns_of(heads) is None:
            return False
        rows = [(block.first, tuple(heads))]
        for below in self.blocks[at + 1 :]:
            if below.gap or ("\t" not in below.spread and below.indent < 12):
                break
            bullet = (
                [below.label or ""] if below.kind == "bullet" else [""] if "\t" not in below.spread else []
            )
            rows.append((below.first, (*bullet, *(part.strip() for part in below.spread.split("\t")))))
        if not tells_attendance(rows):
            return False
        self.laid = at + len(rows) - 1
        self.heads.update(one.index for one in self.blocks[at : self.laid + 1])
        self.grids.append(rows)
        return True

    def _in_table(self, at: int, block: Block, table: int) -> bool:
        """Whether the block is a cell of a table that stands under a heading of attendance."""
        if table not in self.tables:
            if self.status is None or at != self.bare or self.blocks[at - 1].cell is not None:
                return False
            self.tables[table] = self.status
        self.heads.add(block.index)
        return True

    def _opens(self, at: int, block: Block) -> bool:
        found = head_of(block.text)
        if found is None:
            return False
        status, start, set_off = found
        status = status or self._status_of_group(block.text, start)
        rest = block.text[start:]
        if rest and COLUMN_HEADS.match(block.spread[start:]):
            rest = ""
        if (
            status is None
            or (rest and not set_off and not is_list(listed(block)[start:]))
            or (not rest and not self._list_below(at))
        ):
            return False
        if (
            rest
            and set_off
            and not is_list(listed(block)[start:])
            and not read_people(rest)
            and not re.search(r"\d", rest)
        ):
            return False
        told = FOR.match(block.text)
        self.status, self.group = status, told.group(1) if told is not None else None
        self.heads.add(block.index)
        self.bare = at + 1 if not rest else -1
        cell = block.cell
        beside = self.blocks[at + 1].cell if at + 1 < len(self.blocks) else None
        in_row = (
            cell is not None
            and cell.column == 0
            and beside is not None
            and beside.row == cell.row
            and not rest
        )
        self.row = (cell.table, cell.row) if cell is not None and in_row else None
        self._split(block, start if rest else len(block.text))
        return True

    def _status_of_group(self, text: str, start: int) -> Status | None:
        """The status under a heading that tells none: guests and officials were there, members as those
        above.
        """
        colon = text[:start].rstrip().endswith(":")
        alone = start >= len(text)
        if self.status is not None and not ((colon or alone) and GUESTS.match(text)):
            return self.status
        return "present" if colon or (alone and (GUESTS.match(text) or MEMBERS.match(text))) else None

    def _split(self, block: Block, start: int) -> None:
        """Take the stretches of one block: "Närvarande: A, B. Frånvarande: C" are two."""
        cuts = [found.end() for found in INNER.finditer(block.text, start) if found.end() > start]
        for end in [*cuts, len(block.text)]:
            if end > start:
                self._sentences(block, start, end)
            following = head_of(block.text[end:]) if end < len(block.text) else None
            if following is not None:
                self.status = following[0] or self.status
                start = end + following[1]

    def _sentences(self, block: Block, start: int, end: int) -> None:
        """One stretch; its sentences that tell who was away are absent, other sentences with a verb are
        left out.
        """
        assert self.status is not None
        for found in SENTENCE.finditer(block.text[start:end]):
            piece = found.group()
            at = start + found.start()
            bare = BRACKETS.sub("", piece)
            who = absent_in(piece) if ":" not in bare and ";" not in bare else None
            if who is not None:
                self.parts.append(RollPart(block, at + who[0], at + who[1], "absent"))
            elif found.start() == 0 or not (FINITE.search(bare) or OFFICE.match(piece)):
                self.parts.append(
                    RollPart(block, at, at + len(RELATIVE.sub("", piece)), self.status, self.group)
                )

    def _goes_on(self, at: int, block: Block) -> bool:
        if self.status is None or not self._may_go_on(at, block):
            return False
        entries = read_people(block.spread)
        if self._heads_names(at, entries):
            self.group = entries[0].organisation
            self.heads.add(block.index)
            return True
        if any(one.organisation for one in entries) and not any(one.name for one in entries):
            self.group = None
        if COLUMN_HEADS.match(block.text):
            self.heads.add(block.index)
        else:
            self._split(block, 0)
        return True

    def _may_go_on(self, at: int, block: Block) -> bool:
        """Whether the block stands where the list does, opens no other part, and is a list itself."""
        before = self.blocks[at - 1]
        same_table = (block.cell and block.cell.table) == (before.cell and before.cell.table)
        if block.level is not None or META.match(block.spread) or self._leaves_row(block) or not same_table:
            return False
        if names_section(block.text) and head_of(block.text) is None:
            return False
        if self.status == "absent" and OFFICE_LINE.match(block.text):
            return False
        return is_list(listed(block)) and not (block.gap and block.cell is None and not _sure(block.text))

    def _leaves_row(self, block: Block) -> bool:
        """Whether a list that stands beside its heading in a table ends here: a further row has a heading
        of its own.
        """
        if self.row is None:
            return False
        return block.cell is None or (
            (block.cell.table, block.cell.row) != self.row and block.cell.column == 0
        )

    def _heads_names(self, at: int, entries: list[Entry]) -> bool:
        """Whether one organisation alone stands above names that tell no organisation of their own."""
        above = self.blocks[at].text.rstrip(" :")
        if len(entries) != 1 or entries[0].name or entries[0].end < len(above) or at + 1 >= len(self.blocks):
            return False
        below = self.blocks[at + 1]
        if below.gap and not entries[0].empty:
            return False
        if NOBODY.fullmatch(below.text):
            return True
        people = read_people(listed(below)) if is_list(listed(below)) else []
        return bool(people) and all(one.name and not one.organisation for one in people)

    def _list_below(self, at: int) -> bool:
        if at + 1 >= len(self.blocks):
            return False
        below = self.blocks[at + 1]
        if below.cell is not None and self.blocks[at].cell is None:
            return True
        return is_list(listed(below)) or head_of(below.text) is not None

    def _prose(self, block: Block) -> None:
        """Sentences of running text: "Med var Anna Ek från Hjo och Bo Al. Vara hade lämnat återbud"."""
        if len(block.text) > 1200 or not holds_any(block.text, HINTS):
            return
        near = bool(self.parts) and block.index - self.parts[-1].block.index <= 2
        for found in SENTENCE.finditer(block.text):
            piece = RELATIVE.sub("", found.group().strip())
            at = found.start() + len(found.group()) - len(found.group().lstrip())
            head = head_of(piece)
            if (
                head is not None
                and head[0] == "present"
                and is_list(piece[head[1] :].rstrip("."))
                and " " in piece[: head[1]].strip()
            ):
                self.parts.append(RollPart(block, at + head[1], at + len(piece), "present"))
                near = True
                continue
            who = absent_in(piece) if near else None
            if who is not None:
                self.parts.append(RollPart(block, at + who[0], at + who[1], "absent"))


def _sure(text: str) -> bool:
    """Behind a gap only what cannot be a title goes on with the list."""
    if text.isupper() and not any(sign in text for sign in ",(;") and len(text.split()) > 1:
        return False
    entries = read_people(text)
    return any(
        (one.name and (one.organisation or " " in one.name)) or (one.organisation and not one.name)
        for one in entries
    )


def absent_in(sentence: str) -> tuple[int, int] | None:
    """Where a sentence names those who were away, or None: "Köping och Kungsör hade lämnat återbud"."""
    found = EXCEPT.match(sentence.strip())
    if found is not None:
        shift = len(sentence) - len(sentence.lstrip())
        return found.start("who") + shift, found.end("who") + shift
    if not AWAY.search(sentence):
        return None
    found = SUBJECT.match(sentence)
    if found is None or not read_people(found.group("who")):
        return None
    return found.span("who")


def _columns_first(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with those tables read column by column whose first row heads two lists side by side."""
    ordered: list[Block] = []
    table: list[Block] = []
    for block in [*blocks, None]:
        if (
            block is not None
            and block.cell is not None
            and (not table or table[0].cell is None or table[0].cell.table == block.cell.table)
        ):
            table.append(block)
            continue
        if table:
            row = [one for one in table if one.cell and table[0].cell and one.cell.row == table[0].cell.row]
            if len(row) > 1 and all(
                (head := head_of(one.text)) is not None and head[1] >= len(one.text) for one in row
            ):
                table.sort(key=lambda one: (one.cell.column, one.cell.row) if one.cell else (0, 0))
            ordered.extend(table)
            table = []
        if block is not None:
            (table if block.cell is not None else ordered).append(block)
    return ordered


@dataclass(frozen=True, slots=True)
class Roll:
    """The stretches of attendance in order, the indexes of all their blocks, and the tables that stand
    under such a heading.
    """

    parts: list[RollPart]
    blocks: set[int]
    tables: dict[int, Status]
    grids: list[Grid]


def find_roll(blocks: Sequence[Block]) -> Roll:
    """Find the attendance in these blocks."""
    tables: dict[int, Status] = {
        table.number: "present" for table in tables_of(blocks) if tells_attendance(grid_of(table))
    }
    finder = _Finder(_columns_first(blocks), tables)
    finder.run()
    return Roll(
        finder.parts, finder.heads | {part.block.index for part in finder.parts}, finder.tables, finder.grids
    )
