"""The head: which body met, when and where, under which number."""

import pytest

from protokoll.reader import read_text_lines
from protokoll.records import Reading

REST = (
    "\n\nNärvarande: Anna Ek (Hjo), Bo Lind (Vara)\n\n1. Inledning\nAnna öppnar mötet.\n\n2. Övrigt\nInget.\n"
)


def read(head: str) -> Reading:
    return read_text_lines(head + REST)


@pytest.mark.parametrize(
    "head",
    [
        "DIGIT-nätverket\n\nTid och plats Levene skola, Vara, 09:00-12:00, 14 december 2018",
        "DIGIT-nätverket\n\nPlats och tid: Levene skola, Vara, fredagen den 14 december 2018 kl. 9–12",
        "DIGIT-nätverket\nDatum: 2018-12-14\nTid: 9.00-12.00\nPlats: Levene skola, Vara",
        "DIGIT-nätverket\nDatum: 14/12-18    Tid: 9-12    Plats: Levene skola, Vara",
        "DIGIT-nätverket\nMinnesanteckningar 2018-12-14, kl 9.00-12.00, Levene skola, Vara",
        "Minnesanteckningar DIGIT-nätverket\n14 december 2018 kl 09.00-12.00\nLevene skola, Vara",
        "Anteckningar från DIGIT-nätverkets möte\n\nNär: 14 december 2018 09.00–12.00\nVar: Levene skola, Vara",
        "# DIGIT-nätverket\n**Datum:** 2018-12-14\n**Tid:** 09:00–12:00\n**Plats:** Levene skola, Vara",
        "DIGIT-nätverket\n| Datum | 14 december 2018 |\n| Tid | 9.00–12.00 |\n| Plats | Levene skola, Vara |",
        "DIGIT-nätverket, möte fredagen den 14 december 2018 kl 9-12 i Levene skola, Vara",
    ],
)
def test_same_meeting_in_every_head(head: str) -> None:
    reading = read(head)
    assert (reading.body, reading.date, reading.start, reading.end, reading.place) == (
        "DIGIT-nätverket", "2018-12-14", "09:00", "12:00", "Levene skola, Vara",
    )  # fmt: skip


@pytest.mark.parametrize("place", ["Teams", "Digitalt via Teams", "Zoom"])
def test_digital_meeting_has_its_tool_as_the_place(place: str) -> None:
    assert read(f"Skolnätverket\nDatum: 2024-05-03\nPlats: {place}").place == place
    assert read("Skolnätverket\nMöte den 3 maj 2024 kl 10-12 via Zoom").place == "Zoom"


def test_year_of_the_school_year_in_the_head_settles_the_date() -> None:
    assert (
        read("Nätverket för skolskjuts\nMöte nr 5, läsåret 2020/21\nTorsdagen den 3 december, kl 10-12").date
        == "2020-12-03"
    )


def test_date_without_any_year_keeps_it_open() -> None:
    assert read("Föräldrarådet\nTid: Onsdag den 11 oktober kl. 18.00").date == "--10-11"


@pytest.mark.parametrize(
    ("line", "number"),
    [("Protokoll nr 3/2024", "3/2024"), ("Styrelsesammanträde nr 6", "6"), ("Protokoll 5/2019", "5/2019"), ("Möte 4", "4"),
     ("Möte den 6/9 2018", None), ("Protokoll 2023-06-09", None), ("Möte 18 mars", None)],
)  # fmt: skip
def test_number_is_told_from_dates(line: str, number: str | None) -> None:
    assert read(f"Lokalrådet\n{line}").number == number


def test_reference_keeps_its_dnr() -> None:
    assert (
        read("Styrgruppen\nPROTOKOLL nr 3/2024                    Dnr SGE 2024:31").reference
        == "Dnr SGE 2024:31"
    )


@pytest.mark.parametrize(
    ("written", "body"),
    [
        (
            "Protokoll fört vid årsmöte i Ekornavallens Hembygdslag\nDatum: 2022-02-27",
            "Ekornavallens Hembygdslag",
        ),
        ("KALLELSE\n\nNätverket för rektorer\nDatum: 2025-03-18", "Nätverket för rektorer"),
        ("Fritidschefsnätverket, möte den 6/9 2018 i Tranås", "Fritidschefsnätverket"),
        (
            "Samordningsgruppen för kris – minnesanteckningar\nDatum: 2023-09-14",
            "Samordningsgruppen för kris",
        ),
        ("RÅDET I ÖSTER                     PROTOKOLL nr 1/2022\nDatum: 2022-01-14", "RÅDET I ÖSTER"),
    ],
)
def test_body_is_named_without_what_the_document_is(written: str, body: str) -> None:
    assert read(written).body == body


def test_dates_of_other_things_in_the_head_are_not_the_meetings() -> None:
    head = "Rådet för kultur\nJusterat 2024-05-20\nSammanträdesdatum 2024-05-13\nNästa möte 2024-06-10"
    assert read(head).date == "2024-05-13"


def test_lines_of_the_single_values_are_told() -> None:
    reading = read("DIGIT-nätverket\n\nTid och plats Levene skola, 09:00-12:00, 14 december 2018")
    assert (reading.lines["body"], reading.lines["date"], reading.lines["place"]) == (1, 3, 3)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Uppdragsbeskrivning för nätverket\n\nSyfte\nSamverka.\n", "charter"),
        (
            "KALLELSE\nNätverket för rektorer\nTid: 18 mars 2025\n\n1. Val av sekreterare\n2. Övrigt\n",
            "notice",
        ),
        ("Minnesanteckningar\nNätverket\n\n1. Ekonomi\nBra.\n", "minutes"),
        ("Recept på kaka\n\nVispa ägg och socker.\n", "other"),
    ],
)
def test_kind_of_document(written: str, kind: str) -> None:
    assert read_text_lines(written).kind == kind


def test_links_are_given_once_with_their_scheme() -> None:
    reading = read_text_lines(
        "Minnesanteckningar\n\n1. Material\nSe www.matklimat.example och https://a.example/b_(c).\nMejla info@hjo.example, "
        "eller se https://www.matklimat.example/.\n"
    )
    assert [link.target for link in reading.links] == [
        "https://www.matklimat.example", "https://a.example/b_(c)", "mailto:info@hjo.example",
    ]  # fmt: skip


def test_lines_that_nobody_understood_are_shown() -> None:
    reading = read_text_lines(
        "Nätverket X\nDatum: 2024-01-02\nqwerty zxcvb asdf\n\nNärvarande: Anna Ek\n\n1. Ekonomi\nBra.\n"
    )
    assert [one.text for one in reading.unread] == ["qwerty zxcvb asdf"]
