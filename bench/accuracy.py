"""How well the reader reads: every case file read and compared with its truth, as a table per record kind.

    python bench/accuracy.py [--cases FOLDER ...] [--kind decisions] [--wrong] [--json] [--docs]

`bench/scoring.py` says how records are matched. Without --cases, the project's own under
tests/protokoll/cases. --docs writes their table into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.cases import Case, find_cases  # noqa: E402
from bench.comparing import compare  # noqa: E402
from bench.scoring import Fault, Score, Tally, words  # noqa: E402

OWN_CASES = ROOT / "tests" / "protokoll" / "cases"
ORDER = (
    "kind", "body", "number", "reference", "date", "start/end", "place",
    "chair", "secretary", "secretary_elected", "adjusters",
    "items", "item number", "present", "present role", "present substitute", "present part", "absent",
    "round", "topics",
    "events", "event start", "event place", "event host", "event body", "event convener", "event theme",
    "decisions", "decisions, marked", "assignments", "assignee right", "due right",
    "referrals", "referral to", "goals", "goal tasks", "duties", "duty recipient", "links",
)  # fmt: skip
DOCS = ROOT / "docs" / "accuracy.md"
TABLE = "<!-- the table below is written by bench/accuracy.py --docs -->"
LINE_WORDS = 5  # so many words of a missed text are looked for to find its line


def read_case(case: Case) -> tuple[dict[str, Any], list[str]]:
    """The reader's contract and the extracted lines: the one place that knows the reader's own names."""
    from protokoll.names import read_directory
    from protokoll.reader import read_document
    from protokoll.records import to_contract

    directory = read_directory(OWN_CASES / "directory.toml") if case.with_directory else None
    reading, text = read_document(case.document, directory=directory)
    return dict(to_contract(reading)), [line.text for line in text.lines]


@dataclass(frozen=True)
class Result:
    """A case's score and the lines of its document, to say where a missed record stands."""

    case: Case
    score: Score
    lines: list[str]


def score_cases(cases: list[Case]) -> Iterator[Result]:
    """Each case with its score. A document that the reader fails on is named and scores as read empty."""
    for case in cases:
        try:
            read, lines = read_case(case)
        except Exception as error:
            print(f"{case.name}: {type(error).__name__}: {error}", file=sys.stderr)
            read, lines = {}, []
        yield Result(case, compare(case.truth, read), lines)


def total(scores: list[Score]) -> Score:
    together = Score()
    for score in scores:
        together.add(score)
    return together


def line_of(text: str, lines: list[str]) -> int | None:
    """The first line that holds the text's opening words, or the most of them; None when hardly any do."""
    opening = words(text)[:LINE_WORDS]
    best, where = 0, None
    for number, line in enumerate(lines, start=1):
        shared = len(set(opening) & set(words(line)))
        if shared > best:
            best, where = shared, number
    return where if best * 2 >= len(set(opening)) else None


def share(value: float, of: int) -> str:
    """Three decimals, or a dash where there was nothing to judge."""
    return f"{value:.3f}" if of else "–"


def table(score: Score, kinds: list[str]) -> str:
    rows = [f"{'record':<22}{'truth':>7}{'read':>7}{'hit':>7}{'precision':>11}{'recall':>9}{'F1':>8}"]
    for kind in kinds:
        tally = score.tallies.get(kind, Tally())
        rows.append(
            f"{kind:<22}{tally.truth:>7}{tally.read:>7}{tally.hit:>7}"
            f"{share(tally.precision, tally.read):>11}{share(tally.recall, tally.truth):>9}"
            f"{share(tally.f1, tally.truth + tally.read):>8}"
        )
    return "\n".join(rows)


def faults(result: Result, found: list[Fault]) -> str:
    rows = [result.case.name]
    for fault in found:
        line = fault.line or line_of(fault.text, result.lines)
        rows.append(
            f"  {fault.side:<6} {fault.kind:<18} {'line ' + str(line) if line else '–':<9} {fault.text}"
        )
    return "\n".join(rows)


def as_json(score: Score) -> str:
    counts = {
        kind: {
            "truth": tally.truth, "read": tally.read, "hit": tally.hit, "f1": round(tally.f1, 4),
            "precision": round(tally.precision, 4), "recall": round(tally.recall, 4),
        }
        for kind, tally in sorted(score.tallies.items())
    }  # fmt: skip
    return json.dumps(counts, ensure_ascii=False, indent=1)


def write_docs(score: Score, documents: int) -> None:
    """Put today's table after its mark in docs/accuracy.md, in place of the one that stands there."""
    rows = [
        f"{documents} documents.",
        "",
        "| record | in the truth | read | precision | recall | F1 |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for kind in ORDER:
        tally = score.tallies.get(kind, Tally())
        figures = (
            share(tally.precision, tally.read), share(tally.recall, tally.truth), share(tally.f1, tally.truth + tally.read),
        )  # fmt: skip
        rows.append(f"| {kind} | {tally.truth} | {tally.read} | {' | '.join(figures)} |")
    text = DOCS.read_text(encoding="utf-8")
    DOCS.write_text(text[: text.index(TABLE)] + TABLE + "\n\n" + "\n".join(rows) + "\n", encoding="utf-8")


def arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Read every case file and compare with its truth.")
    parser.add_argument("--cases", nargs="+", type=Path, default=[OWN_CASES], metavar="FOLDER")
    parser.add_argument("--kind", nargs="+", choices=ORDER, default=list(ORDER), metavar="KIND")
    parser.add_argument("--wrong", action="store_true", help="list every miss and false find")
    parser.add_argument("--json", action="store_true", help="the counts as JSON")
    parser.add_argument("--docs", action="store_true", help="write the table into docs/accuracy.md")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    chosen = arguments(argv)
    scored = list(score_cases(find_cases(chosen.cases)))
    if not scored:
        print("no case files found", file=sys.stderr)
        return 2
    together = total([result.score for result in scored])
    if chosen.wrong:
        for result in scored:
            found = [fault for fault in result.score.faults if fault.kind in chosen.kind]
            if found:
                print(faults(result, found))
    print(as_json(together) if chosen.json else f"{len(scored)} documents\n\n{table(together, chosen.kind)}")
    if chosen.docs:
        write_docs(together, len(scored))
    return 0


if __name__ == "__main__":
    sys.exit(main())
