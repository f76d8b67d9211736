"""Word documents: paragraphs, headings, numbers, tables, and what hides behind them."""

from __future__ import annotations

import pytest
from tests.protokoll import written

from protokoll.sources import SourceError, text_of_bytes
from protokoll.text import Text

EMPTY = written.docx(lambda document: None)


def read(data: bytes) -> Text:
    return text_of_bytes(data, "protokoll.docx")


def body(text: Text) -> list[str]:
    return [line.text for line in text.lines if not line.furniture]


def test_headings_are_known_by_their_style() -> None:
    def write(document) -> None:
        document.add_heading("Laget runt", 2)
        document.add_paragraph("Hjo har bytt rektor.")

    lines = read(written.docx(write)).lines
    assert [(line.text, line.heading) for line in lines] == [
        ("Laget runt", 2),
        ("Hjo har bytt rektor.", None),
    ]


def test_a_custom_style_based_on_a_heading_is_a_heading() -> None:
    def write(document) -> None:
        style = document.styles.add_style("Paragrafrubrik", 1)
        style.base_style = document.styles["Heading 3"]
        document.add_paragraph("§ 4 Budget", style="Paragrafrubrik")

    assert [line.heading for line in read(written.docx(write)).lines] == [3]


def test_a_paragraph_all_in_bold_is_bold() -> None:
    def write(document) -> None:
        document.add_paragraph().add_run("Beslut").bold = True
        half = document.add_paragraph()
        half.add_run("Hjo").bold = True
        half.add_run(" har bytt rektor")

    assert [line.bold for line in read(written.docx(write)).lines] == [True, False]


def test_automatic_numbers_count_on_and_stay_out_of_the_text() -> None:
    def write(document) -> None:
        for title in ("Öppnande", "Budget"):
            document.add_paragraph(title, style="List Number")
        document.add_paragraph("lokal", style="List Bullet")

    lines = read(written.docx(write)).lines
    assert [(line.number, line.text) for line in lines] == [
        ("1.", "Öppnande"),
        ("2.", "Budget"),
        ("•", "lokal"),
    ]


def test_cells_know_their_place_also_across_merged_ones() -> None:
    def write(document) -> None:
        table = document.add_table(2, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Namn"
        table.cell(0, 2).text = "Kommun"
        for column, word in enumerate(("Anna", "Berg", "Hjo")):
            table.cell(1, column).text = word

    cells = [
        (line.text, line.cell.row, line.cell.column, line.cell.columns)
        for line in read(written.docx(write)).lines
    ]
    assert cells == [
        ("Namn", 0, 0, 3),
        ("Kommun", 0, 2, 3),
        ("Anna", 1, 0, 3),
        ("Berg", 1, 1, 3),
        ("Hjo", 1, 2, 3),
    ]


def test_a_table_of_one_column_is_only_a_frame() -> None:
    def write(document) -> None:
        document.add_table(1, 1).cell(0, 0).text = "Inramat"

    assert [(line.text, line.cell) for line in read(written.docx(write)).lines] == [("Inramat", None)]


def test_a_line_break_begins_a_line_and_a_tab_stays() -> None:
    def write(document) -> None:
        document.add_paragraph("Anna\nPer\tHjo")

    assert body(read(written.docx(write))) == ["Anna", "Per\tHjo"]


def test_the_end_of_a_line_that_was_pasted_says_nothing() -> None:
    def write(document) -> None:
        for number in range(6):
            document.add_paragraph(f"Detta är rad {number} av en text som någon har klistrat in rad för rad")
            document.add_paragraph("och den går vidare på nästa rad.")

    assert {line.wraps for line in read(written.docx(write)).lines} == {None}


def test_headers_and_footers_are_furniture() -> None:
    def write(document) -> None:
        document.sections[0].header.paragraphs[0].text = "SIKT-nätverket"
        document.sections[0].footer.paragraphs[0].text = "Sida 1"
        document.add_paragraph("Mötet öppnades.")

    lines = read(written.docx(write)).lines
    assert [(line.text, line.furniture) for line in lines] == [
        ("SIKT-nätverket", True), ("Mötet öppnades.", False), ("Sida 1", True),
    ]  # fmt: skip


def test_inserted_text_is_kept_and_deleted_text_dropped() -> None:
    xml = (
        "<w:p><w:r><w:t>Möte </w:t></w:r><w:ins><w:r><w:t>den 4 maj</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>den 3 maj</w:delText></w:r></w:del></w:p>"
    )
    assert body(read(written.in_body(EMPTY, xml))) == ["Möte den 4 maj"]


def test_soft_hyphens_vanish_and_hard_ones_stay() -> None:
    xml = "<w:p><w:r><w:t>distans</w:t><w:softHyphen/><w:t>under\u00advisning, IT</w:t><w:noBreakHyphen/><w:t>stöd</w:t></w:r></w:p>"
    assert body(read(written.in_body(EMPTY, xml))) == ["distansundervisning, IT-stöd"]


def test_the_text_of_a_box_is_read_once() -> None:
    inner = "<w:txbxContent><w:p><w:r><w:t>I rutan</w:t></w:r></w:p></w:txbxContent>"
    xml = (
        "<w:p><w:r><w:t>Utanför</w:t></w:r><w:r><mc:AlternateContent "
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice Requires='wps'><w:drawing>{inner}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert body(read(written.in_body(EMPTY, xml))) == ["Utanför", "I rutan"]


def test_the_address_behind_a_word_is_told_with_its_line() -> None:
    xml = (
        '<w:p><w:r><w:t>Först</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        '<w:instrText>HYPERLINK "https://systemkartan.example"</w:instrText></w:r><w:r><w:t>kartan</w:t></w:r></w:p>'
    )
    assert read(written.in_body(EMPTY, xml)).links == (("https://systemkartan.example", 2),)


def test_an_entity_is_never_opened(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hemligt")

    def with_entity(part: bytes) -> bytes:
        head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
        start = part.index(b"<w:document")
        return head + part[start:].replace(b"<w:body>", b"<w:body><w:p><w:r><w:t>a &e;</w:t></w:r></w:p>")

    assert "hemligt" not in read(written.with_part(EMPTY, "word/document.xml", with_entity)).plain()


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_a_truncated_document_is_said_to_be_damaged(kept: float) -> None:
    with pytest.raises(SourceError) as error:
        read(EMPTY[: int(len(EMPTY) * kept)])
    assert error.value.kind == "damaged"


def test_a_document_without_words_is_said_to_be_empty() -> None:
    with pytest.raises(SourceError) as error:
        read(EMPTY)
    assert error.value.kind == "empty"
