"""The fixed cast of the service's tests, and minutes set down for them without a reader.

``Stage`` is two federations that must never meet: in "Västra" a network of fifteen municipalities under the
directors under the root, in "Östra" one network. ``hold`` sets down a meeting with everything that was said
at it, each record with the line it stands on.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.test import Client

from lagetrunt.documents.models import Document, Passage, Text
from lagetrunt.followup.models import (
    Assignee,
    Assignment,
    Decision,
    Referral,
    RoundEntry,
    Topic,
    TopicMention,
)
from lagetrunt.meetings.models import AgendaItem, Attendance, Event, Meeting, Officer
from lagetrunt.minutes.models import Import
from lagetrunt.networks import operations as networks
from lagetrunt.networks.models import Membership, Network, Organisation
from lagetrunt.people import operations as people
from lagetrunt.people.actor import Actor
from lagetrunt.people.models import Account, Person
from lagetrunt.shared.keys import derive
from lagetrunt.shared.text import fold_title

MUNICIPALITIES = (
    "Essunga",
    "Falköping",
    "Grästorp",
    "Gullspång",
    "Götene",
    "Hjo",
    "Karlsborg",
    "Lidköping",
    "Mariestad",
    "Skara",
    "Skövde",
    "Tibro",
    "Tidaholm",
    "Töreboda",
    "Vara",
)
AT = dt.datetime(2024, 8, 27, 8, 0, tzinfo=dt.UTC)
TODAY = dt.date(2024, 8, 27)
BACKEND = "django.contrib.auth.backends.ModelBackend"
CAST = (
    "chair",
    "secretary",
    "member",
    "director",
    "office",
    "administrator",
    "former",
    "newcomer",
    "foreigner",
    "stranger",
)


@dataclass(frozen=True)
class Stage:
    """Where the tests play. ``accounts`` by part: see ``CAST``; the stranger is nobody and has none.

    former: left the network last year. newcomer: has an account but no place. foreigner: leads the network in
    the other federation.
    """

    network: Network
    directors: Network
    abroad: Network
    accounts: Mapping[str, Account | None]

    @property
    def base(self) -> str:
        """The network's address."""
        return f"/n/{self.network.federation.slug}/{self.network.slug}/"

    def actor(self, part: str, at: dt.datetime = AT) -> Actor:
        """This part of the cast, asking at this moment."""
        return Actor(self.accounts[part], at)

    def person(self, part: str) -> Person:
        """The person behind this part."""
        return Person.objects.get(account=self.accounts[part])

    def client(self, part: str) -> Client:
        """A browser in which this part is signed in (the stranger: nobody)."""
        client = Client()
        if account := self.accounts[part]:
            client.force_login(account, backend=BACKEND)
        return client


def set_stage() -> Stage:
    """Both federations with the whole cast in their places."""
    west, east = (
        networks.add_federation(name="Västra", slug="vastra"),
        networks.add_federation(name="Östra", slug="ostra"),
    )
    directors = networks.add_network(
        federation=west, name="Skolcheferna", slug="skolcheferna", kind=Network.Kind.DIRECTORS
    )
    network = networks.add_network(
        federation=west,
        name="Skola och IT",
        slug="skola-it",
        parent=directors,
        decision_word=Network.DecisionWord.RECOMMENDATION,
    )
    abroad = networks.add_network(federation=east, name="Skola och IT", slug="skola-it")
    for name in MUNICIPALITIES:
        networks.add_seat(network=network, organisation=networks.add_organisation(federation=west, name=name))
    accounts = {
        "chair": join(network, "Ylva Brandtorp", "chair", "Skara"),
        "secretary": join(network, "Måns Ekelid", "secretary", "Falköping"),
        "member": join(network, "Sanna Rydfors", "member", "Hjo"),
        "director": join(directors, "Torkel Alsterlund", "director", "Vara"),
        "office": join(networks.root_of(west), "Kansliet", "office"),
        "administrator": people.make_administrator(email="driften@vastra.example"),
        "former": join(network, "Rut Fallsjö", "member", "Tibro", until=dt.date(2023, 12, 31)),
        "newcomer": people.add_person(
            federation=west, name="Nils Nyblad", email="nils.nyblad@vastra.example"
        ).account,
        "foreigner": join(abroad, "Olle Fjärran", "chair", "Kalmar"),
        "stranger": None,
    }
    return Stage(network, directors, abroad, accounts)


def join(
    network: Network, name: str, role: str, organisation: str = "", until: dt.date | None = None
) -> Account | None:
    """Give somebody of this name a place in the network, for an organisation where one is named.

    Returns the account they sign in with.
    """
    federation = network.federation
    local = name.casefold().replace(" ", ".").translate(str.maketrans("åäö", "aao"))
    address = f"{local}@{federation.slug}.example"
    person = people.add_person(federation=federation, name=name, email=address)
    networks.add_membership(
        network=network,
        person=person,
        role=Membership.Role(role),
        until=until,
        organisation=networks.add_organisation(federation=federation, name=organisation)
        if organisation
        else None,
    )
    return person.account


class Minutes:
    """The minutes of one meeting being set down: every record gets the next line and stands on it."""

    def __init__(self, meeting: Meeting, *, media_type: str = "text/plain") -> None:
        self.meeting, self.network = meeting, meeting.network
        self.lines = [f"{meeting.network.name} {meeting.date or meeting.date_text}"]
        name = f"protokoll-{meeting.date or meeting.pk}.txt"
        document = Document.objects.create(
            federation=self.network.federation,
            sha256=hashlib.sha256(str(meeting.pk).encode()).hexdigest(),
            size=1,
            media_type=media_type,
            name=name,
            added_at=AT,
        )
        self.text = Text.objects.create(document=document, reader="by hand", body="", made_at=AT)
        self.source = Import.objects.create(
            network=self.network,
            document=document,
            name=name,
            state=Import.State.READ,
            kind=Import.Kind.MINUTES,
            text=self.text,
            meeting=meeting,
            added_at=AT,
        )

    def put(self, model: Any, line: str, **fields: Any) -> Any:
        """A record of this model on a line of its own; ``standing`` may be among the fields."""
        self.lines.append(line)
        number = len(self.lines)
        passage = Passage.objects.create(text=self.text, first_line=number, last_line=number, quote=line)
        return model.objects.create(
            id=derive("test", model.__name__, self.meeting.pk, number),
            network=self.network,
            meeting=self.meeting,
            passage=passage,
            **fields,
        )

    def close(self) -> Meeting:
        """Keep the text as it stands."""
        self.text.body = "\n".join(self.lines)
        self.text.save(update_fields=["body"])
        return self.meeting


def organisation(network: Network, name: str) -> Organisation:
    """The organisation of this name in the network's federation, made where it is missing."""
    return networks.add_organisation(federation=network.federation, name=name)


def meet(network: Network, day: dt.date | str | None, **facts: Any) -> Meeting:
    """A meeting without minutes on this day ("2024-05-31"); ``host`` by name."""
    date = dt.date.fromisoformat(day) if isinstance(day, str) else day
    if host := facts.pop("host", ""):
        facts["host"] = organisation(network, host)
    key = derive("test meeting", network.pk, date, sorted(map(str, facts.items())))
    return Meeting.objects.create(id=key, network=network, date=date, **facts)


def hold(
    network: Network,
    day: dt.date | str | None,
    *,
    present: Iterable[str] = (),
    away: Mapping[str, str] | None = None,
    items: Sequence[str] = (),
    decisions: Iterable[str | Mapping[str, Any]] = (),
    assignments: Iterable[Mapping[str, Any]] = (),
    topics: Iterable[str] = (),
    told: Mapping[str, str] | None = None,
    events: Iterable[Mapping[str, Any]] = (),
    referrals: Iterable[str] = (),
    **facts: Any,
) -> Meeting:
    """A meeting on this day with its minutes.

    ``present`` and ``away`` (name → status) are organisations; ``decisions`` texts or fields; ``assignments``
    fields with ``owners``; ``told`` the round, organisation → words; ``events`` fields of dates, with ``day``.
    """
    minutes = Minutes(meet(network, day, **facts))
    for position, title in enumerate(items, 1):
        minutes.put(AgendaItem, f"{position}. {title}", position=position, number=str(position), title=title)
    for position, (name, status) in enumerate({**dict.fromkeys(present, "present"), **(away or {})}.items()):
        body = organisation(network, name)
        minutes.put(Attendance, name, organisation=body, status=status, position=position)
    for said in decisions:
        fields = {"text": said} if isinstance(said, str) else dict(said)
        minutes.put(Decision, f"Beslut: {fields['text']}", **fields)
    for promise in assignments:
        _promise(minutes, dict(promise))
    for title in topics:
        mention(minutes, title)
    for name, words in (told or {}).items():
        minutes.put(RoundEntry, f"{name}: {words}", organisation=organisation(network, name), text=words)
    for event in events:
        _event(minutes, dict(event))
    for question in referrals:
        minutes.put(Referral, question, to="skolcheferna", text=question)
    return minutes.close()


def _promise(minutes: Minutes, fields: dict[str, Any]) -> Assignment:
    owners: Sequence[str | Person] = fields.pop("owners", ())
    if isinstance(fields.get("due"), str):
        fields["due"] = dt.date.fromisoformat(fields["due"])
    made: Assignment = minutes.put(Assignment, fields["text"], **fields)
    for position, owner in enumerate(owners):
        person = owner if isinstance(owner, Person) else None
        Assignee.objects.create(assignment=made, position=position, name=str(owner).split()[0], person=person)
    return made


def mention(minutes: Minutes, title: str, **fields: Any) -> TopicMention:
    """A topic on the list of what is not yet planned."""
    folded = fold_title(title)
    topic, _ = Topic.objects.get_or_create(
        network=minutes.network,
        folded=folded,
        defaults={"id": derive("test topic", minutes.network.pk, folded), "title": title},
    )
    made: TopicMention = minutes.put(TopicMention, f"– {title}", topic=topic, title=title, **fields)
    return made


def _event(minutes: Minutes, fields: dict[str, Any]) -> Event:
    day = dt.date.fromisoformat(fields.pop("day"))
    host = fields.pop("host", "")
    made: Event = minutes.put(
        Event,
        f"Nästa möte {day}",
        date=day,
        date_text=str(day),
        host=organisation(minutes.network, host) if host else None,
        **fields,
    )
    return made


def hold_many(network: Network, count: int, *, first: dt.date = dt.date(2004, 1, 16)) -> list[Meeting]:
    """This many meetings, five weeks apart, at each of which one of everything was said."""
    made = []
    for number in range(count):
        day = first + dt.timedelta(weeks=5 * number)
        host = MUNICIPALITIES[number % len(MUNICIPALITIES)]
        meeting = hold(
            network,
            day,
            host=host,
            place=f"Stadshuset i {host}",
            present=[host, "Skara"],
            away={"Vara": "absent"},
            items=["Val av sekreterare", f"Punkt {number}"],
            decisions=[f"Vi delar på ugn {number}."],
            assignments=[
                {
                    "text": f"Ylva frågar om ugn {number}.",
                    "owners": ["Ylva"],
                    "due": str(day + dt.timedelta(days=20)),
                    "due_kind": "day",
                }
            ],
            topics=[f"Lera {number}", "Ugnar"],
            told={host: f"Ny ugn {number}."},
            referrals=[f"Får vi köpa ugn {number}?"],
            events=[{"day": str(day + dt.timedelta(weeks=5)), "host": host, "what": "nästa möte"}],
        )
        Officer.objects.create(
            id=derive("test officer", meeting.pk),
            network=network,
            meeting=meeting,
            role=Officer.Role.CHAIR,
            name="Ylva Brandtorp",
        )
        made.append(meeting)
    return made
