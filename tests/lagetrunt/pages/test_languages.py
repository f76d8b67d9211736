"""Swedish and English: which one a page speaks, that it speaks it all through, and how one changes it."""

import datetime as dt
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.translation import get_language, gettext, override

from lagetrunt.minutes.models import Import
from lagetrunt.outbox.models import Letter
from lagetrunt.pages.ring import listed, number_word
from lagetrunt.pages.templatetags import said
from lagetrunt.shared.language import language_of
from lagetrunt.shared.time import NBSP, contract_date, long_date, short_date
from tests.lagetrunt.cast import AT, hold, hold_many

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "tools"))
import translations  # noqa: E402 - the tool is no package

DAY = dt.date(2024, 9, 6)
VOID = {"meta", "link", "input", "br", "path", "circle", "hr", "img"}


class Said(HTMLParser):
    """The texts of a page that the service itself says: all but what stands in Swedish by its own ``lang``."""

    def __init__(self, html):
        super().__init__()
        self.open, self.texts = [], []
        self.feed(html.split("<body>")[1].replace("Laget runt</a>", "</a>", 1))  # the product's name is one

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in VOID:
            quoted = given.get("lang") == "sv" or tag in ("script", "style")
            self.open.append((tag, quoted or (bool(self.open) and self.open[-1][1])))
        if not self.quoted:
            self.texts += [given[name] for name in ("aria-label", "title", "placeholder") if given.get(name)]

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not self.quoted:
            self.texts.append(" ".join(data.split()))

    @property
    def quoted(self):
        return bool(self.open) and self.open[-1][1]


def swedish_texts():
    """What the interface says in Swedish and differently in English, with its gaps as patterns."""
    catalogue = translations.catalogue()
    for message in translations.collected():
        entry = translations.entry_of(message, catalogue)
        english = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        for text in filter(None, (message.text, message.plural)):
            if text not in english:
                yield re.compile(re.sub(r"%\\\(\w+\\\)s", ".+", re.escape(text.replace("%%", "%"))))


@pytest.fixture
def places(stage):
    """Every page that can be read, with something of everything on it."""
    hold_many(stage.network, 3)
    meeting = hold(
        stage.network,
        "2024-05-31",
        present=["Hjo"],
        away={"Vara": "apologies", "Skara": "partly"},
        host="Hjo",
        items=["Val", "Ugnar"],
        decisions=["Vi köper ugnen.", {"text": "Vi bygger.", "standing": "unconfirmed"}],
        assignments=[
            {"text": "Alla ringer.", "scope": "every-organisation"},
            {"text": "Ylva ringer.", "standing": "unconfirmed"},
            {"text": "Bo skriver.", "owners": ["Bo"], "due": "2024-06-07", "due_kind": "day"},
        ],
        topics=["Ugnar"],
        told={"Hjo": "Ny ugn."},
        events=[{"day": "2030-01-11", "host": "Hjo", "start": dt.time(9, 30)}],
    )
    source = Import.objects.get(meeting=meeting)
    letter = Letter.objects.create(
        to="a@b.example",
        sender="c@d.example",
        subject="x",
        text="y",
        not_before=AT,
        written_at=AT,
        state="unknown",
    )
    on = stage.base
    return [
        "/", "/sok/", "/sok/?q=ugn", "/sok/?q=xyz", on,
        *(f"{on}{part}/" for part in (
            "moten", f"moten/{meeting.pk}", "uppdrag", "beslut", "amnen", "datum", "laget-runt", "narvaro", "medlemmar",
            "uppdragsbeskrivning", "dokument", f"dokument/{source.pk}",
        )),
        f"{on}uppdrag/?lage=alla&ordning=over-tiden", "/brev/", f"/brev/{letter.pk}/", "/finns-inte/",
        "/konto/logga-ut/", "/konto/inget-konto/", "/konto/vilande/",
    ]  # fmt: skip


@pytest.mark.django_db
def test_an_english_page_says_nothing_in_swedish_but_what_is_quoted(stage, places):
    client = stage.client("administrator")
    client.cookies["sprak"] = "en"
    patterns = list(swedish_texts())

    found = {}
    for place in places:
        answer = client.get(place)
        html = answer.content.decode()
        assert '<html lang="en">' in html, place
        texts = Said(html).texts
        found[place] = [text for text in texts if any(pattern.fullmatch(text) for pattern in patterns)]

    assert {place: texts for place, texts in found.items() if texts} == {}


@pytest.mark.django_db
def test_the_walk_sees_swedish_where_it_stands(stage, places):
    html = stage.client("administrator").get(stage.base).content.decode()
    texts = Said(html).texts
    patterns = list(swedish_texts())

    assert sum(any(pattern.fullmatch(text) for pattern in patterns) for text in texts) > 20


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "heading"), [("/konto/logga-in/", "Sign in"), ("/", "The network’s memory")]
)
def test_a_stranger_whose_browser_asks_for_english_gets_it(address, heading):
    assert (
        f"<h1>{heading}</h1>" in Client(headers={"accept-language": "en-GB,en"}).get(address).content.decode()
    )


@pytest.mark.parametrize(
    ("chosen", "accepted", "language"),
    [
        ("", "", "sv"),
        ("", "en-GB,en;q=0.9", "en"),
        ("", "en-US,en;q=0.9,sv;q=0.1", "sv"),
        ("", "en, sv;q=0", "en"),
        ("", "sv, en;q=0.0", "sv"),
        ("", "nb,da;q=0.8,en;q=0.5", "en"),
        ("", "de,fr;q=0.8", "sv"),
        ("", "*", "sv"),
        ("", "x;;q=,,;;", "sv"),
        ("sv", "en", "sv"),
        ("en", "sv", "en"),
        ("de", "en", "en"),
        ("<b>", "", "sv"),
    ],
)
def test_a_choice_comes_first_and_then_the_browser(chosen, accepted, language):
    assert language_of(chosen, accepted) == language


@pytest.mark.django_db
def test_changing_the_language_keeps_the_page_and_is_remembered(stage):
    client = stage.client("member")
    page = f"{stage.base}uppdrag/?lage=alla&ordning=over-tiden"

    form = client.get(page).content.decode().split('class="tongue')[1].split("</form>")[0]
    assert f'value="{page.replace("&", "&amp;")}"' in form
    answer = client.post("/konto/sprak/", {"language": "en", "next": page})

    assert (answer.status_code, answer["Location"]) == (302, page)
    assert "<h1>Assignments</h1>" in client.get(page).content.decode()
    client.post("/konto/sprak/", {"language": "sv", "next": page})
    assert "<h1>Uppdrag</h1>" in client.get(page).content.decode()


@pytest.mark.django_db
def test_the_choice_leads_nowhere_else():
    answer = Client(enforce_csrf_checks=True).post(
        "/konto/sprak/", {"language": "en", "next": "https://evil.example/"}
    )

    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.django_db
def test_the_language_of_one_page_does_not_reach_the_next():
    Client(headers={"accept-language": "en"}).get("/")

    assert get_language() == "sv"


@pytest.mark.django_db
def test_shared_caches_are_told_what_the_page_depends_on():
    varies = {one.strip() for one in Client().get("/")["Vary"].split(",")}

    assert varies >= {"Accept-Language", "Cookie"}


@pytest.mark.django_db
def test_letters_are_in_swedish_whatever_the_page(settings):
    settings.EMAIL_BACKEND = "lagetrunt.outbox.backend.OutboxBackend"
    cache.clear()  # the throttle remembers what other tests asked for
    client = Client(headers={"accept-language": "en"})
    client.post("/konto/logga-in/", {"email": "nobody@somewhere.example"})

    assert [letter.subject for letter in Letter.objects.all()] == ["Din adress finns inte i Laget runt"]


@pytest.mark.parametrize(
    ("say", "swedish", "english"),
    [
        (lambda: long_date(DAY), f"fredag 6{NBSP}september 2024", f"Friday 6{NBSP}September 2024"),
        (lambda: long_date(DAY, today=DAY), f"fredag 6{NBSP}september", f"Friday 6{NBSP}September"),
        (lambda: short_date(dt.date(2024, 5, 2)), f"2{NBSP}maj{NBSP}2024", f"2{NBSP}May{NBSP}2024"),
        (lambda: contract_date("2023-W41"), f"vecka{NBSP}41, 2023", f"week{NBSP}41, 2023"),
        (lambda: contract_date("2023-10"), "oktober 2023", "October 2023"),
        (lambda: contract_date("--10-04"), f"4{NBSP}oktober", f"4{NBSP}October"),
        (lambda: said.month(dt.date(2024, 10, 1)), "okt", "Oct"),
        (lambda: said.clock(dt.time(9)), "9", "9.00"),
        (lambda: said.in_days(0), "i dag", "today"),
        (lambda: said.in_days(10), "om tio dagar", "in ten days"),
        (lambda: said.in_days(21), "om tre veckor", "in three weeks"),
        (lambda: said.overdue(1), f"1{NBSP}dag", f"1{NBSP}day"),
        (lambda: said.overdue(365), "tolv månader", "twelve months"),
        (lambda: said.months(27), f"2{NBSP}år{NBSP}3{NBSP}mån", f"2{NBSP}years{NBSP}3{NBSP}months"),
        (lambda: said.ett(1), "ett", "one"),
        (lambda: number_word(0), "ingen", "none"),
        (lambda: listed(["Hjo", "Vara"]), "Hjo och Vara", "Hjo and Vara"),
    ],
)
def test_dates_and_numbers_are_said_in_both_languages(say, swedish, english):
    with override("sv"):
        assert say() == swedish
    with override("en"):
        assert say() == english


def test_every_text_has_its_english():
    answer = subprocess.run(
        [sys.executable, ROOT / "tools" / "translations.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (answer.returncode, answer.stdout.splitlines()[1:]) == (0, [])


def test_a_translation_has_the_gaps_of_its_text():
    catalogue = translations.catalogue()
    wrong = []
    for message in translations.collected():
        string = translations.entry_of(message, catalogue).string
        gaps = set(re.findall(r"%\(\w+\)s", message.plural or message.text))
        last = string[-1] if isinstance(string, tuple) else string
        if set(re.findall(r"%\(\w+\)s", last)) != gaps:
            wrong.append(message.text)
    assert wrong == []


def test_outside_a_page_swedish_is_spoken():
    assert gettext("Beslut") == "Beslut"
