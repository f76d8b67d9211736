"""The head of the document: the body, number and reference, and when and where it met."""

from __future__ import annotations

import re
from datetime import date

from protokoll.dates import Found, find_dates, find_times, settled, term_base
from protokoll.draft import Draft
from protokoll.head.body import body_in, number_in, reference_in
from protokoll.head.lines import Piece, head_furniture, head_pieces, mail_sent
from protokoll.outline import Outline
from protokoll.sayings.places import place_alone, place_beside, place_met
from protokoll.words.swedish import swedish

_NOT_THIS = swedish(
    r"(?:fastställd|antagen|beslutad|reviderad|uppdaterad|utskriven|utskrift|senast|justerat|justeras"
    r"|justering|anslag|anmäl|nästa|föregående|förra|kommande|svar|o\.?s\.?a|gäller)",
    re.IGNORECASE,
)
_ADOPTED = swedish(r"fastställ|antag|beslut|godkän|version|reviderad", re.IGNORECASE)
_UNTIL = swedish(r"\d (?:t\.?o\.?m\.?|till) (?:kl\.? ?)?(\d{1,2})[.:](\d\d)", re.IGNORECASE)
_MEETS = swedish(r"protokoll|möte|sammanträde|anteckning", re.IGNORECASE)
_BETWEEN = swedish(
    r"mellan (?:kl\.? ?)?(\d{1,2})(?:[.:](\d\d))? och (?:kl\.? ?)?(\d{1,2})(?:[.:](\d\d))?", re.IGNORECASE
)
_HOURS = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_WORDS = swedish(
    rf"mellan (?:klockan )?((?:halv )?(?:{'|'.join(_HOURS)})) och ((?:halv )?(?:{'|'.join(_HOURS)}))\b",
    re.IGNORECASE,
)


def read(outline: Outline, draft: Draft) -> None:
    """Labelled values win over free lines; what stands nearer to the top wins over what stands below."""
    draft.set("kind", outline.kind)
    pieces = head_pieces(outline)
    _name(draft, pieces, head_furniture(outline))
    if outline.kind == "charter":
        _adopted(draft, pieces, head_furniture(outline))
        return
    base = _base(pieces) or _sent(outline)
    back = outline.kind == "minutes" and _base(pieces) is None
    _call(draft, pieces, base, notice=outline.kind == "notice")
    for piece in pieces:
        _labelled(draft, piece, base, back=back)
    for at in range(len(pieces) if outline.kind != "other" else min(4, len(pieces))):
        _free(draft, pieces, at, base, back=back)
    host = next((piece for piece in pieces if piece.label == "host"), None)
    if host is not None:
        draft.set("place", host.text, host.line)
    if outline.kind != "other":
        _from_furniture(draft, head_furniture(outline))
    _claim(draft, pieces)


def _adopted(draft: Draft, pieces: list[Piece], furniture: list[str]) -> None:
    """A charter's date is the day on which it was adopted."""
    for piece in pieces:
        day = _day(find_dates(piece.text))
        if day is not None and (_ADOPTED.search(piece.text) or piece.label == "date"):
            draft.set("date", day.iso, piece.line)
    _from_furniture(draft, furniture)
    _claim(draft, pieces)


def _sent(outline: Outline) -> date | None:
    """The day on which a mail was sent: its meeting's year rolls on from there."""
    found = _day(find_dates(mail_sent(outline)))
    return settled(found.iso) if found is not None else None


def _base(pieces: list[Piece]) -> date | None:
    for piece in pieces:
        found = term_base(piece.text) if re.search(r"\d{2}", piece.text) else None
        if found is not None:
            return found
    return None


def _name(draft: Draft, pieces: list[Piece], furniture: list[str]) -> None:
    best: tuple[float, str, int] | None = None
    for at, piece in enumerate(pieces[:14]):
        number = (
            piece.text if piece.label == "number" else number_in(piece.text) if piece.label is None else None
        )
        if number is not None and re.search(r"\d", number):
            draft.set("number", number, piece.line)
        reference = "Dnr " + piece.text if piece.label == "reference" else reference_in(piece.text)
        if reference is not None:
            draft.set("reference", reference, piece.line)
        if piece.label not in (None, "body", "title"):
            continue
        named = body_in(piece.text, first=at == 0, labelled=piece.label == "body")
        if named is not None and (best is None or named[0] - at * 0.15 > best[0]):
            best = (named[0] - at * 0.15, named[1], piece.line)
    for text in furniture:
        number, reference = number_in(text), reference_in(text)
        if number is not None and _MEETS.search(text):
            draft.set("number", number)
        if reference is not None:
            draft.set("reference", reference)
    if best is not None:
        draft.set("body", best[1], best[2])
        return
    for text in furniture:
        named = body_in(text, first=False, labelled=False)
        if named is not None:
            draft.set("body", named[1])
            return


def _from_furniture(draft: Draft, furniture: list[str]) -> None:
    """A date that only the header of the pages tells."""
    for text in furniture:
        day = _day(find_dates(text))
        if day is not None and not (day.iso or "").startswith("--"):
            draft.set("date", day.iso)


def _call(draft: Draft, pieces: list[Piece], base: date | None, *, notice: bool) -> None:
    """A notice's date is the one with a time or a weekday beside it, not the day on which it was written."""
    for piece in pieces if notice else ():
        found = find_dates(piece.text, base)
        day = _day(found)
        if (
            day is not None
            and piece.label is None
            and (day.weekday is not None or any(one.start for one in found))
        ):
            draft.set("date", day.iso, piece.line)
            _times(draft, piece, found)
            place = place_beside(piece.text, found, labelled=False)
            if place is not None:
                draft.set("place", place, piece.line)
            return


def _labelled(draft: Draft, piece: Piece, base: date | None, *, back: bool) -> None:
    if piece.label in ("date", "when", "time", "when-where"):
        found = find_dates(piece.text, base, roll="back" if back else "forward")
        _times(draft, piece, found)
        day = _day(found)
        if day is not None:
            draft.set("date", day.iso, piece.line)
        if piece.label == "when-where" or (piece.label in ("date", "when") and day is not None):
            place = place_beside(piece.text, found, labelled=piece.label == "when-where")
            if place is not None:
                draft.set("place", place, piece.line)
    elif piece.label in ("start", "end"):
        clock = find_times(piece.text, bare=True)[0] or _clock_behind(", " + piece.text.strip())
        if clock is not None:
            draft.set(piece.label, clock, piece.line)
    elif piece.label == "place":
        place = place_beside(
            piece.text, find_dates(piece.text, base, roll="back" if back else "forward"), labelled=True
        )
        if place is not None:
            draft.set("place", place, piece.line)
        timed = find_dates(piece.text, base, roll="back" if back else "forward")
        _times(draft, piece, timed)
        clock = find_times(piece.text)[0] or _clock_behind(piece.text)
        if clock is not None:
            draft.set("start", clock, piece.line)


def _in_words(text: str) -> tuple[str | None, str | None]:
    """Clock times in words: "mellan halv tio och tre" is 09:30 to 15:00."""
    found = _WORDS.search(text)
    if found is None:
        return None, None
    start, end = _minutes(found.group(1)), _minutes(found.group(2))
    start += 720 if start < 420 else 0
    end += 720 if end <= start else 0
    return f"{start // 60:02}:{start % 60:02}", f"{end // 60:02}:{end % 60:02}"


def _minutes(words: str) -> int:
    half = words.casefold().startswith("halv ")
    return 60 * (1 + _HOURS.index(words.casefold().removeprefix("halv "))) - (30 if half else 0)


def _clock_behind(text: str) -> str | None:
    found = re.search(r",\s*(\d{1,2})[.:](\d\d)$", text)
    return (
        f"{int(found.group(1)):02}:{found.group(2)}"
        if found is not None and int(found.group(1)) < 24
        else None
    )


def _times(draft: Draft, piece: Piece, found: list[Found]) -> None:
    start = next((one.start for one in found if one.start), None)
    end = next((one.end for one in found if one.end), None)
    between = _BETWEEN.search(piece.text) if start is None else None
    if between is not None and int(between.group(1)) < 24 and int(between.group(3)) < 25:
        start = f"{int(between.group(1)):02}:{between.group(2) or '00'}"
        end = f"{int(between.group(3)):02}:{between.group(4) or '00'}"
    until = _UNTIL.search(piece.text) if end is None else None
    if until is not None and start is not None:
        end = f"{int(until.group(1)):02}:{until.group(2)}"
    if start is None:
        start, end = _in_words(piece.text)
    if start is None and piece.label in ("time", "when-where", "date"):
        start, end = find_times(piece.text, bare=piece.label == "time")
    if start is not None:
        draft.set("start", start, piece.line)
        if end is not None:
            draft.set("end", end, piece.line)


def _day(found: list[Found]) -> Found | None:
    days = [one for one in found if one.kind in ("day", "span")]
    return days[0] if days else next((one for one in found if one.kind == "week"), None)


def _free(draft: Draft, pieces: list[Piece], at: int, base: date | None, *, back: bool) -> None:
    """A line of the head that names no label: a date, times and a place in one line, or a place below
    them.
    """
    piece = pieces[at]
    if piece.label is not None or at > 16 or len(piece.text) > 200 or _NOT_THIS.match(piece.text):
        return
    found = find_dates(piece.text, base, roll="back" if back else "forward")
    day = _day(found)
    timed = any(one.start for one in found)
    met = place_met(piece.text) if draft.get("place") is None else None
    if met is not None:
        draft.set("place", met, piece.line)
        _times(draft, piece, found)
    if day is None and not timed:
        return
    known = draft.get("date")
    if day is not None and known and draft.lines.get("date") != piece.line and known != day.iso:
        return
    if day is not None:
        draft.set("date", day.iso, piece.line)
    _times(draft, piece, found)
    if draft.get("place") is not None:
        return
    place = place_beside(piece.text, found, labelled=False)
    if place is None and at + 1 < len(pieces) and (day is not None or draft.get("date")):
        below = pieces[at + 1]
        alone = not piece.text[: found[0].span[0]].strip(" ,") and not piece.text[found[-1].span[1] :].strip(
            " .,"
        )
        if below.label is None and below.line == piece.line + 1 and not below.gap:
            timed_below = find_dates(below.text)
            place = (
                place_beside(below.text, timed_below, labelled=False)
                if timed_below
                else place_alone(below.text, sure=alone and timed)
            )
            _times(draft, below, timed_below)
            if place is not None:
                draft.set("place", place, below.line)
                return
    if place is not None:
        draft.set("place", place, piece.line)


def _claim(draft: Draft, pieces: list[Piece]) -> None:
    """Head lines are understood where they gave a value, carry a label, or stand in the title above the
    first such line.
    """
    last = max(
        (line for name, line in draft.lines.items() if name in ("date", "place", "start", "body", "number")),
        default=0,
    )
    for piece in pieces:
        if piece.label is not None or piece.line <= last:
            draft.claim(piece.line, by="head")
