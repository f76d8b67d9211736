import io

import pytest

from lagetrunt.documents import storage


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA = tmp_path


def test_content_is_kept_under_its_hash():
    stored = storage.store(io.BytesIO(b"lera"))

    assert stored.path.read_bytes() == b"lera"
    assert stored.path.name == stored.sha256
    assert stored.size == 4


def test_the_same_content_twice_is_one_file(tmp_path):
    storage.store(io.BytesIO(b"lera"))
    storage.store(io.BytesIO(b"lera"))

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [
        storage.store(io.BytesIO(b"lera")).sha256
    ]


def test_a_file_that_was_lost_comes_back_with_the_same_content():
    stored = storage.store(io.BytesIO(b"lera"))
    stored.path.unlink()

    storage.store(io.BytesIO(b"lera"))

    assert stored.path.read_bytes() == b"lera"


def test_content_beyond_the_bound_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(storage, "MAX_BYTES", 3)

    with pytest.raises(storage.TooLarge):
        storage.store(io.BytesIO(b"lera"))

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
