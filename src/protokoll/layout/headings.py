"""Headings without numbers: by style, by bold or capital letters, or by standing short and alone above
their text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from protokoll import municipalities
from protokoll.layout.blocks import Block
from protokoll.layout.labels import read_clock
from protokoll.layout.sections import names_matter, names_round, names_section
from protokoll.words.people import organisation_of
from protokoll.words.swedish import swedish

_LONGEST = 95
_DATED = swedish(
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)\w*\s+)?(?:den\s+)?\d{1,2}(?:[./]\d{1,2}|:\w\b"
    r"|\s*[-–]\s*\d{1,2})?\.?\s*(?:januari|februari|mars|april|maj|juni|juli|augusti|september"
    r"|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\b|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}/\d{1,2}\b|v\.?\s?\d{1,2}\b|kl\.?\s?\d",
    re.IGNORECASE,
)
_PROSE = swedish(
    r"\b(?:är|var|har|hade|ska|skall|kan|kunde|bör|fick|får|blir|blev|måste|finns|fanns|behöver|beslutade"
    r"|beslutar|visade|berättade|berättar|gick|kommer|informerade|hälsar"
    r"|hälsade|tackar|tackade|undersöker|skickar|bokar|återkommer|presenterade|presenterar|kollar|tar|tog"
    r"|mejlar|ordnar|bjuder|uppdras|enades|antecknade|avslutade)\b"
)
_GREETING = swedish(
    r"(?:hej|tack|väl mött|välkomna?(?: till)?[^.]{0,30}!|ha det|vi ses|mvh|hälsning|trevlig|god jul|glad )",
    re.IGNORECASE,
)
_QUESTION = swedish(r"(?:vad|hur|vem|vilka|vilken|när|var|varför|frågor)\b", re.IGNORECASE)
_LEAD = swedish(r"([A-ZÅÄÖ][^:.;!?@]{2,48}):\s+(?=\S)")
_TITLE_PAGE = swedish(
    r"(?:protokoll|mötesprotokoll|styrelseprotokoll|minnesanteckningar|mötesanteckningar|anteckningar"
    r"|kallelse|dagordning|möte|styrelsemöte|årsmöte|sammanträde|verksamhetsplan|notat|referat|inbjudan)\b",
    re.IGNORECASE,
)


def could_head(block: Block) -> bool:
    """Whether the block can be the title of a matter at all: short, no sentence, no list of people, no
    section of the minutes.
    """
    text = block.text
    if block.cell is not None or not text or len(text) > _LONGEST or block.kind in ("bullet", "numbered"):
        return False
    first = text[0]
    if not (first.isupper() or first.isdigit() or first in "\"”»'"):
        return False
    styled = block.level is not None or block.bold or block.large or block.marked
    closed = text[-1] == "." and (names_round(text) or (names_matter(text) and len(text.split()) <= 8))
    if text[-1] in ".,;" and not (styled or closed):
        return False
    if ":" in text[:-1] and not styled and not names_matter(text):
        return False
    if (
        "@" in text
        or "://" in text
        or _DATED.match(text)
        or names_section(text)
        or _GREETING.match(text)
        or municipalities.find(text.rstrip(":")) is not None
    ):
        return False
    return styled or not _PROSE.search(text) or bool(_QUESTION.match(text))


def is_capital(text: str) -> bool:
    """Whether the line is set in capitals throughout."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 3 and all(sign.isupper() for sign in letters)


def find_headings(blocks: Sequence[Block], start: int, stop: int, roll: set[int]) -> list[int]:
    """The indexes of the headings of matters between ``start`` and ``stop``, in the one habit that the
    document uses.
    """
    able = [at for at in range(start, stop) if at not in roll and could_head(blocks[at])]
    plain = [at for at in able if not blocks[at].text.endswith(":")]
    able = plain if len(plain) >= 3 else able
    levels = Counter(blocks[at].level for at in able if blocks[at].level is not None)
    for level in sorted(level for level in levels if level is not None):
        if levels[level] >= 2:
            return [
                at
                for at in able
                if blocks[at].level == level
                or (blocks[at].level is None and _stands(blocks, at, stop) and names_matter(blocks[at].text))
            ]
    for habit in (_is_bold, _is_capitals):
        found = _with_gaps(blocks, [at for at in able if habit(blocks[at]) and _has_body(blocks, at, stop)])
        if len(found) >= 2:
            return found
    standing = [at for at in able if _stands(blocks, at, stop)]
    if len(standing) >= 2:
        above = [
            at
            for at in able
            if at > standing[-1] and blocks[at].gap and at + 1 < stop and not blocks[at + 1].gap
        ]
        return [*standing, *above]
    return standing or _pointed(blocks, start, stop, roll) or _led(blocks, start, stop, roll)


def _pointed(blocks: Sequence[Block], start: int, stop: int, roll: set[int]) -> list[int]:
    """Bullets that stand above their text as headings do."""
    found = [
        at
        for at in range(start, stop - 1)
        if at not in roll
        and blocks[at].kind == "bullet"
        and blocks[at].gap
        and len(blocks[at].text) <= 60
        and not blocks[at].text.endswith(".")
        and blocks[at + 1].kind == "paragraph"
        and not blocks[at + 1].gap
    ]
    return found if len(found) >= 3 else []


def _with_gaps(blocks: Sequence[Block], found: list[int]) -> list[int]:
    """Where nearly all of these lines have white space above, one without it is a line of a list."""
    open_above = [at for at in found if blocks[at].gap]
    return open_above if len(open_above) * 5 >= len(found) * 3 and len(open_above) >= 2 else found


def _led(blocks: Sequence[Block], start: int, stop: int, roll: set[int]) -> list[int]:
    """Points that lead with their matter ("- Vaccin: inget besked …"), when nothing else divides the text."""
    found = [
        at
        for at in range(start, stop)
        if at not in roll
        and blocks[at].kind == "bullet"
        and (led := _LEAD.match(blocks[at].text))
        and municipalities.find(led.group(1)) is None
    ]
    return found if len(found) >= 3 else []


def _is_bold(block: Block) -> bool:
    return block.bold or block.large or block.marked


def _is_capitals(block: Block) -> bool:
    return is_capital(block.text)


def _has_body(blocks: Sequence[Block], at: int, stop: int) -> bool:
    return at + 1 < stop or names_matter(blocks[at].text)


def _stands(blocks: Sequence[Block], at: int, stop: int) -> bool:
    """Whether a short line in plain type stands alone: white space above, and its text below."""
    block = blocks[at]
    if not block.gap or at + 1 >= stop:
        return False
    below = blocks[at + 1]
    if block.text.endswith("?") and (below.gap or below.text.endswith("?")) and below.kind != "bullet":
        return False
    if not below.gap:
        return len(block.text) <= 80 and not _alike(block, below, blocks, at, stop)
    if names_matter(block.text) or municipalities.find(below.text) is not None:
        return True
    return (
        len(block.text) <= 60
        and len(block.rows) == 1
        and not could_head(below)
        and len(below.text) > len(block.text)
    )


def _alike(block: Block, below: Block, blocks: Sequence[Block], at: int, stop: int) -> bool:
    """Whether the line is rather the first of several short lines (a list without bullets) than a title
    above them.
    """
    if names_matter(block.text) or block.text.endswith((":", "?")) or below.kind == "bullet":
        return False
    run = 0
    for index in range(at + 1, min(stop, at + 12)):
        if blocks[index].gap:
            break
        if (
            len(blocks[index].text) > 70
            or blocks[index].text.endswith(".")
            or blocks[index].kind == "bullet"
            or _PROSE.search(blocks[index].text)
        ):
            return False
        run += 1
    return run >= 2 and len(block.text.split()) >= 3 and not organisation_of(below.text)


def title_area(blocks: Sequence[Block]) -> int:
    """How many blocks at the start are the document's own title and head (name of the body, kind, date),
    no matters.
    """
    end = 0
    for at, block in enumerate(blocks[:12]):
        text = block.text
        if at and (
            read_clock(text)
            or text.endswith((".", "!"))
            or len(text) > 130
            or block.kind == "bullet"
            or block.number is not None
        ):
            break
        titled = _TITLE_PAGE.search(text) or _DATED.search(text) or names_section(text)
        if at == 0 or (titled and not names_matter(text)):
            end = at + 1
    return end


def lead_end(text: str) -> int:
    """Where the body begins in a point that leads with its matter, or 0."""
    found = _LEAD.match(text)
    return found.end() if found is not None else 0
