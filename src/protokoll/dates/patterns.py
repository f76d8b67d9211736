"""The written forms of Swedish dates and times, as regular expressions.

Each is linear: every repetition is bounded.
"""

from __future__ import annotations

import re

MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "febr": 2, "feb": 2, "mars": 3, "mar": 3, "april": 4, "apr": 4,
    "maj": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augusti": 8, "aug": 8, "september": 9, "sept": 9,
    "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "måndag": 0, "mån": 0, "tisdag": 1, "tis": 1, "tisd": 1, "onsdag": 2, "ons": 2, "onsd": 2, "torsdag": 3,
    "tors": 3, "tor": 3, "torsd": 3, "fredag": 4, "fre": 4, "fred": 4, "lördag": 5, "lör": 5, "söndag": 6,
    "sön": 6, "mandag": 0, "lordag": 5, "sondag": 6,
}  # fmt: skip

DIGIT = re.compile(r"\d")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = (
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec)"
)
_FULL_MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = r"(?::?[ae](?![a-zåäö]))?"
_DASH = r"\s?(?:[-–—]|till|t\.o\.m\.?)\s?"
_MONTH_YEAR = (
    rf"(?:\.?,?\s{{0,2}}(?P<{{0}}>{_YEAR})(?![\d/])(?!-\d)|\s?[-'’´](?P<{{1}}>[0-4]\d)(?![\d/]|[.:]\d))?"
)


def _month_year(full: str, short: str) -> str:
    return _MONTH_YEAR.replace("{0}", full).replace("{1}", short)


ISO = re.compile(
    rf"(?=\d)(?<![\d./-])(?P<y>{_YEAR})(?P<sep>[-–/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>{_DAY})(?!\d)"
    rf"(?:\s?[-–—]\s?(?:(?P<y2>{_YEAR})-(?P<m2>0[1-9]|1[0-2])-)?(?P<d2>[0-3]\d)(?![\d.:/-]))?"
)
COMPACT = re.compile(
    r"(?=\d)(?<![\d-])(?P<y>20[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\d-])"
)
SHORT = re.compile(
    r"(?=\d)(?<![\d./-])(?P<y>[0-4]\d)(?P<sep>-?)(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])(?![\d-])"
)
DOTTED = re.compile(rf"(?=\d)(?<![\d.])(?P<d>{_DAY})\.(?P<m>0?[1-9]|1[0-2])\.(?P<y>{_YEAR})(?!\d)")
SLASHED = re.compile(
    rf"(?<![\w/.,:§])(?<!\d[-–])(?:(?P<d1>{_DAY})(?:/(?P<m1>0?[1-9]"
    rf"|1[0-2]))?{_DASH})?(?P<d>{_DAY})/(?P<m>0?[1-9]|1[0-2])"
    rf"(?:[-–\s/]\s?(?P<y>{_YEAR})(?!\d)|\s?[-–'’/](?P<yy>[1-4]\d)(?![\d/]|[.:]\d))?(?![\d/:]|\.\d)"
)
NAMED = re.compile(
    rf"(?=\d)(?<![\w/.,:-])(?<!\d[–:])(?P<enum>(?:{_DAY}{_ORDINAL}(?:,\s?|\s?/\s?|\s(?:och|samt|eller"
    rf"|&)\s)){{1,6}})?"
    rf"(?:(?P<d1>{_DAY}){_ORDINAL}(?:\s?(?P<m1>{_MONTH})\.?(?:\s(?P<y1>{_YEAR}))?)?{_DASH}(?:den\s)?)?"
    rf"(?P<d>{_DAY}){_ORDINAL}\s{{0,2}}(?P<m>{_MONTH})(?![a-zåäö])" + _month_year("y", "yy"),
    re.IGNORECASE,
)
WEEK = re.compile(
    r"(?=[vV])(?<![\w.])(?:v\.?\s?|veck(?:an?|orna|or)\s)(?P<w>[1-9]|0[1-9]|[1-4]\d|5[0-3])(?![\d%])"
    r"(?:\s?[-–—/]\s?(?:v\.?\s?)?(?P<w2>[1-4]\d|5[0-3]|0?[1-9])(?!\d))?"
    rf"(?:,?\s?-?(?P<y>{_YEAR})(?!\d)|\s?[-'’](?P<yy>[1-4]\d)(?!\d))?(?![.:]\d)",
    re.IGNORECASE,
)
MONTH = re.compile(
    rf"(?=[adfjmnosADFJMNOS])(?<![\w./-])(?P<m>{_FULL_MONTH}|febr?|aug|sept|okt|nov"
    rf"|dec)(?![\wåäö])(?:\s(?:månad\s)?(?P<y>{_YEAR})(?![\d-]))?",
    re.IGNORECASE,
)
MONTH_ABBREVIATED = re.compile(
    rf"(?=[adfjmnosADFJMNOS])(?<![\w./-])(?P<m>{_MONTH})\.?\s(?P<y>{_YEAR})(?![\d-])", re.IGNORECASE
)

_HOUR = r"(?:[01]?\d|2[0-4])"
_MINUTE = r"[0-5]\d"
_TO = r"\s?(?:[-–—]|till|och)\s?(?:kl(?:ockan)?\.?\s?)?"
MAYBE_TIME = re.compile(r"\d[.:]\d\d|(?i:kl)")
TIME = re.compile(
    rf"(?=[\dkK])(?<![\w.:/,-])(?:(?P<kl>kl(?:ockan)?\.?\s{{0,3}})(?P<h>{_HOUR})(?:[.:](?P<m>{_MINUTE}))?"
    rf"(?:{_TO}(?P<h2>{_HOUR})(?:[.:](?P<m2>{_MINUTE}))?)?(?![\d%/])"
    rf"|(?P<h3>{_HOUR})(?:[.:](?P<m3>{_MINUTE})){_TO}(?P<h4>{_HOUR})(?:[.:](?P<m4>{_MINUTE}))?(?![\d/:])"
    rf"|(?P<h5>{_HOUR}){_TO}(?P<h6>{_HOUR})[.:](?P<m6>{_MINUTE})(?![\d/:.])"
    rf"|(?P<h7>[01]\d|2[0-3]|[7-9]):(?P<m7>{_MINUTE})(?![\d:]))",
    re.IGNORECASE,
)
TIME_AFTER_DATE = re.compile(
    rf"\s{{0,3}}[,;(–-]?\s{{0,3}}(?P<kl>(?:kl(?:ockan)?\.?|mellan|från)\s{{0,3}}(?:kl\.?\s?)?)?(?P<h>{_HOUR})"
    rf"(?:[.:](?P<m>{_MINUTE}))?(?:{_TO}(?P<h2>{_HOUR})(?:[.:](?P<m2>{_MINUTE}))?)?(?![\d/%]|[.:]\d"
    rf"|\s?[-–]\s?\d|\s{_MONTH}\b)",
    re.IGNORECASE,
)

_DAY_NAME = (
    r"(?:mån|tis|ons|tors|fre|lör|sön|man|lor|son)dag|månd|tisd?|onsd?|torsd?|fred?|lör|sön|mån"
    r"|(?-i:Må|Ti|On|To|Fr|Lö|Sö)"
)
WEEKDAY = re.compile(rf"(?<![^\W\d_])(?:{_DAY_NAME})(?:en|ens|s)?(?!\w)", re.IGNORECASE)
WEEKDAY_BEFORE = re.compile(
    rf"(?<!\w)(?P<name>{_DAY_NAME})(?:en|ens|s)?\.?,?\s{{1,3}}(?:den\s{{1,3}}|d\.\s?)?$", re.IGNORECASE
)
THE_BEFORE = re.compile(r"(?<!\w)(?:den|d\.)\s{1,3}$", re.IGNORECASE)
WEEKDAY_AFTER = re.compile(
    r"\s?[,(]?\s?(?P<name>(?:mån|tis|ons|tors|fre|lör|sön)dag)(?:en)?\b(?!\s(?:den\s)?\d|\s(?:i|kväll)\b)",
    re.IGNORECASE,
)
JOINT = re.compile(r"\s{0,3}(?:,|;|och|samt|eller|&|/)\s{0,3}(?:och\s)?(?:den\s)?(?:på\s)?")

# What stands before "3/4" or "240315" when it is no date, and what stands behind a fraction.
NUMBER_BEFORE = re.compile(
    r"(?:§|\bnr|\bdnr|\bnummer|\bpunkt(?:en)?|\bkap(?:itel)?|\båk|\bårskurs|\bklass|\bprop|\bskr"
    r"|\bref|\btel(?:efon)?|\bsid(?:a|an)?"
    r"|\bbg|\bpg|\bkonto|\bversion|\bmbl|\bca|\bcirka|\bungefär|\bdiarienr|\bärende)\.?:?\s?$",
    re.IGNORECASE,
)
FRACTION_AFTER = re.compile(
    r"(?:\s|-)?(?:tjänst|tid\b|av\s(?!kl)|del|tjg|liter|dl\b|dag\b|dagar|sid|majoritet|procent|%"
    r"|skift|termin|år\b|ark|tum|steg|x\b)",
    re.IGNORECASE,
)
DATE_WORD_BEFORE = re.compile(
    r"(?:\bden|\bsenast|\bföre|\binnan|\btill|\bfrån|\bmöte[nt]?|\bträff(?:en)?|\bm\.|dag(?:en)?|\()\s?$",
    re.IGNORECASE,
)

SEASON = re.compile(
    r"(?<!\w)(?:(?P<term>vårterminen|höstterminen|våren|hösten|sommaren|vintern|vårens|höstens|vår"
    r"|höst|vt|ht)[\s-]{0,2}"
    rf"(?:(?P<y>{_YEAR})|(?P<yy>[1-4]\d))(?!\d|[-/]\d)|(?:läsåret|läsår"
    rf"|verksamhetsåret)\s(?P<ly>{_YEAR})(?:\s?[-–/]\s?(?:\d\d){{1,2}})?)",
    re.IGNORECASE,
)
BARE_YEAR = re.compile(rf"(?<![\d./:-]){_YEAR}(?![\d./:-])")
