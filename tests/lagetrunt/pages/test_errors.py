"""When something goes wrong, the page says in plain Swedish what to do, and stands in the frame."""

import pytest
from django.template.loader import get_template
from django.test import Client
from django.views.defaults import bad_request, server_error

ON = "/n/vastra/skola-it/"


def said(answer):
    """The page's heading, and whether the frame stands round it."""
    html = answer.content.decode()
    return html.split("<h1>")[1].split("</h1>")[0], 'class="mark"' in html and 'class="foot"' in html


def test_when_the_server_fails_no_database_is_asked(rf):
    assert said(server_error(rf.get("/"))) == ("Något gick fel hos oss", True)


def test_what_cannot_be_understood_says_so_without_a_database(rf):
    assert said(bad_request(rf.get("/"), ValueError())) == ("Frågan gick inte att förstå", True)


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_a_page_without_a_request_claims_nothing_about_who_is_signed_in(name):
    html = get_template(name).render()

    assert "inloggad" not in html
    assert "Logga in" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["foreigner", "newcomer", "former", "chair"])
def test_what_is_not_there_leads_back_to_ones_networks(stage, part):
    address = "/finns-inte/" if part == "chair" else ON

    answer = stage.client(part).get(address)

    assert (answer.status_code, *said(answer)) == (404, "Sidan finns inte, eller inte för dig", True)
    assert "Till dina nätverk" in answer.content.decode()


@pytest.mark.django_db
def test_whoever_may_not_is_told_who_may(stage):
    answer = stage.client("member").post(f"{ON}dokument/las-in/")

    assert (answer.status_code, *said(answer)) == (403, "Det får du inte göra", True)
    assert "ordförande, sekreterare eller kansli" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_that_stood_open_too_long_says_that_nothing_was_saved(stage):
    client = Client(enforce_csrf_checks=True)
    client.force_login(stage.accounts["chair"], backend="django.contrib.auth.backends.ModelBackend")

    answer = client.post(f"{ON}dokument/las-in/")

    assert (answer.status_code, *said(answer)) == (403, "Sidan hade stått öppen för länge", True)
    assert "Därför sparades inget" in answer.content.decode()


@pytest.mark.django_db
def test_a_host_that_is_not_ours_gets_a_plain_answer(client):
    answer = client.get("/", HTTP_HOST="nagon.annan.example")

    assert (answer.status_code, *said(answer)) == (400, "Frågan gick inte att förstå", True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked",
    [
        "sida=0",
        "sida=x",
        "sida=²",
        f"sida={10**30}",
        "ar=1",
        "lage=x&ordning=x&vem=%00",
        "kommun=%00",
        "ord=%00",
    ],
)
@pytest.mark.parametrize("page", ["moten/", "beslut/", "uppdrag/", "laget-runt/", "narvaro/", "datum/"])
def test_a_strange_question_is_answered_with_a_page(stage, page, asked):
    assert stage.client("chair").get(f"{ON}{page}?{asked}").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked",
    [
        "q=%00",
        "q=(",
        'q="',
        "q=*",
        "q=a&sida=²",
        f"q=a&sida={10**30}",
        "q=a&slag=x&natverk=x&ordning=x",
        "q=" + "a " * 500,
    ],
)
def test_a_strange_search_is_answered_with_a_page(stage, asked):
    assert stage.client("chair").get(f"/sok/?{asked}").status_code == 200
