"""Who one can be in the demo: read from the example region, told in the users' words."""

from __future__ import annotations

import tomllib
from pathlib import Path

from django.utils.translation import gettext_noop as _

REGION = Path(__file__).parent / "example" / "region.toml"
PARTS = {
    "chair": (
        _("Ordförande"),
        _("Leder nätverket. Läser in och granskar protokoll, bekräftar beslut och uppdrag."),
    ),
    "secretary": (_("Sekreterare"), _("Skriver och läser in protokoll, rättar det som lästs fel.")),
    "member": (_("Ledamot"), _("Företräder sin kommun. Ser nätverkets register och söker i det.")),
    "director": (_("Skolchef"), _("Sitter i skolchefsgruppen och ser alla nätverk under den.")),
    "office": (_("Kansliet"), _("Tar emot alla nätverks protokoll och ser hela federationen.")),
    "stranger": (_("Någon utifrån"), _("Inte med i något nätverk. Ser bara vägen in.")),
}


def demo_cast() -> list[dict[str, str]]:
    """One entry per part: ``role``, ``name``, ``email`` ("" for the stranger), ``title`` and what that part ``says`` of itself."""
    region = tomllib.loads(REGION.read_text(encoding="utf-8"))
    address = {person["name"]: person.get("email", "") for person in region["person"]}
    return [
        {
            "role": entry["part"],
            "name": entry["person"],
            "email": address.get(entry["person"], "") if entry["part"] != "stranger" else "",
            "title": PARTS[entry["part"]][0],
            "says": PARTS[entry["part"]][1],
        }
        for entry in region["demo"]
    ]
