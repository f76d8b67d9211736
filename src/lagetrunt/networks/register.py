"""The official register of municipalities and regions, as this service uses it: plain names and codes."""

from __future__ import annotations

from dataclasses import dataclass

from protokoll import municipalities


@dataclass(frozen=True)
class Official:
    """A municipality (four-digit code) or region (two digits) with its plain name ("Gullspång")."""

    name: str
    code: str
    kind: str


def official(name: str) -> Official | None:
    """The municipality or region that ``name`` means ("Gullspångs kommun", "hjo"), or None."""
    entry = municipalities.find(name)
    return Official(entry.name, entry.code, entry.kind) if entry else None


def officials_in(text: str) -> list[Official]:
    """The municipalities and regions that running text names, in its order."""
    return [Official(entry.name, entry.code, entry.kind) for _, _, entry in municipalities.mentions(text)]
