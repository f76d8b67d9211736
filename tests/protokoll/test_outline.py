"""From lines to blocks, items and sentences, each with the way back to its line."""

from protokoll.layout.sentences import split
from protokoll.outline import Outline, build
from protokoll.sources.plain import text_from_string
from protokoll.text import Cell, Line, Text


def outline(written: str) -> Outline:
    return build(text_from_string(written))


def of_lines(*lines: Line) -> Outline:
    return build(Text(lines=lines, media_type="text/plain"))


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


def test_sentences_do_not_end_at_abbreviations_initials_and_clock_times() -> None:
    text = (
        "Vi träffas kl. 13.00 hos t.ex. Hjo, dvs. värden. Anna P. Ek m.fl. deltar fr.o.m. § 4. "
        "Ca 30 personer, bl.a. rektorer, kom d. 3 maj. Nr. 4 bordläggs."
    )
    assert sentences(text) == [
        "Vi träffas kl. 13.00 hos t.ex. Hjo, dvs. värden.",
        "Anna P. Ek m.fl. deltar fr.o.m. § 4.",
        "Ca 30 personer, bl.a. rektorer, kom d. 3 maj.",
        "Nr. 4 bordläggs.",
    ]


def test_sentence_ends_after_a_class_and_before_a_figure() -> None:
    assert sentences("Det gäller åk 9. Det fungerade. 14 elever kom. Ja! Nej?") == [
        "Det gäller åk 9.", "Det fungerade.", "14 elever kom.", "Ja!", "Nej?",
    ]  # fmt: skip


def test_hyphenated_words_are_joined_and_hanging_hyphens_kept() -> None:
    blocks = outline(
        "Gruppen talade länge om hur vi ska ta oss an distans-\n"
        "undervisningen i höst och om vilka som behöver fjärr-\n"
        "och distansstöd redan nu under våren i alla skolorna.\n"
    ).blocks
    assert [block.text for block in blocks] == [
        "Gruppen talade länge om hur vi ska ta oss an distansundervisningen i höst och om vilka som behöver "
        "fjärr- och distansstöd redan nu under våren i alla skolorna."
    ]


def test_offset_of_a_joined_block_leads_back_to_its_line() -> None:
    block = outline(
        "Karin undersöker vad avtalet kostar och återkommer med\nbesked till nästa möte om hur vi ska göra.\n"
    ).blocks[0]
    assert block.rows == (1, 2)
    assert block.line_of(block.text.index("Karin")) == 1
    assert block.line_of(block.text.index("besked")) == 2
    assert block.line_of(len(block.text) - 1) == 2


def test_short_lines_without_a_full_stop_stay_apart() -> None:
    written = (
        "Utvecklingsgruppens nästa möte 10 juni\nStyrgruppens nästa möte 17 juni\nAvstämning i augusti\n"
    )
    assert [block.text for block in outline(written).blocks] == written.splitlines()


def test_att_clauses_on_lines_of_their_own_stay_apart() -> None:
    written = "Rådet beslutar\natt godkänna budgeten\natt avsätta 4 000 kronor till kaffe."
    assert [block.text for block in outline(written).blocks] == written.splitlines()


def test_numbers_and_bullets_are_taken_off_the_text() -> None:
    blocks = outline("§ 44 Ekonomi\n- 4. Nätet**\n• Punkt\n4.1 Budget\nb) Hissen\nPunkt 7: Övrigt\n").blocks
    assert [(block.number, block.text) for block in blocks] == [
        ("44", "Ekonomi"), ("4", "Nätet"), (None, "Punkt"), ("4.1", "Budget"), ("b", "Hissen"), ("7", "Övrigt"),
    ]  # fmt: skip


def test_dates_and_amounts_are_no_numbers_of_points() -> None:
    written = "4 september träffas vi\n2 400 enheter köptes\n09.30 Fika\n2024-05-03 i Hjo\n15 kr per elev\n"
    assert [block.number for block in outline(written).blocks] == [None] * 5


def test_automatic_number_counts_as_written() -> None:
    found = of_lines(
        Line(text="Ekonomi", number="1.", bold=True),
        Line(text="Kassan är god."),
        Line(text="Övrigt", number="2.", bold=True),
        Line(text="Inget."),
    )
    assert [(item.number, item.title) for item in found.items] == [("1", "Ekonomi"), ("2", "Övrigt")]


def test_furniture_between_pages_does_not_break_a_paragraph() -> None:
    found = of_lines(
        Line(text="Gruppen beslutade att göra en gemensam", page=1, wraps=True),
        Line(text="Sida 1 (2)", page=1, furniture=True),
        Line(text="enkät till alla rektorer.", page=2, break_before=True),
    )
    assert [block.text for block in found.blocks] == [
        "Gruppen beslutade att göra en gemensam enkät till alla rektorer."
    ]
    assert found.blocks[0].rows == (1, 3)


def test_table_rows_keep_their_cells_in_order() -> None:
    def cell(row: int, column: int) -> Cell:
        return Cell(table=0, row=row, column=column, columns=2)

    table = of_lines(
        Line(text="Hjo", cell=cell(0, 0)),
        Line(text="Ny chef.", cell=cell(0, 1)),
        Line(text="Två vakanser.", cell=cell(0, 1)),
        Line(text="Vara", cell=cell(1, 0)),
    ).tables[0]
    assert [row.texts for row in table.rows] == [("Hjo", "Ny chef. Två vakanser."), ("Vara", "")]


def test_markdown_row_is_read_as_its_cells() -> None:
    table = outline("| Kommun | Läge |\n|---|---|\n| Hjo | **Bra** |\n").tables[0]
    assert [row.texts for row in table.rows] == [("Kommun", "Läge"), ("Hjo", "Bra")]


def test_text_without_structure_is_one_preamble() -> None:
    found = outline("Inget att läsa här alls.\n")
    assert (len(found.items), len(found.preamble), len(found.tail)) == (0, 1, 0)


def test_hostile_text_takes_time_in_proportion_to_its_length() -> None:
    import time

    def seconds(size: int) -> float:
        written = "\n".join(
            ["1. " + "a, " * 40, "1/1/1/1/1/1/1/1/1x" * 6, "(" * 60, "Närvarande: " + "A B, " * 30] * size
        )
        start = time.process_time()
        outline(written)
        return time.process_time() - start

    seconds(10)
    short, long = (min(seconds(size) for _ in range(3)) for size in (20, 400))
    assert long < 100 * max(
        short, 0.005
    )  # twenty times the text: 20 when it is in proportion, 400 when it is squared
