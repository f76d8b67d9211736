"""Django's mail goes through the outbox too, so that every letter is a row written with the fact it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from lagetrunt.outbox.models import Letter


class OutboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write one letter per addressee; returns how many messages were taken."""
        now = timezone.now()
        for message in email_messages:
            for address in message.recipients():
                Letter.objects.create(
                    to=address, sender=message.from_email, subject=message.subject, text=str(message.body),
                    not_before=now, written_at=now,
                )
        return len(email_messages)
