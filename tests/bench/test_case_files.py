"""The case files themselves: every text that a truth claims must stand in the document as it is extracted."""

import pytest
from bench.accuracy import OWN_CASES
from bench.cases import Case, find_cases
from bench.scoring import fold

from protokoll.sources import read_text

CASES = find_cases([OWN_CASES])
SINGLES = ("body", "number", "reference", "place", "chair", "secretary", "secretary_elected")
FIELDS = (
    ("items", "title"),
    ("present", "name"),
    ("present", "role"),
    ("present", "substitute_for"),
    ("present", "part"),
    ("absent", "name"),
    ("topics", "title"),
    ("round", "text"),
    ("decisions", "text"),
    ("assignments", "text"),
    ("assignments", "due_text"),
    ("referrals", "text"),
    ("events", "place"),
    ("events", "theme"),
    ("goals", "title"),
    ("duties", "text"),
)


def words_of(case: Case, *, furniture: bool) -> str:
    """The document's words, words hyphenated at a line's end also as one; with or without headers and footers."""
    lines = [line.text for line in read_text(case.document).lines if furniture or not line.furniture]
    return fold(" ".join(lines)) + " " + fold(" ".join(lines).replace("- ", "").replace("\u00ad ", ""))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_the_truth_claims_stands_in_the_document(case):
    text = words_of(case, furniture=False)
    claims = [record.get(key) for kind, key in FIELDS for record in case.truth[kind]]
    assert [claim for claim in claims if claim and fold(claim) not in text] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_the_truth_says_of_the_whole_stands_there_or_in_its_headers(case):
    text = words_of(case, furniture=True)
    claims = [case.truth[key] for key in SINGLES]
    assert [claim for claim in claims if claim and fold(claim) not in text] == []


def test_there_are_sixty_documents_in_eighteen_habits():
    assert len(CASES) >= 60
    assert len({case.document.parent.name for case in CASES}) >= 18
