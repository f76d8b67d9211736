"""The interface's second language: collect what is said in Swedish, compare it with the English catalogue, compile.

    python tools/translations.py            bring the catalogue up to date (new texts get an empty translation) and compile it
    python tools/translations.py --check    say what is missing, and exit with 1 if anything is

Swedish is the language the sources are written in; English lies in ``src/lagetrunt/locale/en``. Done with Babel and the framework's own
template parser, so that no system package is needed.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "lagetrunt"
PO = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
CALL = re.compile(r"\b(n?p?gettext)\(((?:\s*u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"),?)+)")
LITERAL = re.compile(r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")
NAMES = {"gettext", "gettext_lazy", "_", "ngettext", "ngettext_lazy"}

Message = str | tuple[str, str]


def in_templates() -> Iterator[tuple[Message, str]]:
    """Every text of the templates, with where it stands."""
    for path in sorted(SOURCE.glob("**/templates/**/*.*")):
        place = str(path.relative_to(ROOT))
        for match in CALL.finditer(templatize(path.read_text(encoding="utf-8"), origin=place)):
            texts = [ast.literal_eval(literal) for literal in LITERAL.findall(match[2])]
            yield (texts[0] if match[1] == "gettext" else (texts[0], texts[1])), place


def in_code() -> Iterator[tuple[Message, str]]:
    """Every text of the Python code that is marked for translation."""
    for path in sorted(SOURCE.glob("**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in NAMES:
                texts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                if texts:
                    yield (tuple(texts[:2]) if node.func.id.startswith("ngettext") else texts[0]), str(path.relative_to(ROOT))


def collected() -> dict[Message, set[str]]:
    """What the interface says, and where."""
    found: dict[Message, set[str]] = {}
    for message, place in [*in_templates(), *in_code()]:
        found.setdefault(message, set()).add(place)
    return found


def catalogue() -> Catalog:
    """The English catalogue as it lies, or an empty one."""
    if not PO.exists():
        return Catalog(locale="en", domain="django", project="lagetrunt")
    return read_po(io.BytesIO(PO.read_bytes()), locale="en", domain="django")


def renewed(old: Catalog, said: dict[Message, set[str]]) -> Catalog:
    """A catalogue of exactly what is said now, with the translations there are."""
    new = Catalog(locale="en", domain="django", project="lagetrunt", fuzzy=False)
    for message in sorted(said, key=str):
        known = old.get(message)
        new.add(message, known.string if known else "", locations=[(place, None) for place in sorted(said[message])],
                flags=known.flags if known else ())  # fmt: skip
    return new


def is_missing(message: Message, catalog: Catalog) -> bool:
    entry = catalog.get(message)
    texts = [] if entry is None else entry.string if isinstance(entry.string, (list, tuple)) else [entry.string]
    return not texts or not all(texts) or "fuzzy" in entry.flags


def compiled(catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    said, old = collected(), catalogue()
    if parser.parse_args().check:
        missing = [f"{min(said[message])}: {message!r}" for message in said if is_missing(message, old)]
        stale = not PO.with_suffix(".mo").exists() or PO.with_suffix(".mo").read_bytes() != compiled(old)
        print("\n".join(missing) or f"All {len(said)} texts have an English translation.")
        if stale:
            print("The compiled catalogue is older than its source: run tools/translations.py")
        return 1 if missing or stale else 0
    new = renewed(old, said)
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, new, width=110, omit_header=False, sort_output=True)
    PO.with_suffix(".mo").write_bytes(compiled(catalogue()))
    print(f"{len(said)} texts, {sum(is_missing(message, new) for message in said)} without translation: {PO.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
