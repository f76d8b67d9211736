"""The interface's second language: collect what is said in Swedish, compare it with the English catalogue, compile.

    python tools/translations.py            bring the catalogue up to date (new texts get an empty translation) and compile it
    python tools/translations.py --check    say what is missing, and exit with 1 if anything is

Swedish is the language the sources are written in; English lies in ``src/lagetrunt/locale/en``. Done with Babel and the
framework's own template parser, so that no system package is needed.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "lagetrunt"
PO = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
CALL = re.compile(r"\b(n?p?gettext)\(((?:\s*u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"),?)+)")
LITERAL = re.compile(r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")
NAMES = re.compile(r"_|n?p?gettext(?:_lazy|_noop)?")


@dataclass(frozen=True, order=True)
class Message:
    """A text as the sources say it; ``context`` tells two of the same words apart, ``plural`` is for many."""

    text: str
    context: str = ""
    plural: str = ""

    @staticmethod
    def of(function: str, texts: list[str]) -> Message:
        """The message that a call of this function of gettext's names."""
        context = texts.pop(0) if "pgettext" in function else ""
        return Message(texts[0], context, texts[1] if function.startswith("n") else "")

    @property
    def key(self) -> str | tuple[str, str]:
        """The message as a catalogue names it."""
        return (self.text, self.plural) if self.plural else self.text


class Plain(Catalog):
    """A catalogue whose head says only what its reader needs, so that it changes only when a text does."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The head's lines."""
        return [
            ("Language", "en"),
            ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def in_templates() -> Iterator[tuple[Message, str]]:
    """Every text of the templates, with where it stands."""
    for path in sorted(SOURCE.glob("**/templates/**/*.*")):
        place = str(path.relative_to(ROOT))
        for match in CALL.finditer(templatize(path.read_text(encoding="utf-8"), origin=place)):
            yield (
                Message.of(match[1], [ast.literal_eval(literal) for literal in LITERAL.findall(match[2])]),
                place,
            )


def in_code() -> Iterator[tuple[Message, str]]:
    """Every text of the Python code that is marked for translation."""
    for path in sorted(SOURCE.glob("**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and NAMES.fullmatch(node.func.id)
            ):
                texts = [
                    part.value
                    for part in node.args
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                ]
                if len(texts) >= (2 if "pgettext" in node.func.id else 1):
                    yield Message.of(node.func.id, texts), str(path.relative_to(ROOT))


def collected() -> dict[Message, set[str]]:
    """What the interface says, and where."""
    found: dict[Message, set[str]] = {}
    for message, place in [*in_templates(), *in_code()]:
        found.setdefault(message, set()).add(place)
    return found


def catalogue() -> Catalog:
    """The English catalogue as it lies, or an empty one."""
    return (
        read_po(io.BytesIO(PO.read_bytes()), locale="en", domain="django")
        if PO.exists()
        else Catalog(locale="en")
    )


def entry_of(message: Message, catalog: Catalog) -> Any:
    """What the catalogue knows of the message, or None."""
    return catalog.get(message.key, message.context or None)


def renewed(old: Catalog, said: dict[Message, set[str]]) -> Catalog:
    """A catalogue of exactly what is said now, with the translations there are."""
    new = Plain(
        locale="en", domain="django", fuzzy=False, header_comment="# The texts of Laget runt in English."
    )
    for message in sorted(said):
        known = entry_of(message, old)
        new.add(
            message.key,
            known.string if known else "",
            context=message.context or None,
            locations=[(place, None) for place in sorted(said[message])],
            flags=known.flags if known else (),
        )
    return new


def is_missing(message: Message, catalog: Catalog) -> bool:
    """Whether some form of the message lacks a translation that is settled."""
    entry = entry_of(message, catalog)
    texts = (
        [] if entry is None else entry.string if isinstance(entry.string, (list, tuple)) else [entry.string]
    )
    return not texts or not all(texts) or "fuzzy" in entry.flags


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as the service reads it."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def main() -> int:
    """Renew the catalogue, or check it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    said, old = collected(), catalogue()
    new = renewed(old, said)
    if parser.parse_args().check:
        missing = [
            f"{min(said[message])}: {message.key!r}" for message in sorted(said) if is_missing(message, old)
        ]
        print("\n".join(missing) or f"All {len(said)} texts have an English translation.")
        mo = PO.with_suffix(".mo")
        stale = not mo.exists() or mo.read_bytes() != compiled(new)
        if stale:
            print("The compiled catalogue is older than its source: run tools/translations.py")
        return 1 if missing or stale else 0
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, new, width=110, sort_output=True)
    PO.with_suffix(".mo").write_bytes(compiled(new))
    print(
        f"{len(said)} texts, {sum(is_missing(message, new) for message in said)} without translation: {PO.relative_to(ROOT)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
