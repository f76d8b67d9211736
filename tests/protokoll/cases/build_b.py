"""Make the Word, OpenDocument, PDF and mail files of the `b…` cases from their readable sources.

A `.markup` file is plain text with a few marks (see `Writer`); its first line says what to make of it, for example `@output pdf`.
A `.typ` file is set by typst. Needs python-docx, typst, reportlab and, for ODT and PDF made from Word, LibreOffice (`soffice`).

    python tests/protokoll/cases/build_b.py [FOLDER…]
"""

import io
import re
import subprocess
import sys
import tempfile
from email.message import EmailMessage
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
HEADINGS = re.compile(r"(#{1,3}) (.*)")
MARKED = re.compile(r"(\*\*.+?\*\*|__.+?__|\{pages?\})")
# Scanners lose the rings and dots of the Swedish letters in these ways.
SCANNED = {"bare": str.maketrans("åäöÅÄÖé", "aaoAAOe"), "lost": str.maketrans("åäöÅÄÖ", "�" * 6)}


def field(paragraph: Paragraph, code: str) -> None:
    """Append a Word field such as PAGE, which the layout program fills in."""
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("instr", code), ("separate", ""), ("text", "1"), ("end", "")):
        if kind == "instr":
            element = OxmlElement("w:instrText")
            element.text = text
        elif kind == "text":
            element = OxmlElement("w:t")
            element.text = text
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def write_runs(paragraph: Paragraph, text: str) -> None:
    """Write text with **bold**, __italic__, {page}, {pages}, `\\` as a line break and `~` as a soft hyphen."""
    for part in MARKED.split(text.replace("~", "\u00ad").replace("\\", "\n").replace("→", "\t")):
        if part in ("{page}", "{pages}"):
            field(paragraph, "PAGE" if part == "{page}" else "NUMPAGES")
        elif part.startswith("**"):
            paragraph.add_run(part[2:-2]).bold = True
        elif part.startswith("__"):
            paragraph.add_run(part[2:-2]).italic = True
        elif part:
            paragraph.add_run(part)


class Writer:
    """Turns markup lines into a Word document.

    `# ` to `### ` headings, `+# ` to `+### ` headings that Word numbers, `+ ` numbered and `* ` bulleted list points, `| a | b |` table rows,
    `@title`, `@header`, `@footer`, `@columns N`, `@pagebreak`, `@tabs 8 12`, `@leader 16`, `@widths 11 5`, `@plain` (tables without rules),
    `@numbering § %1 44`, `@restart` (the next list counts from 1), `@font Arial 11`. Any other line is a paragraph.
    """

    def __init__(self) -> None:
        self.doc: Document = docx.Document()
        self.rows: list[list[str]] = []
        self.widths: list[float] = []
        self.style, self.plain = "Table Grid", False
        self.tabs: list[tuple[float, bool]] = []
        self.lists: dict[str, int] = {}
        self.heading_pattern = ("%1.", 1)
        for margin in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(self.doc.sections[0], margin, Cm(2.2))
        self.font("Liberation Sans 10.5")

    def font(self, value: str) -> None:
        name, size = value.rsplit(" ", 1)
        for style in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Title"):
            self.doc.styles[style].font.name = name
        self.doc.styles["Normal"].font.size = Pt(float(size))
        self.doc.styles["Normal"].paragraph_format.space_after = Pt(4)

    def read(self, text: str) -> Document:
        """Return the document that the whole markup text describes."""
        for line in text.splitlines():
            if line.startswith("|"):
                self.rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
                continue
            self.finish_table()
            if line.startswith("@"):
                name, _, value = line[1:].partition(" ")
                getattr(self, f"set_{name}")(value)
            elif line.strip():
                self.write_line(line)
        self.finish_table()
        return self.doc

    def write_line(self, line: str) -> None:
        numbered = line.startswith("+#")
        heading = HEADINGS.fullmatch(line[1:] if numbered else line)
        if heading:
            paragraph = self.doc.add_paragraph(style=f"Heading {len(heading[1])}")
            if numbered:
                self.number(paragraph, "heading", *self.heading_pattern)
            line = heading[2]
        elif line.startswith("+ "):
            paragraph = self.doc.add_paragraph(style="List Paragraph")
            self.number(paragraph, "list", "%1.", 1)
            line = line[2:]
        elif line.startswith("* "):
            paragraph = self.doc.add_paragraph(style="List Bullet")
            line = line[2:]
        else:
            paragraph = self.doc.add_paragraph()
        for position, leader in self.tabs:
            where = (
                (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
                if leader
                else (WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.SPACES)
            )
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(position), *where)
        write_runs(paragraph, line)

    def number(self, paragraph: Paragraph, kind: str, pattern: str, start: int) -> None:
        """Let Word count this paragraph; the number is in no text of the file."""
        numbering = self.doc.part.numbering_part.element
        if kind not in self.lists:
            identity = 90 + len(numbering)
            abstract = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
                f'<w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>'
            )
            numbering.insert(0, abstract)
            numbering.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{identity}"/></w:num>'
                )
            )
            self.lists[kind] = identity
        properties = paragraph._p.get_or_add_pPr()
        properties.insert(
            1,
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{self.lists[kind]}"/></w:numPr>'
            ),
        )

    def finish_table(self) -> None:
        if not self.rows:
            return
        table = self.doc.add_table(rows=0, cols=len(self.rows[0]), style=None if self.plain else self.style)
        table.autofit = not self.widths
        for column, width in zip(table.columns, self.widths, strict=False):
            column.width = Cm(width)
        for row in self.rows:
            for index, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
                write_runs(cell.paragraphs[0], text)
                if self.widths:
                    cell.width = Cm(self.widths[index])
        self.doc.add_paragraph()
        self.rows, self.widths = [], []

    def set_output(self, value: str) -> None:
        """The first line speaks to `make`, not to the writer."""

    set_mail = set_output

    def set_title(self, value: str) -> None:
        write_runs(self.doc.add_paragraph(style="Title"), value)

    def set_header(self, value: str) -> None:
        write_runs(self.doc.sections[0].header.paragraphs[0], value)

    def set_footer(self, value: str) -> None:
        write_runs(self.doc.sections[0].footer.paragraphs[0], value)

    def set_columns(self, value: str) -> None:
        section = self.doc.add_section(WD_SECTION.CONTINUOUS)
        columns = section._sectPr.find(qn("w:cols"))
        if columns is None:
            columns = OxmlElement("w:cols")
            section._sectPr.append(columns)
        columns.set(qn("w:num"), value)
        columns.set(qn("w:space"), "500")

    def set_pagebreak(self, value: str) -> None:
        self.doc.add_page_break()

    def set_tabs(self, value: str) -> None:
        self.tabs = [(float(part), False) for part in value.split()]

    def set_leader(self, value: str) -> None:
        self.tabs = [(float(value), True)]

    def set_widths(self, value: str) -> None:
        self.widths = [float(part) for part in value.split()]

    def set_plain(self, value: str) -> None:
        self.plain = value != "off"

    def set_numbering(self, value: str) -> None:
        pattern, start = value.rsplit(" ", 1)
        self.heading_pattern = (pattern, int(start))

    def set_restart(self, value: str) -> None:
        self.lists.pop("list", None)

    def set_font(self, value: str) -> None:
        self.font(value)


def docx_bytes(markup: str) -> bytes:
    """Return the Word file that the markup describes."""
    buffer = io.BytesIO()
    Writer().read(markup).save(buffer)
    return buffer.getvalue()


def convert(word: bytes, kind: str) -> bytes:
    """Return the Word file as LibreOffice saves it in another format."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "case.docx")
        source.write_bytes(word)
        profile = f"-env:UserInstallation=file://{tempfile.gettempdir()}/soffice-cases"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return source.with_suffix(f".{kind}").read_bytes()


def scanned_pdf(markup: str, loss: str) -> bytes:
    """Return a PDF as a scanner with text recognition makes it: a grey page with the text laid invisibly over it."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen import canvas

    pdfmetrics.registerFont(TTFont("scan", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, pagesize=A4, invariant=1)
    for sheet in markup.split("\n@pagebreak\n"):
        page.setFillGray(0.96)
        page.rect(0, 0, *A4, stroke=0, fill=1)
        text = page.beginText(56, 790)
        text.setTextRenderMode(3)
        text.setFont("scan", 10, 15)
        for line in sheet.splitlines():
            text.textLine(line.translate(SCANNED[loss]))
        page.drawText(text)
        page.showPage()
    page.save()
    return buffer.getvalue()


def mail_bytes(markup: str) -> bytes:
    """Return a saved mail: `@mail Name: value` lines are its head, and what stands below `@attach NAME.docx` goes along as a Word file."""
    message = EmailMessage()
    body, _, attached = markup.partition("\n@attach ")
    lines = body.splitlines()[1:]
    for line in lines:
        if line.startswith("@mail "):
            name, _, value = line[6:].partition(": ")
            message[name] = value
    message.set_content(
        "\n".join(line for line in lines if not line.startswith("@mail ")).strip() + "\n",
        cte="quoted-printable",
    )
    if attached:
        name, _, inner = attached.partition("\n")
        subtype = "vnd.openxmlformats-officedocument.wordprocessingml.document"
        message.add_attachment(docx_bytes(inner), maintype="application", subtype=subtype, filename=name)
        message.set_boundary("----=_case")
    return message.as_bytes()


def make(source: Path) -> Path:
    """Write the document of one source beside it and return its path."""
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".typ":
        import typst

        target = source.with_suffix(".pdf")
        target.write_bytes(typst.compile(text.encode(), format="pdf"))
        return target
    kind, _, detail = text.splitlines()[0].removeprefix("@output ").partition(" ")
    target = source.with_suffix(f".{kind}")
    if kind == "eml":
        target.write_bytes(mail_bytes(text))
    elif detail in SCANNED:
        target.write_bytes(scanned_pdf(text.split("\n", 1)[1], detail))
    else:
        word = docx_bytes(text)
        target.write_bytes(word if kind == "docx" else convert(word, kind))
    return target


def main(folders: list[str]) -> None:
    places = [Path(folder) for folder in folders] or sorted(HERE.glob("b[0-9][0-9]-*"))
    for place in places:
        for source in sorted([*place.glob("*.markup"), *place.glob("*.typ")]):
            print(make(source))


if __name__ == "__main__":
    main(sys.argv[1:])
