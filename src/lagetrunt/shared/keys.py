"""Keys that are derived, not drawn: the same import gives the same ids on every machine, however often it
is interrupted.
"""

from __future__ import annotations

import uuid

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "lagetrunt")


def derive(*parts: object) -> uuid.UUID:
    """A UUID (version 5) of these parts; the same parts always give the same key."""
    return uuid.uuid5(_NAMESPACE, "\x1f".join(str(part) for part in parts))
