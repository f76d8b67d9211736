"""How dates, sources and ages are said on a page, in its language."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from lagetrunt.meetings.queries import Line, is_ordinary
from lagetrunt.pages.ring import number_word
from lagetrunt.shared.time import NBSP, calendar, contract_date, long_date, short_date

register = template.Library()
ADDRESS = re.compile(r"(https?://[^\s<>\"]+[^\s<>\".,;:!?)])")


@lru_cache(maxsize=8)
def _marks(language: str | None) -> dict[str, str]:
    """The sign of each status in the attendance matrix, with its word for those who hear it."""
    marks = {
        "present": ("j", _("Närvarande")),
        "partly": ("d", _("Del av mötet")),
        "apologies": ("a", _("Anmält förhinder")),
        "absent": ("f", _("Frånvarande")),
        "": ("u", _("Framgår inte")),
    }
    return {status: f'<i class="m {css}"><span>{words}</span></i>' for status, (css, words) in marks.items()}


@register.filter
def day(value: dt.date | None, today: dt.date | None = None) -> str:
    """ "fredag 6 september", with the year unless it is this one's."""
    return long_date(value, today=today) if value else _("utan dag")


@register.filter
def short(value: dt.date | None) -> str:
    """ "26 apr 2024"."""
    return short_date(value) if value else _("utan dag")


@register.filter
def month(value: dt.date | None) -> str:
    """ "apr", over a column."""
    return calendar().short_months[value.month - 1] if value else ""


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
    return contract_date(meeting.date_text or "") or _("möte utan dag")


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
        return f"{days}{NBSP}{ngettext('dag', 'dagar', days)}"
    if days < 730:
        return _("%(count)s månader") % {"count": number_word(round(days / 30.44))}
    return _("%(count)s år") % {"count": number_word(days // 365)}


@register.filter
def of(counts: dict[Any, int], key: Any) -> int:
    """How many of this key there are."""
    return counts.get(key, 0)


@register.filter
def clock(value: dt.time | None) -> str:
    """ "9", "10.30"; in English always with minutes."""
    if value is None:
        return ""
    whole = value.minute == 0 and get_language() != "en"
    return f"{value.hour}" if whole else f"{value.hour}.{value.minute:02}"


@register.filter
def source(row: dict[str, Any], base: str) -> SafeString:
    """The link to the line a record came from: "protokoll 26 apr 2024, rad 31"."""
    said = row.get("meeting__date")
    words = f"{_('protokoll')} {short_date(said) if said else _('utan dag')}"
    if not row.get("passage_id"):
        return format_html('<span class="src">{}, {}</span>', words, _("tillagt för hand"))
    return format_html(
        '<a class="src" href="{}rad/{}/">{}, {}{}{}</a>',
        base,
        row["passage_id"],
        words,
        _("rad"),
        NBSP,
        row["passage__first_line"],
    )


@register.filter
def line(row: dict[str, Any], base: str) -> SafeString:
    """The link to a record's line, where its document is plain: "rad 31"."""
    if not row.get("passage_id"):
        return format_html('<span class="src">{}</span>', _("tillagt för hand"))
    return format_html(
        '<a class="src" href="{}rad/{}/">{}{}{}</a>',
        base,
        row["passage_id"],
        _("rad"),
        NBSP,
        row["passage__first_line"],
    )


@register.filter
def across(row: Line, of: str) -> SafeString:
    """An organisation's row in the attendance matrix: its name, the sign of each status with its word for those
    who hear it, and how many meetings it took part in (``of``: "av")."""
    marks = _marks(get_language())
    signs = "".join(f"<td>{marks.get(status, marks[''])}</td>" for status in row.marks)
    gone, count = (
        ' class="gone"' if row.long_away else "",
        f"{row.present}&nbsp;{escape(of)}&nbsp;{len(row.marks)}",
    )
    return SafeString(
        f'<tr{gone}><th scope="row">{escape(row.organisation)}</th>{signs}<td>{count}</td></tr>'
    )


@register.filter
def cut(text: str, length: int) -> str:
    """At most so many letters, the last of them "…" where there is more."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


@register.filter
def months(count: int) -> str:
    """An age: "2 år 3 mån", "5 mån", "knappt en månad"."""
    years, rest = divmod(count, 12)
    if count < 1:
        return _("knappt en månad")
    said = (
        f"{years}{NBSP}{ngettext('år', 'år', years)}" if years else "",
        f"{rest}{NBSP}{ngettext('mån', 'mån', rest)}" if rest else "",
    )
    return NBSP.join(filter(None, said))


@register.filter
def in_days(count: int) -> str:
    """How far off a day is: "i dag", "i morgon", "om tio dagar", "om tre veckor"."""
    if count < 2:
        return _("i morgon") if count else _("i dag")
    if count < 15:
        return _("om %(count)s dagar") % {"count": number_word(count)}
    if count < 70:
        return _("om %(count)s veckor") % {"count": number_word(round(count / 7))}
    return _("om %(count)s månader") % {"count": number_word(round(count / 30.4))}


@register.filter
def until(day: dt.date | None, today: dt.date) -> str:
    """How far off a meeting is; one that was called and has gone by lacks its minutes."""
    if day is None:
        return ""
    return in_days((day - today).days) if day >= today else _("inget protokoll är inläst")


@register.filter
def word(count: int) -> str:
    """A number as running text has it: in words up to fifteen."""
    return number_word(count)


@register.filter
def ett(count: int) -> str:
    """The same before words that in Swedish go with "ett": möte, uppdrag, protokoll."""
    return _("ett") if count == 1 else number_word(count)


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
    return months(life.age(today)) if life.first else _("okänd ålder")
