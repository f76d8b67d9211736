"""Make the Word, OpenDocument and PDF case files of the a-folders from their manuscripts.

    python tests/protokoll/cases/build_a.py [FOLDER/NAME.src ...]

A manuscript (`.src`) is plain text: its first line names what to make (`make docx`, `make odt`, `make pdf`),
then one line is one paragraph of the document:

    = Title            == Heading            - bullet            # number (counted by Word)
    |a|b|              a row of a table (rows in succession are one table)
    >text              an indented paragraph
    <header>text       page header            <footer>text       page footer ({page} is its number)
    <landscape>        <columns 2>            <pagebreak>
    left \\t right      a tab, with a stop at the right edge
    **bold**           within any line        an empty line is an empty paragraph

`.typ` files are set with typst as they are. OpenDocument and PDF are made with LibreOffice (`soffice`)
from the Word file.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
import typst
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

HERE = Path(__file__).resolve().parent
STYLES = {"= ": "Title", "== ": "Heading 2", "- ": "List Bullet", "# ": "List Number"}


def build(manuscript: Path) -> Path:
    """Make the document of one manuscript beside it and return its path."""
    if manuscript.suffix == ".typ":
        target = manuscript.with_suffix(".pdf")
        typst.compile(str(manuscript), output=str(target))
        return target
    first, *lines = manuscript.read_text(encoding="utf-8").splitlines()
    ending = first.removeprefix("make ").strip()
    target = manuscript.with_suffix(f".{ending}")
    if ending == "docx":
        word_file(lines).save(str(target))
        return target
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{manuscript.stem}.docx"
        word_file(lines).save(str(source))
        convert(source, ending, target.parent)
    return target


def convert(source: Path, ending: str, folder: Path) -> None:
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def word_file(lines: list[str]) -> Document:
    document = docx.Document()
    document.styles["Normal"].font.name = "Liberation Sans"
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        if rows:
            add_table(document, rows)
            rows = []
        add_line(document, line)
    return document


def add_table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=max(len(row) for row in rows))
    table.style = "Table Grid"
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            first, *rest = text.split("<br>")
            write(cell.paragraphs[0], first)
            for more in rest:
                write(cell.add_paragraph(), more)


def add_line(document: Document, line: str) -> None:
    section = document.sections[0]
    if line.startswith("<header>"):
        write(section.header.paragraphs[0], line.removeprefix("<header>"))
    elif line.startswith("<footer>"):
        add_footer(section.footer.paragraphs[0], line.removeprefix("<footer>"))
    elif line == "<landscape>":
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    elif line.startswith("<columns"):
        columns = section._sectPr.xpath("./w:cols")[0]
        columns.set(qn("w:num"), re.sub(r"\D", "", line))
    elif line == "<pagebreak>":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    else:
        add_paragraph(document, line)


def add_paragraph(document: Document, line: str) -> None:
    for mark, style in STYLES.items():
        if line.startswith(mark):
            write(document.add_paragraph(style=style), line.removeprefix(mark))
            return
    paragraph = document.add_paragraph()
    if line.startswith(">"):
        paragraph.paragraph_format.left_indent = Cm(1)
    if "\\t" in line:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(14.5), WD_TAB_ALIGNMENT.RIGHT)
    write(paragraph, line.removeprefix(">"))


def write(paragraph: Paragraph, text: str) -> None:
    """Add the text with its bold parts and tabs to the paragraph."""
    for place, part in enumerate(re.split(r"\*\*", re.sub(r" *\\t *", "\t", text))):
        if part:
            paragraph.add_run(part).bold = place % 2 == 1 or None


def add_footer(paragraph: Paragraph, text: str) -> None:
    before, page, after = text.partition("{page}")
    paragraph.add_run(before)
    if page:
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        paragraph._p.append(field)
    paragraph.add_run(after)


def main(names: list[str]) -> None:
    chosen = [Path(name) for name in names] or sorted([*HERE.glob("a*/*.src"), *HERE.glob("a*/*.typ")])
    for manuscript in chosen:
        print(build(manuscript).relative_to(manuscript.parent.parent))


if __name__ == "__main__":
    main(sys.argv[1:])
