"""Assignments: who is to do what by when, from marked lines, boxes, task lists, and sentences that make
somebody act.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from protokoll import dates
from protokoll.draft import Draft
from protokoll.outline import Outline, Sentence
from protokoll.passes.task_tables import read_tables
from protokoll.records import Assignment, Scope
from protokoll.sayings import commitments, conveners
from protokoll.sayings.actors import Actor, Cast, cast_of, read_actor
from protokoll.sayings.due import OPEN, Due, read_due, read_when
from protokoll.sayings.parts import Part, parts_of, sentences_of
from protokoll.words.swedish import swedish

_OWNER_BEHIND = swedish(
    r"[\s.,;(–-]*\b(?:ansvarig(?:a|t)?|ansvar|utförare|görs av|utförs av)\s?:\s*(?=\S)", re.IGNORECASE
)
_DONE_BY = swedish(
    r"^(?:(?:uppdraget|det|detta|arbetet|svar|redovisning"
    r"|underlaget)\s)?(?:ska\s(?:vara\s)?)?(?:klar[ta]?|färdig[ta]?|redovisas|levereras|deadline|görs"
    r"|slutförs|sista dag)\b[\s:]",
    re.IGNORECASE,
)
_NAMES_BEHIND = swedish(
    r"\s(?:[–—-]|→|=>)\s(?P<dash>[^–—.]{2,60})\.?$|\s\((?P<bracket>[^()]{2,60})\)\.?$"
    r"|/(?P<slash>[A-ZÅÄÖ][\w-]+)\.?$"
)
_RIGHT = swedish(r"\S(?:\s{4,}|\t+)(?P<who>[A-ZÅÄÖ@]\S[^\n]{1,50})$")
_WORD = swedish(r"\w")


@dataclass(slots=True)
class Task:
    """An assignment while its parts are still being gathered from the lines around it."""

    part: Part
    start: int
    text: str
    actor: Actor | None
    explicit: bool
    due: Due = OPEN
    names: tuple[str, ...] = field(default=())

    @property
    def scope(self) -> Scope:
        """The contract's scope of the actor, unassigned without one."""
        return self.actor.scope if self.actor else "unassigned"

    def record(self) -> Assignment:
        """The finished record."""
        block = self.part.block
        return Assignment(
            item=self.part.item,
            text=self.text,
            assignees=self.actor.names if self.actor else (),
            scope=self.scope,
            due=self.due.day,
            due_text=self.due.text,
            due_kind=self.due.kind,
            explicit=self.explicit,
            line=block.line_of(self.start),
            end_line=block.line_of(self.start + max(len(self.text) - 1, 0)),
        )


def read(outline: Outline, draft: Draft) -> None:
    """Add what the text hands out. A charter's standing duties and a notice's wishes are none."""
    if draft.get("kind") == "charter":
        return
    reader = _Reader(outline, draft)
    tables = read_tables(outline, draft, reader.cast, reader.base)
    reader.tabled = {
        line for one in tables.records for line in range(one.line, (one.end_line or one.line) + 1)
    }
    for part in parts_of(outline, draft):
        if part.block.index not in tables.blocks and (
            part.block.cell is None or len(part.words.split()) >= 3
        ):
            reader.take(part)
    for record in (*tables.records, *(task.record() for task in reader.tasks)):
        draft.add("assignments", record)


class _Reader:
    """Goes through the parts in order; a line "Ansvarig: …" or "Klart …" completes the task before it."""

    def __init__(self, outline: Outline, draft: Draft) -> None:
        self.outline = outline
        self.cast: Cast = cast_of(outline, draft)
        self.base: date | None = dates.settled(draft.get("date"))
        if draft.get("kind") == "notice" and self.base is not None:
            self.base -= _NOTICE  # what a notice asks for is due before its meeting
        self.tasks: list[Task] = []
        self.before: Part | None = None
        self.tabled: set[int] = set()  # lines of tasks that a table's column of names has handed out

    def take(self, part: Part) -> None:
        """Read one block."""
        kind = part.mark.kind if part.mark else None
        if part.mark is not None and part.mark.alone and kind != "owner":
            return
        if kind == "owner":
            self._owner(part)
        elif kind == "due":
            self._due(part.words)
        elif part.box == "done" or part.mode in {"topics", "proposal"} or _FUNCTIONARIES.match(part.title):
            pass
        elif kind == "task" or part.mode == "task" or part.box == "open":
            self._listed(part)
        else:
            self._prose(part)
        self.before = part

    # --- completing what stood before ---

    def _owner(self, part: Part) -> None:
        actor = read_actor(part.words, 0, self.cast) or _whoever(part.words)
        last = self.tasks[-1] if self.tasks else None
        if (
            last is not None
            and last.part.item == part.item
            and last.actor is None
            and self._adjoins(last, part)
        ):
            last.actor, last.explicit = actor, True
        elif (
            self.before is not None
            and self.before.item == part.item
            and self.before.mode not in {"decision", "topics"}
        ):
            sentence = self._sentences(self.before)[-1:]
            for one in sentence:
                self._add(self.before, one.start, one.text, actor, explicit=True)

    def _adjoins(self, task: Task, part: Part) -> bool:
        return 0 <= part.block.first - task.part.block.last <= 3

    def _due(self, words: str) -> None:
        if self.tasks and self.tasks[-1].due is OPEN:
            self.tasks[-1].due = read_when(words, self.base)

    # --- marked and listed tasks ---

    def _listed(self, part: Part) -> None:
        """A task behind a mark, in a box or in a list of tasks: always one, whoever does it."""
        words, start = part.words, part.start
        if not _WORD.search(words) or words.strip(" .–-").casefold() in {"inga", "inget", "ingen"}:
            return
        owner = _OWNER_BEHIND.search(words) if ":" in words else None
        if owner is not None:
            actor = read_actor(words, owner.end(), self.cast) or _whoever(words[owner.end() :])
            self._add(part, start, words[: owner.start()], actor, explicit=True)
            return
        named = self._named_in_mark(part)
        if named is not None:
            self._add(part, start, words, named, explicit=True)
            return
        if words.startswith("@"):
            self._addressed(part, words, start)
            return
        sentences = self._sentences(part)
        for index, sentence in enumerate(sentences):
            if index and _DONE_BY.match(sentence.text):
                self._due(sentence.text)
            elif (
                not self._stated(part, sentence, explicit=True)
                and not self._named_first(part, sentence)
                and (index == 0 or commitments.infinitive_task(sentence.text))
            ):
                self._with_names_behind(part, sentence)

    def _named_in_mark(self, part: Part) -> Actor | None:
        """The actor between a mark's word and its colon ("Uppdrag Petra:", "Att göra (alla):")."""
        extra = part.mark.extra if part.mark else ""
        extra = re.sub(r"^(?:till|åt|för)\s", "", extra)
        return (
            (read_actor(extra, 0, self.cast) or _whoever(extra)) if extra and not extra[0].isdigit() else None
        )

    def _addressed(self, part: Part, words: str, start: int) -> None:
        """ "@Karin bokar lokal", "@Wilma – affisch"."""
        actor = read_actor(words, 0, self.cast)
        if actor is None:
            self._add(part, start, words, None, explicit=True)
            return
        gap = re.match(r"\s?[:–—-]?\s*", words[actor.end :])
        at = actor.end + (gap.end() if gap else 0)
        self._add(part, start + at, words[at:], actor, explicit=True)

    def _named_first(self, part: Part, sentence: Sentence) -> bool:
        """In a list of tasks whoever stands before a verb is the doer, whatever the verb."""
        actor = read_actor(sentence.text, 0, self.cast)
        if actor is None or not _VERB_BEHIND.match(sentence.text, actor.end):
            return False
        self._add(part, sentence.start + actor.end, sentence.text[actor.end :], actor, explicit=True)
        return True

    def _with_names_behind(self, part: Part, sentence: Sentence) -> None:
        text = sentence.text
        match = _NAMES_BEHIND.search(text)
        if match is not None:
            names = match["dash"] or match["bracket"] or match["slash"]
            actor = read_actor(names, 0, self.cast)
            if actor is not None and actor.kind != "maybe" and actor.end >= len(names.rstrip(" .")) - 1:
                self._add(part, sentence.start, text[: match.start()], actor, explicit=True)
                return
        listed = part.mark is not None or part.box or part.block.kind in {"bullet", "numbered"}
        if listed or commitments.infinitive_task(text):
            self._add(part, sentence.start, text, None, explicit=True)

    # --- running text ---

    def _beside(self, part: Part) -> bool:
        """A line of plain text with a name in a column of its own at the right edge ("… före 1 november.

        Karin").
        """
        added = False
        for row in part.block.rows:
            line = self.outline.line(row).text
            match = _RIGHT.search(line) if "    " in line or "\t" in line else None
            if match is None:
                continue
            doers = match["who"].strip(" *")
            actor = read_actor(doers, 0, self.cast)
            sentences = [one for one in self._sentences(part) if one.line <= row <= one.end_line]
            at = part.block.text.find(doers)
            if actor is None or actor.kind == "maybe" or not sentences or at < 0:
                continue
            if actor.kind == "municipality" and dates.may_hold_date(part.block.text[:at]):
                continue  # a list of dates and places
            stated = commitments.read_commitments(doers, self.cast)
            if actor.end >= len(doers.rstrip(" .")):
                start = next(
                    (one.start for one in sentences if one.end_line == row and one.start < at), part.start
                )
                self._add(part, start, part.block.text[start:at], actor, explicit=True)
                added = True
            elif stated and not conveners.convenes(doers[stated[0].start :]):
                self._add(
                    part, at + stated[0].start, doers[stated[0].start :], stated[0].actor, explicit=True
                )
                added = True
        return added

    def _prose(self, part: Part) -> None:
        if self._beside(part):
            return
        if part.words.startswith("@"):
            self._addressed(part, part.words, part.start)
            return
        for sentence in self._sentences(part):
            text = sentence.text
            if _DONE_BY.match(text) and self._completes(part, text):
                continue
            owner = _OWNER_BEHIND.search(text) if ":" in text else None
            if owner is not None and owner.start() > 0:
                actor = read_actor(text, owner.end(), self.cast) or _whoever(text[owner.end() :])
                self._add(part, sentence.start, text[: owner.start()], actor, explicit=True)
                continue
            if not self._stated(part, sentence) and not part.round and part.mode != "decision":
                self._nobodys(part, sentence)

    def _completes(self, part: Part, text: str) -> bool:
        """Whether the sentence gives the day of the task just read ("Klart till nästa möte")."""
        if not self.tasks or self.tasks[-1].part.item != part.item:
            return False
        last = self.tasks[-1]
        due = read_due(text, self.base)
        if due is OPEN or last.due is not OPEN or part.block.first - last.part.block.last > 1:
            return False
        last.due = due
        if last.part is part:
            last.text = part.block.text[last.start : last.start + len(last.text)] + " " + text.rstrip(" .")
        return True

    def _stated(self, part: Part, sentence: Sentence, *, explicit: bool = False) -> bool:
        """Add what the sentence makes somebody do; whether it did."""
        text = sentence.text
        if text.endswith("?"):
            return False
        if part.block.cell is not None and sentence.line in self.tabled:
            return True
        found = commitments.read_commitments(text, self.cast, open_verbs=not part.round)
        reached = 0
        for one in found:
            task = text[one.start : one.end]
            if one.actor is not None and not explicit and self._convenes(part, text, one):
                continue
            if (
                part.mode == "decision"
                and not one.stated
                and one.actor
                and one.actor.kind not in {"person", "office"}
            ):
                continue
            due = read_due(task, self.base)
            if due is OPEN and one.start > 0:
                due = read_due(text[reached : one.start], self.base)
            reached = one.end
            self._add(part, sentence.start + one.start, task, one.actor, explicit=explicit, due=due)
        return bool(found)

    def _convenes(self, part: Part, text: str, one: commitments.Commitment) -> bool:
        if not conveners.convenes(text[one.start : one.end]):
            return False
        return part.mode == "events" or dates.may_hold_date(part.block.text)

    def _nobodys(self, part: Part, sentence: Sentence) -> None:
        at = commitments.nobody_task(sentence.text)
        if at is not None:
            whole = read_due(sentence.text, self.base)
            self._add(part, sentence.start + at, sentence.text[at:], None, explicit=False, due=whole)
        elif part.mode is None and commitments.passive_task(sentence.text):
            self._add(part, sentence.start, sentence.text, None, explicit=False)

    # --- shared ---

    def _sentences(self, part: Part) -> list[Sentence]:
        return sentences_of(self.outline, part)

    def _add(
        self,
        part: Part,
        start: int,
        text: str,
        actor: Actor | None,
        *,
        explicit: bool,
        due: Due | None = None,
    ) -> None:
        lead = len(text) - len(text.lstrip(" :–-*_"))
        text = text.strip(" :–-*_").removesuffix(",")
        if not _WORD.search(text) or _FORMAL.match(text):
            return
        if actor is not None and actor.kind == "person" and (helper := _TOGETHER.search(text)):
            other = read_actor(text, helper.end(), self.cast)
            if other is not None and other.kind == "person":
                actor = replace(actor, names=(*actor.names, *other.names))
        self.tasks.append(Task(part, start + lead, text, actor, explicit, due or read_due(text, self.base)))


def _whoever(words: str) -> Actor | None:
    """A name in the place of an owner counts whatever it looks like ("Ansvarig: KB")."""
    name = re.split(r"[.;]\s|\s[–-]\s|$", words.strip(" .()"), maxsplit=1)[0].strip(" .()")
    names = tuple(part for part in re.split(r",\s|\soch\s|\s&\s|/|\ssamt\s", name) if _WORD.search(part))
    if not names or len(name) > 60:
        return None
    return Actor(0, len(name), "person", names)


_VERB_BEHIND = swedish(
    r"\s?(?::|–|-)?\s(?:ska\s|skall\s)?(?:[a-zåäö]{2,}(?:ar|er|år|ör)|tar|ser|ger|[a-zåäö]{3,}a)\b"
)
_FORMAL = swedish(
    r"(?:att )?(?:jämte ordföranden? )?(?:justera\b|(?:leda|föra) (?:dagens |mötets |årsmötets"
    r" )?(?:protokoll|möte|sammanträde))",
    re.IGNORECASE,
)
_TOGETHER = swedish(r"\btillsammans med\s(?=[A-ZÅÄÖ])")
_NOTICE = timedelta(days=120)
_FUNCTIONARIES = swedish(
    r"(?:val av|utse|utseende av)\s.*(?:sekreterare|justerare|ordförande|protokoll)", re.IGNORECASE
)
