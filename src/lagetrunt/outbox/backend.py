"""Django's own mail goes through the outbox too, so that every letter of the service is a row somebody can look up."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from lagetrunt.outbox.operations import deliver, write
from lagetrunt.outbox.transport import transport


class OutboxBackend(BaseEmailBackend):
    """Letters that people wait for at their screen (a sign-in code) are tried at once, as soon as their row is kept."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write one letter per addressee; returns how many messages were taken."""
        now = timezone.now()
        for message in email_messages:
            for address in message.recipients():
                with transaction.atomic():
                    letter = write(
                        to=address,
                        sender=message.from_email,
                        subject=str(message.subject),
                        text=str(message.body),
                        at=now,
                    )
                    transaction.on_commit(
                        lambda letter=letter: deliver(letter, at=now, transport=transport())
                    )  # type: ignore[misc]
        return len(email_messages)
