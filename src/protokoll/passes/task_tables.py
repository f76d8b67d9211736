"""Tasks in tables: columns for what, who and when, or a right-hand column with names beside running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from protokoll.draft import Draft
from protokoll.outline import Block, Outline, Row, Table
from protokoll.records import Assignment
from protokoll.sayings.actors import Actor, Cast, read_actor
from protokoll.sayings.commitments import read_commitments
from protokoll.sayings.conveners import convenes
from protokoll.sayings.due import OPEN, Due, read_due, read_when
from protokoll.sayings.marks import title_kind
from protokoll.words.swedish import swedish

_WHO = swedish(
    r"(?:ansvarig(?:a|t)?(?: person)?|ansvar|vem(?: gör)?|utförare|ägare|att göra|åtgärd|uppföljning"
    r"|utförs av|görs av)\W*$",
    re.IGNORECASE,
)
_WHAT = swedish(
    r"(?:vad|uppgift(?:er)?|aktivitet(?:er)?|åtgärd(?:er)?|uppdrag|att göra|ärende|punkt|beskrivning"
    r"|fråga|beslut och uppdrag|anteckning(?:ar)?|innehåll)\W*$",
    re.IGNORECASE,
)
_WHEN = swedish(
    r"(?:när|klart?(?: senast)?|deadline|datum|senast|tid(?:punkt)?|färdigt|slutdatum|klardatum)\W*$",
    re.IGNORECASE,
)
_STATUS = swedish(r"^(?:klart|klar|utförd|avslutad|färdig|gjort|genomförd)\W*$", re.IGNORECASE)


@dataclass(slots=True)
class TaskTables:
    """The assignments of the tables, and the blocks of their columns of doers and days."""

    records: list[Assignment] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)


def read_tables(outline: Outline, draft: Draft, cast: Cast, base: date | None) -> TaskTables:
    """The assignments of every table that has a column of doers."""
    found = TaskTables()
    for table in outline.tables:
        if _read_before(table, draft):
            continue
        columns = _columns(table, cast, draft)
        if columns is None:
            continue
        what, who, when, head = columns
        above: Block | None = None
        for row in table.rows[head:]:
            found.records.extend(_row(row, (what, who, when), above, outline, cast, base))
            for column in (who, when):
                if column is not None and column < len(row.cells):
                    found.blocks.update(block.index for block in row.cells[column])
            if row.cells[what : what + 1] and row.cells[what]:
                above = row.cells[what][-1]
    return found


def _read_before(table: Table, draft: Draft) -> bool:
    """Whether an earlier pass took the table: attendance, the head, a round."""
    told = [draft.claimant(block.first) for row in table.rows for cell in row.cells for block in cell]
    return sum(
        one in {"attendance", "present", "absent", "head", "round", "signatures"} for one in told
    ) * 2 > len(told)


def _columns(table: Table, cast: Cast, draft: Draft) -> tuple[int, int, int | None, int] | None:
    """Which columns hold what, who and when, and the number of heading rows; None for any other table."""
    if not table.rows:
        return None
    if _is_programme(table):
        return None
    for number, row in enumerate(table.rows[:3]):
        titles = row.texts
        who = [i for i, title in enumerate(titles) if _WHO.match(title.strip(" *"))]
        if not who or len(titles) < 2 or len(" ".join(titles)) > 90:
            continue
        what = [i for i, title in enumerate(titles) if _WHAT.match(title.strip(" *")) and i not in who[-1:]]
        when = [i for i, title in enumerate(titles) if _WHEN.match(title.strip(" *")) and i not in what]
        before = [i for i in what if i < who[-1]] or what
        place = before[-1] if before else max(who[-1] - 1, 0)
        if place != who[-1]:
            return place, who[-1], when[0] if when else None, number + 1
    return _unnamed(table, cast, draft)


_CLOCK = swedish(r"(?:kl\.?\s)?\d{1,2}[.:]\d\d\b")


def _is_programme(table: Table) -> bool:
    """Whether the table is an agenda with clock times in its first column: who speaks is no doer."""
    first = [row.texts[0] for row in table.rows[1:] if row.texts and row.texts[0].strip()]
    return bool(first) and sum(_CLOCK.match(text.strip()) is not None for text in first) * 2 > len(first)


def _unnamed(table: Table, cast: Cast, draft: Draft) -> tuple[int, int, int | None, int] | None:
    """A right-hand column without a title: few short cells, every one of them a doer."""
    width = max(len(row.cells) for row in table.rows)
    if width != 2:
        return None
    cells = [row.texts[1].strip() for row in table.rows if len(row.cells) > 1 and row.cells[1]]
    beside = [row for row in table.rows if row.cells[0] and len(row.cells) > 1 and row.cells[1]]
    if not cells or len(beside) < len(cells) * 0.5 or not all(_is_actor(cell, cast) for cell in cells):
        return None
    if sum(len(row.texts[0]) for row in beside) < 20 * len(beside):
        return None
    return 0, 1, None, 0


def _is_actor(cell: str, cast: Cast) -> bool:
    actor = read_actor(cell, 0, cast)
    return actor is not None and actor.kind != "maybe" and actor.end >= len(cell.rstrip(" .")) - 1


def _row(
    row: Row,
    columns: tuple[int, int, int | None],
    above: Block | None,
    outline: Outline,
    cast: Cast,
    base: date | None,
) -> Iterator[Assignment]:
    what, who, when = columns
    if len(row.cells) <= who or not row.cells[who]:
        return
    doers, task = row.texts[who].strip(" *"), row.cells[what] if what < len(row.cells) else ()
    done = any(_STATUS.match(text.strip()) for text in row.texts[who + 1 :])
    if not doers or doers in {"-", "–"} or _STATUS.match(doers) or done:
        return
    doers, told = _day_among(doers, base)
    cell = row.cells[who][0]
    stated = read_commitments(doers, cast)
    if stated:
        for one in stated:
            text = doers[one.start : one.end]
            if not convenes(text):
                yield _record(text, cell, one.actor, read_due(text, base), 0)
        return
    if task and task[-1].item is not None and title_kind(outline.items[task[-1].item].title) == "events":
        return
    if 1 < len(row.cells[who]) <= len(task):
        for left, doer in zip(task[-len(row.cells[who]) :], row.cells[who], strict=True):
            yield _record(left.text, left, _doers(doer.text, cast), read_due(left.text, base), 0)
        return
    block = _beside(task, cell) if task else above
    if block is None:
        return
    text, start = _sentence(block, cell, outline)
    due = (
        read_when(row.texts[when], base)
        if when is not None and when < len(row.cells) and row.cells[when]
        else OPEN
    )
    due = told if due is OPEN else due
    yield _record(text, block, _doers(doers, cast), read_due(text, base) if due is OPEN else due, start)


def _day_among(doers: str, base: date | None) -> tuple[str, Due]:
    """The doers of a cell that also says when ("Siavash, 31/10", "Petra, nästa möte"), and when."""
    told, names = OPEN, []
    for piece in re.split(r"[,;]\s*", doers):
        when = read_when(piece, base)
        if when.kind == "open":
            names.append(piece)
        elif told is OPEN:
            told = when
    return (", ".join(names), told) if names else (doers, OPEN)


def _beside(blocks: tuple[Block, ...], cell: Block) -> Block:
    """The block of the left cell that stands level with the name."""
    level = [block for block in blocks if block.first <= cell.first]
    return level[-1] if level else blocks[0]


def _sentence(block: Block, cell: Block, outline: Outline) -> tuple[str, int]:
    """The sentence on the name's line, else the last one of the block."""
    sentences = outline.sentences(block)
    level = [one for one in sentences if one.line <= cell.first <= one.end_line]
    chosen = (level or sentences)[-1] if sentences else None
    if chosen is None:
        return block.text, 0
    if len(sentences) <= 2 and not level:
        return block.text, 0
    return chosen.text, chosen.start


def _doers(doers: str, cast: Cast) -> Actor | None:
    actor = read_actor(doers, 0, cast)
    if actor is not None and actor.end >= len(doers) - 2:
        return actor
    names = tuple(
        name.strip(" .")
        for name in re.split(r",|\soch\s|\s?/\s?|\s&\s|\ssamt\s|;|\n", doers)
        if name.strip(" .")
    )
    if actor is not None and actor.kind == "everyone":
        return actor
    return Actor(0, len(doers), actor.kind if actor and actor.kind == "group" else "person", names)


def _record(text: str, block: Block, actor: Actor | None, due: Due, start: int) -> Assignment:
    return Assignment(
        item=block.item,
        text=text.strip(),
        assignees=actor.names if actor else (),
        scope=actor.scope if actor else "unassigned",
        due=due.day,
        due_text=due.text,
        due_kind=due.kind,
        explicit=True,
        line=block.line_of(start),
        end_line=block.line_of(start + max(len(text) - 1, 0)),
    )
