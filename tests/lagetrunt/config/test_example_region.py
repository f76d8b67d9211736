"""The example region is what a newcomer sees first: its people, documents and sources belong together."""

import sys
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "src/lagetrunt/config/example"
DOCUMENTS = EXAMPLE / "documents"
SOURCES = ROOT / "tools/example-sources"
BUILT = sorted(SOURCES.glob("*/*.txt"))


@pytest.fixture(scope="module")
def region():
    return tomllib.loads((EXAMPLE / "region.toml").read_text(encoding="utf-8"))


@pytest.fixture
def builder(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import build_example

    yield build_example
    for name in ("build_example", "example_docx", "example_odt", "example_text"):
        sys.modules.pop(name, None)


def test_fifteen_municipalities_carry_their_official_codes(region):
    codes = {
        entry["name"]: entry["code"] for entry in region["organisation"] if entry["kind"] == "municipality"
    }
    assert codes == {
        "Essunga": "1445", "Falköping": "1499", "Grästorp": "1444", "Gullspång": "1447", "Götene": "1471",
        "Hjo": "1497", "Karlsborg": "1446", "Lidköping": "1494", "Mariestad": "1493", "Skara": "1495",
        "Skövde": "1496", "Tibro": "1472", "Tidaholm": "1498", "Töreboda": "1473", "Vara": "1470",
    }  # fmt: skip


def test_every_address_is_reserved_and_belongs_to_one_person(region):
    addresses = [person["email"] for person in region["person"]]
    assert [address for address in addresses if not address.endswith(".example")] == []
    assert [address for address, times in Counter(addresses).items() if times > 1] == []


def test_people_sit_in_networks_and_organisations_that_exist(region):
    networks = {entry["slug"] for entry in region["network"]} | {region["federation"]["slug"]}
    organisations = {entry["name"] for entry in region["organisation"]}
    assert {person["organisation"] for person in region["person"]} - organisations == set()
    assert {
        place["network"] for person in region["person"] for place in person.get("memberships", [])
    } == networks


def test_each_network_has_one_chair_and_one_secretary_at_the_last_meeting(region):
    held = Counter(
        (place["network"], place["role"])
        for person in region["person"]
        for place in person.get("memberships", [])
        if place["role"] in ("chair", "secretary") and "until" not in place
    )
    assert held == Counter(
        (entry["slug"], role) for entry in region["network"] for role in ("chair", "secretary")
    )


def test_a_person_who_left_and_came_back_in_another_role_never_holds_two_at_once(region):
    for person in region["person"]:
        places = sorted(person.get("memberships", []), key=lambda place: (place["network"], place["since"]))
        for earlier, later in pairwise(places):
            if earlier["network"] == later["network"]:
                assert earlier["until"] < later["since"], person["name"]


def test_the_documents_come_in_all_four_formats_and_from_every_network(region):
    files = [path for path in DOCUMENTS.rglob("*") if path.is_file()]
    formats = Counter(path.suffix for path in files)
    assert set(formats) == {".txt", ".docx", ".odt", ".pdf"}
    assert min(formats.values()) >= 6
    assert {path.parent.name for path in files} == {entry["slug"] for entry in region["network"]}
    assert len(files) == 53


def test_every_built_document_has_a_source_and_every_source_its_document():
    built = {str(path.relative_to(DOCUMENTS)) for path in DOCUMENTS.rglob("*.*") if path.suffix != ".txt"}
    assert built == {str(path.relative_to(SOURCES).with_suffix("")) for path in BUILT}


@pytest.mark.parametrize(
    "source", [p for p in BUILT if ".pdf." not in p.name], ids=lambda p: f"{p.parent.name}/{p.stem}"
)
def test_a_word_or_opendocument_file_is_what_its_source_builds(source, builder, tmp_path):
    relative = source.relative_to(SOURCES).with_suffix("")
    builder.build(source, builder.offices(), tmp_path / relative.name)
    assert parts(tmp_path / relative.name) == parts(DOCUMENTS / relative)


def parts(path):
    """What the zip holds; the packed bytes themselves differ between versions of zlib."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
