"""A charter's goals with their tasks, and the duties it gives to roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from protokoll.draft import Draft
from protokoll.layout import sentences
from protokoll.outline import Outline, Table
from protokoll.records import Duty, Goal
from protokoll.sayings import charter_lines as lines
from protokoll.sayings.charter_lines import Entry
from protokoll.words import vocabulary
from protokoll.words.swedish import swedish

_LEADS_TO_DUTIES = swedish(r"\b(?:ansvarar för(?: att)?|ska|skall|i uppgift(?: att)?)\W*$", re.IGNORECASE)
_SHORT = 9  # words: longer lines are no headings


def read(outline: Outline, draft: Draft) -> None:
    """Add goals and duties, in charters only."""
    if draft.get("kind") != "charter":
        return
    reader = _Reader(lines.entries(outline.blocks))
    reader.run()
    for goal in reader.goals:
        draft.add(
            "goals",
            Goal(
                number=goal.number,
                title=goal.title,
                tasks=tuple(goal.tasks),
                line=goal.first,
                end_line=goal.last,
            ),
        )
    for duty in reader.duties:
        draft.add("duties", duty)
    for table in outline.tables:
        for duty in _table(table):
            draft.add("duties", duty)


@dataclass(slots=True)
class _Goal:
    number: str | None
    title: str
    first: int
    last: int
    tasks: list[str] = field(default_factory=list)


class _Reader:
    """Goes through the lines once: which part is open decides what a line is."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries
        self.goals: list[_Goal] = []
        self.duties: list[Duty] = []
        self.goal: _Goal | None = None
        self.role: str | None = None
        self.part: str | None = None
        matches = [lines.GOAL.match(entry.text) for entry in entries]
        self.labelled = any(
            match is not None and (match["number"] or entry.text.rstrip().casefold().startswith("mål:"))
            for match, entry in zip(matches, entries, strict=True)
        )

    def run(self) -> None:
        """Read every line."""
        for index, entry in enumerate(self.entries):
            following = self.entries[index + 1] if index + 1 < len(self.entries) else None
            if not (self._labelled_goal(entry) or self._heading(entry, following)):
                self._inside(entry)

    def _labelled_goal(self, entry: Entry) -> bool:
        match = lines.GOAL.match(entry.text)
        if match is None or not (match["number"] or re.match(r"mål\s?:", entry.text, re.IGNORECASE)):
            return False
        if len(entry.text.split()) > 20 or (not match["number"] and not match["title"]):
            return False
        self._open_goal(match["number"], match["title"].strip(" *:.–-"), entry)
        return True

    def _open_goal(self, number: str | None, title: str, entry: Entry) -> None:
        self.goal = _Goal(number, title, entry.first, entry.last)
        self.goals.append(self.goal)
        self.role, self.part = None, "goals"

    def _heading(self, entry: Entry, following: Entry | None) -> bool:
        """A line that opens a part, a role, or (in a list of goals) an unlabelled goal."""
        text = re.sub(r"\s\([^)]*\)", "", entry.text).strip(" *")
        if entry.block.kind == "bullet" or len(text.split()) > _SHORT or text.endswith((".", ",", ";")):
            return False
        if lines.ROLES_PART.match(text):
            self.goal, self.role, self.part = None, None, "roles"
        elif lines.OTHER_PART.match(text) and not self._next_number(entry):
            self.goal, self.role, self.part = None, None, None
        elif (role := lines.ROLE_HEADING.match(text)) and self._opens_role(entry, text, following):
            self.goal, self.part = None, "roles"
            self.role = lines.base_role(role["a"] or role["b"] or role["c"])
        elif self.goal is not None and not self.goal.title:
            self.goal.title, self.goal.last = text.rstrip(":"), entry.last
        elif lines.GOALS_PART.match(text):
            self.goal, self.role, self.part = None, None, "goals"
        elif self.part == "goals" and not self.labelled and self._opens_goal(entry, following):
            self._open_goal(entry.block.number, text.rstrip(":"), entry)
        else:
            return False
        return True

    def _next_number(self, entry: Entry) -> bool:
        """Whether a numbered line carries on the numbers of the goals ("3. Uppföljning")."""
        last = self.goal.number if self.goal else None
        return (
            last is not None and last.isdigit() and entry.block.value == int(last) + 1 and not self.labelled
        )

    def _opens_role(self, entry: Entry, text: str, following: Entry | None) -> bool:
        """A lone role is a heading where roles are listed; "Uppdrag ordförande:" is one anywhere."""
        if _LEADS_TO_DUTIES.search(text) and following is not None:
            return True
        if (
            re.match(r"(?:uppdrag|roll|ansvar|uppgift|åtagande)", text, re.IGNORECASE)
            or self.part == "roles"
            or text.endswith(":")
        ):
            return following is not None
        return following is not None and following.block.kind == "bullet" and self.part != "goals"

    def _opens_goal(self, entry: Entry, following: Entry | None) -> bool:
        if entry.block.style == "dotted":
            return False
        if entry.block.kind == "numbered" and self.goal is not None and self.goal.number is None:
            return False
        if entry.block.kind == "numbered":
            return True
        heading = entry.block.kind == "heading" or entry.block.bold or entry.block.marked
        return heading or (
            following is not None and following.block.kind == "bullet" and entry.text[0].isupper()
        )

    def _inside(self, entry: Entry) -> None:
        if self.goal is not None:
            self._task(entry)
        elif self.role is not None:
            self._duty(entry)
        else:
            self._spoken_duties(entry)

    def _task(self, entry: Entry) -> None:
        assert self.goal is not None
        word = entry.text.split(None, 1)[0].casefold() if entry.text.split() else ""
        to_do = word in vocabulary.DEEDS_INFINITIVE or (
            word.endswith("a") and word not in {"alla", "inga", "denna", "dessa", "flera", "ska", "båda"}
        )
        if (
            entry.listed
            or entry.block.number is not None
            or (to_do and not entry.text.rstrip().endswith("."))
        ):
            self.goal.tasks.append(entry.text.strip(" *"))
            self.goal.last = entry.last
        elif not self.goal.title:
            self.goal.title, self.goal.last = entry.text.strip(" *"), entry.last
        elif lines.ROLE_SENTENCE.match(entry.text):
            self.goal = None
            self._spoken_duties(entry)

    def _duty(self, entry: Entry) -> None:
        if lines.ROLE_SENTENCE.match(entry.text):
            self._spoken_duties(entry)
            return
        if (
            not entry.listed
            and re.match(r"(?:nätverket|gruppen|uppdraget|rådet)\s", entry.text, re.IGNORECASE)
            and entry.block.gap
        ):
            self.role = None
            return
        assert self.role is not None
        for start, end in [(0, len(entry.text))] if entry.listed else sentences.split(entry.text):
            self._add(self.role, entry.text[start:end], entry, start)

    def _spoken_duties(self, entry: Entry) -> None:
        """ "Ordföranden ansvarar för …", one duty per sentence."""
        for start, end in sentences.split(entry.text):
            match = lines.ROLE_SENTENCE.match(entry.text, start, end)
            if match is not None and not re.match(
                r"(?:kommun|nätverk|kansli|styrgrupp|arbetsgrupp)", match["role"], re.IGNORECASE
            ):
                self._add(lines.base_role(match["role"]), entry.text[match.end() : end], entry, match.end())

    def _add(self, role: str, text: str, entry: Entry, start: int) -> None:
        if text.strip():
            first = entry.block.line_of(start) if entry.last == entry.block.last else entry.first
            self.duties.append(
                Duty(
                    role=role,
                    text=text.strip(" *"),
                    recipient=lines.recipient(text),
                    line=first,
                    end_line=max(entry.last, first),
                )
            )


def _table(table: Table) -> list[Duty]:
    """Duties of a table with a column of roles."""
    if not table.rows:
        return []
    titles = [title.strip(" *") for title in table.rows[0].texts]
    role = next((i for i, title in enumerate(titles) if lines.ROLE_TITLE.match(title)), None)
    task = next((i for i, title in enumerate(titles) if lines.TASK_TITLE.match(title) and i != role), None)
    to = next(
        (i for i, title in enumerate(titles) if lines.TO_TITLE.match(title) and i not in {role, task}), None
    )
    if role is None or task is None:
        return []
    found: list[Duty] = []
    name = ""
    for row in table.rows[1:]:
        if len(row.cells) <= max(role, task):
            continue
        name = row.texts[role].strip(" *:") or name
        where = row.texts[to].strip() or None if to is not None and to < len(row.cells) else None
        for block in row.cells[task]:
            for start, end in sentences.split(block.text):
                text = block.text[start:end]
                found.append(
                    Duty(
                        role=lines.base_role(name),
                        text=text,
                        recipient=where or lines.recipient(text),
                        line=block.line_of(start),
                        end_line=block.line_of(end - 1),
                    )
                )
    return found
