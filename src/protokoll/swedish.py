"""Regular expressions over Swedish words that also know them with å, ä and ö lost, as scanned documents have them."""

from __future__ import annotations

import re

_LOST = {"å": "åa\ufffd", "ä": "äa\ufffd", "ö": "öo\ufffd", "é": "ée\ufffd"}


def swedish(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile ``pattern`` so that each å, ä and ö in it also meets the plain letter or the sign of a lost one."""
    out: list[str] = []
    inside = escaped = False
    for sign in pattern:
        if escaped:
            out.append(sign)
            escaped = False
            continue
        escaped = sign == "\\"
        inside = (inside and sign != "]") or (not inside and sign == "[")
        lost = _LOST.get(sign)
        if lost is None:
            out.append(sign)
        else:
            out.append(lost if inside else f"[{lost}]")
    return re.compile("".join(out), flags)
