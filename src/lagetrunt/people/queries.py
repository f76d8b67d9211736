"""Reads: who can be chosen at the demo door, and who an account is."""

from __future__ import annotations

from django.db.models import QuerySet

from lagetrunt.people.models import Account, Person
from lagetrunt.shared.prepared import prepared


def account_of(email: str) -> Account | None:
    """The active account of this address, or None."""
    return Account.objects.filter(email=email.strip().lower(), is_active=True).first()


@prepared
def persons_of(account: int) -> QuerySet[Person, Person]:
    """The persons an account is, one for each federation it belongs to, by name."""
    return Person.objects.filter(account=account).select_related("federation").order_by("name")
