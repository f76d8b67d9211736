"""The web server: gunicorn with threads, and in each worker a courier that delivers letters."""

from __future__ import annotations

import threading
from typing import Any

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from gunicorn.app.base import BaseApplication

PAUSE = 15.0  # seconds between two looks at the outbox


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn, set up in code: the application is loaded once and shared by the workers, which keeps memory down."""

    def __init__(self, host: str, port: int, *, workers: int) -> None:
        self.chosen = {
            "bind": f"{host}:{port}",
            "workers": workers,
            "threads": 4,
            "worker_class": "gthread",
            "preload_app": True,
            "loglevel": "warning",
            "graceful_timeout": 10,
            "keepalive": 5,
            "post_worker_init": start_courier,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from lagetrunt.config.wsgi import application

        connection.close()  # no connection may cross the fork
        return application


def start_courier(worker: Any) -> None:
    """Deliver letters from a thread of this worker; claiming makes several couriers harmless to each other."""
    threading.Thread(target=_carry, args=(worker,), daemon=True, name="courier").start()


def _carry(worker: Any) -> None:
    from lagetrunt.outbox.operations import deliver_due
    from lagetrunt.outbox.transport import transport

    pause = threading.Event()
    while worker.alive:
        try:
            close_old_connections()
            deliver_due(at=timezone.now(), transport=transport())
        except DatabaseError as error:
            worker.log.warning("The outbox could not be read: %s", error)
        finally:
            connection.close()
        pause.wait(PAUSE)
