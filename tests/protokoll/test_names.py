"""Whom a written name can mean, in a closed directory."""

from pathlib import Path

import pytest

from protokoll.names import Directory, DirectoryError, Organisation, Person, read_directory

DIRECTORY = Directory(
    organisations=(
        Organisation(name="Tibro", aliases=("Tibro kommun",), code="1472"),
        Organisation(name="Skaraborgs Kommunalförbund", aliases=("Kommunalförbundet",)),
    ),
    people=(
        Person(name="Mathias Brolin", organisation="Tibro", aliases=("Matte",)),
        Person(name="Eva Lindgård", organisation="Tidaholm"),
        Person(name="Eva Sjöqvist", organisation="Skara"),
        Person(name="Kristina Odenlund", organisation="Essunga"),
        Person(name="Christina Dahlvik", organisation="Grästorp"),
        Person(name="Per-Olof Hagström", organisation="Hjo"),
        Person(name="Björn Kvarnlöf", organisation="Karlsborg"),
    ),
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Mathias Brolin", "Mathias Brolin"),
        ("Mattias", "Mathias Brolin"),
        ("Matias Brohlin", "Mathias Brolin"),
        ("Matte", "Mathias Brolin"),
        ("MB", "Mathias Brolin"),
        ("M. Brolin", "Mathias Brolin"),
        ("Eva L", "Eva Lindgård"),
        ("Eva S.", "Eva Sjöqvist"),
        ("Per-Olof", "Per-Olof Hagström"),
        ("PO", "Per-Olof Hagström"),
        ("Kristina", "Kristina Odenlund"),
        ("Christina", "Christina Dahlvik"),
        ("Bjorn", "Björn Kvarnlöf"),
        ("ordförande Björn Kvarnlöf", "Björn Kvarnlöf"),
    ],
)
def test_name_that_only_one_can_bear_is_resolved(written: str, name: str) -> None:
    assert DIRECTORY.resolve(written).name == name


def test_name_that_several_bear_offers_candidates() -> None:
    found = DIRECTORY.resolve("Eva")
    assert (found.name, found.candidates) == (None, ("Eva Lindgård", "Eva Sjöqvist"))
    assert DIRECTORY.resolve("Cristina").candidates == ("Kristina Odenlund", "Christina Dahlvik")


def test_organisation_beside_the_name_narrows_and_never_bends() -> None:
    assert DIRECTORY.resolve("Eva", "Skara kommun").name == "Eva Sjöqvist"
    assert DIRECTORY.resolve("Eva", "Hjo").name is None
    assert DIRECTORY.resolve("Mattias", "Hjo").name is None
    assert DIRECTORY.resolve("Mathias Brolin", "Hjo").name == "Mathias Brolin"


@pytest.mark.parametrize("written", ["", "Presidiet", "Bo", "Karin Ek", "???"])
def test_name_of_nobody_in_the_directory_stays_open(written: str) -> None:
    assert DIRECTORY.resolve(written).name is None


def test_organisation_found_by_alias_and_inflection() -> None:
    found = [DIRECTORY.organisation(name) for name in ("Kommunalförbundet", "Tibros kommun", "Hjo")]
    assert [one and one.name for one in found] == ["Skaraborgs Kommunalförbund", "Tibro", None]


def test_directory_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(
        '[[organisation]]\nname = "Hjo"\ncode = "1497"\n[[person]]\nname = "Eva Ek"\norganisation = "Hjo"\n',
        encoding="utf-8",
    )
    assert read_directory(file).people == (Person(name="Eva Ek", organisation="Hjo"),)


@pytest.mark.parametrize(
    "content",
    [
        "[[person]\n",
        "[[person]]\norganisation = 'Hjo'\n",
        "person = 'Eva'\n",
        "[[person]]\nname='E'\naliases='x'\n",
    ],
)
def test_unusable_directory_is_told_in_one_line(tmp_path: Path, content: str) -> None:
    file = tmp_path / "people.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DirectoryError) as error:
        read_directory(file)
    assert "\n" not in str(error.value).strip()


def test_missing_directory_is_told(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError):
        read_directory(tmp_path / "none.toml")
