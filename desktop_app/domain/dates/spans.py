"""Stretches between two dates: ranges, nights, weeks, and all that lies before or after."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from desktop_app.domain.dates.reading import Reading, between, incomplete
from desktop_app.domain.dates.words import ORDINAL, month_number, weekday_number
from desktop_app.domain.partial_date import Precision

Read = Callable[[str], Reading | None]
_ONE = dt.timedelta(1)
_WEEK = re.compile(
    r"(?:the )?(?:w[/\\. ]?(?:c|b)\b\.?|wk[/. ]?[cb]\b\.?|(?:week|wk|w/?) ?-?(?:com+\w*|beg\w*|start\w*)\.?|"
    r"wythnos(?: yn (?:dechrau|cychwyn))?|wk of|week of|week)(?: of| on)?(?: the)?\s*[:-]?\s*(.+)"
)
_WEEK_END = re.compile(r"(?:the )?(?:w/e|w/ending|week ending|wk ending)(?: on)?(?: the)?\s*[:-]?\s*(?=\d|\w+ \d)(.+)")
_WEEKEND = re.compile(r"(?:the )?(?:weekend|w/end|wkend)(?: of| beginning|,)?\s*(?:the )?(.+)")
_BEFORE = re.compile(r"(?:some ?time |shortly |just |any ?time )?(?:before|prior to|pre-?|earlier than|cyn)\s*(.+)")
_UP_TO = re.compile(
    r"(?:some ?time )?(?:by|until|till|up to(?: and including)?|up until|no later than|not later than|on or before|"
    r"not after)\s+(.+)"
)
_AFTER = re.compile(
    r"(?:some ?time |shortly |just |any ?time )?(?:after|post-?|later than|following|ar ol|ar ôl)\s*(.+)"
)
_LOOSE_END = re.compile(r"(?:some ?time )?(?:until|till|up to|up until)\b(?! and)")
_SINCE = re.compile(
    r"(?:since|from|on or after|as of|starting|commencing|not before|no earlier than|not earlier than)\s+"
    r"(.+?)(?: on ?wards?)?"
)
_ONWARDS = re.compile(
    r"(?:from )?(.+?)\s*(?:on ?wards?|\+|(?:-|to|until) ?(?:date|present|now|the present|today|ongoing|current|"
    r"on-going))"
)
_NIGHT = re.compile(r"(?:over ?night(?: of| on)?|o/n|(?:the )?night(?: time)? of)\s*:?\s*(?:the )?(.+)")
_NIGHT_AFTER = re.compile(r"(.+?)[\s,(-]+(?:over ?night|o/n|(?:late |at |that )?night(?: ?time)?)\)?")
_NIGHT_FIGURES = re.compile(r"(\d{1,2})\s*[/-]\s*(\d{1,2})(\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4})")
_PAIR = re.compile(
    rf"(?:the )?(\d{{1,2}}){ORDINAL}\s*(/|&|,|and|\+)\s*(?:the )?(\d{{1,2}}){ORDINAL}(?:\s+of)?([\s./-]+[^\W\d_]+.*)"
)
_US_RANGE = re.compile(rf"([^\W\d_]{{3,11}})\.? (\d{{1,2}}){ORDINAL}\s*-\s*(\d{{1,2}}){ORDINAL},? (\d{{4}})")
_JOINT = re.compile(r"\s+(?:to|until|till|through|thru|and|&)\s+|\s*-\s*|\s*/\s*")
_LISTED = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*;\s*")
_OPEN = re.compile(r"(?:some ?time |shortly )?(?:before|prior|after|since|by|until|till|up to|post|pre)\b")
_FROM = re.compile(r"^(?:from|between|btw|btwn)\s+(?=.)")


def read_span(text: str, read: Read) -> Reading | None:
    """A span, its ends read by `read`; None when `text` is not of that shape."""
    for rule in (_night, _week, _list, _pair, _alternatives, _range, _open_ended):
        if reading := rule(text, read):
            return reading
    return None


def _open_ended(text: str, read: Read) -> Reading | None:
    for pattern, is_before, inclusive in (
        (_BEFORE, True, False),
        (_UP_TO, True, True),
        (_ONWARDS, False, True),
        (_AFTER, False, False),
        (_SINCE, False, True),
    ):
        match = pattern.fullmatch(text)
        inner = read(match[1]) if match else None
        if inner is None:
            continue
        if inner.start is None or inner.end is None or inner.precision in (Precision.BEFORE, Precision.AFTER):
            return inner if inner.problem or (inner.precision is Precision.AFTER and pattern is _ONWARDS) else None
        if inner.time is not None:
            return inner.doubt("before or after a time on that day: is the day itself meant?")
        if is_before:
            end = inner.end if inclusive else inner.start - _ONE
            before = replace(inner, start=None, end=end, precision=Precision.BEFORE)
            loose = inner.start != inner.end and _LOOSE_END.match(text)
            return before.doubt("until its beginning, or until its end?") if loose else before
        start = inner.start if inclusive else inner.end + _ONE
        return replace(inner, start=start, end=None, precision=Precision.AFTER)
    return None


def _night(text: str, read: Read) -> Reading | None:
    if match := _NIGHT.fullmatch(text) or _NIGHT_AFTER.fullmatch(text):
        inner = _figure_pair(match[1], read) or _pair(match[1], read) or read(match[1])
        if inner and inner.start and inner.end and inner.precision is Precision.DAY:
            return replace(inner, end=inner.start + _ONE, precision=Precision.RANGE)
        return inner
    return _figure_pair(text, read)


def _figure_pair(text: str, read: Read) -> Reading | None:
    """ "12-14/02/24" and "03/04/05/2024": two days and one month in figures."""
    match = _NIGHT_FIGURES.fullmatch(text)
    if match is None:
        return None
    reading = _ends(match[1] + match[3], match[2] + match[3], read)
    return _asked_unless_next(reading) if "/" in text[match.end(1) : match.start(2)] else reading


def _asked_unless_next(reading: Reading | None) -> Reading | None:
    """Two days that follow each other are a span; two that do not are somebody's to decide."""
    if reading and reading.start and reading.end and not reading.problem and reading.end - reading.start != _ONE:
        return reading.doubt("two days, or all the days between them?")
    return reading


def _week(text: str, read: Read) -> Reading | None:
    if match := _WEEK_END.fullmatch(text):
        inner = read(match[1])
        if inner and inner.start and inner.precision is Precision.DAY:
            reading = replace(inner, start=inner.start - 6 * _ONE, precision=Precision.WEEK)
            return (
                reading if inner.start.weekday() == 6 else reading.doubt("that is not a Sunday: which days are meant?")
            )
        return inner if inner and inner.problem else None
    if match := _WEEKEND.fullmatch(text):
        return _weekend(_pair(match[1], read) or _range(match[1], read) or read(match[1]))
    match = _WEEK.fullmatch(text)
    inner = read(match[1]) if match else None
    if inner is None or inner.start is None or inner.precision is not Precision.DAY:
        return inner if inner and inner.problem else None
    reading = replace(inner, end=inner.start + 6 * _ONE, precision=Precision.WEEK)
    if inner.start.weekday():
        return reading.doubt("that is not a Monday: the week from that day, or the week it lies in?")
    return reading


def _weekend(inner: Reading | None) -> Reading | None:
    if inner is None or inner.start is None or inner.end is None:
        return inner
    if inner.precision is Precision.DAY and inner.start.weekday() in (5, 6):
        saturday = inner.start - (inner.start.weekday() - 5) * _ONE
        return replace(inner, start=saturday, end=saturday + _ONE, precision=Precision.RANGE)
    if inner.precision is Precision.RANGE and inner.start.weekday() >= 4:
        return inner
    return inner.doubt("that is not a weekend")


def _pair(text: str, read: Read) -> Reading | None:
    """ "3/4 May 2024"."""
    match = _PAIR.fullmatch(text)
    if not match:
        return None
    rest = match[4].strip()
    month = month_number(re.match(r"[^\W\d_]*", rest.lstrip("./- "))[0])  # type: ignore[index]
    if month is None:
        return None
    return _asked_unless_next(_ends(f"{match[1]} {rest}", f"{match[3]} {rest}", read))


def _alternatives(text: str, read: Read) -> Reading | None:
    """ "7 or 8 May 2024": one of them, for a person to say which."""
    left, joint, right = text.partition(" or ")
    reading = _ends(left.removeprefix("either "), right, read) if joint else None
    return reading.doubt("which of the two?") if reading else None


def _list(text: str, read: Read) -> Reading | None:
    """ "7, 8 and 9 May 2024": several dates in one cell."""
    parts = [part.strip() for part in _LISTED.split(text)]
    if not 3 <= len(parts) <= 12 or not all(parts):
        return None
    last = read(parts[-1])
    if last is None or last.start is None or last.end is None:
        return None
    firsts = [next((r for c in _completed(part, last) if (r := read(c)) and r.start), None) for part in parts[:-1]]
    days = [day for r in (*firsts, last) if r for day in (r.start, r.end) if day]
    if None in firsts:
        return None
    return Reading(min(days), max(days), Precision.RANGE, "several dates are written")


def _range(text: str, read: Read) -> Reading | None:
    if _OPEN.match(text):
        return None
    is_between = text.startswith(("between ", "btw"))
    text = _FROM.sub("", text)
    if match := _US_RANGE.fullmatch(text):
        return _ends(f"{match[2]} {match[1]} {match[4]}", f"{match[3]} {match[1]} {match[4]}", read)
    doubtful = None
    for joint in _JOINT.finditer(text):
        left, right = text[: joint.start()].strip(), text[joint.end() :].strip()
        if not left or not right:
            continue
        reading = _ends(left, right, read)
        if reading is None:
            continue
        if joint[0].strip() in ("and", "&") and not is_between and reading.precision is Precision.RANGE:
            reading = _asked_unless_next(reading) or reading
        if not reading.problem:
            return reading
        doubtful = doubtful or reading
    return doubtful


def _ends(left: str, right: str, read: Read) -> Reading | None:
    """The span from `left`, which may leave out what `right` says, to `right`."""
    last = read(right)
    if last is None or last.precision in (Precision.RANGE, Precision.BEFORE, Precision.AFTER):
        return None
    if last.start is None or last.end is None:
        if read(left) is None and not left.isdecimal():
            return None
        return incomplete(last.problem, Precision.RANGE) if last.precision is not Precision.UNKNOWN else last
    for candidate in _completed(left, last):
        first = read(candidate)
        if first is not None and first.start is not None and first.end is not None:
            if last.start < first.start and candidate != left and (earlier := _stepped_back(left, last, read)):
                return _joined(earlier, last).doubt("over new year, or over the end of a month?")
            return _joined(first, last)
        if first is not None and first.problem and candidate != left:
            return replace(last, start=None, end=None, precision=Precision.UNKNOWN, problem=first.problem)
    return None


def _stepped_back(left: str, last: Reading, read: Read) -> Reading | None:
    """ "31 Dec - 1 Jan 2024", "28 - 3 March 2024": the first day in the year, or month, before the last day's."""
    assert last.start is not None
    if left.isdecimal():
        before = last.start.replace(day=1) - _ONE
        found = read(f"{left}/{before.month}/{before.year}")
    else:
        year = str(last.start.year - 1)
        found = next(
            (r for joint in (" ", "/") if (r := read(left + joint + year)) and r.start and not r.problem), None
        )
    near = dt.timedelta(
        14 if left.isdecimal() else 100
    )  # farther apart, the two were rather written the wrong way round
    return found if found and found.start and found.end and found.start < last.start <= found.end + near else None


def _completed(left: str, last: Reading) -> list[str]:
    assert last.start is not None
    year, month = last.start.year, last.start.month
    number = re.fullmatch(rf"([^\W\d_]+ )?(?:the )?(\d{{1,2}}){ORDINAL}", left)
    if number and (number[1] is None or weekday_number(number[1].strip()) is not None):
        return [f"{number[1] or ''}{number[2]}/{month}/{year}"]
    if re.fullmatch(r"\d{1,2}\s*[/.]\s*\d{1,2}", left):
        return [re.sub(r"\s*[/.]\s*", "/", left) + f"/{year}"]
    if re.fullmatch(r"(?:very )?(?:early|mid|late)", left) and last.precision is Precision.PART_MONTH:
        return [f"{left} {month}/{year}"]
    if re.search(r"\d{4}|[/.-]\s*\d\d$|'\d\d$|\s\d\d$", left):
        return [left, f"{left} {year}"]
    return [f"{left} {year}", left]


def _joined(first: Reading, last: Reading) -> Reading:
    assert first.start is not None
    assert last.end is not None
    if last.start is not None and last.start < first.start:
        low, high = min(first.start, last.start), max(first.end or first.start, last.end)
        return Reading(low, high, Precision.RANGE, "it ends before it starts", first.time)
    reading = between(first.start, last.end, Precision.RANGE)
    for why in dict.fromkeys((first.problem, last.problem)):
        reading = reading.doubt(why) if why else reading
    return replace(reading, time=first.time, approximate=first.approximate or last.approximate)
