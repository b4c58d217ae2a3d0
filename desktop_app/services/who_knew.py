"""Who knew what by a day: what each agency recorded itself by then, and what it had learned from others.

When an event was and when an agency knew are two things. An agency's own record counts from the event's date when it
was written at the time; what it only wrote later, or was told, counts from the day it is said to have known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyEvent, Knowledge, SourceType
from desktop_app.domain.dates import read_date
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.people import Agency
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.groups import folded_away
from desktop_app.services.session import Session

_LATER = frozenset({SourceType.LATER, SourceType.PRACTITIONER, SourceType.FAMILY})


@dataclass(frozen=True, slots=True)
class Known:
    """`since` is the last day of the dates' reach: by then it was surely known. `own`: the agency recorded it itself.

    `how` is "" for its own records; `sure` is False where only an imprecise date could place it before the day.
    """

    event: ChronologyEvent
    since: dt.date
    own: bool
    how: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class AgencyKnew:
    """What one agency knew, oldest first; `not_known` are others' events up to the day that it did not know of."""

    agency: Agency
    known: tuple[Known, ...]
    not_known: tuple[ChronologyEvent, ...]


def who_knew(snapshot: Snapshot, day: dt.date) -> tuple[AgencyKnew, ...]:
    """For each agency, in their order, what it knew at the end of `day`."""
    told: dict[tuple[str, str], Knowledge] = {}
    for entry in snapshot.knowledge:
        if entry.when.start is not None:
            told[entry.agency, entry.event] = entry
    same = {uid: [event.uid for event in group.events] for uid, group in folded_away(snapshot).items()}
    same |= {group.lead.uid: [e.uid for e in group.events] for group in folded_away(snapshot).values()}
    before = [event for event in snapshot.events if event.date.start and event.date.start <= day]
    owner = {event.uid: event.agency for event in before}
    found = []
    for agency in snapshot.agencies:
        known: list[Known] = []
        unknown: list[ChronologyEvent] = []
        for event in before:
            one = _known(event, agency, told.get((agency.uid, event.uid)), day)
            if one is not None:
                known.append(one)
            elif event.agency != agency.uid and not _own_account(same.get(event.uid, []), owner, agency):
                unknown.append(event)
        known.sort(key=lambda one: (one.since, one.event.ref))
        found.append(AgencyKnew(agency, tuple(known), tuple(unknown)))
    return tuple(found)


def _known(event: ChronologyEvent, agency: Agency, told: Knowledge | None, day: dt.date) -> Known | None:
    if told is not None:
        return _since(event, told.when, day, own=event.agency == agency.uid, how=told.how)
    if event.agency != agency.uid or event.source_type in _LATER:
        return None
    return _since(event, event.date, day, own=True, how="")


def _since(event: ChronologyEvent, date: PartialDate, day: dt.date, *, own: bool, how: str) -> Known | None:
    if date.start is None or date.start > day:
        return None
    end = date.end or date.start
    return Known(event, min(end, day), own, how, sure=end <= day)


def _own_account(together: Iterable[str], owner: Mapping[str, str], agency: Agency) -> bool:
    """An agency that tells the same event itself knew of it, whatever the others wrote."""
    return any(owner.get(uid) == agency.uid for uid in together)


def learned(
    session: Session, event: ChronologyEvent, agency: str, when: str, how: str, entry: Knowledge | None = None
) -> ChangeSet:
    """Say when an agency (uid) learned of an event, in a date's own words. Raises UserError knowledge-without-day."""
    date = read_date(when, event.date.start)
    if date.start is None or not agency:
        raise UserError(
            "It needs an agency and a day that can be placed.",
            safe="Nothing was stored; what you typed is still here.",
            do="Choose the agency, and write the day as you would say it: “4 May 2024”, “early June 2024”.",
            code="knowledge-without-day",
            exit_code=Exit.USAGE,
        )
    same = (k for k in session.snapshot.knowledge if (k.event, k.agency) == (event.uid, agency))
    before = entry or next(same, None) or Knowledge()
    record = replace(before, event=event.uid, agency=agency, when=date, how=how.strip())
    return session.put("Say when an agency knew", record)


def agency_named(snapshot: Snapshot, name: str) -> Agency:
    """The agency with that code or name. Raises UserError agency-unknown."""
    wanted = name.casefold()
    found = [agency for agency in snapshot.agencies if wanted in (agency.code.casefold(), agency.name.casefold())]
    if not found:
        raise UserError(
            "No agency of this review has that code or name.",
            safe="Nothing was changed.",
            do=f"They are: {', '.join(agency.code for agency in snapshot.agencies)}.",
            code="agency-unknown",
            exit_code=Exit.USAGE,
        )
    return found[0]


def forget(session: Session, entry: Knowledge) -> ChangeSet:
    return session.delete("Take back when an agency knew", Knowledge, entry.uid)


def entries_of(snapshot: Snapshot, event: str) -> tuple[Knowledge, ...]:
    """Who learned of an event (uid) and when, earliest first."""
    found = [entry for entry in snapshot.knowledge if entry.event == event]
    return tuple(sorted(found, key=lambda entry: entry.when.start or dt.date.max))
