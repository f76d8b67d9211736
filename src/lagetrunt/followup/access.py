"""Who may say what became of a promise."""

from __future__ import annotations

import rules

from lagetrunt.followup.models import Assignment
from lagetrunt.networks.access import is_office, leads, looks_after_installation
from lagetrunt.people.actor import Actor

PERMISSIONS = {"followup.settle": leads | is_office | looks_after_installation}
for name, predicate in PERMISSIONS.items():
    rules.add_perm(name, predicate)


def is_mine(actor: Actor, assignment: Assignment) -> bool:
    """Whether the actor is one of those who promised: they may always say how it went."""
    return assignment.assignees.filter(person__in=[person.pk for person in actor.persons]).exists()
