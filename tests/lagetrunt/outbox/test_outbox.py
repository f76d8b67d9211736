"""Letters: kept with the fact they tell of, delivered once, never lost from sight."""

import datetime as dt
import smtplib
import socket

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox
from django.core.mail import send_mail
from django.db import transaction

from lagetrunt.outbox.models import Letter
from lagetrunt.outbox.operations import WAITS, deliver, deliver_due, file_transport, send_again, write
from lagetrunt.outbox.transport import smtp_transport

NOW = dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.UTC)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def letter(**changes):
    with transaction.atomic():
        return write(
            **{
                "to": "eva@hjo.example",
                "subject": "Kallelse",
                "text": "Välkommen å än ö",
                "sender": "Nät <n@x.example>",
                "at": NOW,
            }
            | changes
        )


@pytest.mark.django_db(transaction=True)
def test_a_letter_outside_the_transaction_of_its_fact_is_refused():
    with pytest.raises(RuntimeError):
        write(to="a@b.example", subject="s", text="t", sender="x@y.example", at=NOW)


@pytest.mark.django_db(transaction=True)
def test_a_letter_goes_with_the_fact_that_was_undone():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        letter()
        1 / 0  # noqa: B018
    assert Letter.objects.count() == 0


@pytest.mark.django_db
def test_without_a_mail_server_letters_are_files(tmp_path):
    kept = letter()
    deliver_due(at=NOW, transport=file_transport(tmp_path))
    kept.refresh_from_db()
    assert kept.state == Letter.State.FILED
    assert [path.name for path in tmp_path.iterdir()] == [f"{kept.pk:06d}.eml"]


@pytest.mark.django_db
def test_a_letter_reaches_a_real_mail_server_with_its_letters_intact(tmp_path):
    mailbox = Mailbox(str(tmp_path / "box"))
    port = free_port()
    server = Controller(mailbox, hostname="127.0.0.1", port=port)
    server.start()
    try:
        sent = letter()
        deliver_due(at=NOW, transport=smtp_transport(f"smtp://127.0.0.1:{port}"))
    finally:
        server.stop()
    sent.refresh_from_db()
    (message,) = list(mailbox.mailbox)
    assert (sent.state, sent.sent_at) == (Letter.State.SENT, NOW)
    assert message.get_payload(decode=True).decode().strip() == "Välkommen å än ö"


@pytest.mark.django_db
def test_a_server_that_is_away_is_tried_again_later_and_given_up_in_sight():
    kept, now = letter(), NOW
    for wait in (*WAITS, None):
        deliver_due(at=now, transport=smtp_transport("smtp://127.0.0.1:1"))
        kept.refresh_from_db()
        if wait is not None:
            assert (kept.state, kept.not_before) == (Letter.State.WAITING, now + wait)
            assert deliver_due(at=now, transport=smtp_transport("smtp://127.0.0.1:1")) == 0
            now = kept.not_before
    assert kept.state == Letter.State.FAILED
    send_again(kept, at=now)
    assert (kept.state, kept.attempts) == (Letter.State.WAITING, 0)


@pytest.mark.django_db
def test_an_unknown_outcome_is_shown_and_not_repeated():
    def taken_but_silent(letter, message):
        raise smtplib.SMTPServerDisconnected("borta")

    kept = letter()
    deliver_due(at=NOW, transport=taken_but_silent)
    kept.refresh_from_db()
    assert kept.state == Letter.State.UNKNOWN
    assert deliver_due(at=NOW + dt.timedelta(days=1), transport=taken_but_silent) == 0


@pytest.mark.django_db
def test_two_deliverers_never_send_the_same_letter(tmp_path):
    mine = letter()
    theirs = Letter.objects.get(pk=mine.pk)
    assert [deliver(one, at=NOW, transport=file_transport(tmp_path)) for one in (mine, theirs)] == [
        True,
        False,
    ]


@pytest.mark.django_db(transaction=True)
def test_mail_of_the_framework_is_a_letter_too(settings):
    settings.EMAIL_BACKEND = "lagetrunt.outbox.backend.OutboxBackend"
    send_mail("Din kod", "123456", None, ["eva@hjo.example"])
    assert list(Letter.objects.values_list("to", "subject", "state")) == [
        ("eva@hjo.example", "Din kod", "filed")
    ]
