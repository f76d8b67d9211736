import io

import pytest
from django.test import Client

from lagetrunt.documents import storage
from lagetrunt.followup.models import Assignment, Decision
from lagetrunt.meetings.models import Event, Meeting
from lagetrunt.minutes import operations
from lagetrunt.minutes.models import Import
from lagetrunt.networks import operations as networks
from lagetrunt.people import operations as people
from tests.lagetrunt.minutes.readings import AT, LINES, contract, read, take_in

pytestmark = pytest.mark.django_db
BASE = "/n/provsamverkan/slojd/dokument/"
QUERIES_REVIEW = 19
QUERIES_LIST = 11


def client_of(network, role, *, place=None):
    """A browser in which somebody with this role in ``place`` (else the network) is signed in."""
    person = people.add_person(
        federation=network.federation, name=f"Roll {role}", email=f"{role}@prov.example"
    )
    networks.add_membership(network=place or network, person=person, role=role)
    client = Client()
    client.force_login(person.account, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def chair(network):
    return client_of(network, "chair")


@pytest.fixture
def source(network):
    return take_in(network)


def page(source):
    return f"{BASE}{source.pk}/"


def test_the_page_shows_the_lines_with_their_marks_beside_the_records(chair, source):
    html = chair.get(page(source)).content.decode()

    assert '<li id="r7" data-p="u5"><b><a href="#p-u5" tabindex="-1" title="Uppdrag">U</a></b>' in html
    assert '<mark class="k-u">Ada frågar i Skara.</mark>' in html
    assert 'id="p-u5"' in html


def test_text_that_looks_like_markup_stays_text(chair, network):
    lines = ["<script>alert(1)</script>", "Beslut: <b>allt</b> & mer"]
    said = contract(
        items=[],
        present=[],
        absent=[],
        assignments=[],
        round=[],
        topics=[],
        events=[],
        chair=None,
        decisions=[{"text": "<b>allt</b> & mer", "explicit": True, "line": 2}],
        lines={},
    )
    source = take_in(network, read(said, lines), name="farlig.txt")

    html = chair.get(page(source)).content.decode()

    assert "<script>alert" not in html
    assert '<mark class="k-b">&lt;b&gt;allt&lt;/b&gt; &amp; mer</mark>' in html


def test_unread_lines_are_visible(chair, network):
    source = take_in(network, read(contract(unread=[{"line": 1, "text": "Nätverket"}])))

    html = chair.get(page(source)).content.decode()

    assert '<li id="r1" class="un">' in html
    assert "1 oläst rad" in html


def test_a_record_is_confirmed_by_a_plain_form(chair, source):
    assignment = Assignment.objects.get()

    answer = chair.post(page(source) + "post/", {"do": f"confirm assignment {assignment.pk}"})

    assert (answer.status_code, answer["Location"]) == (302, page(source) + "#poster")
    assert Assignment.objects.get().standing == "confirmed"


def test_a_script_gets_the_right_hand_side_alone(chair, source):
    answer = chair.post(
        page(source) + "post/",
        {"do": f"dismiss assignment {Assignment.objects.get().pk}"},
        headers={"X-Part": "poster"},
        follow=True,
    )

    html = answer.content.decode()
    assert "struken" in html
    assert 'class="lines"' not in html


def test_a_correction_holds_only_what_was_changed(chair, source):
    assignment = Assignment.objects.get()
    form = {
        "record": f"assignment {assignment.pk}",
        "text": "Ada frågar i Skara.",
        "assignees": "Ada, Bo",
        "scope": "named",
        "due": "",
        "due_text": "",
    }

    chair.post(page(source) + "ratta/", form)

    assert source.acts.get().fields == {"assignees": ["Ada", "Bo"], "scope": "named"}
    assert [one.name for one in Assignment.objects.get().assignees.all()] == ["Ada", "Bo"]


def test_a_day_that_is_no_day_is_told_beside_its_field(chair, source):
    assignment = Assignment.objects.get()
    form = {"record": f"assignment {assignment.pk}", "text": "x", "scope": "named", "due": "snart"}

    answer = chair.post(page(source) + "ratta/", form)

    assert answer.status_code == 422
    assert "Skriv dagen som 2024-04-12" in answer.content.decode()
    assert source.acts.count() == 0


def test_a_record_is_added_from_lines(chair, source):
    chair.post(page(source) + "ny/", {"kind": "decision", "first": "9", "last": "9", "text": ""})

    assert Decision.objects.get(standing="confirmed").text == "Hjo: Ny ugn i höst."


def test_the_latest_act_is_undone(chair, source):
    chair.post(page(source) + "post/", {"do": f"dismiss assignment {Assignment.objects.get().pk}"})

    chair.post(page(source) + "post/", {"do": "undo"})

    assert Assignment.objects.get().standing == "unconfirmed"


def test_accepting_everything_goes_on_to_the_next_document(chair, source, network):
    other = take_in(network, read(contract(date="2024-05-08")), name="maj.txt")

    answer = chair.post(page(source) + "post/", {"do": "accept"})

    assert answer["Location"] == page(other)
    assert Assignment.objects.get(meeting=source.meeting).standing == "confirmed"


def test_the_meeting_itself_is_corrected_like_a_record(chair, source):
    form = {
        "record": f"meeting {source.meeting_id}",
        "date": "2024-03-08",
        "start": "",
        "end": "",
        "place": "Skolan i Hjo",
        "number": "",
    }

    chair.post(page(source) + "ratta/", form)

    assert Meeting.objects.get().place == "Skolan i Hjo"


def upload(client, *contents, **headers):
    files = [io.BytesIO(content.encode()) for content in contents]
    for number, file in enumerate(files):
        file.name = f"fil-{number}.txt"
    return client.post(BASE + "las-in/", {"files": files}, **headers)


def test_files_are_taken_in_by_a_plain_form(chair, network):
    answer = upload(chair, "Minnesanteckningar Slöjd och bild\nDatum: 2024-02-02\n1. Lera\n", "")

    assert answer["Location"] == BASE
    assert network.imports.get().name == "fil-0.txt"
    assert "fil-1.txt: Filen är tom." in chair.get(BASE).content.decode()


def test_a_script_gets_an_answer_for_each_file(chair, network):
    answer = upload(
        chair,
        "Minnesanteckningar Slöjd och bild\nDatum: 2024-02-02\n1. Lera\n",
        headers={"Accept": "application/json"},
    )

    source = network.imports.get()
    assert answer.json() == {
        "files": [
            {"name": "fil-0.txt", "state": "read", "message": "fil-0.txt: inläst.", "url": page(source)}
        ]
    }


def test_a_file_that_cannot_be_read_says_why_and_is_kept(chair, network):
    answer = upload(chair, "\x89PNG\r\n\x1a\n\0\0", headers={"Accept": "application/json"})

    source = network.imports.get()
    assert (answer.json()["files"][0]["state"], source.state) == ("failed", "failed")
    assert source.reason == answer.json()["files"][0]["message"] != ""


def test_the_original_comes_as_a_download_that_no_browser_runs(chair, source):
    answer = chair.get(page(source) + "fil")

    assert answer["Content-Disposition"] == 'attachment; filename="slojd.txt"'
    assert (answer["X-Content-Type-Options"], answer["Content-Security-Policy"]) == (
        "nosniff",
        "sandbox; default-src 'none'",
    )
    assert b"".join(answer.streaming_content) == storage.path_of(source.document.sha256).read_bytes()


@pytest.fixture
def stranger_document(network):
    networks.add_network(federation=network.federation, name="Musik")
    return take_in(network, read(contract(body="Nätverket Musik")), name="musik.txt")


def test_a_waiting_document_is_placed_by_a_person(network, stranger_document):
    office = client_of(network, "office", place=networks.root_of(network.federation))

    answer = office.post(page(stranger_document) + "plats/", {"network": "musik"})

    placed = Import.objects.get()
    assert (placed.network.slug, placed.placed, placed.state) == ("musik", True, "read")
    assert answer["Location"] == f"/n/provsamverkan/musik/dokument/{placed.pk}/"


def test_a_network_that_one_may_not_fill_is_not_offered(chair, stranger_document):
    assert chair.post(page(stranger_document) + "plats/", {"network": "musik"}).status_code == 404
    assert Import.objects.get().state == "waiting"


def test_a_waiting_document_is_set_aside(chair, stranger_document):
    chair.post(page(stranger_document) + "plats/", {"network": ""})

    assert Import.objects.get().state == "aside"


def test_undated_minutes_get_their_day_by_one_click(chair, network):
    text = "Minnesanteckningar Slöjd och bild\n\nNärvarande: Ada Lindvret, Hjo\n\n1. Lera\nBeslut: Vi köper lera.\n\n2. Övrigt\nInget.\n"
    source = operations.import_document(
        network=network, content=text.encode(), name="anteckningar 2024-04-12.txt", at=AT
    ).source
    assert 'name="day" value="2024-04-12"' in chair.get(page(source)).content.decode()

    chair.post(page(source) + "dag/", {"day": "2024-04-12"})

    assert [str(meeting.date) for meeting in Meeting.objects.all()] == ["2024-04-12"]
    assert Decision.objects.get().text == "Vi köper lera."


def test_a_meeting_that_gets_the_day_of_another_becomes_one_with_it(chair, network):
    text = "Minnesanteckningar Slöjd och bild\n\nNärvarande: Ada Lindvret, Hjo\n\n1. Lera\nBeslut: Vi köper lera.\n\n2. Övrigt\nInget.\n"
    dated = text.replace("\n\nNär", "\nDatum: 2024-04-12\nPlats: Hjo\n\nNär", 1).replace(
        "Inget.", "Ada berättar om resan till Skara och visar bilder."
    )
    first = operations.import_document(network=network, content=dated.encode(), name="a.txt", at=AT).source
    second = operations.import_document(network=network, content=text.encode(), name="b.txt", at=AT).source
    assert Meeting.objects.count() == 2

    chair.post(page(second) + "dag/", {"day": "2024-04-12"})

    first.refresh_from_db()
    second.refresh_from_db()
    assert (Meeting.objects.count(), first.state, second.state) == (1, "older", "read")
    assert Decision.objects.filter(withdrawn_at=None).count() == 1


PATHS = ["", "{pk}/", "{pk}/fil"]
ACTS = ["{pk}/post/", "{pk}/ratta/", "{pk}/ny/", "{pk}/dag/", "{pk}/plats/", "las-in/"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("role", "status"),
    [("chair", 200), ("secretary", 200), ("member", 200), ("office", 200), ("director", 200)],
)
def test_everybody_in_the_network_reads_its_documents(network, source, path, role, status):
    assert client_of(network, role).get(BASE + path.format(pk=source.pk)).status_code == status


@pytest.mark.parametrize("path", ACTS)
@pytest.mark.parametrize("role", ["member", "director"])
def test_who_may_not_review_is_refused(network, source, path, role):
    assert client_of(network, role).post(BASE + path.format(pk=source.pk)).status_code == 403


@pytest.mark.parametrize("path", [*PATHS, *ACTS])
def test_another_federation_is_not_there(network, source, path):
    other = networks.add_federation(name="Annan samverkan")
    client = client_of(networks.root_of(other), "office")

    address = BASE + path.format(pk=source.pk)
    assert (client.post(address) if path in ACTS else client.get(address)).status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_a_stranger_is_asked_to_sign_in(network, source, path):
    address = BASE + path.format(pk=source.pk)

    assert Client().get(address)["Location"].startswith("/konto/")


def test_a_document_of_another_network_is_not_there(chair, network):
    other = networks.add_network(federation=network.federation, name="Musik")
    source = take_in(other, read(contract(body="Musik")))

    assert chair.get(page(source)).status_code == 404


@pytest.mark.parametrize("rows", [1, 20])
def test_the_review_page_asks_the_database_a_constant_number_of_times(
    chair, network, rows, django_assert_num_queries
):
    assignments = [
        {"item": 0, "text": f"Ada frågar i Skara {n}.", "assignees": ["Ada"], "line": 7} for n in range(rows)
    ]
    source = take_in(network, read(contract(assignments=assignments)))

    with django_assert_num_queries(QUERIES_REVIEW):
        chair.get(page(source))


@pytest.mark.parametrize("rows", [1, 8])
def test_the_list_asks_the_database_a_constant_number_of_times(
    chair, network, rows, django_assert_num_queries
):
    for month in range(1, rows + 1):
        take_in(network, read(contract(date=f"2023-{month:02}-08")), name=f"{month}.txt")

    with django_assert_num_queries(QUERIES_LIST):
        chair.get(BASE)


def test_a_day_that_is_taken_back_is_gone_and_so_are_the_years_that_followed_it(chair, network):
    text = "Minnesanteckningar Slöjd och bild\n\nNärvarande: Ada Lindvret, Hjo\n\n1. Lera\nBeslut: Vi köper lera.\n\n2. Nästa möte\nNästa möte 17 januari i Hjo.\n"
    source = operations.import_document(network=network, content=text.encode(), name="a.txt", at=AT).source
    chair.post(page(source) + "dag/", {"day": "2023-11-12"})
    assert [str(event.date) for event in Event.objects.filter(withdrawn_at=None)] == ["2024-01-17"]

    chair.post(page(source) + "post/", {"do": "undo"})

    assert [meeting.date for meeting in Meeting.objects.all()] == [None]
    assert [event.date for event in Event.objects.filter(withdrawn_at=None)] == [None]


def test_a_notice_shows_nothing_of_the_minutes_on_its_lines(chair, network, source):
    notice = take_in(
        network,
        read(contract(kind="notice", items=[], decisions=[]), ["Kallelse", "Slöjd och bild"]),
        name="kallelse.txt",
    )

    html = chair.get(page(notice)).content.decode()

    assert "Vi delar på en keramikugn" not in html
    assert "Vi delar på en keramikugn" in chair.get(page(source)).content.decode()


def test_what_a_document_calls_the_network_is_remembered_when_one_asks_for_it(chair, network):
    lines = ["Keramikcirkeln", *LINES[1:]]
    waiting = take_in(network, read(contract(body="Keramikcirkeln"), lines), name="cirkel.txt")
    assert waiting.state == "waiting"

    chair.post(page(waiting) + "plats/", {"network": "slojd", "remember": "on"})

    network.refresh_from_db()
    assert network.aliases == ["Keramikcirkeln"]
    later = read(contract(body="Keramikcirkeln", date="2024-05-08"), lines)
    assert take_in(network, later, name="maj.txt").state == "read"


def test_the_name_of_another_network_is_not_remembered(network):
    networks.add_network(federation=network.federation, name="Musik")
    waiting = take_in(network, read(contract(body="Musik")), name="musik.txt")
    client = client_of(network, "chair")

    client.post(page(waiting) + "plats/", {"network": "slojd", "remember": "on"})

    network.refresh_from_db()
    assert network.aliases == []


def test_a_script_that_works_on_one_card_gets_that_card_alone(chair, source):
    do = f"assignment {Assignment.objects.get().pk}"

    answer = chair.post(
        page(source) + "post/", {"do": f"confirm {do}"}, headers={"X-Part": "kort"}, follow=True
    )

    html = answer.content.decode()
    assert html.startswith('<li id="p-u5"')
    assert html.count("data-card") == 1
    assert "bekräftad" in html
