"""Reads: who can be chosen at the demo door."""

from __future__ import annotations

from lagetrunt.people.models import Account


def account_of(email: str) -> Account | None:
    """The active account of this address, or None."""
    return Account.objects.filter(email=email.strip().lower(), is_active=True).first()
