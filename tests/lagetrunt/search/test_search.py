"""What a person who searches is promised, on both databases alike."""

import datetime as dt

import pytest

from lagetrunt.search.operations import Entry, index, remove
from lagetrunt.search.queries import excerpt, find

pytestmark = pytest.mark.django_db
SIT, SKU = 1, 2


def entry(number, text, *, scope=SIT, day="2024-03-15", title="", names=(), kind="decision"):
    return Entry(
        key=f"decision:{number}", scope=scope, kind=kind, title=title, text=text, names=tuple(names),
        day=dt.date.fromisoformat(day) if day else None, url=f"/r{number}",
    )  # fmt: skip


def found(text, scopes=(SIT,), **options):
    return [hit.key.split(":")[1] for hit in find(text, scopes=scopes, **options).hits]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("nätverk", "Vi pratade om nätverket."),
        ("systemkartan", "Skövde ritar en systemkarta."),
        ("provplaner", "Provplanen hängs upp i salen."),
        ("serverskåp", "Nyckeln till serverskåpen är borta."),
        ("nätverkets", "Ett nytt nätverk bildas."),
        ("avtal", "Då gäller avtalet ett år till."),
        ("avtalen", "Ett avtal ska skrivas."),
        ("systemkartan", "Allt finns på systemkartan.se i dag."),
        ("skola", "Alla skolor har fått frågan."),
        ("möte", "Det tas på nästa mötet."),
        ("böcker", "Varje elev fick en bok."),
        ("IT-pedagog", "De söker en IT-pedagog till."),
        ("pedagoger", "De söker en IT-pedagog till."),
    ],
)
def test_every_inflection_of_a_word_is_found(asked, written):
    index([entry(1, written), entry(2, "Helt andra ord står här.")])
    assert found(asked + " ") == ["1"]


def test_a_name_is_not_inflected_into_another_word():
    index(
        [
            entry(1, "Det var Hannes som bjöd in.", names=["Hannes Ek"]),
            entry(2, "De hann inte gå igenom listan."),
        ]
    )
    assert found("hannes ") == ["1"]
    assert found("hann ") == ["2"]


def test_every_word_must_be_there_and_the_last_may_be_unfinished():
    index([entry(1, "Avtalet med leverantören förlängs."), entry(2, "Avtalet sägs upp.")])
    assert found("avtal leveran") == ["1"]
    assert found("avtal leveran ") == []


def test_the_newest_stand_first_and_undated_last():
    index(
        [
            entry(1, "Lista", day="2022-01-01"),
            entry(2, "Lista", day=None),
            entry(3, "Lista", day="2025-01-01"),
        ]
    )
    assert found("lista") == ["3", "1", "2"]


def test_what_is_about_the_words_stands_first_when_relevance_is_asked_for():
    index(
        [
            entry(1, "Skolskjuts nämndes " + "bland annat " * 80),
            entry(2, "Om det.", title="Skolskjuts", day="2020-01-01"),
        ]
    )
    assert found("skolskjuts") == ["1", "2"]
    assert found("skolskjuts", by_relevance=True) == ["2", "1"]


def test_nothing_is_found_outside_the_networks_one_may_see():
    index([entry(1, "Hemlig lista"), entry(2, "Öppen lista", scope=SKU)])
    assert found("lista", scopes=(SKU,)) == ["2"]
    assert found("lista", scopes=()) == []
    assert sorted(found("lista", scopes=(SIT, SKU))) == ["1", "2"]


def test_what_is_changed_is_found_by_its_new_words_only():
    index([entry(1, "Gamla ord")])
    index([entry(1, "Nya bokstäver")])
    assert found("gamla") == []
    assert found("bokstäver") == ["1"]
    remove(["decision:1"])
    assert found("bokstäver") == []


def test_signs_that_mean_something_to_a_database_are_only_signs():
    index([entry(1, "Priset är 100 % (ungefär) & mer")])
    for asked in ('"', "'", "* OR", "a' | 'b", "NEAR(", "%", "\\", ":*", "100 %"):
        find(asked, scopes=[SIT])
    assert found("100 ungefär") == ["1"]


def test_pages_follow_each_other_without_gap_or_repetition():
    index([entry(number, "Samma ord", day=f"2024-01-{number:02}") for number in range(1, 26)])
    first, second = find("ord", scopes=[SIT]), find("ord", scopes=[SIT], start=20)
    assert [len(first.hits), first.more, len(second.hits), second.more] == [20, True, 5, False]
    assert len({hit.key for hit in first.hits + second.hits}) == 25


def test_the_excerpt_shows_the_sentence_with_its_words_marked():
    pieces = excerpt("Först något annat. Sedan talade vi om avtalet.", ["avtal"])
    assert [piece for piece, marked in pieces if marked] == ["avtalet"]
    assert "".join(piece for piece, _ in pieces) == "Först något annat. Sedan talade vi om avtalet."
