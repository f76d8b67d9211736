"""Round the table: each organisation's report, whatever stands between its name and its words."""

import pytest

from protokoll.reader import read_text_lines

HEAD = "Nätverket för it-samordnare\nMinnesanteckningar 2024-03-05\n\nNärvarande: Anna Ek (Hjo), Bo Lind (Vara), Eva Ros (Skara)\n\n"


def entries(body: str, title: str = "Laget runt") -> list[tuple[str, str]]:
    reading = read_text_lines(
        f"{HEAD}1. Inledning\nAnna öppnar.\n\n2. {title}\n{body}\n\n3. Övrigt\nInget.\n"
    )
    assert {one.item for one in reading.round} <= {1}
    return [(one.organisation, one.text) for one in reading.round]


@pytest.mark.parametrize(
    "body",
    [
        "Hjo: Ny chef. Två vakanser.\nVara: Byter nät.",
        "Hjo; Ny chef. Två vakanser.\nVara; Byter nät.",
        "Hjo – Ny chef. Två vakanser.\nVara – Byter nät.",
        "Hjo. Ny chef. Två vakanser.\nVara. Byter nät.",
        "• Hjo - Ny chef. Två vakanser.\n• Vara - Byter nät.",
        "**Hjo:** Ny chef. Två vakanser.\n**Vara:** Byter nät.",
        "Hjo\nNy chef. Två vakanser.\nVara\nByter nät.",
        "Hjo:\nNy chef.\nTvå vakanser.\nVara:\nByter nät.",
        "Hjo kommun: Ny chef. Två vakanser. Vara kommun: Byter nät.",
        "Hjo (Anna): Ny chef. Två vakanser.\nVara (Bo): Byter nät.",
        "HJO – Ny chef. Två vakanser. VARA – Byter nät.",
        "| Kommun | Läge |\n|---|---|\n| Hjo | Ny chef. Två vakanser. |\n| Vara | Byter nät. |",
    ],
)
def test_same_reports_in_every_shape(body: str) -> None:
    assert entries(body) == [("Hjo", "Ny chef. Två vakanser."), ("Vara", "Byter nät.")]


def test_report_begins_in_mid_line() -> None:
    body = "Hjo; Har bytt leverantör av skrivare. Vara; Bygger om hela\nskolan till hösten. Skara; avvaktar"
    assert entries(body) == [
        ("Hjo", "Har bytt leverantör av skrivare."), ("Vara", "Bygger om hela skolan till hösten."), ("Skara", "avvaktar"),
    ]  # fmt: skip


def test_report_goes_on_over_lines_and_ends_at_the_white_space_behind_the_last() -> None:
    body = "Hjo: Rekrytering pågår.\nSista dag är 3 mars.\nVara: Lugnt.\n\nAnna sammanställer svaren till nästa möte."
    assert entries(body) == [("Hjo", "Rekrytering pågår. Sista dag är 3 mars."), ("Vara", "Lugnt.")]


def test_round_without_a_title_is_known_by_two_municipalities() -> None:
    body = "Vi jämförde vägningar.\nHjo: 45 gram, ny mätning i mars.\nVara: mäter inte."
    assert entries(body, title="Svinn") == [("Hjo", "45 gram, ny mätning i mars."), ("Vara", "mäter inte.")]


def test_municipality_at_the_start_of_a_sentence_is_no_report() -> None:
    body = "Hjo har lyckats väl med sin satsning.\nVara kommun står värd för nästa träff."
    assert entries(body, title="Studieresa") == []


def test_announced_round_may_be_told_in_sentences() -> None:
    body = "Hjo har anställt två vägledare.\nVara fortsätter som vanligt."
    assert entries(body, title="Runt bordet") == [
        ("Hjo", "har anställt två vägledare."),
        ("Vara", "fortsätter som vanligt."),
    ]


def test_genitive_of_a_municipality_is_no_report() -> None:
    body = "Varas upplägg finns i teamet. Laget runt i kommunerna.\nHjo; Räknar på köp.\nSkara; Väntar."
    assert entries(body, title="Styrkedja") == [("Hjo", "Räknar på köp."), ("Skara", "Väntar.")]


def test_dash_alone_is_no_report_and_inget_nytt_is_one() -> None:
    assert entries("Hjo: –\nVara: Inget nytt.\nSkara: -") == [("Vara", "Inget nytt.")]


def test_dates_behind_municipalities_are_no_round() -> None:
    assert entries("Hjo: 4 maj\nVara: 12 september kl 9", title="Kommande möten") == []


def test_decision_ends_the_report_before_it() -> None:
    body = "Hjo: Lugnt.\nVara: Mycket att göra.\nBeslut: Vi prövar igen."
    assert entries(body) == [("Hjo", "Lugnt."), ("Vara", "Mycket att göra.")]


def test_clubs_of_the_attendance_report_as_municipalities_do() -> None:
    reading = read_text_lines(
        "Samrådet för ridanläggningar\nProtokoll 2019-10-16\nNärvarande: Mia Falk, Sjöängens Ponnyklubb; Bo Al, Karleby Ryttare\n\n"
        "1. Öppnande\nMia öppnar.\n\n2. Rapporter från anläggningarna\nSjöängens Ponnyklubb: Kön är lång.\nKarleby Ryttare: Taket lagat.\n"
    )
    assert [(one.organisation, one.text) for one in reading.round] == [
        ("Sjöängens Ponnyklubb", "Kön är lång."), ("Karleby Ryttare", "Taket lagat."),
    ]  # fmt: skip
