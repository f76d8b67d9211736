"""Writes: what became of a promise."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from lagetrunt.audit import operations as audit
from lagetrunt.followup.models import Assignment
from lagetrunt.people.models import Person


@transaction.atomic
def settle(*, assignment: Assignment, state: str, at: dt.datetime, by: Person | None) -> None:
    """Say that a promise is done, dropped, or open again; who said so and when is kept.

    Raises ValueError for an unknown state. Readings and reviewers' acts leave the state alone.
    """
    assignment.state = Assignment.State(state)
    assignment.save(update_fields=["state"])
    audit.record(
        at=at,
        verb=f"assignment.{state}",
        subject=f"assignment:{assignment.pk}",
        actor=f"person:{by.pk}" if by else "",
        federation=f"federation:{assignment.network.federation_id}",
    )
