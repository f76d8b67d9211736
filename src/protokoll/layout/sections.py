"""Words that name the parts of minutes: section headings that are no agenda items, and titles that surely
are some.
"""

from __future__ import annotations

import re

from protokoll.words.swedish import holds_any, swedish

_EDGE = r"(?=$|[\s:;.,?!–(-])"

# A line that begins with one of these opens a part of the minutes that is no matter of the meeting, whatever
# follows.
_OPENS = swedish(
    r"(?:närvarande|frånvarande|deltagare|deltagande|deltog|deltar|beslutande|övriga(?= (?:närvarande"
    r"|deltagare|deltagande))|adjungerade?"
    r"|ej närvarande|anmält förhinder|anmäld frånvaro|meddelat (?:förhinder|frånvaro)|tjänstgörande"
    r"|förhinder|förhindrade|saknades|på plats(?= *:)|med på mötet|återbud"
    r"|utses? att justera|vid (?:protokollet|anteckningarna|pennan|tangenterna|tangentbordet|datorn"
    r"|minnesanteckningarna)|protokollet justeras|antecknat av|tid och plats|plats och tid|sammanträdesdatum"
    r"|mötesdatum|mötestid|mötesplats|förslag till beslut|kopia till|skickas till|hälsningar"
    r"|(?:med )?vänlig(?:a)? hälsning|väl mött|hej\b)" + _EDGE,
    re.IGNORECASE,
)
# These do so only alone on their line, before a colon, or in two words at most with a bracket behind.
_ALONE = swedish(
    r"(?:ledamöter|ersättare|övriga|frånvaro|närvaro|närvarolista|via (?:teams|länk|zoom|skype)|digitalt"
    r"|kallade|inbjudna|gäster|dagordning(?:en)?|preliminär dagordning|förslag till dagordning"
    r"|föredragningslista|ärenden"
    r"|ärendelista"
    r"|dagens (?:agenda|dagordning|program)|innehåll|innehållsförteckning|agenda|program|justeras|justerat"
    r"|justerare|justerande|underskrifter|underskrift|ordförande|mötesordförande|sekreterare"
    r"|mötessekreterare|protokollförare|protokollsekreterare|antecknare|sekr|ordf|tid|plats|datum|lokal"
    r"|kallade|paragrafer|paragraf|anslag|bevis|bilagor|bilaga|beslut|bakgrund|ärende"
    r"|ärendebeskrivning|sammanfattning(?: av ärendet)?|uppdrag|ansvar|ansvarig|åtgärd(?:er)?|åtgärdslista"
    r"|beslutsunderlag|yrkanden?|reservation(?:er)?|diskussion|notering(?:ar)?|protokollsanteckning(?:ar)?"
    r"|att göra"
    r"|omröstning|jäv|expedieras(?: till)?|sändlista|värd|tema|överenskommelse|beslutsgång|motivering"
    r"|medlemmar|minnesanteckningar|protokoll|mötesanteckningar|anteckningar|kallelse)"
    r"\s*(?:[:;.]\s*.*|\([^()]*\)\s*:?|$)",
    re.IGNORECASE,
)

_ROUND = swedish(
    r"laget runt|runt (?:bordet|laget)|\brund(?:an?|or)\b|runda(?:n)?\b|bordet runt|läge(?:t|n)?(?: i| hos"
    r"| från|$)|nuläge|lägesrapport|(?:rapport|information|nytt|kort|senaste|händer|hänt)\w*\s+(?:från|i"
    r"|hos|ute i)"
    r"\s+(?:respektive |alla |de |varje )?(?:kommun|organisation|förening|skol|verksamhet|medlem|lokal"
    r"|bibliotek|anläggning|klubb|enhet|ort)|(?:kommun|förening|klubb|medlem|skol"
    r"|organisation)\w*\s+(?:berättar|rapporterar|informerar|runt)"
    r"|rapporter från|från (?:kommunerna|föreningarna|klubbarna|skolorna|medlemmarna)|varvet runt"
    r"|aktuellt (?:i|från|hos)|på gång (?:i|hos)|vad händer",
    re.IGNORECASE,
)

_ROUND_HINTS = (
    "runt", "rund", "läge", "lage", "get i", "rapport", "information", "nytt", "händer", "hander", "hänt",
    "hant", "berättar", "berattar", "informerar", "från ", "fran ", "aktuellt", "på gång", "pa gang",
    "senaste", "kort ",
)  # fmt: skip

# Titles that head a matter in nearly every kind of minutes.
_MATTER = swedish(
    r"(?:mötets? |sammanträdets? )?(?:öppnande|öppnas|öppning|avslutande|avslutas|avslutning)\b|(?:val|utse"
    r"|fastställande|godkännande|genomgång|uppföljning) "
    r"|utse\b|föregående (?:mötes)?(?:protokoll|möte|minnesanteckningar|anteckningar)|förra (?:mötet"
    r"|mötets)|laget runt|runt bordet|nästa (?:möte|träff|sammanträde|gång)"
    r"|kommande (?:möten|träffar|datum|aktiviteter)|övrigt|övriga (?:frågor|ärenden)|information"
    r"|rapporter?\b|ekonomi\b|incheckning|utcheckning|inledning|introduktion|välkom"
    r"|på gång$|aktuellt|presentation|meddelanden|skrivelser|verksamhet|avslut",
    re.IGNORECASE,
)


def names_section(text: str) -> bool:
    """Whether the text opens a part of the minutes that is no agenda item ("Närvarande:", "Dagordning",
    "Vid protokollet").
    """
    return _OPENS.match(text) is not None or _ALONE.match(text) is not None


def names_matter(text: str) -> bool:
    """Whether the text begins as the titles of agenda items commonly do."""
    return _MATTER.match(text) is not None or (len(text) < 60 and names_round(text))


def names_round(title: str) -> bool:
    """Whether a title announces a round ("Laget runt", "Läget i kommunerna")."""
    return holds_any(title, _ROUND_HINTS) and _ROUND.search(title) is not None
