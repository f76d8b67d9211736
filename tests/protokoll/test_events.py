"""Dates to come, and what stands around them."""

import pytest
from tests.protokoll.minutes import read_items

from protokoll.reader import read_text_lines
from protokoll.records import Event


def events(*bodies: str) -> tuple[Event, ...]:
    return read_items(*bodies).events


def days(*bodies: str) -> list[str | None]:
    return [one.date for one in events(*bodies)]


def test_next_meeting_in_a_heading_with_its_theme_below() -> None:
    (one,) = events(
        "# Nästa möte 1/2 i Gullspång Gullstensskolan\nRobotar i undervisningen\nKarin bjuder in en lärare."
    )
    assert (one.date, one.place, one.host, one.theme) == (
        "2025-02-01",
        "Gullspång Gullstensskolan",
        "Gullspång",
        "Robotar i undervisningen",
    )


def test_next_meeting_with_time_place_and_convener() -> None:
    (one,) = events("# Nästa möte\nTorsdag 6 mars kl 9-12 i Skara, Stadshuset. Eva skickar kallelse.")
    assert (one.date, one.start, one.place, one.host, one.convener) == (
        "2025-03-06",
        "09:00",
        "Skara, Stadshuset",
        "Skara",
        "Eva",
    )


def test_line_with_dash_and_convener() -> None:
    (one,) = events("# Kommande träffar\n4 oktober – Noor skickar inbjudan")
    assert (one.date, one.convener, one.place) == ("2024-10-04", "Noor", None)


def test_list_of_dates_is_one_event_each() -> None:
    body = (
        "# Kommande möten\n• 18 mars Tibro\n• 20 maj Vara, tema utemiljö\n• 24–25 september "
        "studiebesök i Malmö"
    )
    assert [(one.date, one.host, one.theme) for one in events(body)] == [
        ("2024-09-24/2024-09-25", "Malmö", None),
        ("2025-03-18", "Tibro", None),
        ("2025-05-20", "Vara", "utemiljö"),
    ] or [(one.date, one.host, one.theme) for one in events(body)] == [
        ("2025-03-18", "Tibro", None),
        ("2025-05-20", "Vara", "utemiljö"),
        ("2024-09-24/2024-09-25", "Malmö", None),
    ]


def test_host_and_theme_before_a_date_in_brackets() -> None:
    body = "# Kommande träffar\nHjo, Läromedel (14/2)\nTibro, Digital lek (28/3)"
    assert [(one.date, one.host, one.theme, one.place) for one in events(body)] == [
        ("2025-02-14", "Hjo", "Läromedel", None),
        ("2025-03-28", "Tibro", "Digital lek", None),
    ]


def test_enumerated_dates_share_their_year() -> None:
    assert days("# Kommande möten\nNätverket träffas den 1 februari, 26 april och 27 september 2025.") == [
        "2025-02-01",
        "2025-04-26",
        "2025-09-27",
    ]


def test_date_of_another_body_names_it() -> None:
    body = (
        "Styrgruppens nästa möte 17 oktober\nPresidiet träffas 7 november\nUtvecklingsgruppens nästa "
        "möte är den 10 juni kl 11"
    )
    assert [(one.date, one.body, one.start) for one in events(body)] == [
        ("2024-10-17", "styrgruppen", None),
        ("2024-11-07", "presidiet", None),
        ("2025-06-10", "utvecklingsgruppen", "11:00"),
    ]


def test_week_month_and_span() -> None:
    body = "# Årshjul\nv. 41 studieresa\nnovember: digitalt\n14-15 maj internat"
    assert days(body) == ["2024-W41", "2024-11", "2025-05-14/2025-05-15"]


def test_course_and_decision_in_running_text() -> None:
    assert days(
        "Det finns en kurs i högläsning den 18 april i Borås.",
        "Mötet enades om att hålla ett medlemsmöte den 17 januari.",
    ) == [
        "2025-04-18",
        "2025-01-17",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mötet den 20 april gicks igenom.",
        "Konferensen hölls den 3 september och var välbesökt.",
        "Karin berättade om träffen den 2 september.",
        "Ansökan ska vara inne senast den 15 oktober.",
        "Anmälan till kursen senast den 1 december.",
        "Avtalet gäller till och med den 31 december.",
        "Från 1 mars gäller ny blankett.",
        "Biblioteket håller öppet 17 juni–18 augusti.",
        "Eva slutar den 31 december.",
        "Mötet i juni ställs in.",
        "Skolan får 24/7 support för 1/2 tjänst.",
        "Vi sågs tisdagen den 10 september 2024.",
    ],
)
def test_past_days_deadlines_and_running_times_are_none(sentence: str) -> None:
    assert days(sentence) == []


def test_year_stays_open_without_a_date_of_the_document() -> None:
    reading = read_text_lines(
        "Nätverket för sång\n\nMinnesanteckningar\n\nNärvarande: Karin Ek (Hjo), Eva Lund "
        "(Tibro)\n\n1. Läget\nAllt väl.\n\n2. Nästa möte\n10 juni i Hjo\n"
    )
    assert [one.date for one in reading.events] == ["--06-10"]


def test_term_in_a_heading_settles_the_year() -> None:
    assert days("# Kommande möten våren 2026\n12 mars\n7 maj") == ["2026-03-12", "2026-05-07"]


def test_table_of_dates() -> None:
    text = (
        "Nätverket för sång\nDatum: 2024-09-10\n\n## 1. Möten\n\n| Datum | Värd | Tema |\n|---|---"
        "|---|\n| 12 mars | Skara | Läsning |\n| 7 maj | Vara | ej bestämt |\n"
    )
    assert [(one.date, one.host, one.theme) for one in read_text_lines(text).events] == [
        ("2025-03-12", "Skara", "Läsning"),
        ("2025-05-07", "Vara", None),
    ]
