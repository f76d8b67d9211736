"""What the register and the start page tell, in the words that stand there."""

import datetime as dt
import re
from html import unescape

import pytest

from lagetrunt.followup import queries as followup
from lagetrunt.followup.models import Assignment
from lagetrunt.minutes.models import Import
from tests.lagetrunt.cast import TODAY, hold, hold_many

pytestmark = pytest.mark.django_db


def words(stage, part, address=None):
    """The page's text as one line."""
    html = (
        stage.client(part)
        .get(stage.base if address is None else address)
        .content.decode()
        .split("<main", 1)[1]
        .split("</main>")[0]
    )
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def ahead(days):
    """A day so many days after today, whenever the test runs."""
    return dt.date.today() + dt.timedelta(days=days)


def test_an_empty_network_says_what_to_do_and_who_may(stage):
    assert "Läs in protokoll" in words(stage, "chair")
    assert "Det gör nätverkets ordförande, sekreterare eller kansli." in words(stage, "member")


def test_those_who_may_review_are_told_what_waits(stage):
    hold(
        stage.network,
        "2024-05-31",
        assignments=[{"text": "Ylva ringer.", "standing": "unconfirmed"}],
        decisions=[{"text": "Vi köper.", "standing": "unconfirmed"}],
    )
    Import.objects.filter(pk=Import.objects.get(meeting=hold(stage.network, "2024-04-26")).pk).update(
        state="waiting", reason="Dokumentet nämner ett annat nätverk."
    )

    told = words(stage, "chair")
    assert "Väntar på dig Två poster är lästa ur meningar" in told
    assert "Dokumentet nämner ett annat nätverk. säg var det hör hemma" in told
    assert "Protokollet 31 maj 2024 2 obekräftade poster" in told
    assert "Väntar på dig" not in words(stage, "member")


def test_when_nothing_waits_nothing_is_said_of_it(stage):
    hold(stage.network, "2024-05-31", decisions=["Vi köper."])

    assert "Väntar på dig" not in words(stage, "chair")


def test_the_next_meeting_says_when_where_and_what_is_not_yet_settled(stage):
    day = ahead(10)
    hold(
        stage.network,
        "2024-05-31",
        events=[
            {
                "day": str(day),
                "host": "Hjo",
                "place": "Stadshuset.",
                "convener": "Måns",
                "start": dt.time(9, 30),
            }
        ],
    )

    told = words(stage, "member")
    assert "Nästa möte om tio dagar" in told
    assert "kl. 9.30 i Hjo Plats Stadshuset Tema temat inte klart Kallar Måns" in told


def test_a_network_of_which_no_coming_meeting_is_known_says_so(stage):
    hold(stage.network, "2024-05-31", present=["Hjo"])

    assert "Inget kommande möte är känt" in words(stage, "member")


def test_late_promises_come_first_and_unconfirmed_last(stage):
    hold(
        stage.network,
        "2024-05-31",
        assignments=[
            {"text": "Obekräftat.", "standing": "unconfirmed"},
            {"text": "Öppet."},
            {"text": "Sent.", "due": "2024-06-20", "due_kind": "day"},
            {"text": "Senare.", "due": "2024-07-20", "due_kind": "day"},
        ],
    )  # fmt: skip

    told = words(stage, "member")
    assert sorted(["Obekräftat.", "Öppet.", "Sent.", "Senare."], key=told.index) == [
        "Sent.",
        "Senare.",
        "Öppet.",
        "Obekräftat.",
    ]
    assert "Tre öppna, två av dem över tiden. Ett väntar på att någon bekräftar det." in told


def test_the_ring_says_who_came_and_leads_to_what_each_has_told(stage):
    hold(stage.network, "2024-05-31", present=["Hjo", "Skara"], away={"Vara": "apologies"})

    html = stage.client("member").get(stage.base).content.decode()
    assert f'<a href="{stage.base}laget-runt/?kommun=Hjo" aria-label="Hjo: närvarande">' in html
    assert "Vara: anmält förhinder" in html
    assert "Essunga: framgår inte" in html


def test_everybody_meets_what_they_promised_first(stage):
    hold(stage.network, "2024-05-31", assignments=[
        {"text": "Sanna ringer.", "owners": [stage.person("member")]},
        {"text": "Sanna mejlar.", "owners": [stage.person("member")], "due": "2024-06-20", "due_kind": "day"},
        {"text": "Sanna funderar.", "owners": [stage.person("member")], "standing": "unconfirmed"},
        {"text": "Sanna skrev.", "owners": [stage.person("member")], "state": "done"},
        {"text": "Ylva ringer.", "owners": [stage.person("chair")]},
    ])  # fmt: skip

    rows = followup.promised_by([stage.person("member").pk], [stage.network.pk], TODAY)
    assert [(row["text"], row["late"]) for row in rows] == [("Sanna mejlar.", 68), ("Sanna ringer.", 0)]
    assert "Det här har du lovat Sanna mejlar." in words(stage, "member", "/")
    assert "Det här har du lovat" not in words(stage, "director", "/")


def test_what_was_promised_in_a_network_one_has_left_is_not_shown(stage):
    hold(
        stage.network, "2023-05-31", assignments=[{"text": "Rut ringer.", "owners": [stage.person("former")]}]
    )

    assert "Rut ringer." not in words(stage, "former", "/")


def test_a_member_says_done_in_one_click_at_the_own_promises_only(stage):
    hold(stage.network, "2024-05-31", assignments=[
        {"text": "Sanna ringer.", "owners": [stage.person("member")]}, {"text": "Ylva ringer.", "owners": [stage.person("chair")]},
    ])  # fmt: skip
    hers = Assignment.objects.get(text="Sanna ringer.")

    html = stage.client("member").get(f"{stage.base}uppdrag/").content.decode()
    assert re.findall(r'action="[^"]*/uppdrag/([^/]+)/"', html) == [str(hers.pk)]
    assert stage.client("chair").get(f"{stage.base}uppdrag/").content.decode().count("/uppdrag/") > 2


def test_promises_are_chosen_by_who_made_them(stage):
    hold(stage.network, "2024-05-31", assignments=[
        {"text": "Ylva ringer.", "owners": [stage.person("chair")], "scope": "named"},
        {"text": "Åke ringer.", "owners": ["Åke"], "scope": "named"},
        {"text": "Var och en ringer.", "scope": "every-organisation"}, {"text": "Någon ringer."},
    ])  # fmt: skip

    def shown(who):
        told = words(stage, "chair", f"{stage.base}uppdrag/?vem={who}")
        return [
            text
            for text in ("Ylva ringer.", "Åke ringer.", "Var och en ringer.", "Någon ringer.")
            if text in told
        ]

    assert followup.owners(stage.network) == ["Ylva Brandtorp", "Åke"]
    assert [shown(who) for who in ("Ylva Brandtorp", "Åke", "alla kommuner", "ingen utsedd", "Sanna")] == [
        ["Ylva ringer."], ["Åke ringer."], ["Var och en ringer."], ["Någon ringer."], [],
    ]  # fmt: skip


def test_overdue_first_is_kept_from_page_to_page(stage):
    hold_many(stage.network, 60)
    hold(stage.network, "2024-08-01", assignments=[{"text": "Utan dag."}])

    first, second = (
        words(stage, "chair", f"{stage.base}uppdrag/?ordning=over-tiden&sida={page}") for page in (1, 2)
    )
    assert first.index("ugn 0.") < first.index("ugn 1.") < first.index("ugn 49.")
    assert ("Utan dag." in first, "Utan dag." in second) == (False, True)


def test_members_lead_to_their_promises(stage):
    hold(
        stage.network, "2024-05-31", assignments=[{"text": "Ylva ringer.", "owners": [stage.person("chair")]}]
    )

    html = stage.client("member").get(f"{stage.base}medlemmar/").content.decode()
    assert re.findall(r'uppdrag/\?vem=([^"]+)"', html) == [
        "Ylva%20Brandtorp", "M%C3%A5ns%20Ekelid&amp;lage=alla", "Sanna%20Rydfors&amp;lage=alla", "Rut%20Fallsj%C3%B6&amp;lage=alla",
    ]  # fmt: skip


def test_whoever_changed_role_has_not_left(stage):
    from lagetrunt.networks.operations import add_membership

    add_membership(network=stage.network, person=stage.person("chair"), until=dt.date(2023, 6, 30))

    told = words(stage, "member", f"{stage.base}medlemmar/").split("Har lämnat")[1]
    assert ("Ylva Brandtorp" in told, "Rut Fallsjö" in told) == (False, True)


def test_seats_without_anybody_are_named(stage):
    assert "Ingen företräder Essunga, Grästorp, Gullspång" in words(
        stage, "member", f"{stage.base}medlemmar/"
    )


def test_a_meeting_shows_what_was_promised_at_the_one_before(stage):
    hold(stage.network, "2024-03-15", assignments=[
        {"text": "Ylva ringer.", "state": "done"}, {"text": "Måns skriver."}, {"text": "Sanna undrar.", "standing": "unconfirmed"},
    ])  # fmt: skip
    meeting = hold(stage.network, "2024-05-31", items=["Val"])

    told = words(stage, "member", f"{stage.base}moten/{meeting.pk}/")
    assert "Från mötet 15 mars 2024, som det står i dag Öppet måns skriver. Klart ylva ringer." in told


def test_a_meeting_without_minutes_still_has_a_page(stage):
    from tests.lagetrunt.cast import meet

    meeting = meet(stage.network, None, date_text="2020-10", state="held")

    assert "Oktober 2020" in words(stage, "member", f"{stage.base}moten/{meeting.pk}/")
