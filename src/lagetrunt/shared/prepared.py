"""Reads whose SQL is made once: pages ask the same at every visit, and wording takes longer than answering.

    @prepared
    def seats(network: int) -> QuerySet[Seat, dict[str, Any]]:
        return Seat.objects.filter(network=network).values("since", "until")

    seats(7)   # a list of what the queryset would give

The function is called once for each database, with placeholders in place of its arguments; only the wording
is kept, never an answer. So it may not look at its arguments, only pass them on to lookups. Their annotations
(``int``, ``str``, a date, a UUID, or a tuple of one of these for ``__in``) say how the database gets them;
an empty tuple finds nothing, and so does None. The queryset may give models (with ``select_related``),
``values`` or ``values_list``.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar, get_args, get_type_hints

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import (
    BigIntegerField,
    DateField,
    DateTimeField,
    Field,
    QuerySet,
    TextField,
    UUIDField,
    Value,
)
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesIterable,
    ValuesListIterable,
    get_related_populators,
)

P = ParamSpec("P")
R = TypeVar("R")
FIELDS: dict[type, type[Field[Any, Any]]] = {
    int: BigIntegerField,
    str: TextField,
    dt.datetime: DateTimeField,
    dt.date: DateField,
    uuid.UUID: UUIDField,
}

LONGEST = 64  # a question about a longer tuple is worded anew each time, so that what is kept stays small


class Given(Value):
    """An argument that is not known yet, by its name; with a ``count``, a tuple of so many for ``__in``."""

    def __init__(self, name: str, field: Field[Any, Any], count: int | None = None) -> None:
        super().__init__(name, output_field=field)
        self.name, self.count = name, count

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        if self.count is None:
            return "%s", [(self, None)]
        return f"({', '.join(['%s'] * self.count)})", [(self, at) for at in range(self.count)]

    def known(self, given: dict[str, Any], at: int | None) -> Any:
        """What the argument turned out to be, as the database takes it."""
        value = given[self.name] if at is None else given[self.name][at]
        return self.output_field.get_db_prep_value(value, connection)


def prepared(read: Callable[P, QuerySet[Any, R]]) -> Callable[P, list[R]]:
    """Turn a function that gives a queryset into one that gives the list of its rows."""
    made: dict[tuple[Any, ...], Statement] = {}
    names = tuple(signature(read).parameters)

    @wraps(read)
    def ask(*positional: P.args, **named: P.kwargs) -> list[R]:
        given = {**dict(zip(names, positional, strict=False)), **named}
        several = [(name, value) for name, value in given.items() if isinstance(value, (tuple, list))]
        counts = tuple((name, len(value)) for name, value in several)
        if not all(value for _, value in several):
            return []
        kind = (connection.vendor, counts)
        statement = made.get(kind) or Statement(read(**_placeholders(read, dict(counts))))  # type: ignore[call-arg]
        if all(count <= LONGEST for _, count in counts):
            made[kind] = statement
        return statement.rows(given)

    return ask


def _placeholders(read: Callable[..., Any], counts: dict[str, int]) -> dict[str, Any]:
    """For each argument what stands in its place while the question is worded."""
    hints = {name: hint for name, hint in get_type_hints(read).items() if name != "return"}
    kinds = {name: (get_args(hint) or (hint,))[0] for name, hint in hints.items()}
    return {name: Given(name, FIELDS[kind](), counts.get(name)) for name, kind in kinds.items()}


def numbers(rows: QuerySet[Any, Any], **aggregates: Any) -> QuerySet[Any, dict[str, Any]]:
    """What ``aggregate`` gives, as a queryset of one row."""
    return rows.order_by().values(alone=Value(1)).annotate(**aggregates).values(*aggregates)  # type: ignore[no-any-return]


class Statement:
    """The SQL of one queryset, and how its rows are turned into what the queryset gives."""

    def __init__(self, rows: QuerySet[Any, Any]) -> None:
        compiler = rows.query.get_compiler(using=DEFAULT_DB_ALIAS)
        self.sql, self.parameters = compiler.as_sql()
        self.width = compiler.col_count
        fields = [chosen[0] for chosen in compiler.select[: self.width]]
        self.converters = [(at, *_quicker(*found)) for at, found in compiler.get_converters(fields).items()]
        self.given = _maker(rows, compiler)

    def rows(self, given: dict[str, Any]) -> list[Any]:
        """Ask, with these arguments."""
        parameters = [
            one[0].known(given, one[1]) if isinstance(one, tuple) else one for one in self.parameters
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, parameters)
            answer: Iterable[Sequence[Any]] = cursor.fetchall()
        if self.converters:
            answer = [self._converted(row) for row in answer]
        return self.given(answer)

    def _converted(self, row: Sequence[Any]) -> list[Any]:
        values = list(row)
        for at, converters, expression in self.converters:
            value = values[at]
            for converter in converters:
                value = converter(value, expression, connection)
            values[at] = value
        return values


def _quicker(converters: list[Any], expression: Any) -> tuple[list[Any], Any]:
    """The same conversion; keys, which come back row after row, are not parsed each time anew."""
    keys = connection.vendor == "sqlite" and isinstance(expression.output_field, UUIDField)
    return ([lambda value, *_: None if value is None else _key(value)] if keys else converters), expression


@lru_cache(maxsize=20_000)
def _key(text: str) -> uuid.UUID:
    return uuid.UUID(text)


def _maker(rows: QuerySet[Any, Any], compiler: Any) -> Callable[[Iterable[Sequence[Any]]], list[Any]]:
    """What turns converted rows into what the queryset gives. Raises TypeError for kinds not in use yet."""
    kind = rows._iterable_class
    if kind is ValuesIterable:
        query = rows.query
        names = list(query.selected or (*query.extra_select, *query.values_select, *query.annotation_select))
        return lambda answer: [dict(zip(names, row, strict=False)) for row in answer]
    if kind is FlatValuesListIterable:
        return lambda answer: [row[0] for row in answer]
    if kind is ValuesListIterable:
        return lambda answer: [tuple(row) for row in answer]
    if kind is ModelIterable:
        return _models(compiler)
    raise TypeError(kind)


def _models(compiler: Any) -> Callable[[Iterable[Sequence[Any]]], list[Any]]:
    model, chosen = compiler.klass_info["model"], compiler.klass_info["select_fields"]
    first, end = chosen[0], chosen[-1] + 1
    names = [field[0].target.attname for field in compiler.select[first:end]]
    populators = get_related_populators(compiler.klass_info, compiler.select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]

    def one(row: Sequence[Any]) -> Any:
        made = model.from_db(DEFAULT_DB_ALIAS, names, row[first:end])
        for populator in populators:
            populator.populate(row, made)
        return made

    return lambda answer: [one(row) for row in answer]
