"""Changing a time limit so that it can be seen who changed its rule, and what it was (acceptance story A1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.common.clock import today
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.review import Clock, ClockChange
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session

_UNITS = {"working-days": "working days", "days": "days", "months": "months"}


def edit_clock(session: Session, clock: Clock, by: str = "") -> ChangeSet:
    """Store a clock; a change of its rule is kept as one, dated today."""
    return session.put("Edit a time limit", clock, *rule_changes(session.snapshot, [clock], by))


def delete_clock(session: Session, uid: str) -> ChangeSet:
    """With what was kept of its changes; one step of undo."""
    gone: list[tuple[type[Record], str]] = [(Clock, uid)]
    gone += [(ClockChange, change.uid) for change in changes_of(session.snapshot, uid)]
    return session.replace_all("Delete a time limit", (), tuple(gone))


def say_who(session: Session, clock: str, by: str) -> ChangeSet | None:
    """Who made the last change of a rule; None when there is none, or it is said already."""
    made = changes_of(session.snapshot, clock)
    if not made or made[-1].by == by.strip():
        return None
    return session.put("Who changed a time limit", replace(made[-1], by=by.strip()))


def rule_changes(snapshot: Snapshot, clocks: Iterable[Record], by: str = "") -> list[ClockChange]:
    """One for each clock among the records whose rule is not as it is stored."""
    held = {clock.uid: clock for clock in snapshot.clocks}
    return [
        ClockChange(clock=clock.uid, on=today(), before=rule_of(held[clock.uid]), after=rule_of(clock), by=by.strip())
        for clock in clocks
        if isinstance(clock, Clock) and clock.uid in held and rule_of(held[clock.uid]) != rule_of(clock)
    ]


def changes_of(snapshot: Snapshot, clock: str) -> list[ClockChange]:
    """Oldest first."""
    return [change for change in snapshot.clock_changes if change.clock == clock]


def rule_of(clock: Clock) -> str:
    """ "15 working days, England, from 2025-12-23"."""
    begun = f", from {clock.start.isoformat()}" if clock.start else ""
    return f"{clock.amount} {_UNITS.get(clock.unit, clock.unit)}, {clock.calendar}{begun}"
