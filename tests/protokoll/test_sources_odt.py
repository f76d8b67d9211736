"""OpenDocument texts."""

from __future__ import annotations

import pytest
from tests.protokoll import written

from protokoll.sources import SourceError, text_of_bytes
from protokoll.text import Text


def read(body: str, styles: str = "", manifest: str = "") -> Text:
    return text_of_bytes(written.odt(body, styles, manifest), "protokoll.odt")


def test_headings_carry_their_level() -> None:
    text = read('<text:h text:outline-level="2">Laget runt</text:h><text:p>Hjo: inget.</text:p>')
    assert [(line.text, line.heading) for line in text.lines] == [("Laget runt", 2), ("Hjo: inget.", None)]


def test_spaces_tabs_and_breaks_are_signs_of_their_own() -> None:
    text = read('<text:p>Anna<text:s text:c="3"/>Hjo<text:tab/>x<text:line-break/>Per</text:p>')
    assert [line.text for line in text.lines] == ["Anna   Hjo\tx", "Per"]


def test_lists_count_and_a_nested_one_counts_for_itself() -> None:
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style>'
    )
    text = read(
        '<text:list text:style-name="L"><text:list-item><text:p>Öppnande</text:p><text:list><text:list-item>'
        "<text:p>upprop</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>Budget</text:p></text:list-item></text:list>",
        styles,
    )
    assert [(line.number, line.text) for line in text.lines] == [
        ("1.", "Öppnande"),
        ("–", "upprop"),
        ("2.", "Budget"),
    ]


def test_cells_know_their_place_also_after_repeated_columns() -> None:
    text = read(
        "<table:table><table:table-row><table:table-cell><text:p>Datum</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>3 maj</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    assert [(line.text, line.cell.column, line.cell.columns) for line in text.lines if line.cell] == [
        ("Datum", 0, 4), ("3 maj", 3, 4),
    ]  # fmt: skip


def test_bold_comes_from_the_style_also_an_inherited_one() -> None:
    styles = (
        '<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="C" style:family="paragraph" style:parent-style-name="B"/>'
    )
    assert [line.bold for line in read('<text:p text:style-name="C">Beslut</text:p><text:p>a</text:p>', styles).lines] == [
        True, False,
    ]  # fmt: skip


def test_deleted_text_and_comments_are_left_out() -> None:
    text = read(
        "<text:tracked-changes><text:changed-region><text:p>borta</text:p></text:changed-region></text:tracked-changes>"
        "<text:p>kvar<office:annotation><text:p>kommentar</text:p></office:annotation></text:p>"
    )
    assert [line.text for line in text.lines] == ["kvar"]


def test_a_locked_document_is_said_to_be_locked() -> None:
    with pytest.raises(SourceError) as error:
        read("<text:p>x</text:p>", manifest="<m><encryption-data/></m>")
    assert error.value.kind == "encrypted"
