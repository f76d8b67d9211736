"""Dates, ages and sources as people say them."""

import datetime as dt

import pytest

from lagetrunt.meetings.queries import Line
from lagetrunt.pages.templatetags import said
from lagetrunt.shared.time import NBSP, contract_date, day_of, exact_day, long_date, short_date

TODAY = dt.date(2024, 8, 27)
S = NBSP


def test_a_day_of_this_year_has_no_year():
    assert said.day(dt.date(2024, 9, 6), TODAY) == f"fredag 6{S}september"


def test_a_day_of_another_year_has_its_year():
    assert said.day(dt.date(2023, 9, 8), TODAY) == f"fredag 8{S}september 2023"


def test_a_meeting_without_a_day_says_so():
    assert (said.day(None), said.short(None)) == ("utan dag", "utan dag")


def test_sources_have_short_dates():
    assert [short_date(dt.date(2024, month, 1)).split(S)[1] for month in range(1, 13)] == [
        "jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"date": dt.date(2024, 9, 6)}, f"fredag 6{S}september"),
        ({"date": dt.date(2024, 11, 14), "last_date": dt.date(2024, 11, 15)}, f"14–15{S}november"),
        (
            {"date": dt.date(2024, 11, 30), "last_date": dt.date(2024, 12, 1)},
            f"30{S}nov{S}2024 – 1{S}dec{S}2024",
        ),
        ({"date": None, "date_text": "2023-W41"}, f"vecka{S}41, 2023"),
        ({"date": None, "date_text": "2020-10"}, "oktober 2020"),
        ({"date": None, "date_text": "--06-10"}, f"10{S}juni"),
        ({"date": None, "date_text": ""}, ""),
    ],
)
def test_whatever_is_known_of_a_date_is_said(row, words):
    assert said.when(row, TODAY) == words


def test_a_span_over_new_year_keeps_both_years():
    assert contract_date("2024-12-30/2025-01-02") == f"måndag 30{S}december 2024 – torsdag 2{S}januari 2025"


@pytest.mark.parametrize(("time", "words"), [((9, 0), "9"), ((10, 30), "10.30"), ((8, 5), "8.05")])
def test_clock_times_are_written_with_a_point(time, words):
    assert said.clock(dt.time(*time)) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "knappt en månad"), (1, f"1{S}mån"), (12, f"1{S}år"), (26, f"2{S}år{S}2{S}mån")],
)
def test_ages_are_years_and_months(count, words):
    assert said.months(count) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "i dag"), (1, "i morgon"), (10, "om tio dagar"), (21, "om tre veckor"), (92, "om tre månader")],
)
def test_how_far_off_a_day_is(days, words):
    assert said.in_days(days) == words


def test_a_source_names_its_minutes_and_line():
    row = {"passage_id": 7, "meeting__date": dt.date(2024, 4, 26), "passage__first_line": 31}

    assert (
        said.source(row, "/n/v/s/")
        == f'<a class="src" href="/n/v/s/rad/7/">protokoll 26{S}apr{S}2024, rad{S}31</a>'
    )


def test_what_somebody_added_by_hand_has_no_line():
    assert said.line({"passage_id": None}, "/n/v/s/") == '<span class="src">tillagt för hand</span>'


def test_a_late_evening_in_utc_is_the_next_day_in_sweden():
    assert day_of(dt.datetime(2024, 6, 30, 22, 30, tzinfo=dt.UTC)) == dt.date(2024, 7, 1)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024-09-06", (dt.date(2024, 9, 6), None)),
        ("2024-11-14/2024-11-15", (dt.date(2024, 11, 14), dt.date(2024, 11, 15))),
        ("2024-W41", (None, None)), ("--06-10", (None, None)), ("2024-13-45", (None, None)), (None, (None, None)),
    ],
)  # fmt: skip
def test_only_days_and_spans_of_days_are_exact(text, days):
    assert exact_day(text) == days


def test_every_weekday_has_its_swedish_name():
    assert [long_date(dt.date(2024, 1, day)).split()[0] for day in range(1, 8)] == [
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"), [("", ""), ("Hjo ordnar", "Hjo ordnar"), ("Hjo ordnar temadagen", "Hjo ordna…"), ("åäöåäöåäöåä", "åäöåäöåäö…")]
)  # fmt: skip
def test_long_texts_are_cut_at_so_many_letters(text, shown):
    assert said.cut(text, 10) == shown


def test_a_row_of_the_matrix_says_its_signs_in_words_and_counts_who_was_there():
    row = Line("Hjo & Skövde", ["present", "absent", "partly", ""])

    assert said.across(row, "av") == (
        '<tr><th scope="row">Hjo &amp; Skövde</th><td><i class="m j"><span>Närvarande</span></i></td>'
        '<td><i class="m f"><span>Frånvarande</span></i></td><td><i class="m d"><span>Del av mötet</span></i></td>'
        '<td><i class="m u"><span>Framgår inte</span></i></td><td>2&nbsp;av&nbsp;4</td></tr>'
    )
    assert said.across(Line("Vara", ["present", "absent", "absent", ""]), "av").startswith(
        '<tr class="gone">'
    )
