"""The review page: the document's lines beside what was read of them, and every act on them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from lagetrunt.documents.queries import lines_of
from lagetrunt.minutes import acts, dates, operations, queries
from lagetrunt.minutes.cards import Card, Sheet, sheet
from lagetrunt.minutes.dating import date_in_name, hints
from lagetrunt.minutes.forms import AddForm, DateForm, PlaceForm, RecordForm
from lagetrunt.minutes.kinds import KINDS, MEETING, Kind
from lagetrunt.minutes.marking import marked_lines
from lagetrunt.minutes.matching import neighbours
from lagetrunt.minutes.models import Act, Import
from lagetrunt.minutes.reading import Unreadable
from lagetrunt.minutes.views.page import document, reviewer, show
from lagetrunt.networks.access import may
from lagetrunt.networks.doors import on_network
from lagetrunt.shared.time import exact_day, short_date

SIMPLE = {"confirm": acts.confirm, "dismiss": acts.dismiss}


@require_GET
@on_network("minutes.read")
def review(request: Any, pk: int) -> HttpResponseBase:
    """The page, or with ``?del=poster`` its right-hand side alone, or with ``?del=kort`` one card of it."""
    source = document(request, pk)
    return _card(request, source) if request.GET.get("del") == "kort" else _page(request, source)


@require_POST
@on_network("minutes.review")
def act(request: Any, pk: int) -> HttpResponseBase:
    """One act: ``do`` is "confirm|dismiss KIND ID", "undo" or "accept"."""
    source = document(request, pk)
    verb, _space, target = request.POST.get("do", "").partition(" ")
    by = {"source": source, "at": request.at, "by": reviewer(request)}
    if verb == "undo":
        return _undo(request, source, by)
    if verb == "accept":
        return _accept(request, source, by)
    if verb not in SIMPLE:
        raise Http404
    kind, record = _record(target)
    _tried(SIMPLE[verb], **by, kind=kind, record=record)
    return _back(source, request)


def _undo(request: Any, source: Import, by: dict[str, Any]) -> HttpResponseBase:
    undone = acts.undo(**by)
    if undone is None:
        messages.info(request, _("Det finns inget att ångra."))
    elif undone.kind == MEETING.name:
        dates.settle_again(source=source, at=by["at"])
        return redirect(_address(source))
    elif undone.undoes is not None and undone.undoes.verb == Act.Verb.ADD:
        return redirect(_address(source))
    return _back(source, request)


def _accept(request: Any, source: Import, by: dict[str, Any]) -> HttpResponseBase:
    if source.state != Import.State.READ:
        raise Http404
    count = acts.accept_all(**by)
    said = (
        ngettext("%(count)s post bekräftades.", "%(count)s poster bekräftades.", count) % {"count": count}
        if count
        else _("Granskat.")
    )
    following = queries.next_to_review(source)
    if following is None:
        messages.success(request, said + " " + _("Allt är granskat."))
        return redirect(reverse("minutes:documents", args=_place(source)))
    messages.success(request, said + " " + _("Här är nästa dokument."))
    return redirect(reverse("minutes:review", args=[*_place(source), following.pk]))


@require_POST
@on_network("minutes.review")
def correct(request: Any, pk: int) -> HttpResponseBase:
    """What a record should be: the fields of its kind, ``record`` its "KIND ID"."""
    source = document(request, pk)
    kind, record = _record(request.POST.get("record", ""))
    card = next((card for card in _cards(_sheet(source)) if card.do == f"{kind} {record}"), None)
    if card is None:
        raise Http404
    form = RecordForm(_kind(card), request.POST, before=card.fields)
    if not form.is_valid():
        return _page(request, source, editing=card.do, form=form, status=422)
    if fields := form.changed():
        by = {"source": source, "at": request.at, "by": reviewer(request)}
        if kind == MEETING.name:
            _correct_meeting(fields, by)
            return redirect(_address(source))
        _tried(acts.correct, kind=kind, record=record, fields=fields, **by)
    return _back(source, request)


def _correct_meeting(fields: dict[str, Any], by: dict[str, Any]) -> None:
    """The day moves the meeting, and may join it with another; the other facts are just written."""
    day = exact_day(fields.get("date"))[0]
    if day is not None:
        dates.set_date(day=day, **by)
        fields.pop("date")
    if fields:
        acts.correct_meeting(fields=fields, **{**by, "source": Import.objects.get(pk=by["source"].pk)})


@require_POST
@on_network("minutes.review")
def add(request: Any, pk: int) -> HttpResponseBase:
    """A record of the reviewer's own, from lines of the document."""
    source = document(request, pk)
    form = AddForm(request.POST, of=_of(source))
    if not form.is_valid():
        return _page(request, source, adding=form, status=422)
    given = form.cleaned_data
    made = _tried(
        acts.add,
        source=source,
        kind=given["kind"],
        first=given["first"],
        last=given["last"],
        fields=form.record(),
        at=request.at,
        by=reviewer(request),
    )
    return redirect(f"{_address(source)}?ratta={made.kind}+{made.record}#poster")


@require_POST
@on_network("minutes.review")
def set_day(request: Any, pk: int) -> HttpResponseBase:
    """The day of a meeting that has none, or another one."""
    source = document(request, pk)
    form = DateForm(request.POST)
    if not form.is_valid():
        return _page(request, source, dating=form, status=422)
    try:
        _tried(
            dates.set_date, source=source, day=form.cleaned_data["day"], at=request.at, by=reviewer(request)
        )
    except Unreadable as error:
        messages.error(request, str(error))
    return redirect(_address(source))


@require_POST
@on_network("minutes.review")
def place(request: Any, pk: int) -> HttpResponseBase:
    """Where a waiting document belongs."""
    source = document(request, pk)
    form = PlaceForm(request.POST)
    offered = {network.slug: network for network in [source.network, *_offered(request, source)]}
    if source.state not in (Import.State.WAITING, Import.State.ASIDE):
        messages.info(request, _("Någon har redan sagt var dokumentet hör hemma."))
        return redirect(_address(source))
    if not form.is_valid():
        raise Http404
    try:
        chosen = form.chosen(offered)
    except KeyError:
        raise Http404 from None
    if chosen is None:
        operations.set_aside(source=source, at=request.at, by=reviewer(request))
        return redirect(reverse("minutes:documents", args=_place(source)))
    try:
        read = operations.read_again(source)
    except Unreadable as error:
        messages.error(request, str(error))
        return redirect(_address(source))
    placed = operations.place(
        source=source,
        network=chosen,
        read=read,
        at=request.at,
        by=reviewer(request),
        remember=form.cleaned_data["remember"],
    )
    return redirect(_address(placed))


# ---- the page ----


def _page(
    request: Any,
    source: Import,
    *,
    editing: str = "",
    form: RecordForm | None = None,
    adding: AddForm | None = None,
    dating: DateForm | None = None,
    status: int = 200,
) -> HttpResponseBase:
    """The review page with whatever form is open on it."""
    shown = _sheet(source)
    lines = lines_of(source.text) if source.text else []
    may_review = may(request.actor, "minutes.review", source.network)
    editing = editing or (request.GET.get("ratta", "") if may_review else "")
    part = request.GET.get("del") == "poster" and status == 200
    return show(
        request,
        "minutes/_records.html" if part else "minutes/review.html",
        {
            "source": source,
            "heading": _heading(source),
            "sheet": shown,
            "count": len(lines),
            "editing": editing,
            "form": form or _form(shown, editing),
            "problems": queries.problems(source, shown.struck_lines),
            "adding": adding or AddForm(of=_of(source), initial=_lines_asked(request)),
            "open_add": adding is not None or bool(_lines_asked(request)),
            "dating": dating or _dating(source),
            "lines": "" if part else _marked(source, shown, lines),
            "unread": [(number, lines[number - 1]) for number in source.unread if 0 < number <= len(lines)],
            **_undated(source),
            "force": queries.in_force(source),
            "offered": _offered(request, source)
            if source.state in (Import.State.WAITING, Import.State.ASIDE)
            else [],
            "suggested": source.hints.get("suggested", ""),
            "undoable": may_review and queries.can_undo(source),
        },
        status=status,
    )


def _undated(source: Import) -> dict[str, Any]:
    """For a meeting without a date: days on offer, as file name and neighbouring minutes suggest them
    today.
    """
    if source.meeting is None or source.meeting.date is not None:
        return {"undated": False}
    return {"undated": True, **hints(source.name, neighbours(source.network))}


def _card(request: Any, source: Import) -> HttpResponseBase:
    """One record's card (``?post=KIND ID``), as it is after an act on it."""
    card = next((card for card in _cards(_sheet(source)) if card.do == request.GET.get("post")), None)
    if card is None:
        raise Http404
    return show(request, "minutes/_card.html", {"source": source, "card": card})


def _heading(source: Import) -> str:
    """What is being reviewed: a meeting by its day and place, a charter, or a file."""
    meeting = source.meeting
    if source.state == Import.State.READ and meeting is not None:
        day = short_date(meeting.date) if meeting.date else _("möte utan dag")
        return _("Granska: %(what)s") % {"what": ", ".join(filter(None, (day, meeting.place)))}
    if source.charter_id:
        return _("Granska: uppdragsbeskrivning")
    return source.name


def _marked(source: Import, shown: Sheet, lines: list[str]) -> str:
    layout = source.text.layout if source.text else {}
    return marked_lines(
        lines,
        shown.marks,
        unread=source.unread,
        furniture=layout.get("furniture", ()),
        unread_words=_("oläst: inget förstods av raden"),
    )


def _form(shown: Sheet, editing: str) -> RecordForm | None:
    """The open correction form, when the address names a record that is there."""
    card = next((card for card in _cards(shown) if card.do == editing), None)
    return RecordForm(_kind(card), before=card.fields) if card else None


def _kind(card: Card) -> Kind:
    return MEETING if card.kind == MEETING.name else KINDS[card.kind]


def _dating(source: Import) -> DateForm:
    given = date_in_name(source.name)
    return DateForm(initial={"day": given if len(given) == 10 else None})


def _lines_asked(request: Any) -> dict[str, int]:
    """The lines that the address asks to make a record of (``?rad=23`` or ``?rad=23-25``)."""
    first, _dash, last = request.GET.get("rad", "").partition("-")
    if not first.isdigit():
        return {}
    return {"first": int(first), "last": int(last) if last.isdigit() else int(first)}


def _offered(request: Any, source: Import) -> list[Any]:
    """The other networks that the document can be given to: those in which the actor may take documents
    in.
    """
    return [network for network in queries.siblings(source) if may(request.actor, "minutes.import", network)]


def _sheet(source: Import) -> Sheet:
    meeting = source.meeting if source.state == Import.State.READ else None
    return sheet(queries.records(source), meeting, source.header)


def _cards(shown: Sheet) -> list[Card]:
    return [*shown.cards, *(card for group in shown.groups for card in group.cards)]


def _of(source: Import) -> str:
    return "charter" if source.charter_id else "meeting"


def _record(target: str) -> tuple[str, UUID]:
    """Kind and id of "decision 3f2…". Anything else is not there."""
    kind, _space, record = target.partition(" ")
    try:
        return kind, UUID(record)
    except ValueError:
        raise Http404 from None


def _tried(operation: Any, **arguments: Any) -> Any:
    try:
        return operation(**arguments)
    except acts.NoSuchRecord:
        raise Http404 from None


def _place(source: Import) -> list[str]:
    return [source.network.federation.slug, source.network.slug]


def _address(source: Import) -> str:
    return reverse("minutes:review", args=[*_place(source), source.pk])


def _back(source: Import, request: Any) -> HttpResponseBase:
    """To the page again; a script that asked for it gets the right-hand side or the one card."""
    if request.headers.get("X-Part") == "kort":
        return redirect(
            f"{_address(source)}?{urlencode({'del': 'kort', 'post': request.POST['do'].partition(' ')[2]})}"
        )
    if request.headers.get("X-Part") == "poster":
        return redirect(f"{_address(source)}?del=poster")
    return redirect(f"{_address(source)}#{request.POST.get('at', 'poster')}")
