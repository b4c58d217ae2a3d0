"""What people decided about pairs of events, found again after a return was sent anew."""

from __future__ import annotations

import hashlib

from desktop_app.domain.chronology import ChronologyEvent, EventLink
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.words import stems_of

Pair = frozenset[str]


def print_of(event: ChronologyEvent) -> str:
    """A mark of what an event says and when, whoever stores it under which uid; never shown."""
    said = (event.agency, str(event.date.start), str(event.date.end), *stems_of(event.event))
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:32]


class Memory:
    """Links by the events they speak of: by uid, or by print when an event was imported again under another uid."""

    def __init__(self, snapshot: Snapshot) -> None:
        events = {event.uid: event for event in snapshot.events}
        lost = [link for link in snapshot.event_links if not (link.a in events and link.b in events)]
        prints: dict[str, str] = {}
        if any(link.a_print for link in lost):
            prints = {print_of(event): event.uid for event in snapshot.events}
        self._links: dict[tuple[str, Pair], EventLink] = {}
        for link in snapshot.event_links:
            a = link.a if link.a in events else prints.get(link.a_print, "")
            b = link.b if link.b in events else prints.get(link.b_print, "")
            if a and b and a != b:
                self._links[link.kind, frozenset((a, b))] = link

    def link(self, kind: str, pair: Pair) -> EventLink | None:
        return self._links.get((kind, pair))

    def pairs(self, kind: str) -> list[tuple[Pair, EventLink]]:
        return [(pair, link) for (of, pair), link in self._links.items() if of == kind]
