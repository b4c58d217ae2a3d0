"""The badges of an event, and what other records say of it: worked out once for all rows, from small families only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.event_query import Lack, Seen, lacks_of, seen_of
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.episodes import badges
from desktop_app.services.merging.groups import MergedGroup, merged_groups
from desktop_app.services.session import EventReader

SEEN, NOT_SEEN, CONTRADICTS, LOOK = "Seen", "Not seen", "Contradicts", "Look at the date"
MISSING = "Left out"  # of its agency's later return
NO_SOURCE, NO_REASON, KEY, TWO_SOURCES, EPISODE = "No source", "No reason given", "Key", "Several sources", "Episode"
MARKS = (SEEN, NOT_SEEN, CONTRADICTS, LOOK, NO_SOURCE, NO_REASON, KEY, TWO_SOURCES, EPISODE, MISSING)


@dataclass(frozen=True, slots=True)
class Marked:
    """By uid of an event. `leads` stand for their group in a list; `folded` are shown by their lead's row."""

    contradicting: frozenset[str]
    waiting: frozenset[str]
    episodes: Mapping[str, tuple[str, ...]]  # "KPE 2"
    leads: Mapping[str, MergedGroup]
    folded: Mapping[str, MergedGroup]


def marked_of(snapshot: Snapshot, events: EventReader) -> Marked:
    """Reads the events that are merged, and no others."""
    groups = _groups(snapshot, events)
    return Marked(
        contradicting=frozenset(
            uid
            for link in snapshot.event_links
            if link.kind == "contradicts" and link.state == "accepted"
            for uid in (link.a, link.b)
        ),
        waiting=frozenset(i.event for i in snapshot.issues if i.kind == "decide" and i.event and not i.resolved),
        episodes=badges(snapshot),
        leads={group.lead.uid: group for group in groups},
        folded={event.uid: group for group in groups for event in group.others},
    )


def _groups(snapshot: Snapshot, events: EventReader) -> tuple[MergedGroup, ...]:
    links = tuple(link for link in snapshot.event_links if link.kind == "duplicate" and link.state == "accepted")
    if not links:
        return ()
    held = events.named(sorted({uid for link in links for uid in (link.a, link.b)}))
    return merged_groups(Snapshot(events=tuple(held), event_links=links))


def marks_of(event: ChronologyEvent, marked: Marked) -> tuple[str, ...]:
    """In the order they are shown; a number of an episode is said in its own words."""
    lacks, seen = lacks_of(event), seen_of(event.child_seen)
    group = marked.leads.get(event.uid)
    wanted = (
        (f"{len(group.events)} sources" if group else "", group is not None),
        (NOT_SEEN, seen is Seen.NOT_SEEN),
        (SEEN, seen is Seen.SEEN),
        (CONTRADICTS, event.uid in marked.contradicting),
        (LOOK, Lack.DATE in lacks),
        (NO_SOURCE, Lack.SOURCE in lacks),
        (NO_REASON, Lack.REASON in lacks),
        (KEY, event.significance is Significance.KEY),
        (MISSING, Lack.ROW in lacks),
    )
    return (*(word for word, holds in wanted if holds), *marked.episodes.get(event.uid, ()))
