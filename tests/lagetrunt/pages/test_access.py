"""Every address of the service, asked for by everybody of the cast, against one table.

in: it answers. refused: one sees the network but may not do this (403). not there: for all one can tell, it does not exist
(404). sign in: nobody in particular is asked who they are.
"""

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver

from lagetrunt.documents.models import Passage
from lagetrunt.followup.models import Assignment
from lagetrunt.meetings.models import Meeting
from lagetrunt.minutes.models import Import
from lagetrunt.outbox.models import Letter
from lagetrunt.search.operations import Entry, index
from tests.lagetrunt.cast import AT, CAST, TODAY, hold

pytestmark = pytest.mark.django_db
LEADING = ("chair", "secretary", "office", "administrator")
INSIDE = (*LEADING, "member", "director")
OUTSIDE = ("former", "newcomer", "foreigner")

READ = {**dict.fromkeys(INSIDE, "in"), **dict.fromkeys(OUTSIDE, "not there"), "stranger": "sign in"}
LEAD = {**READ, "member": "refused", "director": "refused"}
SIGNED_IN = {**dict.fromkeys(CAST, "in"), "stranger": "sign in"}
ANYBODY = dict.fromkeys(CAST, "in")
INSTALLATION = {**dict.fromkeys(CAST, "not there"), "administrator": "in", "stranger": "sign in"}
NOBODY = dict.fromkeys(CAST, "not there")

ON = "/n/vastra/skola-it/"
PAGES = {
    "pages:start": ("/", ANYBODY),
    "pages:search": ("/sok/?q=ugn", SIGNED_IN),
    "pages:register": (ON, READ),
    "pages:meetings": (f"{ON}moten/", READ),
    "pages:meeting": (f"{ON}moten/{{meeting}}/", READ),
    "pages:line": (f"{ON}rad/{{passage}}/", READ),
    "pages:decisions": (f"{ON}beslut/", READ),
    "pages:assignments": (f"{ON}uppdrag/", READ),
    "pages:topics": (f"{ON}amnen/", READ),
    "pages:dates": (f"{ON}datum/", READ),
    "pages:round": (f"{ON}laget-runt/", READ),
    "pages:attendance": (f"{ON}narvaro/", READ),
    "pages:members": (f"{ON}medlemmar/", READ),
    "pages:charter": (f"{ON}uppdragsbeskrivning/", READ),
    "minutes:documents": (f"{ON}dokument/", READ),
    "minutes:review": (f"{ON}dokument/{{source}}/", READ),
    "outbox:letters": ("/brev/", INSTALLATION),
    "outbox:letter": ("/brev/{letter}/", INSTALLATION),
    "account_login": ("/konto/logga-in/", ANYBODY),
    "account_request_login_code": ("/konto/logga-in/", ANYBODY),
    "account_confirm_login_code": ("/konto/logga-in/kod/", ANYBODY),
    "account_logout": ("/konto/logga-ut/", ANYBODY),
    "account_inactive": ("/konto/vilande/", ANYBODY),
    "account_signup": ("/konto/inget-konto/", ANYBODY),
    "demo": ("/konto/prova-som/", NOBODY),
}
ACTS = {
    "pages:settle": (f"{ON}uppdrag/{{assignment}}/", {"state": "done"}, LEAD),
    "minutes:upload": (f"{ON}dokument/las-in/", {}, LEAD),
    "minutes:act": (f"{ON}dokument/{{source}}/post/", {"do": "undo"}, LEAD),
    "minutes:correct": (
        f"{ON}dokument/{{source}}/ratta/",
        {"record": "meeting {meeting}", "date": "nej"},
        LEAD,
    ),
    "minutes:add": (f"{ON}dokument/{{source}}/ny/", {}, LEAD),
    "minutes:date": (f"{ON}dokument/{{source}}/dag/", {"day": "nej"}, LEAD),
    "minutes:place": (f"{ON}dokument/{{waiting}}/plats/", {"network": ""}, LEAD),
    "language": ("/konto/sprak/", {"language": "en"}, ANYBODY),
    "outbox:send-again": ("/brev/{letter}/igen/", {}, INSTALLATION),
}
ELSEWHERE = {
    "minutes:file": "the bytes lie in the data folder: tested with the documents' pages",
}


@pytest.fixture
def things(stage):
    """One of everything that an address can name."""
    meeting = hold(
        stage.network, "2024-05-31", present=["Hjo"], assignments=[{"text": "Ylva frågar om ugnen."}]
    )
    source = Import.objects.get(meeting=meeting)
    waiting = Import.objects.get(meeting=hold(stage.network, "2024-04-26"))
    Import.objects.filter(pk=waiting.pk).update(state=Import.State.WAITING, meeting=None)
    Meeting.objects.filter(date="2024-04-26").delete()
    letter = Letter.objects.create(
        to="a@b.example", sender="c@d.example", subject="x", text="y", not_before=AT, written_at=AT
    )
    return {
        "meeting": meeting.pk, "source": source.pk, "waiting": waiting.pk, "letter": letter.pk,
        "assignment": Assignment.objects.get().pk, "passage": Passage.objects.filter(text=source.text).first().pk,
    }  # fmt: skip


def verdict(answer):
    if answer.status_code == 302 and answer["Location"].startswith(
        str(settings.LOGIN_REDIRECT_URL) + "konto/logga-in/?next="
    ):
        return "sign in"
    return {403: "refused", 404: "not there"}.get(answer.status_code, "in")


@pytest.mark.parametrize("name", PAGES)
def test_who_may_open_a_page(stage, things, name):
    address, expected = PAGES[name]

    assert {part: verdict(stage.client(part).get(address.format(**things))) for part in CAST} == expected


@pytest.mark.parametrize("name", ACTS)
def test_who_may_act(stage, things, name):
    address, fields, expected = ACTS[name]
    sent = {key: value.format(**things) for key, value in fields.items()}

    assert {
        part: verdict(stage.client(part).post(address.format(**things), sent)) for part in reversed(CAST)
    } == expected


@pytest.mark.parametrize("name", ACTS)
def test_a_link_alone_never_acts(stage, things, name):
    address, _, _ = ACTS[name]

    assert stage.client("administrator").get(address.format(**things)).status_code == 405


def test_no_address_is_forgotten():
    def names(patterns, space=""):
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                yield f"{space}{pattern.name}"
            else:
                yield from names(
                    pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space
                )

    assert set(names(get_resolver().url_patterns)) == {*PAGES, *ACTS, *ELSEWHERE}


def test_the_rows_of_one_network_are_not_at_the_address_of_another(stage, things):
    theirs = "/n/ostra/skola-it/"
    client = stage.client("foreigner")

    found = {
        address: client.get(theirs + address.format(**things)).status_code
        for address in ("moten/{meeting}/", "rad/{passage}/", "dokument/{source}/")
    }
    assert set(found.values()) == {404}
    assert client.post(f"{theirs}uppdrag/{things['assignment']}/", {"state": "done"}).status_code == 404
    assert Assignment.objects.get().state == "open"


def test_one_who_promised_may_say_how_it_went(stage):
    hold(stage.network, TODAY, assignments=[{"text": "Sanna frågar.", "owners": [stage.person("member")]}])
    promise = Assignment.objects.get()

    stage.client("member").post(f"{ON}uppdrag/{promise.pk}/", {"state": "done"})

    assert Assignment.objects.get().state == "done"


def test_settling_leads_back_to_where_one_was_and_nowhere_else(stage, things):
    address = f"{ON}uppdrag/{things['assignment']}/"

    back = [
        stage.client("chair").post(address, {"state": "done", "next": said})["Location"]
        for said in (f"{ON}uppdrag/?lage=open", "https://ond.example/", "//ond.example/")
    ]
    assert back == [f"{ON}uppdrag/?lage=open", f"{ON}uppdrag/", f"{ON}uppdrag/"]


def test_search_finds_nothing_of_another_federation(stage):
    index(
        [
            Entry(
                key="decision:1",
                scope=stage.network.pk,
                kind="decision",
                title="Beslut",
                text="Vi delar på en ugn.",
                url=ON,
            )
        ]
    )

    found = {
        part: "Vi delar på en" in stage.client(part).get("/sok/?q=ugn").content.decode()
        for part in CAST
        if part != "stranger"
    }
    assert found == {**dict.fromkeys(INSIDE, True), **dict.fromkeys(OUTSIDE, False)}
