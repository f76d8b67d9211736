"""Topics to be taken up, and questions sent to others."""

import pytest
from tests.protokoll.minutes import read_items


def titles(*bodies: str) -> list[str]:
    return [one.title for one in read_items(*bodies).topics]


@pytest.mark.parametrize(
    "label",
    [
        "Punkter som inte är inplanerade än:",
        "Inte inplanerat:",
        "Att planera:",
        "Att ta upp:",
        "Framtida frågor",
        "Parkeringen",
        "Kommande punkter:",
        "Ämnen till kommande träffar:",
        "Parkerade frågor:",
        "Att återkomma till",
        "Önskemål att ta upp framöver:",
    ],
)
def test_list_under_a_label(label: str) -> None:
    body = f"27 november i Skara.\n\n{label}\nAI\nSysteminventering (kartan.example)\nLäs- och skrivstöd\n"
    assert titles(body) == ["AI", "Systeminventering (kartan.example)", "Läs- och skrivstöd"]


def test_item_of_its_own_with_bullets_and_boxes() -> None:
    assert titles(
        "# Att planera\n• Öppna data\n• Driftsamverkan (kräver jurist, it)\n- [ ] Digital signering"
    ) == [
        "Öppna data",
        "Driftsamverkan (kräver jurist, it)",
        "Digital signering",
    ]


def test_comma_list_behind_a_label() -> None:
    assert titles("Parkeras till senare träff: nattöppet, ledarutbildning (kväll, helg) och fritidskort") == [
        "nattöppet",
        "ledarutbildning (kväll, helg)",
        "fritidskort",
    ]


def test_label_inside_a_paragraph() -> None:
    assert titles("Nästa möte är den 1 oktober i Hjo. Frågor som fick vänta: mobilförbud, textning.") == [
        "mobilförbud",
        "textning",
    ]


def test_list_ends_where_prose_begins() -> None:
    body = "Att ta upp:\n- AI\n- LIKA\n\nKarin tackar alla för ett bra möte och önskar en trevlig sommar."
    assert titles(body) == ["AI", "LIKA"]


@pytest.mark.parametrize(
    "body",
    ["Att ta upp: –", "Att ta upp: Inga", "# Att planera\n12 oktober i Hjo", "Vi planerar att ta upp AI."],
)
def test_nothing_dated_or_told_is_a_topic(body: str) -> None:
    assert titles(body) == []


def referred(*bodies: str) -> list[tuple[str, str]]:
    return [(one.to, one.text) for one in read_items(*bodies).referrals]


def test_marked_question_goes_to_the_body_named() -> None:
    assert referred("Fråga till skolchefsgruppen: Vem betalar tolken?") == [
        ("skolchefsgruppen", "Vem betalar tolken?")
    ]
    assert referred("FRÅGA TILL Länsstyrelsen: Går bidraget att använda?") == [
        ("Länsstyrelsen", "Går bidraget att använda?")
    ]


def test_questions_listed_under_their_addressee() -> None:
    assert referred(
        "# Frågor till rektorsgruppen\n- Får vi rätta prov?\n- Vem betalar tolk?\nKarin tar med frågorna."
    ) == [
        ("rektorsgruppen", "Får vi rätta prov?"),
        ("rektorsgruppen", "Vem betalar tolk?"),
    ]


def test_question_before_the_sentence_that_sends_it() -> None:
    assert referred("Hur ersätts deltid? Frågan skickas till förhandlingsdelegationen.") == [
        ("förhandlingsdelegationen", "Hur ersätts deltid?")
    ]


def test_sentence_that_sends_a_matter() -> None:
    sentence = "Frågan om sekretess lyfts till juristnätverket."
    assert referred(sentence) == [("juristnätverket", sentence)]


def test_question_to_nobody_else_is_none() -> None:
    assert (
        referred("Vem bokar lokal? Karin frågade om parkering.", "Frågan tas upp igen på nästa möte.") == []
    )
