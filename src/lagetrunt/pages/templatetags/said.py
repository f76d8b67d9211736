"""How dates, sources and ages are said on a page."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from lagetrunt.meetings.queries import Line, is_ordinary
from lagetrunt.pages.ring import number_word
from lagetrunt.shared.time import NBSP, SHORT_MONTHS, contract_date, long_date, short_date

register = template.Library()
ADDRESS = re.compile(r"(https?://[^\s<>\"]+[^\s<>\".,;:!?)])")
MARKS = {
    "present": ("j", "Närvarande"),
    "partly": ("d", "Del av mötet"),
    "apologies": ("a", "Anmält förhinder"),
    "absent": ("f", "Frånvarande"),
    "": ("u", "Framgår inte"),
}
DRAWN = {
    status: SafeString(f'<i class="m {css}"><span>{words}</span></i>')
    for status, (css, words) in MARKS.items()
}


@register.filter
def day(value: dt.date | None, today: dt.date | None = None) -> str:
    """ "fredag 6 september", with the year unless it is this one's."""
    return long_date(value, today=today) if value else "utan dag"


@register.filter
def short(value: dt.date | None) -> str:
    """ "26 apr 2024"."""
    return short_date(value) if value else "utan dag"


@register.filter
def month(value: dt.date | None) -> str:
    """ "apr", over a column."""
    return SHORT_MONTHS[value.month - 1] if value else ""


@register.filter
def when(row: Any, today: dt.date | None = None) -> str:
    """A row's date in words, whatever is known of it: a day, a span, a week, a month."""
    first, last = row.get("date"), row.get("last_date")
    if first and last:
        same = first.month == last.month and first.year == last.year
        return (
            f"{first.day}–{long_date(last, today=today).split(' ', 1)[1]}"
            if same
            else f"{short_date(first)} – {short_date(last)}"
        )
    return long_date(first, today=today) if first else contract_date(row.get("date_text") or "")


@register.filter
def held_on(meeting: Any) -> str:
    """A meeting's day with its year, or what is known of it: "oktober 2020", "möte utan dag"."""
    if meeting.date:
        return long_date(meeting.date)
    return contract_date(meeting.date_text or "") or "möte utan dag"


@register.filter
def happening(row: Any) -> str:
    """What happens on a row's date; nothing where its words only say that the network meets."""
    return "" if not row.get("body") and is_ordinary(row["what"]) else row["what"]


@register.filter
def promised_by(row: Any, actor: Any) -> bool:
    """Whether the actor is one of those who promised this."""
    return any(person.pk in row["persons"] for person in actor.persons)


@register.filter
def overdue(days: int) -> str:
    """How long over its time a promise is: "12 dagar", "tolv månader", "fyra år"."""
    if days < 61:
        return f"{days}{NBSP}{'dag' if days == 1 else 'dagar'}"
    if days < 730:
        return f"{number_word(round(days / 30.44))} månader"
    return f"{number_word(days // 365)} år"


@register.filter
def of(counts: dict[Any, int], key: Any) -> int:
    """How many of this key there are."""
    return counts.get(key, 0)


@register.filter
def clock(value: dt.time | None) -> str:
    """ "9", "10.30"."""
    return (
        "" if value is None else f"{value.hour}" if value.minute == 0 else f"{value.hour}.{value.minute:02}"
    )


@register.filter
def source(row: dict[str, Any], base: str) -> SafeString:
    """The link to the line a record came from: "protokoll 26 apr 2024, rad 31"."""
    said = row.get("meeting__date")
    words = f"protokoll {short_date(said)}" if said else "protokoll utan dag"
    if not row.get("passage_id"):
        return format_html('<span class="src">{}, tillagt för hand</span>', words)
    return format_html(
        '<a class="src" href="{}rad/{}/">{}, rad{}{}</a>',
        base,
        row["passage_id"],
        words,
        NBSP,
        row["passage__first_line"],
    )


@register.filter
def line(row: dict[str, Any], base: str) -> SafeString:
    """The link to a record's line, where its document is plain: "rad 31"."""
    if not row.get("passage_id"):
        return SafeString('<span class="src">tillagt för hand</span>')
    return format_html(
        '<a class="src" href="{}rad/{}/">rad{}{}</a>',
        base,
        row["passage_id"],
        NBSP,
        row["passage__first_line"],
    )


@register.filter
def across(row: Line, of: str) -> SafeString:
    """An organisation's row in the attendance matrix: its name, the sign of each status with its word for those
    who hear it, and how many meetings it took part in (``of``: "av")."""
    signs = "".join(f"<td>{DRAWN.get(status, DRAWN[''])}</td>" for status in row.marks)
    gone, count = ' class="gone"' if row.long_away else "", f"{row.present}&nbsp;{escape(of)}&nbsp;{len(row.marks)}"
    return SafeString(f'<tr{gone}><th scope="row">{escape(row.organisation)}</th>{signs}<td>{count}</td></tr>')


@register.filter
def cut(text: str, length: int) -> str:
    """At most so many letters, the last of them "…" where there is more."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


@register.filter
def months(count: int) -> str:
    """An age: "2 år 3 mån", "5 mån", "knappt en månad"."""
    years, rest = divmod(count, 12)
    if count < 1:
        return "knappt en månad"
    return NBSP.join(filter(None, (f"{years}{NBSP}år" if years else "", f"{rest}{NBSP}mån" if rest else "")))


@register.filter
def in_days(count: int) -> str:
    """How far off a day is: "i dag", "i morgon", "om tio dagar", "om tre veckor"."""
    if count < 2:
        return ("i dag", "i morgon")[count]
    if count < 15:
        return f"om {number_word(count)} dagar"
    return (
        f"om {number_word(round(count / 7))} veckor"
        if count < 70
        else f"om {number_word(round(count / 30.4))} månader"
    )


@register.filter
def until(day: dt.date | None, today: dt.date) -> str:
    """How far off a meeting is; one that was called and has gone by lacks its minutes."""
    if day is None:
        return ""
    return in_days((day - today).days) if day >= today else "inget protokoll är inläst"


@register.filter
def word(count: int) -> str:
    """A number as running Swedish has it: in words up to fifteen."""
    return number_word(count)


@register.filter
def ett(count: int) -> str:
    """The same before words that go with "ett": möte, uppdrag, protokoll."""
    return "ett" if count == 1 else number_word(count)


@register.filter
def upper_first(text: str) -> str:
    """The first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


@register.filter
def lower_first(text: str) -> str:
    """The first letter small, for words that go on in a sentence; abbreviations in capitals stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


@register.filter
def place(text: str) -> SafeString:
    """A place as written, without the full stop of its sentence; addresses in it become links that show
    only where they lead.
    """
    pieces = ADDRESS.split((text or "").strip().removesuffix("."))
    return format_html_join(
        "", "{}", ((_address(piece) if at % 2 else piece,) for at, piece in enumerate(pieces))
    )


def _address(url: str) -> SafeString:
    return format_html('<a href="{}" rel="noreferrer">{}</a>', url, urlsplit(url).hostname or url)


@register.filter
def unsure(row: dict[str, Any]) -> bool:
    """Whether nobody has confirmed this row."""
    return bool(row["standing"] == "unconfirmed")


@register.filter
def age_of(today: dt.date, life: Any) -> str:
    """How long a topic has been waiting, in words."""
    return months(life.age(today)) if life.first else "okänd ålder"
