"""What a reviewer can write: a correction of one record, a record of their own, a meeting's day, where a
document belongs, files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lagetrunt.followup.models import Assignment
from lagetrunt.meetings.models import Attendance, Officer
from lagetrunt.minutes.kinds import KINDS, Kind
from lagetrunt.networks.models import Network

_CONTRACT_DATE = re.compile(r"(?:\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?|--\d\d-\d\d|\d{4}-W\d\d|\d{4}-\d\d)")
LABELS = {
    "text": _("Så ska det stå"),
    "assignees": _("Vem (komma emellan)"),
    "scope": _("Gäller"),
    "due": _("Senast"),
    "due_text": _("… eller till möte"),
    "date": _("Dag"),
    "start": _("Klockan"),
    "end": _("till"),
    "place": _("Plats"),
    "host": _("Värd"),
    "what": _("Vad"),
    "body": _("Vems, om inte nätverkets"),
    "convener": _("Kallar"),
    "theme": _("Tema"),
    "title": _("Rubrik"),
    "number": _("Nummer"),
    "name": _("Namn"),
    "organisation": _("Kommun eller organisation"),
    "role": _("Roll"),
    "part": _("Del av mötet"),
    "status": _("Närvaro"),
    "to": _("Till"),
    "tasks": _("Uppgifter, en per rad"),
    "recipient": _("Mottagare"),
}
CHOICES = {
    ("assignment", "scope"): [(value, _(label)) for value, label in Assignment.Scope.choices],
    ("attendance", "status"): [(value, _(label)) for value, label in Attendance.Status.choices],
    ("officer", "role"): [(value, _(label)) for value, label in Officer.Role.choices],
}


class ContractDate(forms.CharField):
    """A day, or what is known of one: ``2024-04-12``, a span, ``--04-12``, ``2024-W15``, ``2024-04``."""

    def clean(self, value: Any) -> str:
        written = str(super().clean(value)).strip()
        if written and not _CONTRACT_DATE.fullmatch(written):
            raise forms.ValidationError(
                _("Skriv dagen som 2024-04-12, veckan som 2024-W15 eller månaden som 2024-04.")
            )
        return written


class RecordForm(forms.Form):
    """The fields of one kind of record. ``changed`` tells only what differs from what stood there before."""

    def __init__(self, kind: Kind, *args: Any, before: Mapping[str, Any] | None = None, **more: Any) -> None:
        self.kind, self.before = kind, dict(before or {})
        shown = {name: _shown(self.before.get(name)) for name in kind.fields}
        super().__init__(*args, **{**more, "initial": shown})
        self.auto_id = f"f-{kind.name}-%s"
        for name in kind.fields:
            self.fields[name] = _field(kind.name, name)

    def changed(self) -> dict[str, Any]:
        """The fields that were changed, in the shapes of the reader's contract. Call it on a valid form."""
        written = {name: _contract(name, self.cleaned_data[name]) for name in self.kind.fields}
        return {
            name: value
            for name, value in written.items()
            if (value or None) != (_contract(name, _shown(self.before.get(name))) or None)
        }


def _shown(value: Any) -> str:
    return "\n".join(value) if isinstance(value, list | tuple) else str(value or "")


def _contract(name: str, value: Any) -> Any:
    if name == "assignees":
        return [part.strip() for part in re.split(r"[,\n]", value or "") if part.strip()]
    if name == "tasks":
        return [line.strip() for line in (value or "").splitlines() if line.strip()]
    return value or None


def _field(kind: str, name: str) -> forms.Field:
    label = LABELS[name]
    if (kind, name) in CHOICES:
        return forms.ChoiceField(label=label, choices=CHOICES[kind, name], required=False)
    if name in ("date", "due"):
        return ContractDate(
            label=label, required=False, max_length=40, widget=forms.TextInput({"placeholder": "2024-04-12"})
        )
    long = name in ("text", "tasks")
    widget = forms.Textarea({"rows": 3}) if long else forms.TextInput({"autocomplete": "off"})
    return forms.CharField(label=label, required=False, max_length=5000 if long else 300, widget=widget)


class AddForm(forms.Form):
    """A record of the reviewer's own, from lines of the document."""

    kind = forms.ChoiceField(label=_("Vad är det?"), choices=[])
    first = forms.IntegerField(label=_("Från rad"), min_value=1)
    last = forms.IntegerField(label=_("till rad"), min_value=1)
    text = forms.CharField(
        label=_("Text, om inte hela raderna"),
        required=False,
        max_length=5000,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, of: str = "meeting", **more: Any) -> None:
        super().__init__(*args, **{**more, "auto_id": "n-%s"})
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (kind.name, kind.called) for kind in KINDS.values() if kind.of == of and kind.name != "item"
        ]

    def record(self) -> dict[str, Any]:
        """The fields that the reviewer's own words give the record."""
        text = self.cleaned_data["text"].strip()
        kind = KINDS[self.cleaned_data["kind"]]
        name = next((name for name in ("text", "title", "what", "name") if name in kind.fields), None)
        return {name: text} if name and text else {}


class DateForm(forms.Form):
    """The day of a meeting."""

    day = forms.DateField(label=_("Mötets dag"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))


class PlaceForm(forms.Form):
    """Where a waiting document belongs: one of the networks, or nowhere (""); ``remember`` makes what it
    calls the group a name.
    """

    network = forms.CharField(required=False)
    remember = forms.BooleanField(required=False)

    def chosen(self, offered: Mapping[str, Network]) -> Network | None:
        """The network among those offered, or None for "aside". Raises KeyError for any other."""
        slug = self.cleaned_data["network"]
        return offered[slug] if slug else None
