"""Plain text and Markdown: the file's own lines, whatever its encoding."""

from __future__ import annotations

import pytest

from protokoll.sources import SourceError, text_of_bytes

SENTENCE = "Förvaltningschefen från Åmål hälsade välkommen på länets möte, även Öckerö är här."


def lines(data: bytes, name: str = "protokoll.txt") -> list[str]:
    return [line.text for line in text_of_bytes(data, name).lines]


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "latin-1",
        "cp850",
        "mac_roman",
    ],
)
def test_every_encoding_gives_the_same_letters(encoding: str) -> None:
    assert lines(SENTENCE.encode(encoding)) == [SENTENCE]


def test_text_saved_twice_as_utf8_is_turned_back() -> None:
    twice = SENTENCE.encode().decode("cp1252", errors="replace").encode()
    text = text_of_bytes("för från på".encode().decode("latin-1").encode(), "a.txt")
    assert [line.text for line in text.lines] == ["för från på"]
    assert text.notes == ("Filens å, ä och ö var felaktigt sparade och har rättats.",)
    assert lines(twice)


def test_line_numbers_are_the_files_own() -> None:
    data = "Ett\n\n  Två\r\nTre\rFyra\x0bfem\u2028sex".encode()
    assert lines(data) == ["Ett", "", "  Två", "Tre", "Fyrafem\u2028sex"]


def test_a_last_line_end_begins_no_further_line() -> None:
    assert lines(b"a\nb\n") == ["a", "b"]


def test_plain_gives_the_file_back() -> None:
    written = "Närvarande: Anna\n\n\tUlf\n- 4. IKT**\n"
    assert text_of_bytes(written.encode(), "a.txt").plain() + "\n" == written


def test_a_form_feed_begins_a_page() -> None:
    text = text_of_bytes("Sida ett\nslut\n\x0cSida två\n".encode(), "a.txt")
    assert [(line.text, line.page) for line in text.lines] == [("Sida ett", 1), ("slut", 1), ("Sida två", 2)]


def test_text_without_form_feeds_has_no_pages() -> None:
    assert [line.page for line in text_of_bytes(b"a\nb", "a.txt").lines] == [None, None]


def test_running_heads_of_paged_text_are_furniture() -> None:
    said = (
        "Mötet öppnades.\nAlla var där.",
        "Avtalet förlängs.\nHjo avstår.",
        "Inget övrigt.\nMötet slutade.",
    )
    pages = [f"Nätverket SIKT   Protokoll\n{text}\nSida {n} (3)" for n, text in enumerate(said, 1)]
    text = text_of_bytes("\n\x0c".join(pages).encode(), "a.txt")
    assert [line.text for line in text.lines if line.furniture] == [
        line for n in (1, 2, 3) for line in ("Nätverket SIKT   Protokoll", f"Sida {n} (3)")
    ]


@pytest.mark.parametrize(
    ("row", "level"), [("# Protokoll", 1), ("### 4. Laget runt", 3), ("#tagg", None), ("Protokoll", None)]
)
def test_hash_marks_are_headings_and_stay_in_the_text(row: str, level: int | None) -> None:
    (line,) = text_of_bytes(row.encode(), "a.md").lines
    assert (line.text, line.heading) == (row, level)


def test_an_underlined_line_is_a_heading() -> None:
    text = text_of_bytes("Protokoll\n=========\n\nNärvarande\n----------\nAnna\n".encode(), "a.md")
    assert [line.heading for line in text.lines] == [1, None, None, 2, None, None]
    assert [line.furniture for line in text.lines] == [False, True, False, False, True, False]


def test_a_ruled_line_below_a_sentence_makes_no_heading() -> None:
    text = text_of_bytes("Mötet avslutades.\n-----------\n".encode(), "a.txt")
    assert text.lines[0].heading is None


@pytest.mark.parametrize(
    ("row", "bold"),
    [
        ("**Beslut**", True),
        ("- 4. IKT Styrkedja**", True),
        ("Pris 3*4", False),
        ("**Hjo** har bytt rektor", False),
    ],
)
def test_whole_bold_lines_and_lost_bold_marks(row: str, bold: bool) -> None:
    assert text_of_bytes(row.encode(), "a.txt").lines[0].bold is bold


def test_rows_of_a_markdown_table_know_their_row() -> None:
    text = text_of_bytes(b"| Namn | Kommun |\n|---|---|\n| Anna | Hjo |\n\n| A | B |\n", "a.md")
    cells = [line.cell and (line.cell.table, line.cell.row, line.cell.columns) for line in text.lines]
    assert cells == [(0, 0, 2), (0, 0, 2), (0, 1, 2), None, (1, 0, 2)]
    assert [line.furniture for line in text.lines] == [False, True, False, False, False]


def test_a_blank_line_is_a_break_before_the_next() -> None:
    text = text_of_bytes(b"Ett\nTva\n\nTre\n", "a.txt")
    assert [line.break_before for line in text.lines] == [True, False, False, True]


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", b"\x00" * 500])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(SourceError) as error:
        text_of_bytes(data, "tom.txt")
    assert error.value.kind == "empty"
