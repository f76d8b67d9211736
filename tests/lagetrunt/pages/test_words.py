"""The small words of the pages: places, lateness, number words, and what is left out of a text."""

import datetime as dt

import pytest

from lagetrunt.meetings.queries import is_ordinary
from lagetrunt.pages.paragraphs import sections
from lagetrunt.pages.ring import label_lines
from lagetrunt.pages.templatetags.said import ett, happening, held_on, lower_first, overdue, place, until


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Stadshuset i Hjo.", "Stadshuset i Hjo"),
        ("", ""),
        (None, ""),
        ("<b>Hjo</b> & Tibro", "&lt;b&gt;Hjo&lt;/b&gt; &amp; Tibro"),
        (
            "Teams, länk: https://moten.example/rum-1.",
            'Teams, länk: <a href="https://moten.example/rum-1" rel="noreferrer">moten.example</a>',
        ),
        (
            'https://moten.example/"onclick="x',
            '<a href="https://moten.example/" rel="noreferrer">moten.example</a>&quot;onclick=&quot;x',
        ),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_a_place_links_its_address_and_nothing_else(written, shown):
    assert place(written) == shown


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 dag"),
        (12, "12 dagar"),
        (60, "60 dagar"),
        (61, "två månader"),
        (365, "tolv månader"),
        (730, "två år"),
        (1621, "fyra år"),
    ],
)
def test_lateness_is_told_in_the_unit_people_think_in(days, words):
    assert overdue(days).replace("\xa0", " ") == words


def test_one_of_a_neuter_word_is_ett():
    assert [ett(count) for count in (1, 2, 16)] == ["ett", "två", "16"]


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("Klart till nästa möte", "klart till nästa möte"),
        ("IT-gruppen ringer", "IT-gruppen ringer"),
        ("", ""),
    ],
)
def test_a_sentence_goes_on_with_a_small_letter_unless_it_is_an_abbreviation(text, small):
    assert lower_first(text) == small


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2024, 8, 27), "i dag"),
        (dt.date(2024, 8, 28), "i morgon"),
        (dt.date(2024, 9, 6), "om tio dagar"),
        (dt.date(2024, 8, 26), "inget protokoll är inläst"),
        (None, ""),
    ],
)
def test_how_far_off_a_called_meeting_is(day, words):
    assert until(day, dt.date(2024, 8, 27)) == words


@pytest.mark.parametrize(
    ("what", "ordinary"),
    [
        ("Nästa möte", True),
        ("Kommande möten:", True),
        ("nästa träff", True),
        ("", True),
        ("Temadag om AI", False),
        ("Nästa möte med skolcheferna", False),
    ],
)
def test_words_that_say_no_more_than_that_the_network_meets(what, ordinary):
    assert is_ordinary(what) is ordinary
    assert happening({"what": what, "body": ""}) == ("" if ordinary else what)


def test_the_meeting_of_others_is_always_named():
    assert happening({"what": "Nästa möte", "body": "skolchefsgruppen"}) == "Nästa möte"


def test_a_meeting_without_a_day_is_told_by_what_is_known():
    class Known:
        date = None

        def __init__(self, text):
            self.date_text = text

    assert [held_on(Known(text)) for text in ("2020-10", "--06-10", "")] == [
        "oktober 2020",
        "10\xa0juni",
        "möte utan dag",
    ]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Hjo", ("Hjo",)),
        ("Kommunalförbundet Skaraborg", ("Kommunalförbundet", "Skaraborg")),
        ("Räddningstjänstförbundet", ("Räddningstjänstfö…",)),
        ("Västra Götalandsregionens folkhälsa", ("Västra", "Götalandsregionen…")),
    ],
)
def test_a_long_name_beside_the_ring_takes_two_lines(name, lines):
    assert label_lines(name) == lines


def point(lines, signers):
    """The paragraphs of a meeting's only point, whose heading is the first line."""
    item = {
        "id": 1, "number": "1", "title": "Slut", "passage__text_id": 7, "passage__first_line": 1, "passage__last_line": 1,
    }  # fmt: skip
    found = sections(
        [item],
        decisions=[],
        assignments=[],
        body="\n".join(["Slut", *lines]),
        text_id=7,
        layout={},
        signers=signers,
    )
    return [paragraph.text for paragraph in found[0].paragraphs]


def test_signatures_under_the_last_point_are_left_to_the_head():
    signed = ["Mötet är slut.", "", "Ordförande    Sekreterare", "", "Ylva Brandtorp   Måns Ekelid"]

    assert point(signed, ["Ylva Brandtorp", "Måns Ekelid"]) == ["Mötet är slut."]


def test_a_sentence_about_those_who_sign_is_no_signature():
    told = ["Ylva Brandtorp är ordförande till juni.", "", "Vid protokollet", "Måns Ekelid"]

    assert point(told, ["Ylva Brandtorp", "Måns Ekelid"]) == ["Ylva Brandtorp är ordförande till juni."]
