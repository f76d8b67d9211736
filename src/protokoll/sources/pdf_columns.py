"""Finds what stands side by side on a page: columns of text, a right-hand column, tables without borders.

A gutter is a strip that stays free of words through several rows. Rows that share a gutter make a band.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from protokoll.sources.pdf_rows import LEAST_GAP, Row, jumps
from protokoll.sources.pdf_words import Word

Gutter = tuple[float, float]

# Widths and distances are in heights of the type, alignments in points.
_LEAST_WIDTH = 0.8
"""A gutter that words leave no wider than this is none."""

_FAR = 4.5
"""Rows this far apart do not belong together."""

_ALONE = 6
"""So many rows without anything in a right-hand column end it."""

_ALIGNED = 3.0
_ROUGHLY = 20.0
"""Columns that were set by typing spaces begin only roughly at one place; a wide gutter proves them."""

_WIDE = 4.0
_PROSE = 0.62
"""This share of the lines of running text is full."""

_NARROWEST_COLUMN = 0.28
"""A column of running text takes at least this share of the page."""

_FEWEST_LINES = 3
_BROAD = 12


@dataclass(slots=True)
class Band:
    """Rows that belong together.

    Without gutters it is plain text. ``running``: its columns are read one after the other, as in a leaflet.
    """

    rows: list[Row]
    gutters: list[Gutter] = field(default_factory=list)
    running: bool = False

    def split(self, row: Row) -> list[list[Word]]:
        """The row's words column by column; a column without words is empty."""
        columns: list[list[Word]] = [[] for _ in range(len(self.gutters) + 1)]
        for word in row.words:
            columns[sum(1 for left, right in self.gutters if word.x0 >= (left + right) / 2 - 0.01)].append(
                word
            )
        return columns


def bands_of(rows: list[Row]) -> list[Band]:
    """The page's rows as bands, from top to bottom."""
    bands: list[Band] = []
    at = 0
    while at < len(rows):
        band = _grow(rows, at) if rows[at].gaps else None
        if band is None:
            if bands and not bands[-1].gutters:
                bands[-1].rows.append(rows[at])
            else:
                bands.append(Band([rows[at]]))
            at += 1
        else:
            at += len(band.rows)
            if _is_running(band):
                band.running = True
                at = _take_rest(rows, at, band)
            if bands and not bands[-1].gutters:
                _take_heads(bands[-1], band)
                if not bands[-1].rows:
                    bands.pop()
            bands.append(band)
    return _with_lone_rows(bands)


def _with_lone_rows(bands: list[Band]) -> list[Band]:
    """The bands, and single rows amid plain text that reach into a right-hand column seen on the page."""
    known = [
        words[0].x0
        for band in bands
        if band.gutters and not band.running
        for row in band.rows
        if (words := row.words_right_of(band.gutters[-1][1]))
    ]
    if not known:
        return bands
    out: list[Band] = []
    for band in bands:
        for row in band.rows if not band.gutters else ():
            gap = row.gaps[-1] if row.gaps else (0.0, 0.0)
            lone = gap[1] - gap[0] > 2 * row.size and any(abs(gap[1] - x) <= _ALIGNED for x in known)
            if lone:
                out.append(Band([row], [gap]))
            elif out and not out[-1].gutters:
                out[-1].rows.append(row)
            else:
                out.append(Band([row]))
        if band.gutters:
            out.append(band)
    return out


def _take_rest(rows: list[Row], at: int, band: Band) -> int:
    """Take in rows below that belong to the longer column; the index of the first that does not."""
    in_order = _one_after_the_other(_columns_of(band))
    turn = min(words[0].at for words in _columns_of(band)[1]) if in_order else None
    while at < len(rows) and band.rows[-1].y - rows[at].y <= _FAR * rows[at].size:
        row = rows[at]
        if len(_narrowed(band.gutters, row)) < len(band.gutters):
            break
        if turn is not None and row.words[0].x0 < band.gutters[0][0] and row.words[0].at > turn:
            break
        band.rows.append(row)
        at += 1
    return at


def _columns_of(band: Band) -> list[list[list[Word]]]:
    """The words of each column, line by line."""
    return [[words for words in column if words] for column in zip(*map(band.split, band.rows), strict=True)]


def _take_heads(plain: Band, band: Band) -> None:
    """Move rows above the band into it that already belong to a right-hand column, such as its heading
    alone on its row.
    """
    starts = [
        row.words_right_of(band.gutters[0][1])[0].x0
        for row in band.rows
        if row.words_right_of(band.gutters[0][1])
    ]
    highest = None
    for back in range(1, min(_ALONE, len(plain.rows)) + 1):
        row = plain.rows[-back]
        if len(_narrowed(band.gutters, row)) < len(band.gutters):
            break
        first = row.words[0].x0
        if any(abs(first - start) <= _ALIGNED for start in starts) and first >= band.gutters[0][1] - 1:
            highest = back
    if highest is not None:
        band.rows[:0] = plain.rows[-highest:]
        del plain.rows[-highest:]


def _grow(rows: list[Row], first: int) -> Band | None:
    """The band that begins with row ``first``, or None when its gaps lead nowhere."""
    gutters = list(rows[first].gaps)
    last = first
    for at in range(first + 1, len(rows)):
        row = rows[at]
        if rows[at - 1].y - row.y > _FAR * row.size:
            break
        kept = _narrowed(gutters, row)
        if not kept or _loses_a_good_one(gutters, kept, rows[first : last + 1]):
            break
        gutters = _with_new(kept, row, rows[first:at])
        if any(word.x0 >= gutters[0][1] - 1 for word in row.words):
            last = at
        elif at - last >= _ALONE or _begins_anew(row, Band(rows[first : last + 1], gutters)):
            break
    return _accepted(rows[first : last + 1], gutters)


def _begins_anew(row: Row, band: Band) -> bool:
    """A row at the left that the file holds after whole columns: they have ended above it."""
    if row.words[0].at < max(word.at for other in band.rows for word in other.words):
        return False
    columns = _columns_of(band)
    return min(map(len, columns)) >= _FEWEST_LINES and _one_after_the_other(columns)


def _narrowed(gutters: list[Gutter], row: Row) -> list[Gutter]:
    """What remains of the gutters when the row's words are laid over them."""
    kept = []
    for left, right in gutters:
        free_left, free_right = left, right
        before: Word | None = None
        after: Word | None = None
        for word in row.words:
            if word.x1 <= free_left or (word.x0 < free_right and word.x0 - free_left < free_right - word.x1):
                before, free_left = word, max(free_left, word.x1)
            elif after is None:
                after, free_right = word, min(free_right, word.x0)
        parted = before is None or after is None or jumps(before, after)
        if free_right - free_left >= (LEAST_GAP if parted else _LEAST_WIDTH) * row.size:
            kept.append((free_left, free_right))
    return kept


def _loses_a_good_one(before: list[Gutter], kept: list[Gutter], rows: list[Row]) -> bool:
    lost = [g for g in before if not any(k[0] >= g[0] - 0.1 and k[1] <= g[1] + 0.1 for k in kept)]
    return any(_support(gutter, rows) >= 2 for gutter in lost)


def _with_new(gutters: list[Gutter], row: Row, above: list[Row]) -> list[Gutter]:
    """Gutters together with those gaps of the row that the rows above leave free too."""
    out = list(gutters)
    for gap in row.gaps:
        if any(gap[0] < right and left < gap[1] for left, right in out):
            continue
        free = [gap]
        for other in above:
            free = _narrowed(free, other)
        out.extend(free)
    return sorted(out)


def _support(gutter: Gutter, rows: list[Row]) -> int:
    """How many rows have words on both sides."""
    left, right = gutter
    return sum(1 for row in rows if row.words[0].x1 <= left + 0.1 and row.words[-1].x0 >= right - 0.1)


def _accepted(rows: list[Row], gutters: list[Gutter]) -> Band | None:
    good = [gutter for gutter in gutters if _is_column(gutter, rows)]
    return Band(rows, good) if good and len(rows) > 1 else None


def _is_column(gutter: Gutter, rows: list[Row]) -> bool:
    """Words right of a true gutter begin at one place in two rows at least.

    Words that end at one place prove less, since lines set even all end at the margin: only numbers do, and
    words behind a wide gutter.
    """
    if not _support(gutter, rows):
        return False
    right = [words for row in rows if (words := row.words_right_of(gutter[1]))]
    enough = max(2, 0.6 * len(right))
    wide = gutter[1] - gutter[0] > _WIDE * rows[0].size
    if _agreeing([words[0].x0 for words in right], _ROUGHLY if wide else _ALIGNED) >= enough:
        return True
    ends = [words[-1].x1 for words in right if wide or any(sign.isdigit() for sign in words[-1].text)]
    return _agreeing(ends, _ALIGNED) >= enough


def _agreeing(places: list[float], within: float) -> int:
    return max((sum(1 for other in places if abs(other - place) <= within) for place in places), default=0)


def _is_running(band: Band) -> bool:
    """Columns of a leaflet rather than of a table.

    The file holds the left one whole before the right one; or each is broad, and its lines run full.
    """
    columns = _columns_of(band)
    if min(map(len, columns)) < _FEWEST_LINES:
        return False
    lefts = [min(words[0].x0 for words in column) for column in columns]
    rights = [max(words[-1].x1 for words in column) for column in columns]
    if _one_after_the_other(columns):
        return True
    narrowest = min(right - left for left, right in zip(lefts, rights, strict=True))
    if min(map(len, columns)) <= _FEWEST_LINES or narrowest < _NARROWEST_COLUMN * (max(rights) - min(lefts)):
        return False
    return all(
        sum(1 for words in column if words[-1].x1 - left > 0.7 * (right - left)) >= _PROSE * len(column)
        and right - left > _BROAD * band.rows[0].size
        for column, left, right in zip(columns, lefts, rights, strict=True)
    )


def _one_after_the_other(columns: list[list[list[Word]]]) -> bool:
    """In the file each column stands whole before the next."""
    ends = [max(words[0].at for words in column) for column in columns[:-1]]
    starts = [min(words[0].at for words in column) for column in columns[1:]]
    return all(end < start for end, start in zip(ends, starts, strict=True))
