"""The one who acts: an account with its persons, at a moment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lagetrunt.people.models import Account, Person
from lagetrunt.people.queries import persons_of


@dataclass(frozen=True)
class Actor:
    """Somebody who asks the service for something. ``account`` is None for a stranger.

    ``at`` is the moment of the asking (aware): memberships are judged by the day in Sweden it falls on.
    ``known`` is what rooms have looked up for this one asking, by names of their own.
    """

    account: Account | None
    at: dt.datetime
    known: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, user: Any, at: dt.datetime) -> Actor:
        """The actor behind a request's user (anonymous or an account)."""
        return cls(user if getattr(user, "is_authenticated", False) else None, at)

    @cached_property
    def persons(self) -> list[Person]:
        """The persons this account is, one for each federation it belongs to (one query, the first time it is asked)."""
        if self.account is None:
            return []
        return persons_of(self.account.pk)

    def person_in(self, federation_id: int) -> Person | None:
        """The person this account is in that federation, or None."""
        return next((person for person in self.persons if person.federation_id == federation_id), None)
