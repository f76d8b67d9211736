"""Who may do what with a network's documents."""

from __future__ import annotations

import rules

from lagetrunt.networks.access import is_office, leads, looks_after_installation, sees

PERMISSIONS = {
    "minutes.read": sees,
    "minutes.import": leads | is_office | looks_after_installation,
    "minutes.review": leads | is_office | looks_after_installation,
}
for name, predicate in PERMISSIONS.items():
    rules.add_perm(name, predicate)
