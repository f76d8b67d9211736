"""Who was there: lists, brackets, tables and sentences, in every habit of writing."""

import pytest

from protokoll.people import read_people
from protokoll.reader import read_text_lines
from protokoll.records import Reading

HEAD = "Nätverket för bibliotekschefer\nMinnesanteckningar 2024-03-05\n\n"
TAIL = "\n\n1. Inledning\nKarin hälsar välkommen.\n\n2. Övrigt\nInget.\n"


def read(attendance: str) -> Reading:
    return read_text_lines(HEAD + attendance + TAIL)


def present(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(one.name, one.organisation) for one in reading.present]


def absent(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(one.name, one.organisation) for one in reading.absent]


@pytest.mark.parametrize(
    "written",
    [
        "Närvarande\nAnna Ek, Hjo kommun\nBo Lind, Gullspångs kommun",
        "Närvarande: Anna Ek, Hjo; Bo Lind, Gullspång",
        "Närvarande: Anna Ek (Hjo), Bo Lind (Gullspång)",
        "Närvarande Anna Ek, Hjo\nBo Lind, Gullspång)",
        "Deltagare:\n- Anna Ek (Hjo\n- Bo Lind (Gullspång)",
        "Deltagare: Hjo: Anna Ek; Gullspång: Bo Lind",
        "Närv: Hjo (Anna Ek), Gullspång (Bo Lind)",
        "På plats: Anna Ek, Hjo\nVia Teams: Bo Lind, Gullspång",
        "Närvarande ledamöter\nAnna Ek, Hjo\nÖvriga närvarande\nBo Lind, Gullspång",
        "Närvarande        Anna Ek        Hjo\n                  Bo Lind        Gullspång",
        "Deltagare\nHjo            Anna Ek\nGullspång      Bo Lind",
        "Deltagare\nHjo\nAnna Ek\nGullspång\nBo Lind",
        "Deltagare:\nHjo, Anna Ek\nGullspång, Bo Lind",
        "Kallade:    Anna Ek, Hjo           X\n            Bo Lind, Gullspång     X",
        "Med på mötet var Anna Ek från Hjo och Bo Lind från Gullspång.",
        "Vi som var med: @Anna Ek (Hjo), @Bo Lind (Gullspång)",
        "| Kommun | Deltagare |\n|---|---|\n| Hjo | Anna Ek |\n| Gullspångs kommun | Bo Lind |",
        "Närvaro\n| Namn | Kommun | Närvarande |\n|---|---|---|\n| Anna Ek | Hjo | x |\n| Bo Lind | Gullspång | ja |",
    ],
)
def test_same_people_in_every_habit(written: str) -> None:
    reading = read(written)
    assert present(reading) == [("Anna Ek", "Hjo"), ("Bo Lind", "Gullspång")]
    assert absent(reading) == []


@pytest.mark.parametrize(
    "written",
    [
        "Frånvarande\nFalköping kommun\nKarin Alm, Skara",
        "Frånvarande: Falköping, Karin Alm (Skara)",
        "Ej närvarande: Falköping; Karin Alm, Skara",
        "Anmält förhinder: Falköping kommun, Karin Alm, Skara",
        "Falköping och Karin Alm (Skara) hade lämnat återbud.",
        "Meddelat frånvaro\nFalköping\nKarin Alm, Skara kommun",
    ],
)
def test_same_absent_in_every_habit(written: str) -> None:
    reading = read("Närvarande: Anna Ek, Hjo; Bo Lind, Vara\n" + written)
    assert absent(reading) == [(None, "Falköping"), ("Karin Alm", "Skara")]
    assert present(reading) == [("Anna Ek", "Hjo"), ("Bo Lind", "Vara")]


@pytest.mark.parametrize("nobody", ["?", "–", "-", "inga", "Ingen", "..."])
def test_absent_nobody_yields_nobody(nobody: str) -> None:
    assert absent(read(f"Närvarande: Anna Ek, Hjo\nFrånvarande: {nobody}")) == []


def test_number_of_members_yields_nobody() -> None:
    assert present(read("Närvarande: 31 medlemmar enligt bilagd lista")) == []


def test_municipality_set_out_with_nobody_behind_it_was_absent() -> None:
    reading = read("Deltagare: Borås: Anna Ek, Bo Al; Mark: -; Tranemo: Eva Lund; Herrljunga: förhinder")
    assert absent(reading) == [(None, "Mark"), (None, "Herrljunga")]
    assert present(reading) == [("Anna Ek", "Borås"), ("Bo Al", "Borås"), ("Eva Lund", "Tranemo")]


def test_table_with_crosses_tells_present_from_absent() -> None:
    reading = read(
        "| Kommun | Ledamot | Närv. | Frånv. |\n|---|---|---|---|\n| Täby | Igor Maric | X | |\n"
        "| Vaxholm | – | | X |\n| Lidingö | Eva Lund | | X |"
    )
    assert present(reading) == [("Igor Maric", "Täby")]
    assert absent(reading) == [(None, "Vaxholm"), ("Eva Lund", "Lidingö")]


@pytest.mark.parametrize(
    ("written", "substitute", "part"),
    [
        ("Eva Lund, Hjo (ers. Per Alm)", "Per Alm", None),
        ("Eva Lund (Hjo) för Per Alm (Hjo)", "Per Alm", None),
        ("Eva Lund, Hjo, tjänstgörande ersättare för Per Alm, § 4–9", "Per Alm", "§ 4–9"),
        ("Eva Lund (Hjo), ej § 91–97", None, "ej § 91–97"),
        ("Eva Lund, Hjo (fr.o.m. § 12)", None, "fr.o.m. § 12"),
        ("Eva Lund, Hjo, till kl. 15", None, "till kl. 15"),
    ],
)
def test_substitute_and_part_belong_to_the_person(
    written: str, substitute: str | None, part: str | None
) -> None:
    one = read(f"Närvarande\n{written}\nBo Lind, Vara").present[0]
    assert (one.name, one.organisation, one.substitute_for, one.part) == ("Eva Lund", "Hjo", substitute, part)


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Anna Ek, Hjo, ordförande", "ordförande"),
        ("Ordförande Anna Ek, Hjo", "Ordförande"),
        ("Anna Ek (Hjo, skolchef)", "skolchef"),
        ("Anna Ek (S), Hjo, 1:e vice ordförande", "1:e vice ordförande"),
        ("Anna Ek, Hjo", None),
    ],
)
def test_role_stands_before_or_behind_the_name_and_party_is_no_organisation(
    written: str, role: str | None
) -> None:
    one = read(f"Närvarande\n{written}\nBo Lind, Vara").present[0]
    assert (one.name, one.organisation, one.role) == ("Anna Ek", "Hjo", role)


def test_commas_between_names_are_told_from_commas_before_places() -> None:
    found = read_people("Anna Ek, ordf., Bo Lind, kassör, Cia Berg, Dan Alm (fr.o.m. § 3)")
    assert [(one.name, one.role, one.part) for one in found] == [
        ("Anna Ek", "ordf.", None), ("Bo Lind", "kassör", None), ("Cia Berg", None, None), ("Dan Alm", None, "fr.o.m. § 3"),
    ]  # fmt: skip


def test_people_joined_by_och_share_the_municipality_behind_them() -> None:
    found = read_people("Yasmin Haddad och Bengt Olin (Karlskoga), Tove Frisk, Agneta Ros (Örebro)")
    assert [(one.name, one.organisation) for one in found] == [
        ("Yasmin Haddad", "Karlskoga"), ("Bengt Olin", "Karlskoga"), ("Tove Frisk", "Örebro"), ("Agneta Ros", "Örebro"),
    ]  # fmt: skip


def test_clubs_are_organisations_as_written() -> None:
    reading = read(
        "Närvarande: Mia Falk, Sjöängens Ponnyklubb; Lillemor Ek, Falköpings kommun\nAnmält förhinder: Hornborga Körsällskap"
    )
    assert present(reading) == [("Mia Falk", "Sjöängens Ponnyklubb"), ("Lillemor Ek", "Falköping")]
    assert absent(reading) == [(None, "Hornborga Körsällskap")]


def test_surname_that_is_a_municipality_stays_a_surname() -> None:
    assert present(read("Närvarande\nHåkan Lund\nEva Berg, Hjo")) == [
        ("Håkan Lund", None),
        ("Eva Berg", "Hjo"),
    ]


def test_lost_dots_and_lost_letters_are_read_and_given_back_as_they_stand() -> None:
    reading = read_text_lines(
        "Folkhalsoradet\nProtokoll 2016-02-18\n\nNarvarande\nElsy Hammar, Toreboda kommun, ordforande\n"
        "Roland Fisk, Gullspangs kommun\nFranvarande\nKarlsborgs kommun\n\n1. Foregaende protokoll\nLades till handlingarna.\n"
    )
    assert present(reading) == [("Elsy Hammar", "Töreboda"), ("Roland Fisk", "Gullspång")]
    assert absent(reading) == [(None, "Karlsborg")]
    lost = read_text_lines(
        "Styrelsem\ufffdte 3 april 2017\nN\ufffdrvarande: \ufffdke Sj\ufffd, G\ufffdsta Ek\n\n1. Ekonomi\nBra.\n"
    )
    assert [one.name for one in lost.present] == ["\ufffdke Sj\ufffd", "G\ufffdsta Ek"]


def test_attendance_ends_where_the_first_matter_begins() -> None:
    reading = read_text_lines(
        "Kvalitetsnätverket\n\nNärvarande:\nMarianne Toll (Arvika)\nRuth Almér (Säffle\n\nCecilia Brandt (Arvika, Skolchef)\n\n"
        "Inledning\nMarianne hälsar välkommen till dagens möte.\n\nNästa träff\nBlir i maj.\n"
    )
    assert present(reading) == [
        ("Marianne Toll", "Arvika"),
        ("Ruth Almér", "Säffle"),
        ("Cecilia Brandt", "Arvika"),
    ]
    assert [item.title for item in reading.items] == ["Inledning", "Nästa träff"]
