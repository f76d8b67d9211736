"""Regular expressions over Swedish words that also know them with å, ä and ö lost, as scanned documents have them."""

from __future__ import annotations

import re

# Letters that no Swedish text uses stand in for a sign that says "a letter was lost here".
_SMALL, _CAPITAL = "\u0275", "\u019f"
_LOST = {"å": f"åa{_SMALL}", "ä": f"äa{_SMALL}", "ö": f"öo{_SMALL}", "é": f"ée{_SMALL}", "Ö": f"Ö{_CAPITAL}"}
_GONE = re.compile("\ufffd")


def letters_for_lost(text: str) -> str:
    """Put a small or capital stand-in letter for each U+FFFD, as long as before."""
    return _GONE.sub(lambda found: _CAPITAL if _opens_word(text, found.start()) else _SMALL, text)


def _opens_word(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    after = text[at + 1 : at + 2]
    capitals = after.isupper() and before.isupper()
    return capitals or (not before.isalpha() and before != "\ufffd" and after.islower() and (at == 0 or before in " (-/"))


def lost_for_letters(text: str) -> str:
    """Undo ``letters_for_lost``."""
    if _SMALL in text or _CAPITAL in text:
        return text.replace(_SMALL, "\ufffd").replace(_CAPITAL, "\ufffd")
    return text


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
