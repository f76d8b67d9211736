"""The lines above the first matter, in pieces: what stands in columns is taken apart, labels are told from
their values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from protokoll.outline import Outline
from protokoll.words.swedish import swedish

Label = Literal[
    "when-where",
    "date",
    "time",
    "start",
    "end",
    "place",
    "when",
    "body",
    "number",
    "reference",
    "host",
    "title",
]

_LABELS: tuple[tuple[Label, str], ...] = (
    (
        "when-where",
        r"(?:tid och plats|plats och tid|datum och plats|plats och datum|tid, plats|tid/plats|plats/tid"
        r"|datum/plats|plats, tid|tid & plats|plats & tid|datum, tid och plats|dag, tid och plats"
        r"|tidpunkt och plats|när och var|sammanträdesplats och tid)",
    ),
    (
        "date",
        r"(?:(?:mötes|sammanträdes)?datum(?: och tid)?|dag(?: och tid)?|sammanträdesdag|mötesdag|datum/tid)",
    ),
    ("place", r"(?:(?:mötes|sammanträdes)?plats|(?:mötes)?lokal|var|adress|sammanträdeslokal|samlingsplats)"),
    ("when", r"(?:när|tidpunkt)"),
    ("start", r"(?:möte(?:t)? )?(?:startat|startade|startar|starttid|start|börjar|öppnat|öppnades)"),
    ("end", r"(?:möte(?:t)? )?(?:avslutat|avslutades|slutade|sluttid|slut)"),
    ("time", r"(?:(?:mötes|sammanträdes)?tid(?:en)?|klockslag|klockan(?=\s*:|\s*$))"),
    ("body", r"(?:nätverk|grupp|organ|forum|nämnd|styrelse|förening|arbetsgrupp|möte med|sammanträde med)"),
    ("number", r"(?:protokoll ?nr|protokollsnummer|mötesnummer|nummer|nr)"),
    ("reference", r"(?:dnr|diarienr|diarienummer|d\.nr|ärendenummer|ärendenr|referens)"),
    ("host", r"(?:värd(?:kommun)?)"),
)  # fmt: skip
_LABEL = swedish(
    "(?:"
    + "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _LABELS)
    + r")(?P<behind>\s*[:?]\s*|\s{2,}|\t|\s+(?=[A-ZÅÄÖ0-9])|\s*$)",
    re.IGNORECASE,
)
_MAIL = swedish(r"(?:från|till|kopia|ämne|skickat|from|to|cc|subject|sent):\s", re.IGNORECASE)
_INLINE = swedish(r"\s+(?=(?:Tid|Plats|Datum|Lokal)(?: ?:| (?=[\dA-ZÅÄÖ])))")
_NAMED = swedish(r"^(Tid|Plats|Datum|Lokal) ?:? (?=[\dA-ZÅÄÖ])")
_SENT = swedish(r"(?:skickat|datum|date|sent):\s", re.IGNORECASE)
_COLUMN = swedish(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
_LONE = frozenset({"when-where", "date"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the head: ``label`` names what the value is, None for free text; ``gap`` when white
    space stands above.
    """

    label: Label | None
    text: str
    line: int
    gap: bool
    level: int | None = None


def label_of(text: str) -> tuple[Label, int] | None:
    """The label at the start of ``text`` and where its value begins. Short words need a colon or a column
    behind them.
    """
    found = _LABEL.match(text)
    if found is None:
        return None
    kind = next(name for name, _ in _LABELS if found.group(name.replace("-", "_")))
    end = found.group("behind")
    set_off = (
        ":" in end
        or "?" in end
        or (kind in ("start", "end") and text[found.end() : found.end() + 1].isdigit())
        or len(end) >= 2
        or "\t" in end
        or found.end() >= len(text)
    )
    if not set_off and kind not in _LONE and not re.match(r"(?:sammanträdes|mötes)", text, re.IGNORECASE):
        return None
    return kind, found.end()


def head_pieces(outline: Outline) -> list[Piece]:
    """The pieces of the head in order, at most 40."""
    pieces: list[Piece] = []
    for piece in _walk(outline):
        pieces.append(piece)
        if len(pieces) >= 40:
            break
    return pieces


def _walk(outline: Outline) -> Iterator[Piece]:
    blocks = outline.preamble if outline.items else outline.blocks[:30]
    seen: set[int] = set()
    waiting: tuple[Label, int] | None = None
    for block in blocks:
        told = block.text.endswith(".") and ". " in block.text
        if (block.index in outline.roll_blocks and not told) or len(block.text) > 900:
            continue
        for row in dict.fromkeys(block.rows):
            line = outline.line(row)
            cell = block.cell
            if row in seen and cell is None:
                continue
            seen.add(row)
            prose = cell is None and len(block.rows) > 1 and block.text.endswith(".") and ". " in block.text
            raw = block.text if cell is not None or prose else line.text
            if prose:
                seen.update(block.rows)
            parts = [one.text for one in outline.sentences(block)] if prose else _apart(_bare(raw))
            for place, part in enumerate(parts):
                piece = _piece(
                    part.strip(), row, block.gap and row == block.first and place == 0, block.level
                )
                if cell is not None and cell.column == 0 and cell.columns > 1 and piece.label is None:
                    piece = Piece("title", piece.text, row, piece.gap, piece.level)
                if waiting is not None and piece.label is None:
                    piece = Piece(waiting[0], piece.text, row, piece.gap, piece.level)
                waiting = None
                if piece.label is not None and not piece.text:
                    waiting = (piece.label, row)
                elif piece.text and not _MAIL.match(piece.text):
                    yield piece


def mail_sent(outline: Outline) -> str:
    """The line of a mail's head that tells when it was sent, or an empty string."""
    for line in outline.lines[:12]:
        if _SENT.match(line.text):
            return line.text
    return ""


def head_furniture(outline: Outline) -> list[str]:
    """What headers of the first page say, in pieces."""
    found: list[str] = []
    for line in outline.lines[:60]:
        if line.furniture and len(line.text) < 160:
            found.extend(part.strip() for part in _COLUMN.split(line.text.strip()))
    return found[:8]


def _apart(text: str) -> list[str]:
    """The columns of a line, and labels that stand in mid-line ("… 15 mars 2023 Tid 10–12 Plats
    Stadshuset").
    """
    return [_NAMED.sub(r"\1: ", part) for column in _COLUMN.split(text) for part in _INLINE.split(column)]


def _bare(text: str) -> str:
    text = text.strip().lstrip("#>").strip()
    return (
        re.sub(r"\*\*|__|^[*_]|[*_]$", "", text).strip(" |")
        if ("*" in text or "_" in text or "|" in text)
        else text
    )


def _piece(text: str, line: int, gap: bool, level: int | None) -> Piece:
    text = text.lstrip("-•– ").strip() if text[:1] in "-•–" else text
    told = label_of(text)
    if told is None:
        return Piece(None, text, line, gap, level)
    return Piece(told[0], text[told[1] :].strip(), line, gap, level)
