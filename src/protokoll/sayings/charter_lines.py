"""What a charter's lines are: labels of goals, names of roles, headings of parts, recipients of what is
sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from protokoll.outline import Block
from protokoll.words import vocabulary
from protokoll.words.swedish import swedish

GOAL = swedish(
    r"(?:(?:del|inriktnings|effekt|verksamhets|utvecklings)?mål(?:område)?|fokusområde|målområde"
    r"|uppdragsområde|prioriterat område)\s?(?P<number>\d{1,2}"
    r"|[A-H])?(?![\w])\s?[:.–—-]?\s*(?P<title>.*)$",
    re.IGNORECASE,
)
GOALS_PART = swedish(
    r"(?:(?:[\w-]+\s)?(?:mål|uppdrag|uppgifter|målsättning(?:ar)?|målområden|syfte)(?:s)?(?:\s?(?:,|/"
    r"|och|samt|&)\s?(?:mål|uppgifter|uppdrag|syfte|aktiviteter|insatser))*"
    r"|vad\s[\w\s]{3,40}\sska\sgöra|(?:nätverkets|gruppens|rådets|styrgruppens)\s(?:mål|uppdrag"
    r"|uppgifter)(?:\soch\s\w+)?"
    r"|prioriterade (?:mål|områden)|fokusområden|uppdragets (?:mål|innehåll))\W*$",
    re.IGNORECASE,
)
ROLES_PART = swedish(
    r"(?:roller(?:\soch\s\w+)?|uppdragstagare|befattningar|funktionärer|rollbeskrivning(?:ar)?"
    r"|vem\sgör\svad|ansvar(?:sfördelning|sområden)?(?:\soch\s\w+)?"
    r"|rollfördelning|roll-? och ansvarsfördelning|uppdrag\soch\sroller|arbetsfördelning|funktioner"
    r"|åtaganden|organisation och ansvar|roller i nätverket)\W*$",
    re.IGNORECASE,
)
OTHER_PART = swedish(
    r"(?:bakgrund|inledning|organisation|sammansättning|möten|träffar|mötesordning|mötesformer|arbetsformer|arbetssätt"
    r"|uppföljning|utvärdering|mandat|giltighet|deltagare och möten|medlemmar|ekonomi|finansiering"
    r"|resurser|kommunikation|avgränsningar?|styrning|beslutsordning|revidering|giltighetstid"
    r"|målgrupp|definitioner|samverkan|varför .*|om nätverket|om gruppen)\W*$",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:(?:vice|biträdande|tf|v)\.?\s)?(?:ordförande(?:n|ns)?|sekreterare(?:n|ns)?"
    r"|sammankallande(?:n|ns)?|kassör(?:en|ens)?|ledam(?:ot|oten|öter|öterna)|deltagar(?:e|na|nas)"
    r"|medlem(?:mar|marna|men)?|presidi(?:um|et)|skol-?\s?och\sutbildningschef(?:en|er|erna)?"
    r"|(?:[a-zåäö-]+)?(?:chef|ledare|samordnare|direktör|strateg|rektor|representant|ombud|värd"
    r"|värdkommun|kontaktperson|koordinator|handläggare|utvecklare|kommunikatör|ansvarig|revisor"
    r"|suppleant|ersättare|mentor|coach|administratör|webbredaktör)(?:en|n|er|erna|na|s)?|kommun(?:en"
    r"|erna)|kansli(?:et)?)"
)
ROLE_HEADING = swedish(
    rf"(?:(?:uppdrag|roll|ansvar|uppgifter"
    rf"|åtagande(?:n)?)\s(?:för\s)?(?:nätverkets\s)?(?P<a>{_ROLE}(?:\s(?:i|för|på|från"
    rf"|inom)\s[\w\s-]{{3,40}})?)|(?P<b>{_ROLE})s?\s(?:uppdrag|roll|ansvar|uppgifter|åtaganden?)"
    rf"|(?P<c>(?:[\w-]+s\s)?{_ROLE}(?:\s(?:i|för|på|från|inom)\s[\w\s-]{{3,40}})?))"
    r"(?:\s(?:ansvarar\sför(?:\satt)?|ska|skall|har\s(?:i\suppgift|ansvar\sför)(?:\satt)?"
    r"|uppdrag\sär(?:\satt)?))?\s?[:.–-]*\s*$",
    re.IGNORECASE,
)
ROLE_SENTENCE = swedish(
    rf"(?:(?:nätverkets|gruppens|respektive|varje|rådets|styrgruppens|alla"
    rf"|samtliga)\s)?(?P<role>{_ROLE}(?:\si\s[\w-]+)?)\s(?:(?:ska|skall)\s(?=[a-zåäö]+a\b)"
    rf"|(?=(?:ansvarar|för|leder|skickar|kallar|sammankallar|skriver|håller|ser|har\s(?:ansvar"
    rf"|i\suppgift)|företräder|återkopplar|rapporterar|samordnar|bereder|"
    r"lämnar|bevakar|förankrar|deltar|meddelar|representerar|utser|sprider|planerar|ordnar"
    r"|sammanställer|tar|dokumenterar|förbereder|bidrar|anmäler|uppdaterar|redovisar|svarar|upprättar"
    r"|stödjer|följer|informerar|fördelar|väljer|står|arkiverar|publicerar|kontaktar|bokar|förvaltar"
    r"|sänder|ger|delar|gör|är\sansvarig|inhämtar)\b))",
    re.IGNORECASE,
)
ROLE_TITLE = swedish(r"(?:roll|funktion|vem|befattning|uppdragstagare|part)\W*$", re.IGNORECASE)
TASK_TITLE = swedish(
    r"(?:uppgift(?:er)?|ansvar(?:sområde|ar för)?|uppdrag|åtagande(?:n)?|vad|gör|ansvarar för)\W*$",
    re.IGNORECASE,
)
TO_TITLE = swedish(
    r"(?:lämnas till|skickas till|till(?: vem)?|mottagare|redovisas till|rapporteras till)\W*$", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SENT = swedish(
    r"(?:skicka|sänd|lämna|meddela|rapporter|redovis|anmäl|återkoppl|återrapporter|delge|överlämna"
    r"|tar\s|ta\s|lyft|publicera|mejla|maila)[\w]*\b[^.;]{0,90}?\btill\s(?P<to>alla\sdeltagare"
    r"|samtliga\sdeltagare|alla\smedlemmar|kommunerna|deltagarna|medlemmarna|sammankallande"
    r"|ordföranden?|sekreteraren?|kansliet|(?:[\w-]+\soch\s)?[\w-]*(?:gruppen|chefer|cheferna"
    r"|kansliet|nätverket|styrelsen|nämnden|rådet|förbundet|regionen|ledningen|utskottet|presidiet"
    r"|ledarna|rektorerna|staben|sekretariatet))\b",
    re.IGNORECASE,
)
_TERMINAL = re.compile(r"[.!?:;]\W*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of thought of a charter: a block, with lines that a blank row tore off joined again."""

    text: str
    first: int
    last: int
    block: Block

    @property
    def listed(self) -> bool:
        """Whether it is a bullet or a sub-number."""
        return (
            self.block.kind == "bullet"
            or (self.block.style in {"dotted", "letter", "paren"})
            or self.block.kind == "numbered"
        )


def entries(blocks: list[Block]) -> list[Entry]:
    """The blocks outside tables, with torn-off continuations joined."""
    out: list[Entry] = []
    for block in blocks:
        if block.cell is not None or not block.text.strip():
            continue
        if out and _goes_on(out[-1], block):
            out[-1] = replace(out[-1], text=f"{out[-1].text} {block.text}", last=block.last)
        else:
            out.extend(_rows(block))
    return out


_HANGING = frozenset(
    [
        "och",
        "samt",
        "eller",
        "för",
        "med",
        "till",
        "på",
        "av",
        "i",
        "om",
        "en",
        "ett",
        "den",
        "det",
        "de",
        "som",
        "från",
        "vid",
        "under",
        "inför",
    ]
)
_NO_VERB = frozenset("alla inga samma första andra båda flera denna dessa detta deras".split())  # noqa: SIM905


def _begins_line(above: str, text: str) -> bool:
    """Whether a row begins a line of its own: with a capital, or with a verb behind "ansvarar för att" or
    another duty.
    """
    last = above.rsplit(maxsplit=1)[-1].casefold()
    first = text.split(None, 1)[0].casefold() if text.split() else ""
    if text[:1].isupper():
        return above[-1].isalnum() and " " in above and last not in _HANGING
    verb = first in vocabulary.DEEDS_INFINITIVE or (
        first.endswith("a") and len(first) > 3 and first not in _NO_VERB
    )
    return verb and (last == "att" or (above[-1].isalnum() and last not in _HANGING))


def _rows(block: Block) -> list[Entry]:
    """A paragraph cut where a line begins with a capital and the one above ends without a mark: one duty
    per line.
    """
    cuts = [0]
    if block.kind == "paragraph":
        for start in block.starts[1:]:
            above = block.text[cuts[-1] : start].rstrip()
            if above and _begins_line(above, block.text[start:]):
                cuts.append(start)
    ends = [*cuts[1:], len(block.text)]
    return [
        Entry(block.text[start:end].strip(), block.line_of(start), block.line_of(max(end - 1, start)), block)
        for start, end in zip(cuts, ends, strict=True)
    ]


def _goes_on(above: Entry, block: Block) -> bool:
    if (
        block.kind != "paragraph"
        or block.label is not None
        or not block.text[:1].islower()
        or block.indent > above.block.indent + 30
    ):
        return False
    if _TERMINAL.search(above.text) or block.text.startswith("att "):
        return False
    return (len(above.text) >= 40 and (block.gap or above.block.kind == "bullet")) or block.text.startswith(
        ("och ", "samt ")
    )


def recipient(text: str) -> str | None:
    """The address or the body to which the duty sends something, or None."""
    mail = _MAIL.search(text)
    if mail:
        return mail.group().rstrip(".")
    match = _SENT.search(text)
    return match["to"] if match else None


_BASE = (
    (r"ordförande(?:n|ns)$", "ordförande"),
    (r"sekreterare(?:n|ns)$", "sekreterare"),
    (r"sammankallande(?:n|ns)$", "sammankallande"),
    (r"deltagar(?:na|nas)$", "deltagare"),
    (r"medlem(?:mar|marna|men)$", "medlem"),
    (r"ledam(?:oten|öter|öterna)$", "ledamot"),
    (r"kassör(?:en|ens)$", "kassör"),
    (
        r"(chef|ombud|representant|strateg|direktör|värd|person|koordinator|rektor|revisor|suppleant)(?:en|er|erna)$",
        r"\1",
    ),
    (r"(ledare|samordnare|handläggare|utvecklare|ersättare)(?:n|na)$", r"\1"),
    (r"kommun(?:en|erna)$", "kommun"),
)


def base_role(role: str) -> str:
    """A role in lower case and its base form ("Ordförandens" → "ordförande"); an "i kommunen" behind it
    stays.
    """
    bare = " ".join(role.casefold().split())
    head, sep, tail = bare.partition(" i ")
    for ending, base in _BASE:
        changed = re.sub(ending, base, head)
        if changed != head:
            head = changed
            break
    return head + sep + tail
