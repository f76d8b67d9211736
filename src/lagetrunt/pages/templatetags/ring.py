"""``{% ring seats size=64 %}``: the round table, drawn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from lagetrunt.pages.ring import MANY, SMALL, Label, Seat, Shape, hit, labels, seat_shapes, shapes

register = template.Library()


@register.simple_tag
def ring(
    seats: Sequence[Seat], size: int = 64, sentence: str = "", number: str = "", of: str = ""
) -> SafeString:
    """Draw the ring. With a ``sentence`` it is an image that says it; without one it is silent, because
    words stand beside it.

    At 240 pixels the seats are links with their names around, up to 24 of them. ``number`` and ``of`` stand
    in the middle from 120.
    """
    if not seats:
        return SafeString("")
    if size >= 240 and len(seats) <= MANY and all(seat.url for seat in seats):
        return _large(seats, sentence, number, of)
    role = (
        format_html(' role="img" aria-label="{}"', sentence)
        if sentence
        else SafeString(' aria-hidden="true"')
    )
    base = SafeString('<circle class="base" r="38"/>') if size < SMALL else SafeString("")
    paths = _paths(shapes(seats, size))
    middle = _middle(number, of) if size >= 120 else SafeString("")
    return format_html(
        '<svg class="ring r{}" viewBox="-50 -50 100 100"{}>{}{}{}</svg>', size, role, base, paths, middle
    )


def _middle(number: str, of: str) -> SafeString:
    if not number:
        return SafeString("")
    return format_html(
        '<g class="mid" aria-hidden="true"><text class="num" text-anchor="middle" y="4">{}</text>'
        '<text class="of" text-anchor="middle" y="17">{}</text></g>',
        number,
        of,
    )


@lru_cache(maxsize=4_000)
def _paths(drawn: tuple[Shape, ...]) -> SafeString:
    return format_html_join("", '<path class="{}" d="{}"/>', ((shape.css, shape.path) for shape in drawn))


def _large(seats: Sequence[Seat], sentence: str, number: str, of: str) -> SafeString:
    links = SafeString("".join(_link(seat, at, len(seats)) for at, seat in enumerate(seats)))
    names = SafeString("".join(_name(one) for one in labels(seats)))
    return format_html(
        '<svg class="ring r240" viewBox="-50 -50 100 100" role="group" aria-label="{}">'
        '{}{}<g class="lab" aria-hidden="true">{}</g></svg>',
        sentence,
        links,
        _middle(number, of),
        names,
    )


@lru_cache(maxsize=2_000)
def _name(label: Label) -> SafeString:
    quiet = SafeString(' class="u2"') if label.quiet else ""
    lines = (
        label.lines[0]
        if len(label.lines) == 1
        else format_html_join(
            "",
            '<tspan x="{}" dy="{}">{}</tspan>',
            ((label.x, 6 * (at > 0), line) for at, line in enumerate(label.lines)),
        )
    )
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}"{}>{}</text>', label.x, label.y, label.anchor, quiet, lines
    )


def _link(seat: Seat, at: int, count: int) -> str:
    name, words = escape(seat.name), escape(seat.words)
    drawn = _paths(seat_shapes(seat.state, at, count, 240))
    return (
        f'<a href="{escape(seat.url)}" aria-label="{name}: {words}">{drawn}'
        f'<path class="hit" d="{hit(at, count)}"/>'
        f'<text class="tip" y="-2" text-anchor="middle" aria-hidden="true">'
        f'<tspan x="0">{name}</tspan><tspan x="0" dy="8">{words}</tspan></text></a>'
    )
