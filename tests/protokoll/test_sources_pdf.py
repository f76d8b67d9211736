"""PDF: lines in reading order, tables as tables, furniture set aside, words whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.protokoll import written

from protokoll.sources import SourceError, read_text, text_of_bytes
from protokoll.sources.pdf_mend import mend, moved_up
from protokoll.text import Line, Text

CASES = Path(__file__).parent / "cases"


def read(markup: str) -> Text:
    return text_of_bytes(written.pdf(markup), "protokoll.pdf")


def words(text: Text) -> list[str]:
    return [line.text for line in text.lines if not line.furniture]


def place(line: Line) -> tuple[str, int, int] | str:
    return (line.text, line.cell.row, line.cell.column) if line.cell else line.text


def test_a_wrapped_paragraph_stays_lines_that_say_so() -> None:
    text = read("Nätverket beslutade att förlänga avtalet med ett år. " * 4 + "\n\nNästa stycke.")
    assert [line.wraps for line in text.lines] == [True, True, False, False]
    assert text.lines[-1].break_before


def test_a_blank_line_between_short_lines_is_a_break() -> None:
    text = read("Rundan \\ Hjo: inget \\ \\ Tibro: ny rektor \\ \\ Skara: letar lokal \\ och personal")
    assert [line.break_before for line in text.lines] == [True, False, True, True, False]


def test_headings_are_bold_and_large() -> None:
    first, second = read("= Laget runt\nHjo har bytt rektor.").lines
    assert (first.bold, first.large, second.bold, second.large) == (True, True, False, False)


def test_a_drawn_table_is_read_cell_by_cell() -> None:
    text = read(
        "#table(columns: (3cm, 4cm), [Kommun], [Rapport], [Hjo], [Ny rektor från augusti och en lång rapport], [Tibro], [–])"
    )
    assert [place(line) for line in text.lines] == [
        ("Kommun", 0, 0), ("Rapport", 0, 1), ("Hjo", 1, 0), ("Ny rektor från augusti", 1, 1),
        ("och en lång rapport", 1, 1), ("Tibro", 2, 0), ("–", 2, 1),
    ]  # fmt: skip


def test_a_merged_cell_stands_where_it_begins() -> None:
    text = read("#table(columns: 3, table.cell(colspan: 2)[Namn], [Kommun], [Anna], [Berg], [Hjo])")
    assert [place(line) for line in text.lines] == [
        ("Namn", 0, 0), ("Kommun", 0, 2), ("Anna", 1, 0), ("Berg", 1, 1), ("Hjo", 1, 2),
    ]  # fmt: skip


def test_a_table_without_lines_is_read_by_its_columns() -> None:
    text = read(
        "#grid(columns: (4cm, 6cm), row-gutter: 8pt, [Tid], [kl. 9.00], [Plats], [Stadshuset], [Kaffe], [från 8.30])"
    )
    assert [place(line) for line in text.lines] == [
        ("Tid", 0, 0), ("kl. 9.00", 0, 1), ("Plats", 1, 0), ("Stadshuset", 1, 1), ("Kaffe", 2, 0), ("från 8.30", 2, 1),
    ]  # fmt: skip


def test_two_columns_are_read_one_after_the_other() -> None:
    left = "Pumpen går igen efter reparationen i april och alla är nöjda med det. " * 3
    right = "Kön är nu lång och två lotter blir lediga i höst enligt styrelsen. " * 3
    text = read(f"#columns(2)[Vänster. {left}#colbreak()Höger. {right}]")
    joined = " ".join(words(text))
    assert joined == f"Vänster. {left}Höger. {right}".strip()
    assert [line.cell for line in text.lines if line.cell] == []


def test_columns_end_where_the_page_goes_on_below_them() -> None:
    text = read(
        "#columns(2)[Nätverket diskuterade hur arbetet med de nya kurserna går i alla kommuner, som har kommit olika långt i"
        " sitt arbete.#colbreak()Anna berättade att Hjo har bytt system och undrade om fler vill vara med i upphandlingen"
        " under våren.]\n= Nästa möte\nDen 4 maj.\n\n#grid(columns: (8cm, 4cm), row-gutter: 8pt,"
        " [Vid protokollet], [Justeras], [Eva Sten], [Anna Berg])"
    )
    assert [place(line) for line in text.lines][-6:] == [
        "Nästa möte", "Den 4 maj.",
        ("Vid protokollet", 0, 0), ("Justeras", 0, 1), ("Eva Sten", 1, 0), ("Anna Berg", 1, 1),
    ]  # fmt: skip


def test_a_right_hand_column_never_runs_into_the_text() -> None:
    task = "Kenneth berättade att tre broar är i dåligt skick och att en ny ansökan kan lämnas."
    text = read(
        f"#grid(columns: (1fr, 3cm), column-gutter: 1cm, row-gutter: 10pt, [*Ärende*], [*Ansvar*], [{task}], [Filip],"
        f" [Boka lokal till nästa möte.], [Anna], [{task}], [Alla kommuner])"
    )
    right = [place(line) for line in text.lines if line.cell and line.cell.column == 1]
    assert right == [("Ansvar", 0, 1), ("Filip", 1, 1), ("Anna", 2, 1), ("Alla kommuner", 3, 1)]


def test_one_entry_far_below_still_belongs_to_the_right_hand_column() -> None:
    prose = " \\ ".join(f"Rad {n} av det som sades" for n in range(9))
    text = read(
        "#let row(a, b) = grid(columns: (9cm, 4cm), a, b)\n"
        f"#row[Boka lokal][Anna]\n#row[Skicka enkät][Per]\n\n{prose}\n\n#row[Återkoppla till räddningstjänsten][Jan]"
    )
    assert [line.text for line in text.lines if line.cell and line.cell.column == 1] == ["Anna", "Per", "Jan"]
    assert len({line.cell.table for line in text.lines if line.cell}) == 1


def test_att_and_its_clause_are_one_line() -> None:
    clause = "#grid(columns: (1.5cm, 12cm), row-gutter: 8pt, [att], [godkänna rapporten, samt], [att], [överlämna den.])"
    assert words(read(clause)) == ["att godkänna rapporten, samt", "att överlämna den."]


def test_numbers_of_a_list_stay_on_their_line() -> None:
    assert words(read("+ Öppnande\n+ Val av sekreterare\n+ Budget")) == [
        "1. Öppnande", "2. Val av sekreterare", "3. Budget",
    ]  # fmt: skip


def test_heads_and_feet_and_page_numbers_are_furniture() -> None:
    head = '#set page(header: [Nätverket #h(1fr) Protokoll], footer: context [Sida #counter(page).display("1 (1)", both: true)])\n'
    text = read(head + "Mötet öppnades.#pagebreak()Avtalet förlängs.#pagebreak()Mötet slutade.")
    assert words(text) == ["Mötet öppnades.", "Avtalet förlängs.", "Mötet slutade."]
    assert [line.page for line in text.lines if line.furniture] == [1, 1, 2, 2, 3, 3]


def test_the_page_number_of_a_single_page_is_furniture() -> None:
    text = read('#set page(numbering: "1")\nMötet öppnades.')
    assert [(line.text, line.furniture) for line in text.lines] == [("Mötet öppnades.", False), ("1", True)]


def test_a_foot_that_ends_in_the_page_number_is_furniture() -> None:
    text = read("#set page(footer: [Arbetsordning, version 1.2. Sida 1])\nMötet öppnades, se sida 3")
    assert [(line.text, line.furniture) for line in text.lines] == [
        ("Mötet öppnades, se sida 3", False), ("Arbetsordning, version 1.2. Sida 1", True),
    ]  # fmt: skip


def test_a_hyphenated_word_is_whole_on_its_first_line() -> None:
    text = read("#set text(hyphenate: true)\n#set par(justify: true)\n#block(width: 6cm)[Kommunernas samverkansorganisation diskuterade"
                " distansundervisningsplattformens tillgänglighetsanpassningar.]")  # fmt: skip
    assert not any(line.endswith("-") for line in words(text))
    assert "distansundervisningsplattformens" in text.plain()


def test_the_address_behind_a_word_is_told_with_its_line() -> None:
    text = read('Först.\n\nSe #link("https://systemkartan.example/a")[kartan].')
    assert text.links == (("https://systemkartan.example/a", 2),)


@pytest.mark.parametrize("quarter", [0, 90, 180, 270])
@pytest.mark.parametrize("shown", [0, 90, 270])
def test_turned_text_is_read_as_one_turns_the_page_to_read_it(tmp_path, quarter: int, shown: int) -> None:
    import pypdfium2

    page = f"#rotate({quarter}deg, reflow: true)[#block(width: 12cm)[Första raden\n\nAndra raden]]"
    document = pypdfium2.PdfDocument(written.pdf(page))
    document[0].set_rotation(shown)
    document.save(tmp_path / "turned.pdf")
    assert words(read_text(tmp_path / "turned.pdf")) == ["Första raden", "Andra raden"]


def test_pages_of_pictures_are_told_of_beside_the_text() -> None:
    text = read("Mötet öppnades.#pagebreak()#rect(width: 3cm, height: 3cm, fill: red)")
    assert text.notes == ("Bara bild, ingen text, på sidan 2.",)


def test_a_pdf_of_pictures_only_is_said_to_be_that() -> None:
    with pytest.raises(SourceError) as error:
        read("#rect(width: 3cm, height: 3cm, fill: red)")
    assert error.value.kind == "pictures"


@pytest.mark.parametrize(
    ("line", "below", "result"),
    [
        ("distans-", "undervisning är bra", ("distansundervisning", "är bra")),
        ("möter skol-", "och förskolenätverket", None),
        ("sedan Per-", "Anders talat", ("sedan Per-Anders", "talat")),
        ("alla IT-", "samordnare", ("alla IT-samordnare", "")),
        ("via e-", "post", ("via e-post", "")),
        ("Hjo -", "inget nytt", None),
        ("2019-", "2020", None),
    ],
)
def test_divided_words(line: str, below: str, result: tuple[str, str] | None) -> None:
    assert moved_up(line, below) == result


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("ﬁnansiering och eﬀekt", "finansiering och effekt"),
        ("BBeesslluutt", "Beslut"),
        ("Hjälmaren", "Hjälmaren"),
        ("aabb", "aabb"),
        ("a\u0308rende", "ärende"),
        ("under\u00advisning", "undervisning"),
    ],
)
def test_mended_print(printed: str, meant: str) -> None:
    assert mend(printed) == meant


@pytest.mark.parametrize("case", sorted(CASES.glob("*/*.pdf")), ids=lambda path: path.stem)
def test_every_case_gives_back_all_its_words(case: Path) -> None:
    """Nothing is lost and nothing invented, whatever the layout: the letters are those of plain extraction."""
    import pypdfium2

    document = pypdfium2.PdfDocument(case)
    plain = "".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
    assert letters(read_text(case).plain()) == letters(mend(plain))


def letters(text: str) -> dict[str, int]:
    signs = [sign for sign in text if sign.isalnum()]
    return {sign: signs.count(sign) for sign in sorted(set(signs))}
