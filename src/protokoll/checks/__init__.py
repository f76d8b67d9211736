"""The checker: what a careful secretary would want to know before the minutes go out, as numbered problems.

``CHECKS`` is the ordered list; each check looks at one finished reading with its text and yields problems.
They keep silent where the document leaves room for doubt. The codes are listed in docs/checks.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from protokoll import dates
from protokoll.checks.attendance import (
    absent_members,
    both_present_and_absent,
    functionaries_present,
    who_signs,
)
from protokoll.checks.case import Case, Check, either, problem, said, short
from protokoll.checks.days import impossible_days, next_meeting, signed_before, weekdays
from protokoll.names import Directory
from protokoll.records import Problem, Reading
from protokoll.sayings.marks import read_mark, read_opening
from protokoll.text import Text
from protokoll.words.swedish import swedish

_NOTHING = swedish(
    r"^\W*(?:(?:frågan|ärendet|punkten|saken|det|detta)\s)?(?:diskuter|dialog|samtal|informera"
    r"|information\b|gicks igenom|gås igenom|(?:tas|togs) upp (?:igen|på nästa|vid nästa|senare)"
    r"|återkommer|vi återkommer"
    r"|(?:inget|ingen|inga|inte något|ej)\s(?:\w+\s)?(?:beslut|åtgärd|ställningstagande)\b|(?:inget"
    r"|ingen|inga)\W*$|avvakta|oklart|får vänta|skjuts (?:upp|på)|vi"
    r" (?:diskuterade|pratade|funderar)|fortsatt diskussion)",
    re.IGNORECASE,
)
_ATTENDANCE = swedish(r"\b(?:närvar|deltag|deltog|närv\b|med på mötet|på plats|beslutande)", re.IGNORECASE)
_ELECTION = swedish(
    r"(?:val av|utse|utseende av)\s+(?:mötes)?(?:sekreterare|ordförande|justerare|protokolljusterare)",
    re.IGNORECASE,
)


def find_problems(reading: Reading, text: Text, directory: Directory | None = None) -> tuple[Problem, ...]:
    """Run every check over minutes, in order; by line in the result.

    Other kinds of documents have no problems.
    """
    if reading.kind != "minutes":
        return ()
    case = Case(reading, text, directory)
    found = [problem for check in CHECKS for problem in check(case)]
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.code)))


# --- P1: the head and the agenda ---


def missing_head(case: Case) -> Iterator[Problem]:
    """P101 no date, P102 no place, P103 nobody listed as present."""
    reading = case.reading
    if reading.date is None:
        yield problem(
            "P101", "Datum för mötet saknas. Skriv det överst, gärna med veckodag och klockslag.", 1
        )
    if reading.place is None:
        yield problem(
            "P102",
            "Plats för mötet saknas. Skriv var ni möttes, eller att mötet var digitalt.",
            reading.lines.get("date", 1),
            "info",
        )
    if not reading.present and not any(_ATTENDANCE.search(line.text) for line in case.text.lines):
        yield problem("P103", "Ingen står som närvarande. Skriv vilka som var med och varifrån de kommer.", 1)


def times_of_the_meeting(case: Case) -> Iterator[Problem]:
    """P104: the meeting ends before it begins."""
    reading = case.reading
    if reading.start and reading.end and reading.end < reading.start:
        line = reading.lines.get("end", reading.lines.get("start", 1))
        yield problem(
            "P104",
            f"Mötet slutar ({reading.end}) innan det börjar ({reading.start}). Rätta klockslagen.",
            line,
        )


def numbers_of_items(case: Case) -> Iterator[Problem]:
    """P105 a number used twice, P106 a number left out."""
    numbered = [item for item in case.reading.items if item.number and item.number.isdigit()]
    seen: dict[str, int] = {}
    for item in numbered:
        if item.number in seen:
            yield problem(
                "P105",
                f"Punkt {item.number} finns två gånger (även rad {seen[str(item.number)]}). Numrera om.",
                item.line,
            )
        seen.setdefault(str(item.number), item.line)
    for one, two in pairwise(numbered):
        gap = int(str(two.number)) - int(str(one.number))
        missing = int(str(one.number)) + 1
        if 1 < gap <= 3 and not _is_told(case, missing):
            yield problem(
                "P106", f"Punkt {missing} saknas: efter {one.number} kommer {two.number}.", two.line
            )


def _is_told(case: Case, number: int) -> bool:
    """Whether the text speaks of the number ("§ 33 utgår"), so that its absence is no slip."""
    told = re.compile(rf"(?:§|\bpunkt(?:en)?)\s?{number}\b", re.IGNORECASE)
    return any(told.search(line.text) for line in case.text.lines)


# --- P3: promises ---


def promises(case: Case) -> Iterator[Problem]:
    """P301 nobody's, P302 without a day or meeting, P303 due before the meeting, P304 a name that may be
    several people.
    """
    for task in case.reading.assignments:
        if task.scope == "unassigned":
            yield problem(
                "P301",
                f"Uppdraget ”{short(task.text)}” har ingen ansvarig. Skriv vem som gör det.",
                task.line,
            )
        if task.due_kind == "open" and task.due_text is None:
            yield problem(
                "P302",
                f"Uppdraget ”{short(task.text)}” har varken dag eller möte. Skriv när det ska vara klart.",
                task.line,
                "info",
            )
        due = dates.settled(task.due)
        if (
            due is not None
            and case.day is not None
            and due < case.day
            and "W" not in str(task.due)
            and len(str(task.due)) == 10
        ):
            yield problem(
                "P303",
                f"Uppdraget ”{short(task.text)}” skulle vara klart {said(due)}, före mötet. Rätta datumet.",
                task.line,
            )
        for name, candidates in zip(task.assignees, task.candidates or (), strict=False):
            if len(candidates) > 1:
                yield problem("P304", f"{name} kan vara {either(candidates)}. Skriv hela namnet.", task.line)


# --- P5: decisions ---


def empty_decisions(case: Case) -> Iterator[Problem]:
    """P501: what stands behind "Beslut" says that nothing was decided."""
    told: set[int] = set()
    for decision in case.reading.decisions:
        if decision.explicit and not decision.formal and _NOTHING.match(decision.text):
            told.add(decision.line)
            yield problem(
                "P501",
                f"Under Beslut står ”{short(decision.text)}”, men det är inget beslut. Skriv vad ni "
                f"kom fram till, eller ta bort ordet.",
                decision.line,
            )
    for number, line in enumerate(case.text.lines, start=1):
        mark = (
            read_mark(line.text, read_opening(line.text).start) if "eslut" in line.text.casefold() else None
        )
        if mark is None or mark.kind != "decision" or not mark.colon or mark.alone or number in told:
            continue
        words = line.text[mark.start :]
        if _NOTHING.match(words) or not re.search(r"\w", words):
            yield problem(
                "P501",
                f"Under Beslut står ”{short(words)}”, men det är inget beslut. Skriv vad ni kom fram "
                f"till, eller ta bort ordet.",
                number,
            )


def elections_without_result(case: Case) -> Iterator[Problem]:
    """P502: an item that elects somebody, and nobody was elected."""
    reading = case.reading
    lines = [item.line for item in reading.items] + [len(case.text.lines) + 1]
    for item, end in zip(reading.items, lines[1:], strict=True):
        if not _ELECTION.match(item.title) or any(
            item.line <= decision.line < end for decision in reading.decisions
        ):
            continue
        told = any(
            case.text.lines[number - 1].text.strip()
            for number in range(item.line + 1, min(end, len(case.text.lines) + 1))
        )
        if not told:
            yield problem("P502", f"Under ”{short(item.title)}” står inte vem som valdes.", item.line)


CHECKS: tuple[Check, ...] = (
    missing_head,
    times_of_the_meeting,
    numbers_of_items,
    who_signs,
    absent_members,
    both_present_and_absent,
    functionaries_present,
    promises,
    weekdays,
    impossible_days,
    next_meeting,
    signed_before,
    empty_decisions,
    elections_without_result,
)
