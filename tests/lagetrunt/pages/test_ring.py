"""The round table seen from above: where seats lie, which forms they have, and what is said to those who do not see it."""

import re
from math import atan2, degrees, hypot

import pytest

from lagetrunt.pages.ring import Seat, hit, labels, listed, number_word, seat_shapes, shapes
from lagetrunt.pages.templatetags.ring import ring


def seats(*states, url=""):
    return [Seat(f"Kommun {at}", state, "ord", url) for at, state in enumerate(states)]


def points(path):
    """The points of a path made of M, A, L and z."""
    ends = re.findall(r"(?:M|L|A[\d.]+ [\d.]+ 0 [01] [01] )(-?[\d.]+) (-?[\d.]+)", path)
    return [(float(x), float(y)) for x, y in ends]


def angle(point):
    """Degrees clockwise from twelve."""
    return degrees(atan2(point[0], -point[1])) % 360


def test_the_first_seat_begins_at_twelve_and_goes_clockwise():
    [first] = seat_shapes("yes", 0, 4, 120)

    assert [round(angle(point)) for point in points(first.path)] == [2, 88, 88, 2]


def test_a_seat_lies_between_the_inner_and_the_outer_edge():
    [seat] = seat_shapes("yes", 3, 15, 120)

    assert [round(hypot(*point)) for point in points(seat.path)] == [48, 48, 33, 33]


@pytest.mark.parametrize(("count", "inner"), [(4, 33), (15, 33), (23, 33), (24, 36), (37, 36)])
def test_a_large_table_has_a_thinner_ring(count, inner):
    [seat] = seat_shapes("yes", 0, count, 240)

    assert round(hypot(*points(seat.path)[-1])) == inner


def test_fifteen_seats_never_touch():
    spans = [
        [angle(point) for point in points(seat_shapes("yes", at, 15, 120)[0].path)[:2]] for at in range(15)
    ]

    gaps = [round(spans[(at + 1) % 15][0] - spans[at][1], 1) % 360 for at in range(15)]
    assert gaps == pytest.approx([3.7] * 15, abs=0.2)


@pytest.mark.parametrize(
    ("state", "forms"), [("yes", ["y"]), ("partly", ["d", "do"]), ("no", ["o", "n"]), ("unknown", ["u"])]
)
def test_every_state_has_a_form_of_its_own(state, forms):
    assert [shape.css for shape in seat_shapes(state, 2, 15, 120)] == forms


def test_partly_is_filled_to_the_middle_only():
    filled = seat_shapes("partly", 0, 15, 120)[0]

    assert [round(hypot(*point), 1) for point in points(filled.path)] == pytest.approx(
        [40.5, 40.5, 33, 33], abs=0.2
    )


def test_shapes_of_a_state_are_one_path():
    drawn = shapes(seats("yes", "no", "yes", "unknown"), 64)

    assert [(shape.css, shape.path.count("M")) for shape in drawn] == [("y", 2), ("o", 1), ("n", 1), ("u", 1)]


def test_under_32_pixels_neighbours_of_the_same_state_become_one_arc():
    states = ["yes"] * 5 + ["no"] * 2 + ["yes"] * 4 + ["unknown"] * 4

    assert [shape.css for shape in shapes(seats(*states), 16)] == ["y", "os", "y"]
    assert [shape.css for shape in shapes(seats(*states), 31)] == ["y", "os", "y"]
    assert len(shapes(seats(*states), 32)[0].path.split("M")) - 1 == 9


def test_a_small_ring_where_everybody_is_there_closes():
    [whole] = shapes(seats(*["yes"] * 15), 16)

    assert whole.path.count("M") == 2  # two halves: an arc of a whole turn would draw nothing


def test_a_table_of_one_is_still_drawn():
    [seat] = shapes(seats("yes"), 64)

    assert " 0 1 1 " in seat.path  # the long way round


def test_an_empty_table_draws_nothing():
    assert ring([]) == ""


def test_the_whole_sector_of_a_seat_can_be_hit():
    sector = points(hit(1, 4))

    assert [round(angle(point)) for point in sector] == [90, 180, 180, 90]


def test_names_stand_on_their_own_side():
    found = labels(seats(*["yes"] * 14, "unknown"))

    assert [label.anchor for label in found] == ["start"] * 7 + ["middle"] + ["end"] * 7
    assert [label.quiet for label in found] == [False] * 14 + [True]


def test_beside_its_sentence_the_ring_is_silent():
    assert 'aria-hidden="true"' in ring(seats("yes", "no"), size=64)
    assert "aria-label" not in ring(seats("yes", "no"), size=64)


def test_alone_the_ring_says_its_sentence():
    assert 'role="img" aria-label="En av två var med."' in ring(
        seats("yes", "no"), size=64, sentence="En av två var med."
    )


def test_large_it_is_a_group_of_links_that_say_name_and_answer():
    drawn = ring(seats("yes", "no", url="/dit/"), size=240, sentence="Svar på kallelsen")

    assert 'role="group" aria-label="Svar på kallelsen"' in drawn
    assert re.findall(r'<a href="([^"]*)" aria-label="([^"]*)"', drawn) == [
        ("/dit/", "Kommun 0: ord"),
        ("/dit/", "Kommun 1: ord"),
    ]


def test_above_24_seats_are_no_links_for_they_are_too_narrow_to_hit():
    assert "<a " in ring(seats(*["yes"] * 24, url="/dit/"), size=240)
    assert "<a " not in ring(seats(*["yes"] * 25, url="/dit/"), size=240)


@pytest.mark.parametrize(("size", "shown"), [(64, False), (120, True), (240, True)])
def test_the_number_stands_in_the_middle_from_120_pixels(size, shown):
    assert (">11</text>" in ring(seats("yes"), size=size, number="11", of="av 15")) == shown


def test_a_name_that_looks_like_markup_stays_text():
    drawn = ring([Seat("<b>Å</b>", "yes", '"ord"', "/dit/")], size=240)

    assert "<b>" not in drawn
    assert "&lt;b&gt;Å&lt;/b&gt;: &quot;ord&quot;" in drawn


@pytest.mark.parametrize(
    ("number", "word"), [(0, "ingen"), (1, "en"), (11, "elva"), (15, "femton"), (16, "16")]
)
def test_numbers_up_to_fifteen_are_words(number, word):
    assert number_word(number) == word


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["Hjo"], "Hjo"), (["Hjo", "Vara"], "Hjo och Vara"), (["A", "B", "C"], "A, B och C")],
)
def test_names_are_listed_as_people_say_them(names, said):
    assert listed(names) == said
