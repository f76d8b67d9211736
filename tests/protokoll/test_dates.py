"""Dates and times as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll.dates import find_dates, find_times, impossible_dates, roll_forward, settled, term_base

AUTUMN = date(2024, 9, 10)
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
days = st.dates(date(1990, 1, 1), date(2049, 12, 31))


def isos(text: str, base: date | None = AUTUMN) -> list[str | None]:
    return [found.iso for found in find_dates(text, base)]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("6/9", "2025-09-06"),
        ("1/2-24", "2024-02-01"),
        ("2024-03-15", "2024-03-15"),
        ("15 mars", "2025-03-15"),
        ("den 1:a maj", "2025-05-01"),
        ("27 okt", "2024-10-27"),
        ("fredagen den 15 mars 2024", "2024-03-15"),
        ("24-03-15", "2024-03-15"),
        ("240315", "2024-03-15"),
        ("15.3.2024", "2024-03-15"),
        ("14-15 november", "2024-11-14/2024-11-15"),
        ("14–15/11", "2024-11-14/2024-11-15"),
        ("30 september–1 oktober", "2024-09-30/2024-10-01"),
        ("30/12-2/1", "2024-12-30/2025-01-02"),
        ("v. 41", "2024-W41"),
        ("vecka 7", "2025-W07"),
        ("i oktober 2020", "2020-10"),
        ("i mars", "2025-03"),
        ("To 28/11", "2024-11-28"),
    ],
)
def test_date_in_its_written_form(written: str, iso: str) -> None:
    assert isos(written) == [iso]


@pytest.mark.parametrize(
    "written",
    [
        "1/2 tjänst",
        "öppet 24/7",
        "1:1 från åk 4",
        "åk 4-6",
        "§ 3/2024",
        "§ 3/4",
        "version 3.12.1",
        "0500-12 34 56",
        "10 %",
        "läsåret 2024/25",
        "på torsdag",
        "dnr 240315",
        "2 400 enheter",
        "3,2 miljoner",
        "KS 2024:17",
        "2/3 av kommunerna",
    ],
)
def test_no_date_in_numbers_of_other_things(written: str) -> None:
    assert isos(written) == []


def test_year_open_without_a_base() -> None:
    assert isos("10 juni, v. 41 och 14-15 november", None) == ["--06-10", "--W41", "--11-14/--11-15"]


def test_enumeration_shares_month_and_year() -> None:
    assert isos("den 3, 10 och 17 april") == ["2025-04-03", "2025-04-10", "2025-04-17"]
    assert isos("den 1 februari, 26 april och 27 september 2023") == [
        "2023-02-01",
        "2023-04-26",
        "2023-09-27",
    ]
    assert isos("punkt 3, 10 april") == ["2025-04-10"]


def test_clock_time_joined_to_the_day_behind_or_before() -> None:
    found = [
        find_dates(text, AUTUMN)[0]
        for text in (
            "den 10 juni kl 11",
            "10 juni kl. 9–12",
            "09:00-12:00, 14 december 2018",
            "Tors 3 apr 13.00–15.00",
        )
    ]
    assert [(one.iso, one.start, one.end) for one in found] == [
        ("2025-06-10", "11:00", None),
        ("2025-06-10", "09:00", "12:00"),
        ("2018-12-14", "09:00", "12:00"),
        ("2025-04-03", "13:00", "15:00"),
    ]


def test_plain_hours_are_times_only_where_times_are_expected() -> None:
    assert find_times("13–16") == (None, None)
    assert find_times("13–16", bare=True) == ("13:00", "16:00")


def test_weekday_beside_a_date_contradicts_it_or_not() -> None:
    assert [one.weekday_wrong for one in find_dates("fredag 8 mars 2023, onsdag 15 mars 2023")] == [
        True,
        False,
    ]
    assert not find_dates("fredag 8 mars")[0].weekday_wrong


def test_past_mention_rolls_back() -> None:
    assert [one.iso for one in find_dates("17 februari", AUTUMN, roll="back")] == ["2024-02-17"]
    assert [one.iso for one in find_dates("v. 40", AUTUMN, roll="back")] == ["2023-W40"]


def test_impossible_day_is_no_date_but_told() -> None:
    assert isos("den 31 juni") == ["2025-06"]
    assert ["den 31 juni"[a:b] for a, b in impossible_dates("den 31 juni")] == ["31 juni"]


def test_heading_with_a_term_settles_the_year() -> None:
    assert [
        term_base(text) for text in ("Våren 2025", "ht-24", "läsåret 2024/25", "Möten 2025", "Möten")
    ] == [
        date(2025, 1, 1),
        date(2024, 7, 1),
        date(2024, 7, 1),
        date(2025, 1, 1),
        None,
    ]


def test_settled_gives_the_first_day_of_each_form() -> None:
    forms = ("2024-03-15", "2024-11-14/2024-11-15", "2024-W41", "2020-10", "--06-10", None)
    assert [settled(form) for form in forms] == [
        date(2024, 3, 15),
        date(2024, 11, 14),
        date(2024, 10, 7),
        date(2020, 10, 1),
        None,
        None,
    ]


@given(days)
def test_every_day_survives_being_written_and_read(day: date) -> None:
    forms = (
        day.isoformat(),
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{DAYS[day.weekday()]}en den {day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day}/{day.month} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
    )
    for form in forms:
        found = find_dates(f"Vi ses {form} i Hjo")
        assert [(one.iso, one.weekday_wrong, one.year_given) for one in found] == [
            (day.isoformat(), False, True)
        ]


@given(days, days)
def test_rolling_forward_gives_the_first_such_day_not_before_the_base(day: date, base: date) -> None:
    if (day.month, day.day) == (2, 29):
        day -= timedelta(days=1)
    rolled = roll_forward(day.month, day.day, base)
    assert (rolled.month, rolled.day) == (day.month, day.day)
    assert (
        base
        <= rolled
        < date(base.year + 1, base.month, 28 if (base.month, base.day) == (2, 29) else base.day)
        + timedelta(days=1)
    )


@given(days)
def test_leap_day_rolls_to_a_leap_year(base: date) -> None:
    rolled = roll_forward(2, 29, base)
    assert rolled >= base
    assert (rolled.month, rolled.day) == (2, 29)


@given(st.text(max_size=300))
def test_any_text_is_read_without_failing_and_spans_fit(text: str) -> None:
    for found in find_dates(text, AUTUMN):
        assert text[found.span[0] : found.span[1]] == found.text


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "piece", ["1", "1/", "1-", "1 jan ", "den ", "kl 9 ", "v. 1 ", "2024-", "måndag ", ", ", "12, "]
)
def test_hostile_repetition_costs_linear_time(piece: str) -> None:
    assert isinstance(find_dates(piece * 20_000, AUTUMN), list)
