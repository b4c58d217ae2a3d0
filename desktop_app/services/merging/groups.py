"""Events that people said are one: shown as one, with every source kept and every original where it was."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.memory import Memory
from desktop_app.services.merging.proposal import DUPLICATE


@dataclass(frozen=True, slots=True)
class MergedGroup:
    """`lead` is the event that stands for the group; `others` are told of the same, in the chronology's order."""

    lead: ChronologyEvent
    others: tuple[ChronologyEvent, ...]

    @property
    def events(self) -> tuple[ChronologyEvent, ...]:
        return (self.lead, *self.others)

    @property
    def agencies(self) -> tuple[str, ...]:
        """Uids, the lead's first, each once."""
        return tuple(dict.fromkeys(event.agency for event in self.events))


def merged_groups(snapshot: Snapshot) -> tuple[MergedGroup, ...]:
    """Groups of two and more, by accepted links; three agencies' accounts of one event are one group.

    The lead is the account that dates it most exactly, and of those the one written at most length.
    """
    accepted = [pair for pair, link in Memory(snapshot).pairs(DUPLICATE) if link.state == "accepted"]
    if not accepted:
        return ()
    wanted = {uid for pair in accepted for uid in pair}
    events = {event.uid: event for event in snapshot.events if event.uid in wanted}
    leader = {uid: uid for uid in events}

    def top(uid: str) -> str:
        while leader[uid] != uid:
            uid = leader[uid]
        return uid

    for pair in accepted:
        one, other = sorted(pair)
        leader[top(one)] = top(other)
    members: dict[str, list[ChronologyEvent]] = {}
    for uid, event in events.items():
        members.setdefault(top(uid), []).append(event)
    return tuple(group_of(together) for together in members.values())


def group_of(events: list[ChronologyEvent]) -> MergedGroup:
    """These events as one, whoever said so."""
    lead = min(events, key=_exactness)
    return MergedGroup(lead, tuple(event for event in events if event.uid != lead.uid))


def _exactness(event: ChronologyEvent) -> tuple[bool, int, bool, int]:
    days = (event.date.end - event.date.start).days if event.date.start and event.date.end else 99_999
    return (bool(event.date.problem), days, event.date.time is None, -len(event.event))


def folded_away(snapshot: Snapshot) -> dict[str, MergedGroup]:
    """uid of each event that a row of another now stands for -> its group."""
    return {event.uid: group for group in merged_groups(snapshot) for event in group.others}
