"""The one grammar for dates as people write them. Never a silently wrong date: what is not sure is asked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from desktop_app.common.clock import today
from desktop_app.domain.dates.clock import Split, read_time, split_time
from desktop_app.domain.dates.days import read_day
from desktop_app.domain.dates.fold import fold, set_aside_about, strip_edges, without_leading
from desktop_app.domain.dates.months import read_month
from desktop_app.domain.dates.order import DayOrder, in_order
from desktop_app.domain.dates.periods import read_period
from desktop_app.domain.dates.plain import LONG_PAST, read_plain
from desktop_app.domain.dates.reading import NOT_GIVEN, NOT_UNDERSTOOD, OLDEST, Reading, impossible, incomplete
from desktop_app.domain.dates.relative import read_relative
from desktop_app.domain.dates.spans import read_span
from desktop_app.domain.dates.words import BLANKS, WEEKDAY_NAMES, weekday_number
from desktop_app.domain.partial_date import PartialDate, Precision

_LONGEST = 200  # characters: more is a sentence, not a date
_FAR_AHEAD = dt.timedelta(366)  # a review looks back; plans rarely reach further than a year
_WEEKDAY_FIRST = re.compile(r"(?:dydd )?([^\W\d_]{3,10}(?:'s)?)[.,]{0,2}\s*[-/]?\s*(?=\d|the |[^\W\d_]+ \d|\()(.+)")
_WEEKDAY_LAST = re.compile(r"(.+?\d)[\s,]*[-(]?\s*([^\W\d_]{3,10})\.?\)?")
_INSIDE = re.compile(
    r"(?<![\d/.-])(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})|\d{4}-\d\d-\d\d|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:of )?[^\W\d_]{3,9}\.? \d{4})(?![\d/-])"
)
_MISREAD = re.compile(r"(?<![^\W\d_])(?=[oil|]*\d)[\doil|]+(?![^\W\d_])|(?<=[/.-])[oil|]{1,2}(?=[/.-])")
_NO_DAY = re.compile(
    r"(.+?)[\s,;(\[-]+(?:the )?(?:exact |precise |specific |actual )?(?:date|day)s? (?:is |was )?"
    r"(?:not (?:known|recorded|given|stated|specified|clear)|unknown|unclear|unspecified|uncertain|n/?k|tbc)[)\]]?"
)
_NO_DAY_BEFORE = re.compile(
    r"(?:exact |precise )?(?:date |day )?(?:not known|unknown|n/?k|unclear)[\s,;:-]+(?:but |in |sometime )*(?=.*\d)(.+)"
)
_LETTERS = str.maketrans("oil|", "0111")  # as a scanner or a hurried hand confuses them
_SYSTEM_ZERO = dt.date(1970, 1, 1)
_DEPTH = 3  # spans hold dates, which may hold times; no wording nests deeper


def read_date(
    wording: str,
    context: dt.date | None = None,
    *,
    previous: PartialDate | None = None,
    order: DayOrder | None = None,
) -> PartialDate:
    """Reads one date. Never raises; `wording` is kept as it was given.

    `context` proposes a year where none is written (for a person to confirm). `previous` is the row above, which
    gives "same day" and its like a meaning; without it they lean on `context`, as a proposal and never surely.
    `order` is how the file it stands in writes dates in figures, once that is settled: without it day first, and
    03/04/05 is asked about. `state_of` tells what came of it.
    """
    if plain := read_plain(wording, order):
        return plain
    folded = fold(in_order(wording[: _LONGEST + 1], order))
    if not folded or folded in BLANKS or not any(c.isalnum() or c == '"' for c in folded):
        return PartialDate(wording=wording, problem=NOT_GIVEN)
    if len(wording) > _LONGEST:
        return PartialDate(wording=wording, problem="too long to be a date")
    reading = _read(folded, context, 0) or _lean(folded, context, previous) or _last_resort(folded, context)
    if not reading.problem and (why := _far_off(reading)):
        reading = reading.doubt(why)
    return PartialDate(
        reading.start, reading.end, reading.precision, wording, reading.time, reading.approximate, reading.problem
    )


def _lean(text: str, context: dt.date | None, previous: PartialDate | None) -> Reading | None:
    """A wording that leans on another day: the row above's or, asked about, the context's."""
    if previous is not None and previous.start is not None and previous.precision is Precision.DAY:
        reading = _read_relative(text, previous)
        if reading is not None and reading.start is None and not previous.problem:
            guess = _read_relative(text, previous, previous.start)
            return guess.doubt("seen from the row above?") if guess and guess.start else reading
        return reading
    if previous is not None or context is None or not OLDEST - 100 <= context.year <= 2190:
        return _read_relative(text, previous)
    reading = _read_relative(text, PartialDate(context, context, Precision.DAY), context)
    if reading is None or reading.start is None:
        return reading
    return reading.doubt(f"it leans on another day, here taken to be {context.day} {context:%B %Y}")


def _far_off(reading: Reading) -> str:
    """Why the days are too far from now to be believed unasked, "" when they are not."""
    known = reading.start or reading.end
    if known is None or (known.year in LONG_PAST):
        return ""
    if reading.start == reading.end == _SYSTEM_ZERO:
        return "many systems write this day when none is known"
    if known > today() + _FAR_AHEAD:
        return "it lies far ahead"
    return "it lies more than a hundred years back" if known.year < today().year - 100 else ""


def _read_relative(text: str, previous: PartialDate | None, context: dt.date | None = None) -> Reading | None:
    """A wording that leans on the row above, with or without a time."""
    reading = read_relative(text, previous, context)
    if reading:
        return reading
    for split in split_time(text):
        reading = read_relative(strip_edges(split.rest), previous, context)
        if reading:
            return _at(reading, split)
    clock = read_time(text)
    if clock and not clock.bad:
        why = "only a time is given"
        if previous is None or previous.start is None or previous.precision is not Precision.DAY:
            return _at(incomplete(why), clock)
        return _at(Reading(previous.start, previous.end, Precision.DAY).doubt(why), clock)
    return None


@lru_cache(maxsize=8192)
def _read(text: str, context: dt.date | None, depth: int) -> Reading | None:
    """The first rule that reads all of `text`; None when none does. Rules nest for spans and times."""
    about = False
    previous = None
    while text != previous:
        previous = text
        text, more = set_aside_about(strip_edges(text))
        text = without_leading(text)
        about = about or more
    if not text or depth > _DEPTH:
        return None

    def deeper(inner: str) -> Reading | None:
        return _read(inner, context, depth + 1)

    if match := _NO_DAY.fullmatch(text) or _NO_DAY_BEFORE.fullmatch(text):
        reading = deeper(match[1])
        sure = reading is None or reading.precision is not Precision.DAY
        return reading if sure or reading is None else replace(reading, approximate=True)
    reading = (
        read_day(text, context)
        or read_month(text, context)
        or read_period(text)
        or _with_weekday(text, deeper)
        or _with_time(text, deeper)
        or read_span(text, deeper)
    )
    return replace(reading, approximate=True) if reading and about else reading


def _with_weekday(text: str, deeper: Callable[[str], Reading | None]) -> Reading | None:
    """ "Tues 14 Nov 2023": the weekday must be that date's, or somebody is asked."""
    for pattern, word, rest in ((_WEEKDAY_FIRST, 1, 2), (_WEEKDAY_LAST, 2, 1)):
        match = pattern.fullmatch(text)
        weekday = weekday_number(match[word]) if match else None
        if match is None or weekday is None:
            continue
        reading = deeper(match[rest])
        if reading is None:
            continue
        if reading.start is not None and reading.precision in (Precision.DAY, Precision.RANGE, Precision.WEEK):
            actual = reading.start.weekday()
            if actual != weekday:
                return reading.doubt(f"that day is a {WEEKDAY_NAMES[actual]}, not a {WEEKDAY_NAMES[weekday]}")
        return reading
    return None


def _with_time(text: str, deeper: Callable[[str], Reading | None]) -> Reading | None:
    for split in split_time(text):
        reading = deeper(split.rest)
        if reading is not None and (reading.is_whole or not split.is_doubtful):
            return _at(reading, split)
    return None


def _at(reading: Reading, split: Split) -> Reading:
    timed = replace(reading, time=reading.time or split.time, approximate=reading.approximate or split.approximate)
    return timed.doubt(split.bad) if split.bad else timed


def _last_resort(text: str, context: dt.date | None) -> Reading:
    """What can still be proposed to a person: a figure mistyped as a letter, or the date inside a sentence."""
    if text.endswith("-") and (reading := _read(text.rstrip("- "), context, 0)) is not None:
        return reading.doubt("an end may be missing")
    if "?" in text:
        reading = _read(" ".join(text.replace("(?)", " ").replace("?", " ").split()), context, 0)
        if reading is not None:
            return replace(reading, approximate=True)
    mended = _MISREAD.sub(lambda m: m[0].translate(_LETTERS), text)
    if mended != text:
        reading = _read(mended, context, 0)
        if reading is not None:
            return reading.doubt("letters where figures belong?")
    found = [r for r in (_read(m[0], None, 0) for m in _INSIDE.finditer(text)) if r and r.start and r.end]
    if len(found) == 1:
        return found[0].doubt("more is written than a date")
    if found:
        low = min(r.start for r in found if r.start)
        high = max(r.end for r in found if r.end)
        return Reading(low, high, Precision.RANGE, "several dates are written")
    return impossible(NOT_UNDERSTOOD)
