import random

import pytest
from bench.kill_import import Installation, differences, import_with_kills, write_documents


@pytest.mark.slow
def test_an_import_that_was_killed_and_started_again_ends_with_the_register_of_an_undisturbed_one(tmp_path):
    write_documents(tmp_path / "documents", 12)
    calm, harried = Installation(tmp_path / "calm"), Installation(tmp_path / "harried")
    for place in (calm, harried):
        place.data.mkdir()
        place.prepare()
    calm.start_import(tmp_path / "documents").wait()

    import_with_kills(harried, tmp_path / "documents", kills=4, draw=random.Random(3), longest=1.6)

    assert len(calm.register()["meetings"]) > 0
    assert differences(calm.register(), harried.register()) == []
    assert calm.files() == harried.files()
