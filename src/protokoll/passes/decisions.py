"""Decisions: marked lines, att-clauses under "… beslutar", and sentences that settle something."""

from __future__ import annotations

import re

from protokoll.draft import Draft
from protokoll.outline import Outline
from protokoll.records import Decision
from protokoll.sayings import settling
from protokoll.sayings.actors import Cast, cast_of
from protokoll.sayings.commitments import read_commitments
from protokoll.sayings.parts import Part, parts_of, sentences_of
from protokoll.words.swedish import holds_any, swedish

# Parts of the verbs of deciding, without å, ä and ö: a sentence that holds none of them is no decision.
_HINTS = (
    "besl", "ena", "verens", "enig", "ense", "best", "fastst", "godk", "anta", "antog", "lj", "vald",
    "utse", "uts", "bifall", "bif", "avsl", "bakom", "rekommend", "styrk", "bevilj", "bordl", "remit",
    "rl", "inr", "nsk", "upps", "gs upp", "ger upp", "handlingarna", "lls in", "js", "nks", "upph",
    "fann", "kom fram", "samsyn", "landa", "vi ", "klubben", "reningen ", "styrelsen ", "tverket ",
    "gruppen ", "det ", "tet ", "samverkan ", "kommitt", "ndrad",
)  # fmt: skip
_CLAUSE = swedish(r"(?:[-–•*]\s*)?(?=att\b)", re.IGNORECASE)


def read(outline: Outline, draft: Draft) -> None:
    """Add the decisions of this body; what others decided and what was only proposed stays prose."""
    if draft.get("kind") in {"notice", "charter"}:
        return
    own = settling.own_names(draft.get("body"))
    cast = cast_of(outline, draft)
    opened: int | None = None  # the item in which a line such as "Rådet beslutar" waits for its clauses
    lone: Part | None = None  # "att" set in a column of its own before its clause
    for part in parts_of(outline, draft):
        if part.words.strip() in {"att", "Att"} and (opened is not None or part.mode == "decision"):
            lone = part
            continue
        if lone is not None:
            _add_split(draft, lone, part)
            lone = None
            continue
        clause = part.is_clause or part.block.kind == "bullet" or part.block.style in _LISTED
        if part.mark is not None and part.mark.alone:
            opened = None
        elif opened is not None and part.item == opened and clause and part.mark is None:
            _add(draft, part, part.words, explicit=True)
        elif not part.round and part.mode != "topics" and settling.opens_clauses(part.words, own):
            opened = part.item
        else:
            opened = part.item if _ends_opening(part, outline, own) else None
            _read_part(part, draft, outline, own, cast)


_LISTED = frozenset({"stop", "paren", "letter"})


def _ends_opening(part: Part, outline: Outline, own: settling.OwnNames) -> bool:
    """Whether a paragraph ends in "Styrelsen beslutade", so that clauses follow."""
    if part.round or part.mode == "topics" or part.words.rstrip()[-1:] in {".", "!", "?", ""}:
        return False
    last = sentences_of(outline, part)[-1:]
    return bool(last) and settling.opens_clauses(last[0].text, own)


def _add_split(draft: Draft, lead: Part, part: Part) -> None:
    """The clause whose "att" stands apart from it."""
    text = part.words.strip(" *_").rstrip(",;")
    block = part.block
    draft.add(
        "decisions",
        Decision(
            item=part.item,
            text=f"att {text}",
            line=lead.block.first,
            end_line=block.line_of(part.start + len(text) - 1),
            explicit=True,
            formal=settling.is_formal(text),
        ),
    )


def _read_part(part: Part, draft: Draft, outline: Outline, own: settling.OwnNames, cast: Cast) -> None:
    """A block behind or under a mark, or of running text."""
    if part.mode == "decision" and (part.fresh or not _hands_out(part, cast)):
        _marked(part, draft, outline)
    elif part.mode not in {"proposal", "question", "topics"} and _is_prose(part) and not part.round:
        _prose(part, draft, outline, own)


def _marked(part: Part, draft: Draft, outline: Outline) -> None:
    """Everything behind or under a mark: each att-clause, bullet or sentence is one decision."""
    words = part.words
    if settling.decides_nothing(words) or settling.opens_clauses(words, None):
        return
    if part.is_clause or part.block.kind in {"bullet", "numbered"}:
        _add(draft, part, words, explicit=True)
        return
    for number, sentence in enumerate(sentences_of(outline, part)):
        if number and part.mark is not None and sentence.start in part.block.starts:
            break  # a line of its own below the marked one
        _add(draft, part, sentence.text, explicit=True, at=sentence.start)


def _is_prose(part: Part) -> bool:
    """Running text, in a table's cells too when they hold sentences."""
    return part.block.cell is None or len(part.words.split()) >= 3


def _hands_out(part: Part, cast: Cast) -> bool:
    """Whether a plain line under "Beslut" makes somebody act, which is an assignment rather than one more
    decision.
    """
    if part.is_clause or (part.block.kind in {"bullet", "numbered"} and not part.words.startswith("@")):
        return False
    return any(one.actor is not None and not one.stated for one in read_commitments(part.words, cast))


def _prose(part: Part, draft: Draft, outline: Outline, own: settling.OwnNames) -> None:
    for sentence in sentences_of(outline, part):
        if holds_any(sentence.text, _HINTS) and settling.settles(sentence.text, own):
            _add(draft, part, sentence.text, explicit=False, at=sentence.start)


def _add(draft: Draft, part: Part, text: str, *, explicit: bool, at: int | None = None) -> None:
    start = part.start if at is None else at
    lead = _CLAUSE.match(text)
    if lead:
        text, start = text[lead.end() :], start + lead.end()
    text = re.sub(r",?\s(?:samt|och)\s*$|[,;]\s*$", "", text.strip(" *_"))
    if not text or settling.opens_clauses(text, None):
        return
    draft.add(
        "decisions",
        Decision(
            item=part.item,
            text=text,
            line=part.block.line_of(start),
            end_line=part.block.line_of(start + len(text) - 1),
            explicit=explicit,
            formal=settling.is_formal(text),
        ),
    )
