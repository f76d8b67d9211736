"""The checker: one problem per fault, none for minutes that are in order."""

import re
from pathlib import Path

from protokoll.names import Directory, Organisation, Person
from protokoll.reader import read_text_lines

GOOD = """Bibliotekschefernas nätverk
Protokoll 2024-09-10

Tid: 09.00-12.00
Plats: Stadshuset, Hjo

Närvarande: Karin Ek (Hjo), Eva Lund (Tibro), Per-Olof Ask (Skara)
Frånvarande: Töreboda

1. Val av sekreterare
Eva Lund

2. Läget
Karin kontaktar rektorerna senast den 1 oktober.

3. Nästa möte
Fredag 15 november kl 9 i Skara. Karin skickar kallelse.

Ordförande
Karin Ek

Sekreterare
Eva Lund
"""


def problems(old: str = "", new: str = "", directory: Directory | None = None) -> list[tuple[str, int]]:
    assert old in GOOD
    return [
        (one.code, one.line)
        for one in read_text_lines(GOOD.replace(old, new) if old else GOOD, directory).problems
    ]


def test_minutes_in_order_have_no_problems() -> None:
    assert problems() == []


def test_head_without_date_or_place() -> None:
    assert problems("Protokoll 2024-09-10", "Protokoll")[0] == ("P101", 1)
    assert ("P102", 2) in problems("Plats: Stadshuset, Hjo", "")


def test_meeting_that_ends_before_it_begins() -> None:
    assert [code for code, _ in problems("09.00-12.00", "13.00-12.00")] == ["P104"]


def test_number_used_twice_or_left_out() -> None:
    signs = (
        GOOD.replace("1. Val", "§ 1 Val").replace("2. Läget", "§ 2 Läget").replace("3. Nästa", "§ 2 Nästa")
    )
    assert [(one.code, one.line) for one in read_text_lines(signs).problems] == [("P105", 16)]
    assert problems("3. Nästa", "4. Nästa") == [("P106", 16)]


def test_another_than_the_elected_secretary_signs() -> None:
    assert problems("Sekreterare\nEva Lund", "Sekreterare\nPer-Olof Ask") == [("P201", 23)]


def test_member_neither_present_nor_absent() -> None:
    members = Directory(
        organisations=tuple(Organisation(name=name) for name in ("Hjo", "Skara", "Tibro", "Töreboda", "Vara"))
    )
    assert problems(directory=members) == [("P203", 7)]


def test_member_represented_by_somebody_named_without_organisation() -> None:
    members = Directory(
        organisations=tuple(Organisation(name=name) for name in ("Hjo", "Skara", "Tibro", "Töreboda")),
        people=(Person(name="Karin Ek", organisation="Hjo"),),
    )
    assert (
        problems(
            "Karin Ek (Hjo), Eva Lund (Tibro), Per-Olof Ask (Skara)",
            "Eva Lund (Tibro), Per-Olof Ask (Skara), Karin Ek",
            members,
        )
        == []
    )


def test_same_person_present_and_absent() -> None:
    assert problems("Frånvarande: Töreboda", "Frånvarande: Eva Lund (Tibro)") == [("P204", 7)]


def test_adjuster_and_secretary_who_are_not_present() -> None:
    assert [
        code
        for code, _ in problems("Sekreterare\nEva Lund\n", "Sekreterare\nEva Lund\n\nJusteras\nAnna Roos\n")
    ] == ["P205"]
    assert "P206" in [code for code, _ in problems("Eva Lund (Tibro), ", "")]


def test_promise_without_owner_or_time() -> None:
    assert problems(
        "Karin kontaktar rektorerna senast den 1 oktober.", "Uppdrag: Ta fram en mall till nästa möte."
    ) == [("P301", 14)]
    assert problems(" senast den 1 oktober", "") == [("P302", 14)]


def test_promise_due_before_the_meeting() -> None:
    assert problems("den 1 oktober", "2024-03-01") == [("P303", 14)]


def test_name_that_several_bear() -> None:
    people = Directory(
        people=(Person(name="Karin Ek", organisation="Hjo"), Person(name="Karin Alm", organisation="Vara"))
    )
    assert problems(directory=people) == [("P304", 14)]


def test_weekday_that_is_not_the_dates() -> None:
    assert problems("Fredag 15 november", "Torsdag 15 november") == [("P401", 17)]


def test_day_that_does_not_exist() -> None:
    assert ("P402", 14) in problems("den 1 oktober", "den 31 september")


def test_next_meeting_without_convener_or_place() -> None:
    assert problems(" Karin skickar kallelse.", "") == [("P403", 17)]
    assert problems(" i Skara", "") == [("P404", 17)]


def test_signature_dated_before_the_meeting() -> None:
    assert problems("Sekreterare\nEva Lund\n", "Sekreterare\nEva Lund 2024-09-01\n")[-1:] == [("P405", 23)]


def test_decision_that_says_nothing() -> None:
    assert problems("2. Läget\n", "2. Läget\nBeslut: Frågan diskuterades.\n") == [("P501", 14)]
    assert problems("2. Läget\n", "2. Läget\nBeslut: Inget beslut fattades.\n") == [("P501", 14)]


def test_election_without_a_name() -> None:
    assert "P502" in [code for code, _ in problems("Eva Lund\n\n2.", "\n2.")]


def test_messages_are_swedish_sentences_and_every_code_is_in_the_docs() -> None:
    found = read_text_lines(GOOD.replace(" senast den 1 oktober", "").replace("Fredag", "Torsdag")).problems
    assert [one.message[-1] for one in found] == [".", "."]
    source = "".join(file.read_text(encoding="utf-8") for file in Path("src/protokoll/checks").glob("*.py"))
    documented = Path("docs/checks.md").read_text(encoding="utf-8")
    codes = set(re.findall(r"\"(P\d{3})\"", source))
    assert codes == set(re.findall(r"`(P\d{3})`", documented))
