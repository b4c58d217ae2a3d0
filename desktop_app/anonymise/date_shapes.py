"""Dates and parts of dates by the shapes people write them in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun"
_SP = r"[\s\u00a0\u202f]"
S1 = _SP + "{1,3}"
_GAP = "[\\s\u00a0]+"
_HOLIDAYS = (
    f"Christmas|Xmas|Easter|Ramadan|Diwali|Eid(?:[ -](?:al|ul)[ -](?:Fitr|Adha))?|Bonfire{_GAP}Night"
    f"|Guy{_GAP}Fawkes(?:{_GAP}Night)?|Hallowe['’]?en|Hogmanay|Burns{_GAP}Night|Boxing{_GAP}Day"
    f"|New{_GAP}Year(?:['’]s{_GAP}(?:Eve|Day))?|Valentine['’]s{_GAP}Day|(?:Mother|Father)['’]?s?['’]?{_GAP}(?:Day"
    f"|Sunday)"
    f"|Mothering{_GAP}Sunday|Good{_GAP}Friday|Maundy{_GAP}Thursday|Ash{_GAP}Wednesday|(?:Shrove"
    f"|Pancake){_GAP}(?:Tuesday|Day)"
    f"|Whit{_GAP}(?:Monday|Sunday|week)|(?:(?:spring|summer|May|August|Easter|Christmas){_GAP})?bank{_GAP}holiday"
    f"(?:{_GAP}(?:Monday|Friday|weekend)|(?={_GAP}(?:of\\s+)?\\d{{4}}))|All{_GAP}(?:Saints|Souls)['’]?{_GAP}Day"
    f"|Palm{_GAP}Sunday|Whitsun(?:tide)?|Passover|Hanukkah|Yom{_GAP}Kippur|Rosh{_GAP}Hashanah|Vaisakhi|Navratri|Nowruz"
    f"|(?:Chinese|Lunar){_GAP}New{_GAP}Year|Michaelmas|Candlemas|Martinmas"
    f"|(?:St\\.?|Saint){_GAP}(?:David|Patrick|George|Andrew)['’]?s{_GAP}Day|Remembrance{_GAP}(?:Sunday|Day)"
    f"|May{_GAP}Day"
    f"|(?:Advent|Lent|Pentecost|Epiphany)(?={_GAP}(?:Sunday|of\\s+\\d|\\d))"
    f"|(?:(?:spring|summer|autumn|winter|Easter|{MONTHS}){_GAP})half[- ]term"
    f"|(?:spring|summer|autumn|winter)(?={_GAP}(?:term|holidays?|of\\s+\\d|\\d|(?:and|to|or){_GAP}(?:spring|summer"
    f"|autumn|winter)))"
)
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    "|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[- ](?:first|second|third|fourth"
    "|fifth|sixth|seventh|eighth|ninth)"
)
_TERM = rf"(?:{S1}(?:term|holidays?|break|Eve|Day))?(?:{S1}(?:last|this|next){S1}year|,?{S1}(?:of{S1})?\d{{4}})?"
_DIGIT_WORDS = "one|two|three|four|five|six|seven|eight|nine"
_YEAR_IN_WORDS = (
    rf"(?:two{S1}thousand(?:{S1}and)?|nineteen|twenty)"
    rf"(?:{S1}(?:hundred(?:{S1}and)?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{_DIGIT_WORDS}))?"
    rf"|(?:oh{S1})?(?:{_DIGIT_WORDS})))"
)


def _shape(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(pattern, flags)


_YEAR_AFTER = rf"(?:,?{S1}(?:\d{{4}}|[\u2019']\d{{2}}|{_YEAR_IN_WORDS})\b)?"
NO_NOUN_AFTER = (
    rf"(?=[,.;:)]|$|\n|{S1}[&–-]|{S1}(?:and|at|to|with|for|he|she|they|but|when|or|i|we|as|that|because|by|mum|dad"
    rf"|would|will|was|is|if|then|so|though)\b)"
)
_FROM_A_NUMBER = (
    _shape(
        rf"\b\d{{1,2}}(?:{_SP}{{0,2}}(?:st|nd|rd|th))?(?:{_SP}{{0,3}}(?:of{S1})?|[-./])(?:{MONTHS})\b"
        rf"(?:\.?[,\s\u00a0./-]{{0,3}}(?:of{S1})?\d{{4}}|(?:[ \u00a0/-]{{0,2}}|\.)[\u2019']?\d{{2}})?\b"
    ),
    _shape(rf"\b\d{{1,2}}{_SP}?[./\-\u2010-\u2013]{_SP}?\d{{1,2}}{_SP}?[./\-\u2010-\u2013]{_SP}?(?:\d{{4}}|\d{{2}})\b"),
    _shape(r"\b\d{1,2}[-\u2013]\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b"),  # from one day to another of a month
    _shape(
        r"\b\d{4}[-/.\u2010-\u2013](?:0?[1-9]|1[0-2])[-/.\u2010-\u2013](?:0?[1-9]|[12]\d|3[01])"
        r"(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?\b"
    ),
    _shape(r"\b(?:(?:19|20)\d\d(?:[/\u2013-](?:19|20)?\d\d)?|1[6-8]\d\d)s?\b"),
    _shape(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:{_SP}{{0,3}}(?:,|&|and|or|to|[-\u2013]){_SP}{{0,3}}\d{{1,2}}(?:st|nd|rd"
        rf"|th)?)+{S1}"
        rf"(?:of{S1})?(?:{MONTHS})\b(?:{S1}\d{{4}})?"
    ),
    _shape(r"\b\d{1,2}[./-](?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)[./-](?:\d{4}|\d\d)\b", 0),
    _shape(r"\b\d{1,2}(?:st|nd|rd|th)[ \u00a0](?:inst|ult|prox)\b\.?"),  # of this, the last and the next month
    _shape(r"(?<=[’'])(?<![\w’'][’'])\d\d\b(?![’'\"”]?\w)"),
    _shape(
        r"(?<!at )(?<!@)\b(?!\d{1,2}/(?:52|7)\b)(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])(?=[,;)\s]|\.\s"
        r"|$)(?!\s?(?:%|per|hours|am|pm))"
    ),
)
_FROM_A_WORD = (
    _shape(
        rf"\b(?:{DAYS})\b(?:{S1}(?:next|last))?,?{S1}(?:the{S1})?\d{{1,2}}(?:st|nd|rd|th)?(?:{_SP}{{0,3}}(?:of{S1})?"
        rf"|[-./])(?:{MONTHS})\b"
        rf"(?:\.?[,\s\u00a0./-]{{0,3}}(?:of{S1})?\d{{4}}|(?:[ \u00a0/-]{{0,2}}|\.)[\u2019']?\d{{2}})?\b"
    ),
    _shape(
        rf"\b(?:{DAYS})\b,?{S1}\d{{1,2}}{_SP}?[./\-\u2010-\u2013]{_SP}?\d{{1,2}}"
        rf"(?:{_SP}?[./\-\u2010-\u2013]{_SP}?(?:\d{{4}}|\d{{2}}))?\b"
    ),
    _shape(rf"\b(?:{DAYS})\b,?{S1}(?:the{S1})?\d{{1,2}}(?:st|nd|rd|th)\b"),
    _shape(
        rf"\b(?:(?:{DAYS})\b,?{S1})?(?:(?:{MONTHS})\b|(?:{_SHORT_MONTHS})\.){S1}\d{{1,2}}(?:st|nd|rd|th)?\b"
        rf"(?:,?{S1}(?:\d{{4}}))?"
    ),
    _shape(
        rf"\b(?:(?:early|mid|late|beginning of|end of)[ -])?(?:{MONTHS})\b\.?,?{S1}(?:of{S1})?(?:\d{{4}}"
        rf"|[\u2019']\d{{2}})\b"
    ),
    _shape(
        rf"\b(?:early|mid|late|spring|summer|autumn|winter|beginning of|end of)(?:{S1}|-)"
        r"(?:(?:19|20)\d\d(?:[/\u2013-](?:19|20)?\d\d)?|1[6-8]\d\d)s?\b"
    ),
    _shape(rf"\b(?:{_HOLIDAYS}){_TERM}\b"),
    _shape(rf"\b(?:{_HOLIDAYS}|{MONTHS}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter){S1}before{S1}last\b"),
    _shape(rf"\b(?:{MONTHS})\b(?={S1}(?:and|to|until|or){S1}(?:{MONTHS})\b)", 0),
    _shape(rf"\b(?:(?:{DAYS})\b,?{S1}(?:the{S1})?)?(?:{_ORDINALS}){S1}(?:day{S1})?of{S1}(?:{MONTHS})\b{_YEAR_AFTER}"),
    _shape(rf"\b(?:{MONTHS})[-/.](?:(?:19|20)\d\d|\d\d)\b(?![-/.]\d)"),
)
_RELATIVE = _shape(
    rf"\b(?:(?:{DAYS})\b)(?:{S1}(?:before|after|following|in){S1}(?:the{S1})?(?:{_HOLIDAYS}"
    rf"|summer|winter|half[- ]term)"
    rf"(?:{S1}(?:term|holidays?|break))?|{S1}(?:night|morning|afternoon|evening|lunch(?:time)?|tea[- ]?time))?",
)
# "sat", "sun" and "mon" are days only with a capital letter.
_DAY = re.compile(
    rf"(?:(?:{DAYS})\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:tues|weds|thurs?)\b"
    r"|(?:MON|TUES?|WEDS?|THURS?|FRI|SAT|SUN)\b(?=[.,;]|$| \d)|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b)"
)
_LOWER_MONTH = re.compile(
    r"(?:january|february|april|june|july|august|september|october|november|december|march|may)\b"
    r"(?![- ](?:be|have|not|past))"
)
_LOWER_MONTH_CUE = re.compile(r"\b(?:in|since|last|next|until|early|late|mid)[ -]$")
_OPENING_HOURS = re.compile(r"(?:Mon(?:day)?)\s?(?:to|[-–])\s?(?:Fri|Sun|Sat|Thurs)(?:day)?\b", re.IGNORECASE)
_THE = re.compile(r"\bthe $", re.IGNORECASE)
_EVERY_WEEKS = re.compile(r"[ \u00a0](?:school|club|job|girl|boy|league|surgery|clinic|drop-in|mosque)s?\b")
_EVERY = re.compile(r"\b(?:each|every|most|on an?|alternate|any)[ \u00a0]$", re.IGNORECASE)
_HALF_TERM = _shape(rf"(?<!\bthe )\bhalf[- ]term\b{NO_NOUN_AFTER}")
_HALF_TERM_CUE = re.compile(r"\b(?:till?|until|since|before|after|at|over|in|last|by|this)[ \u00a0]$", re.IGNORECASE)
_CIRCA = re.compile(r"\b(?:c\.?|ca\.|circa)[ \u00a0]?$|\b(?:early[ ])?(?:morning|afternoon|evening|night) of $")
_FRACTION = re.compile(r"(?:1/[234]|[23]/4|2/3)")
_BEFORE_A_DAY = re.compile(
    r"\b(?:on|of|by|since|from|until|till|dated?|to|and|before|after|between)[ \u00a0]$|[(|][ ]?$", re.I
)
_MONTH_ALONE = re.compile(
    r"(?<=\bthe )(?:April|May|June|August)(?= [a-z]{3,})|\b(?:Feb|Mar|Apr|Sept|Oct|Nov)(?=\.?(?:$|\s*[\n;,)]|\.\s))"
    r"|\b(?:(?:early|mid|late)[ -])?(?:January|February|April|June|July|August|September|October|November|December"
    r"|(?<=[Ii]n )March|(?<=[Ii]n )May|(?<=of )March|(?<=of )May|(?<=during )(?:March|May)|(?<=since )(?:March|May)"
    r"|(?<=last )(?:March|May)|(?<=next )(?:March|May)|(?<=this )(?:March|May)|(?<=until )(?:March|May))\b"
)
_MONTH_CUE = re.compile(
    r"\b(?:in|of|during|since|until|by|last|next|this|each|every|early|mid|late|from|and|to)[ -]$", re.I
)
_LEGAL = re.compile(
    r"(?:\b(?:Articles?|Arts?\.?|Rules?|Sections?|ss?\.|Protocols?|Parts?|Chapters?|Annex|Schedules?|Appendix|Tables?"
    r"|Figures?|Fig\.?|pages?|pp?\.|paragraphs?|paras?\.?|sub-?paragraphs?|lines?|Tier|Level|Stage|Step|Phase|Group"
    r"|Key Stage|Year|Band|Grade|Category|items?|points?|recommendations?|findings?|actions?|episodes?|KLOE|KPE"
    r"|objectives?|standards?|regulations?|clauses?|appendices|version|Act|Acts)\s*(?:no\.?|nos\.?)?"
    r"|§+|Working Together(?: to Safeguard Children)?|(?:Protocol|Law|Act|Decree|Order|Legislative Decree|Directive"
    r"|Regulation|Convention)\s+nos?\.)\s*"
    r"(?:\d{1,3}[a-z]?(?:,| and| or| to|–|-)\s*)*$",
    re.IGNORECASE,
)


_LEGAL_STEMS = frozenset(
    [
        "article",
        "art",
        "rule",
        "section",
        "s",
        "protocol",
        "part",
        "chapter",
        "annex",
        "schedule",
        "appendix",
        "table",
        "figure",
        "fig",
        "page",
        "p",
        "pp",
        "paragraph",
        "para",
        "subparagraph",
        "line",
        "tier",
        "level",
        "stage",
        "step",
        "phase",
        "group",
        "year",
        "band",
        "grade",
        "category",
        "item",
        "point",
        "recommendation",
        "finding",
        "action",
        "episode",
        "kloe",
        "kpe",
        "objective",
        "standard",
        "regulation",
        "clause",
        "appendice",
        "version",
        "act",
        "law",
        "decree",
        "order",
        "directive",
        "convention",
        "together",
        "children",
        "no",
        "nos",
        "and",
        "or",
        "to",
    ]
)
_CLOSE_BEFORE = re.compile(r"(?:([^\W\d_]+)\.?|[\d§,–-])\s*$")


def follows_a_legal_word(text: str, index: int) -> bool:
    """Is the number at `index` that of a section, a recommendation, an Act and the like?"""
    near = text[max(0, index - 16) : index]
    close = _CLOSE_BEFORE.search(near)
    if close is None or (close.group(1) and close.group(1).lower().rstrip("s") not in _LEGAL_STEMS):
        return False
    return bool(_LEGAL.search(text[max(0, index - 40) : index]))


_DAY_WORDS = frozenset(re.sub(r"[?\\]", "", DAYS.lower()).split("|")) | {"tue", "wed", "thur"}
_MONTH_WORDS = frozenset(MONTHS.lower().split("|"))
_OTHER_WORDS = frozenset(re.findall(r"[a-z]+", _HOLIDAYS.lower() + " " + _ORDINALS)) | frozenset(
    ["early", "mid", "late", "beginning", "end", "mothers", "fathers"]
)


def find_dates(anchors: Anchors) -> Iterator[Span]:
    """Dates tier 1, days of the week tier 2, months alone tier 2 or 3."""
    text = anchors.text
    days, months = anchors.of(_DAY_WORDS), anchors.of(_MONTH_WORDS)
    for match in anchors.tried(_FROM_A_NUMBER, anchors.numbers):
        start, end = match.span()
        found = match.group()
        if len(found) == 4 and found.isdigit() and follows_a_legal_word(text, start):
            continue
        if len(found) < 6 and not _is_day_and_month(text, start, found):
            continue
        circa = _CIRCA.search(text, max(0, start - 19), start)
        yield Span(circa.start() if circa else start, end - (found[-1] in ".,"), "date", 1, "a date")
    for match in anchors.tried(_FROM_A_WORD, [*days, *months, *anchors.of(_OTHER_WORDS - _DAY_WORDS - _MONTH_WORDS)]):
        yield Span(match.start(), match.end() - (match.group()[-1] in ".,"), "date", 1, "a date")
    for match in anchors.tried((_RELATIVE,), days):
        if _EVERY_WEEKS.match(text, match.end()) or _EVERY.search(text, max(0, match.start() - 10), match.start()):
            continue
        if _DAY.match(match.group()) and not _in_opening_hours(text, match.start()):
            led = " " in match.group() and _THE.search(text, max(0, match.start() - 4), match.start())
            yield Span(match.start() - (4 if led else 0), match.end(), "date", 2, "a day of the week")
    for match in anchors.tried((_HALF_TERM,), anchors.of(frozenset(["half"]))):
        if _HALF_TERM_CUE.search(text, max(0, match.start() - 8), match.start()):
            yield Span(*match.span(), "date", 3, "a day or a season")
    for match in anchors.tried((_LOWER_MONTH,), months):
        if _LOWER_MONTH_CUE.search(text, max(0, match.start() - 6), match.start()):
            yield Span(*match.span(), "date", 2, "a month")
    for match in anchors.tried((_MONTH_ALONE,), months):
        start, end = match.span()
        cued = text.endswith("the ", 0, start) or _MONTH_CUE.search(text, max(0, start - 10), start)
        yield Span(start, end, "date", 2 if cued else 3, "a month")


def _is_day_and_month(text: str, start: int, found: str) -> bool:
    """ "3/4" may be a fraction and "4.2" a paragraph's number; other short dates are what they look like."""
    if not re.fullmatch(r"\d{1,2}[./]\d{1,2}", found):
        return True
    before = text[max(0, start - 12) : start]
    if _BEFORE_A_DAY.search(before):
        return True
    return "/" in found and found != "24/7" and not _FRACTION.fullmatch(found) and not re.search(r"\d\s?$", before)


def _in_opening_hours(text: str, start: int) -> bool:
    """ "Monday to Friday" is every week's."""
    return any(m.start() <= start < m.end() for m in _OPENING_HOURS.finditer(text, max(0, start - 14), start + 24))
