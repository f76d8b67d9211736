"""Sentences with which a body settles something: "enades om att", "beslutade att", "avtalet förlängs", and
what only looks so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from protokoll.words.swedish import holds_any, swedish

_SETTLES = (
    r"(?:beslut(?:ar|ade|at)|beslöt|enas|enades|(?:är|var|blev)\s(?:(?:alla|helt|också)\s)?(?:överens"
    r"|eniga?|ense|enhälliga?)|kom(?:mer)?\söverens|bestäm(?:mer|de)(?:\soss\sför)?"
    r"|kom(?:mer)?\sfram\still(?=\satt)"
    r"|fastställ(?:er|de)|godkän(?:ner|de)|antar|antog|(?:väljer|valde)(?=\s(?:att|till|[A-ZÅÄÖ]))"
    r"|utser|utsåg|bifaller|biföll"
    r"|avslår|avslog|ställer\ssig\sbakom|ställde\ssig\sbakom|rekommenderar|rekommenderade"
    r"|tillstyrk(?:er|te)|avstyrk(?:er|te)|bevilja(?:r|de)|bordlägger|bordlade|återremittera(?:r|de)"
    r"|fann|konstaterade\senhälligt|medger|upphäv(?:er|de)|förlänger|förlängde|inrätta(?:r|de)"
    r"|säger\supp|sade\supp|sa\supp|ställer\sin|ställde\sin|landa(?:r|de)\si\s(?=att))"
)
_STRONG = swedish(
    r"\b(?:beslut(?:ar|ade|ades|as|at)|beslöt|beslöts|enas|enades|överens|eniga?\b|ense\b"
    r"|enhälliga?\b|rekommend|bestäm(?:mer|de|des|s)|kom(?:mer)?\sfram\still(?=\satt)|valde|väljer"
    r"|fann|fastställ|godkän"
    r"|bifall|biföll|avslå|avslog|tillstyrk|avstyrk|bevilj|bordl|återremit|antar|antog|utser|utsåg"
    r"|inrätta|förläng|upphäv|landa[rd]|uppdrog|uppdrar)",
    re.IGNORECASE,
)
_STRONG_PARTS = (
    "besl", "enas", "enad", "verens", "enig", "ense", "enh", "rekommend", "best", "fram till", "vald", "ljer", "fann",
    "fastst", "godk", "bif", "avsl", "styrk", "bevilj", "bordl", "remit", "anta", "antog", "uts", "inr", "rl",
    "upph", "landa", "uppdr",
)  # fmt: skip
_OWN_NOUN = (
    r"(?:(?:hela |det |den )?(?:mötet|sammanträdet|nätverket|årsmötet|föreningsmötet|styrelsemötet"
    r"|klubbmötet|medlemsmötet|extrastämman|föreningsstämman|stämman|samrådet|gruppen|samverkan"
    r"|deltagarna|ledamöterna|de närvarande|församlingen|ledningsgruppen|träffen|kommunerna i"
    r" nätverket|årsstämman|alla|samtliga|alla närvarande|nätverksgruppen))"
)
_SUBJECT = r"(?P<subject>[A-ZÅÄÖa-zåäö@][\wåäö&.-]*(?:\s[\wåäö()&.-]+){0,7}?)"
_STATES = swedish(
    rf"^(?:[\w\s,§-]{{0,60}}?,\s)?{_SUBJECT},?\s(?:(?:har|hade)\s)?(?:(?:nu|därför|således|också|även"
    rf"|därmed|enhälligt|gemensamt|alla|preliminärt)\s)?(?P<verb>{_SETTLES})\b"
)
_WE = swedish(
    r"(?:\b(?:är|var)\svi\s(?:alla\s)?(?=överens|eniga?\b|ense)"
    r"|(?:^|[,;:–-]\s|\s(?:och|så|men)\s)(?:vi|man)\s(?:(?:är|var)\s(?=överens|eniga?\b|ense))?"
    rf"(?:(?:alla|nu|därför|också|i gruppen)\s)?)(?P<verb>{_SETTLES}|överens|eniga?|ense)\b",
    re.IGNORECASE,
)
_TURNED = swedish(
    r"^[\w\s,§()-]{2,80}?\s(?P<verb>beslut(?:ar|ade)|beslöt|enas|enades|bestäm(?:mer|de)|valde|väljer"
    r"|fastställde|godkände|antog|bifaller|biföll|avslår|avslog|antar)\s(?P<subject>(?:vi|man"
    r"|[a-zåäöA-Z][\w-]*(?:\s(?:i"
    r"|för|på)\s[\w-]+)?))\s(?=\S)"
)
_PASSIVE = swedish(
    r"(?:^|\s)(?:beslut\satt\b|(?:det\s)?(?:beslut(?:ades|as)|beslöts|bestämdes|bestäms|överenskoms|enades"
    r"|fastslogs|fastställdes)\s(?:också\s|även\s|därför\s|enhälligt\s|gemensamt\s)?(?:om\s)?att\b"
    r"|(?:ett\s)?beslut(?:et)?\s(?:är|blev|blir|togs|tas|fattades|fattas|har\stagits"
    r"|har\sfattats)\s(?:taget\s|fattat\s|därför\s)?(?:om\s|är\s)?(?:att|om)\b|(?:mötets|nätverkets"
    r"|gruppens|styrelsens|vårt)\sbeslut\s(?:är|blev|blir)\b"
    r"|slutsatsen\s(?:är|blev|blir)\satt\b|överenskommelsen\s(?:är|blev|blir)\satt\b|det\s(?:är|blev"
    r"|finns|rådde|råder)\s(?:en\s)?(?:enighet|samsyn|konsensus)\s(?:om|kring)\b"
    r"|(?:enighet|samsyn|konsensus)\s(?:råder|rådde|finns)\s(?:om|kring)\b"
    r"|(?:gruppens|nätverkets|mötets|vår)\srekommendation\s(?:är|blir|blev)\b)",
    re.IGNORECASE,
)
_DONE_TO = swedish(
    r"^(?P<head>[A-ZÅÄÖ][^.!?]{0,90}?)\s(?:(?:kan|måste)\s)?(?P<verb>förlängs|bestämdes|beslutades"
    r"|fastslogs|blir\soförändra[dt]e?|godkänns|godkändes"
    r"|antas|antogs|fastställs|fastställdes|avslås|avslogs|bifalls|bifölls|bordläggs|bordlades"
    r"|återremitteras"
    r"|återremitterades|inrättas|inrättades|utses|utsågs|väljs|valdes|omvaldes|nyvaldes|sägs\supp"
    r"|läggs\s(?:ned|ner|till\shandlingarna)|lades\s(?:ned|ner|till\shandlingarna)|ställs\sin|höjs"
    r"|sänks|upphävs|justeras\still|beviljas|beviljades|ajourneras|remitteras|hänskjuts|hänsköts)\b"
)
_WE_DO = swedish(
    r"^Vi\s(?:(?:därför|alltså|nu|gemensamt)\s)?(?P<verb>byter|slår\sihop|tecknar|kör|spika[rd]e?|håller\sfast|anordnar|arrangerar|genomför|skriver\sunder|inför|avstår|köper|antar|väljer"
    r"|tackar\s(?:nej|ja)|går\s(?:vidare|med\si|ur)|säger\s(?:upp|ja|nej)|förlänger|höjer|sänker"
    r"|ställer\sin|lägger\sner|deltar\sinte|skjuter\supp|avvaktar"
    r"|medfinansierar|upphandlar|använder\ssamma|fortsätter\s(?:med|enligt)|behåller|satsar|startar"
    r"|avslutar\s(?:projektet|samarbetet|avtalet)|ansöker|lämnar\sett|slutar|utökar|flyttar\smötet)\b"
)
_BODY_DOES = swedish(
    r"^(?:Klubben|Föreningen|Styrelsen|Nätverket|Gruppen|Rådet|Mötet|Samverkan"
    r"|Kommittén)\s(?P<verb>begär|avstår|köper|deltar|medfinansierar|lämnar|byter|inför|ställer\ssig"
    r"|avvaktar|går\s(?:vidare|med)|säger|tackar\s(?:ja|nej)|förlänger|anslår|avsätter|höjer|sänker"
    r"|upphandlar|behåller|arrangerar)\b"
)

_NOT_SETTLED = swedish(
    r"\b(?:inget|inga|ingen|ej något|inte något|utan)\s(?:formella?\s|slutlig[at]?\s"
    r"|nytt\s)?(?:beslut|överenskommelse|ställningstagande)\b|\bbeslut(?:et)?\s(?:tas|fattas|väntas"
    r"|skjuts|sköts|får\svänta|kan\stas|kan\sfattas|ska\stas|ska\sfattas|kommer\satt\s(?:tas"
    r"|fattas))\b(?!\som\satt)"
    r"|\b(?:kan|kunde)\sinte\s(?:enas|besluta)|\bföre(?:slår|slog|slås|slogs)\b.{0,60}\b(?:beslut"
    r"|besluta|att)|\bförslag(?:et)?\still\sbeslut|\byrka(?:r|de)\b|\breserver(?:ar|ade)\b"
    r"|\binte\s(?:enas|enades|beslutat|beslutades|överens|eniga)\b"
    r"|\b(?:oeniga|redan\s(?:19|20)\d\d|senaste\smöte|(?:på|vid)\sförra\smötet|vid\stidigare\smöte|avgörs|avgöras)\b|\bom\s(?:vi"
    r"|nätverket|mötet)\sbeslutar\b|\bska\sbesluta\b"
    r"|\bskall\sbesluta\b|\bkommer\satt\sbesluta\b|\bbehöver\sbesluta\b|\bvill\sbesluta\b"
    r"|\bbör\sbesluta\b|\bkan\sbesluta\b|\bbesluta(?:r|s)?\som\b|\binnan\s.{0,40}beslutar\b"
    r"|\b(?:kanske|eventuellt|troligen|förmodligen|möjligen|sannolikt)\b|\?\s*$",
    re.IGNORECASE,
)
_REPORTING = swedish(
    r"\b(?:informera(?:r|de)|berätta(?:r|de)|meddela(?:r|de|t)|redogör|redogjorde|rapportera(?:r|de)"
    r"|nämner|nämnde|säger|sa|sade|förklarar|förklarade|påpekar|undra(?:r|de)"
    r"|enligt)\b(?:\s[\w,]+){0,5}?\satt\b",
    re.IGNORECASE,
)
_MODAL = swedish(r"\b(?:ska|skall|kan|kommer|bör|vill|måste|skulle|behöver|får)\b", re.IGNORECASE)
_OPENER = swedish(
    rf"^(?P<subject>[A-ZÅÄÖa-zåäö][^.:;?!]{{0,70}}?)?\s?(?P<verb>{_SETTLES}|besluta|Beslut(?:ades"
    rf"|as)?|BESLUTA[RDES]*|beslutar\senhälligt)(?:\s(?:enhälligt|därför|härmed|följande|också|även|i"
    rf" enlighet med [\w\s]{{3,40}}|enligt [\w\s]{{3,40}}|efter [\w\s]{{3,40}}))*\s?(?:att)?\s?(?::|…"
    rf"|\.\.\.)?\s*$"
)
_FORMAL = swedish(
    r"\b(?:dagordning\w*|föredragningslista\w*|röstlängd\w*|beslutsför\w*|kallelse[n]?s?\b.*(?:tid|behörig"
    r"|stadge)|behörig[t]?\s(?:utlyst|kallat|ordning)|till\shandlingarna|(?:mötet|årsmötet"
    r"|sammanträdet)\s(?:öppnas|öppnades|avslutas|avslutades|förklara)|rösträknare|justera"
    r"|justeringsm[aä]n|justerare"
    r"|justerande|notera(?:r)?\sinformationen|ta(?:r)?\sdel\sav\sinformationen|lägga\sinformationen"
    r"|godkän\w*\s(?:föregående\s)?(?:mötes)?(?:protokoll|anteckning|minnesanteckning)|(?:protokoll"
    r"|anteckning|minnesanteckning)\w*(?:\s\w+){0,6}\s(?:godkän|lades|läggs|fastställ)"
    r"|(?:ordförande|sekreterare|mötesordförande|mötessekreterare)(?:\s(?:och|samt)\s\w+)?\s(?:för"
    r"|vid|på)\s(?:mötet|årsmötet|dagens|stämman|sammanträdet)|(?:mötes|års?mötes)(?:ordförande"
    r"|sekreterare)|närvarolista\w*\sgäller)\b"
    r"|\btill\s(?:mötes)?(?:sekreterare|ordförande|justera\w+"
    r"|protokolljustera\w+)\s(?:för\s\w+\s)?(?:valdes|utses|utsågs|väljs)|\b(?:valdes|utses|utsågs"
    r"|väljs|valde|utser|väljer|välja|utse)\b.{0,60}\b(?:till|som)\s(?:ordförande|sekreterare"
    r"|protokollförare)\b(?!.*\b(?:på|för)\s(?:ett|två|tre|\d)\sår)",
    re.IGNORECASE,
)
_REPORTED_SOURCE = swedish(
    r"\b(?:har|hade)\s(?:redan\s|nu\s|också\s|tidigare\s)?(?:beslutat|fattat\sbeslut|bestämt|enats"
    r"|antagit|godkänt|sagt)",
    re.IGNORECASE,
)


_AGREES = swedish(
    r"(?:enas|enades|(?:är|var|blev)\s(?:\w+\s)?(?:överens|eniga?|ense)|kom(?:mer)?\söverens)", re.IGNORECASE
)
_OTHER_BODY = swedish(
    r"(?:grupp|nämnd|styrelse|regering|riksdag|verk|utskott|råd|chefer|nätverk|fullmäktige)(?:en|et|na|s)?\b",
    re.IGNORECASE,
)


def is_formal(text: str) -> bool:
    """Whether a decision is a formality: agenda, earlier minutes, the meeting's own functionaries, its
    opening and end.
    """
    return _FORMAL.search(text) is not None


_NOTHING = swedish(
    r"^\W*(?:inget|inga|ingen|inte något|ej)\s(?:formell\w+\s)?(?:beslut|ställningstagande|åtgärd)\b"
    r"|^\W*(?:inget|inga|–|-|ej aktuellt)?\W*$",
    re.IGNORECASE,
)


def decides_nothing(text: str) -> bool:
    """Whether the words behind a mark say that there is no decision ("Beslut: inget beslut fattades",
    "Beslut: –").
    """
    return _NOTHING.search(text) is not None


def opens_clauses(text: str, own: OwnNames | None) -> bool:
    """Whether a line ends in the verb of deciding, so that the att-clauses below it are the decisions
    ("Rådet beslutar").
    """
    if len(text) > 150 or text.rstrip()[-1:] in {".", "?", "!"}:
        return False
    match = _OPENER.match(text)
    if match is None or _NOT_SETTLED.search(text) or "förslag" in text.casefold():
        return False
    subject = (match["subject"] or "").strip()
    return not subject or own is None or len(subject.split()) <= 2 or own.mean(subject)


def settles(text: str, own: OwnNames) -> bool:
    """Whether a sentence of running text says that this body settled something."""
    strong = holds_any(text, _STRONG_PARTS) and _STRONG.search(text) is not None
    said = (strong and _says_settled(text, own)) or _done_to(text) or _does(text)
    return said and not _NOT_SETTLED.search(text)


def _says_settled(text: str, own: OwnNames) -> bool:
    if any(_states(text[start:], own) for start in _clauses(text)):
        return not _REPORTED_SOURCE.search(text)
    if _WE.search(text) or _PASSIVE.search(text):
        return not _REPORTING.search(text) and not _someone_elses(text, own)
    match = _TURNED.match(text)
    return match is not None and own.mean(match["subject"])


_CLAUSE = swedish(
    r"(?:\s(?:och|men|så)|[,;:])\s(?!(?:som|att|om|när|vilket|där|då|eftersom)\b)(?=[a-zåäöA-ZÅÄÖ])"
)


def _clauses(text: str) -> list[int]:
    """Where a main clause may begin: at the start, and behind "och", "men", a comma."""
    return [0, *(match.end() for match in _CLAUSE.finditer(text))][:8]


_EACH = swedish(r"(?:alla|samtliga|varje|respektive|var och en)\b", re.IGNORECASE)
_ACTS = swedish(r"(?:utser|väljer|godkänner|fastställer|antar)")
_PAST_DAY = swedish(
    r"(?:des|togs|ades|lades)\s(?:redan\s)?(?:i\s(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|fjol|våras|höstas)|den\s\d|förra|20\d\d)"
)
_NONE_OF_IT = swedish(r"^Ing(?:en|et|a)\s[\w\s-]{3,40}?\s(?:görs|genomförs|ordnas|hålls|införs|köps)\b")


def _states(text: str, own: OwnNames) -> bool:
    """Whether the clause begins "<this body> beslutade …", or says that some of those present agreed."""
    match = _STATES.match(text)
    if match is None or _REPORTING.search(text[: match.end()]):
        return False
    subject = match["subject"]
    if _EACH.match(subject) and _ACTS.match(match["verb"]):
        return False
    agrees = _AGREES.match(match["verb"]) is not None and not _OTHER_BODY.search(subject)
    return agrees or own.mean(subject)


_PUT_OFF = swedish(
    r"^(?:Bordläggs|Bordlades|Återremitteras|Återremitterades|Bifölls|Bifalls|Avslogs|Avslås|Antogs"
    r"|Fastställdes|Beviljades|Tillstyrktes|Avstyrktes)\b"
)


def _done_to(text: str) -> bool:
    """ "Avtalet förlängs", "Frågan bordlades": settled without saying by whom."""
    if _PUT_OFF.match(text) or (text.startswith("Ing") and _NONE_OF_IT.match(text)):
        return True
    if text.startswith(("Ny ", "Nya ", "Nytt ")) or not text[:1].isupper():
        return False
    match = _DONE_TO.match(text)
    return (
        match is not None
        and not _PAST_DAY.search(text)
        and not _MODAL.search(match["head"])
        and not re.search(r"\b(?:som|att|när)\b", match["head"])
        and len(text.split()) < 32
    )


def _does(text: str) -> bool:
    """ "Vi byter lokal", "Klubben begär inte förhandling": the body says what it does."""
    match = _WE_DO.match(text) if text.startswith("Vi") else _BODY_DOES.match(text)
    return match is not None and not _MODAL.search(text[: match.end()])


def _someone_elses(text: str, own: OwnNames) -> bool:
    """Whether a passive decision was taken by another body ("beslutades av nämnden", "i skolchefsgruppen
    beslutades").
    """
    by = re.search(
        r"\b(?:av|i|hos|från)\s(?P<who>[\w-]*(?:gruppen|nämnden|styrelsen|fullmäktige|regeringen"
        r"|riksdagen|verket|cheferna|kommunen|regionen|utskottet))\b",
        text,
    )
    return by is not None and not own.mean(by["who"])


_KINDS_OF_BODY = (
    "råd",
    "styrelse",
    "kommitté",
    "utskott",
    "forum",
    "klubb",
    "förening",
    "nämnd",
    "team",
    "konferens",
    "stämma",
    "beredning",
    "direktion",
    "kollegi",
    "presidi",
    "sektion",
    "delegation",
)
_NETWORKS = swedish(r"nätverk|grupp|råd\b|rådet|utskott|nämnd|kommitté|forum|team", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What the body that met may call itself: general words, and the stems of its own name."""

    general: re.Pattern[str]
    stems: tuple[str, ...]
    name: str

    def mean(self, subject: str) -> bool:
        """Whether a subject means the body that met."""
        bare = subject.strip(" ,")
        if self.general.fullmatch(bare) is not None:
            return True
        words = bare.casefold().split()
        return any(self._is_name(word) for word in words[:6]) or (
            bool(self.name) and self.name in bare.casefold()
        )

    def _is_name(self, word: str) -> bool:
        """Whether a word is one of the stems, with its endings; "SIKT-nätverket" is, "juristnätverket" is
        not.
        """
        bare = word.rpartition("-")[2] if not word.startswith(self.stems) else word
        return any(bare.startswith(stem) and bare[len(stem) :] in _ENDINGS for stem in self.stems)


_ENDINGS = frozenset(("", "s", "n", "t", "en", "et", "ens", "ets", "na", "arna", "erna"))


@lru_cache(maxsize=256)
def own_names(body: str | None) -> OwnNames:
    """The names by which the body of this document may go."""
    folded = (body or "").casefold()
    kind = _NETWORKS.search(folded)
    nouns = tuple(noun for noun in _KINDS_OF_BODY if kind is None or noun in folded)
    stems = tuple(
        re.sub(r"(?:en|et|n|t|s)$", "", word)
        for word in re.findall(r"[\w-]+", folded)
        if len(word) > 3 and _BODY_WORD.search(word)
    )
    return OwnNames(_general(nouns), stems, folded)


@lru_cache(maxsize=64)
def _general(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """The general words of a body, as a pattern over whole subjects; one per combination of kinds, not per
    document.
    """
    words = [_OWN_NOUN, "vi", "man", *(rf"{noun}(?:n|en|et|t|um|et)?" for noun in nouns)]
    tail = r"(?:\s(?:i|för|inom|på)\s[\w\s-]{2,40}|\s[A-ZÅÄÖ][\w-]+|-nätverket)?"
    extra = r"(?:\s(?:är|var|har|enhälligt|alla|därför|och|samt|i|gruppen|nätverket)){0,4}"
    return swedish(rf"(?:[\w\s-]{{0,40}}?\b)?(?:{'|'.join(words)}){tail}{extra}", re.IGNORECASE)


_BODY_WORD = swedish(
    r"(?:grupp|nätverk|råd|styrelse|kommitté|nämnd|utskott|förening|klubb|forum|lag|team|förbund"
    r"|samverkan|ledning|delegation|utveckl|beredning|direktion|kollegi|stämma|presidi|kår\b|sektion"
    r"|krets|distrikt"
    r"|strateg|förvaltning)"
)
