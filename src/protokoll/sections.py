"""Words that name the parts of minutes: section headings that are no agenda items, and titles that surely are some."""

from __future__ import annotations

import re

from protokoll.swedish import swedish

_EDGE = r"(?=$|[\s:;.,?!–(-])"

# A line that begins with one of these opens a part of the minutes that is no matter of the meeting.
SECTION = swedish(
    r"(?:närvarande|frånvarande|deltagare|deltagande|deltog|deltar|beslutande|ledamöter|ersättare|övriga(?= (?:närvarande|deltagare|deltagande)| *:|$)"
    r"|adjungerade?|ej närvarande|anmält förhinder|anmäld frånvaro|meddelat (?:förhinder|frånvaro)|förhinder|förhindrade|frånvaro|närvaro|saknades"
    r"|på plats|via (?:teams|länk|zoom|skype)|digitalt|kallade|inbjudna|gäster|med på mötet|återbud"
    r"|dagordning|föredragningslista|ärenden|ärendelista|innehåll|innehållsförteckning|agenda|program"
    r"|vid (?:protokollet|anteckningarna|pennan|tangenterna|minnesanteckningarna)|justeras|justerat|justerare|justerande|justering(?! av| och)|underskrifter|underskrift"
    r"|ordförande|mötesordförande|sekreterare|mötessekreterare|protokollförare|protokollsekreterare|antecknat av|antecknare|utses att justera|sekr|ordf"
    r"|tid och plats|plats och tid|tid|plats|datum|lokal|sammanträdesdatum|mötesdatum|mötestid|mötesplats|kallade|paragrafer|paragraf|anslag|bevis|bilagor|bilaga"
    r"|beslut|bakgrund|ärende(?! ?\d)|ärendebeskrivning|sammanfattning|uppdrag|ansvar|ansvarig|åtgärd|förslag till beslut|yrkanden?|reservation(?:er)?|diskussion|notering(?:ar)?"
    r"|protokollsanteckning(?:ar)?|att göra|omröstning|jäv|expedieras|sändlista|kopia till|skickas till|värd|frågor|tema)"
    + _EDGE,
    re.IGNORECASE,
)

# Titles that head a matter in nearly every kind of minutes.
_MATTER = swedish(
    r"(?:mötets? |sammanträdets? )?(?:öppnande|öppnas|öppning|avslutande|avslutas|avslutning)\b|(?:val|utse|fastställande|godkännande|genomgång|uppföljning) "
    r"|utse\b|föregående (?:mötes)?(?:protokoll|möte|minnesanteckningar|anteckningar)|förra (?:mötet|mötets)|laget runt|runt bordet|nästa (?:möte|träff|sammanträde|gång)"
    r"|kommande (?:möten|träffar|datum|aktiviteter)|övrigt|övriga (?:frågor|ärenden)|information|rapporter?\b|ekonomi\b|incheckning|utcheckning|inledning|introduktion|välkom"
    r"|presentation|meddelanden|skrivelser|verksamhet|avslut",
    re.IGNORECASE,
)


def names_section(text: str) -> bool:
    """Whether the text opens a part of the minutes that is no agenda item ("Närvarande:", "Dagordning", "Vid protokollet")."""
    return SECTION.match(text) is not None


def names_matter(text: str) -> bool:
    """Whether the text begins as the titles of agenda items commonly do."""
    return _MATTER.match(text) is not None
