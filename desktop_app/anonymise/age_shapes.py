"""Ages by the shapes people write them in: "4yo", "aged four", "8/12", "in her late teens", "Ages 3, 5 and 9"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.age_numbers import (
    HALF,
    HYPHEN,
    LONG_UNIT,
    NUMBER,
    ROUGHLY,
    S1,
    TENS,
    UNDER_TWENTY,
    UNIT,
    S,
)
from desktop_app.anonymise.ages_of_somebody import find_ages_of_somebody
from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
)
_DECADES = r"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[1-9]0['’]?s)"

_FROM_A_NUMBER = (
    re.compile(
        rf"\b(?:{NUMBER}(?:,?{S1}(?:and|or|to){S1}|{S}?[–/&-]{S}?))?{NUMBER}{HALF}(?:{S1}|{HYPHEN})?{LONG_UNIT}(?:(?:{S1}and{S1}|,?{S1}){NUMBER}{S1}{LONG_UNIT})?"
        rf"(?:(?:{S}|{HYPHEN}){{0,2}}olds?\b|{S1}of{S1}age\b)",
        I,
    ),
    re.compile(rf"\b\d{{1,3}}(?:½)?{S}?-?(?:yo|y/o|y-o|yrs?{S}?old|y\.o\.?|year{S}old)(?!\w)", I),
    # "13 years 6 months", unless it lasted so long.
    re.compile(
        rf"(?<!\bfor )(?<!\bover )(?<!\bof )(?<!\bafter )(?<!\bthan )(?<!\bwithin )(?<!\blasted )\b{NUMBER}(?:{S1}|-)?"
        rf"(?:years?|yrs?|y)(?:,|{S1}and)?{S}{{0,3}}{NUMBER}(?:{S1}|-)?(?:months?|mths?|m)\b(?:{S1}old\b)?",
        I,
    ),
    re.compile(rf"\b{NUMBER}{S1}(?:weeks|wks|months|mths){S1}corrected\b", I),
    # months, weeks and days in clinical notes
    re.compile(rf"\b(?!24/7)\d{{1,2}}/(?:12|52|7)\b(?![/.]\d)(?!{S1}(?:ago|late|time))"),
    re.compile(rf"\b{_ORDINAL}{S1}birthday\b", I),
)
_FROM_A_WORD = (
    re.compile(
        rf"\b(?:aged?:?|ages|age{S1}of|turned|turning|turns|rising){S1}(?:(?:{ROUGHLY}){S1})?{NUMBER}{HALF}\b"
        rf"(?!{S1}(?:per\b|%|away|down|round|around|up))(?:{S1}{LONG_UNIT}\b)?(?:(?:,?{S1}(?:and|to|-|or|&){S1}|,{S1}|/){NUMBER}\b)*",
        I,
    ),
    # "Age (years): 14", "Age at death: 34", "Age/sex: 12/F", "ages of the children are 3, 5 and 9"
    re.compile(
        rf"\bages?(?:[/ (][^:\d\n]{{1,24}})?:{S}{{0,3}}(?P<age>{NUMBER}{HALF}(?:{S}?{UNIT}\b)?(?:{S}?/{S}?[MF]\b)?)"
        rf"|\bages{S1}of{S1}[a-z ]{{3,24}}{S1}(?:are|were){S1}(?P<ages>{NUMBER}(?:(?:,|,?{S1}and|{S}&){S1}{NUMBER})*)",
        I,
    ),
    re.compile(rf"(?<=\b[Aa] )(?:year|month|week|day)(?:{S1}and{S1}a{S1}half)?{S1}old\b", I),
    re.compile(rf"\b(?:early|mid|late)[- ]{_DECADES}(?!\w)", I),
    re.compile(
        rf"(?<=\b[Hh]is )(?:{_DECADES})(?!\w)|(?<=\b[Hh]er )(?:{_DECADES})(?!\w)"
        rf"|(?<=\bmy )(?:{_DECADES})(?!\w)"
    ),
    re.compile(
        rf"\b(?:children|siblings|kids|boys|girls|sons|daughters|brothers|sisters)\b[^.;\n(]{{0,20}}\("
        rf"(?P<age>{NUMBER}(?:{S}?{UNIT})?(?:(?:,|{S1}and|{S}?&){S1}{NUMBER}(?:{S}?{UNIT})?)+)\)",
        I,
    ),
)
_WORDS = frozenset(
    [
        "aged",
        "age",
        "ages",
        "turned",
        "turning",
        "turns",
        "rising",
        "year",
        "month",
        "week",
        "day",
        "early",
        "mid",
        "late",
        "children",
        "siblings",
        "kids",
        "boys",
        "girls",
        "sons",
        "daughters",
        "brothers",
        "sisters",
        "teens",
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ]
)
_NUMBER_WORDS = frozenset(f"{UNDER_TWENTY}|{TENS}".split("|"))
_ORDINAL_WORDS = frozenset(_ORDINAL.strip("()?:").split("|")[1:]) | {"twenty"}


def find_ages(anchors: Anchors) -> Iterator[Span]:
    """Everything here is tier 3."""
    numbers = [*anchors.numbers, *anchors.of(_NUMBER_WORDS)]
    for match in anchors.tried(_FROM_A_NUMBER, [*numbers, *anchors.of(_ORDINAL_WORDS)]):
        yield Span(*match.span(), "age", 3, "an age")
    for match in anchors.tried(_FROM_A_WORD, [*anchors.of(_WORDS), *anchors.numbers]):
        start, end = match.span(match.lastgroup or 0)
        yield Span(start, end, "age", 3, "an age")
    for start, end in find_ages_of_somebody(anchors.text, numbers):
        yield Span(start, end, "age", 3, "an age")
