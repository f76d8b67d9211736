"""The official register and the ways in which its names are written."""

import pytest

from protokoll.municipalities import find, mentions, names, register


def test_register_is_complete_and_consistent() -> None:
    regions = [one for one in register() if one.kind == "region"]
    municipalities = [one for one in register() if one.kind == "municipality"]
    assert (len(municipalities), len(regions), len(names())) == (290, 21, 290)
    assert len({one.code for one in register()}) == 311
    assert len({one.name for one in register()}) == 311
    counties = {one.code: one.county for one in regions}
    assert [one.name for one in municipalities if counties.get(one.code[:2]) != one.county] == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Gullspångs kommun", "Gullspång"),
        ("Tidaholm kommun", "Tidaholm"),
        ("Falköpings stad", "Falköping"),
        ("falkoping", "Falköping"),
        ("Sk\ufffdvde", "Skövde"),
        ("hjos", "Hjo"),
        ("Habo", "Habo"),
        ("Håbo", "Håbo"),
        ("Borås", "Borås"),
        ("VGR", "Västra Götalandsregionen"),
        ("Dals Ed", "Dals-Ed"),
        ("Region Värmland", "Region Värmland"),
    ],
)
def test_name_found_however_it_is_written(written: str, name: str) -> None:
    found = find(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", ["", "Karina", "styrgruppen", "Kommunalförbundet", "Skane", "x" * 10_000])
def test_other_words_are_no_municipality(written: str) -> None:
    assert find(written) is None


def test_mentions_take_the_longest_name() -> None:
    text = "Hjo, Upplands Väsby kommun och Skövdes rektorer"
    assert [(text[a:b], one.name) for a, b, one in mentions(text)] == [
        ("Hjo", "Hjo"),
        ("Upplands Väsby kommun", "Upplands Väsby"),
        ("Skövdes", "Skövde"),
    ]
