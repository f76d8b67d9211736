import json

import pytest

from lagetrunt.exchange.queries import register
from lagetrunt.followup.models import Assignment
from lagetrunt.minutes import acts
from lagetrunt.networks import operations as networks
from tests.lagetrunt.minutes.readings import AT, LINES, contract, read, take_in

pytestmark = pytest.mark.django_db


def test_an_empty_network_has_an_empty_register(network):
    found = register(network, AT)

    assert (found["meetings"], found["topics"], found["charter"]) == ([], [], None)


def test_every_entry_tells_document_line_and_whether_it_is_confirmed(network):
    take_in(network)

    found = register(network, AT)

    for part in ("decisions", "assignments", "round", "events", "topics"):
        for entry in found[part]:
            assert {"id", "confirmed", "document", "line"} <= entry.keys()
            assert entry["document"] == "slojd.txt"
    assert [(one["text"], one["line"], one["confirmed"]) for one in found["decisions"]] == [
        ("Vi delar på en keramikugn.", 6, True)
    ]
    assert [(one["text"], one["line"], one["confirmed"]) for one in found["assignments"]] == [
        ("Ada frågar i Skara.", 7, False)
    ]


def test_a_meeting_tells_who_was_there(network):
    take_in(network, read(contract(secretary="Bo Stenmarker", secretary_elected="Ada Lindvret")))

    meeting = register(network, AT)["meetings"][0]

    assert (meeting["date"], meeting["place"], meeting["host"]) == ("2024-03-08", "Hjo", "Hjo")
    assert (meeting["present"], meeting["absent"]) == (["Hjo"], ["Tibro"])
    assert (meeting["chair"], meeting["secretary"], meeting["secretary_elected"]) == (
        "Ada Lindvret",
        "Bo Stenmarker",
        "Ada Lindvret",
    )


def test_an_organisation_with_somebody_there_is_not_absent(network):
    absent = [
        {"name": "Cissi Ek", "organisation": "Hjo", "line": 4},
        {"name": None, "organisation": "Tibro", "line": 4},
    ]
    take_in(network, read(contract(absent=absent)))

    assert register(network, AT)["meetings"][0]["absent"] == ["Tibro"]


def test_a_topic_tells_how_often_it_was_carried_and_whether_it_is_planned(network):
    take_in(network)
    take_in(network, read(contract(date="2024-05-08")), name="maj.txt")

    topic = register(network, AT)["topics"][0]

    assert (topic["title"], topic["first_raised"], topic["times_carried"], topic["planned"]) == (
        "Lera",
        "2024-03-08",
        1,
        False,
    )


def test_a_topic_that_became_a_point_later_is_planned(network):
    take_in(network)
    later = contract(
        date="2024-05-08", topics=[], items=[{"number": "1", "title": "Lera och glasyr", "line": 5}]
    )

    take_in(network, read(later), name="maj.txt")

    assert register(network, AT)["topics"][0]["planned"] is True


def test_what_was_struck_is_left_out(network):
    source = take_in(network)
    acts.dismiss(source=source, kind="assignment", record=Assignment.objects.get().pk, at=AT, by=None)

    assert register(network, AT)["assignments"] == []


def test_older_versions_add_no_remarks_and_no_second_meeting(network):
    problem = [{"code": "P201", "message": "Fel sekreterare.", "line": 13, "severity": "warning"}]
    take_in(network, read(contract(problems=problem)), name="slojd.docx")
    take_in(network, read(contract(problems=problem)), name="slojd.pdf")

    found = register(network, AT)

    assert [(one["code"], one["document"]) for one in found["problems"]] == [("P201", "slojd.pdf")]
    assert len(found["meetings"]) == 1
    assert [(one["document"], one["state"]) for one in found["documents"]] == [
        ("slojd.docx", "older"),
        ("slojd.pdf", "read"),
    ]


def test_the_register_is_json_and_the_same_each_time(network):
    take_in(network)
    take_in(network, read(contract(date=None), ["Andra ord", *LINES[:3]]), name="utan.txt")

    assert json.dumps(register(network, AT), ensure_ascii=False) == json.dumps(
        register(network, AT), ensure_ascii=False
    )


def test_another_network_is_not_in_it(network):
    take_in(network)
    other = networks.add_network(federation=network.federation, name="Musik")

    assert register(other, AT)["decisions"] == []


@pytest.mark.parametrize("meetings", [1, 6])
def test_the_register_asks_the_database_a_constant_number_of_times(
    network, meetings, django_assert_num_queries
):
    for month in range(1, meetings + 1):
        take_in(network, read(contract(date=f"2023-{month:02}-08")), name=f"{month}.txt")

    with django_assert_num_queries(18):
        register(network, AT)
