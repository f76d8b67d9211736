"""Which way letters go: to the mail server that is set, or into files."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings

from lagetrunt.outbox.models import Letter
from lagetrunt.outbox.operations import Transport, file_transport


def transport() -> Transport:
    """The transport of this installation (``LAGETRUNT_MAIL``; files in the data folder when it is empty)."""
    return smtp_transport(settings.MAIL) if settings.MAIL else file_transport(settings.DATA / "letters")


def smtp_transport(address: str) -> Transport:
    """SMTP at ``smtp://user:password@host:port?tls=starttls`` (or ``smtps://``); one connection per letter."""
    url = urlsplit(address)
    starttls = parse_qs(url.query).get("tls") == ["starttls"]

    def send(letter: Letter, message: EmailMessage) -> Letter.State:
        connect = smtplib.SMTP_SSL if url.scheme == "smtps" else smtplib.SMTP
        with connect(url.hostname or "localhost", url.port or 0, timeout=30) as server:
            if starttls:
                server.starttls()
            if url.username:
                server.login(unquote(url.username), unquote(url.password or ""))
            server.send_message(message)
        return Letter.State.SENT

    return send
