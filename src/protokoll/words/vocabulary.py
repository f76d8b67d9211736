"""Swedish words as data: what people do, say and are in minutes, and what bodies, offices and meetings are
called.

Verbs stand in the present tense; :func:`infinitive` makes the other form. Everything is lower case.
"""

from __future__ import annotations

import re
from functools import lru_cache

from protokoll.words.swedish import LOST, knows_lost, swedish

_PLAIN = str.maketrans("åäöé", "aaoe")
_GONE = str.maketrans("åäöé", LOST * 4)


def words(text: str) -> frozenset[str]:
    """The words of a text as a set, and each of them as a scanner leaves it: without å, ä and ö."""
    return frozenset((text + " " + text.translate(_PLAIN) + " " + text.translate(_GONE)).split())


# Deeds: with a person, group or municipality before them they say what will be done.
DEEDS = words(
    """
    affischerar aktualiserar analyserar anmäler annonserar anordnar ansöker ansvarar arrangerar avbokar
    avropar bearbetar begär beräknar beskriver beställer besöker bereder bevakar bifogar bjuder bokar bygger
    bestämmer driver ersätter fixar fyller formulerar fotograferar fördelar förankrar förbereder fördjupar
    förhandlar förmedlar förtydligar gallrar genomför gör hittar hämtar håller hör inhämtar införskaffar
    informerar initierar inventerar jagar justerar jämför kallar kartlägger kolla kollar kommunicerar
    kompletterar kontaktar kontrollerar konsulterar köper kör lagar lagrar lämnar leder letar läser lägger
    lånar mailar mejlar meddelar målar mäter ombesörjer ordnar organiserar ändrar omarbetar
    omförhandlar påbörjar planerar presenterar prissätter provar prövar publicerar påminner polletterar
    rapporterar redovisar redigerar registrerar rekvirerar reserverar reviderar ringer räknar rättar
    renskriver sammanfattar sammanställer sammankallar samlar samordnar samråder scannar ser skaffar skapar
    skickar skissar skriver skriva sköter slutför sonderar sprider städar stämmer startar ställer stöttar
    svarar synkar söker säkerställer sätter sänder sponsrar tar tillfrågar tillhandahåller tillser
    tillskriver tecknar testar trycker tänker underlättar undersöker uppdaterar upprättar upphandlar
    uppvaktar utarbetar utformar utreder utser utvecklar väljer utvärderar utlyser verkställer vidarebefordrar
    vidareutvecklar vidtar värvar översätter översänder överlämnar återkommer återkopplar återrapporterar
    äskar åtgärdar
    """
)

# Deeds of which a municipality or a group is the doer only when the sentence hands them out, not when it
# tells how things are.
COMMITTING = words(
    """
    anmäler ansöker återkommer återkopplar återrapporterar avropar begär beställer bevakar bjuder bokar
    bereder ersätter fixar fyller formulerar förankrar förbereder förmedlar förtydligar hämtar hör inhämtar
    inventerar jämför kallar kartlägger kollar kommunicerar kompletterar kontaktar kontrollerar lämnar läser
    lägger mailar mejlar meddelar ombesörjer ordnar planerar publicerar påminner rekvirerar reserverar
    reviderar ringer räknar sammanfattar sammanställer sammankallar samlar samordnar samråder skaffar
    skickar skriver sprider stämmer svarar söker säkerställer sänder tar tillfrågar tillser tillskriver
    tänker undersöker uppdaterar upprättar uppvaktar utarbetar utformar utreder utser utvärderar
    vidarebefordrar överlämnar översänder åtgärdar uppger rapporterar redovisar
    """
)

# What people say and show in a meeting: no deed, unless the sentence puts it off to a later day.
TELLING = words(
    """
    aviserar anför anmärker anser antar berättar beskriver betonar bekräftar befarar beklagar citerar delger
    demonstrerar diskuterar efterfrågar efterlyser exemplifierar flaggar framför framhåller frågar förklarar
    föredrar föreslår förevisar förtydligar förordar godkänner gratulerar hoppas hälsar hävdar hänvisar
    illustrerar informerar inflikar inleder inviger instämmer introducerar invänder klargör kommenterar
    konstaterar kritiserar lyfter lovordar lyssnar menar meddelar nämner noterar nyanserar orienterar pekar
    poängterar pratar presenterar problematiserar påminner påpekar påtalar rapporterar redogör redovisar
    refererar reflekterar rekommenderar resonerar sammanfattar skildrar summerar svarar säger tackar talar
    tillägger tipsar tydliggör undrar understryker upplever upplyser uppmanar uppmuntrar uppskattar uppger
    uttrycker visar vittnar välkomnar yrkar önskar öppnar avslutar åskådliggör avrundar
    """
)

# What people are, have, feel and usually do: never a deed to come.
BEING = words(
    """
    accepterar acklamerar anser antecknar arbetar avböjer avgår avslutar avstår avtackar avviker behöver
    beror bor brukar byter börjar deltar efterträder finns flyttar fungerar fyller fyller
    får förekommer föreligger förutsätter förvånas går gäller gillar har heter hinner hoppas hyser ingår
    instämmer intar jobbar justerar jävar kan kommer känner lider ligger lär lever lyckas längtar läser
    medverkar märker måste närvarar oroas orkar pensioneras presiderar protokollför representerar reserverar
    ser sitter slutar sover studerar står stödjer ställer söker tjänstgör tillhör tillträder tror trivs
    tycker tvivlar utgår utgör utses utsågs vakar vet vill väljs väntar växlar yrkar är blir äger åker
    återgår återvänder ämnar önskar passar stannar vikarierar är entledigas ersätter entledigar tjänstledig
    mår ansluter lämnar förblir
    """
)

# Verbs ending in -r that are no present tense.
NO_PRESENT = words(
    "var bar for skar svor stal per eller efter under över när där här hur mer fler sär samt kommer år"
)

IRREGULAR = {
    "utser": "utse",
    "ber": "be",
    "gör": "göra",
    "hör": "höra",
    "tar": "ta",
    "ser": "se",
    "ger": "ge",
    "är": "vara",
    "har": "ha",
    "får": "få",
    "går": "gå",
    "blir": "bli",
    "står": "stå",
    "kör": "köra",
    "drar": "dra",
    "begär": "begära",
    "jämför": "jämföra",
    "genomför": "genomföra",
    "slutför": "slutföra",
    "för": "föra",
    "klargör": "klargöra",
    "lär": "lära",
    "tillser": "tillse",
    "förser": "förse",
    "vidtar": "vidta",
    "ombesörjer": "ombesörja",
    "tillfrågar": "tillfråga",
    "föreslår": "föreslå",
    "avstår": "avstå",
    "deltar": "delta",
    "antar": "anta",
}


def infinitive(present: str) -> str:
    """The infinitive of a verb in the present tense ("kontaktar" → "kontakta")."""
    if present in IRREGULAR:
        return IRREGULAR[present]
    return present[:-2] + "a" if present.endswith(("ar", "er")) else present.removesuffix("r")


DEEDS_INFINITIVE = frozenset(
    map(infinitive, DEEDS | COMMITTING | {"tar", "ger", "lyfter", "berättar", "visar"})
)
NOT_A_DEED_INFINITIVE = frozenset(
    map(infinitive, BEING - {"läser", "söker", "ställer", "ser", "delar", "lämnar"})
) | words(
    "vara ha bli kunna få vilja finnas delta medverka träffas ses mötas samverka sluta börja gå "
    "ligga stå vänta fortsätta"
)

# Words that open sentences with a capital and are nobody's name.
NEVER_NAMES = words(
    """
    den det de denna detta dessa vi ni han hon man jag i på av om till från för med vid under efter före
    inför innan när då där här hur vad vem vilka vilken varför att som eller och men så även också bland
    mellan enligt genom utan inte ingen inget inga någon något några flera många mycket mer en ett två tre
    fyra fem sex sju åtta båda övrig övriga övrigt nästa föregående diskussion information beslut uppdrag
    frågan frågor viktigt bra kort förslag genomgång rapport fortsatt fortsätta därefter därför sedan nu
    dock dessutom vidare samtidigt hösten våren sommaren vintern idag imorgon senast kl klockan januari
    februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag
    torsdag fredag lördag söndag tack hej välkommen god tid plats datum mötet träffen nätverket kommunerna
    kommunen skolan skolorna regionen skolverket regeringen teams zoom ai it ikt sverige utbildning
    ordförande sekreterare närvarande frånvarande deltagare se ny nya ska skall kan bör måste får har är
    blir finns
    """
)

# Offices that one person holds.
OFFICES = (
    r"(?:vice |tf\.? |biträdande |nya? )?(?:ordförande|sekreterare|sammankallande|undertecknade?"
    r"|rektor|kassör"
    r"|webbansvarige?|ungdomsansvarige?"
    r"|[\w-]*(?:ordföranden|sekreteraren|kassören|samordnaren|ledaren|chefen|direktören|strategen"
    r"|rektorn|handläggaren"
    r"|koordinatorn|konsulenten|ekonomen|juristen|utredaren|kommunikatören|informatören|controllern"
    r"|vaktmästaren"
    r"|intendenten|redaktören|webmastern|kontaktpersonen|projektägaren|förvaltaren|sammankallanden))"
)
# Groups, offices and circles of people that can be given something to do.
GROUPS = (
    r"(?:den |de )?(?:nya |avgående |utsedda |nybildade |lokala )?"
    r"(?:[\w-]*(?:grupp(?:en|erna)|utskottet|kommittén|presidiet|kansliet|styrelsen|beredningen"
    r"|nämnden|teamet|sekretariatet|ledningen"
    r"|delegationen|kontoret|förvaltningen|enheten|avdelningen|juryn|panelen|valberedningen)"
    r"|au|(?:[\w-]+)?(?:skolcheferna|rektorerna|cheferna|samordnarna|representanterna|ledarna"
    r"|strategerna|sekreterarna|värdarna"
    r"|projektledarna|revisorerna|pedagogerna|kuratorerna|handläggarna|ombuden|bibliotekarierna"
    r"|utvecklarna|koordinatorerna)"
    r"|(?:[\w-]+nätverket)|värdkommunen|förbundet|kommunalförbundet)"
)
_MEMBERS = (
    r"(?:kommun(?:er(?:na)?)?|deltagare|medlem(?:mar)?|ledam(?:ot|öter)|organisation(?:er)?"
    r"|förening(?:ar)?|klubb(?:ar)?|skol(?:a|or)"
    r"|representant(?:er)?|part(?:er)?|enhet(?:er)?|verksamhet(?:er)?|nätverk(?:smedlemmar)?"
    r"|stad(?:er)?|region(?:er)?|närvarande"
    r"|huvudm[aä]n|förvaltning(?:ar)?|kontaktperson(?:er)?|räddningstjänst(?:er)?|bibliotek"
    r"|sektion(?:er)?|lag|skolchef(?:er)?"
    r"|medlemskommun(?:er)?|medlemsorganisation(?:er)?|samordnare|ombud|bolag|deltagande kommuner"
    r"|grupp(?:er)?)"
)
_NOT_MEMBERS = (
    r"(?:elev|barn|lärar|vårdnadshavare|föräldr|patient|brukare|besökare|tjänst|ärende|fråg|ungdom"
    r"|kund|invånare|medborgare|person)"
)
EVERYONE = (
    rf"(?:(?:alla|samtliga) (?!{_NOT_MEMBERS})[a-zåäö-]+(?:er|ar|or|na|are)(?= (?:[a-zåäö]+r|ska"
    rf"|skall|fick)\b)|(?:varje|respektive) (?!{_NOT_MEMBERS})[a-zåäö-]+(?= (?:[a-zåäö]+r|ska|skall"
    rf"|fick)\b)|(?:ni |vi )?alla(?: (?:våra |de |andra |[a-zåäö]+[ae]nde )?(?:\d+ |femton |fem |sex "
    rf"|sju |åtta"
    rf" )?{_MEMBERS})?(?: i (?:gruppen|nätverket|styrelsen|rådet))?"
    rf"|samtliga(?: (?:\d+ )?{_MEMBERS})?|var och en(?: av oss)?|varje {_MEMBERS}|var(?:je|t)? {_MEMBERS}"
    rf"|respektive {_MEMBERS}|resp\.? {_MEMBERS}|kommunerna|medlemskommunerna|medlemmarna|deltagarna"
    rf"|ledamöterna|föreningarna|alla och envar)"
)

MEETING = (
    r"(?:[\w-]*(?:möte(?:t|n|na)?|träff(?:en|ar|arna)?|sammanträde(?:t|n|na)?|samråd(?:et)?"
    r"|sammankomst(?:en|er)?|konferens(?:en|er)?"
    r"|avstämning(?:en|ar)?|workshop(?:en|s)?|stämma(?:n)?|råd)|gång(?:en)?|tillfälle(?:t)?|session(?:en)?)"
)

# Past tenses that show that a sentence tells what has been.
_PAST = swedish(
    r"\b(?:var|blev|hade|fick|tog|gav|höll|hölls|skrev|såg|gick|kom|drog|stod|låg|satt|lade|la|sa"
    r"|sade|bad|gjorde|gjordes|fanns|ägde|deltog|beslöt"
    r"|skedde|hände|träffades|möttes|sågs|inkom|förekom|lämnades|drabbades|(?-i:[a-zåäö])\w{2,}(?:ade"
    r"|ades|dde|ddes|gde|gdes|kte|ktes|nde|ndes|pte|ptes|rde|rdes|ste"
    r"|stes|mde|mdes|tte|ttes|vde|vdes|lde|ldes|nkte|nktes|xte))\b",
    re.IGNORECASE,
)
_NO_PAST = swedish(
    r"\b(?:ordförande|närvarande|frånvarande|kommande|nuvarande|gällande|sammankallande|föregående"
    r"|ledande|pågående|följande|\w+ande|\w+ende|\w+hunde"
    r"|timme|både|utförde|avseende|vidare|ytte|mitte|vette|hette|åtte|nitte)\b",
    re.IGNORECASE,
)


def tells_the_past(text: str) -> bool:
    """Whether the sentence holds a verb in the past tense."""
    return any(_is_past(word, knows_lost()) for word in _WORD.findall(text))


_WORD = re.compile(r"\w+")


@lru_cache(maxsize=8192)
def _is_past(word: str, lost: bool) -> bool:
    return _PAST.fullmatch(word) is not None and _NO_PAST.fullmatch(word) is None
