"""``{% ring seats size=64 %}``: the round table, drawn."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lagetrunt.pages.ring import MANY, SMALL, Label, Seat, hit, labels, seat_shapes, shapes

register = template.Library()


@register.simple_tag
def ring(seats: Sequence[Seat], size: int = 64, sentence: str = "", number: str = "", of: str = "") -> SafeString:
    """Draw the ring. With a ``sentence`` it is an image that says it; without one it is silent, because words stand beside it.

    At 240 pixels the seats are links with their names around, up to 24 of them. ``number`` and ``of`` stand in the middle from 120.
    """
    if not seats:
        return SafeString("")
    if size >= 240 and len(seats) <= MANY and all(seat.url for seat in seats):
        return _large(seats, sentence, number, of)
    role = format_html(' role="img" aria-label="{}"', sentence) if sentence else SafeString(' aria-hidden="true"')
    base = SafeString('<circle class="base" r="38"/>') if size < SMALL else SafeString("")
    paths = format_html_join("", '<path class="{}" d="{}"/>', ((shape.css, shape.path) for shape in shapes(seats, size)))
    middle = _middle(number, of) if size >= 120 else SafeString("")
    return format_html('<svg class="ring r{}" viewBox="-50 -50 100 100"{}>{}{}{}</svg>', size, role, base, paths, middle)


def _middle(number: str, of: str) -> SafeString:
    if not number:
        return SafeString("")
    return format_html(
        '<g class="mid" aria-hidden="true"><text class="num" text-anchor="middle" y="4">{}</text>'
        '<text class="of" text-anchor="middle" y="17">{}</text></g>', number, of,
    )  # fmt: skip


def _large(seats: Sequence[Seat], sentence: str, number: str, of: str) -> SafeString:
    links = format_html_join("", "{}", ((_link(seat, at, len(seats)),) for at, seat in enumerate(seats)))
    names = format_html_join(
        "", '<text x="{}" y="{}" text-anchor="{}"{}>{}</text>',
        ((one.x, one.y, one.anchor, SafeString(' class="u2"') if one.quiet else "", _lines(one)) for one in labels(seats)),
    )  # fmt: skip
    return format_html(
        '<svg class="ring r240" viewBox="-50 -50 100 100" role="group" aria-label="{}">{}{}<g class="lab" aria-hidden="true">{}</g></svg>',
        sentence, links, _middle(number, of), names,
    )  # fmt: skip


def _lines(label: Label) -> SafeString | str:
    if len(label.lines) == 1:
        return label.lines[0]
    return format_html_join("", '<tspan x="{}" dy="{}">{}</tspan>', ((label.x, 6 * (at > 0), line) for at, line in enumerate(label.lines)))


def _link(seat: Seat, at: int, count: int) -> SafeString:
    drawn = format_html_join("", '<path class="{}" d="{}"/>', ((s.css, s.path) for s in seat_shapes(seat.state, at, count, 240)))
    return format_html(
        '<a href="{}" aria-label="{}: {}">{}<path class="hit" d="{}"/><text class="tip" y="-2" text-anchor="middle" aria-hidden="true">'
        '<tspan x="0">{}</tspan><tspan x="0" dy="8">{}</tspan></text></a>',
        seat.url, seat.name, seat.words, drawn, hit(at, count), seat.name, seat.words,
    )  # fmt: skip
