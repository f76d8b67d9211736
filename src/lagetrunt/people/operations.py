"""Writes: persons and their accounts."""

from __future__ import annotations

import secrets

from django.db import transaction

from lagetrunt.federations.models import Federation
from lagetrunt.people.models import Account, Person


@transaction.atomic
def add_person(
    *, federation: Federation, name: str, email: str = "", aliases: list[str] | None = None
) -> Person:
    """Add a person to a federation, or find the one with that address (without one: with that name).

    A person with an address gets an account, so that a code sent there signs them in; a person without one cannot sign in.
    """
    email = email.strip().lower()
    known = Person.objects.filter(federation=federation)
    found = known.filter(email=email) if email else known.filter(name=name, email="")
    person, _ = found.get_or_create(
        defaults={
            "federation": federation,
            "name": name,
            "email": email,
            "aliases": aliases or [],
            "account": account_for(email),
        }
    )
    return person


def account_for(email: str) -> Account | None:
    """The account of this address, made if it is new; None where there is no address."""
    if not email:
        return None
    found = Account.objects.filter(email=email).first()
    return found or Account.objects.create_user(email)


def make_administrator(*, email: str) -> Account:
    """Let this address look after the installation: federations, letters, everything."""
    account = account_for(email.strip().lower())
    if account is None:
        raise ValueError("An administrator needs a mail address.")
    account.is_superuser = True
    account.save(update_fields=["is_superuser"])
    return account


def new_code() -> str:
    """Six digits that nobody can guess, for signing in."""
    return f"{secrets.randbelow(10**6):06d}"
