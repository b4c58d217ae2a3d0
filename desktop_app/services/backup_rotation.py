"""Which backups are kept: data in `resources/backups/rotation.toml`."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cache

from desktop_app.common.resources import resource


@dataclass(frozen=True, slots=True)
class Rotation:
    """Counts of backups; `due_after` and `drill_after` say when one is made, and how long a drill counts."""

    last: int
    daily: int
    weekly: int
    due_after: dt.timedelta
    drill_after: dt.timedelta


@cache
def rotation() -> Rotation:
    data = tomllib.loads(resource("backups", "rotation.toml").read_text("utf-8"))
    return Rotation(
        last=max(1, data["last"]),  # the one that was just made is never thrown away
        daily=data["daily"],
        weekly=data["weekly"],
        due_after=dt.timedelta(hours=data["due_after_hours"]),
        drill_after=dt.timedelta(days=data["drill_after_days"]),
    )


def kept(made: Iterable[dt.datetime], rule: Rotation) -> set[dt.datetime]:
    """Of the times at which backups were made (UTC), those whose backups stay."""
    newest_first = sorted(made, reverse=True)
    return {
        *newest_first[: rule.last],
        *_newest_of_each(newest_first, rule.daily, lambda time: time.date()),
        *_newest_of_each(newest_first, rule.weekly, lambda time: tuple(time.isocalendar())[:2]),
    }


def _newest_of_each(
    newest_first: list[dt.datetime], count: int, period: Callable[[dt.datetime], Hashable]
) -> list[dt.datetime]:
    found: dict[Hashable, dt.datetime] = {}
    for time in newest_first:
        found.setdefault(period(time), time)
    return list(found.values())[:count]
