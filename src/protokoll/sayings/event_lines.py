"""Which words of a line belong to which of its dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from protokoll import dates
from protokoll.dates import Found
from protokoll.outline import Outline, Sentence
from protokoll.records import Event
from protokoll.sayings import event_fields
from protokoll.words.swedish import swedish

MOST = 60  # dates read in one sentence: a bound on what hostile text may cost


def lines_of_dates(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Sentences, cut again where a line of the source begins with a date: a list set without bullets."""
    for sentence in sentences:
        at = 0
        for row in sentence.block.starts:
            cut = row - sentence.start
            if not at < cut < len(sentence.text):
                continue
            split = sentence.text[:cut].rstrip()[-1:].isdigit()  # "9 | oktober"
            if not split and _begins_with_date(sentence.text[cut:]):
                yield Sentence(sentence.text[at:cut].rstrip(), sentence.start + at, sentence.block)
                at = cut
        yield Sentence(sentence.text[at:], sentence.start + at, sentence.block)


def _begins_with_date(text: str) -> bool:
    found = dates.find_dates(text[:40])
    return bool(found) and found[0].span[0] == 0 and found[0].kind != "time"


_SCHOOL_YEAR = swedish(
    r"\b(?:läsåret|verksamhetsåret|årsplan|årshjul)\s(?:för\s)?(?:läsåret\s)?20\d\d", re.IGNORECASE
)


def school_year(outline: Outline) -> date | None:
    """The first day of the school year that the head of a plan names, for documents without a day of their
    own.
    """
    for block in outline.blocks[:6]:
        if _SCHOOL_YEAR.search(block.text):
            return dates.term_base(block.text)
    return None


def segments(text: str, kept: list[Found], found: list[Found]) -> Iterator[tuple[Found, str]]:
    """Each date with the words that are its own, every date blanked out."""
    blank = list(text)
    for one in found:
        blank[one.span[0] : one.span[1]] = " " * (one.span[1] - one.span[0])
    plain = "".join(blank)
    if len(found) == 1 or len(kept) == 1:
        low, high = _reach(text, kept[0], found)
        yield kept[0], plain[low:high]
        return
    lead = text[: found[0].span[0]].strip(" *–-")
    leads = len(lead.split()) <= 4 or lead.endswith(":")
    for index, one in enumerate(found):
        if one not in kept:
            continue
        if leads:
            high = found[index + 1].span[0] if index + 1 < len(found) else len(text)
            shared = plain[: found[0].span[0]] if event_fields.is_event_noun(lead) else ""
            yield one, (shared + plain[one.span[0] : high]).rstrip(" ,och")
        elif not text[found[-1].span[1] :].strip(" .!)"):
            low = found[index - 1].span[1] if index else 0
            own = plain[low : one.span[0]].strip(" ,")
            yield one, own if len(own) > 4 else plain[: found[0].span[0]]
        else:
            yield one, plain


def _reach(text: str, one: Found, found: list[Found]) -> tuple[int, int]:
    before = [other.span[1] for other in found if other.span[1] <= one.span[0]]
    after = [other.span[0] for other in found if other.span[0] >= one.span[1]]
    return (before[-1] if before else 0), (after[0] if after else len(text))


def clause_of(text: str, one: Found) -> str:
    """The clause in which the date stands: up to a comma followed by a new subject, "men", a semicolon."""
    cuts = [
        0,
        *(
            m.end()
            for m in re.finditer(
                r";\s|,\s(?=(?:och|men|så|som|då|där|vilket)\s)|\s(?:men|medan|som)\s|\)\s", text
            )
        ),
        len(text),
    ]
    low = max(cut for cut in cuts if cut <= one.span[0])
    high = min(cut for cut in cuts if cut >= one.span[1])
    return text[low:high]


def leads(text: str, one: Found) -> bool:
    """Whether the date opens the text."""
    return not text[: one.span[0]].strip(" *–-•")


def leads_or_ends(text: str, one: Found) -> bool:
    """Whether the date opens or ends the text, or the text is short anyway."""
    return len(text.split()) <= 14 or leads(text, one) or not text[one.span[1] :].strip(" .!")


VERB = swedish(r"\b(?:[a-zåäö]{2,}(?:ar|er|år|ör)|är|ska|kan|[a-zåäö]{3,}(?:ade|ades|te|tes|de|des))\b")


def host_leads(text: str, one: Found) -> bool:
    """ "Hjo, Läromedel (14/2)": the date stands last, in brackets or alone."""
    before = text[: one.span[0]].rstrip()
    return (
        bool(before)
        and not text[one.span[1] :].strip(" ).")
        and (before.endswith("(") or before.count(",") >= 1)
    )


def merged(known: Event, event: Event) -> Event:
    """One event told twice: what the first telling left open is taken from the second."""
    more = {
        key: getattr(event, key)
        for key in ("start", "place", "host", "what", "convener", "theme")
        if getattr(known, key) is None
    }
    return replace(known, **more)
