"""The review as a session last saw it, brought up to date by what a change touched rather than read anew."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.event_order import sort_text
from desktop_app.domain.event_query import EventFigures
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import LazySnapshot, Snapshot, family_types
from desktop_app.storage.review_file import ReviewFile

_FEW = 200  # events touched by one change; above that they are read anew when they are next wanted
_TOGETHER = frozenset({"recommendations", "parts"})  # the order of the one is that of the other


class KeptSnapshot:
    """For one thread. Events stay unread until somebody asks for them."""

    def __init__(self, file: ReviewFile) -> None:
        self._file = file
        self._held: LazySnapshot | None = None
        self._age = 0  # of the events: how many changes there were to them

    @property
    def now(self) -> Snapshot:
        if self._held is None:
            self._held = self._made(self._file.read(name for name in family_types() if name != "events"))
        return self._held

    def whole(self) -> Snapshot:
        """With its events, all of one moment: for any thread."""
        held = self._held
        return held if held is not None and held.has_events else self._file.snapshot()

    def follow(self, changes: ChangeSet) -> None:
        """Read again what was touched."""
        before = self._held
        touched = {uid for family, uid in changes.touched if family == "events"}
        self._age += bool(touched)
        if before is None:
            return
        names = changes.families - {"events"}
        if names & _TOGETHER:
            names |= _TOGETHER
        kept = {name: getattr(before, name) for name in family_types() if name != "events"}
        for name in sorted(names):
            some = self._some(name, kept[name], {uid for family, uid in changes.touched if family == name})
            if some is not None:
                kept[name], names = some, names - {name}
        events = self._events(before.events, touched) if before.has_events and len(touched) <= _FEW else None
        self._held = self._made(kept | self._file.read(names), events)

    def forget(self) -> None:
        """The file was changed by another way than the session's own."""
        self._age += 1
        self._held = None

    def _events(self, before: tuple[ChronologyEvent, ...], touched: set[str]) -> tuple[ChronologyEvent, ...] | None:
        """None when they must be read: which of two that sort alike was stored first is not known here."""
        if not touched:
            return before
        events = [event for event in before if event.uid not in touched]
        for event in self._file.events.named(sorted(touched)):
            place = sort_text(event)
            at = bisect_left(events, place, key=sort_text)
            if at < len(events) and sort_text(events[at]) == place:
                return None
            events.insert(at, event)
        return tuple(events)

    def _some(self, name: str, before: tuple[Record, ...], touched: set[str]) -> tuple[Record, ...] | None:
        """A long family with the few records that were touched; None when it must be read: its order is not known."""
        if len(before) <= _FEW or len(touched) > _FEW:
            return None
        last = before[-1].uid
        found = self._file.read_some(name, {*touched, last})
        if found is None or last not in found:
            return None
        known = {record.uid for record in before}
        new = sorted((held for uid, held in found.items() if uid not in known), key=lambda held: held[0])
        if new and new[0][0] < found[last][0]:
            return None
        stay = (found[r.uid][1] if r.uid in touched else r for r in before if r.uid not in touched or r.uid in found)
        return (*stay, *(record for _, record in new))

    def _made(self, families: dict[str, Any], events: tuple[ChronologyEvent, ...] | None = None) -> LazySnapshot:
        age = self._age

        def load_events() -> tuple[ChronologyEvent, ...]:
            self._of_age(age)
            events: tuple[ChronologyEvent, ...] = self._file.read(["events"])["events"]
            return events

        def load_figures() -> EventFigures:
            self._of_age(age)
            return self._file.events.figures()

        def load_count() -> int:
            self._of_age(age)
            return self._file.events.count()

        return LazySnapshot.made_of(families, load_events, load_figures, load_count, events)

    def _of_age(self, age: int) -> None:
        if age != self._age:
            raise RuntimeError("the events have changed since this snapshot was taken, and were not read before")
