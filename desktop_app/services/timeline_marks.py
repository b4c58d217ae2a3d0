"""What stands on the timeline beside events: silences, ties, key practice episodes, the scope and the incident."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.chronology import KeyPracticeEpisode
from desktop_app.domain.event_query import PRECISIONS, EventSpans
from desktop_app.domain.partial_date import Precision
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging import silences_between
from desktop_app.services.timeline_lanes import Lane
from desktop_app.services.timeline_spans import MINUTES, Columns, minute_of

Recorded = Mapping[str, Sequence[tuple[dt.date, dt.date]]]  # uid of an agency -> closed spells
TIES = ("contradicts", "corroborates", "duplicate")
_OPEN = (PRECISIONS.index(Precision.BEFORE), PRECISIONS.index(Precision.AFTER))


@dataclass(frozen=True, slots=True)
class Silence:
    """Nobody wrote. `lane` is -1 when that is true of every agency. Half open, in minutes."""

    lane: int
    start: int
    end: int
    days: int
    explained: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entries of `Columns` that a person linked; `kind` is one of `TIES`."""

    a: int
    b: int
    kind: str


@dataclass(frozen=True, slots=True)
class Episode:
    number: int
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marks:
    """`scope` is half open, a side None when it was not said; `incident` is (start, end) of the day of the incident."""

    silences: tuple[Silence, ...] = ()
    ties: tuple[Tie, ...] = ()
    episodes: tuple[Episode, ...] = ()
    scope: tuple[int | None, int | None] = (None, None)
    incident: tuple[int, int] | None = None


def marks_of(
    snapshot: Snapshot, columns: Columns, lanes: Sequence[Lane], numbers: Mapping[str, int], recorded: Recorded | None
) -> Marks:
    """`numbers` gives an event's id in `columns` by uid. `recorded` are the days that each agency's events speak of;
    None when a filter hides some, for then silence says nothing.
    """
    review = snapshot.review
    incident = review.trigger_event_date
    return Marks(
        silences=() if recorded is None else _silences(snapshot, lanes, recorded),
        ties=_ties(snapshot, columns, numbers),
        episodes=_episodes(snapshot.episodes, columns, numbers),
        scope=(_start(review.scope_start), _after(review.scope_end)),
        incident=(minute_of(incident), minute_of(incident) + MINUTES) if incident else None,
    )


def _start(day: dt.date | None) -> int | None:
    return minute_of(day) if day else None


def _after(day: dt.date | None) -> int | None:
    return minute_of(day) + MINUTES if day else None


def _silences(snapshot: Snapshot, lanes: Sequence[Lane], recorded: Recorded) -> tuple[Silence, ...]:
    """Silences of agencies that have a lane, and those of everybody."""
    places = {lane.key: number for number, lane in enumerate(lanes) if lane.key}
    return tuple(
        Silence(places.get(s.agency, -1), minute_of(s.start), minute_of(s.end) + MINUTES, s.days, s.explained)
        for s in silences_between(snapshot, recorded)
        if s.state != "refused" and (not s.agency or s.agency in places)
    )


def _ties(snapshot: Snapshot, columns: Columns, numbers: Mapping[str, int]) -> tuple[Tie, ...]:
    accepted = [link for link in snapshot.event_links if link.state == "accepted" and link.kind in TIES]
    wanted = {numbers[uid] for link in accepted for uid in (link.a, link.b) if uid in numbers}
    entries = entries_of(columns, wanted)
    found = []
    for link in accepted:
        a, b = entries.get(numbers.get(link.a, -1)), entries.get(numbers.get(link.b, -1))
        if a is not None and b is not None:
            found.append(Tie(a, b, link.kind))
    return tuple(found)


def _episodes(
    episodes: Iterable[KeyPracticeEpisode], columns: Columns, numbers: Mapping[str, int]
) -> tuple[Episode, ...]:
    """Each from the start of its first event to the end of its last, of those that are shown."""
    given = list(episodes)
    entries = entries_of(columns, {numbers[uid] for e in given for uid in e.events if uid in numbers})
    found = []
    for episode in given:
        held = [entries[numbers[uid]] for uid in episode.events if numbers.get(uid, -1) in entries]
        if held:
            start, end = min(columns.starts[e] for e in held), max(columns.ends[e] for e in held)
            found.append(Episode(episode.number, episode.title, start, end))
    return tuple(sorted(found, key=lambda e: (e.start, e.end, e.number)))


def entries_of(columns: Columns, wanted: Iterable[int]) -> dict[int, int]:
    """The first entry of each id that has one, in one pass over the ids."""
    waiting = set(wanted)
    found: dict[int, int] = {}
    for entry, number in enumerate(columns.ids):
        if not waiting:
            break
        if number in waiting:
            waiting.discard(number)
            found[number] = entry
    return found


def recorded_days(by_agency: EventSpans) -> Recorded:
    """The days that events of each agency speak of, as spells that do not touch. An open date tells no spell."""
    spells: dict[str, list[list[int]]] = {key: [] for key in by_agency.keys}
    held = [spells[key] for key in by_agency.keys]
    columns = zip(by_agency.lanes, by_agency.first, by_agency.last, by_agency.precision, strict=True)
    for lane, first, last, precision in columns:  # in order of the first day
        if not first or precision in _OPEN:
            continue
        if held[lane] and first <= held[lane][-1][1] + 1:
            held[lane][-1][1] = max(held[lane][-1][1], last)
        else:
            held[lane].append([first, last])
    day = dt.date.fromordinal
    return {key: [(day(first), day(last)) for first, last in theirs] for key, theirs in spells.items()}


def linked(snapshot: Snapshot) -> set[str]:
    """The uids of events that have a tie or belong to an episode."""
    ties = {uid for link in snapshot.event_links if link.state == "accepted" for uid in (link.a, link.b)}
    return ties | {uid for episode in snapshot.episodes for uid in episode.events}
