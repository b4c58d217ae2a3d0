"""How far actions have come: by status, by body, and over time; what pictures and their tables are made from."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.learning import OVER, Action, ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import actions_at

MOST_DAYS = 12  # of a picture over time: a year of months
# What is done stands first, so that a picture grows from the left; what nobody will do, or knows of, stands last.
STANDING = (
    ActionStatus.EMBEDDED,
    ActionStatus.COMPLETE,
    ActionStatus.PART_COMPLETE,
    ActionStatus.IN_PROGRESS,
    ActionStatus.DELAYED,
    ActionStatus.NOT_STARTED,
    ActionStatus.NOT_ACCEPTED,
    ActionStatus.UNKNOWN,
)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many actions of `name` (a body; a day; "" for all) have each status, in `STANDING`; `late` of them are."""

    name: str
    counts: tuple[tuple[ActionStatus, int], ...]
    late: int = 0
    day: dt.date | None = None

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


def by_status(snapshot: Snapshot, day: dt.date) -> Progress:
    """All actions together."""
    return _progress("", actions_at(snapshot, day), day)


def by_body(snapshot: Snapshot, day: dt.date) -> list[Progress]:
    """One for each body that owns an action, the most actions first; "" owns what nobody does."""
    held: dict[str, list[Action]] = defaultdict(list)
    for action in actions_at(snapshot, day):
        held[action.owner_body.strip()].append(action)
    found = [_progress(name, actions, day) for name, actions in held.items()]
    return sorted(found, key=lambda progress: (not progress.name, -progress.total, progress.name))


def over_time(snapshot: Snapshot, until: dt.date, most: int = MOST_DAYS) -> list[Progress]:
    """At the end of each month, and on `until` itself; oldest first, at most `most` of them.

    An action counts from the first day that anything says of it; one that no day is known of counts throughout.
    """
    known = _first_days(snapshot)
    first = min(known.values(), default=None)
    if not snapshot.actions or first is None or first > until:
        return [_progress("", actions_at(snapshot, until), until)] if snapshot.actions else []
    found = []
    for day in _month_ends(first, until)[-most:]:
        there = [action for action in actions_at(snapshot, day) if known.get(action.uid, dt.date.min) <= day]
        found.append(_progress("", there, day))
    return found


def _first_days(snapshot: Snapshot) -> dict[str, dt.date]:
    """uid of an action -> the first day on which it is known to have been there."""
    days: dict[str, list[dt.date]] = defaultdict(list)
    for action in snapshot.actions:
        if action.start is not None:
            days[action.uid].append(action.start)
    for update in snapshot.updates:
        if update.as_at is not None:
            days[update.action].append(update.as_at)
    for change in snapshot.action_changes:
        if change.on is not None:
            days[change.action].append(change.on)
    return {uid: min(held) for uid, held in days.items()}


def _month_ends(first: dt.date, until: dt.date) -> list[dt.date]:
    days = []
    year, month = first.year, first.month
    while (end := dt.date(year, month, calendar.monthrange(year, month)[1])) < until:
        days.append(end)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return [*days, until]


def _progress(name: str, actions: Sequence[Action], day: dt.date) -> Progress:
    counts = Counter(action.status for action in actions)
    late = sum(
        action.status not in OVER and (due := action.revised_due or action.due) is not None and due < day
        for action in actions
    )
    held = tuple((status, counts[status]) for status in STANDING if counts[status])
    return Progress(name, held, late, day)
