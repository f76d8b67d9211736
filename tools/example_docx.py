"""Writes a parsed source as a Word file with real heading styles, lists and numbering."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from example_text import Block, Page, runs, shares

Office = dict[str, Any]
STYLE = {
    "title": "Title",
    "heading": "Heading 1",
    "counted": "Heading 1",
    "subheading": "Heading 2",
    "bullet": "List Bullet",
    "step": "List Number",
    "lines": "Normal",
}
ALIGNMENT = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER}
SIGNATURE_GAP = 22
WRITTEN = datetime.datetime(2026, 11, 20, 12, 0)


def write_docx(page: Page, office: Office, target: Path) -> None:
    """Write ``page`` in the look of ``office``; the same source always gives the same bytes."""
    document = Document()
    _set_styles(document, office)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(office["margin"])
    width = 21 - 2 * office["margin"]
    for part, text in ((section.header, page.head), (section.footer, page.foot)):
        part.paragraphs[0].style = document.styles["Normal"]
        _furnish(part.paragraphs[0], text, width)
    counts = any(block.kind == "counted" for block in page.blocks)
    counter = _add_counter(document, office["counted"]) if counts else None
    below_heading = False
    for block in page.blocks:
        below_heading = below_heading or block.kind in ("heading", "counted")
        if block.kind == "table":
            _add_table(document, block, office, width)
        elif block.kind == "lines":
            first = len(document.paragraphs)
            _add_lines(document, block, office, width if below_heading else None)
            if block is page.blocks[-1]:
                document.paragraphs[first].paragraph_format.space_before = Pt(SIGNATURE_GAP)
        else:
            paragraph = document.add_paragraph(style=STYLE[block.kind])
            _add_runs(paragraph, block.lines[0])
            if block.kind == "counted" and counter is not None:
                _count(paragraph, counter)
    properties = document.core_properties
    properties.author, properties.created, properties.modified = "", WRITTEN, WRITTEN
    document.save(str(target))
    _settle(target)


def _set_styles(document: Any, office: Office) -> None:
    color = RGBColor.from_string(office["color"])
    for name, size in (
        ("Normal", office["size"]),
        ("Title", office["title_size"]),
        ("Heading 1", office["heading_size"]),
        ("Heading 2", office["size"]),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = office["font"], Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
        fonts.set(qn("w:hAnsi"), office["font"])
        if name != "Normal":
            style.font.color.rgb, style.font.bold = color, True
        if name == "Heading 1":
            style.paragraph_format.space_before = Pt(office["before"])
    for name in ("Normal", "List Bullet", "List Number"):
        document.styles[name].paragraph_format.space_after = Pt(office["after"] if name == "Normal" else 1)
    title = document.styles["Title"]
    title.paragraph_format.alignment = ALIGNMENT[office["align"]]
    if not office["rule"]:
        for border in title.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)


def _add_lines(document: Any, block: Block, office: Office, full_width: float | None) -> None:
    if office["lines"] == "break":
        paragraph = document.add_paragraph()
        for number, line in enumerate(block.lines):
            if number:
                paragraph.add_run().add_break()
            _add_runs(paragraph, line)
        _set_tabs(paragraph, block.lines, office, full_width)
        return
    for number, line in enumerate(block.lines):
        paragraph = document.add_paragraph()
        _add_runs(paragraph, line)
        _set_tabs(paragraph, block.lines, office, full_width)
        if number < len(block.lines) - 1:
            paragraph.paragraph_format.space_after = Pt(0)


def _set_tabs(paragraph: Any, lines: list[str], office: Office, full_width: float | None) -> None:
    columns = max(line.count(">>") for line in lines) + 1
    if columns > 1:
        step = office["tab"] if full_width is None else full_width / columns
        for column in range(1, columns):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(step * column))


def _add_runs(paragraph: Any, text: str) -> None:
    for part, bold, italic in runs(text):
        run = paragraph.add_run(part)
        run.bold, run.italic = bold or None, italic or None


def _add_table(document: Any, block: Block, office: Office, width: float) -> None:
    style = office["grid"] if block.table == "grid" else "Normal Table"
    table = document.add_table(rows=0, cols=len(block.rows[0]), style=style)
    share = shares(block)
    table.autofit = False
    for column, part in enumerate(share):
        table.columns[column].width = Cm(width * part)
    for number, cells in enumerate(block.rows):
        for column, cell in enumerate(table.add_row().cells):
            cell.width = Cm(width * share[column])
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(1)
            is_header = number == 0 and block.has_header
            _add_runs(paragraph, f"**{cells[column]}**" if is_header else cells[column])
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _furnish(paragraph: Any, text: str, width: float) -> None:
    """Header or footer: tabs to the right edge, ``{page}`` and ``{pages}`` as fields."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width), alignment=2)
    for part in re.split(r"(\{pages?\})", text):
        if part in ("{page}", "{pages}"):
            _add_field(paragraph, "PAGE" if part == "{page}" else "NUMPAGES")
        else:
            paragraph.add_run(re.sub(r"^>> | >> ?", "\t", part))
    for run in paragraph.runs:
        run.font.size = Pt(8.5)


def _add_field(paragraph: Any, instruction: str) -> None:
    for kind in ("begin", "instruction", "end"):
        run = paragraph.add_run()
        if kind == "instruction":
            element = OxmlElement("w:instrText")
            element.text = instruction
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _add_counter(document: Any, pattern: str) -> int:
    """Add a numbering that Word counts by itself, and return its id."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    settings = {"w:start": "1", "w:numFmt": "decimal", "w:lvlText": pattern, "w:lvlJc": "left"}
    for tag, value in settings.items():
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        level.append(element)
    abstract.append(level)
    numbering.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "90")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "90")
    number.append(link)
    numbering.append(number)
    return 90


def _count(paragraph: Any, numbering: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def _settle(path: Path) -> None:
    """Write the parts again with one fixed time and without the template's preview picture."""
    with ZipFile(path) as source:
        names = [name for name in source.namelist() if not name.startswith("docProps/thumbnail")]
        parts = [(name, source.read(name)) for name in names]
    with ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name, content in parts:
            kept = (
                re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", content)
                if name == "_rels/.rels"
                else content
            )
            target.writestr(ZipInfo(name, (2026, 11, 20, 12, 0, 0)), kept, ZIP_DEFLATED)
