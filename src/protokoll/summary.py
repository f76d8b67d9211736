"""A reading as a person wants to see it in a terminal, and problems as a linter prints them."""

from __future__ import annotations

import json
import os
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from protokoll.dates.written import written_date, written_time
from protokoll.records import Assignment, Event, Item, Present, Reading, to_contract

_LABEL = 15
_MOST_UNREAD = 10
_BOLD, _DIM, _WARN = "1", "2", "33"
_KINDS = {
    "minutes": "protokoll",
    "notice": "kallelse",
    "charter": "uppdragsbeskrivning",
    "other": "annat dokument",
}
_SCOPES = {"every-organisation": "alla", "unassigned": "ingen ansvarig", "group": "en grupp", "named": ""}


class Summary:
    """Writes readings one after the other; colours and bold type only for a terminal that wants them."""

    def __init__(self, stream: TextIO, width: int | None = None) -> None:
        self._stream = stream
        self._styled = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self._width = min(width or shutil.get_terminal_size((88, 24)).columns, 110)
        self._first = True

    def show(self, reading: Reading) -> None:
        """Write one reading."""
        if not self._first:
            self._stream.write("\n\n")
        self._first = False
        for line in self._lines(reading):
            self._stream.write(line.rstrip() + "\n")

    def _lines(self, reading: Reading) -> Iterator[str]:
        yield from self._head(reading)
        yield from self._people(reading)
        item = reading.items
        yield from self._section("Punkter", [(i.line, _item(i)) for i in item])
        yield from self._section(
            "Beslut",
            [
                (d.line, _with_item(d.text, d.item, item, "" if d.explicit else "ur texten"))
                for d in reading.decisions
            ],
        )
        yield from self._section("Uppdrag", [(a.line, _assignment(a)) for a in reading.assignments])
        yield from self._section("Kommer", [(e.line, _event(e)) for e in reading.events])
        yield from self._section(
            "Frågor vidare", [(r.line, f"Till {r.to}: {r.text}") for r in reading.referrals]
        )
        yield from self._section("Att ta upp", [(t.line, t.title) for t in reading.topics])
        yield from self._section(
            "Laget runt", [(r.line, f"{r.organisation}: {r.text}") for r in reading.round]
        )
        yield from self._section("Mål", [(g.line, _goal(g.number, g.title, g.tasks)) for g in reading.goals])
        yield from self._section(
            "Åtaganden", [(d.line, _duty(d.role, d.text, d.recipient)) for d in reading.duties]
        )
        yield from self._section("Länkar", [(one.line, one.target) for one in reading.links])
        yield from self._section(
            "Att se över", [(p.line, f"{p.code} {p.message}") for p in reading.problems], style=_WARN
        )
        yield from self._section(
            "Inte förstått", [(u.line, u.text) for u in reading.unread], style=_DIM, most=_MOST_UNREAD
        )

    def _head(self, reading: Reading) -> Iterator[str]:
        yield self._style(reading.file, _DIM)
        yield self._style("─" * self._width, _DIM)
        title = reading.body or reading.title or "Okänt vilka som möttes"
        kind = _KINDS[reading.kind] + (f" {reading.number}" if reading.number else "")
        yield from self._wrapped(f"{title} – {kind}", "", style=_BOLD)
        when = (
            written_date(reading.date) if reading.date else "datum okänt" if reading.kind == "minutes" else ""
        )
        times = written_time(reading.start, reading.end)
        place = reading.place or ""
        facts = " · ".join(
            part
            for part in (", ".join(p for p in (when, times) if p), place, reading.reference or "")
            if part
        )
        yield from self._wrapped(facts, "")

    def _people(self, reading: Reading) -> Iterator[str]:
        if reading.present or reading.absent or reading.chair or reading.secretary:
            yield ""
        yield from self._labelled("Närvarande", _roll(reading.present))
        yield from self._labelled(
            "Frånvarande", " · ".join(_who(one.name, one.organisation) for one in reading.absent)
        )
        yield from self._labelled("Ordförande", reading.chair or "")
        secretary = reading.secretary or ""
        if reading.secretary_elected and reading.secretary_elected != reading.secretary:
            secretary = "; ".join(part for part in (secretary, f"vald: {reading.secretary_elected}") if part)
        yield from self._labelled("Sekreterare", secretary)
        yield from self._labelled("Justerare", ", ".join(reading.adjusters))

    def _labelled(self, label: str, text: str) -> Iterator[str]:
        if text:
            yield from self._wrapped(text, label)

    def _section(
        self, title: str, entries: Sequence[tuple[int, str]], style: str = "", most: int | None = None
    ) -> Iterator[str]:
        """A heading with the number of entries, then each entry with its line number in the margin."""
        if not entries:
            return
        yield ""
        yield self._style(title, _BOLD) + self._style(f"  {len(entries)}", _DIM)
        shown = entries if most is None or len(entries) <= most + 1 else entries[:most]
        for line, text in shown:
            yield from self._wrapped(
                text, f"{'rad ' + str(line):>10}", style=style, label_style=_DIM, margin=12
            )
        if len(shown) < len(entries):
            yield self._style(f"{'':12}och {len(entries) - len(shown)} till", _DIM)

    def _wrapped(
        self, text: str, label: str, *, style: str = "", label_style: str = _BOLD, margin: int | None = None
    ) -> Iterator[str]:
        if margin is None:
            margin = _LABEL if label else 0
        room = max(self._width - margin, 20)
        rows = textwrap.wrap(" ".join(text.split()), room, break_on_hyphens=False) or ([""] if label else [])
        for at, row in enumerate(rows):
            front = (
                self._style(label, label_style) + " " * (margin - len(label))
                if at == 0 and label
                else " " * margin
            )
            yield front + (self._style(row, style) if style else row)

    def _style(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._styled and text and code else text


def problems_as_text(reading: Reading) -> str:
    """One line per problem, as linters print them: file, line, code, message."""
    return "\n".join(f"{reading.file}:{one.line}: {one.code} {one.message}" for one in reading.problems)


def problems_as_json(reading: Reading) -> str:
    """The problems of one file as one line of JSON."""
    found = {"file": reading.file, "sha256": reading.sha256, "problems": to_contract(reading.problems)}
    return json.dumps(found, ensure_ascii=False)


def _item(item: Item) -> str:
    return f"{item.number}  {item.title}" if item.number else item.title


def _with_item(text: str, at: int | None, items: Sequence[Item], remark: str) -> str:
    where = ""
    if at is not None and 0 <= at < len(items):
        where = f"punkt {items[at].number}" if items[at].number else items[at].title
    told = ", ".join(part for part in (where, remark) if part)
    return f"{text} ({told})" if told else text


def _roll(present: Sequence[Present]) -> str:
    """Everyone, organisation by organisation, in the order in which the organisations are first named."""
    groups: dict[str, list[str]] = {}
    for one in present:
        groups.setdefault(one.organisation or "", []).append(_person(one))
    told = []
    for organisation, people in groups.items():
        names = ", ".join(name for name in people if name)
        told.append(f"{organisation}: {names}" if names and organisation else organisation or names)
    return " · ".join(told)


def _person(one: Present) -> str:
    name = one.name or ""
    extras = [one.role, f"ersätter {one.substitute_for}" if one.substitute_for else None, one.part]
    told = ", ".join(extra for extra in extras if extra)
    return f"{name} ({told})" if name and told else name or told


def _who(name: str | None, organisation: str | None) -> str:
    return f"{name} ({organisation})" if name and organisation else name or organisation or ""


def _assignment(one: Assignment) -> str:
    who = ", ".join(one.assignees) or _SCOPES[one.scope]
    told = f"{who}: {one.text}"
    if one.due:
        return f"{told} – senast {written_date(one.due)}"
    return f"{told} – {one.due_text}" if one.due_text and one.due_text not in one.text else told


def _event(one: Event) -> str:
    when = written_date(one.date) if one.date else "utan datum"
    if one.start:
        when += f" {written_time(one.start, None)}"
    what = one.what or one.theme or "möte"
    extras: Iterable[str | None] = (
        one.body, one.place, one.host if one.host != one.place else None,
        one.theme if one.theme != what else None, f"{one.convener} kallar" if one.convener else None,
    )  # fmt: skip
    return ", ".join([f"{when}: {what}", *(extra for extra in extras if extra)])


def _goal(number: str | None, title: str, tasks: Sequence[str]) -> str:
    return " – ".join([f"{number}  {title}" if number else title, *tasks])


def _duty(role: str, text: str, recipient: str | None) -> str:
    return f"{role}: {text}" + (f" (till {recipient})" if recipient else "")
