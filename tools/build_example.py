"""Builds the example region's Word, OpenDocument and PDF files from example-sources/ (see README.md).

    python tools/build_example.py [NAME …]      only the sources whose path contains one of the names

A source is called ``<network>/<name>.<docx|odt|pdf>.txt``. Plain .txt documents have no source:
they are written where they lie.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from example_docx import write_docx
from example_odt import write_odt
from example_text import parse

HERE = Path(__file__).parent
SOURCES = HERE / "example-sources"
DOCUMENTS = HERE.parent / "src/lagetrunt/config/example/documents"


def main(names: list[str]) -> None:
    """Build every source, or those whose path contains one of ``names``."""
    looks = offices()
    for source in sorted(SOURCES.glob("*/*.txt")):
        relative = source.relative_to(SOURCES)
        if names and not any(name in str(relative) for name in names):
            continue
        target = DOCUMENTS / relative.with_suffix("")
        target.parent.mkdir(parents=True, exist_ok=True)
        build(source, looks, target)
        print(target.relative_to(DOCUMENTS))


def build(source: Path, looks: dict[str, Any], target: Path) -> None:
    """Write one document in the format that its name ends in."""
    page = parse(source.read_text(encoding="utf-8"))
    office = looks[page.office]
    if target.suffix == ".odt":
        write_odt(page, office, target)
    elif target.suffix == ".docx":
        write_docx(page, office, target)
    else:
        with tempfile.TemporaryDirectory() as folder:
            word = Path(folder) / (target.stem + ".docx")
            write_docx(page, office, word)
            _print_to_pdf(word, target.parent, Path(folder))


def _print_to_pdf(word: Path, folder: Path, profile: Path) -> None:
    own_profile = f"-env:UserInstallation=file://{profile}/office"
    subprocess.run(
        ["soffice", own_profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word)],
        check=True,
        capture_output=True,
        timeout=120,
    )


def offices() -> dict[str, Any]:
    """Read the looks, each filled up from its base."""
    with (HERE / "example_offices.toml").open("rb") as file:
        raw: dict[str, Any] = tomllib.load(file)
    full: dict[str, Any] = {}
    for name, look in raw.items():
        full[name] = {**full.get(look.get("base", ""), {}), **look}
    return full


if __name__ == "__main__":
    main(sys.argv[1:])
