"""Whatever is given to the reader: one clear line, a status, and nothing else is lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.protokoll import written

from protokoll import workers
from protokoll.sources import SourceError, read_text, text_of_bytes
from protokoll.sources.errors import SourceError as Error
from protokoll.sources.limits import MAX_FILE_BYTES, MAX_PAGES

CASES = Path(__file__).parent / "cases"
WORD = written.docx(lambda document: document.add_paragraph("Mötet öppnades."))
PAPER = written.pdf("Mötet öppnades.")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def filled(opening: str, closing: str, times: int) -> bytes:
    return written.in_body(WORD, opening * times + closing * times)


def blank_pages(count: int) -> bytes:
    import io

    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


BAD = {
    "nothing": (b"", "empty"),
    "white space": (b" \n\t\n", "empty"),
    "zero bytes": (b"\0" * 4000, "empty"),
    "random bytes": (random.Random(1).randbytes(50_000), "unknown"),
    "half a pdf": (PAPER[: len(PAPER) // 2], "damaged"),
    "a pdf's first line": (b"%PDF-1.7\n", "damaged"),
    "half a docx": (WORD[: len(WORD) // 2], "damaged"),
    "a docx without a document": (written.with_part(WORD, "word/document.xml", lambda part: b"hej"), "damaged"),
    "a docx nested without end": (filled("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 20_000), "damaged"),
    "a docx that swells": (filled("<w:p><w:r><w:t>" + "A" * 60_000_000 + "</w:t></w:r></w:p>", "", 1), "too-large"),
    "a docx of endless lines": (filled("<w:p><w:r><w:t>A</w:t></w:r></w:p>", "", 150_000), "too-large"),
    "a zip": (written.with_part(WORD, "x", bytes).replace(b"word/", b"wort/").replace(b"[Content", b"[Kontent"), "unsupported"),
    "a locked docx": (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "an old doc": (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "unsupported"),
    "rtf": (b"{\\rtf1 Protokoll}", "unsupported"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"0" * 99, "pictures"),
    "2000 pages": (blank_pages(2000), "too-large"),
    "a line without end": (b"a" * 300_000, "too-large"),
    "lines without end": (b"a\n" * 150_000, "too-large"),
    "a book of text": (b"Nu och i all framtid.\n" * 900_000, "too-large"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_bytes_are_named_for_what_they_are(name: str) -> None:
    data, kind = BAD[name]
    with pytest.raises(SourceError) as error:
        text_of_bytes(data, "protokoll.pdf")
    assert error.value.kind == kind
    assert "\n" not in error.value.message
    assert error.value.message.endswith(".")


def test_a_locked_pdf_is_said_to_be_locked() -> None:
    with pytest.raises(SourceError) as error:
        read_text(Path(__file__).parent / "bad" / "locked.pdf")
    assert error.value.kind == "encrypted"


def test_a_wrong_ending_is_told_of_and_the_document_read() -> None:
    text = text_of_bytes(WORD, "protokoll.pdf")
    assert text.plain() == "Mötet öppnades."
    assert text.notes == ("Filen heter .pdf men är Word (DOCX); den är läst som det.",)


def test_a_huge_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "stor.pdf"
    with path.open("wb") as file:
        file.write(PAPER)
        file.truncate(300 * 1024 * 1024)
    assert MAX_FILE_BYTES < 300 * 1024 * 1024
    with pytest.raises(SourceError) as error:
        read_text(path)
    assert (error.value.kind, error.value.message) == (
        "too-large", "Filen är 300 MB, läsaren tar högst 100 MB. Dela upp filen i mindre delar.",
    )  # fmt: skip


def test_a_file_that_is_gone_a_folder_and_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "länk").symlink_to(tmp_path / "borta")
    kinds = []
    for path in (tmp_path / "borta", tmp_path / "länk", tmp_path, tmp_path / "fifo"):
        with pytest.raises(SourceError) as error:
            read_text(path)
        kinds.append(error.value.kind)
    assert kinds == ["missing", "missing", "folder", "unknown"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "låst.txt"
    path.write_text("hej")
    path.chmod(0)
    with pytest.raises(SourceError) as error:
        read_text(path)
    assert error.value.kind == "permission"


def test_as_many_pages_as_the_bound_allows_are_read() -> None:
    with pytest.raises(SourceError) as error:
        text_of_bytes(blank_pages(MAX_PAGES), "tom.pdf")
    assert error.value.kind == "empty"


def test_every_bad_file_gets_one_line_and_the_good_ones_are_read(tmp_path: Path) -> None:
    for name, (data, _) in BAD.items():
        (tmp_path / f"{name.replace(' ', '_')}.pdf").write_bytes(data)
    (tmp_path / "bra.txt").write_text("Mötet öppnades.\n")
    done = subprocess.run(
        [sys.executable, "-m", "protokoll.cli", "read", "--json", "--jobs", "2", str(tmp_path)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == len(BAD)
    assert len(done.stdout.splitlines()) == 1


# --- bounds on time and memory


def dawdle(path: Path) -> str:
    if path.name == "hänger":
        time.sleep(60)
    if path.name == "kraschar":
        os.abort()
    if path.name == "glupsk":
        return str(len(b"x" * (8 * 1024**3)))
    if path.name == "djup":
        raise RecursionError
    return path.name


def test_a_file_that_hangs_crashes_or_swells_never_takes_the_others_down() -> None:
    paths = [Path(name) for name in ("a", "hänger", "b", "kraschar", "c", "glupsk", "d", "djup", "e")]
    outcomes = list(workers.run(dawdle, paths, jobs=2, seconds=1.0))
    assert [outcome.path for outcome in outcomes] == paths
    assert [outcome.value for outcome in outcomes if outcome.error is None] == ["a", "b", "c", "d", "e"]
    assert [outcome.error.kind for outcome in outcomes if outcome.error] == [
        "time",
        "damaged",
        "memory",
        "damaged",
    ]


def test_outcomes_come_in_order_whoever_is_first() -> None:
    paths = [Path(str(number)) for number in range(50)]
    assert [outcome.path for outcome in workers.run(dawdle, paths, jobs=3)] == paths


# --- no bytes make a traceback


def reads_or_says_why(data: bytes, name: str) -> None:
    try:
        text = text_of_bytes(data, name)
    except Error as error:
        assert error.message
        assert "\n" not in error.message
        return
    assert text.lines
    for line in text.lines:
        assert "\n" not in line.text
        assert line.cell is None or 0 <= line.cell.column < line.cell.columns


NAMES = st.sampled_from(["a.txt", "a.md", "a.pdf", "a.docx", "a.odt", "a.eml", "a.html", "a"])
OPENINGS = st.sampled_from(
    [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"From: a\nTo: b\nSubject: c\nDate: d\n\n", b"<html>",
     b"MIME-Version: 1.0\nFrom: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(OPENINGS, st.binary(max_size=400), NAMES)
def test_any_bytes_are_read_or_refused(opening: bytes, rest: bytes, name: str) -> None:
    reads_or_says_why(opening + rest, name)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), NAMES)
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    reads_or_says_why(text.encode("utf-8", "surrogatepass"), name)


REAL = [CASES / name for name in ("b03-word-pdf/hallbar-mat.pdf", "b07-auto-numbering/konsthantverk.docx",
                                  "b07-auto-numbering/scoutdistrikt.odt", "b09-mail/orientering.eml")]  # fmt: skip


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.suffix)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_to_a_real_document_is_read_or_refused(path: Path, data: st.DataObject) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    reads_or_says_why(bytes(content[: data.draw(st.integers(1, len(content)))]), path.name)


PIECES = st.sampled_from(
    ["<w:p>", "</w:p>", "<w:r><w:t>ord</w:t></w:r>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:sdt>",
     "</w:sdt>", '<w:gridSpan w:val="99999999"/>', "<w:tcPr>", "</w:tcPr>", '<w:numId w:val="-1"/>', "<w:numPr>", "</w:numPr>",
     "<w:pPr>", "</w:pPr>", '<w:pStyle w:val="x"/>', "<w:del>", "</w:del>", '<w:outlineLvl w:val="x"/>', "<w:br/>", "text", "&e;"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_body_of_a_word_document_is_read_or_refused(xml: str) -> None:
    reads_or_says_why(written.in_body(WORD, xml), "a.docx")
