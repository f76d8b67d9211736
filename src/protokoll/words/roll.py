"""Words that head lists of people, and words that tell in a sentence who was away."""

from __future__ import annotations

import re
from typing import Literal

from protokoll.words.swedish import swedish

Status = Literal["present", "absent"]

_GLUE = (
    r"(?: (?:ledamöter|ledamot|suppleant|ersättare|medlemmar|ersättare|suppleanter|deltagare|personer"
    r"|representanter|kommuner"
    r"|organisationer|föreningar|var|är|gjorde|på mötet|vid mötet|vid träffen"
    r"|på träffen|under mötet|från kommunerna|på plats|via teams|på länk|digitalt|i mötet|i dag|idag|hade"
    r"|har|av|från|att delta))*"
)
_PRESENT = (
    r"(?:övriga )?(?:närvarande|närvarolista|närvaro|närv\.?|deltagarlista|deltagarförteckning|deltagare"
    r"|deltagande|deltog(?! (?:ej|inte))|deltar|mötesdeltagare|beslutande"
    r"|på plats|(?:vi som var )?med(?= var\b| är\b|\s*:)|vi som var (?:med|där)|där (?:var|deltog)"
    r"|i (?:rummet|salen)(?=\s*:)|(?:vilka|där|här|kallade)(?=\s*:)"
    r"|med på (?:mötet"
    r"|träffen)|medverkande|(?:kommuner|organisationer|föreningar) (?:på plats|som deltog|närvarande)"
    r"|(?:kommun|organisation|förening|ort)\s?/\s?(?:deltagare|namn|närvarande"
    r"|representant)|(?:i|på|vid) (?:mötet|träffen) (?:deltog|deltar|var)|upprop)"
)
_ABSENT = (
    r"(?:ej(?=\s*:)|(?:anmäl[td]a?|meddela[td]|lämnat|anmälde|inkommit med) (?:förhinder|frånvaro|återbud)"
    r"|frånvarande"
    r"|frånvaro|frånv\.?|(?:ej|inte|icke) (?:närvarande|närv\.?|anslutna|representerade|representerad"
    r"|deltagande|med|på plats|hörts av)"
    r"|deltog (?:ej|inte)|deltar (?:ej|inte)|förhinder|förfall|förhindrade?|(?:kommuner|organisationer"
    r"|föreningar|ledamöter) som (?:saknades|var frånvarande|inte deltog|saknas)|återbud|saknades|saknas"
    r"|uteblivna"
    r"|uteblev|kunde (?:inte|ej)(?: (?:delta|komma|vara med)|(?=\s*:))|sjuka?|borta)"
)
_GROUP = (
    r"(?:(?:(?:ej|icke|inte|ordinarie) )?(?:tjänstgörande |närvarande )?(?:ledamöter|ersättare|suppleanter)"
    r"|ordinarie|övriga|adjungerad(?:e)?(?: ledamöter)?|gäst(?:er)?|inbjud(?:na|en)|via (?:teams|länk|zoom"
    r"|skype)"
    r"|på (?:distans|länk|telefon)|digitalt|online|tjänste(?:män|personer)|politiker"
    r"|personal(?:representanter)?"
    r"|fackliga (?:företrädare|representanter)|revisorer|föredragande|föräldrar|elever"
    r"|medlemmar|representanter|kommuner|kommunerna|(?:från|för) (?P<org>[\w ]{3,40}?)(?=\s*:|\s*$))"
)
_HEAD = swedish(
    rf"(?:(?P<absent>{_ABSENT}{_GLUE})|(?P<present>{_PRESENT}{_GLUE})|(?P<group>{_GROUP}))"
    r"(?P<note>\s*\([^()]{0,40}\))?(?P<end>\s*[:;–](?=\s|$)|\s+-\s|\s*$|\s+)",
    re.IGNORECASE,
)
INNER = swedish(
    rf"(?:^|(?<=[.;)\]\w])\s+)(?=(?:{_ABSENT}|{_PRESENT}|(?:Adjungerade?|Ersättare|Gäster"
    rf"|Övriga))(?:{_GLUE})\s?:\s)",
    re.IGNORECASE,
)
AWAY = swedish(
    r"\b(?:förhinder|återbud|frånvaro|frånvarande|frånvaroanmäl\w+|(?:inte|ej) med\b|(?:inte|ej) (?:delta"
    r"|deltog|vara med|närvara|komma|närvarande|representera\w+)|saknades|saknas|uteblev)\b",
    re.IGNORECASE,
)
SUBJECT = swedish(
    r"^\s*(?:.{0,80}\batt )?(?:även |också |dessutom )?(?P<who>.+?)\s+(?:hade|har|fick|är|var|meddelade"
    r"|meddelat|anmälde|anmält|lämnade|lämnat|saknades|saknas|deltog|kunde|kan|uteblev)\b",
    re.IGNORECASE,
)
FINITE = swedish(
    r"\b(?:är|var|har|hade|ska|skall|kan|kunde|bör|fick|blir|blev|vill|måste|finns|fanns|beslutade|beslutar"
    r"|valdes|utsågs|hälsade|hälsar|öppnade|förklarade|godkändes|berättade"
    r"|berättar|informerade|informerar|gick|tog|kommer|presenterade|presenterar|visade|läggs|lades"
    r"|antecknar|antecknade|skrev|skriver|leder|ledde)\b"
)
SENTENCE = swedish(
    r"(?:[^.]|\.(?!\s+[A-ZÅÄÖ])|(?<=\b[A-ZÅÄÖ])\.|(?<=ordf)\.|(?<=sekr)\.|(?<=adj)\.|(?<=kass)\."
    r"|(?<=ers)\.)+\.?"
)
COLUMN_HEADS = swedish(
    r"(?:(?:namn|kommun|organisation|roll|funktion|titel|befattning|närvarande|närv\.?|frånvarande|förening"
    r"|enhet|deltagare)\s*)+$",
    re.IGNORECASE,
)
FOR = swedish(r"(?:Från|För) ([A-ZÅÄÖ][\w -]{2,40}?)\s*:")
GUESTS = swedish(
    r"(?:övriga|adjungerad|gäst|inbjud|tjänste|personal|revisor|föredragande|via |på distans|digitalt|online"
    r"|politiker|facklig|för |från )",
    re.IGNORECASE,
)
JOINS = swedish(r"\b(?:och|samt|från|för|i|av|på|vid)$")
LAST_PIECE = swedish(r"[^,;(&]+$")
WORD = swedish(r"[\w-]+")
MEMBERS = swedish(r"(?:ordinarie|ledamöter|ersättare|suppleanter|(?:ej |icke )?tjänstgörande)", re.IGNORECASE)
OFFICE = swedish(r"\s*(?:ordförande|sekreterare|ordf|sekr)\b[^:,]*:", re.IGNORECASE)
HINTS = ("rv", "deltag", "deltog", "delta", "med ", "hinder", "terbud", "nv", "utom", "saknades")
EXCEPT = swedish(
    r"^(?:alla|samtliga|alla kommuner|samtliga kommuner)\b.{0,40}?\b(?:utom|förutom"
    r"|undantaget)\s+(?P<who>[A-ZÅÄÖ].+?)\.?$",
    re.IGNORECASE,
)
RELATIVE = swedish(r",? (?:som|vilken|vilka) .*$")
BRACKETS = swedish(r"\([^()]*\)?")
OFFICE_LINE = swedish(
    r"(?:mötes)?(?:ordförande|sekreterare|ledare)|protokollförare|sekr\b|ordf\b|antecknare", re.IGNORECASE
)
META = swedish(
    r"(?:tid och plats|plats och tid|utses? (?:att justera|till justerare)|underskrifter|paragrafer|§"
    r"|punkt \d"
    r"|vid (?:protokollet|pennan|anteckningarna|tangenterna)|antecknat av|innehåll$|(?:tid|plats|datum"
    r"|lokal|när"
    r"|var|dag|ärenden?|dagordning|agenda|program|föredragningslista|justerare|justering|anteckningar"
    r"|antecknare"
    r"|protokollförare|(?:dagens )?mötes(?:ordförande|sekreterare)|dagens (?:ordförande|sekreterare)|värd"
    r"|referat|tema|kallelse|bilagor|sekreterare|sekr"
    r"|ordförande|ordf)(?=\s*:|\s*$|\t))(?![\wåäö])",
    re.IGNORECASE,
)


def head_of(text: str) -> tuple[Status | None, int, bool] | None:
    """The heading of a list of people at the start of ``text``: status (None for a mere group such as
    "Ersättare"), where the list begins, and whether the heading is set off (by a colon or by standing
    alone). None when there is no such heading.
    """
    found = _HEAD.match(text)
    if found is None:
        return None
    status: Status | None = (
        "absent" if found.group("absent") else "present" if found.group("present") else None
    )
    end = found.group("end").strip()
    return status, found.end(), bool(end) or found.end() >= len(text)
