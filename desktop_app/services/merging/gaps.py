"""Silences: an agency quiet while others were active, and spells in which nobody recorded anything at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.chronology import Gap
from desktop_app.domain.snapshot import Snapshot

SILENCE_DAYS = 60  # story A6 of the field: silences of over 60 days
NOBODY_DAYS = 30
_COVERED = 0.8  # of a silence, by a gap somebody looked at, before what they said of it speaks for all of it

Span = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Silence:
    """`agency` is "" when nobody was in contact; `active` are uids of agencies that recorded something meanwhile."""

    agency: str
    start: dt.date
    end: dt.date
    days: int
    explained: str
    state: str = "proposed"
    note: str = ""
    active: tuple[str, ...] = ()
    gap: Gap | None = None


def silences(snapshot: Snapshot) -> list[Silence]:
    """Spells within the scope, longer than the limits above; none while there is no scope, or no event at all."""
    recorded: dict[str, list[Span]] = {}
    for event in snapshot.events:
        if event.date.start and event.date.end:
            recorded.setdefault(event.agency, []).append((event.date.start, event.date.end))
    return silences_between(snapshot, recorded)


def silences_between(snapshot: Snapshot, recorded: Mapping[str, Sequence[Span]]) -> list[Silence]:
    """The same from the days that events of each agency speak of: reads no events, only the rest of the snapshot."""
    start, end = snapshot.review.scope_start, snapshot.review.scope_end
    if not start or not end or not any(recorded.values()):
        return []  # nothing was recorded at all: nobody has been silent yet
    known = {agency.uid for agency in snapshot.agencies}
    everybody = [span for theirs in recorded.values() for span in theirs]
    spans = {"": everybody, **{agency.uid: recorded.get(agency.uid, ()) for agency in snapshot.agencies}}
    found = []
    for agency, theirs in spans.items():
        for first, last in _quiet(sorted(theirs), start, end, SILENCE_DAYS if agency else NOBODY_DAYS):
            active = tuple(uid for uid in known - {agency} if agency and _any_within(spans[uid], first, last))
            gap = _looked_at(snapshot.gaps, agency, first, last)
            found.append(
                Silence(
                    agency=agency,
                    start=first,
                    end=last,
                    days=(last - first).days + 1,
                    explained=gap.explained if gap else "",
                    state=gap.state if gap else "proposed",
                    note=gap.note if gap else "",
                    active=active,
                    gap=gap,
                )
            )
    return found


def _any_within(spans: Sequence[Span], first: dt.date, last: dt.date) -> bool:
    return any(start <= last and end >= first for start, end in spans)


def _looked_at(gaps: Sequence[Gap], agency: str, first: dt.date, last: dt.date) -> Gap | None:
    """The gap record that speaks of this silence: its own, or one that covers nearly all of it.

    What explains why nobody was in contact explains each agency's silence in it too.
    """
    own = [gap for gap in gaps if gap.agency == agency and (gap.start, gap.end) == (first, last)]
    if own:
        return own[-1]
    covering = [gap for gap in gaps if gap.agency in (agency, "") and _covered(gap, first, last) >= _COVERED]
    return max(covering, key=lambda gap: (gap.agency == agency, _covered(gap, first, last)), default=None)


def _covered(gap: Gap, first: dt.date, last: dt.date) -> float:
    if gap.start is None or gap.end is None:
        return 0.0
    common = (min(gap.end, last) - max(gap.start, first)).days + 1
    return max(common, 0) / ((last - first).days + 1)


def _quiet(spans: Sequence[Span], start: dt.date, end: dt.date, over: int) -> Iterator[Span]:
    """Spells of more than `over` days from `start` to `end` that no span touches. `spans` in order."""
    day = start
    one = dt.timedelta(days=1)
    for first, last in spans:
        if first > end:
            break
        if (first - day).days > over:
            yield day, first - one
        if last >= day:
            day = last + one
    if (end - day).days + 1 > over:
        yield day, end
