"""A meeting's text as its minutes have it: points, paragraphs, marks and lists."""

from lagetrunt.pages.paragraphs import paragraphs, sections

LINES = [
    "SIT-nätverket 31 maj", "Sida 1", "1. Ugnar", "Ylva visar en karta över de ugnar som finns i kommunerna och berättar att",
    "två av dem är trasiga.", "", "Beslut: Vi delar på en ugn.", "- lera", "– glasyr", "2. Laget runt", "Hjo: Ny ugn i höst.", "Vara: Inget särskilt.",
]  # fmt: skip


def item(number, title, line, text=7):
    return {
        "id": number, "number": number, "title": title, "passage__first_line": line, "passage__last_line": line, "passage__text_id": text,
    }  # fmt: skip


def cut(items, **more):
    given = {
        "decisions": (),
        "assignments": (),
        "body": "\n".join(LINES),
        "text_id": 7,
        "layout": {"furniture": [2]},
    }
    return sections(items, **{**given, **more})


def said(first, last, furniture=frozenset()):
    return [(one.mark, one.bullet, one.text) for one in paragraphs(LINES, first, last, set(furniture))]


def test_broken_lines_become_one_paragraph():
    assert said(4, 5) == [
        (
            "",
            False,
            "Ylva visar en karta över de ugnar som finns i kommunerna och berättar att två av dem är trasiga.",
        )
    ]


def test_marks_and_list_points_stand_by_themselves():
    assert said(7, 9) == [("Beslut:", False, "Vi delar på en ugn."), ("", True, "lera"), ("", True, "glasyr")]


def test_every_municipality_has_its_own_paragraph_in_the_round():
    assert [text for _, _, text in said(11, 12)] == ["Hjo: Ny ugn i höst.", "Vara: Inget särskilt."]


def test_headers_and_page_numbers_are_left_out():
    assert said(1, 2, furniture={2}) == [("", False, "SIT-nätverket 31 maj")]


def test_lines_beyond_the_text_are_no_fault():
    assert said(12, 99) == [("", False, "Vara: Inget särskilt.")]


def test_a_point_ends_where_the_next_begins():
    first, second = cut([item("1", "Ugnar", 3), item("2", "Laget runt", 10)])

    assert [one.line for one in first.paragraphs] == [4, 7, 8, 9]
    assert [one.line for one in second.paragraphs] == [11, 12]


def test_a_point_added_by_hand_has_its_heading_and_no_text():
    by_hand, read = cut([item("1", "Egen punkt", 3, text=None), item("2", "Laget runt", 10)])

    assert (by_hand.title, by_hand.paragraphs) == ("Egen punkt", [])
    assert [one.line for one in read.paragraphs] == [11, 12]


def test_what_came_of_a_point_stands_beside_it():
    decided, promised = {"item_id": "1", "text": "Vi delar."}, {"item_id": "2", "text": "Ylva frågar."}

    first, second = cut(
        [item("1", "Ugnar", 3), item("2", "Laget runt", 10)], decisions=[decided], assignments=[promised]
    )

    assert (first.decisions, first.assignments, second.assignments) == ([decided], [], [promised])


def test_what_belongs_to_no_point_comes_last_and_is_not_lost():
    lost = {"item_id": None, "text": "Vi ses."}

    *_, rest = cut([item("1", "Ugnar", 3)], decisions=[lost])

    assert (rest.title, rest.decisions) == ("", [lost])


def test_a_meeting_without_points_has_no_sections():
    assert cut([]) == []
