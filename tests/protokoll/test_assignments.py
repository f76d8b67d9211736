"""Who is to do what by when."""

import pytest
from tests.protokoll.minutes import read_items

Task = tuple[str, tuple[str, ...], str]


def tasks(*bodies: str) -> list[Task]:
    return [(one.text.rstrip("."), one.assignees, one.scope) for one in read_items(*bodies).assignments]


@pytest.mark.parametrize(
    ("sentence", "task"),
    [
        ("Karin kontaktar rektorerna.", ("kontaktar rektorerna", ("Karin",), "named")),
        (
            "Per-Olof får i uppdrag att kontakta länsstyrelsen.",
            ("kontakta länsstyrelsen", ("Per-Olof",), "named"),
        ),
        ("Eva undersöker saken och återkommer.", ("undersöker saken och återkommer", ("Eva",), "named")),
        (
            "Karin och Eva ser till att ansökan skickas in.",
            ("ser till att ansökan skickas in", ("Karin", "Eva"), "named"),
        ),
        ("Noor åtar sig att skriva en artikel.", ("skriva en artikel", ("Noor",), "named")),
        ("Eva ska ta fram en mall.", ("ta fram en mall", ("Eva",), "named")),
        ("Karin Ek, Hjo kommun, tar kontakt med Atea.", ("tar kontakt med Atea", ("Karin Ek",), "named")),
        ("Dragana bokar lokal.", ("bokar lokal", ("Dragana",), "named")),
        ("Sekreteraren skickar ut listan.", ("skickar ut listan", ("Sekreteraren",), "named")),
        ("Skara och Vara återkommer med besked.", ("återkommer med besked", ("Skara", "Vara"), "named")),
        ("Presidiet bjuder in leverantören.", ("bjuder in leverantören", ("Presidiet",), "group")),
        ("Alla kommuner fyller i enkäten.", ("fyller i enkäten", (), "every-organisation")),
        ("Var och en tar med sig sin plan.", ("tar med sig sin plan", (), "every-organisation")),
        ("Mötet uppdrar åt Karin Ek att teckna avtal.", ("teckna avtal", ("Karin Ek",), "named")),
        ("Uppdrag till nästa möte att samla exempel.", ("samla exempel", (), "unassigned")),
        ("Nyckellistan måste uppdateras.", ("Nyckellistan måste uppdateras", (), "unassigned")),
        ("Synpunkter lämnas av alla.", ("Synpunkter lämnas av alla", (), "every-organisation")),
    ],
)
def test_sentence_makes_somebody_act(sentence: str, task: Task) -> None:
    assert tasks(sentence) == [task]


@pytest.mark.parametrize(
    "sentence",
    [
        "Karin berättade om höstens kurs.",
        "Eva visar Tibros nya blankett.",
        "Karin presenterar förslaget.",
        "Eva tycker att det fungerar bra.",
        "Karin har fått i uppdrag av skolchefsgruppen att ta fram ett förslag.",
        "Eva kan dela med sig av materialet.",
        "Eva ska inte kontakta någon.",
        "Tibro startar en egen pool i höst.",
        "Skara har två vakanser.",
        "Ordföranden hälsar alla välkomna.",
        "Karin kontaktade rektorerna.",
        "Alla berättar om sin vår.",
        "Karin undrar vem som bokar lokal.",
        "Rapporten visar att eleverna mår bättre.",
        "Karin leder mötet och Eva antecknar.",
        "Regeringen ger Skolverket i uppdrag att utreda frågan.",
    ],
)
def test_telling_being_and_the_past_make_nobody_act(sentence: str) -> None:
    assert tasks(sentence) == []


def test_two_doers_in_one_sentence_give_two_tasks() -> None:
    assert tasks("Karin bokar föreläsare, Eva ordnar lokalen.") == [
        ("bokar föreläsare", ("Karin",), "named"),
        ("ordnar lokalen", ("Eva",), "named"),
    ]


def test_doer_behind_the_verb_keeps_the_whole_sentence() -> None:
    assert tasks("Till nästa möte tar Karin fram en mall.") == [
        ("Till nästa möte tar Karin fram en mall", ("Karin",), "named")
    ]


@pytest.mark.parametrize(
    ("body", "task"),
    [
        ("Uppdrag: Karin kollar priset", ("kollar priset", ("Karin",), "named")),
        ("UPPDRAG Eva: kontakta elbolaget", ("kontakta elbolaget", ("Eva",), "named")),
        ("Att göra (alla): anmäla antal deltagare", ("anmäla antal deltagare", (), "every-organisation")),
        ("Uppdrag: Lägga upp listan.\nAnsvarig: Noor", ("Lägga upp listan", ("Noor",), "named")),
        ("Ta fram en mall. Ansvarig: Noor", ("Ta fram en mall", ("Noor",), "named")),
        ("- [ ] @Karin bokar sal", ("bokar sal", ("Karin",), "named")),
        ("- @Eva – affisch", ("affisch", ("Eva",), "named")),
        (
            "Kontrollera kurskoderna.                                    Alla kommuner",
            ("Kontrollera kurskoderna", (), "every-organisation"),
        ),
    ],
)
def test_marked_line_is_explicit(body: str, task: Task) -> None:
    assert tasks(body) == [task]
    assert [one.explicit for one in read_items(body).assignments] == [True]


def test_ticked_box_is_done() -> None:
    assert tasks("- [x] @Karin bokar sal") == []


def test_list_of_tasks_with_names_behind() -> None:
    assert tasks("# Att göra\n- Boka lokal – Karin\n- Beställa fika (Eva)\n- Skriva inbjudan") == [
        ("Boka lokal", ("Karin",), "named"),
        ("Beställa fika", ("Eva",), "named"),
        ("Skriva inbjudan", (), "unassigned"),
    ]


@pytest.mark.parametrize(
    ("when", "due", "text", "kind"),
    [
        ("senast den 1 oktober", "2024-10-01", "senast den 1 oktober", "day"),
        ("före 13/12", "2024-12-13", "före 13/12", "day"),
        ("till nästa möte", None, "till nästa möte", "meeting"),
        ("till höstens första träff", None, "till höstens första träff", "meeting"),
        ("vid mötet i november", None, "vid mötet i november", "meeting"),
        ("till decembermötet", None, "till decembermötet", "meeting"),
        ("under hösten", None, "under hösten", "open"),
        ("snarast", None, "snarast", "open"),
        ("v. 50", "2024-W50", "v. 50", "day"),
    ],
)
def test_due_on_a_day_at_a_meeting_or_loosely(when: str, due: str | None, text: str, kind: str) -> None:
    assert [
        (one.due, one.due_text, one.due_kind)
        for one in read_items(f"Karin tar fram en mall {when}.").assignments
    ] == [(due, text, kind)]


def test_due_told_in_the_next_sentence() -> None:
    found = read_items("Karin sammanställer önskemålen. Klart till nästa möte.").assignments
    assert [(one.due_text, one.due_kind) for one in found] == [("till nästa möte", "meeting")]


def test_name_beside_a_meeting_that_only_calls_it_is_no_task() -> None:
    reading = read_items("# Nästa möte\n27 november i Skara. Karin skickar kallelse. Eva bokar lokal.")
    assert [one.text for one in reading.assignments] == ["bokar lokal."]
    assert [one.convener for one in reading.events] == ["Karin"]


def test_what_a_municipality_reports_in_the_round_is_no_task() -> None:
    assert (
        tasks("# Laget runt\nHjo: Karin skriver en ny plan.\nTibro: bygger om.\nSkara: skickar alla på kurs.")
        == []
    )
