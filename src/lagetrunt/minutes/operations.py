"""Taking documents in: read, judged where they belong, put into the register.

One transaction per document.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext

from lagetrunt.documents import operations as documents
from lagetrunt.documents import storage
from lagetrunt.documents.models import Document
from lagetrunt.federations.models import Federation
from lagetrunt.minutes import belonging, reading
from lagetrunt.minutes.belonging import Body, Verdict
from lagetrunt.minutes.models import Import
from lagetrunt.minutes.naming import Names
from lagetrunt.minutes.reading import Read, Unreadable
from lagetrunt.minutes.settling import describe, settle
from lagetrunt.networks.models import Network
from lagetrunt.people.models import Person

_DRAFT = re.compile(
    r"\b(?:utkast|draft|arbetsversion|arbetsmaterial|preliminär\w*|ej\s+justera[td]|ojustera[td])\b",
    re.IGNORECASE,
)
_SORTS = {"working-group": "arbetsgrupp", "steering-group": "styrgrupp", "presidium": "presidium"}


@dataclass(frozen=True)
class Outcome:
    """What became of one file: a state of ``Import``, or ``unchanged`` for content that is known; one
    sentence in the language of the page; the import.
    """

    state: str
    message: str
    source: Import | None = None


def import_document(
    *,
    network: Network | None,
    content: Path | bytes | BinaryIO,
    name: str,
    at: dt.datetime,
    by: Person | None = None,
    federation: Federation | None = None,
) -> Outcome:
    """Take one file in for ``network`` (None: for the network of ``federation`` that it names).

    Known content changes nothing. What cannot be read, and what seems to belong elsewhere, becomes an
    import that says so.
    """
    target = network or Network.objects.select_related("federation").get(federation=federation, parent=None)
    try:
        stored = _store(content)
    except storage.TooLarge:
        return Outcome(Import.State.FAILED, _too_large())
    known = _known(target.federation_id, stored.sha256, network)
    if known is not None:
        return Outcome(
            "unchanged",
            gettext("%(name)s finns redan (%(state)s).")
            % {"name": name, "state": gettext(known.get_state_display())},
            known,
        )
    try:
        read = _read(network or target, stored, name=name, known=network is not None)
    except Unreadable as error:
        return _failed(target, stored, name=name, at=at, by=by, reason=str(error))
    return take_in(target=target, network=network, stored=stored, read=read, name=name, at=at, by=by)


def _too_large() -> str:
    return gettext("Filen är större än %(size)s MB. Dela upp den, eller spara den utan bilder.") % {
        "size": storage.MAX_BYTES // (1 << 20)
    }


def _read(target: Network, stored: storage.Stored, *, name: str, known: bool) -> Read:
    """What the reader says, with the people of the network at hand; the network is the one the document
    names where none is ``known``.
    """
    if known:
        return reading.read(stored.path, name=name, directory=Names(target, None).directory())
    read = reading.read(stored.path, name=name)
    verdict, bodies = _verdict(target.federation, None, read, name)
    return read if verdict.key is None else _read(bodies[verdict.key], stored, name=name, known=True)


def _store(content: Path | bytes | BinaryIO) -> storage.Stored:
    if isinstance(content, Path):
        with content.open("rb") as handle:
            return storage.store(handle)
    return storage.store(io.BytesIO(content) if isinstance(content, bytes) else content)


def _known(federation_id: int, sha256: str, network: Network | None) -> Import | None:
    """The import that already took this content in for this network (or anywhere, when none is given)."""
    same = Import.objects.filter(document__federation_id=federation_id, document__sha256=sha256)
    for one in same.exclude(state=Import.State.FAILED).select_related("network").order_by("pk"):
        if network is None or one.network_id == network.pk or network.slug in one.hints.get("brought_to", ()):
            return one
    return None


def _failed(
    network: Network, stored: storage.Stored, *, name: str, at: dt.datetime, by: Person | None, reason: str
) -> Outcome:
    with transaction.atomic():
        document = documents.keep(
            federation=network.federation, stored=stored, name=name, media_type="", at=at
        )
        source, _ = Import.objects.update_or_create(
            network=network,
            document=document,
            defaults={"state": Import.State.FAILED, "reason": reason},
            create_defaults={
                "state": Import.State.FAILED,
                "reason": reason,
                "name": name[:255],
                "added_at": at,
                "added_by": by,
            },
        )
    return Outcome(Import.State.FAILED, reason, source)


@transaction.atomic
def take_in(
    *,
    target: Network,
    network: Network | None,
    stored: storage.Stored,
    read: Read,
    name: str,
    at: dt.datetime,
    by: Person | None = None,
) -> Outcome:
    """Put one document that was read into the register, or let it wait.

    ``target`` is where it waits when ``network`` is None.
    """
    federation = target.federation
    Federation.objects.select_for_update().get(pk=federation.pk)
    document = documents.keep(
        federation=federation,
        stored=stored,
        name=name,
        media_type=str(read.contract.get("media_type") or ""),
        at=at,
    )
    verdict, bodies = _verdict(federation, network, read, name)
    home = bodies[verdict.key] if verdict.key is not None else target
    if (
        home != target
        and Import.objects.filter(network=home, document=document).exclude(state=Import.State.FAILED).exists()
    ):
        return Outcome(
            "unchanged", gettext("%(name)s finns redan i %(network)s.") % {"name": name, "network": home.name}
        )
    source = Import.objects.filter(network=home, document=document).first() or Import(
        network=home, document=document, added_at=at
    )
    source.name, source.added_by, source.draft = name[:255], by, is_draft(name, read.lines)
    _describe(source, document, read, at)
    if verdict.key is None:
        return _wait(source, verdict, bodies)
    source.state = Import.State.READ
    source.save()
    settle(source, read, at)
    return Outcome(source.state, f"{name}: {gettext(source.get_state_display())}.", source)


def _describe(source: Import, document: Document, read: Read, at: dt.datetime) -> None:
    text = documents.keep_text(
        document=document, reader=read.reader, lines=read.lines, layout=read.layout, at=at
    )
    describe(source, read, text)


def _wait(source: Import, verdict: Verdict, bodies: dict[int, Network]) -> Outcome:
    source.state, source.reason = Import.State.WAITING, verdict.reason
    if verdict.suggested is not None:
        source.hints = {**source.hints, "suggested": bodies[verdict.suggested].slug}
    source.save()
    return Outcome(source.state, verdict.reason, source)


def _verdict(
    federation: Federation, network: Network | None, read: Read, name: str
) -> tuple[Verdict, dict[int, Network]]:
    bodies = {
        one.pk: one
        for one in Network.objects.filter(federation=federation).select_related("federation").order_by("pk")
    }
    known = {key: _body(one) for key, one in bodies.items() if one.parent_id or one == network}
    verdict = belonging.judge(
        known[network.pk] if network else None,
        list(known.values()),
        contract=read.contract,
        name=name,
        lines=read.lines,
    )
    return verdict, bodies


def _body(network: Network) -> Body:
    names = tuple(filter(None, (network.name, network.short, *network.aliases)))
    return Body(network.pk, network.name, names, _SORTS.get(network.kind, ""))


def is_draft(name: str, lines: Sequence[str]) -> bool:
    """Whether file name or first lines call the document a draft."""
    head = [line for line in lines if line.strip()][:5]
    return bool(
        _DRAFT.search(re.sub(r"[_\-.]+", " ", name))
        or any(_DRAFT.search(line) for line in head if len(line) < 80)
    )


def read_again(source: Import) -> Read:
    """Read the import's stored file with the reader that is installed. Raises Unreadable."""
    path = storage.path_of(source.document.sha256)
    if not path.is_file():
        raise Unreadable("Filen finns inte kvar i datamappen. Läs in den igen.")
    return reading.read(path, name=source.name, directory=Names(source.network, None).directory())


def reread(*, source: Import, at: dt.datetime) -> bool:
    """Read a document again with the reader that is installed, people's acts on top; False when that reader
    has read it already.

    Raises Unreadable; the register then stays as it was.
    """
    if source.text is not None and source.text.reader == reading.reader_version():
        return False
    bring_again(source=source, read=read_again(source), at=at)
    return True


@transaction.atomic
def bring_again(*, source: Import, read: Read, at: dt.datetime) -> None:
    """Put another reading of a document in the place of the one before: same records, same ids, what people
    did on top.
    """
    _describe(source, source.document, read, at)
    source.save()
    if source.state == Import.State.READ:
        settle(source, read, at)


@transaction.atomic
def place(
    *,
    source: Import,
    network: Network,
    read: Read,
    at: dt.datetime,
    by: Person | None,
    remember: bool = False,
) -> Import:
    """A person says that the document belongs to ``network``.

    ``remember``: what it calls the group is a name of that network.

    ``read`` is what the reader says of it now. Returns the import: the other network's own where it had
    taken the document in already.
    """
    existing = Import.objects.filter(network=network, document=source.document).exclude(pk=source.pk).first()
    if existing is not None:
        source.state, source.reason = Import.State.ASIDE, f"Finns redan i {network.name}."
        source.save()
        return existing
    if source.network_id != network.pk:
        source.hints = {
            **source.hints,
            "brought_to": sorted({*source.hints.get("brought_to", ()), source.network.slug}),
        }
    source.network, source.placed = network, True
    source.reviewed_by = by
    if remember and source.header.get("body"):
        _remember(network, source.header["body"])
    _describe(source, source.document, read, at)
    source.save()
    settle(source, read, at)
    return source


def _remember(network: Network, called: str) -> None:
    """Let the network have this name too, unless another body already has it."""
    if called not in network.aliases and Names(network, None).body(called) is None:
        network.aliases = [*network.aliases, called]
        network.save(update_fields=["aliases"])


def set_aside(*, source: Import, at: dt.datetime, by: Person | None) -> None:
    """A person says that a waiting document belongs nowhere here. Its file stays."""
    source.state, source.reviewed_at, source.reviewed_by = Import.State.ASIDE, at, by
    source.save(update_fields=["state", "reviewed_at", "reviewed_by"])
