"""A charter's goals with their tasks, and its duties."""

import pytest

from protokoll.reader import read_text_lines
from protokoll.records import Reading

HEAD = (
    "Uppdragsbeskrivning för Nätverket för skolbibliotek\nFastställd av skolchefsgruppen "
    "2021-09-10\n\nBakgrund\nNätverket bildades 2012.\n\n"
)


def read(body: str) -> Reading:
    return read_text_lines(HEAD + body)


def goals(body: str) -> list[tuple[str | None, str, tuple[str, ...]]]:
    return [(one.number, one.title, one.tasks) for one in read(body).goals]


def duties(body: str) -> list[tuple[str, str, str | None]]:
    return [(one.role, one.text, one.recipient) for one in read(body).duties]


@pytest.mark.parametrize(
    "label",
    [
        "1. MÅL 1\nLäslust\n",
        "MÅL 1\nLäslust\n",
        "Mål 1: Läslust\n",
        "Mål 1 Läslust\n",
        "Mål 1 – Läslust\n",
        "1. MÅL 1\n\n Läslust \n\n",
    ],
)
def test_goal_with_label_and_title(label: str) -> None:
    body = f"Syfte/ uppdrag\n\n{label}Alla elever läser mer.\n• Sprida lästips\n• Ordna en författardag\n"
    assert goals(body) == [("1", "Läslust", ("Sprida lästips", "Ordna en författardag"))]


def test_task_wrapped_over_lines_is_joined() -> None:
    body = (
        "Mål 1: Läslust\n• Sprida lästips till alla skolor i kommunerna och samla in önskemål om "
        "titlar från\n\nelever och personal.\n• Ordna en dag\n"
    )
    assert goals(body)[0][2] == (
        "Sprida lästips till alla skolor i kommunerna och samla in önskemål om titlar från elever "
        "och personal.",
        "Ordna en dag",
    )


def test_numbered_outline_under_a_heading_of_goals() -> None:
    body = (
        "Vad gruppen ska göra\n\n1. Läsning ute\n   1.1 Samla lektioner\n   1.2 Erbjuda en "
        "studiedag\n2. Uppföljning\n   2.1 Redovisa antalet klasser\n"
    )
    assert goals(body) == [
        ("1", "Läsning ute", ("Samla lektioner", "Erbjuda en studiedag")),
        ("2", "Uppföljning", ("Redovisa antalet klasser",)),
    ]


def test_duties_under_the_heading_of_a_role() -> None:
    body = (
        "Uppdrag ordförande:\nKallar till möten senast två veckor före mötet\nLeder mötena\n\n"
        "Uppdrag sekreterare:\nSkickar anteckningarna till kansli@skola.example inom en vecka\n"
    )
    assert duties(body) == [
        ("ordförande", "Kallar till möten senast två veckor före mötet", None),
        ("ordförande", "Leder mötena", None),
        (
            "sekreterare",
            "Skickar anteckningarna till kansli@skola.example inom en vecka",
            "kansli@skola.example",
        ),
    ]


def test_duties_as_bullets_under_roles() -> None:
    body = (
        "Vem gör vad\n\nSammankallande\n- skickar kallelse en vecka före möte\n\nDeltagare\n- "
        "meddelar frånvaro till sammankallande\n"
    )
    assert duties(body) == [
        ("sammankallande", "skickar kallelse en vecka före möte", None),
        ("deltagare", "meddelar frånvaro till sammankallande", "sammankallande"),
    ]


def test_duties_in_sentences() -> None:
    body = (
        "Ansvar\n\nOrdföranden ansvarar för dagordning och kallelse.\nSekreteraren för protokoll och "
        "skickar det till kansliet.\n"
    )
    assert duties(body) == [
        ("ordförande", "ansvarar för dagordning och kallelse.", None),
        ("sekreterare", "för protokoll och skickar det till kansliet.", "kansliet"),
    ]


def test_duties_in_a_table() -> None:
    body = (
        "Roller\n\n| Roll | Ansvar | Lämnas till |\n|---|---|---|\n| Ordförande | Leder mötena | |\n"
        "| Sekreterare | Skickar anteckningar | kansli@skola.example |\n"
    )
    assert duties(body) == [
        ("ordförande", "Leder mötena", None),
        ("sekreterare", "Skickar anteckningar", "kansli@skola.example"),
    ]


def test_charter_hands_out_no_assignments_and_no_events() -> None:
    reading = read(
        "Möten\nNätverket träffas den 3 mars varje år.\n\nUppdrag ordförande:\nKarin Ek skickar kallelse\n"
    )
    assert (reading.assignments, reading.events, reading.decisions) == ((), (), ())
