import pytest

from lagetrunt.minutes.belonging import Body, is_acronym, judge

SIT = Body(1, "Skola och IT", ("Skola och IT", "SIT"))
SCG = Body(2, "Skolchefsgruppen", ("Skolchefsgruppen", "SCG", "skolcheferna"))
ALL = [SIT, SCG]


def verdict(target=SIT, *, body=None, title=None, name="anteckningar.txt", lines=("Hej",)):
    return judge(target, ALL, contract={"body": body, "title": title}, name=name, lines=list(lines))


@pytest.mark.parametrize(
    "body",
    ["SIT", "SIT-nätverket", "SITnätverket", "Nätverket Skola och IT", "Minnesanteckningar SIT", "Nätverket"],
)
def test_a_document_that_names_the_network_in_any_way_is_its_own(body):
    assert verdict(body=body).key == 1


@pytest.mark.parametrize(
    ("short", "long"),
    [("SIKT", "Skaraborgs IKT-strateger"), ("SIT", "Skola och IT"), ("NKS", "Nätverket för Kultur i Skolan")],
)
def test_an_abbreviation_stands_for_the_words_it_begins(short, long):
    assert is_acronym(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [("SKIS", "Skaraborgs IKT-strateger"), ("SIT", "Simhallen"), ("IT", "i tiden"), ("sit", "Skola och IT")],
)
def test_other_letters_stand_for_other_words(short, long):
    assert not is_acronym(short, long)


def test_a_document_of_another_network_goes_there_only_when_a_person_says_so():
    result = verdict(body="Skolchefsgruppen")

    assert (result.key, result.suggested) == (None, 2)


def test_a_document_of_nobody_we_know_waits():
    assert verdict(body="Kanotklubben Strömmen").reason == (
        "Dokumentet kallar gruppen ”Kanotklubben Strömmen”, och Skola och IT nämns varken i rubriken eller filnamnet."
    )


def test_a_group_within_the_network_is_not_the_network():
    assert verdict(body="Styrgruppen för SIT").key is None


def test_a_file_name_with_a_foreign_abbreviation_that_the_text_uses_waits():
    assert verdict(name="moss-2023.txt", lines=["MOSS möts i Hjo"]).reason == (
        "Filnamnet börjar med MOSS, texten nämner MOSS och ingenstans Skola och IT."
    )


def test_a_foreign_abbreviation_is_no_doubt_when_the_text_names_the_network():
    assert verdict(name="moss-2023.txt", lines=["MOSS möts i Hjo", "Skola och IT deltog"]).key == 1


def test_a_document_that_names_nobody_belongs_where_it_was_brought():
    assert verdict().key == 1


def test_without_a_target_the_document_goes_to_the_network_it_names():
    assert verdict(None, body="SIT-nätverket").key == 1
    assert verdict(None, name="SCG 2023.pdf").key == 2
    assert verdict(None).reason == "Dokumentet nämner inget av nätverken."
