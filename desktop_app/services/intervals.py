"""Ages and intervals: computed from dates, as exactly as the dates are, and never typed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.people import Person
from desktop_app.domain.snapshot import Snapshot

_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 14, 92, 730  # days from which a longer unit is used


@dataclass(frozen=True, slots=True)
class Age:
    """Whole years, at least and at most; `months` for a child under two, when both ends agree, else None."""

    least: int
    most: int
    months: int | None = None

    @property
    def words(self) -> str:
        if self.months is not None:
            return "1 month" if self.months == 1 else f"{self.months} months"
        return f"{self.least}" if self.least == self.most else f"{self.least} or {self.most}"


def age_at(born: dt.date, date: PartialDate) -> Age | None:
    """None without a placed date, and before the birth. An imprecise date gives a range of ages."""
    if date.start is None or date.end is None or date.end < born:
        return None
    first = max(date.start, born)
    least, most = _months(born, first), _months(born, date.end)
    months = least if least == most and most < 24 else None
    return Age(least // 12, most // 12, months)


def ages_at(snapshot: Snapshot, event: ChronologyEvent) -> tuple[tuple[Person, Age], ...]:
    """The age of each person of the event whose date of birth is known; of the review's subject when none is linked."""
    linked = set(event.people)
    born = [person for person in snapshot.people if person.born is not None]
    asked = [person for person in born if person.uid in linked] or (born if len(born) == 1 else [])
    found = [(p, age_at(p.born, event.date)) for p in asked if p.born is not None]
    return tuple((person, age) for person, age in found if age is not None)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from one date to another, at least and at most; negative when the other came before."""

    least: int
    most: int

    @property
    def exact(self) -> bool:
        return self.least == self.most


def interval(first: PartialDate, second: PartialDate) -> Interval | None:
    """None when either cannot be placed."""
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return None
    return Interval((second.start - first.end).days, (second.end - first.start).days)


def interval_words(found: Interval, of: str) -> str:
    """ "11 weeks after the first referral", "between 2 and 6 weeks before …", "the same day as …"."""
    if found.exact and not found.least:
        return f"the same day as {of}"
    if found.least < 0 < found.most or (not found.exact and 0 in (found.least, found.most)):
        reach = _span(max(abs(found.least), abs(found.most)))
        return f"within {reach} of {of}, before or after" if found.least < 0 < found.most else _up_to(found, reach, of)
    near, far = sorted((abs(found.least), abs(found.most)))
    side = "after" if found.most > 0 else "before"
    if _span(near) == _span(far):
        return f"{'' if found.exact else 'about '}{_span(near)} {side} {of}"
    return f"between {_two(near, far)} {side} {of}"


def _up_to(found: Interval, reach: str, of: str) -> str:
    return f"up to {reach} {'after' if found.most > 0 else 'before'} {of}"


def _two(near: int, far: int) -> str:
    """ "2 and 6 weeks" where the unit is one, else both whole."""
    first, second = _span(near).split(), _span(far).split()
    if first[1].rstrip("s") == second[1].rstrip("s"):
        return f"{first[0]} and {' '.join(second)}"
    return f"{' '.join(first)} and {' '.join(second)}"


def _span(days: int) -> str:
    if days < _WEEKS_FROM:
        return _count(days, "day")
    if days < _MONTHS_FROM:
        return _count(days // 7, "week")
    if days < _YEARS_FROM:
        return _count(round(days / 30.44), "month")
    return _count(round(days / 365.25), "year")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _months(born: dt.date, day: dt.date) -> int:
    """Whole months lived. Who is born on 29 February turns on 1 March in other years, as the law has it."""
    months = (day.year - born.year) * 12 + day.month - born.month
    return months - 1 if day.day < born.day else months
