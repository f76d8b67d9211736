import datetime as dt

import pytest

from lagetrunt.documents import storage
from lagetrunt.exchange.queries import register
from lagetrunt.followup.models import Assignment, Decision, RoundEntry, Topic, TopicMention
from lagetrunt.meetings.models import AgendaItem, Attendance, Event, Meeting, Officer
from lagetrunt.minutes import acts, operations
from lagetrunt.minutes.models import Import
from lagetrunt.networks import operations as networks
from lagetrunt.networks.models import Organisation
from tests.lagetrunt.minutes.readings import AT, LINES, contract, read, take_in

pytestmark = pytest.mark.django_db


def test_minutes_make_a_held_meeting_with_everything_that_was_read(network):
    source = take_in(network)

    meeting = Meeting.objects.get()
    assert (meeting.state, meeting.date, meeting.place, meeting.host.name) == (
        "held",
        dt.date(2024, 3, 8),
        "Hjo",
        "Hjo",
    )
    assert source.state == "read"
    assert [item.title for item in AgendaItem.objects.all()] == ["Ugnar", "Laget runt", "Att planera"]
    assert [(a.status, a.organisation.name) for a in Attendance.objects.all()] == [
        ("present", "Hjo"),
        ("absent", "Tibro"),
    ]
    assert [(o.role, o.name, o.person.name) for o in Officer.objects.all()] == [
        ("chair", "Ada Lindvret", "Ada Lindvret")
    ]
    assert RoundEntry.objects.get().organisation.name == "Hjo"
    assert Topic.objects.get().title == "Lera"
    assert Event.objects.get().date == dt.date(2024, 4, 12)


def test_marked_lines_are_certain_and_sentences_unconfirmed(network):
    take_in(network)

    assert Decision.objects.get().standing == "certain"
    assert Assignment.objects.get().standing == "unconfirmed"


def test_every_record_stands_on_the_line_it_came_from(network):
    take_in(network)

    passage = Assignment.objects.get().passage
    assert (passage.first_line, passage.quote) == (7, "Ada frågar i Skara.")
    assert passage.text.body.split("\n")[6] == "Ada frågar i Skara."


def test_an_assignee_is_a_person_when_only_one_member_can_be_meant(network):
    take_in(network)

    assert [(one.name, one.person.name) for one in Assignment.objects.get().assignees.all()] == [
        ("Ada", "Ada Lindvret")
    ]


def test_an_assignee_stays_a_name_when_two_members_can_be_meant(network):
    from lagetrunt.people.operations import add_person

    other = add_person(federation=network.federation, name="Ada Mosselund")
    networks.add_membership(network=network, person=other)

    take_in(network)

    assert [(one.name, one.person) for one in Assignment.objects.get().assignees.all()] == [("Ada", None)]


def test_somebody_who_had_left_before_the_meeting_is_not_meant(network):
    network.memberships.filter(person__name="Ada Lindvret").update(until=dt.date(2024, 1, 31))

    take_in(network)

    assert [one.person for one in Assignment.objects.get().assignees.all()] == [None]


def test_official_municipalities_become_organisations_with_their_code(network):
    take_in(network)

    tibro = Organisation.objects.get(name="Tibro")
    assert (tibro.kind, tibro.code) == ("municipality", "1472")


def test_other_organisations_keep_their_name_as_written(network):
    said = contract(absent=[{"name": None, "organisation": "Kommunalförbundet", "line": 4}])

    take_in(network, read(said))

    assert Organisation.objects.get(name="Kommunalförbundet").kind == "federation"


def test_the_same_content_again_changes_nothing(network):
    content = ("\n".join(LINES)).encode()
    first = operations.import_document(network=network, content=content, name="a.txt", at=AT)

    again = operations.import_document(
        network=network, content=content, name="annat namn.txt", at=AT + dt.timedelta(days=1)
    )

    assert (again.state, again.source) == ("unchanged", first.source)
    assert Import.objects.count() == 1


def test_another_version_of_a_meeting_counts_nothing_twice(network):
    word = take_in(network, name="slojd.docx")

    pdf = take_in(network, name="slojd.pdf")

    word.refresh_from_db()
    assert (word.state, pdf.state, word.meeting_id) == ("older", "read", pdf.meeting_id)
    assert (Meeting.objects.count(), Assignment.objects.count(), Decision.objects.count()) == (1, 1, 1)


def test_a_draft_that_comes_after_the_final_minutes_is_the_older_version(network):
    final = take_in(network, name="slojd.pdf")
    before = Assignment.objects.get()

    draft = take_in(network, read(contract(assignments=[])), name="slojd utkast.docx")

    final.refresh_from_db()
    assert (final.state, draft.state) == ("read", "older")
    assert Assignment.objects.get() == before


def test_the_final_minutes_keep_the_records_of_the_draft(network):
    take_in(network, name="slojd utkast.docx")
    before = Assignment.objects.get()
    lines = [line.replace("Ada frågar i Skara.", "Ada frågar i Skara om en ugn.") for line in LINES]
    said = contract(
        assignments=[{"item": 0, "text": "Ada frågar i Skara om en ugn.", "assignees": ["Ada"], "line": 7}]
    )

    take_in(network, read(said, lines), name="slojd.docx")

    after = Assignment.objects.get()
    assert (after.id, after.text) == (before.id, "Ada frågar i Skara om en ugn.")


def test_what_only_the_draft_held_is_withdrawn_and_the_remarks_say_so(network):
    take_in(network, name="slojd utkast.docx")

    final = take_in(network, read(contract(topics=[])), name="slojd.docx")

    assert TopicMention.objects.get().withdrawn_at == AT
    assert [problem["code"] for problem in final.problems] == ["R101"]


def test_two_undated_files_with_the_same_words_are_one_meeting(network):
    said = contract(date=None)

    one = take_in(network, read(said), name="slojd.docx")
    two = take_in(network, read(said, [*LINES, ""]), name="slojd.pdf")

    assert one.meeting_id == two.meeting_id
    assert Meeting.objects.get().date is None


def test_undated_minutes_offer_the_day_that_other_minutes_named(network):
    take_in(network)

    undated = take_in(
        network, read(contract(date=None), ["Något helt annat står här", *LINES[:3]]), name="april.txt"
    )

    assert [one["date"] for one in undated.hints["proposals"]] == ["2024-04-12"]


def test_a_document_of_another_network_waits_and_says_why(network):
    networks.add_network(federation=network.federation, name="Musik")

    waiting = take_in(network, read(contract(body="Nätverket Musik")))

    assert (waiting.state, waiting.reason) == ("waiting", "Dokumentet nämner Musik, inte Slöjd och bild.")
    assert waiting.hints["suggested"] == "musik"
    assert Meeting.objects.count() == 0


def test_a_notice_calls_a_meeting_and_minutes_hold_it(network):
    notice = take_in(network, read(contract(kind="notice", place="Skolan, Hjo")), name="kallelse.txt")
    assert Meeting.objects.get().state == "called"

    take_in(network, read(contract(place=None)), name="slojd.txt")

    meeting = Meeting.objects.get()
    notice.refresh_from_db()
    assert (meeting.state, meeting.place, notice.state) == ("held", "Skolan, Hjo", "read")


def test_a_notice_that_comes_late_does_not_overwrite_the_minutes(network):
    take_in(network)
    said = contract(kind="notice", place="Annan plats", items=[{"title": "Bara detta", "line": 5}])

    take_in(network, read(said), name="kallelse.txt")

    assert Meeting.objects.get().place == "Hjo"
    assert AgendaItem.objects.filter(withdrawn_at=None).count() == 3


def test_a_charter_becomes_a_new_version(network):
    said = {
        "kind": "charter",
        "body": "Slöjd och bild",
        "goals": [{"number": "1", "title": "Lera åt alla", "tasks": ["dela"], "line": 1}],
        "duties": [{"role": "sekreterare", "text": "Skriva", "recipient": None, "line": 2}],
    }

    take_in(network, read(said, ["Lera åt alla", "Skriva"]), name="uppdrag.txt")

    charter = network.charters.get()
    assert (charter.version, charter.goals.get().tasks, charter.duties.get().role) == (
        1,
        ["dela"],
        "sekreterare",
    )


def test_a_topic_with_another_parenthesis_is_the_same_topic(network):
    take_in(network)

    take_in(
        network,
        read(contract(date="2024-04-12", topics=[{"title": "LERA (rödlera)", "line": 11}])),
        name="april.txt",
    )

    assert Topic.objects.get().mentions.count() == 2


def test_ids_do_not_depend_on_the_run(network):
    take_in(network)
    first = sorted(Assignment.objects.values_list("id", flat=True))
    network.imports.all().delete()
    Meeting.objects.all().delete()

    take_in(network)

    assert sorted(Assignment.objects.values_list("id", flat=True)) == first


def test_a_file_that_was_lost_comes_back_with_the_same_content(network):
    content = "\n".join(LINES).encode()
    source = operations.import_document(network=network, content=content, name="a.txt", at=AT).source
    path = storage.path_of(source.document.sha256)
    path.unlink()

    operations.import_document(network=network, content=content, name="a.txt", at=AT)

    assert path.read_bytes() == content


def test_a_document_goes_to_the_network_it_names(network):
    content = (
        "Minnesanteckningar Slöjd och bild\nDatum: 2024-02-02\n\n1. Lera\nBeslut: Vi köper lera.\n".encode()
    )

    outcome = operations.import_document(
        network=None, federation=network.federation, content=content, name="x.txt", at=AT
    )

    assert (outcome.state, outcome.source.network) == ("read", network)


def test_a_document_that_names_nobody_waits_at_the_root(network):
    outcome = operations.import_document(
        network=None, federation=network.federation, content=b"Hej\n1. Lera\n", name="x.txt", at=AT
    )

    assert (outcome.state, outcome.source.network.parent) == ("waiting", None)


def test_a_failed_file_is_tried_again(network):
    first = operations.import_document(network=network, content=b"\x89PNG\r\n\x1a\n", name="x.png", at=AT)

    again = operations.import_document(network=network, content=b"\x89PNG\r\n\x1a\n", name="x.png", at=AT)

    assert (first.state, again.state, Import.objects.count()) == ("failed", "failed", 1)


def test_a_day_without_a_year_follows_the_day_of_the_meeting(network):
    said = contract(events=[{"date": "--01-17", "what": "nästa möte", "line": 12}], date="2024-11-08")

    take_in(network, read(said))

    event = Event.objects.get()
    assert (event.date, event.date_text) == (dt.date(2025, 1, 17), "--01-17")


def test_a_remark_on_a_struck_promise_is_no_remark(network):
    problem = {"code": "P302", "message": "Utan dag.", "line": 7, "severity": "warning"}
    source = take_in(network, read(contract(problems=[problem])))
    acts.dismiss(source=source, kind="assignment", record=Assignment.objects.get().pk, at=AT, by=None)

    assert register(network, AT)["problems"] == []


def test_a_day_that_somebody_wrote_is_no_longer_missed(network):
    problems = [
        {"code": code, "message": "Saknas.", "line": 1, "severity": "warning"} for code in ("P101", "P103")
    ]
    source = take_in(network, read(contract(date=None, problems=problems)))

    acts.correct_meeting(source=source, fields={"date": "2024-03-08"}, at=AT, by=None)

    assert [one["code"] for one in register(network, AT)["problems"]] == ["P103"]


CHARTER = {
    "kind": "charter",
    "body": "Slöjd och bild",
    "duties": [],
    "goals": [{"number": "1", "title": "Lera åt alla", "tasks": ["dela"], "line": 1}],
}


def test_the_same_charter_as_word_and_as_pdf_is_one_version(network):
    word = take_in(network, read(CHARTER, ["Lera åt alla", "• dela"]), name="uppdrag.docx")

    pdf = take_in(network, read(CHARTER, ["Lera åt", "alla", "• dela"]), name="uppdrag.pdf")

    word.refresh_from_db()
    assert (word.state, pdf.state, network.charters.count(), network.goals.count()) == ("older", "read", 1, 1)


def test_another_charter_is_a_new_version_and_in_force(network):
    take_in(network, read(CHARTER, ["Lera åt alla", "• dela"]), name="uppdrag.docx")
    goals = [{"number": "1", "title": "Färg åt alla", "tasks": ["måla"], "line": 1}]

    take_in(
        network,
        read({**CHARTER, "goals": goals}, ["Färg åt alla", "• måla på väggar"]),
        name="uppdrag 2.docx",
    )

    assert [one.version for one in network.charters.all()] == [2, 1]
    assert [goal["title"] for goal in register(network, AT)["charter"]["goals"]] == ["Färg åt alla"]
