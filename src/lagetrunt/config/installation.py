"""Making an installation ready: the database's tables, the files that browsers fetch, the shared throttle."""

from __future__ import annotations

import io

import django
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


def prepare() -> None:
    """Bring tables and static files up to date; harmless to repeat. Raises DatabaseError when no database answers."""
    settings.DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False, stdout=io.StringIO())


def is_ready() -> bool:
    """Whether ``prepare`` has been run for this version of the program."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False
    return not pending and (settings.STATIC_ROOT / "staticfiles.json").exists()


def start() -> None:
    """Load Django for a command."""
    django.setup()


def require_ready() -> None:
    """Prepare an installation that is not ready yet: a first import needs no other command before it."""
    if not is_ready():
        prepare()
