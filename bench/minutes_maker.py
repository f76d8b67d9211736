"""Makes minutes for measurements, by a seed: prose, lists, tables and signatures as in real ones."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

TOWNS = ("Hjo", "Tibro", "Skara", "Vara", "Skövde", "Karlsborg", "Tidaholm", "Falköping", "Götene", "Essunga")
PEOPLE = ("Anna Berg", "Per Holm", "Eva Sten", "Ulf Lind", "Karin Ek", "Mats Dahl", "Lena Ros", "Olof Björk")
TOPICS = (
    "Lärplattformen", "Gemensam enkät", "Skolskjuts", "Avtalet om mediecentral", "Digitala prov",
    "Elevhälsa i samverkan", "Utbildning för nya rektorer",
    "Fjärrundervisning", "Informationssäkerhet", "Vikarier",
    "Läsårets datum",
)  # fmt: skip
SENTENCES = (
    "{person} berättar hur arbetet har gått sedan förra mötet och vilka frågor som är kvar.",
    "Kommunerna har kommit olika långt och det finns ett stort behov av att utbyta erfarenheter.",
    "{town} har bytt system under året och räknar med att vara klara i oktober.",
    "Kostnaden uppskattas till femtio kronor per elev, vilket är lägre än i det nuvarande avtalet.",
    "Frågan har diskuterats flera gånger utan att någon har ansvarat för underlaget.",
    "{person} undersöker vad andra kommuner har gjort och återkommer till nästa möte.",
    "Nätverket enades om att avvakta tills den nya läroplanen är beslutad.",
    "Flera påpekade att tiden mellan mötena är för lång för att hålla igång arbetet.",
    "{person} skickar ut materialet till alla senast den {day} mars.",
    "Det finns även synpunkter från rektorerna som behöver tas om hand i det fortsatta arbetet.",
)
DECISIONS = (
    "Beslut: Avtalet förlängs med ett år.",
    "Beslut: Enkäten genomförs i alla kommuner under våren.",
    "Uppdrag: {person} kontaktar leverantören före den {day} april.",
)

Item = tuple[str, list[str]]


class Minutes:
    """One meeting's minutes; the same seed gives the same ones."""

    def __init__(self, seed: int, items: int = 8, paragraphs: int = 3) -> None:
        self._dice = random.Random(seed)
        self.title = "Samverkansnätverket för skolutveckling"
        self.date = (
            f"20{self._dice.randint(14, 25)}-{self._dice.randint(1, 12):02d}-{self._dice.randint(1, 28):02d}"
        )
        self.present = [(person, self._dice.choice(TOWNS)) for person in self._dice.sample(PEOPLE, 6)]
        self.items: list[Item] = [(topic, self._paragraphs(paragraphs)) for topic in self._topics(items)]
        self.reports = [(town, self._say(SENTENCES)) for town in self._dice.sample(TOWNS, 6)]

    def _topics(self, count: int) -> list[str]:
        return [TOPICS[(self._dice.randrange(len(TOPICS)) + at) % len(TOPICS)] for at in range(count)]

    def _say(self, choices: tuple[str, ...]) -> str:
        return self._dice.choice(choices).format(
            person=self._dice.choice(PEOPLE), town=self._dice.choice(TOWNS), day=self._dice.randint(1, 28)
        )

    def _paragraphs(self, count: int) -> list[str]:
        prose = [
            " ".join(self._say(SENTENCES) for _ in range(self._dice.randint(2, 5))) for _ in range(count)
        ]
        return [*prose, self._say(DECISIONS)]

    def text(self) -> str:
        """The minutes as plain text, wrapped as mails are."""
        import textwrap

        lines = [
            f"{self.title}",
            f"Datum: {self.date}, kl. 9.00-12.00",
            "Plats: Stadshuset, Skövde",
            "",
            "Närvarande:",
        ]
        lines += [f"{person}, {town}" for person, town in self.present]
        for number, (topic, paragraphs) in enumerate(self.items, 1):
            lines += ["", f"{number}. {topic}"]
            lines += [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, 80)]
        lines += ["", "Laget runt", *(f"{town}: {report}" for town, report in self.reports)]
        return "\n".join(
            [*lines, "", f"Vid protokollet: {self.present[0][0]}", f"Justeras: {self.present[1][0]}", ""]
        )

    def markup(self) -> str:
        """The minutes as typst markup, with a running head and foot."""
        people = ", ".join(f"[{person}], [{town}]" for person, town in self.present)
        parts = [f"= {self.title}\nDatum: {self.date}, kl. 9.00–12.00 \\\nPlats: Stadshuset, Skövde\n"]
        parts.append(f"#table(columns: (6cm, 4cm), [*Närvarande*], [*Kommun*], {people})\n")
        for number, (topic, paragraphs) in enumerate(self.items, 1):
            parts.append(f"== {number}. {topic}\n" + "\n\n".join(paragraphs) + "\n")
        rows = ", ".join(f"[{town}], [{report}]" for town, report in self.reports)
        parts.append(f"== Laget runt\n#table(columns: (3cm, 1fr), {rows})\n")
        return "\n".join(parts)

    def fill(self, document: Any) -> None:
        """Write the minutes into an open Word document."""
        document.add_heading(self.title, 0)
        document.add_paragraph(f"Datum: {self.date}, kl. 9.00–12.00")
        self._table(document, self.present)
        for topic, paragraphs in self.items:
            document.add_heading(topic, 1)
            for paragraph in paragraphs:
                document.add_paragraph(paragraph)
        self._table(document, self.reports)

    @staticmethod
    def _table(document: Any, rows: list[tuple[str, str]]) -> None:
        table = document.add_table(len(rows), 2)
        for at, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                table.cell(at, column).text = cell


_PAGE = """#set page(paper: "a4", header: [Skolutveckling #h(1fr) Protokoll],
  footer: context [#h(1fr) Sida #counter(page).display("1 (1)", both: true)])
#set text(lang: "sv", size: 11pt, hyphenate: true)
"""


def make_pdf(path: Path, meetings: list[Minutes]) -> Path:
    """A PDF of these minutes, one after the other."""
    import typst

    typst.compile(
        (_PAGE + "\n#pagebreak()\n".join(one.markup() for one in meetings)).encode(), output=str(path)
    )
    return path


def make_docx(path: Path, meetings: list[Minutes]) -> Path:
    """A Word document of these minutes."""
    import docx

    document = docx.Document()
    for one in meetings:
        one.fill(document)
    document.save(str(path))
    return path


def make_archive(folder: Path, count: int) -> None:
    """``count`` documents: half plain text, the rest Word and PDF that repeat ten originals each."""
    folder.mkdir()
    makers: dict[str, Callable[[Path, list[Minutes]], Path]] = {".pdf": make_pdf, ".docx": make_docx}
    originals = {
        ending: [
            make(folder / f"original-{seed}{ending}", [Minutes(seed)]).read_bytes() for seed in range(10)
        ]
        for ending, make in makers.items()
    }
    for path in folder.glob("original-*"):
        path.unlink()
    for number in range(count):
        if number % 2:
            ending = ".pdf" if number % 4 == 1 else ".docx"
            (folder / f"{number:04d}{ending}").write_bytes(originals[ending][number % 10])
        else:
            (folder / f"{number:04d}.txt").write_text(Minutes(number).text(), encoding="utf-8")
