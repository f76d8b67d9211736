"""What kind of document this is: minutes, a notice, a charter, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokoll.layout.blocks import Block
from protokoll.records import Kind
from protokoll.words.swedish import swedish

_CHARTER = swedish(
    r"\b(?:uppdragsbeskrivning(?:en)?|uppdrags?direktiv|uppdrag för \w+|uppdragshandling"
    r"|beskrivning av (?:nätverk|uppdrag)|nätverksbeskrivning|uppdrag och (?:arbetssätt|roller"
    r"|mandat|ansvar)|mandat(?:beskrivning)? för|arbetsordning(?:en)?(?: för|$)|instruktion för"
    r"|stadgar(?: för|$)|reglemente(?:t)?(?: för|$)|verksamhetsbeskrivning|direktiv för)",
    re.IGNORECASE,
)
_NOTICE = swedish(
    r"^\W*(?:.{0,40}\b(?:kallelse|inbjudan|inbjudning)\b|dagordning\b|föredragningslista\b|agenda\b"
    r"|kallas (?:härmed )?till|välkommen till|välkomna till|.{0,40}välkomna till$|inbjuds)",
    re.IGNORECASE,
)
_MINUTES = swedish(
    r"(?:protokoll(?:et|sutdrag)?\b|minnesanteckning|mötesanteckning|anteckningar\b|mötesnot|referat\b"
    r"|sammanträdes?protokoll|notat\b|minnesnot)",
    re.IGNORECASE,
)
_HELD = swedish(
    r"^\W*(?:närvarande|frånvarande|deltagare|deltog|beslutande|vid (?:protokollet|pennan|anteckningarna"
    r"|tangenterna)|justeras|justerat|justerare|antecknat av|sekreterare)\b",
    re.IGNORECASE,
)
_MEETING = swedish(
    r"(?:styrelse|nätverks|grupp|års|arbets|ledamots|råds)?(?:möte|sammanträde|träff)\b", re.IGNORECASE
)
_PLAN = swedish(
    r"^\W*(?:årsplan|verksamhetsplan|verksamhetsberättelse|årshjul|mötesplan|enkät|rapport|pm\b|budget"
    r"|avtal)",
    re.IGNORECASE,
)


def document_kind(blocks: Sequence[Block], *, attended: bool) -> Kind:
    """Judge by the first lines, then by what only minutes have: attendance, signatures, items with text
    under them.
    """
    titles = [block.text for block in blocks[:10] if len(block.text) < 200][:6]
    minutes = any(_MINUTES.search(text) for text in titles)
    if not minutes and any(_CHARTER.search(text) for text in titles[:4]):
        return "charter"
    notice = any(_NOTICE.match(text) for text in titles)
    called = any(_NOTICE.match(text) for text in titles[:2]) and not minutes
    if called or (
        notice and not attended and not (minutes and _first(titles, _MINUTES) < _first(titles, _NOTICE))
    ):
        return "notice"
    if minutes or attended:
        return "minutes"
    planned = any(_PLAN.match(text) for text in titles)
    return "minutes" if not planned and _looks_held(blocks, titles) else "other"


def _looks_held(blocks: Sequence[Block], titles: Sequence[str]) -> bool:
    """Whether signatures, usual matters, or a dated meeting in the title tell that a meeting was held."""
    if any(_HELD.match(block.text) for block in blocks) or _counted(blocks):
        return True
    dated = any(sign.isdigit() for text in titles for sign in text)
    return dated and any(_MEETING.search(text) for text in titles)


def _first(texts: Sequence[str], pattern: re.Pattern[str]) -> int:
    return next((at for at, text in enumerate(texts) if pattern.search(text)), len(texts))


def _counted(blocks: Sequence[Block]) -> bool:
    """Whether sections are numbered with paragraph signs, or the points of a meeting follow each other."""
    if sum(1 for block in blocks if block.style == "sign") >= 2:
        return True
    usual = swedish(
        r"(?:föregående|förra|nästa möte|övrigt|övriga frågor|laget runt|mötet (?:öppnas|avslutas)"
        r"|kommande (?:möten|träffar))",
        re.IGNORECASE,
    )
    return sum(1 for block in blocks if len(block.text) < 60 and usual.match(block.text)) >= 2
