"""Ages, spells of time and amounts: faint on their own, telling together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.result import Span

NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen"
    "|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|a couple of|several"
)
_SP = r"[\s\u00a0\u202f]"
_S1 = _SP + "{1,3}"
_N = rf"(?:\d{{1,3}}|(?:{NUMBER_WORDS})(?:-(?:{NUMBER_WORDS}))?)"
I = re.IGNORECASE  # noqa: E741 - reads as the flag it is

_DURATION = re.compile(
    rf"\b(?:(?:about|over|approximately|almost|nearly|more than|less than|at least|some){_S1})?"
    rf"(?:\d+(?:[.,]\d+)?|(?:{NUMBER_WORDS})(?:(?:-|{_S1}|{_S1}and{_S1})(?:{NUMBER_WORDS}|a half)){{0,4}})"
    rf"(?:{_S1}|[-\u2010\u2011])(?:and a half{_S1})?(?:years?|months?|weeks?|days?|hours?|minutes?|nights?|yrs?"
    rf"|mths?|wks?)\b",
    I,
)
_AGES = (
    re.compile(
        rf"\b{_N}(?:{_S1}|[-\u2010\u2011])?(?:and a half{_S1})?(?:years?|months?|weeks?|days?|yrs?|mths?|wks?)"
        rf"(?:(?:{_SP}|[-\u2010\u2011]){{0,2}}old\b|{_S1}of{_S1}age\b)",
        I,
    ),
    re.compile(
        rf"\b(?:aged?:?|ages|age{_S1}of|turned|turning){_S1}(?:only{_S1}|just{_S1}"
        rf"|about{_S1})?{_N}\b(?!{_S1}(?:per|%))(?:{_S1}(?:years?|months?|weeks?|days?)\b)?(?:(?:,?{_S1}(?:and"
        rf"|to|-|or){_S1}){_N}\b)*",
        I,
    ),
    re.compile(
        rf"\b(?:was|is|he['’]s|she['’]s|am|were|being|nearly|almost|just){_S1}(?:only{_S1}|just{_S1}|now{_S1}"
        rf"|nearly{_S1}|almost{_S1})?"
        rf"{_N}\b(?=[\s\u00a0]?(?:[,.;)]|$|when\b|at the time\b|and (?:a|has|was|is|lives)\b|years\b))",
        I,
    ),
    # "who was 13 and lived ...": with a person before it, the number needs nothing telling after it.
    re.compile(
        rf"(?:(?<=\bhe )|(?<=\bshe )|(?<=\bwho )|(?<=\bthey ))(?:was|is|were|turned){_S1}{_N}"
        rf"(?={_S1}(?:and|but|or|then)\b)",
        I,
    ),
    re.compile(r"(?<=[a-z], )(?:\d|1\d|[2-9]\d)(?=, (?:was|is|who|had|has|and|from|of|lives|lived|said|told)\b)"),
    # "13 years 6 months", unless it lasted so long.
    re.compile(
        rf"(?<!\bfor )(?<!\bover )(?<!\bof )(?<!\bafter )(?<!\bthan )(?<!\bwithin )(?<!\blasted )\b{_N}(?:{_S1}|-)?"
        rf"(?:years?|yrs?|y)(?:,|{_S1}and)?{_SP}{{0,3}}{_N}(?:{_S1}|-)?(?:months?|mths?|m)\b(?:{_S1}old\b)?",
        I,
    ),
    re.compile(r"\b\d{1,3}\s?(?:yo|y/o|yrs? old|y\.o\.)(?!\w)", I),
    re.compile(r"(?<=[A-Z][a-z]{2} \()\d{1,2}(?=\))|(?<=[a-z]{3} \()\d{1,2}(?=(?: ?yrs?| years)?\))"),
    re.compile(
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
        rf"|eleventh|twelfth"
        rf"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|twenty-first){_S1}birthday\b",
        I,
    ),
)
_CURRENCIES = (
    "EUR|GBP|USD|TRL|TRY|PLN|DEM|NOK|SEK|DKK|ATS|FRF|CHF|CYP|RON|ROL|HUF|RUB|UAH|BGN|LVL|LTL|EEK|CZK|SKK|HRK|SIT"
    "|GEL|MDL"
    "|FIM|ITL|BEF|NLG|ISK|ALL|MKD|PTE|GRD|IEP"
)
_AMOUNT = re.compile(
    rf"(?:[£€$]\s?\d[\d,.\u00a0 ]{{0,24}}\d|[£€$]\s?\d|\b(?:{_CURRENCIES})\b[\s\u00a0]?\d[\d,.\u00a0 ]{{0,24}}\d?"
    r"|\b\d[\d,.\u00a0 ]{0,24}\d?\s?(?:%|per cent|percent|euros?|pounds?(?: sterling)?|dollars?|(?:new )?turkish "
    r"lir(?:a|as)"
    r"|liras?|zlotys?|kroner|kronor|marks?|deutsch(?:e)? marks?|francs?|schillings?|million|billion|km"
    r"|kilomet(?:re|er)s?"
    r"|met(?:re|er)s?|miles?|kg|kilos?|hectares?|ha|sq\.? ?m|m²|square met(?:re|er)s?|grams?|litres?)(?!\w)"
    rf"(?:{_SP}\([^)\n]{{0,80}}\d[^)\n]{{0,60}}\))?)",
    I,
)


def find_quantities(text: str) -> Iterator[Span]:
    """Everything here is tier 3."""
    for match in _DURATION.finditer(text):
        yield Span(match.start(), match.end(), "duration", 3, "a spell of time")
    for shape in _AGES:
        for match in shape.finditer(text):
            yield Span(match.start(), match.end(), "age", 3, "an age")
    for match in _AMOUNT.finditer(text):
        yield Span(match.start(), match.end(), "amount", 3, "an amount")
