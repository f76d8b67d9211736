"""A meeting's text cut up by its points: the lines between two headings as paragraphs, and what stands in
the margin beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MARK = re.compile(
    r"^\s*(?:[*_]{1,2})?"
    r"((?:Beslut|Uppdrag|Fråga|Att ta upp|Ansvarig|Överenskommelse|Rekommendation)\b[^:\n]{0,40}:)"
    r"(?:[*_]{1,2})?\s*",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^[A-ZÅÄÖ][\w()&/ -]{1,32}: "
)  # "Hjo: …": what begins with whose words it is stands by itself
BULLET = re.compile(r"^\s*(?:[-–•·*▪]|\[ ?[xX]?\])\s+")
SIGNING = re.compile(
    r"(?:\b(?:ordförande\w*|sekreterare\w*|justera\w*|mötesordförande|vid protokollet|underskrift\w*)\b"
    r"|[\W_\d])+",
    re.IGNORECASE,
)
DECORATION = re.compile(r"\*{2}|(?<!\w)_{2}|^#+\s*")
SHORT = 60  # characters: a line this short that does not end in mid-sentence ends its paragraph


@dataclass(slots=True)
class Paragraph:
    """Some lines as one piece of text; ``mark`` is the leading "Beslut:" where there is one; ``bullet`` a
    list's point.
    """

    text: str
    line: int
    mark: str = ""
    bullet: bool = False


@dataclass(slots=True)
class Section:
    """One point: its heading, its text, and what was decided and promised under it."""

    number: str
    title: str
    line: int
    paragraphs: list[Paragraph] = field(default_factory=list)
    decisions: list[dict[str, Any]] = field(default_factory=list)
    assignments: list[dict[str, Any]] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """Whether it is a heading alone, as in a notice."""
        return not (self.paragraphs or self.decisions or self.assignments)


def sections(
    items: Sequence[Mapping[str, Any]],
    *,
    decisions: Iterable[dict[str, Any]],
    assignments: Iterable[dict[str, Any]],
    body: str,
    text_id: int | None,
    layout: Mapping[str, Any],
    signers: Iterable[str] = (),
) -> list[Section]:
    """The points of a meeting in order; what belongs to none of them comes last, without a heading.

    The signatures of ``signers`` under the last point are left out: the page's head names them.
    """
    lines = body.split("\n")
    furniture = set(layout.get("furniture", ()))
    starts = [item["passage__first_line"] if item["passage__text_id"] == text_id else None for item in items]
    found: dict[Any, Section] = {}
    for at, item in enumerate(items):
        section = Section(item["number"], item["title"], starts[at] or 0)
        if starts[at]:
            end = next((start for start in starts[at + 1 :] if start), len(lines) + 1)
            first = (item["passage__last_line"] or starts[at]) + 1
            section.paragraphs = paragraphs(lines, first, end - 1, furniture)
        found[item["id"]] = section
    if found:
        _drop_signatures(list(found.values())[-1].paragraphs, signers)
    rest = Section("", "", 0)
    for row in decisions:
        found.get(row["item_id"], rest).decisions.append(row)
    for row in assignments:
        found.get(row["item_id"], rest).assignments.append(row)
    return [*found.values(), *([rest] if rest.decisions or rest.assignments else [])]


def _drop_signatures(found: list[Paragraph], signers: Iterable[str]) -> None:
    """Take away the last paragraphs that are nothing but names of signers and what they sign as."""
    names = sorted(set(signers), key=len, reverse=True)
    while found:
        text = found[-1].text
        for name in names:
            text = text.replace(name, " ")
        if SIGNING.sub("", text):
            return
        found.pop()


def paragraphs(lines: Sequence[str], first: int, last: int, furniture: set[int]) -> list[Paragraph]:
    """Lines ``first`` to ``last`` (1-based) as paragraphs; blank lines, bullets, marks, labels and short
    lines part them.
    """
    found: list[Paragraph] = []
    open_ended = False
    for number in range(first, min(last, len(lines)) + 1):
        raw = lines[number - 1]
        text = DECORATION.sub("", raw).strip()
        if number in furniture:
            continue
        if not text:
            open_ended = False
            continue
        mark, bullet = MARK.match(text), bool(BULLET.match(raw))
        if open_ended and not mark and not bullet and not LABEL.match(text):
            found[-1].text += f" {text}"
        else:
            label = mark[1] if mark else ""
            plain = text[mark.end() :] if mark else BULLET.sub("", text)
            found.append(Paragraph(plain, number, label, bullet))
        open_ended = (
            len(text) >= SHORT or text.endswith((",", "-")) or (bool(mark) and not text.endswith("."))
        )
    return found
