"""Times of day, in figures and in words: "14:05", "2147HRS", "quarter past three", "10 till 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.anonymise.result import Span

I = re.IGNORECASE  # noqa: E741 - reads as the flag it is
_HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_DAY_BEFORE = (
    r"(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?|today|tomorrow|\d(?:st|nd|rd|th)|(?:19|20)\d\d"
)
_TIMES = (
    re.compile(
        r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?(?:am|pm|hrs|hours|h)\b|\s?[ap]\.m\.|\b)"
        r"(?!\s?%)(?![./]\d)",
        I,
    ),
    re.compile(r"\b(?:[01]\d|2[0-3])[0-5]\d\s?(?:hrs|hours|h)\b", I),
    re.compile(r"(?<=\bat )\d{1,2}\.[0-5]\d\b", I),
    re.compile(r"\b(?:1[0-2]|[1-9])\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w)", I),
    re.compile(rf"\b(?:\d{{1,2}}|{_HOUR})\s?o['’]clock(?:\s(?:at night|in the (?:morning|afternoon|evening)))?\b", I),
    re.compile(rf"\b(?:half|quarter)\s(?:past|to)\s(?:{_HOUR}|\d{{1,2}})\b|\bhalf\s{_HOUR}\b(?!-)", I),
    re.compile(
        rf"\b(?:five|ten|twenty|twenty[- ]five)\s(?:past\s{_HOUR}\b|to\s{_HOUR}(?=\s*(?:[.,;)]|$|in the|at night)))", I
    ),
    re.compile(r"\b\d{1,2}\s?(?:am|pm)?\s(?:till|til)\s\d{1,2}\b", I),
    re.compile(r"\b12\s(?:noon|midnight|midday)\b", I),
    re.compile(rf"\b(?:{_DAY_BEFORE})\b[^.\n\d]{{0,12}}\bat (?P<time>1[0-2]|[1-9])(?=[,.;)]|$|\n|\sand\b)(?!\.\d)", I),
)


def find_times(text: str) -> Iterator[Span]:
    """All of them tier 2."""
    for shape in _TIMES:
        for match in shape.finditer(text):
            start, end = match.span("time") if "time" in shape.groupindex else match.span()
            yield Span(start, end, "time", 2, "a time of day")
