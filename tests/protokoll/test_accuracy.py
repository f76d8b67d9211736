"""How well the reader must read the case files: floors on F1, a little under what `make accuracy` prints today.

A floor is raised when the reader has become better, and never lowered to make a change fit.
"""

import pytest
from bench.accuracy import OWN_CASES, score_cases, total
from bench.cases import find_cases

FLOORS = {
    "kind": 0.96, "body": 0.95, "date": 0.96, "start/end": 0.97, "place": 0.93,
    "chair": 0.95, "secretary": 0.95, "secretary_elected": 0.95, "adjusters": 0.96,
    "items": 0.95, "present": 0.95, "absent": 0.94, "round": 0.96, "topics": 0.90, "events": 0.90,
    "decisions": 0.92, "decisions, marked": 0.91, "assignments": 0.91, "assignee right": 0.96, "due right": 0.96,
    "referrals": 0.88, "goals": 0.89, "goal tasks": 0.89, "duties": 0.83, "links": 0.96,
}  # fmt: skip


@pytest.fixture(scope="module")
def scores():
    return total([result.score for result in score_cases(find_cases([OWN_CASES]))])


def test_there_are_sixty_documents_in_eighteen_habits():
    cases = find_cases([OWN_CASES])
    assert (len(cases) >= 60, len({case.document.parent for case in cases}) >= 18) == (True, True)


@pytest.mark.parametrize("kind", FLOORS)
def test_the_reader_finds_what_a_careful_person_finds(scores, kind):
    assert scores.tallies[kind].f1 >= FLOORS[kind]
