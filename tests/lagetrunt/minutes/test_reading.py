import os
import signal

import pytest

from lagetrunt.minutes import reading
from lagetrunt.minutes.reading import Unreadable

TEXT = "Minnesanteckningar Slöjd och bild\nDatum: 2024-02-02\n\n1. Lera\nBeslut: Vi köper lera.\n"


@pytest.fixture
def minutes(tmp_path):
    path = tmp_path / "0c1d"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_stored_file_is_read_by_its_content_whatever_it_is_called(minutes):
    read = reading.read(minutes, name="lera.pdf")

    assert read.lines[4] == "Beslut: Vi köper lera."
    assert read.contract["date"] == "2024-02-02"
    assert [decision["text"] for decision in read.contract["decisions"]] == ["Vi köper lera."]


def test_bytes_that_are_no_document_are_one_plain_sentence(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(bytes(range(256)) * 40)

    with pytest.raises(Unreadable) as told:
        reading.read(path, name="x.pdf")

    assert str(told.value).endswith(".")
    assert "Traceback" not in str(told.value)


def test_a_document_that_takes_too_long_is_one_failure_and_the_next_is_read(minutes, monkeypatch):
    long = minutes.with_name("long")
    long.write_text(
        "".join(f"{number}. Punkt\nAda undersöker saken och återkommer.\n" for number in range(8000)),
        encoding="utf-8",
    )
    monkeypatch.setattr(reading, "SECONDS", 0.05)
    with pytest.raises(Unreadable, match="för lång tid"):
        reading.read(long, name="a.txt")
    monkeypatch.undo()

    assert reading.read(minutes, name="a.txt").contract["date"] == "2024-02-02"


def test_a_worker_that_died_is_replaced(minutes):
    reading.read(minutes, name="a.txt")
    os.kill(reading._worker._process.pid, signal.SIGKILL)
    reading._worker._process.wait()

    assert reading.read(minutes, name="a.txt").contract["date"] == "2024-02-02"


def test_the_members_of_the_directory_are_who_names_can_mean():
    meant = reading.resolver(
        [{"name": "Ada Lindvret", "organisation": "Hjo"}, {"name": "Ada Moss", "organisation": "Skara"}]
    )

    assert (meant("Ada", None), meant("Ada", "Skara"), meant("Ada Lindvret", None)) == (
        None,
        "Ada Moss",
        "Ada Lindvret",
    )
