"""What one sees in the terminal."""

from __future__ import annotations

import io

import pytest

from protokoll.dates.written import written_date, written_time
from protokoll.reader import read_text_lines
from protokoll.records import Assignment, Decision, Event, Item, Present, Problem, Reading, Unread
from protokoll.summary import Summary, problems_as_text


def shown(reading: Reading, width: int = 70) -> list[str]:
    stream = io.StringIO()
    Summary(stream, width).show(reading)
    return stream.getvalue().splitlines()


MEETING = Reading(
    file="a.txt",
    sha256="",
    media_type="text/plain",
    kind="minutes",
    body="SIKT-nätverket",
    date="2018-12-14",
    start="09:00",
    end="12:00",
    place="Levene skola, Vara",
    chair="Anna Berg",
    secretary="Ulf Lind",
    secretary_elected="Eva Sten",
    present=(
        Present(line=3, name="Anna Berg", organisation="Hjo", role="ordförande"),
        Present(line=4, name="Ulf Lind", organisation="Vara", substitute_for="Per Holm"),
        Present(line=5, name="Eva Sten", organisation="Hjo"),
    ),
    items=(Item(line=7, number="4", title="Mediapoolen"),),
    decisions=(
        Decision(
            line=9,
            item=0,
            text="Avtalet förlängs med ett år för alla de kommuner som har sagt ja.",
            explicit=True,
        ),
    ),
    assignments=(
        Assignment(
            line=10, text="kontaktar leverantören", assignees=("Per",), due="2019-02-01", due_kind="day"
        ),
        Assignment(line=11, text="ta fram statistik", due_text="till nästa möte", due_kind="meeting"),
    ),
    events=(Event(line=12, date="2019-02-01", start="09:00", what="nästa möte", place="Gullspång"),),
    problems=(Problem(line=11, code="P301", message="Ingen har fått uppgiften."),),
)


def test_the_summary_of_a_meeting() -> None:
    assert shown(MEETING) == [
        "a.txt",
        "─" * 70,
        "SIKT-nätverket – protokoll",
        "fredag 14 december 2018, kl. 09:00–12:00 · Levene skola, Vara",
        "",
        "Närvarande     Hjo: Anna Berg (ordförande), Eva Sten · Vara: Ulf Lind",
        "               (ersätter Per Holm)",
        "Ordförande     Anna Berg",
        "Sekreterare    Ulf Lind; vald: Eva Sten",
        "",
        "Punkter  1",
        "     rad 7  4 Mediapoolen",
        "",
        "Beslut  1",
        "     rad 9  Avtalet förlängs med ett år för alla de kommuner som har",
        "            sagt ja. (punkt 4)",
        "",
        "Uppdrag  2",
        "    rad 10  Per: kontaktar leverantören – senast fredag 1 februari",
        "            2019",
        "    rad 11  ingen ansvarig: ta fram statistik – till nästa möte",
        "",
        "Kommer  1",
        "    rad 12  fredag 1 februari 2019 kl. 09:00: nästa möte, Gullspång",
        "",
        "Att se över  1",
        "    rad 11  P301 Ingen har fått uppgiften.",
    ]


def test_when_a_promise_is_due_is_not_told_twice() -> None:
    promise = Assignment(
        line=1, text="tar fram en mall till nästa möte.", assignees=("Eva",), due_text="till nästa möte"
    )
    assert shown(Reading(file="a", sha256="", media_type="", assignments=(promise,)))[-1] == (
        "     rad 1  Eva: tar fram en mall till nästa möte."
    )


@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert [line for line in shown(MEETING, width) if len(line) > width] == []


def test_many_lines_that_were_not_understood_are_counted() -> None:
    reading = Reading(
        file="a", sha256="", media_type="", unread=tuple(Unread(line=n, text="?") for n in range(1, 31))
    )
    assert shown(reading)[-1] == "            och 20 till"
    assert "Inte förstått  30" in shown(reading)


def test_a_terminal_gets_bold_type_and_a_pipe_none(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = Terminal()
    Summary(terminal, 60).show(MEETING)
    assert "\x1b[1mBeslut\x1b[0m" in terminal.getvalue()
    assert "\x1b" not in "".join(shown(MEETING))


def test_problems_are_printed_as_a_linter_does() -> None:
    assert problems_as_text(MEETING) == "a.txt:11: P301 Ingen har fått uppgiften."


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2019-09-06", "fredag 6 september 2019"),
        ("--06-10", "10 juni (året framgår inte)"),
        ("2019-11-14/2019-11-15", "14–15 november 2019"),
        ("2019-11-30/2019-12-01", "lördag 30 november 2019 – söndag 1 december 2019"),
        ("2023-W41", "vecka 41, 2023"),
        ("2020-10", "oktober 2020"),
        ("något annat", "något annat"),
    ],
)
def test_dates_as_people_write_them(value: str, words: str) -> None:
    assert written_date(value) == words


def test_times_as_people_write_them() -> None:
    assert [written_time("09:00", "12:00"), written_time("09:00", None), written_time(None, "12:00"), written_time(None, None)] == [
        "kl. 09:00–12:00", "kl. 09:00", "till kl. 12:00", "",
    ]  # fmt: skip


def test_minutes_typed_in_a_meeting_are_read_like_a_file() -> None:
    reading = read_text_lines("Protokoll\nDatum: 2024-03-15\n\n1. Avtalet\nBeslut: Avtalet förlängs.\n")
    assert (reading.date, [one.text for one in reading.decisions]) == ("2024-03-15", ["Avtalet förlängs."])
