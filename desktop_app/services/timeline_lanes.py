"""What the lanes of the timeline are: agencies, people or themes; and which of them an event stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.timeline_spans import InLanes


class LaneBy(StrEnum):
    AGENCY = "agency"
    PERSON = "person"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Lane:
    """`key` is a uid or a theme's words; "" for the lane of events that have none. `order` is an agency's, else 0."""

    key: str
    name: str
    order: int = 0


def lanes_of(snapshot: Snapshot, events: Sequence[ChronologyEvent], by: LaneBy) -> tuple[Lane, ...]:
    """The lanes that `events` need, in the order of the review's own lists; last the one for what stands in none."""
    used = {key for event in events for key in keys_of(event, by)}
    if by is LaneBy.AGENCY:
        found = [Lane(a.uid, a.name, a.order) for a in sorted(snapshot.agencies, key=lambda a: a.order)]
    elif by is LaneBy.PERSON:
        found = [Lane(p.uid, p.name) for p in snapshot.people]
    else:
        found = [Lane(theme, theme) for theme in sorted(used - {""}, key=str.casefold)]
    lanes = [lane for lane in found if lane.key in used]
    if used - {lane.key for lane in lanes}:
        lanes.append(Lane("", _NONE[by]))
    return tuple(lanes)


_NONE = {LaneBy.AGENCY: "No agency", LaneBy.PERSON: "Nobody named", LaneBy.THEME: "No theme"}


def keys_of(event: ChronologyEvent, by: LaneBy) -> tuple[str, ...]:
    """The keys of the lanes an event stands in: several when it is about several people or themes."""
    if by is LaneBy.AGENCY:
        return (event.agency,)
    if by is LaneBy.PERSON:
        return tuple(dict.fromkeys(event.people)) or ("",)
    return tuple(dict.fromkeys(event.themes)) or ("",)


def in_lanes(snapshot: Snapshot, lanes: Sequence[Lane], by: LaneBy) -> InLanes:
    """For `event_spans`: the places of an event among `lanes`, with the order of its agency."""
    places = {lane.key: number for number, lane in enumerate(lanes)}
    orders = {agency.uid: agency.order for agency in snapshot.agencies}
    rest = places.get("", -1)

    def find(event: ChronologyEvent) -> list[tuple[int, int]]:
        order = orders.get(event.agency, 0)
        numbers = dict.fromkeys(places.get(key, rest) for key in keys_of(event, by))
        return [(number, order) for number in numbers if number >= 0]

    return find
