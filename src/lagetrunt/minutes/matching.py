"""Which meeting a document tells of: by its day, else by its words, else a new one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.db.models.functions import Length
from rapidfuzz import fuzz

from lagetrunt.charters.models import Charter
from lagetrunt.documents.models import Text
from lagetrunt.meetings.models import Event, Meeting
from lagetrunt.minutes.dating import Neighbour
from lagetrunt.minutes.models import Import
from lagetrunt.networks.models import Network
from lagetrunt.shared.keys import derive
from lagetrunt.shared.time import exact_day

SAME_TEXT = 90.0
SAME_CHARTER = 99.0


def meeting_for(
    network: Network, *, contract: Mapping[str, Any], sha256: str, lines: Sequence[str]
) -> Meeting:
    """The meeting this document is about, made where the network has none such.

    Its id follows from the first document.
    """
    day, last = exact_day(contract.get("date"))
    number = str(contract.get("number") or "")[:40]
    meeting = on_day(network, day, number) if day else None
    meeting = meeting or _same_words(network, lines, undated=day is not None)
    if meeting is not None:
        return meeting
    key = derive("meeting", network.federation.slug, network.slug, sha256)
    made, _ = Meeting.objects.get_or_create(
        id=key,
        defaults={
            "network": network,
            "date": day,
            "last_date": last,
            "state": Meeting.State.PLANNED,
            "number": number,
        },
    )
    return made


def on_day(network: Network, day: dt.date, number: str = "") -> Meeting | None:
    """The network's meeting on this day; one with another number of its own is another meeting."""
    held = (
        Meeting.objects.filter(network=network)
        .filter(Q(date=day) | Q(date__lt=day, last_date__gte=day))
        .order_by("date", "pk")
    )
    return next(
        (meeting for meeting in held if not number or not meeting.number or meeting.number == number), None
    )


def _same_words(network: Network, lines: Sequence[str], *, undated: bool) -> Meeting | None:
    """The meeting whose minutes say nearly the same, letter by letter:

    Word beside PDF, a draft beside the final text.

    ``undated``: look only among meetings without a date (a document with a day of its own is no version of
    another day's).
    """
    mine = _letters("\n".join(lines))
    known = Import.objects.filter(
        network=network, kind=Import.Kind.MINUTES, meeting__isnull=False, text__isnull=False
    )
    if undated:
        known = known.filter(meeting__date=None)
    size = sum(len(line) + 1 for line in lines)
    near = known.annotate(size=Length("text__body")).filter(
        size__gte=size * 7 // 10, size__lte=size * 14 // 10
    )
    for one in near.select_related("text", "meeting").order_by("pk").iterator(chunk_size=50):
        if one.text and fuzz.ratio(mine, _letters(one.text.body), score_cutoff=SAME_TEXT):
            return one.meeting
    return None


def charter_for(
    network: Network, *, contract: Mapping[str, Any], text: Text, sha256: str, at: dt.datetime
) -> Charter:
    """The charter this document is: the newest one where it says the very same and is valid from the same
    day, else a new version.
    """
    newest = network.charters.select_related("text").order_by("-version").first()
    same_day = newest is not None and newest.valid_from == exact_day(contract.get("date"))[0]
    if (
        newest
        and same_day
        and fuzz.ratio(_letters(newest.text.body), _letters(text.body), score_cutoff=SAME_CHARTER)
    ):
        return newest
    key = derive("charter", network.federation.slug, network.slug, sha256)
    version = newest.version + 1 if newest else 1
    made, _ = Charter.objects.get_or_create(
        id=key, defaults={"network": network, "text": text, "version": version, "added_at": at}
    )
    return made


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()[:20_000]


def neighbours(network: Network) -> list[Neighbour]:
    """The network's dated meetings with the days they named as this network's own next ones."""
    coming: dict[Any, list[dt.date]] = {}
    own = Event.objects.filter(
        Q(what__icontains="möte") | Q(what__icontains="träff") | Q(what=""),
        network=network,
        body="",
        withdrawn_at=None,
        date__isnull=False,
    ).exclude(standing="dismissed")
    for meeting, day in own.order_by("date").values_list("meeting_id", "date"):
        assert day is not None
        coming.setdefault(meeting, []).append(day)
    held = Meeting.objects.filter(network=network, date__isnull=False).order_by("date", "pk")
    return [Neighbour(meeting.date, tuple(coming.get(meeting.pk, ()))) for meeting in held if meeting.date]
