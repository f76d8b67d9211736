"""Writes a parsed source as an OpenDocument text: a small zip of XML, made by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from example_text import Block, Page, runs

Office = dict[str, Any]
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for short, full in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
                        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("manifest", "manifest"))
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_odt(page: Page, office: Office, target: Path) -> None:
    """Write ``page`` in the look of ``office``; numbers that count themselves are for Word only (ValueError)."""
    if any(block.kind == "counted" for block in page.blocks):
        raise ValueError("an .odt source writes its numbers out: use '## 1. …' instead of '##.'")
    files = {
        "content.xml": _content(page, office),
        "styles.xml": _styles(page, office),
        "META-INF/manifest.xml": _manifest(),
    }
    with ZipFile(target, "w") as archive:
        moment = (2026, 11, 20, 12, 0, 0)
        archive.writestr(ZipInfo("mimetype", moment), "application/vnd.oasis.opendocument.text", ZIP_STORED)
        for name, text in files.items():
            archive.writestr(ZipInfo(name, moment), text.encode(), ZIP_DEFLATED)


def _manifest() -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    )
    return f'{HEAD}<manifest:manifest {NAMES} manifest:version="1.2">{entries}</manifest:manifest>'


def _content(page: Page, office: Office) -> str:
    width = 21 - 2 * office["margin"]
    body = "".join(_block(block, office) for block in page.blocks)
    styles = (
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" '
        'fo:border="0.02cm solid #666666"/></style:style>'
        '<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm"/></style:style>'
        f'<style:style style:name="Tight" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties '
        f'fo:margin-bottom="0cm"><style:tab-stops><style:tab-stop style:position="{width / 2:.1f}cm"/></style:tab-stops>'
        "</style:paragraph-properties></style:style>"
    )
    return (
        f'{HEAD}<office:document-content {NAMES} office:version="1.2"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def _block(block: Block, office: Office) -> str:
    if block.kind == "title":
        return f'<text:p text:style-name="Title">{_spans(block.lines[0])}</text:p>'
    if block.kind in ("heading", "subheading"):
        level = 1 if block.kind == "heading" else 2
        return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{_spans(block.lines[0])}</text:h>'
    if block.kind in ("bullet", "step"):
        name = "Bullets" if block.kind == "bullet" else "Steps"
        return (f'<text:list text:style-name="{name}" text:continue-numbering="true"><text:list-item>'
                f"<text:p>{_spans(block.lines[0])}</text:p></text:list-item></text:list>")
    if block.kind == "table":
        return _table(block)
    if office["lines"] == "break":
        return f"<text:p>{'<text:line-break/>'.join(map(_spans, block.lines))}</text:p>"
    tight = [f'<text:p text:style-name="Tight">{_spans(line)}</text:p>' for line in block.lines[:-1]]
    return "".join(tight) + f'<text:p text:style-name="Standard">{_spans(block.lines[-1])}</text:p>'


def _table(block: Block) -> str:
    style = "Bare" if block.table == "plain" else "Cell"
    rows = []
    for number, cells in enumerate(block.rows):
        bold = number == 0 and block.has_header
        rows.append("<table:table-row>" + "".join(
            f'<table:table-cell table:style-name="{style}" office:value-type="string"><text:p text:style-name="Tight">'
            f"{_spans(f'**{cell}**' if bold and cell else cell)}</text:p></table:table-cell>" for cell in cells
        ) + "</table:table-row>")
    columns = f'<table:table-column table:number-columns-repeated="{len(block.rows[0])}"/>'
    return f'<table:table>{columns}{"".join(rows)}</table:table><text:p/>'


def _spans(text: str) -> str:
    out = []
    for part, bold, italic in runs(text):
        inner = escape(part).replace("\t", "<text:tab/>")
        out.append(f'<text:span text:style-name="{"B" if bold else "I"}">{inner}</text:span>' if bold or italic else inner)
    return "".join(out)


def _styles(page: Page, office: Office) -> str:
    color = "#" + office["color"]
    named = [
        _style("Standard", office, office["size"], f'fo:margin-bottom="{office["after"]}pt" fo:line-height="115%"'),
        _style("Title", office, office["title_size"], f'fo:margin-bottom="8pt" fo:text-align="{office["align"]}"', color),
        _style("Heading_20_1", office, office["heading_size"], 'fo:margin-top="10pt" fo:margin-bottom="3pt" fo:keep-with-next="always"', color),
        _style("Heading_20_2", office, office["size"], 'fo:margin-top="8pt" fo:margin-bottom="2pt" fo:keep-with-next="always"', color),
    ]
    lists = (
        '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
        '<style:list-level-properties text:space-before="0.4cm" text:min-label-width="0.5cm"/></text:list-level-style-bullet></text:list-style>'
        '<text:list-style style:name="Steps"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">'
        '<style:list-level-properties text:space-before="0.4cm" text:min-label-width="0.6cm"/></text:list-level-style-number></text:list-style>'
    )
    layout = (
        f'<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
        f'fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="{office["margin"]}cm" fo:margin-right="{office["margin"]}cm"/>'
        "</style:page-layout>"
    )
    furniture = "".join(
        f"<style:{part}><text:p>{_furniture(text)}</text:p></style:{part}>"
        for part, text in (("header", page.head), ("footer", page.foot)) if text
    )
    return (
        f'{HEAD}<office:document-styles {NAMES} office:version="1.2"><office:styles>{"".join(named)}{lists}</office:styles>'
        f"<office:automatic-styles>{layout}</office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="A4">{furniture}</style:master-page>'
        "</office:master-styles></office:document-styles>"
    )


def _style(name: str, office: Office, size: float, paragraph: str, color: str = "") -> str:
    shown = name.replace("_20_", " ")
    weight = f' fo:font-weight="bold" fo:color="{color}"' if color else ""
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph">'
        f"<style:paragraph-properties {paragraph}/>"
        f'<style:text-properties fo:font-family="{office["font"]}" fo:font-size="{size}pt" fo:language="sv" fo:country="SE"{weight}/>'
        "</style:style>"
    )


def _furniture(text: str) -> str:
    fields = {"{page}": "<text:page-number/>", "{pages}": "<text:page-count/>"}
    return "".join(fields.get(part, _spans(part)) for part in re.split(r"(\{pages?\})", text))
