"""What stands in a register: the same filter for every room's lists, and how a record says where it
comes from.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from lagetrunt.documents.models import Record

M = TypeVar("M", bound=Model)
SOURCE = ("passage_id", "passage__first_line", "meeting__date", "standing")


def standing(rows: QuerySet[M]) -> QuerySet[M]:
    """Neither withdrawn by a later reading nor dismissed by a person."""
    return rows.filter(withdrawn_at=None).exclude(standing=Record.Standing.DISMISSED)


def counted(rows: QuerySet[M]) -> QuerySet[M]:
    """What is counted: ``standing``, without what nobody has confirmed."""
    return standing(rows).exclude(standing=Record.Standing.UNCONFIRMED)


def is_unsure(row: dict[str, Any]) -> bool:
    """Whether a row of values was read out of a sentence and nobody has said yes to it."""
    return bool(row["standing"] == Record.Standing.UNCONFIRMED)
