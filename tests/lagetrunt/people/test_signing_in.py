"""Getting in: a code sent by mail, throttled; no registering; the demo's door only in the demo."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from lagetrunt.federations.models import Federation
from lagetrunt.outbox.models import Letter
from lagetrunt.people.actor import Actor
from lagetrunt.people.models import Account
from lagetrunt.people.operations import add_person, make_administrator

NOW = dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def eva(db, settings):
    settings.EMAIL_BACKEND = "lagetrunt.outbox.backend.OutboxBackend"
    cache.clear()  # the throttle remembers what other tests asked for
    federation = Federation.objects.create(name="Västra", slug="vastra")
    return add_person(federation=federation, name="Eva Ek", email="eva@hjo.example")


def ask_for_code(client, address):
    return client.post(reverse("account_login"), {"email": address})


def code_in_letter(address):
    return re.search(r"\b(\d{6})\b", Letter.objects.filter(to=address).first().text)[1]


def signed_in(client):
    return "_auth_user_id" in client.session


def test_the_code_from_the_letter_opens_the_door(client, eva):
    answer = ask_for_code(client, "eva@hjo.example")
    assert answer.headers["Location"] == reverse("account_confirm_login_code")
    answer = client.post(answer.headers["Location"], {"code": code_in_letter("eva@hjo.example")})
    assert (answer.status_code, answer.headers["Location"], signed_in(client)) == (302, "/", True)


def test_the_address_may_be_written_in_capitals(client, eva):
    ask_for_code(client, "EVA@Hjo.Example")
    assert Letter.objects.filter(to="eva@hjo.example").count() == 1


def test_a_wrong_code_says_so_and_three_are_enough(client, eva):
    page = ask_for_code(client, "eva@hjo.example").headers["Location"]
    right = code_in_letter("eva@hjo.example")
    wrong = "000000" if right != "000000" else "111111"
    assert "Koden stämmer inte" in client.post(page, {"code": wrong}).content.decode()
    for _ in range(3):
        client.post(page, {"code": wrong})
    client.post(page, {"code": right})
    assert signed_in(client) is False


def test_one_can_start_over_with_another_address(client, eva):
    ask_for_code(client, "eva@hjoo.example")
    page = client.post(reverse("account_logout"), {"next": reverse("account_login")}, follow=True)
    assert "Skriv din e-postadress" in page.content.decode()


def test_a_stranger_gets_a_letter_without_a_code_and_the_page_tells_nobody_apart(client, eva):
    known, unknown = (
        ask_for_code(Client(), address) for address in ("eva@hjo.example", "okand@nagon.example")
    )
    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )
    assert re.search(r"\b\d{6}\b", Letter.objects.get(to="okand@nagon.example").text) is None


def test_asking_for_many_codes_is_throttled(client, eva):
    answers = [ask_for_code(Client(), "eva@hjo.example") for _ in range(8)]
    assert answers[-1].status_code != 302
    assert Letter.objects.filter(to="eva@hjo.example").count() < 8


def test_the_letter_speaks_swedish(client, eva):
    ask_for_code(client, "eva@hjo.example")
    letter = Letter.objects.get(to="eva@hjo.example")
    assert letter.subject == f"Din kod till Laget runt: {code_in_letter('eva@hjo.example')}"


def test_nobody_can_register(client, db):
    assert [
        client.get(f"/konto/{page}/").status_code
        for page in ("signup", "registrera", "login", "password/reset")
    ] == [404] * 4


@pytest.mark.parametrize("method", ["get", "post"])
def test_outside_the_demo_its_door_does_not_exist(client, db, method):
    assert getattr(client, method)(reverse("demo")).status_code == 404


def test_in_the_demo_one_click_signs_in(client, eva, settings):
    settings.DEMO = True
    settings.DEMO_CAST = [
        {"role": "chair", "email": "eva@hjo.example", "name": "Eva Ek", "title": "Ordförande", "says": ""}
    ]
    client.post(reverse("demo"), {"role": "chair"})
    assert client.session["_auth_user_id"] == str(eva.account.pk)


def test_a_person_without_address_has_no_account(eva):
    assert add_person(federation=eva.federation, name="Bo Ny").account is None


def test_the_same_address_in_two_federations_is_one_account_and_two_persons(eva):
    other = Federation.objects.create(name="Östra", slug="ostra")
    twin = add_person(federation=other, name="Eva Ek", email="Eva@hjo.example")
    assert (twin.pk != eva.pk, twin.account) == (True, eva.account)
    assert Actor(eva.account, NOW).person_in(other.pk) == twin


def test_an_administrator_is_named_by_address(db):
    assert make_administrator(email="drift@vastra.example") == Account.objects.get(is_superuser=True)
