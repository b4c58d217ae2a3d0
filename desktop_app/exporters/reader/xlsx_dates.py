"""Days that a workbook keeps as numbers: 40982 in a cell that is shown as a date is 14 March 2012."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from desktop_app.exporters.reader.xml import local

_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})  # ECMA-376 part 1, 18.8.30
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|General', re.I)
_DAY_OR_YEAR = re.compile("[dy]", re.I)
_ZERO, _ZERO_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
_LAST = 2_958_465  # 31 December 9999


@dataclass(frozen=True, slots=True)
class ShownDays:
    """`styles`: which of a workbook's cell formats show days; `zero`: the day that its numbers count from."""

    styles: frozenset[str] = frozenset()
    zero: dt.date = _ZERO

    def shown(self, value: str, style: str) -> str:
        """The day as year-month-day; `value` itself where the cell shows none."""
        if style not in self.styles:
            return value
        try:
            number = float(value)
        except ValueError:
            return value
        return (self.zero + dt.timedelta(days=int(number))).isoformat() if 1 <= number < _LAST else value


def shown_days(styles: Element | None, workbook: Element | None) -> ShownDays:
    """From xl/styles.xml and xl/workbook.xml."""
    if styles is None:
        return ShownDays()
    own = {
        each.get("numFmtId"): each.get("formatCode", "") for each in styles.iter() if local(str(each.tag)) == "numFmt"
    }
    formats = next((each for each in styles if local(str(each.tag)) == "cellXfs"), None)
    shown = [
        str(at)
        for at, each in enumerate(formats if formats is not None else ())
        if _shows_days(each.get("numFmtId", "0"), own)
    ]
    counts_from = [each.get("date1904") for each in (workbook.iter() if workbook is not None else ())]
    return ShownDays(frozenset(shown), _ZERO_1904 if {"1", "true"} & set(counts_from) else _ZERO)


def _shows_days(number: str, own: dict[str | None, str]) -> bool:
    if number in own:
        return _DAY_OR_YEAR.search(_NOT_SHOWN.sub("", own[number])) is not None
    return number.isdigit() and int(number) in _DATE_FORMATS
