"""Words beside a finding that belong to it: "the bottom flat at 9 Tanyard Rise", "just turned 20", "2-4pm"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.anonymise.result import Span

_NTH = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|[Tt]op|[Bb]ottom|[Gg]round|[Bb]asement|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth)"
)
_WHERE_INSIDE = re.compile(
    rf"\b(?:[Tt]he )?(?:{_NTH}[ -][Ff]loor(?: [Ff]lat)?"
    rf"|(?:{_NTH}|[Gg]arden|[Aa]ttic|[Uu]pstairs|[Dd]ownstairs|[Mm]iddle) [Ff]lat"
    r"|[Rr]oom \d{1,3}[A-Za-z]?)(?:, | at | of |,? \((?:[a-z]+ ?){1,3}\),? )$"
)
_FLOOR_AND_HOUSE = re.compile(
    rf"\b(?:{_NTH}[ -][Ff]loor|[Rr]oom \d{{1,3}}), (?:[A-Z][\w’'-]+ ){{1,3}}?[A-Z][\w’'-]+, $"
)
_FLOOR_AFTER = re.compile(rf" flats?, {_NTH} floor(?:, [a-z]+ door)?(?![\w-])")
_ROUGHLY = re.compile(r"\b(?:(?:[Jj]ust|[Nn]early|[Aa]lmost|[Nn]ewly|[Bb]arely|[Nn]ot (?:yet|quite)|[Oo]nly just) )+$")
_FROM_AN_HOUR = re.compile(r"(?<![\w.:/-])\d{1,2}(?:[.:][0-5]\d)? ?(?:[-–]| to ) ?$")
_AN_HOUR = re.compile(r"\d{1,2}(?:[.:][0-5]\d)? ?[ap]\.?m", re.IGNORECASE)
_INITIAL = re.compile(r"(?<![\w.’'])[A-Z]\. ?$")
_SURNAME = re.compile(r"[A-Z][a-z’'-]+")
# Letters that stand for no word in a hasty note, as "w", "c" (with), "u" and "r" do.
_LETTER_AFTER = re.compile(r" [DEFGHJKLMPTYZdefghjklmptyz](?=[ ,.;:\n)]|$)(?!\. ?\d)")
_SMALL_GIVEN = re.compile(r"[a-z]{3,}")
_LED_BY = re.compile(r"\b(?:Little|Tiny|Happy|Busy|Bright|Rising|Young|Big|New|Old) $")
_LABEL = re.compile(r"\b(?:[Nn]ame|NAME)(?: of [a-z ]{4,20})?:[ \t]*$")
_REST_OF_A_NAME = re.compile(r"(?: [A-Z][a-z’'-]+){1,3}(?=[ ]{2,}|\t|\n|$| ?\|)")
_PEOPLE = frozenset(["name", "person"])


def words_around(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Wider findings of the same kind and tier, over `spans`."""
    for span in spans:
        start, end = span.start, span.end
        before = max(0, start - 60)
        match: re.Match[str] | None = None
        if span.kind in ("address", "organisation", "street"):
            match = _FLOOR_AND_HOUSE.search(text, before, start) or _WHERE_INSIDE.search(text, before, start)
            if match is None and span.kind == "organisation":
                match = _LED_BY.search(text, before, start)
            after = _FLOOR_AFTER.match(text, end) if span.kind == "street" else None
            end = after.end() if after else end
        elif span.kind == "age" and text.startswith(("turned", "aged", "turning"), start):
            match = _ROUGHLY.search(text, before, start)
        elif span.kind == "time" and _AN_HOUR.match(text, start, end):
            match = _FROM_AN_HOUR.search(text, before, start)
        elif span.kind in _PEOPLE:
            if _SURNAME.fullmatch(text, start, end):
                match = _INITIAL.search(text, before, start)
            after = None
            if span.why.endswith("in lower case") and _SMALL_GIVEN.fullmatch(text, start, end):
                after = _LETTER_AFTER.match(text, end)
            elif _LABEL.search(text, before, start):
                after = _REST_OF_A_NAME.match(text, end)
            end = after.end() if after else end
        start = match.start() if match else start
        if (start, end) != (span.start, span.end):
            yield Span(start, end, span.kind, span.tier, span.why)
