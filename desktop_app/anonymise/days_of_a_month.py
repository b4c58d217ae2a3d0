"""Days of a month that is not said, or said in Welsh: "seen 13th", "from the twelfth", "3 Awst 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors, Shape
from desktop_app.anonymise.date_shapes import NO_NOUN_AFTER, S1
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_WELSH_MONTHS = "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
_WELSH = re.compile(
    rf"\b\d{{1,2}}(?:af|ain|il|ydd|edd|ed|fed|eg|fain)?{S1}(?:o{S1})?(?:{_WELSH_MONTHS})\b(?:{S1}\d{{4}})?",
    I,
)
# "by the 28th", "follow up 14th": a day of an unsaid month, when no noun follows that it could count.
_DAY_OF_SOME_MONTH = re.compile(rf"(?<![.\d/-])\b(?:[12]?\d|3[01])(?:st|nd|rd|th)\b{NO_NOUN_AFTER}", I)
_DAY_CUE = re.compile(
    r"\b(?:(?:on|by|of|to)[ \u00a0]the|(?:on|until|till|from|before|after|since|due|appt|appointment|visit|meeting"
    r"|court|review"
    r"|follow[- ]up)(?:[ \u00a0](?:the|on|is))?)[ \u00a0]$",
    I,
)
_CERTAIN = re.compile(r"(?:[4-9]|[12]\d|30)th|(?:2|3)1st|2[23](?:nd|rd)|[123](?:st|nd|rd)(?=[ ](?:would|will))", re.I)
_CENTILE = re.compile(r"centile|percentile|century|grade|floor|edition|place\b|birthday", I)
# "4th  She came to the door": the days of a diary
_LISTED_DAY = re.compile(r"(?m)^(?:[12]?\d|3[01])(?:st|nd|rd|th)(?=(?:[ ]{2,}|[ ]?[-–:.][ ]|\t)\S)")
_DAY_IN_WORDS = Shape(
    r"\b(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    r"|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth"
    rf"|sixth|seventh|eighth|ninth)){NO_NOUN_AFTER}",
    I,
)
# "date of birth second of the third eighty six", as a secretary takes it down
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth"
    r"|thirtieth"
    r"|(?:twenty|thirty)[- ]\w+(?:st|nd|rd|th))"
)
_YEAR = (
    r"(?:nineteen|twenty|two thousand(?: and)?|oh|forty|fifty|sixty|seventy|eighty|ninety|ten|eleven|twelve|\w+teen)"
    r"(?:[ -](?:hundred|oh|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|one|two|three|four|five|six|seven"
    r"|eight"
    r"|nine|ten|eleven|twelve|\w+teen)){0,3}"
)
_DICTATED = Shape(rf"{_ORDINAL}[ ]of[ ]the[ ]{_ORDINAL}(?:,?[ ]{_YEAR})\b|{_ORDINAL}[ ]{_ORDINAL}[ ]{_YEAR}\b", I)
# "In Aug she moved", "Nov/Dec 2018", "Q3 2021", "back in the nineties"
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_SHORT_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
_MONTH_ALONE = re.compile(rf"{_SHORT_MONTH}\b\.?(?![\w’'-])")
_MONTH_CUE = re.compile(
    r"\b(?:in|since|by|from|until|till?|during|early|late|mid|last|next|about|end of|start of|before|after)[ -]$",
    I,
)
_TWO_MONTHS = Shape(rf"{_SHORT_MONTH}[ ]?/[ ]?{_SHORT_MONTH}[ ](?:20)?\d\d\b")
_QUARTER = Shape(r"[Qq][1-4][ ](?:20\d\d|\d\d/\d\d)(?:/\d\d)?\b")
_DECADE = re.compile(r"(?:fifties|sixties|seventies|eighties|nineties|noughties)\b", I)
_DECADES = frozenset(["fifties", "sixties", "seventies", "eighties", "nineties", "noughties"])
_ORDINAL_WORDS = frozenset(
    [
        *("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth"),
        *("fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth"),
        *("twenty", "thirty"),
    ]
)
_DAY_IN_WORDS_CUE = re.compile(
    r"\b(?:on|from|since|until|till|by|before|after|not)[ \u00a0]the[ \u00a0]$", re.IGNORECASE
)


def find_days(anchors: Anchors) -> Iterator[Span]:
    """Tier 1. A first, second or third is as often one of several, so it needs a word for a day before it."""
    text = anchors.text
    for match in anchors.tried((_DAY_OF_SOME_MONTH,), anchors.numbers):
        near = text[max(0, match.start() - 40) : match.end() + 20]
        certain = _CERTAIN.match(text, match.start()) and not _CENTILE.search(near)
        if certain or _DAY_CUE.search(text, max(0, match.start() - 16), match.start()):
            yield Span(*match.span(), "date", 1, "a date")
    listed = [match.span() for match in _LISTED_DAY.finditer(text)]
    for place in listed if len(listed) > 1 else ():
        yield Span(*place, "date", 1, "a day of a diary")
    for match in anchors.tried((_DAY_IN_WORDS,), anchors.of(_ORDINAL_WORDS)):
        if _DAY_IN_WORDS_CUE.search(text, max(0, match.start() - 11), match.start()):
            yield Span(*match.span(), "date", 1, "a date")
    for match in anchors.tried((_MONTH_ALONE,), anchors.of(_SHORT_MONTHS)):
        if _MONTH_CUE.search(text, max(0, match.start() - 10), match.start()):
            yield Span(*match.span(), "date", 2, "a month")
    for match in anchors.tried((_TWO_MONTHS,), anchors.of(_SHORT_MONTHS)):
        yield Span(*match.span(), "date", 1, "a date")
    for match in anchors.tried((_QUARTER,), anchors.of(frozenset(["q"]))):
        yield Span(*match.span(), "date", 1, "a quarter of a year")
    for match in anchors.tried((_DECADE,), anchors.of(_DECADES)):
        if text[max(0, match.start() - 4) : match.start()].lower() == "the ":
            yield Span(*match.span(), "date", 2, "a decade")
    for match in anchors.tried((_DICTATED,), anchors.of(_ORDINAL_WORDS | {"first", "second", "third"})):
        yield Span(*match.span(), "date", 1, "a date")
    for match in anchors.tried((_WELSH,), anchors.numbers):
        yield Span(*match.span(), "date", 1, "a date")
