"""Where a meeting was held, in the words of the line that tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protokoll import municipalities
from protokoll.dates import Found
from protokoll.words.swedish import swedish

_DIGITAL = swedish(
    r"(?:(?:digitalt|digital|via|på|genom|i)\s+)*(?:digitalt möte(?: via \w+)?|digitalt(?:\s+(?:via|på|i"
    r"|genom)\s+\w+)?|microsoft teams|ms teams|teams|zoom|skype(?: for business)?|google meet|distans|länk"
    r"|online|telefon(?:möte)?|webex|hybrid(?:möte)?)\b",
    re.IGNORECASE,
)
_WORDS = swedish(
    r"\b(?:möte[nt]?|träff(?:en)?|sammanträde(?:t)?|styrelsemöte(?:t)?|årsmöte(?:t)?|avstämning(?:en)?"
    r"|protokoll(?:et)?|(?:mötes|minnes)?anteckningar(?:na)?|fört|förda|från|vid|kallelse|till|samling"
    r"|nätverksträff|nr"
    r"|sammanträdesprotokoll|klubbstyrelsens|styrelsens|datum|den|kl|klockan)\b",
    re.IGNORECASE,
)
_LEAD = swedish(r"^(?:[\s,.;:–—\-/|(]|kl\.?(?=\W|$)|klockan\b|den\b|och\b)+")
_TRAIL = swedish(r"(?:[\s,.;:–—\-/|]|\b(?:kl|klockan|den|kl\.|från|till|mellan)\s*)+$", re.IGNORECASE)
_NO_PLACE = swedish(
    r"(?:höst|vår|år|dag|kväll|morgon|grund|väntan|samband|stället|och med|övrigt|samma)", re.IGNORECASE
)
_PREPOSITION = swedish(r"^(?:(?:i|på|hos|vid|via|genom|lokal|plats)\s+)(?=\S)", re.IGNORECASE)
_WINDOW = swedish(
    r"\bmellan (?:kl\.? ?)?\d{1,2}(?:[.:]\d\d)? och (?:kl\.? ?)?\d{1,2}(?:[.:]\d\d)?", re.IGNORECASE
)
_CLOCK_BEHIND = swedish(r",?\s*(?:kl\.? ?)?\d{1,2}[.:]\d\d$", re.IGNORECASE)
_HELD = swedish(
    r"\bmötet (?:hölls|ägde rum|var) (?P<place>(?:utomhus|i|på|hos|vid) (?![\d])[^.,;]{2,50}?)(?=\.|,|$"
    r"| mellan | kl| den )",
    re.IGNORECASE,
)
_MET = swedish(
    r"\b(?:vi|nätverket|gruppen|styrelsen|rådet) (?:sågs|träffades|möttes|samlades) (?:i|på|hos"
    r"|vid) (?P<place>[A-ZÅÄÖ][^.,;]{2,50}?)"
    r"(?= mellan | den | kl\b|\.|,| mån| tis| ons| tors| fre| lör| sön| \d)",
    re.IGNORECASE,
)
_DIGITAL_BEFORE = swedish(r"(?P<place>\b(?:teams|zoom|skype|digitalt|distans))\W*$", re.IGNORECASE)
_BEFORE = swedish(
    r"\b(?:i|på|hos|vid)\s+(?P<place>[A-ZÅÄÖ0-9][^,;]{1,60}?)[\s,]*(?:den|kl\.?|klockan)?[\s,]*$"
)
_STREET = swedish(
    r"(?:(?:rum|sal|badplatsen|torget|hus|huset|stuga|stugan|hall|hallen|lokalen|salen|rummet|gården"
    r"|skolan)\b|stuga \d)|\b(?:skola"
    r"|skolan|hus|huset|sal|rum|rummet|lokal|lokalen|gården|gård|gatan|vägen|kontor|kontoret|stadshus"
    r"|campus|bibliotek\w*|hotell\w*|museum|museet|central\w*|stugan|hemmet|arena|kyrka|gymnasi\w*"
    r"|salen|konferens\w*|kommun|villan|herrgård|slott|station\w*|restaurang|café|centrum|center|folkets"
    r"|klubb\w*|församlings\w*|bygde\w*|hall|hallen|plan|våning|torg\w*|park\w*|universitet\w*|komvux"
    r"|lärcent\w*)\b",
    re.IGNORECASE,
)


def place_beside(text: str, dates: Sequence[Found], *, labelled: bool) -> str | None:
    """The place in a line once its dates and times are taken away; in free lines it stands behind the
    date, or before it after "i", "på", "hos". None when nothing is left that names a place.
    """
    spans = sorted(one.span for one in dates)
    if not spans:
        return _tidy(_CLOCK_BEHIND.sub("", text)) if labelled else None
    if labelled:
        rest = [
            _tidy(text[stop:start])
            for (_, stop), (start, _) in zip([(0, 0), *spans], [*spans, (len(text), 0)], strict=True)
        ]
        return max((piece for piece in rest if piece), key=len, default=None)
    found = _behind(_WINDOW.sub(" , ", _between(text, spans)))
    if found is not None:
        return found
    digital = _DIGITAL_BEFORE.search(text[: spans[0][0]])
    if digital is not None:
        return _tidy(digital.group("place"))
    before = _BEFORE.search(text[: spans[0][0]])
    if before is not None:
        return _tidy(before.group("place"))
    return None


def _between(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text behind the first date, its further dates and times taken out."""
    pieces: list[str] = []
    at = spans[0][1]
    for start, stop in spans[1:]:
        pieces.append(text[at:start])
        at = stop
    pieces.append(text[at:])
    return " , ".join(piece.strip() for piece in pieces if piece.strip(" ,.;:–-()"))


def _behind(text: str) -> str | None:
    text = _tidy(text) or ""
    if not text or text.casefold() in ("läsåret",):
        return None
    digital = _DIGITAL.match(text)
    if digital is not None:
        return _tidy(text)
    led = _PREPOSITION.match(text)
    bare = text[led.end() :] if led else text
    if (
        led
        and bare[:1].islower()
        and len(bare.split()) <= 5
        and not _NO_PLACE.match(bare)
        and not bare.endswith(".")
    ):
        return _tidy(bare)
    if not bare[:1].isupper() and not bare[:1].isdigit() and not (_STREET.search(bare) and len(bare) < 60):
        return None
    if (
        _WORDS.match(bare)
        or re.match(r"(?:närvarande|deltagare|protokoll|nr|dnr|sida|§)", bare, re.IGNORECASE)
        or len(bare) > 90
    ):
        return None
    return _tidy(bare)


def place_met(text: str) -> str | None:
    """The place in a sentence that tells where people met ("Vi sågs på Hudiksvalls bibliotek mellan …")."""
    held = _HELD.search(text)
    if held is not None:
        return _tidy(held.group("place"))
    found = _MET.search(text)
    return _tidy(found.group("place")) if found is not None else None


def place_alone(text: str, *, sure: bool = False) -> str | None:
    """A line of its own below the date that names a place: a municipality, a house, a room, or a digital
    meeting; ``sure`` when date and time stand so that only a place is missing.
    """
    if (
        len(text) > 80
        or text.endswith((".", ":", "!"))
        or re.search(r"\b(?:nätverk|protokoll|anteckningar|kallelse)", text, re.IGNORECASE)
    ):
        return None
    if sure and text[:1].isupper() and len(text.split()) <= 6 and not re.search(r"\d{3}|:", text):
        return _tidy(text)
    if _DIGITAL.match(text) or _STREET.search(text) or municipalities.mentions(text):
        return _tidy(text)
    return None


def _tidy(text: str) -> str | None:
    """The place without the separators and prepositions around it; a bracket around the whole is taken
    off.
    """
    text = re.split(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÅÄÖ])", " ".join(text.split()))[0]
    text = _LEAD.sub("", text)
    text = _TRAIL.sub("", text)
    text = re.sub(
        r"(?:\s*[,(]\s*(?:kaffe|fika|samling|lunch|avslut|med start|heldag|halvdag|före|efter|länk)\b.*"
        r"|\s+på grund av .*)$",
        "",
        text,
        flags=re.IGNORECASE,
    )
    led = _PREPOSITION.match(text)
    if led is not None:
        text = text[led.end() :]
    if text.count("(") < text.count(")"):
        text = text.replace(")", "", 1) if not text.endswith(")") else text[:-1]
    elif text.count("(") > text.count(")"):
        text = text + ")" if text.split("(")[-1].strip() else text.replace("(", "")
    text = re.sub(r"(?i)^(digitalt) möte$", r"\1", text)
    text = text.replace(" ,", ",").replace("()", "").strip(" ,;.–-|")
    return text or None
