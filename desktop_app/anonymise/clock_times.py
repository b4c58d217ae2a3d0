"""Times of day, in figures and in words: "14:05", "2147HRS", "quarter past three", "10 till 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.anchors import Anchors
from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_DAY_BEFORE = re.compile(
    r"(?:\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?|today|tomorrow|(?:19|20)\d\d)|\d(?:st|nd"
    r"|rd|th))\b"
    r"[^.\n\d]{0,12}\bat $",
    I,
)
_FROM_A_NUMBER = (
    re.compile(
        r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?(?:am|pm|hrs|hours|h)\b|\s?[ap]\.m\.|\b)"
        r"(?!\s?%)(?![./]\d)",
        I,
    ),
    re.compile(r"\b(?:[01]\d|2[0-3])[0-5]\d\s?(?:hrs|hours|h)\b", I),
    # "between 9.30 and 12"
    re.compile(
        r"\b(?:1[0-2]|[1-9])[:.][0-5]\d\s?(?:am|pm)?\s?(?:and|to|till?|until|[-–])\s?(?:1[0-2]|[1-9])(?:\s?(?:am|pm))?"
        r"(?![\w%/£]|[.:]\d|\s(?:of|per|per cent|percent|weeks|days|months|years|miles|mg|ml))",
        I,
    ),
    re.compile(r"(?<=\bat )\d{1,2}\.[0-5]\d\b", I),
    re.compile(r"\b(?:1[0-2]|[1-9])\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w)", I),
    re.compile(r"\b\d{1,2}\s?(?:am|pm)?\s(?:till|til)\s\d{1,2}\b", I),
    re.compile(r"\b12\s(?:noon|midnight|midday)\b", I),
    re.compile(r"\b\d{1,2}\s?o['’]clock(?:\s(?:at night|in the (?:morning|afternoon|evening)))?\b", I),
)
_FROM_A_WORD = (
    re.compile(rf"\b{_HOUR}\s?o['’]clock(?:\s(?:at night|in the (?:morning|afternoon|evening)))?\b", I),
    re.compile(rf"\b(?:half|quarter)\s(?:past|to)\s(?:{_HOUR}|\d{{1,2}})\b|\bhalf\s{_HOUR}\b(?!-)", I),
    re.compile(
        rf"\b(?:five|ten|twenty|twenty[- ]five)\s(?:past\s{_HOUR}\b|to\s{_HOUR}(?=\s*(?:[.,;)]|$|in the|at night)))", I
    ),
)
_HOURS = frozenset(_HOUR.strip("(?:)").split("|")) | {"half", "quarter", "twenty"}
_BARE_HOUR = re.compile(r"(?:1[0-2]|[1-9])(?=[,.;)]|$|\n|\sand\b)(?!\.\d)")


def find_times(anchors: Anchors) -> Iterator[Span]:
    """All of them tier 2."""
    text = anchors.text
    for match in anchors.tried(_FROM_A_NUMBER, anchors.numbers):
        yield Span(*match.span(), "time", 2, "a time of day")
    for match in anchors.tried(_FROM_A_WORD, anchors.of(_HOURS)):
        yield Span(*match.span(), "time", 2, "a time of day")
    for start in anchors.numbers:
        if text[start - 3 : start].lower() == "at " and _DAY_BEFORE.search(text, max(0, start - 30), start):
            hour = _BARE_HOUR.match(text, start)
            if hour:
                yield Span(*hour.span(), "time", 2, "a time of day")
