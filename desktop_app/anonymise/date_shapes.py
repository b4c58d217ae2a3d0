"""Dates, parts of dates and clock times by the shapes people write them in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.result import Span

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun"
_SP = r"[\s\u00a0\u202f]"
_S1 = _SP + "{1,3}"
_HOLIDAYS = (
    "Christmas|Easter|Ramadan|Diwali|Eid|Bonfire[\\s\u00a0]+Night|Guy[\\s\u00a0]+Fawkes(?:[\\s\u00a0]+Night)?|Hallowe['’]?en"
    "|Boxing[\\s\u00a0]+Day|New[\\s\u00a0]+Year['’]s[\\s\u00a0]+(?:Eve|Day)|Valentine['’]s[\\s\u00a0]+Day|(?:Mother|Father)['’]?s?['’]?"
    "[\\s\u00a0]+(?:Day|Sunday)|Mothering[\\s\u00a0]+Sunday|Good[\\s\u00a0]+Friday|Pancake[\\s\u00a0]+Day|Remembrance[\\s\u00a0]+(?:Sunday"
    "|Day)|May[\\s\u00a0]+Day|half[- ]term|(?:spring|summer|autumn"
    "|winter)(?=[\\s\u00a0]+(?:term|holidays?|of\\s+\\d|\\d))"
)
_TERM = rf"(?:{_S1}(?:term|holidays?|break|Eve|Day))?(?:,?{_S1}(?:of{_S1})?\d{{4}})?"


def _shape(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(pattern, flags)


_DATES = (
    _shape(
        rf"\b(?:(?:{DAYS})\b,?{_S1})?(?:the{_S1})?\d{{1,2}}(?:{_SP}{{0,2}}(?:st|nd|rd|th))?(?:{_SP}{{0,3}}(?:of{_S1})?"
        rf"|[-./])(?:{MONTHS})\b(?:\.?[,\s\u00a0./-]{{0,3}}(?:of{_S1})?\d{{4}}|(?:[ \u00a0/-]{{0,2}}"
        rf"|\.)[\u2019']?\d{{2}})?\b"
    ),
    _shape(
        rf"\b(?:(?:{DAYS})\b,?{_S1})?(?:(?:{MONTHS})\b|(?:{_SHORT_MONTHS})\.){_S1}\d{{1,2}}(?:st|nd|rd"
        rf"|th)?\b(?:,?{_S1}(?:\d{{4}}))?"
    ),
    _shape(
        rf"\b(?:(?:early|mid|late|beginning of|end of)[ -])?(?:{MONTHS})\b\.?,?{_S1}(?:of{_S1})?(?:\d{{4}}"
        rf"|[\u2019']\d{{2}})\b"
    ),
    _shape(
        rf"\b(?:(?:{DAYS})\b,?{_S1})?\d{{1,2}}{_SP}?[./\-\u2010-\u2013]{_SP}?\d{{1,2}}{_SP}?[./\-\u2010-\u2013]{_SP}?"
        r"(?:\d{4}|\d{2})\b"
    ),
    _shape(
        r"\b\d{4}[-/.\u2010-\u2013](?:0?[1-9]|1[0-2])[-/.\u2010-\u2013](?:0?[1-9]|[12]\d|3[01])"
        r"(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?\b"
    ),
    _shape(
        rf"\b(?:(?:early|mid|late|spring|summer|autumn|winter|beginning of|end of)(?:{_S1}|-))?"
        r"(?:(?:19|20)\d\d(?:[/\u2013-](?:19|20)?\d\d)?|1[6-8]\d\d)s?\b"
    ),
    _shape(rf"\b(?:{_HOLIDAYS}){_TERM}\b"),
    _shape(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:{_S1}?(?:,|and|or|to|[-\u2013]){_S1}?\d{{1,2}}(?:st|nd|rd"
        rf"|th)?)+{_S1}(?:of{_S1})?"
        rf"(?:{MONTHS})\b(?:{_S1}\d{{4}})?"
    ),
    _shape(rf"\b(?:{MONTHS})\b(?={_S1}(?:and|to|until|or){_S1}(?:{MONTHS})\b)", 0),
    _shape(
        r"(?<!at )(?<!@)\b(?!\d{1,2}/(?:52|7)\b)(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])(?=[,;)\s]|\.\s"
        r"|$)(?!\s?(?:%|per|hours|am|pm))"
    ),
)
_RELATIVE = _shape(
    rf"\b(?:the{_S1})?(?:(?:{DAYS})\b)(?:{_S1}(?:before|after|following|in){_S1}(?:the{_S1})?(?:{_HOLIDAYS}"
    rf"|summer|winter)"
    rf"(?:{_S1}(?:term|holidays?|break))?)?",
)
_CAPITAL_DAY = re.compile(rf"(?:the\s+)?(?:{DAYS})\b")
_TIMES = (
    _shape(
        r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?(?:am|pm|a\.m\.|p\.m\.|hrs|hours"
        r"|h))?\b(?!\s?%)(?![./]\d)"
    ),
    _shape(r"\b(?:[01]\d|2[0-3])[0-5]\d\s?(?:hrs|hours|h)\b"),
    _shape(r"(?<=\bat )\d{1,2}\.[0-5]\d\b"),
    _shape(r"\b(?:1[0-2]|[1-9])\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w)"),
)
_MONTH_ALONE = re.compile(
    r"\b(?:(?:early|mid|late)[ -])?(?:January|February|April|June|July|August|September|October|November|December"
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
    r"|§+|(?:Protocol|Law|Act|Decree|Order|Legislative Decree|Directive|Regulation|Convention)\s+nos?\.)\s*"
    r"(?:\d{1,3}[a-z]?(?:,| and| or| to|–|-)\s*)*$",
    re.IGNORECASE,
)
_SECTION_ACT = re.compile(r"\bAct\s*$")


def follows_a_legal_word(text: str, index: int) -> bool:
    """Is the number at `index` that of a section, a recommendation, an Act and the like?"""
    return bool(_LEGAL.search(text[max(0, index - 40) : index]))


def find_dates(text: str) -> Iterator[Span]:
    """Dates tier 1, months and seasons alone tier 3, clock times tier 1."""
    for shape in _DATES:
        for match in shape.finditer(text):
            start, end = match.span()
            found = text[start:end]
            if found[:4].lower() == "the ":
                start += 4
            if found[-1] in ".,":
                end -= 1
            if len(found) == 4 and found.isdigit() and follows_a_legal_word(text, start):
                continue
            yield Span(start, end, "date", 1, "a date")
    for match in _RELATIVE.finditer(text):
        if _CAPITAL_DAY.match(match.group()):
            yield Span(match.start(), match.end(), "date", 2, "a day of the week")
    for shape in _TIMES:
        for match in shape.finditer(text):
            yield Span(match.start(), match.end(), "time", 2, "a time of day")
    for match in _MONTH_ALONE.finditer(text):
        cued = _MONTH_CUE.search(text[max(0, match.start() - 10) : match.start()])
        yield Span(match.start(), match.end(), "date", 2 if cued else 3, "a month")
