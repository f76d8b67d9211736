"""Compare one reading with its truth, kind by kind, and keep every disagreement with its line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bench.scoring import Fault, Likeness, Matching, Record, Score

from bench import scoring

EQUAL_SINGLES = ("kind", "number", "reference", "date")
LISTS: tuple[tuple[str, Likeness], ...] = (
    ("items", scoring.by_title),
    ("present", scoring.person_likeness),
    ("absent", scoring.person_likeness),
    ("round", scoring.round_likeness),
    ("topics", scoring.by_title),
    ("events", scoring.event_likeness),
    ("decisions", scoring.by_text),
    ("assignments", scoring.task_likeness),
    ("referrals", scoring.by_text),
    ("goals", scoring.by_title),
    ("duties", scoring.duty_likeness),
    ("links", scoring.by_address),
)
# What is checked on the matched records of a kind: (row of the table, record's key, what counts as the same).
FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "items": (("item number", "number"),),
    "present": (("present role", "role"), ("present substitute", "substitute_for"), ("present part", "part")),
    "events": (
        ("event start", "start"), ("event place", "place"), ("event host", "host"), ("event body", "body"),
        ("event convener", "convener"), ("event theme", "theme"),
    ),
    "referrals": (("referral to", "to"),),
    "duties": (("duty recipient", "recipient"),),
}  # fmt: skip


def compare(truth: Record, read: Record) -> Score:
    """The score of one document; both sides in the shape of the contract."""
    score = Score()
    for key in EQUAL_SINGLES:
        compare_single(score, key, truth.get(key), read.get(key), same_folded)
    for key in ("start", "end"):
        compare_single(score, "start/end", truth.get(key), read.get(key), same_folded)
    compare_single(score, "place", truth.get("place"), read.get("place"), scoring.same_place)
    compare_single(score, "body", truth.get("body"), read.get("body"), scoring.same_body)
    for key in ("chair", "secretary", "secretary_elected"):
        compare_single(score, key, truth.get(key), read.get(key), scoring.same_name)
    compare_adjusters(score, truth, read)
    for kind, likeness in LISTS:
        compare_list(score, kind, truth, read, likeness)
    return score


def same_folded(one: str | None, two: str | None) -> bool:
    return scoring.fold(one) == scoring.fold(two)


def compare_single(
    score: Score,
    kind: str,
    truth: str | None,
    read: str | None,
    same: Callable[[str | None, str | None], bool],
) -> None:
    hit = bool(truth and read and same(truth, read))
    score.count(kind, int(bool(truth)), int(bool(read)), int(hit))
    if truth and not hit:
        score.faults.append(Fault(kind, "missed", truth))
    if read and not hit:
        score.faults.append(Fault(kind, "false", read))


def compare_adjusters(score: Score, truth: Record, read: Record) -> None:
    sides = [[{"name": name} for name in side.get("adjusters") or []] for side in (truth, read)]
    matching = scoring.match(
        sides[0], sides[1], lambda one, two: float(scoring.same_name(one["name"], two["name"]))
    )
    record(score, "adjusters", matching)


def compare_list(score: Score, kind: str, truth: Record, read: Record, likeness: Likeness) -> None:
    matching = scoring.match(truth.get(kind) or [], read.get(kind) or [], likeness)
    if kind == "decisions":
        record_marked(score, matching)
    matching = scoring.without_formal(matching)
    record(score, kind, matching)
    for row, key in FIELDS.get(kind, ()):
        compare_field(score, row, key, matching)
    if kind == "assignments":
        compare_assignments(score, matching)
    if kind == "goals":
        compare_tasks(score, truth, read)


def record(score: Score, kind: str, matching: Matching) -> None:
    """Count a matching and keep what it left over."""
    hits = len(matching.pairs)
    score.count(kind, hits + len(matching.missed), hits + len(matching.false), hits)
    score.faults.extend(Fault(kind, "missed", wording(one), one.get("line")) for one in matching.missed)
    score.faults.extend(Fault(kind, "false", wording(two), two.get("line")) for two in matching.false)


def record_marked(score: Score, matching: Matching) -> None:
    """The marked decisions alone: finds that pair with an unmarked or a formal one are not false."""
    pairs = [pair for pair in matching.pairs if pair[0].get("marked") and not pair[0].get("formal")]
    missed = [one for one in matching.missed if one.get("marked") and not one.get("formal")]
    false = [two for two in matching.false if two.get("explicit")]
    record(score, "decisions, marked", Matching(pairs, missed, false))


def wording(one: Record) -> str:
    """A record in one line, for people."""
    parts = [
        one.get(key)
        for key in ("number", "date", "name", "organisation", "role", "to", "title", "what", "text", "target")
    ]
    return " · ".join(str(part) for part in parts if part)


def compare_field(score: Score, row: str, key: str, matching: Matching) -> None:
    """A field of the matched records, as a single value of each: empty on both sides counts nowhere."""
    same = {"place": scoring.same_place, "body": scoring.same_body, "to": scoring.same_body}.get(
        key, same_folded
    )
    if key in ("convener", "substitute_for"):
        same = scoring.same_name
    for one, two in matching.pairs:
        truth, read = one.get(key), two.get(key)
        hit = bool(truth and read and same(truth, read))
        score.count(row, int(bool(truth)), int(bool(read)), int(hit))
        if (truth or read) and not hit:
            score.faults.append(wrong(row, truth, read, two))


def wrong(row: str, truth: Any, read: Any, where: Record) -> Fault:
    return Fault(
        row, "wrong", f"{read or '–'}, should be {truth or '–'} ({wording(where)})", where.get("line")
    )


def compare_assignments(score: Score, matching: Matching) -> None:
    """Assignee, scope and due of the matched assignments: each right or wrong as a whole."""
    for one, two in matching.pairs:
        checks = (
            ("assignee right", same_assignees(one, two), who(one), who(two)),
            ("due right", same_due(one, two), due(one), due(two)),
        )
        for row, right, truth, read in checks:
            score.count(row, 1, 1, int(right))
            if not right:
                score.faults.append(wrong(row, truth, read, two))


def same_assignees(one: Record, two: Record) -> bool:
    """The scope agrees and, for named ones and groups, the names do, in any order."""
    if one.get("scope") != two.get("scope"):
        return False
    if one.get("scope") in ("every-organisation", "unassigned"):
        return True
    sides = [[{"name": name} for name in side.get("assignees") or []] for side in (one, two)]
    matching = scoring.match(sides[0], sides[1], lambda a, b: float(scoring.same_name(a["name"], b["name"])))
    return bool(matching.pairs) and not matching.missed and not matching.false


def same_due(one: Record, two: Record) -> bool:
    return one.get("due") == two.get("due") and one.get("due_kind") == two.get("due_kind")


def who(one: Record) -> str:
    return ", ".join(one.get("assignees") or []) or str(one.get("scope"))


def due(one: Record) -> str:
    return " ".join(str(one.get(key)) for key in ("due_kind", "due", "due_text") if one.get(key))


def compare_tasks(score: Score, truth: Record, read: Record) -> None:
    sides = [
        [
            {"text": task, "line": goal.get("line")}
            for goal in side.get("goals") or []
            for task in goal.get("tasks") or []
        ]
        for side in (truth, read)
    ]
    record(score, "goal tasks", scoring.match(sides[0], sides[1], scoring.by_text))
