"""Addresses in the text: web pages and mail, each once."""

from __future__ import annotations

import re

from protokoll.draft import Draft
from protokoll.outline import Outline
from protokoll.records import Link

_ADDRESS = re.compile(
    r"(?P<url>(?:https?://|(?<![\w@.])www\.)[^\s<>\"”»|]+)"
    r"|(?P<mail>(?:mailto:)?(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})",
    re.IGNORECASE,
)
_MAIL_HEAD = re.compile(r"(?:från|till|kopia|hemlig kopia|svar till|from|to|cc|reply-to):\s", re.IGNORECASE)
_TRAIL = ".,;:!?)]}'’*_"


def read(outline: Outline, draft: Draft) -> None:
    """Add each address once, at the first line where it stands; targets hidden behind words count too."""
    seen: set[str] = set()
    for number, line in enumerate(outline.lines, 1):
        text = line.text
        if line.furniture or ("@" not in text and "www." not in text and "://" not in text):
            continue
        if number <= 12 and _MAIL_HEAD.match(text):
            continue
        for found in _ADDRESS.finditer(text):
            _add(draft, seen, found.group(), number)
            if found.start() == len(text) - len(text.lstrip()) and found.end() >= len(text.rstrip()) - 1:
                draft.claim(number, by="links")
    for target, number in outline.text.links:
        _add(draft, seen, target, number)


def _add(draft: Draft, seen: set[str], written: str, line: int) -> None:
    target = written.rstrip(_TRAIL)
    if target.count("(") > target.count(")"):
        target += ")"
    lower = target.casefold()
    if "@" in target and "://" not in target:
        target = target if lower.startswith("mailto:") else "mailto:" + target
    elif lower.startswith("www."):
        target = "https://" + target
    key = re.sub(r"^(?:https?://)?(?:www\.)?", "", target.casefold()).rstrip("/")
    if len(target) < 8 or key in seen:
        return
    seen.add(key)
    draft.records["links"].append(Link(line=line, target=target))
