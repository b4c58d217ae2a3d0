"""When things are due: working days by the nation's own bank holidays, offline.

Day 1 is the next working day after the start (field reference, acceptance story A1; the start event is a setting).
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import cache

from desktop_app.domain.review import Clock
from desktop_app.domain.snapshot import Snapshot

_SUBDIVISIONS = {"England": "ENG", "Wales": "WLS", "Scotland": "SCT", "Northern Ireland": "NIR"}


@dataclass(frozen=True, slots=True)
class ClockView:
    name: str
    start: dt.date | None
    due: dt.date | None  # the last day in time, an agreed extension included
    state: str  # met | missed | running | not-started
    met_on: dt.date | None
    calendar: str
    source: str
    rule_due: dt.date | None = None  # the last day by the rule alone
    extension: str = ""  # why it was extended, and who agreed
    uid: str = ""


@cache
def _bank_holidays(nation: str, year: int) -> frozenset[dt.date]:
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv=_SUBDIVISIONS.get(nation, "ENG"), years=year))


def due_date(start: dt.date, amount: int, unit: str, nation: str) -> dt.date:
    """The last day in time. `unit` is working-days, days or months."""
    if unit == "months":
        month = start.month - 1 + amount
        year, month = start.year + month // 12, month % 12 + 1
        return dt.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    if unit == "days":
        return start + dt.timedelta(days=amount)
    day = start
    left = amount
    while left > 0:
        day += dt.timedelta(days=1)
        if day.weekday() < 5 and day not in _bank_holidays(nation, day.year):
            left -= 1
    return day


def clock_views(snapshot: Snapshot, today: dt.date) -> list[ClockView]:
    """Soonest due first."""
    views = [clock_view(clock, today) for clock in snapshot.clocks]
    return sorted(views, key=lambda v: v.due or dt.date.max)


def clock_view(clock: Clock, today: dt.date) -> ClockView:
    """Where one time limit stands on a day."""
    rule = due_date(clock.start, clock.amount, clock.unit, clock.calendar) if clock.start else None
    extended = clock.extended_to is not None and rule is not None and clock.extended_to > rule
    due = clock.extended_to if extended else rule
    met = clock.met_on if clock.met_on is not None and clock.met_on <= today else None  # not met yet, on an earlier day
    if due is None:
        state = "not-started"
    elif met is not None:
        state = "met" if met <= due else "missed"
    else:
        state = "running" if today <= due else "missed"
    why = ", ".join(filter(None, [clock.extension_reason, clock.extension_agreed_by])) if extended else ""
    said = (clock.calendar, clock.source)
    return ClockView(clock.name, clock.start, due, state, met, *said, rule, why, clock.uid)
