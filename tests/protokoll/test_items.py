"""Agenda items, numbered in every habit and not numbered at all."""

import pytest

from protokoll.reader import read_text_lines

HEAD = "Nätverket för bibliotekschefer\nMinnesanteckningar 2024-03-05\n\nNärvarande: Anna Ek (Hjo), Bo Lind (Vara)\n\n"


def items(body: str, head: str = HEAD) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in read_text_lines(head + body).items]


@pytest.mark.parametrize(
    "habit",
    ["{n}. {t}", "{n} {t}", "{n}) {t}", "{n}: {t}", "§ {n} {t}", "§{n} {t}", "- {n}. {t}**", "## {n}. {t}", "Punkt {n}: {t}",
     "Punkt {n} – {t}", "**{n}. {t}**", "Punkt {n}\n{t}", "- § {n} - {t}", "{n} § {t}"],
)  # fmt: skip
def test_numbers_in_every_habit(habit: str) -> None:
    titles = ["Föregående protokoll", "Skolskjuts", "Övrigt"]
    body = "\n\n".join(
        habit.replace("{n}", str(number)).replace("{t}", title) + "\nAnna berättade om läget just nu."
        for number, title in enumerate(titles, start=1)
    )
    assert items(body) == [("1", "Föregående protokoll"), ("2", "Skolskjuts"), ("3", "Övrigt")]


def test_numbers_need_not_begin_at_one() -> None:
    assert items("§ 44 Justering\nBo valdes.\n\n§ 45 Ekonomi\nBra.\n") == [
        ("44", "Justering"),
        ("45", "Ekonomi"),
    ]


def test_two_habits_in_one_document_are_one_agenda() -> None:
    body = "- 1. Utse sekreterare**\nAnna Ek\n- 2. Skolskjuts**\nBra.\n\n3. Nästa möte 1/2 i Hjo Guldkroksskolan\n\nTema: nät\n\n4. Övrigt\nInget.\n"
    assert items(body) == [
        ("1", "Utse sekreterare"), ("2", "Skolskjuts"), ("3", "Nästa möte 1/2 i Hjo Guldkroksskolan"), ("4", "Övrigt"),
    ]  # fmt: skip


def test_numbered_list_inside_an_item_is_no_agenda() -> None:
    body = (
        "§ 1 Gemensam kö\nTre saker talar för en kö:\n1. kortare väntan\n2. jämnare belastning\n3. lättare att rekrytera\n\n"
        "§ 2 Övrigt\nInget.\n"
    )
    assert items(body) == [("1", "Gemensam kö"), ("2", "Övrigt")]


def test_numbered_list_inside_a_numbered_item_is_no_agenda() -> None:
    body = "1. Inledning\nAnna öppnar.\n\n2. Avtal\nFyra vill förlänga:\n1. Hjo\n2. Tibro\n3. Vara\n\n3. System\nBra.\n\n4. Övrigt\n-\n"
    assert items(body) == [("1", "Inledning"), ("2", "Avtal"), ("3", "System"), ("4", "Övrigt")]


def test_numbered_answers_in_notes_without_numbers_are_no_agenda() -> None:
    body = (
        "Incheckning\nVi gick igenom dagens program.\n\nGemensam läsning\nDiskussion i grupper om boken:\n"
        "1. Vi vill dela upp boken och arbeta med delarna var för sig. Det finns meningar att fastna i.\n"
        "2. Dela upp ansvaret så att en grupp tar ett kapitel. Den väljer sätt.\n\nNästa träff\nBlir i maj.\n"
    )
    assert items(body) == [(None, "Incheckning"), (None, "Gemensam läsning"), (None, "Nästa träff")]


def test_agenda_repeated_as_headings_counts_once() -> None:
    body = "Dagordning\n1. Föregående möte\n2. Avlopp\n3. Övrigt\n\n1. Föregående möte\nGodkändes.\n\n2. Avlopp\nBra.\n\n3. Övrigt\nInget.\n"
    found = read_text_lines(HEAD + body)
    assert [(item.number, item.title) for item in found.items] == [
        ("1", "Föregående möte"),
        ("2", "Avlopp"),
        ("3", "Övrigt"),
    ]
    assert found.items[0].line == 11


def test_contents_with_leaders_count_once() -> None:
    body = "Innehåll\n§ 46 Öppnande ........ 1\n§ 47 Ekonomi ........ 2\n\n§ 46 Öppnande\nBo öppnade.\n\n§ 47 Ekonomi\nBra.\n"
    assert items(body) == [("46", "Öppnande"), ("47", "Ekonomi")]


def test_sub_numbers_are_items_and_unnumbered_sub_headings_are_not() -> None:
    body = "4 Information\n4.1 Skolinspektionen\nTillsyn pågår.\n4.2 Matematiklyftet\nAvslutas.\n\n5 Ekonomi\n\nBakgrund\nDet är dyrt.\n\nBeslut\natt spara.\n"
    assert items(body) == [
        ("4", "Information"),
        ("4.1", "Skolinspektionen"),
        ("4.2", "Matematiklyftet"),
        ("5", "Ekonomi"),
    ]


def test_title_wrapped_over_two_lines_is_one_title() -> None:
    body = "1. Rapport från arbetsgruppen för\ndigitala prov i grundskolan\nAnna berättade om läget.\n\n2. Övrigt\nInget.\n"
    assert items(body)[0] == ("1", "Rapport från arbetsgruppen för digitala prov i grundskolan")


def test_text_behind_the_title_on_the_same_line_is_body() -> None:
    body = "1. Mötets öppnande. Anna hälsade alla välkomna.\n2. Ekonomi. Kassan är god enligt Bo.\n3. Avslutning\nTack.\n"
    assert items(body) == [("1", "Mötets öppnande"), ("2", "Ekonomi"), ("3", "Avslutning")]


@pytest.mark.parametrize("habit", ["{}", "**{}**", "## {}"])
def test_headings_without_numbers(habit: str) -> None:
    titles = ["Språkutveckling", "Vikarier", "Kommande möten"]
    body = "\n\n".join(
        habit.format(title) + "\nAnna berättade om läget i kommunen just nu." for title in titles
    )
    assert items(body) == [(None, title) for title in titles]


def test_headings_in_capitals() -> None:
    body = "INLEDNING\nAnna hälsade välkommen.\n\nMEROPPET\nHjo har öppnat.\n\nSVINN\nVara vägde 38 gram.\n"
    assert items(body) == [(None, "INLEDNING"), (None, "MEROPPET"), (None, "SVINN")]


def test_municipalities_as_headings_are_no_items() -> None:
    body = "Inledning\nAnna öppnade mötet.\n\nVikarier\n\nHjo\nHar en egen pool.\n\nVara\nKöper in dem.\n\nAvslut\nTack för i dag.\n"
    assert items(body) == [(None, "Inledning"), (None, "Vikarier"), (None, "Avslut")]


def test_parts_of_the_minutes_are_no_items() -> None:
    body = (
        "Ärenden\n\n1. Ekonomi\nBra.\n\n2. Avslut\nTack.\n\nVid protokollet\nAnna Ek\n\nJusteras\nBo Lind\n"
    )
    assert items(body) == [("1", "Ekonomi"), ("2", "Avslut")]


def test_programme_of_a_notice_gives_items_without_their_times() -> None:
    notice = "KALLELSE\nNätverket för rektorer\nTid: 18 mars 2025 kl. 9\n\nProgram\n08.30   Kaffe\n09.00   Föregående anteckningar\n09.20–10.00   Nya timplanen\n"
    assert items(notice, head="") == [
        (None, "Kaffe"),
        (None, "Föregående anteckningar"),
        (None, "Nya timplanen"),
    ]


def test_charter_has_no_items() -> None:
    charter = "Uppdragsbeskrivning för nätverket\n\n1. Mål\nSamverka.\n\n2. Roller\nOrdföranden kallar.\n"
    assert items(charter, head="") == []


def test_agenda_in_a_table_takes_number_and_title_from_their_cells() -> None:
    body = "| Nr | Ärende | Ansvarig |\n|---|---|---|\n| 1 | Val av justerare | Anna |\n| 2 | Arvoden | Bo |\n| 3 | Nästa möte | |\n"
    assert items(body) == [("1", "Val av justerare"), ("2", "Arvoden"), ("3", "Nästa möte")]
