"""What the lanes of the timeline are: agencies, people or themes, in the order of the review's own lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.event_query import LaneKind
from desktop_app.domain.snapshot import Snapshot

_NONE = {LaneKind.AGENCY: "No agency", LaneKind.PERSON: "Nobody named", LaneKind.THEME: "No theme"}


@dataclass(frozen=True, slots=True)
class Lane:
    """`key` is a uid or a theme's words; "" for the lane of events that have none. `order` is an agency's, else 0."""

    key: str
    name: str
    order: int = 0


def lanes_of(snapshot: Snapshot, keys: Sequence[str], kind: LaneKind) -> tuple[tuple[Lane, ...], list[int]]:
    """The lanes that `keys` need, and for each key the place of its lane. What is on no list stands in the last."""
    used = set(keys)
    if kind is LaneKind.AGENCY:
        listed = [Lane(a.uid, a.name, a.order) for a in sorted(snapshot.agencies, key=lambda a: a.order)]
    elif kind is LaneKind.PERSON:
        listed = [Lane(person.uid, person.name) for person in snapshot.people]
    else:
        listed = [Lane(theme, theme) for theme in sorted(used - {""}, key=str.casefold)]
    lanes = [lane for lane in listed if lane.key in used]
    places = {lane.key: place for place, lane in enumerate(lanes)}
    if used - places.keys():
        lanes.append(Lane("", _NONE[kind]))
    return tuple(lanes), [places.get(key, len(places)) for key in keys]
