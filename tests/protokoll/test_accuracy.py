"""How well the reader must read the case files: floors on F1, a little under what `make accuracy` prints today.

A floor is raised when the reader has become better, and never lowered to make a change fit.
"""

import pytest
from bench.accuracy import OWN_CASES, score_cases, total
from bench.cases import find_cases

FLOORS = {
    "kind": 0.99, "body": 0.97, "date": 0.97, "start/end": 0.98, "place": 0.95,
    "chair": 0.97, "secretary": 0.97, "secretary_elected": 0.95, "adjusters": 0.98,
    "items": 0.98, "present": 0.98, "absent": 0.98, "round": 0.97, "topics": 0.96, "events": 0.93,
    "decisions": 0.96, "decisions, marked": 0.98, "assignments": 0.93, "assignee right": 0.97, "due right": 0.97,
    "referrals": 0.93, "goals": 0.98, "goal tasks": 0.97, "duties": 0.97, "links": 0.98,
}  # fmt: skip


@pytest.fixture(scope="module")
def scores():
    return total([result.score for result in score_cases(find_cases([OWN_CASES]))])


@pytest.mark.parametrize("kind", FLOORS)
def test_the_reader_finds_what_a_careful_person_finds(scores, kind):
    assert scores.tallies[kind].f1 >= FLOORS[kind]
