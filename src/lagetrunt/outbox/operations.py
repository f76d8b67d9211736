"""Writes: letters are written with the fact they tell of, and delivered afterwards.

A letter is claimed before it is handed over, so two deliverers never send the same one. Where the mail server took the text but never
answered, the outcome is ``unknown``: a person decides, nothing is sent again by itself.
"""

from __future__ import annotations

import datetime as dt
import smtplib
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from django.db import transaction

from lagetrunt.outbox.models import Letter

Transport = Callable[[Letter, EmailMessage], Letter.State]
WAITS = (dt.timedelta(minutes=1), dt.timedelta(minutes=10), dt.timedelta(hours=1), dt.timedelta(hours=6))


def write(
    *,
    to: str,
    subject: str,
    text: str,
    sender: str,
    at: dt.datetime,
    html: str = "",
    about: str = "",
    federation: str = "",
) -> Letter:
    """Write one letter. Call it inside the transaction of the fact it tells of: both are kept, or neither.

    Raises RuntimeError outside a transaction, since a letter about something that was never kept must not exist.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A letter is written in the transaction of what it tells of.")
    return Letter.objects.create(
        to=to,
        subject=subject,
        text=text,
        html=html,
        sender=sender,
        about=about,
        federation=federation,
        not_before=at,
        written_at=at,
    )


def deliver_due(*, at: dt.datetime, transport: Transport, limit: int = 100) -> int:
    """Hand over the letters whose time has come; returns how many were tried."""
    due = list(
        Letter.objects.filter(state=Letter.State.WAITING, not_before__lte=at).order_by("written_at", "id")[
            :limit
        ]
    )
    return sum(deliver(letter, at=at, transport=transport) for letter in due)


def deliver(letter: Letter, *, at: dt.datetime, transport: Transport) -> bool:
    """Try one letter; False when another deliverer had claimed it."""
    claimed = Letter.objects.filter(
        pk=letter.pk, state=Letter.State.WAITING, attempts=letter.attempts
    ).update(state=Letter.State.UNKNOWN, attempts=letter.attempts + 1)
    if not claimed:
        return False
    letter.attempts += 1
    try:
        letter.state, letter.error, letter.sent_at = transport(letter, message_of(letter)), "", at
    except smtplib.SMTPServerDisconnected as error:
        letter.state, letter.error = Letter.State.UNKNOWN, str(error)
    except (smtplib.SMTPException, OSError) as error:
        _postpone(letter, at=at, error=error)
    letter.save(update_fields=["state", "error", "sent_at", "not_before"])
    return True


def _postpone(letter: Letter, *, at: dt.datetime, error: Exception) -> None:
    """Wait longer after each failure; give up, visibly, when the patience is used up."""
    letter.error = str(error)
    if letter.attempts > len(WAITS):
        letter.state = Letter.State.FAILED
    else:
        letter.state, letter.not_before = Letter.State.WAITING, at + WAITS[letter.attempts - 1]


def message_of(letter: Letter) -> EmailMessage:
    """The letter as a mail message, with one Message-ID for all its attempts."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = (
        letter.sender,
        letter.to,
        " ".join(letter.subject.split()),
    )
    message["Date"] = letter.written_at
    message["Message-ID"] = f"<letter-{letter.pk}@laget-runt>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    return message


def file_transport(folder: Path) -> Transport:
    """Letters as files: what happens until a mail server is set."""

    def save(letter: Letter, message: EmailMessage) -> Letter.State:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{letter.pk:06d}.eml").write_bytes(message.as_bytes())
        return Letter.State.FILED

    return save


def send_again(letter: Letter, *, at: dt.datetime) -> None:
    """A person has looked and wants it sent: failed and unknown letters wait again."""
    if letter.state in (Letter.State.FAILED, Letter.State.UNKNOWN):
        letter.state, letter.not_before, letter.attempts = Letter.State.WAITING, at, 0
        letter.save(update_fields=["state", "not_before", "attempts"])
