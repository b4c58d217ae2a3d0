"""Prison sentences and amounts: faint on their own, telling together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors
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
_SPELL = re.compile(rf"\b(?:\d+|(?:{NUMBER_WORDS})(?:-(?:{NUMBER_WORDS}))?){_S1}(?:years?|months?|weeks?|days?)\b", I)
_HELD_FOR = (
    "sentence of ",
    "order of ",
    "lasted ",
    "for a further ",
    "detained for ",
    "imprisoned for ",
    "suspended for ",
)
_CURRENCIES = (
    "EUR|GBP|USD|TRL|TRY|PLN|DEM|NOK|SEK|DKK|ATS|FRF|CHF|CYP|RON|ROL|HUF|RUB|UAH|BGN|LVL|LTL|EEK|CZK|SKK|HRK|SIT"
    "|GEL|MDL|FIM|ITL|BEF|NLG|ISK|ALL|MKD|PTE|GRD|IEP"
)
_IN_BRACKETS_TOO = rf"(?:{_SP}\([^)\n]{{0,80}}\d[^)\n]{{0,60}}\))?"
_WITH_A_UNIT = re.compile(
    r"\b\d[\d,.\u00a0 ]{0,24}\d?\s?(?-i:[A-Z][a-z]+\s)?(?:(?:%|per cent|percent)(?=[ \u00a0](?:disab|inval|incapac"
    r"|interest|of (?:his|her|loss|the (?:share|land))))"
    r"|euros?|pounds?(?: sterling)?|dollars?"
    r"|(?:new )?turkish lir(?:a|as)"
    r"|liras?|zlotys?|kroner|kronor|marks?|deutsch(?:e)? marks?|francs?|schillings?|million|billion|km"
    r"|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|kg|kilos?|hectares?|ha|sq\.? ?m|m²|square met(?:re|er)s?|grams?"
    r"|litres?)(?!\w)" + _IN_BRACKETS_TOO,
    I,
)
_IN_A_PURSE = re.compile(r"£\d{1,3}(?:\.\d\d)?")  # what everybody may have on them says nothing of anybody
_AFTER_A_SIGN = re.compile(rf"(?:(?<=[£€$])|(?<=[£€$]\s))\d(?:[\d,.\u00a0 ]{{0,24}}\d)?{_IN_BRACKETS_TOO}")
_AFTER_A_CODE = re.compile(rf"\b(?:{_CURRENCIES})\b[\s\u00a0]?\d[\d,.\u00a0 ]{{0,24}}\d?{_IN_BRACKETS_TOO}")
_CODES = frozenset(_CURRENCIES.lower().split("|"))
_APPROXIMATELY = re.compile(r"\b(?:approximately|approx\.?)[\s\u00a0]{1,2}[£€$]?$", I)
_WORDS = frozenset(NUMBER_WORDS.split("|"))


def find_quantities(anchors: Anchors) -> Iterator[Span]:
    """Everything here is tier 3."""
    text = anchors.text
    counts = [*anchors.numbers, *anchors.of(_WORDS)]
    for match in anchors.tried((_SENTENCE,), counts):
        yield Span(*match.span(), "duration", 3, "a prison sentence")
    for start in counts:
        if text[max(0, start - 16) : start].lower().endswith(_HELD_FOR) and (spell := _SPELL.match(text, start)):
            yield Span(*spell.span(), "duration", 3, "how long somebody was held")
    for shapes, starts in (
        ((_WITH_A_UNIT, _AFTER_A_SIGN), anchors.numbers),
        ((_AFTER_A_CODE,), anchors.of(_CODES)),
    ):
        for match in anchors.tried(shapes, starts):
            before = _APPROXIMATELY.search(text, max(0, match.start() - 17), match.start())
            start = before.start() if before else match.start() - (match.re is _AFTER_A_SIGN)
            if not _IN_A_PURSE.fullmatch(text, start, match.end()):
                yield Span(start, match.end(), "amount", 3, "an amount")
