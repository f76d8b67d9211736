"""How well the reader reads: every case file read and compared with its truth, as a table per record kind.

    python bench/accuracy.py [--cases FOLDER ...] [--kind decisions] [--wrong] [--json]

`bench/scoring.py` says how records are matched. Without --cases, the project's own under
tests/protokoll/cases.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
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
LINE_WORDS = 5  # so many words of a missed text are looked for to find its line


def read_contract(case: Case) -> dict[str, Any]:
    """The reader's contract for a case: the one place that knows the reader's own names."""
    from protokoll.reader import read_path  # noqa: PLC0415 - the scorer's tests need no reader

    from protokoll.records import to_contract  # noqa: PLC0415

    directory = None
    if case.with_directory:
        from protokoll.directory import read_directory  # noqa: PLC0415

        directory = read_directory(OWN_CASES / "directory.toml")
    return dict(to_contract(read_path(case.document, directory=directory)))


def document_lines(case: Case) -> list[str]:
    """The document's lines, to say where a missed record stands; only plain text is looked at."""
    if case.document.suffix != ".txt":
        return []
    return case.document.read_text(encoding="utf-8").splitlines()


def score_cases(cases: list[Case]) -> Iterator[tuple[Case, Score]]:
    """Each case with its score. A document that the reader fails on is named and scores as read empty."""
    for case in cases:
        try:
            read = read_contract(case)
        except Exception as error:
            print(f"{case.name}: {type(error).__name__}: {error}", file=sys.stderr)
            read = {}
        yield case, compare(case.truth, read)


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


def table(score: Score, kinds: list[str]) -> str:
    rows = [f"{'record':<22}{'truth':>7}{'read':>7}{'hit':>7}{'precision':>11}{'recall':>9}{'F1':>8}"]
    for kind in kinds:
        tally = score.tallies.get(kind, Tally())
        rows.append(
            f"{kind:<22}{tally.truth:>7}{tally.read:>7}{tally.hit:>7}"
            f"{tally.precision:>11.3f}{tally.recall:>9.3f}{tally.f1:>8.3f}"
        )
    return "\n".join(rows)


def faults(case: Case, found: list[Fault]) -> str:
    lines = document_lines(case)
    rows = [case.name]
    for fault in found:
        line = fault.line or line_of(fault.text, lines)
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


def arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Read every case file and compare with its truth.")
    parser.add_argument("--cases", nargs="+", type=Path, default=[OWN_CASES], metavar="FOLDER")
    parser.add_argument("--kind", nargs="+", choices=ORDER, default=list(ORDER), metavar="KIND")
    parser.add_argument("--wrong", action="store_true", help="list every miss and false find")
    parser.add_argument("--json", action="store_true", help="the counts as JSON")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    chosen = arguments(argv)
    scored = list(score_cases(find_cases(chosen.cases)))
    if not scored:
        print("no case files found", file=sys.stderr)
        return 2
    together = total([score for _, score in scored])
    if chosen.wrong:
        for case, score in scored:
            found = [fault for fault in score.faults if fault.kind in chosen.kind]
            if found:
                print(faults(case, found))
    print(as_json(together) if chosen.json else f"{len(scored)} documents\n\n{table(together, chosen.kind)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
