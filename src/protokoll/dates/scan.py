"""Where a text writes dates: days, spans, weeks and months as they stand, before a year is settled."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from protokoll.dates import patterns
from protokoll.words.swedish import holds_any

Kind = Literal["day", "span", "week", "month"]


@dataclass(frozen=True, slots=True)
class RawDate:
    """A date as written, before its year is settled: (month, day) pairs, or a week, or a month."""

    start: int
    end: int
    kind: Kind
    year: int | None
    first: tuple[int, int]
    last: tuple[int, int] | None = None
    last_year: int | None = None


def raw_dates(text: str) -> list[RawDate]:
    """All dates as written, earlier kinds winning where they overlap."""
    if not may_hold_date(text):
        return []
    found: list[RawDate] = []
    taken = bytearray(len(text))
    for source in (_numeric, _named, _weeks, _months):
        for raw in source(text):
            if taken.find(1, raw.start, raw.end) < 0:
                found.append(raw)
                taken[raw.start : raw.end] = b"\1" * (raw.end - raw.start)
    return sorted(found, key=lambda raw: raw.start)


_MONTH_STEMS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@lru_cache(maxsize=256)
def may_hold_date(text: str) -> bool:
    """A cheap look before the patterns are tried: a digit or the stem of a month."""
    return patterns.DIGIT.search(text) is not None or holds_any(text, _MONTH_STEMS)


@lru_cache(maxsize=256)
def may_name_day(text: str) -> bool:
    """The same before patterns of a day and the name of its month, which need both."""
    return patterns.DIGIT.search(text) is not None and holds_any(text, _MONTH_STEMS)


def _numeric(text: str) -> Iterator[RawDate]:
    if not patterns.DIGIT.search(text):
        return
    if "19" in text or "20" in text:
        yield from _with_whole_year(text)
    for match in patterns.SHORT.finditer(text):
        if match["sep"] or not patterns.NUMBER_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            yield from _checked(match, (int(match["m"]), int(match["d"])), None, 2000 + int(match["y"]))
    if "/" in text:
        for match in patterns.SLASHED.finditer(text):
            if _is_slashed_date(text, match):
                yield from _slashed(match)


def _with_whole_year(text: str) -> Iterator[RawDate]:
    for match in patterns.ISO.finditer(text):
        last = (int(match["m2"] or match["m"]), int(match["d2"])) if match["d2"] else None
        year = int(match["y"])
        yield from _checked(match, (int(match["m"]), int(match["d"])), last, year, int(match["y2"] or year))
    for match in patterns.COMPACT.finditer(text):
        yield from _checked(match, (int(match["m"]), int(match["d"])), None, int(match["y"]))
    for match in patterns.DOTTED.finditer(text):
        yield from _checked(match, (int(match["m"]), int(match["d"])), None, int(match["y"]))


def _is_slashed_date(text: str, match: re.Match[str]) -> bool:
    """Whether "3/4" is a day: not a fraction ("1/2 tjänst"), a paragraph ("§ 3/4") or the phrase "24/7"."""
    before = text[max(0, match.start() - 14) : match.start()]
    if patterns.NUMBER_BEFORE.search(before):
        return False
    if match["y"] or match["yy"] or match["d1"]:
        return True
    if match.group() == "24/7":
        return patterns.DATE_WORD_BEFORE.search(before) is not None
    return patterns.FRACTION_AFTER.match(text, match.end()) is None


def _slashed(match: re.Match[str]) -> Iterator[RawDate]:
    day = (int(match["m"]), int(match["d"]))
    year = int(match["y"]) if match["y"] else 2000 + int(match["yy"]) if match["yy"] else None
    if match["d1"]:
        first = (int(match["m1"] or match["m"]), int(match["d1"]))
        yield from _checked(match, first, day, year)
    else:
        yield from _checked(match, day, None, year)


def _named(text: str) -> Iterator[RawDate]:
    if not may_name_day(text):
        return
    for match in patterns.NAMED.finditer(text):
        month = patterns.MONTHS[match["m"].casefold()]
        year = int(match["y"]) if match["y"] else 2000 + int(match["yy"]) if match["yy"] else None
        start = match.start()
        if match["enum"]:
            start = match.end("enum")
            if _is_enumeration(text, match):
                for digits in re.finditer(r"\d+", match["enum"]):
                    at = match.start("enum") + digits.start()
                    yield from _one(at, at + len(digits.group()), (month, int(digits.group())), None, year)
        if match["d1"]:
            first_month = patterns.MONTHS[match["m1"].casefold()] if match["m1"] else month
            first = (first_month, int(match["d1"]))
            first_year = int(match["y1"]) if match["y1"] else year
            yield from _one(start, match.end(), first, (month, int(match["d"])), first_year, year)
        else:
            yield from _one(start, match.end(), (month, int(match["d"])), None, year)


def _is_enumeration(text: str, match: re.Match[str]) -> bool:
    """Whether the numbers before "17 april" are days of that month too: not in "punkt 3, 10 april"."""
    days = [int(d) for d in re.findall(r"\d+", match["enum"])] + [int(match["d1"] or match["d"])]
    before = text[max(0, match.start() - 14) : match.start()]
    joined = (
        re.search(r"och|samt|eller|&", match["enum"]) is not None
        or not before.strip()
        or before.rstrip()[-1] in ":–-("
    )
    ascending = all(a < b for a, b in pairwise(days))
    return (
        ascending
        and (joined or before.casefold().rstrip().endswith("den"))
        and not patterns.NUMBER_BEFORE.search(before)
    )


def _weeks(text: str) -> Iterator[RawDate]:
    if "v" not in text and "V" not in text:
        return
    for match in patterns.WEEK.finditer(text):
        year = int(match["y"]) if match["y"] else 2000 + int(match["yy"]) if match["yy"] else None
        last = (int(match["w2"]), 0) if match["w2"] else None
        yield RawDate(match.start(), match.end(), "week", year, (int(match["w"]), 0), last, year)


def _months(text: str) -> Iterator[RawDate]:
    if not holds_any(text, _MONTH_STEMS):
        return
    with_year = "19" in text or "20" in text
    for pattern in (patterns.MONTH, patterns.MONTH_ABBREVIATED) if with_year else (patterns.MONTH,):
        for match in pattern.finditer(text):
            if match["y"] or not _is_name(text, match):
                year = int(match["y"]) if match["y"] else None
                yield RawDate(
                    match.start(), match.end(), "month", year, (patterns.MONTHS[match["m"].casefold()], 0)
                )


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised "Maj" or "April" may be a name: unless it stands alone or before a colon."""
    if match["m"].islower() or (len(match["m"]) > 4 and match["m"].casefold() not in {"april"}):
        return False
    return text[match.end() : match.end() + 1] not in {"", ":", ")", "\n"}


def _checked(
    match: re.Match[str],
    first: tuple[int, int],
    last: tuple[int, int] | None,
    year: int | None,
    last_year: int | None = None,
) -> Iterator[RawDate]:
    yield from _one(match.start(), match.end(), first, last, year, last_year)


def _one(
    start: int,
    end: int,
    first: tuple[int, int],
    last: tuple[int, int] | None,
    year: int | None,
    last_year: int | None = None,
) -> Iterator[RawDate]:
    """A raw day or span if its days exist."""
    if first[1] > month_length(first[0]) or (last and last[1] > month_length(last[0])):
        return
    if last == first:
        last = None
    if last and last_year is None and year is not None:
        last_year, year = year, year - (first > last)
    yield RawDate(start, end, "span" if last else "day", year, first, last, last_year)


def month_length(month: int) -> int:
    """The number of days in a month, 29 for February."""
    return calendar.monthrange(2024, month)[1]
