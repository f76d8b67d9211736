"""Writes a parsed source as an OpenDocument text: a small zip of XML, made by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from example_text import Block, Page, runs, shares

Office = dict[str, Any]
TYPE = "application/vnd.oasis.opendocument.text"
NAMESPACES = {
    "office": "office",
    "text": "text",
    "table": "table",
    "style": "style",
    "fo": "xsl-fo-compatible",
    "manifest": "manifest",
}
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"' for short, full in NAMESPACES.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
WRITTEN = (2026, 11, 20, 12, 0, 0)

MANIFEST = f"""{HEAD}<manifest:manifest {NAMES} manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""

LISTS = """<text:list-style style:name="Bullets">
<text:list-level-style-bullet text:level="1" text:bullet-char="•">
<style:list-level-properties text:space-before="0.4cm" text:min-label-width="0.5cm"/>
</text:list-level-style-bullet></text:list-style>
<text:list-style style:name="Steps">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">
<style:list-level-properties text:space-before="0.4cm" text:min-label-width="0.6cm"/>
</text:list-level-style-number></text:list-style>"""

AUTOMATIC = """<style:style style:name="B" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Cell" style:family="table-cell">
<style:table-cell-properties fo:padding="0.08cm" fo:border="0.02cm solid #666666"/></style:style>
<style:style style:name="Bare" style:family="table-cell">
<style:table-cell-properties fo:padding="0.05cm"/></style:style>"""


def write_odt(page: Page, office: Office, target: Path) -> None:
    """Write ``page`` in the look of ``office``; numbers that count themselves are for Word (ValueError)."""
    if any(block.kind == "counted" for block in page.blocks):
        raise ValueError("an .odt source writes its numbers out: use '## 1. …' instead of '##.'")
    files = {
        "content.xml": _content(page, office),
        "styles.xml": _styles(page, office),
        "META-INF/manifest.xml": MANIFEST,
    }
    with ZipFile(target, "w") as archive:
        archive.writestr(ZipInfo("mimetype", WRITTEN), TYPE, ZIP_STORED)
        for name, text in files.items():
            archive.writestr(ZipInfo(name, WRITTEN), text.encode(), ZIP_DEFLATED)


def _content(page: Page, office: Office) -> str:
    width = 21 - 2 * office["margin"]
    blocks = [_block(block, office, number) for number, block in enumerate(page.blocks)]
    if page.blocks[-1].kind == "lines":
        blocks.insert(-1, "<text:p/>")
    tight = (
        '<style:style style:name="Tight" style:family="paragraph" style:parent-style-name="Standard">'
        f'<style:paragraph-properties fo:margin-bottom="0cm"><style:tab-stops><style:tab-stop '
        f'style:position="{width / 2:.1f}cm"/></style:tab-stops></style:paragraph-properties></style:style>'
    )
    columns = "".join(
        f'<style:style style:name="T{number}C{column}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * share:.1f}cm"/></style:style>'
        for number, block in enumerate(page.blocks)
        if block.kind == "table"
        for column, share in enumerate(shares(block))
    )
    return (
        f'{HEAD}<office:document-content {NAMES} office:version="1.2">'
        f"<office:automatic-styles>{AUTOMATIC}{tight}{columns}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(blocks)}</office:text></office:body></office:document-content>"
    )


def _block(block: Block, office: Office, number: int) -> str:
    first = _spans(block.lines[0]) if block.lines else ""
    if block.kind == "title":
        return f'<text:p text:style-name="Title">{first}</text:p>'
    if block.kind in ("heading", "subheading"):
        level = 1 if block.kind == "heading" else 2
        style = f'text:style-name="Heading_20_{level}" text:outline-level="{level}"'
        return f"<text:h {style}>{first}</text:h>"
    if block.kind in ("bullet", "step"):
        name = "Bullets" if block.kind == "bullet" else "Steps"
        item = f"<text:list-item><text:p>{first}</text:p></text:list-item>"
        return f'<text:list text:style-name="{name}" text:continue-numbering="true">{item}</text:list>'
    if block.kind == "table":
        return _table(block, number)
    if office["lines"] == "break":
        return f"<text:p>{'<text:line-break/>'.join(map(_spans, block.lines))}</text:p>"
    tight = [f'<text:p text:style-name="Tight">{_spans(line)}</text:p>' for line in block.lines[:-1]]
    return "".join(tight) + f'<text:p text:style-name="Standard">{_spans(block.lines[-1])}</text:p>'


def _table(block: Block, number: int) -> str:
    style = "Bare" if block.table == "plain" else "Cell"
    opening = f'<table:table-cell table:style-name="{style}" office:value-type="string">'
    rows = []
    for row, cells in enumerate(block.rows):
        shown = [f"**{cell}**" if row == 0 and block.has_header else cell for cell in cells]
        inner = "".join(
            f'{opening}<text:p text:style-name="Tight">{_spans(cell)}</text:p></table:table-cell>'
            for cell in shown
        )
        rows.append(f"<table:table-row>{inner}</table:table-row>")
    columns = "".join(
        f'<table:table-column table:style-name="T{number}C{column}"/>' for column in range(len(block.rows[0]))
    )
    return f"<table:table>{columns}{''.join(rows)}</table:table><text:p/>"


def _spans(text: str) -> str:
    out = []
    for part, bold, italic in runs(text):
        inner = escape(part).replace("\t", "<text:tab/>")
        if bold or italic:
            inner = f'<text:span text:style-name="{"B" if bold else "I"}">{inner}</text:span>'
        out.append(inner)
    return "".join(out)


def _styles(page: Page, office: Office) -> str:
    color = "#" + office["color"]
    keep = 'fo:keep-with-next="always"'
    spacing = f'fo:margin-bottom="{office["after"]}pt" fo:line-height="115%"'
    centred = f'fo:margin-bottom="8pt" fo:text-align="{office["align"]}"'
    named = [
        _style("Standard", office, office["size"], spacing),
        _style("Title", office, office["title_size"], centred, color),
        _style("Heading_20_1", office, office["heading_size"], f'fo:margin-top="10pt" {keep}', color),
        _style("Heading_20_2", office, office["size"], f'fo:margin-top="8pt" {keep}', color),
    ]
    margin = office["margin"]
    layout = (
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" '
        f'fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="{margin}cm" '
        f'fo:margin-right="{margin}cm"/></style:page-layout>'
    )
    furniture = "".join(
        f"<style:{part}><text:p>{_furniture(text)}</text:p></style:{part}>"
        for part, text in (("header", page.head), ("footer", page.foot))
        if text
    )
    return (
        f'{HEAD}<office:document-styles {NAMES} office:version="1.2">'
        f"<office:styles>{''.join(named)}{LISTS}</office:styles>"
        f"<office:automatic-styles>{layout}</office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="A4">{furniture}'
        "</style:master-page></office:master-styles></office:document-styles>"
    )


def _style(name: str, office: Office, size: float, paragraph: str, color: str = "") -> str:
    shown = name.replace("_20_", " ")
    weight = f' fo:font-weight="bold" fo:color="{color}"' if color else ""
    font = f'fo:font-family="{office["font"]}" fo:font-size="{size}pt" fo:language="sv" fo:country="SE"'
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph">'
        f"<style:paragraph-properties {paragraph}/><style:text-properties {font}{weight}/></style:style>"
    )


def _furniture(text: str) -> str:
    fields = {"{page}": "<text:page-number/>", "{pages}": "<text:page-count/>"}
    return "".join(fields.get(part, _spans(part)) for part in re.split(r"(\{pages?\})", text))
