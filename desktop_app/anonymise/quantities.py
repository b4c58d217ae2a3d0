"""Prison sentences and amounts: faint on their own, telling together."""

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
I = re.IGNORECASE  # noqa: E741 - reads as the flag it is

# A sentence served; other spells of time tell nobody anything.
_SENTENCE = re.compile(
    rf"\b(?:\d+(?:[.,]\d+)?|(?:{NUMBER_WORDS})(?:(?:-|{_S1}|{_S1}and{_S1})(?:{NUMBER_WORDS}|a half)){{0,4}})"
    rf"(?:{_S1}|[-\u2010\u2011])(?:and a half{_S1})?(?:years?|months?|weeks?|days?|hours?)(?:['’]s?)?"
    rf"(?={_S1}(?:in{_S1})?(?:imprisonment|custody|detention|prison|jail|youth custody|sentence))",
    I,
)
_LASTED = re.compile(
    rf"\b(?:sentence{_S1}of|order{_S1}of|lasted|for{_S1}a{_S1}further|(?:detained|imprisoned|suspended){_S1}for){_S1}"
    rf"(?P<spell>(?:\d+|(?:{NUMBER_WORDS})(?:-(?:{NUMBER_WORDS}))?){_S1}(?:years?|months?|weeks?|days?))\b",
    I,
)
_CURRENCIES = (
    "EUR|GBP|USD|TRL|TRY|PLN|DEM|NOK|SEK|DKK|ATS|FRF|CHF|CYP|RON|ROL|HUF|RUB|UAH|BGN|LVL|LTL|EEK|CZK|SKK|HRK|SIT"
    "|GEL|MDL"
    "|FIM|ITL|BEF|NLG|ISK|ALL|MKD|PTE|GRD|IEP"
)
_AMOUNT = re.compile(
    rf"(?:\b(?:approximately|approx\.?){_SP}{{1,2}})?(?:[£€$]\s?\d[\d,.\u00a0 ]{{0,24}}\d|[£€$]\s?\d"
    rf"|\b(?:{_CURRENCIES})\b[\s\u00a0]?\d[\d,.\u00a0 ]{{0,24}}\d?"
    r"|\b\d[\d,.\u00a0 ]{0,24}\d?\s?(?-i:[A-Z][a-z]+\s)?(?:%|per cent|percent|euros?|pounds?(?: sterling)?|dollars?"
    r"|(?:new )?turkish "
    r"lir(?:a|as)"
    r"|liras?|zlotys?|kroner|kronor|marks?|deutsch(?:e)? marks?|francs?|schillings?|million|billion|km"
    r"|kilomet(?:re|er)s?"
    r"|met(?:re|er)s?|miles?|kg|kilos?|hectares?|ha|sq\.? ?m|m²|square met(?:re|er)s?|grams?|litres?)(?!\w)"
    rf"(?:{_SP}\([^)\n]{{0,80}}\d[^)\n]{{0,60}}\))?)",
    I,
)


def find_quantities(text: str) -> Iterator[Span]:
    """Everything here is tier 3."""
    for match in _SENTENCE.finditer(text):
        yield Span(match.start(), match.end(), "duration", 3, "a prison sentence")
    for match in _LASTED.finditer(text):
        yield Span(*match.span("spell"), "duration", 3, "how long somebody was held")
    for match in _AMOUNT.finditer(text):
        yield Span(match.start(), match.end(), "amount", 3, "an amount")
