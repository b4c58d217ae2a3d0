"""Dates as people write them, with a space that never splits "3 May"."""

from __future__ import annotations

import datetime as dt

_HARD = "\u00a0"


def day(date: dt.date | None, *, year: bool = True) -> str:
    if date is None:
        return ""
    return f"{date.day}{_HARD}{date:%b}{_HARD}{date.year}" if year else f"{date.day}{_HARD}{date:%b}"


def long_day(date: dt.date) -> str:
    return f"{date:%A} {date.day}{_HARD}{date:%B}{_HARD}{date.year}"


def moment(when: dt.datetime, now: dt.datetime) -> str:
    """ "14:02" today, "yesterday, 16:48", else "Thu 3 Sep, 09:15", in local time."""
    local, here = when.astimezone(), now.astimezone()
    days = (here.date() - local.date()).days
    if days == 0:
        return f"{local:%H:%M}"
    if days == 1:
        return f"yesterday, {local:%H:%M}"
    return f"{local:%a} {local.day}{_HARD}{local:%b}, {local:%H:%M}"
