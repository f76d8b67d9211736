"""The command line, run as its users run it: a process of its own, a data folder of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lagetrunt.config.commands.demo import EXAMPLE

DOCUMENTS = EXAMPLE / "documents" / "sit"
COMMAND = Path(sys.executable).parent / "lagetrunt"


@pytest.fixture
def run(tmp_path):
    """Run ``lagetrunt`` on an empty SQLite installation; returns status, standard output, standard error."""
    environment = {**os.environ, "LAGETRUNT_DATA": str(tmp_path / "data"), "LAGETRUNT_DATABASE": ""}
    environment.pop("DJANGO_SETTINGS_MODULE", None)

    def command(*words, **more):
        done = subprocess.run(
            [COMMAND, *map(str, words)],
            env=environment | more,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    return command


@pytest.mark.parametrize("command", ["init", "import", "show", "check", "serve", "demo", "outbox"])
def test_every_command_explains_itself(run, command):
    status, out, err = run(command, "--help")
    assert (status, out.splitlines()[0].startswith(f"usage: lagetrunt {command}"), err) == (0, True, "")


def test_without_a_command_one_is_told_which_there_are(run):
    status, _, err = run()
    assert (status, "KOMMANDO" in err) == (2, True)


def test_a_folder_becomes_a_register_and_importing_it_again_changes_nothing(run):
    assert run("import", DOCUMENTS, "--network", "SIT")[0] == 0
    first = run("show", "SIT", "--json")
    again, said, _ = run("import", DOCUMENTS, "--network", "SIT")
    second = run("show", "SIT", "--json")
    count = len(list(DOCUMENTS.iterdir()))
    assert (again, said) == (0, f"{count} dokument: {count} fanns redan.\n")
    registers = [json.loads(out) | {"at": None} for _, out, _ in (first, second)]
    assert registers[0] == registers[1]
    assert len(registers[0]["meetings"]) > 10


def test_a_misspelt_network_is_not_made_but_asked_about(run):
    run("init", "--network", "Skola och IT")
    status, _, err = run("import", DOCUMENTS, "--network", "Skola och TI")
    assert (status, err) == (2, "lagetrunt: inget nätverk heter ”Skola och TI”. Menade du ”Skola och IT”?\n")


def test_an_unknown_network_cannot_be_shown(run):
    run("init", "--network", "SIT")
    status, _, err = run("show", "Elevhälsa")
    assert (status, err) == (2, "lagetrunt: inget nätverk heter ”Elevhälsa”. Här finns: SIT.\n")


def test_a_folder_that_is_not_there_is_one_clear_line(run, tmp_path):
    status, _, err = run("import", tmp_path / "saknas", "--network", "SIT")
    assert (status, err) == (2, f"lagetrunt: {tmp_path / 'saknas'} finns inte.\n")


def test_one_bad_file_is_told_of_and_stops_nothing(run, tmp_path):
    folder = tmp_path / "protokoll"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"%PDF-1.7 trasig")
    (folder / "b.txt").write_bytes((DOCUMENTS / "2021-09-10-protokoll.txt").read_bytes())
    status, out, err = run("import", folder, "--network", "SIT")
    assert (status, out) == (1, "2 dokument: 1 inlästa, 1 gick inte att läsa.\n")
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "Nätverket SIT fanns inte och är nu upplagt i Vår samverkan.",
        "a.pdf",
    ]


def test_check_finds_a_file_that_was_changed_behind_our_back(run, tmp_path):
    run("import", DOCUMENTS / "2021-09-10-protokoll.txt", "--network", "SIT")
    assert run("check") == (0, "Inget att anmärka.\n", "")
    (kept,) = [path for path in (tmp_path / "data" / "files").rglob("*") if path.is_file()]
    kept.chmod(0o644)
    kept.write_bytes(b"annat")
    status, out, _ = run("check")
    assert (status, out.splitlines()) == (
        1, ["Filen till 2021-09-10-protokoll.txt är inte densamma som när den lästes in. Läs in den igen."],
    )  # fmt: skip


def test_serving_needs_an_installation(run):
    status, _, err = run("serve", "--port", "1")
    assert (status, err) == (2, "lagetrunt: databasen är inte i ordning. Kör ”lagetrunt init” först.\n")


def test_the_example_region_is_read_from_its_documents_and_a_reviewers_log(run):
    status, out, _ = run("demo", "--no-serve")
    register = json.loads(run("show", "sit", "--json")[1])
    states = {row["state"] for row in register["assignments"]}
    assert (status, "granskningar gjorda" in out, states >= {"open", "done"}) == (0, True, True)
