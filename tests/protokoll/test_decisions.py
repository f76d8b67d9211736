"""What this body settled, and what only looks like it."""

import pytest
from tests.protokoll.minutes import read_items


def decided(*bodies: str) -> list[tuple[str, bool]]:
    return [(one.text, one.explicit) for one in read_items(*bodies).decisions]


@pytest.mark.parametrize(
    "mark", ["Beslut:", "BESLUT:", "**Beslut:**", "=> Beslut:", "Överenskommelse:", "Rekommendation:"]
)
def test_marked_line_is_explicit(mark: str) -> None:
    assert decided(f"Frågan diskuterades.\n{mark} Vi köper två kanoter.") == [("Vi köper två kanoter.", True)]


def test_heading_beslut_gives_one_decision_per_clause() -> None:
    body = (
        "Beslut\natt köpa två kanoter\natt inte höja avgiften, samt\natt ge Karin Ek i uppdrag att "
        "söka bidrag."
    )
    assert decided(body) == [
        ("att köpa två kanoter", True),
        ("att inte höja avgiften", True),
        ("att ge Karin Ek i uppdrag att söka bidrag.", True),
    ]


def test_clauses_under_the_verb_of_deciding() -> None:
    body = "Nätverket beslutar\n- att pröva en gemensam kö\n- att kostnaden delas lika"
    assert decided(body) == [("att pröva en gemensam kö", True), ("att kostnaden delas lika", True)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nätverket beslutade att göra en gemensam enkät.",
        "Mötet enades om att inte gå in i avtalet.",
        "Vi kom överens om att använda samma mall.",
        "Vi är eniga om att inte redovisa resultat per skola.",
        "Efter omröstning beslutade nätverket att avgiften ska vara 150 kronor.",
        "Det beslutades att hålla en gemensam övning.",
        "Beslutades att byta leverantör.",
        "Avtalet förlängs till och med 2025-12-31.",
        "Ärendet bordlades.",
        "Vi byter lokal till Folkets hus.",
    ],
)
def test_sentence_that_settles_is_a_suggestion(sentence: str) -> None:
    assert decided(f"Karin berättade om läget. {sentence}") == [(sentence, False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Regeringen har beslutat att prao ska bli obligatorisk.",
        "Kommunstyrelsen i Vara beslutade att sälja fastigheten.",
        "Skolchefsgruppen har fattat beslut om en gemensam enkät.",
        "Leverantören har beslutat att stänga det gamla systemet.",
        "Inget beslut fattades.",
        "Beslut tas på nästa möte.",
        "Vi kunde inte enas om någon modell.",
        "Eva yrkar att avgiften höjs till 900 kronor.",
        "Presidiet föreslår nätverket besluta att avslå förslaget.",
        "Ska nätverket besluta om detta?",
        "Karin informerade om att styrelsen beslutat att lägga ner skolan.",
        "Avtalet förlängs kanske.",
    ],
)
def test_others_decisions_and_open_questions_are_none(sentence: str) -> None:
    assert decided(f"Karin visade siffrorna. {sentence}") == []


def test_clauses_under_a_proposal_are_none() -> None:
    assert decided("Förslag till beslut\natt höja avgiften\n\nBeslut\natt behålla avgiften") == [
        ("att behålla avgiften", True)
    ]


def test_empty_mark_is_none() -> None:
    assert decided("Beslut: –", "Beslut: Inget beslut fattades.") == []


def test_line_behind_a_mark_belongs_to_it_only_as_a_clause() -> None:
    assert decided("Beslut: Turnén genomförs.\nEva visade bilder.") == [("Turnén genomförs.", True)]


@pytest.mark.parametrize(
    ("sentence", "formal"),
    [
        ("Dagordningen godkändes.", True),
        ("Protokollet från den 4 mars läggs till handlingarna.", True),
        ("Till justerare valdes Eva Lund.", True),
        ("Till ordförande på ett år valdes Eva Lund.", False),
        ("Mötet beslutade att höja avgiften.", False),
    ],
)
def test_formality_is_known_as_such(sentence: str, formal: bool) -> None:
    assert [one.formal for one in read_items(sentence).decisions] == [formal]


def test_decision_knows_item_and_lines() -> None:
    reading = read_items("Inget nytt.", "Nätverket beslutade att göra en gemensam\nenkät under våren.")
    assert [(one.item, one.line, one.end_line) for one in reading.decisions] == [(1, 14, 15)]
