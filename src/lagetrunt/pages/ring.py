"""The round table seen from above: one seat per organisation, always in the same order, clockwise from
twelve.

Geometry and words only, as pure functions; the template tag draws what they return. The forms carry the
meaning: a whole seat is yes, an
outline with its inner half filled is partly, an outline with a stroke is no, a dot is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import cos, pi, sin
from typing import Literal

from django.utils.translation import get_language, gettext

State = Literal["yes", "partly", "no", "unknown"]
MANY = 24  # above this the ring is thinner, its gaps narrower, and its seats too narrow to hit
LINE = 18  # letters of a name that stand beside a large ring
SMALL = 32  # pixels under which neighbours of the same state merge
SWEDISH_NUMBERS = (
    "ingen", "en", "två", "tre", "fyra", "fem", "sex", "sju",
    "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton",
)  # fmt: skip
ENGLISH_NUMBERS = (
    "none", "one", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seat:
    """One organisation's answer: ``words`` say it ("kan inte"), ``url`` leads to it where the ring is
    large.
    """

    name: str
    state: State
    words: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """One path of the drawing, in the view box −50…50. ``css`` is its class: y, d, do, o, n, u, os."""

    css: str
    path: str


@dataclass(frozen=True, slots=True)
class Label:
    """A name outside the ring, in one line or two: where it stands and on which side it begins."""

    lines: tuple[str, ...]
    x: str
    y: str
    anchor: str
    quiet: bool


def _number(value: float) -> str:
    """One decimal, no trailing zero, no minus zero: paths are most of a page's bytes."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    text = "0" if text in ("-0", "") else text
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _point(radius: float, angle: float) -> str:
    """A point at this angle, clockwise from twelve."""
    return f"{_number(radius * sin(angle))} {_number(-radius * cos(angle))}"


def _segment(outer: float, inner: float, start: float, end: float, gap: float) -> str:
    """A seat's outline; the gap (radians) is kept at both sides."""
    start, end = start + gap, end - gap
    large = int(end - start > pi)
    return (
        f"M{_point(outer, start)}A{_number(outer)} {_number(outer)} 0 {large} 1 {_point(outer, end)}"
        f"L{_point(inner, end)}A{_number(inner)} {_number(inner)} 0 {large} 0 {_point(inner, start)}z"
    )


def _dot(radius: float, angle: float, size: float) -> str:
    x, y = radius * sin(angle) - size, -radius * cos(angle)
    half = f"a{_number(size)} {_number(size)} 0 1 0"
    return f"M{_number(x)} {_number(y)}{half} {_number(2 * size)} 0{half} {_number(-2 * size)} 0z"


@lru_cache(maxsize=4_000)
def seat_shapes(state: State, at: int, count: int, size: int) -> tuple[Shape, ...]:
    """The shapes of seat number ``at`` (from 0) of ``count``, in a ring of ``size`` pixels."""
    outer, inner, gap = 48.0, 36.0 if count >= MANY else 33.0, 0.022 if count > MANY else 0.032
    start, end = 2 * pi * at / count, 2 * pi * (at + 1) / count
    if state == "yes":
        return (Shape("y", _segment(outer, inner, start, end, gap)),)
    outline = _segment(outer - 0.8, inner + 0.8, start, end, gap + 0.016)
    if state == "partly":
        return Shape("d", _segment((outer + inner) / 2, inner, start, end, gap)), Shape("do", outline)
    if state == "no":
        stroke = f"M{_point(inner + 0.8, start + gap + 0.03)}L{_point(outer - 0.8, end - gap - 0.03)}"
        return Shape("o", outline), Shape("n", stroke)
    return (Shape("u", _dot((outer + inner) / 2, (start + end) / 2, 3.2 if size <= 64 else 2.4)),)


def shapes(seats: Sequence[Seat], size: int) -> tuple[Shape, ...]:
    """The whole ring, shapes of the same class joined into one path."""
    states = tuple(seat.state for seat in seats)
    return small_shapes(states) if size < SMALL else _joined(states, size)


@lru_cache(maxsize=500)
def _joined(states: tuple[State, ...], size: int) -> tuple[Shape, ...]:
    joined: dict[str, list[str]] = {}
    for at, state in enumerate(states):
        for shape in seat_shapes(state, at, len(states), size):
            joined.setdefault(shape.css, []).append(shape.path)
    return tuple(Shape(css, "".join(paths)) for css, paths in joined.items())


@lru_cache(maxsize=500)
def small_shapes(states: tuple[State, ...]) -> tuple[Shape, ...]:
    """Neighbours of the same state as one arc each: whole for yes, half as deep for partly, a line for no,
    nothing for unknown.
    """
    found = []
    step, at = 2 * pi / max(len(states), 1), 0
    for state, run in groupby(states):
        length = len(list(run))
        start, end = at * step, (at + length) * step
        at += length
        gap = 0.0 if length == len(states) else 0.06
        if state == "yes" and length == len(states):
            found.append(Shape("y", _segment(50, 26, 0, pi, 0) + _segment(50, 26, pi, 2 * pi, 0)))
        elif state == "yes":
            found.append(Shape("y", _segment(50, 26, start, end, gap)))
        elif state == "partly":
            found.append(Shape("y", _segment(38, 26, start, end, gap)))
        elif state == "no":
            found.append(
                Shape(
                    "os",
                    f"M{_point(38, start + gap)}A38 38 0 {int(end - start > pi)} 1 {_point(38, end - gap)}",
                )
            )
    return tuple(found)


@lru_cache(maxsize=500)
def hit(at: int, count: int) -> str:
    """The whole sector of a seat, for fingers and focus."""
    return _segment(50, 31, 2 * pi * at / count, 2 * pi * (at + 1) / count, 0)


def labels(seats: Sequence[Seat]) -> list[Label]:
    """The names round a ring of 240 pixels."""
    return [_label(seat.name, seat.state == "unknown", at, len(seats)) for at, seat in enumerate(seats)]


@lru_cache(maxsize=2_000)
def _label(name: str, quiet: bool, at: int, count: int) -> Label:
    angle = 2 * pi * (at + 0.5) / count
    x, y = 53.5 * sin(angle), -53.5 * cos(angle)
    anchor = "middle" if abs(x) < 6 else "start" if x > 0 else "end"
    lines = label_lines(name)
    top = y + 1.8 + (2.5 if y > 45 else 0) - (6 * (len(lines) - 1) if y < 0 else 0)
    return Label(lines, _number(x), _number(top), anchor, quiet)


def label_lines(name: str) -> tuple[str, ...]:
    """A name in at most two lines of a width that stands beside the ring; what is longer still is cut."""
    if len(name) <= LINE:
        return (name,)
    first, _, rest = name.partition(" ")
    lines = (first, rest) if rest and len(first) <= LINE else (name,)
    return tuple(line if len(line) <= LINE else f"{line[: LINE - 1].rstrip()}…" for line in lines)


def number_word(number: int) -> str:
    """Numbers up to fifteen in words, as running text has them, in the language of the page."""
    words = ENGLISH_NUMBERS if get_language() == "en" else SWEDISH_NUMBERS
    return words[number] if number < len(words) else str(number)


def listed(names: Iterable[str]) -> str:
    """ "Essunga, Hjo och Vara"."""
    items = list(names)
    return (
        items[0]
        if len(items) == 1
        else f"{', '.join(items[:-1])} {gettext('och')} {items[-1]}"
        if items
        else ""
    )
