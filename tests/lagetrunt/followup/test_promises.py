"""Decisions and promises: what counts, who made them, and what is late."""

import datetime as dt

import pytest

from lagetrunt.documents.models import Record
from lagetrunt.followup import queries
from lagetrunt.followup.models import Assignment, Decision
from lagetrunt.followup.operations import settle
from tests.lagetrunt.cast import AT, TODAY, hold, meet

pytestmark = pytest.mark.django_db
UNSURE, GONE = Record.Standing.UNCONFIRMED, Record.Standing.DISMISSED


@pytest.fixture
def network(stage):
    return stage.network


def promise(text="Ylva frågar i Skara", scope="named", **fields):
    return {"text": text, "scope": scope, **fields}


def rows(network, **asked):
    return queries.with_owners(queries.assignments(network, **asked), network, TODAY)


def test_unconfirmed_decisions_are_shown_but_not_counted(network):
    hold(
        network, "2024-05-31", decisions=["Vi delar på en ugn.", {"text": "Vi var ense.", "standing": UNSURE}]
    )

    assert [row["text"] for row in queries.decisions(network)] == ["Vi delar på en ugn.", "Vi var ense."]
    assert queries.decision_count(network) == 1


def test_formalities_and_what_was_struck_are_not_among_the_decisions(network):
    hold(
        network, "2024-05-31",
        decisions=[{"text": "Dagordningen godkändes.", "formal": True}, {"text": "Fel läst.", "standing": GONE}, "Kvar."],
    )  # fmt: skip

    assert [row["text"] for row in queries.decisions(network)] == ["Kvar."]


def test_what_a_later_reading_did_not_find_is_gone(network):
    hold(network, "2024-05-31", decisions=["Kvar.", "Borta."])
    Decision.objects.filter(text="Borta.").update(withdrawn_at=AT)

    assert [row["text"] for row in queries.decisions(network)] == ["Kvar."]


def test_decisions_are_found_by_year_and_words(network):
    hold(network, "2023-05-05", decisions=["Vi delar på en ugn."])
    hold(network, "2024-05-31", decisions=["Vi köper en UGN.", "Vi köper lera."])

    assert [row["text"] for row in queries.decisions(network, year=2024, words="ugn")] == ["Vi köper en UGN."]


def test_decisions_come_newest_first_those_without_a_day_last(network):
    hold(network, None, date_text="2020-10", decisions=["Utan dag."])
    hold(network, "2024-05-31", decisions=["Nyast."])
    hold(network, "2019-05-31", decisions=["Äldst."])

    assert [row["text"] for row in queries.decisions(network)] == ["Nyast.", "Äldst.", "Utan dag."]


def test_every_decision_has_its_minutes_and_line(network):
    hold(network, "2024-04-26", items=["Ugnar"], decisions=["Vi delar på en ugn."])

    [row] = queries.decisions(network)
    assert (row["meeting__date"], row["passage__first_line"]) == (dt.date(2024, 4, 26), 3)


@pytest.mark.parametrize(
    ("due", "late"), [("2024-08-15", 12), ("2024-08-26", 1), ("2024-08-27", 0), ("2024-09-01", 0)]
)
def test_a_promise_is_late_from_the_day_after(network, due, late):
    hold(network, "2024-04-26", assignments=[promise(due=due, due_kind="day")])

    assert [row["late"] for row in rows(network)] == [late]
    assert len(queries.open_promises(network, TODAY).late) == min(late, 1)


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_settled_is_never_late(network, state):
    hold(network, "2024-04-26", assignments=[promise(due="2024-05-15", due_kind="day", state=state)])

    assert [row["late"] for row in rows(network)] == [0]


def test_the_unconfirmed_is_neither_open_nor_late_but_told_of(network):
    hold(
        network,
        "2024-04-26",
        assignments=[promise(due="2024-05-15", due_kind="day", standing=UNSURE), promise("Annat")],
    )

    found = queries.open_promises(network, TODAY)
    assert (found.open, found.unsure, found.late) == (1, 1, ())


def test_the_longest_overdue_comes_first(network):
    hold(network, "2024-04-26", assignments=[
        promise("kort", due="2024-08-20", due_kind="day"), promise("lång", due="2024-05-15", due_kind="day"),
    ])  # fmt: skip

    late = queries.open_promises(network, TODAY).late
    assert [Assignment.objects.get(pk=pk).text for pk in late] == ["lång", "kort"]


def test_until_the_next_meeting_is_the_day_of_that_meeting(network):
    hold(network, "2024-04-26", assignments=[promise(due_kind="meeting", due_text="till nästa möte")])
    meet(network, "2024-05-31")
    meet(network, "2024-09-06", state="called")

    [row] = rows(network)
    assert (row["day"], row["late"]) == (dt.date(2024, 5, 31), 88)


def test_until_the_meeting_in_september_is_that_one(network):
    hold(network, "2024-04-26", assignments=[promise(due_kind="meeting", due_text="till mötet i september")])
    meet(network, "2024-05-31")
    meet(network, "2024-09-06", state="called")

    [row] = rows(network)
    assert (row["day"], row["late"]) == (dt.date(2024, 9, 6), 0)


def test_a_meeting_that_nobody_has_called_gives_no_day(network):
    hold(network, "2024-05-31", assignments=[promise(due_kind="meeting", due_text="till nästa möte")])

    assert [row["day"] for row in rows(network)] == [None]


def test_a_person_is_named_in_full_with_the_municipality_others_as_written(stage):
    chair = stage.person("chair")
    hold(stage.network, "2024-05-31", assignments=[promise(owners=[chair, "Kristoffer"])])

    assert [row["owners"] for row in rows(stage.network)] == [["Ylva Brandtorp, Skara", "Kristoffer"]]


def test_promises_are_found_by_who_made_them(stage):
    chair = stage.person("chair")
    hold(stage.network, "2024-05-31", assignments=[
        promise("hennes", owners=[chair]), promise("hans", owners=["Kristoffer"]), promise("allas", scope="every-organisation"),
        promise("ingens", scope="unassigned"),
    ])  # fmt: skip

    asked = {owner: [row["text"] for row in rows(stage.network, owner=owner)] for owner in (
        "Ylva Brandtorp", "Kristoffer", queries.EVERYBODY, queries.NOBODY, "Ylva",
    )}  # fmt: skip
    assert asked == {
        "Ylva Brandtorp": ["hennes"], "Kristoffer": ["hans"], queries.EVERYBODY: ["allas"], queries.NOBODY: ["ingens"], "Ylva": [],
    }  # fmt: skip
    assert queries.owners(stage.network) == ["Kristoffer", "Ylva Brandtorp"]


def test_open_promises_are_counted_for_each_person(stage):
    chair = stage.person("chair")
    hold(stage.network, "2024-05-31", assignments=[
        promise("ett", owners=[chair]), promise("två", owners=[chair]), promise("klart", owners=[chair], state="done"),
        promise("osäkert", owners=[chair], standing=UNSURE),
    ])  # fmt: skip

    assert queries.open_by_person(stage.network) == {chair.pk: 2}


def test_a_settled_promise_is_found_by_its_state(stage):
    hold(stage.network, "2024-05-31", assignments=[promise("ett"), promise("två")])

    settle(assignment=Assignment.objects.get(text="ett"), state="done", at=AT, by=stage.person("chair"))

    assert [row["text"] for row in rows(stage.network, state="done")] == ["ett"]
    assert [row["text"] for row in rows(stage.network, state="open")] == ["två"]


def test_an_unknown_state_changes_nothing(stage):
    hold(stage.network, "2024-05-31", assignments=[promise()])

    with pytest.raises(ValueError, match="gone"):
        settle(assignment=Assignment.objects.get(), state="gone", at=AT, by=None)
    assert Assignment.objects.get().state == "open"
