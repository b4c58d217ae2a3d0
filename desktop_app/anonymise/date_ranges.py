"""Spells of time written from one date to another: one finding, so that they are coarsened as a whole.

Apart, "12–14 Mar 2024" would be left its 12th, and "28 February – 2 March 2025" its winter without a year.
"""

from __future__ import annotations

import re
from itertools import pairwise

from desktop_app.anonymise.date_shapes import DAYS, MONTHS
from desktop_app.anonymise.result import Span

_JOINED = r"[ \u00a0]{0,2}(?:[-\u2010-\u2014/]|\b(?:to|until|till|through to|or|and)\b)[ \u00a0]{0,2}"
_DAYS_BEFORE = re.compile(
    rf"(?<![\d.,:/\u2013-])(?:(?:{DAYS})[ \u00a0])?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{_JOINED}$", re.IGNORECASE
)
_BETWEEN = re.compile(_JOINED, re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(?:(?:{DAYS}),?[ \u00a0])?(?:the[ \u00a0])?\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)", re.IGNORECASE)
_OF_A_YEAR = re.compile(rf"(?:19|20)\d\d$|[/.'’-]\d\d$|(?:{MONTHS})[ \u00a0]\d\d$", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{MONTHS})\b", re.IGNORECASE)
_SPELL = re.compile(r"\bbetween[ \u00a0](?:the[ \u00a0])?$", re.IGNORECASE)


def spells_of_time(text: str, spans: list[Span]) -> list[Span]:
    """Wider findings over `spans`, which are in order and do not overlap."""
    dates = [span for span in spans if span.kind == "date"]
    wider = [
        Span(first.start, last.end, "date", 1, "a date")
        for first, last in pairwise(dates)
        if _is_one(text, first, last)
    ]
    for span in dates:
        days = _DAYS_BEFORE.search(text, max(0, span.start - 24), span.start)
        if days and _DAY_FIRST.match(text, span.start, span.end) and _MONTH.search(text, span.start, span.end):
            wider.append(Span(days.start(), span.end, "date", 1, "a date"))
    return wider


def _is_one(text: str, first: Span, last: Span) -> bool:
    """Is the second the end of what the first begins, or do they stand beside each other ("in May and on 3 June")?"""
    between = text[first.end : last.start]
    if len(between) > 8 or not _BETWEEN.fullmatch(between) or not _OF_A_YEAR.search(text[last.start : last.end]):
        return False
    # Two dates with "and" are a spell where "between" says so, else two days that happen to stand beside each other.
    return between.strip().lower() != "and" or bool(_SPELL.search(text, max(0, first.start - 14), first.start))


_ENDS = re.compile(
    rf"(?P<first>.*(?:\d|\b(?:{MONTHS})))[ \u00a0]*(?P<joined>[-\u2010-\u2014]|\b(?:to|until|till|or|and)\b)"
    rf"[ \u00a0]*(?P<last>.*\b(?P<month>(?:{MONTHS})\b)\.?[ \u00a0]?(?P<year>\d{{4}})?)",
    re.IGNORECASE,
)


def from_one_to_another(words: str) -> tuple[str, str, str] | None:
    """("3 March 2024", "or", "4 March 2024") of "3 or 4 March 2024", each end whole; None when it is no such spell."""
    found = _ENDS.fullmatch(words)
    if found is None:
        return None
    first, last = found["first"].strip(), found["last"].strip()
    if not _MONTH.search(first):
        first = f"{first} {found['month']}"
    if found["year"] and not _OF_A_YEAR.search(first):
        first = f"{first} {found['year']}"
    return first, found["joined"].lower() if found["joined"].isalpha() else "to", last


_LED = re.compile(r"\b(between|from|over)[ \u00a0]+(?:the[ \u00a0]+)?$", re.IGNORECASE)
_TWO = re.compile(r"\b(?:to|until|till|or|and)\b")


def led_into(text: str, start: int, words: str, coarse: str) -> tuple[int, str] | None:
    """Where the "between" or the "from" before a spell of time begins, and what is printed from there.

    "between 12 and 14 March 2024" is "in March 2024", and "between 12 March and 9 April" is "between March and April".
    None where nothing leads into it, or it was no spell.
    """
    led = _LED.search(text, max(0, start - 14), start)
    if led is None or not (_TWO.search(words) or "-" in words or "–" in words):
        return None
    if not _TWO.search(coarse):
        return led.start(), ("In " if led.group(1)[0].isupper() else "in ") + coarse
    joined = coarse.replace(" to ", " and ", 1) if led.group(1).lower() == "between" else coarse
    return led.start(1), f"{led.group(1)} {joined}"
