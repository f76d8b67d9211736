"""The scorer is checked itself: a right reading scores 1, and every kind of mistake costs what it should."""

import json

import pytest
from bench.accuracy import line_of, main
from bench.cases import find_cases, load_case, spread
from bench.comparing import compare
from bench.scoring import Score, Tally

TRUTH = {
    "origin": "minutes",
    "body": "SIKT-nätverket",
    "date": "2024-03-15",
    "start": "09:00",
    "place": "Levene skola, Vara",
    "chair": "Ulf Ask",
    "present": [["Ulf Ask", "Hjo", "skolchef"], ["Eva K", ""]],
    "absent": [["", "Falköping"]],
    "items": [["1", "Val av sekreterare"], ["2", "Övrigt"]],
    "topics": ["LIKA (skattning)", "AI"],
    "round": [["Hjo", "Har köpt nya datorer till alla skolor."], ["Tibro", "Inget nytt sedan sist."]],
    "links": ["https://www.skola.example/film/"],
    "decisions": [
        {"text": "Vi enades om att byta leverantör."},
        {"text": "Avtalet förlängs ett år.", "marked": True},
        {"text": "Dagordningen godkänns.", "formal": True, "marked": True},
    ],
    "assignments": [
        {"text": "kontakta leverantören om avtalet", "assignees": ["Eva"], "due": "2024-04-01"},
        {"text": "skickar in uppgifter om sina system", "assignees": [], "scope": "every-organisation"},
    ],
    "events": [{"date": "2024-05-03", "what": "nästa möte", "place": "Hjo"}],
    "referrals": [{"to": "skolchefsgruppen", "text": "Vem betalar för licenserna?"}],
    "goals": [{"number": "1", "title": "Höjd kvalitet", "tasks": ["Samverka kring digital kompetens"]}],
    "duties": [
        {"role": "sekreterare", "text": "Skriva protokoll vid träffarna", "recipient": "kansli@skola.example"}
    ],
}


@pytest.fixture
def truth():
    return spread(TRUTH)


@pytest.fixture
def read():
    reading = spread(TRUTH)
    reading["decisions"] = [one for one in reading["decisions"] if not one.get("formal")]
    return reading


def counts(score: Score, kind: str) -> tuple[int, int, int]:
    tally = score.tallies[kind]
    return tally.truth, tally.read, tally.hit


def test_right_reading_scores_one_in_every_kind(truth, read):
    score = compare(truth, read)
    assert {tally.f1 for tally in score.tallies.values()} == {1.0}
    assert score.faults == []


def test_empty_reading_finds_nothing(truth):
    score = compare(truth, {})
    assert {kind: tally.hit for kind, tally in score.tallies.items() if tally.hit} == {}
    assert counts(score, "present") == (2, 0, 0)
    assert score.tallies["present"].f1 == 0.0


def test_wrong_date_is_a_miss_and_a_false_find(truth, read):
    score = compare(truth, read | {"date": "2024-03-16"})
    assert counts(score, "date") == (1, 1, 0)
    assert [fault.side for fault in score.faults] == ["missed", "false"]


def test_value_where_the_truth_has_none_is_false(truth, read):
    assert counts(compare(truth, read | {"secretary": "Eva K"}), "secretary") == (0, 1, 0)


def test_names_and_bodies_match_as_people_write_them(truth, read):
    score = compare(truth, read | {"chair": "Ulf", "body": "SIKTnätverket", "place": "Levene skola Vara"})
    assert [counts(score, kind) for kind in ("chair", "body", "place")] == [(1, 1, 1)] * 3


def test_another_name_does_not_match(truth, read):
    assert counts(compare(truth, read | {"chair": "Ulf Alm"}), "chair") == (1, 1, 0)


def test_person_with_another_organisation_does_not_match(truth, read):
    read["present"][0]["organisation"] = "Tibro"
    assert counts(compare(truth, read), "present") == (2, 2, 1)


def test_missing_role_is_counted_apart(truth, read):
    read["present"][0]["role"] = None
    score = compare(truth, read)
    assert (counts(score, "present"), counts(score, "present role")) == ((2, 2, 2), (1, 0, 0))


def test_wrong_item_number_is_counted_apart(truth, read):
    read["items"][1]["number"] = "3"
    score = compare(truth, read)
    assert (counts(score, "items"), counts(score, "item number")) == ((2, 2, 2), (2, 2, 1))


def test_item_with_another_title_does_not_match(truth, read):
    read["items"][1]["title"] = "Övriga frågor"
    assert counts(compare(truth, read), "items") == (2, 2, 1)


def test_topic_matches_without_its_brackets(truth, read):
    read["topics"][0]["title"] = "LIKA"
    assert counts(compare(truth, read), "topics") == (2, 2, 2)


def test_round_of_another_municipality_does_not_match(truth, read):
    read["round"][0]["organisation"] = "Tibro"
    assert counts(compare(truth, read), "round") == (2, 2, 1)


def test_round_that_swallowed_its_neighbour_does_not_match(truth, read):
    read["round"][1]["text"] = (
        "Inget nytt sedan sist. Essunga Ny rektor, ny plan för hela kommunen från i höst"
    )
    assert counts(compare(truth, read), "round") == (2, 2, 1)


def test_one_find_pays_for_one_record_only(truth, read):
    read["decisions"].append(dict(read["decisions"][1]))
    assert counts(compare(truth, read), "decisions") == (2, 3, 2)


def test_formal_decision_found_costs_nothing(truth, read):
    read["decisions"].append({"text": "Dagordningen godkänns.", "explicit": True})
    score = compare(truth, read)
    assert (counts(score, "decisions"), counts(score, "decisions, marked")) == ((2, 2, 2), (1, 1, 1))


def test_decision_that_is_none_costs_precision_among_the_marked_only_if_explicit(truth, read):
    read["decisions"] += [
        {"text": "Nämnden har sagt nej till förslaget."},
        {"text": "Kaffe.", "explicit": True},
    ]
    score = compare(truth, read)
    assert (counts(score, "decisions"), counts(score, "decisions, marked")) == ((2, 4, 2), (1, 2, 1))


def test_missed_marked_decision_is_seen_in_both_rows(truth, read):
    del read["decisions"][1]
    score = compare(truth, read)
    assert (counts(score, "decisions"), counts(score, "decisions, marked")) == ((2, 1, 1), (1, 0, 0))


def test_assignment_matches_with_its_frame_and_name(truth, read):
    read["assignments"][0]["text"] = "Eva får i uppdrag att kontakta leverantören om avtalet"
    assert counts(compare(truth, read), "assignments") == (2, 2, 2)


def test_assignment_to_someone_else_is_found_but_not_right(truth, read):
    read["assignments"][0]["assignees"] = ["Ulf"]
    score = compare(truth, read)
    assert (counts(score, "assignments"), counts(score, "assignee right")) == ((2, 2, 2), (2, 2, 1))


def test_short_assignment_matches_without_its_long_frame(truth, read):
    read["assignments"][0]["text"] = "Det beslutades att Eva får i uppdrag att kontakta leverantören"
    truth["assignments"][0]["text"] = "kontakta leverantören"
    assert counts(compare(truth, read), "assignments") == (2, 2, 2)


def test_text_with_two_thirds_of_the_words_matches(truth, read):
    read["decisions"][0]["text"] = "enades om att byta"
    assert counts(compare(truth, read), "decisions") == (2, 2, 2)


def test_title_with_half_of_the_words_does_not_match(truth, read):
    read["items"][0]["title"] = "Val av justerare"
    assert counts(compare(truth, read), "items") == (2, 2, 1)


def test_another_day_is_not_the_right_due(truth, read):
    read["assignments"][0]["due"] = "2024-04-02"
    assert counts(compare(truth, read), "due right") == (2, 2, 1)


def test_collective_assignment_read_as_named_is_not_right(truth, read):
    read["assignments"][1] |= {"scope": "named", "assignees": ["Alla"]}
    assert counts(compare(truth, read), "assignee right") == (2, 2, 1)


def test_due_that_is_lost_is_not_right(truth, read):
    read["assignments"][0] |= {"due": None, "due_kind": "open"}
    assert counts(compare(truth, read), "due right") == (2, 2, 1)


def test_event_on_another_day_does_not_match(truth, read):
    read["events"][0]["date"] = "2024-05-04"
    assert counts(compare(truth, read), "events") == (1, 1, 0)


def test_event_of_another_body_about_something_else_does_not_match(truth, read):
    read["events"][0] |= {"body": "styrgruppen", "what": "avstämning"}
    assert counts(compare(truth, read), "events") == (1, 1, 0)


def test_event_place_is_counted_apart(truth, read):
    read["events"][0]["place"] = "Tibro"
    score = compare(truth, read)
    assert (counts(score, "events"), counts(score, "event place")) == ((1, 1, 1), (1, 1, 0))


def test_link_matches_without_scheme_and_slash_but_mail_stays_mail(truth, read):
    read["links"] = [{"target": "http://skola.example/film"}, {"target": "mailto:skola.example/film"}]
    assert counts(compare(truth, read), "links") == (1, 2, 1)


def test_lost_task_of_a_goal_is_counted(truth, read):
    read["goals"][0]["tasks"] = []
    score = compare(truth, read)
    assert (counts(score, "goals"), counts(score, "goal tasks")) == ((1, 1, 1), (1, 0, 0))


def test_duty_of_another_role_does_not_match(truth, read):
    read["duties"][0]["role"] = "ordförande"
    assert counts(compare(truth, read), "duties") == (1, 1, 0)


def test_scores_add_up_over_documents(truth, read):
    together = Score()
    together.add(compare(truth, read))
    together.add(compare(truth, {}))
    assert counts(together, "items") == (4, 2, 2)
    assert (together.tallies["items"].precision, together.tallies["items"].recall) == (1.0, 0.5)


def test_nothing_to_find_and_nothing_found_is_right():
    assert Tally().f1 == 1.0
    assert Tally(truth=0, read=1).f1 == 0.0


def test_missed_text_is_placed_on_its_line():
    lines = ["Punkt 1", "Vi enades om", "att byta leverantör till hösten."]
    assert line_of("att byta leverantör till hösten.", lines) == 3
    assert line_of("Helt andra ord utan träff", lines) is None


def test_case_without_document_is_an_error(tmp_path):
    path = tmp_path / "ensam.toml"
    path.write_text('origin = "minutes"', encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        load_case(path)


def test_case_finds_its_document_and_not_its_manuscript(tmp_path):
    (tmp_path / "a.toml").write_text('directory = true\npresent = [["Eva K", "", "sekr"]]', encoding="utf-8")
    (tmp_path / "a.markup").write_text("", encoding="utf-8")
    (tmp_path / "a.docx").write_text("", encoding="utf-8")
    (tmp_path / "directory.toml").write_text("", encoding="utf-8")
    (case,) = find_cases([tmp_path])
    assert (case.document.name, case.with_directory) == ("a.docx", True)
    assert json.dumps(case.truth["present"]) == json.dumps(
        [{"name": "Eva K", "organisation": None, "role": "sekr", "substitute_for": None, "part": None}]
    )


MINUTES = """Skogsnätverket

Närvarande:
Eva Ek, Hjo

1. Val av sekreterare
2. Övrigt
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "skog.txt").write_text(MINUTES, encoding="utf-8")
    truth = 'origin = "minutes"\npresent = [["Eva Ek", "Hjo"], ["Nils Al", "Tibro"]]\n'
    (tmp_path / "skog.toml").write_text(truth, encoding="utf-8")
    return tmp_path


def test_command_counts_what_the_reader_found(folder, capsys):
    assert main(["--cases", str(folder), "--json"]) == 0
    counted = json.loads(capsys.readouterr().out)["present"]
    assert (counted["truth"], counted["read"], counted["hit"]) == (2, 1, 1)
    assert (counted["precision"], counted["recall"], counted["f1"]) == (1.0, 0.5, 0.6667)


def test_command_lists_what_is_wrong(folder, capsys):
    assert main(["--cases", str(folder), "--wrong", "--kind", "present"]) == 0
    listed = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert listed == [["missed", "present", "–", "Nils", "Al", "·", "Tibro"]]


def test_command_without_cases_fails(tmp_path, capsys):
    assert main(["--cases", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "no case files found\n"


def test_document_that_cannot_be_read_scores_as_empty(folder, capsys):
    (folder / "skog.txt").write_bytes(b"")
    assert main(["--cases", str(folder), "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["present"]["hit"] == 0
    assert printed.err.startswith(f"{folder.name}/skog.txt: ")
