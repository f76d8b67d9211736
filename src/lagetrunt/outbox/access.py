"""Who may see letters: whoever looks after the installation, nobody else. Letters carry sign-in codes."""

from __future__ import annotations

import rules

PERMISSIONS = {"outbox.read": rules.is_superuser, "outbox.send": rules.is_superuser}
for name, predicate in PERMISSIONS.items():
    rules.add_perm(name, predicate)
