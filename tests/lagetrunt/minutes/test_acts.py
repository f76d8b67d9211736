import datetime as dt

import pytest

from lagetrunt.followup.models import Assignment, Decision
from lagetrunt.meetings.models import Event, Meeting
from lagetrunt.minutes import acts, operations
from lagetrunt.minutes.models import Act
from lagetrunt.networks import operations as networks
from lagetrunt.search.queries import find
from tests.lagetrunt.minutes.readings import AT, LINES, contract, read, take_in

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(hours=1)
BETTER = contract(
    assignments=[
        {
            "item": 0,
            "text": "Ada frågar i Skara.",
            "assignees": ["Bo"],
            "scope": "named",
            "due": "2024-05-01",
            "line": 7,
        }
    ]
)


@pytest.fixture
def source(network):
    return take_in(network)


@pytest.fixture
def ada(network):
    return network.memberships.get(person__name="Ada Lindvret").person


def again(source, said=None, lines=None, reader="second"):
    source.refresh_from_db()
    operations.bring_again(source=source, read=read(said or contract(), lines, reader), at=LATER)
    source.refresh_from_db()


def on_assignment(source, act, **more):
    return act(source=source, kind="assignment", record=Assignment.objects.get().pk, at=AT, by=None, **more)


def test_a_confirmed_record_counts(source, ada):
    act = acts.confirm(source=source, kind="assignment", record=Assignment.objects.get().pk, at=AT, by=ada)

    assert Assignment.objects.get().standing == "confirmed"
    assert (act.actor, act.at, act.sequence) == (ada, AT, 1)


def test_a_correction_is_what_stands(source):
    on_assignment(
        source,
        acts.correct,
        fields={"text": "Ada skriver till Skara", "assignees": ["Bo"], "due": "2024-04-12"},
    )

    assignment = Assignment.objects.get()
    assert (assignment.text, assignment.due, assignment.due_kind) == (
        "Ada skriver till Skara",
        dt.date(2024, 4, 12),
        "day",
    )
    assert [one.person.name for one in assignment.assignees.all()] == ["Bo Stenmarker"]
    assert assignment.passage.quote == "Ada frågar i Skara."


def test_a_field_that_the_kind_has_not_is_no_correction(source):
    on_assignment(source, acts.correct, fields={"state": "done", "explicit": True})

    assert (Assignment.objects.get().state, Assignment.objects.get().explicit) == ("open", False)


def test_a_dismissed_record_stays_with_its_line_but_is_not_found(source, network):
    on_assignment(source, acts.dismiss)

    assert Assignment.objects.get().standing == "dismissed"
    assert [hit.kind for hit in find("frågar i Skara", scopes=[network.pk]).hits] == ["item"]


def test_undoing_gives_back_what_was_read(source):
    on_assignment(source, acts.correct, fields={"text": "Något annat"})

    acts.undo(source=source, at=AT, by=None)

    assert (Assignment.objects.get().text, Assignment.objects.get().standing) == (
        "Ada frågar i Skara.",
        "unconfirmed",
    )
    assert Act.objects.count() == 2


def test_undoing_twice_takes_back_the_act_before(source):
    on_assignment(source, acts.correct, fields={"text": "Ett"})
    on_assignment(source, acts.correct, fields={"text": "Två"})

    acts.undo(source=source, at=AT, by=None)
    assert Assignment.objects.get().text == "Ett"
    acts.undo(source=source, at=AT, by=None)

    assert Assignment.objects.get().text == "Ada frågar i Skara."
    assert acts.undo(source=source, at=AT, by=None) is None


def test_a_record_is_added_from_lines_under_the_point_they_stand_in(source):
    acts.add(source=source, kind="decision", first=9, last=9, fields={}, at=AT, by=None)

    added = Decision.objects.get(standing="confirmed")
    assert (added.text, added.item.title, added.passage.first_line) == (
        "Hjo: Ny ugn i höst.",
        "Laget runt",
        9,
    )


def test_an_added_record_can_be_taken_back(source):
    acts.add(source=source, kind="decision", first=9, last=9, fields={"text": "Köp lera"}, at=AT, by=None)

    acts.undo(source=source, at=LATER, by=None)

    assert Decision.objects.get(text="Köp lera").withdrawn_at == LATER


def test_everything_unconfirmed_is_accepted_at_once_and_the_document_is_reviewed(source, ada):
    assert acts.accept_all(source=source, at=AT, by=ada) == 1

    source.refresh_from_db()
    assert (Assignment.objects.get().standing, source.reviewed_by) == ("confirmed", ada)
    assert Act.objects.count() == 1


def test_a_record_of_another_document_is_not_reached(source, network):
    other = take_in(network, read(contract(date="2024-05-08")), name="maj.txt")

    with pytest.raises(acts.NoSuchRecord):
        acts.confirm(
            source=other, kind="assignment", record=source.meeting.assignments.get().pk, at=AT, by=None
        )


# ---- reading again --------------------------------------------------------------------------------------------------


def test_an_improved_reader_changes_what_nobody_touched(source):
    again(source, BETTER)

    assignment = Assignment.objects.get()
    assert [one.name for one in assignment.assignees.all()] == ["Bo"]
    assert assignment.due == dt.date(2024, 5, 1)


def test_an_improved_reader_never_destroys_a_correction(source):
    on_assignment(source, acts.correct, fields={"assignees": ["Ada", "Bo"]})
    before = Assignment.objects.get().pk

    again(source, BETTER)

    assignment = Assignment.objects.get()
    assert (assignment.pk, assignment.standing, assignment.due) == (before, "confirmed", dt.date(2024, 5, 1))
    assert [one.name for one in assignment.assignees.all()] == ["Ada", "Bo"]


def test_what_was_struck_stays_struck(source):
    on_assignment(source, acts.dismiss)

    again(source, BETTER)

    assert Assignment.objects.get().standing == "dismissed"


def test_a_confirmed_record_stays_when_the_reader_no_longer_sees_it_but_the_words_stand(source):
    on_assignment(source, acts.confirm)

    again(source, contract(assignments=[]), ["En rad till överst", *LINES])

    assignment = Assignment.objects.get()
    assert (assignment.withdrawn_at, assignment.standing, assignment.passage.first_line) == (
        None,
        "confirmed",
        8,
    )


def test_an_unconfirmed_record_that_vanishes_is_withdrawn_and_comes_back_as_itself(source):
    before = Assignment.objects.get().pk

    again(source, contract(assignments=[]))
    assert Assignment.objects.get().withdrawn_at == LATER
    assert [problem["message"] for problem in source.problems] == [
        "Uppdrag som lästes tidigare finns inte kvar i texten: ”Ada frågar i Skara.”."
    ]

    again(source, BETTER, reader="third")
    assert (Assignment.objects.get().pk, Assignment.objects.get().withdrawn_at) == (before, None)


def test_a_record_added_by_hand_stays_and_is_not_doubled_when_the_reader_learns_to_see_it(source):
    acts.add(source=source, kind="decision", first=9, last=9, fields={}, at=AT, by=None)
    added = Decision.objects.get(standing="confirmed").pk
    again(source)
    assert Decision.objects.get(pk=added).withdrawn_at is None

    more = [*contract()["decisions"], {"item": 1, "text": "Hjo: Ny ugn i höst.", "line": 9}]
    again(source, contract(decisions=more), reader="third")

    assert Decision.objects.filter(withdrawn_at=None).count() == 2
    assert Decision.objects.get(pk=added).standing == "confirmed"


def test_an_undone_act_is_not_applied_again(source):
    on_assignment(source, acts.correct, fields={"text": "Fel"})
    acts.undo(source=source, at=AT, by=None)

    again(source)

    assert Assignment.objects.get().text == "Ada frågar i Skara."


def test_acts_on_a_draft_hold_for_the_final_minutes(network):
    draft = take_in(network, name="utkast.txt")
    on_assignment(draft, acts.correct, fields={"text": "Ada ringer Skara"})

    take_in(network, name="slutligt.txt")

    assert (Assignment.objects.get().text, Assignment.objects.get().standing) == (
        "Ada ringer Skara",
        "confirmed",
    )


def test_reading_the_same_again_leaves_every_row_as_it_was(source):
    def everything():
        return [
            list(model.objects.order_by("pk").values()) for model in (Meeting, Assignment, Decision, Event)
        ]

    before = everything()
    again(source, reader="first")

    assert everything() == before


def test_two_federations_with_the_same_document_never_meet(network):
    other = networks.add_federation(name="Annan samverkan")
    twin = networks.add_network(federation=other, name="Slöjd och bild", slug="slojd")
    sources = [take_in(one) for one in (network, twin)]

    for source in sources:
        acts.accept_all(source=source, at=AT, by=None)

    assert Act.objects.count() == 2
    assert sorted(Assignment.objects.values_list("network_id", flat=True)) == sorted([network.pk, twin.pk])
