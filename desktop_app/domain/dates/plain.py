"""The two shapes that most dates of most files have, read without the grammar: 2024-05-03 and 03/05/2024."""

from __future__ import annotations

import datetime as dt
import re

from desktop_app.domain.dates.order import DayOrder
from desktop_app.domain.partial_date import PartialDate, Precision

LONG_PAST = range(2000, 2025)  # whatever today is, neither ahead nor out of living memory
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)


def read_plain(wording: str, order: DayOrder | None) -> PartialDate | None:
    """What the grammar would surely make of it; None for every other wording, and for days that need a look."""
    try:
        if _ISO.fullmatch(wording):
            day = dt.date.fromisoformat(wording)
        elif match := _FIGURES.fullmatch(wording):
            first, second = int(match[1]), int(match[3])
            if order is DayOrder.MONTH_FIRST:
                return None
            day = dt.date(int(match[4]), second, first)
        else:
            return None
    except ValueError:
        return None
    return PartialDate(day, day, Precision.DAY, wording) if day.year in LONG_PAST else None
