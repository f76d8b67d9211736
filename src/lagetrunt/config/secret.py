"""The installation's secret key: made once, kept in the data folder, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def secret_key(data: Path) -> str:
    """Return the key from ``LAGETRUNT_SECRET`` or the data folder, making it on first use.

    Two processes that start together agree: the file is created exclusively, and the one that comes second reads it.
    """
    if given := os.environ.get("LAGETRUNT_SECRET"):
        return given
    path = data / "secret.key"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        fresh = data / f".secret-{os.getpid()}"
        fresh.write_text(secrets.token_urlsafe(50))
        fresh.chmod(0o600)
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text()
