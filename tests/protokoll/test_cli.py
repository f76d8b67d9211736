"""The command ``protokoll`` as people and programs meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from protokoll.cli import main

MINUTES = """\
Protokoll SIKT-nätverket
Datum: 2024-03-15
Plats: Levene skola, Vara

Närvarande: Anna Berg, Hjo; Per Holm, Tibro
Frånvarande: Karlsborg

1. Mötet öppnas
Anna hälsade välkomna.

2. Avtalet
Beslut: Avtalet förlängs ett år.
Uppdrag: Per kontaktar leverantören före 1 maj.

Vid protokollet: Per Holm
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "protokoll.txt"
    path.write_text(MINUTES)
    return path


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as a shell runs it, with its output caught."""
    return subprocess.run(
        [sys.executable, "-m", "protokoll.cli", *map(str, arguments)],
        capture_output=True, text=True, timeout=60, check=False, env={**os.environ, **environment},
    )  # fmt: skip


def test_read_prints_one_object_per_file_and_line_in_the_order_given(minutes: Path, tmp_path: Path) -> None:
    other = tmp_path / "annat.txt"
    other.write_text("Minnesanteckningar\n")
    done = run("read", "--json", "--jobs", "2", minutes, other, minutes)
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [
        str(minutes),
        str(other),
        str(minutes),
    ]
    assert (done.returncode, done.stderr) == (0, "")


def test_json_keeps_its_swedish_letters(minutes: Path) -> None:
    done = run("read", "--json", minutes, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert '"Avtalet förlängs ett år."' in done.stdout.encode("utf-8", "surrogateescape").decode()


def test_json_holds_every_key_of_the_contract(minutes: Path) -> None:
    reading = json.loads(run("read", "--json", minutes).stdout)
    assert list(reading) == [
        "file", "sha256", "media_type", "kind", "body", "title", "number", "reference", "date", "start", "end", "place",
        "chair", "secretary", "secretary_elected", "adjusters", "lines", "present", "absent", "items", "decisions",
        "assignments", "events", "referrals", "topics", "round", "links", "goals", "duties", "unread", "problems", "hints",
    ]  # fmt: skip
    assert (reading["date"], reading["place"], reading["lines"]["date"]) == (
        "2024-03-15",
        "Levene skola, Vara",
        2,
    )


def test_the_summary_is_plain_text_on_a_pipe(minutes: Path) -> None:
    done = run("read", minutes, COLUMNS="60")
    assert "\x1b" not in done.stdout
    assert "fredag 15 mars 2024" in done.stdout
    assert max(map(len, done.stdout.replace(str(minutes), "").splitlines())) <= 60


def test_one_bad_file_never_stops_the_others(minutes: Path, tmp_path: Path) -> None:
    bad = tmp_path / "trasig.pdf"
    bad.write_bytes(b"%PDF-1.4 trasig")
    done = run("read", "--json", minutes, bad, tmp_path / "borta.txt", minutes)
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [str(minutes), str(minutes)]
    assert done.stderr.splitlines() == [
        f"{bad}: PDF-filen är skadad eller avbruten och kan inte läsas. Hämta den igen, eller spara om den.",
        f"{tmp_path / 'borta.txt'}: Filen finns inte (längre). Kontrollera namnet.",
    ]
    assert done.returncode == 2


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.md", "a.txt", "bild.png", "~$a.docx", ".dold/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Protokoll\n")
    done = run("read", "--json", tmp_path)
    names = [str(Path(json.loads(line)["file"]).relative_to(tmp_path)) for line in done.stdout.splitlines()]
    assert names == ["a.txt", "b/1.md", "b/2.txt"]


def test_a_folder_without_documents_is_said_to_have_none(tmp_path: Path) -> None:
    done = run("read", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == f"{tmp_path}: Mappen innehåller inga dokument (.docx, .eml, .md, .odt, .pdf, .txt).\n"
    )


def test_text_prints_exactly_the_lines(minutes: Path) -> None:
    assert run("text", minutes).stdout == MINUTES


def test_check_tells_by_its_status_whether_anything_was_found(minutes: Path, tmp_path: Path) -> None:
    done = run("check", minutes)
    found = done.stdout.splitlines()
    assert done.returncode == (1 if found else 0)
    assert all(line.startswith(f"{minutes}:") for line in found)
    assert run("check", tmp_path / "borta.txt").returncode == 2


def test_check_speaks_json_with_the_same_findings(minutes: Path) -> None:
    done = run("check", "--format", "json", minutes)
    (line,) = done.stdout.splitlines()
    plain = run("check", minutes).stdout.splitlines()
    assert [
        f"{minutes}:{one['line']}: {one['code']} {one['message']}" for one in json.loads(line)["problems"]
    ] == plain


def test_names_are_looked_up_in_the_directory(minutes: Path, tmp_path: Path) -> None:
    directory = tmp_path / "medlemmar.toml"
    directory.write_text('[[person]]\nname = "Per Holm"\norganisation = "Tibro"\n')
    reading = json.loads(run("read", "--json", "--directory", directory, minutes).stdout)
    assert [one["resolved"] for one in reading["assignments"]] == [["Per Holm"]]


def test_a_directory_that_cannot_be_read_ends_at_once(minutes: Path, tmp_path: Path) -> None:
    done = run("read", "--directory", tmp_path / "borta.toml", minutes)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


@pytest.mark.parametrize(
    "arguments", [[], ["read"], ["läs", "x"], ["read", "--jobs", "0", "x"], ["check", "--format", "xml", "x"]]
)
def test_a_wrong_command_is_explained_in_swedish(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith("--help» för hjälp.\n")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["read", "--help"], ["text", "--help"], ["check", "--help"]]
)
def test_help_is_swedish_throughout(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert [
        word for word in ("usage", "options", "positional", "show this", "optional") if word in shown
    ] == []


def test_a_closed_pipe_ends_quietly(minutes: Path) -> None:
    command = f"{sys.executable} -m protokoll.cli read --json {' '.join([str(minutes)] * 40)} | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


def test_another_language_is_told_of_and_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "protokoll.txt"
    path.write_text("Der Vorsitzende eröffnet die Sitzung und begrüßt die Anwesenden. Das Protokoll der letzten Sitzung wird"
                    " nicht verlesen und ist damit genehmigt. Die Sitzung wird von der Vorsitzenden geschlossen.\n")  # fmt: skip
    done = run("read", "--json", path)
    assert done.stderr == f"{path}: Texten är på tyska. Läsaren förstår bara svenska.\n"
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)
