"""Which row of a return is which event of an earlier one: the surest pairs first, each row and each event once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from desktop_app.common.progress import Progress
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.partial_date import PartialDate
from desktop_app.importers.chronology_dates import said_of
from desktop_app.importers.chronology_rows import Draft, time_as_written

Pairs = dict[int, ChronologyEvent]  # place among the drafts -> the event that is the same row
Key = tuple[str, dt.time | None, str, str, str]  # date as written, time, time as written, event, source
_SAME_PLACE = 55  # likeness (0 to 100) of two texts that share date, time and source
_SAME_DAY = 75  # ... that share the date
_SAME_NUMBER = 45  # ... that carry the sender's same number
_ELSEWHERE = 90  # ... that share neither: only a long text that hardly changed
_LONG = 30  # characters
_MOST_COMPARED = 4_000_000  # pairs with nothing in common but their text


def same_rows(drafts: Sequence[Draft], events: Sequence[ChronologyEvent]) -> Pairs:
    """Rows that say the same of when, what and where from, or that were sent word for word so before, whatever has
    been edited here since. Rows alike in all of that pair in order.
    """
    pairs: Pairs = {}
    held: dict[Key, list[ChronologyEvent]] = defaultdict(list)
    for event in reversed(events):
        held[_key(event)].append(event)
    for place, draft in enumerate(drafts):
        if found := held.get(_key_of(draft)):
            pairs[place] = found.pop()
    sent: dict[str, list[ChronologyEvent]] = defaultdict(list)
    for same in held.values():
        for event in same:
            sent[event.sent].append(event)
    del held
    sent.pop("", None)
    for place, draft in enumerate(drafts) if sent else ():
        if place not in pairs and (found := sent.get(draft.sums(draft.texts()))):
            pairs[place] = found.pop()
    return pairs


def like_rows(drafts: Sequence[Draft], events: Sequence[ChronologyEvent], same: Pairs, progress: Progress) -> Pairs:
    """Of the rows and events that `same` leaves over: those that are one row, corrected."""
    pairs: Pairs = {}
    taken = {event.uid for event in same.values()}
    rest = {event.uid: event for event in events if event.chronology_return and event.uid not in taken}
    open_rows = {place: draft for place, draft in enumerate(drafts) if place not in same}
    for rule in (_by_number, _by_day, _by_text):
        if not rest or not open_rows:
            break
        progress.step(len(same) + len(pairs), len(drafts), "Comparing with the earlier return")
        for place, uid in rule(open_rows, rest):
            pairs[place] = rest.pop(uid)
            del open_rows[place]
    return pairs


Rows = dict[int, Draft]
Events = dict[str, ChronologyEvent]
Scored = list[tuple[float, int, str]]


def _by_number(rows: Rows, events: Events) -> list[tuple[int, str]]:
    """The sender's own number, unless the words say that the rows were only counted anew."""
    by_number: dict[str, list[ChronologyEvent]] = defaultdict(list)
    for event in events.values():
        by_number[event.sender_ref].append(event)
    found: Scored = []
    for place, draft in rows.items():
        number = draft.sender_ref
        if not number or len(same := by_number.get(number, [])) != 1:
            continue
        likeness = _likeness(draft.event, same[0].event)
        if likeness >= _SAME_NUMBER:
            found.append((likeness, place, same[0].uid))
    return _best(found)


def _by_day(rows: Rows, events: Events) -> list[tuple[int, str]]:
    """Rows of the same date, whose texts are alike; with the same time and source, less alike will do."""
    by_day: dict[object, list[ChronologyEvent]] = defaultdict(list)
    for event in events.values():
        for day in _days(event.date):
            by_day[day].append(event)
    found: Scored = []
    for place, draft in rows.items():
        same_day = {event.uid: event for day in _days(draft.date) for event in by_day.get(day, ())}
        for event in same_day.values():
            likeness = _likeness(draft.event, event.event)
            same_place = draft.source == event.source and draft.date.time == event.date.time
            to_the_minute = same_place and draft.date.time is not None
            if likeness >= (0 if to_the_minute else _SAME_PLACE if same_place else _SAME_DAY):
                found.append((likeness + 10 * same_place, place, event.uid))
    return _best(found)


def _by_text(rows: Rows, events: Events) -> list[tuple[int, str]]:
    """A corrected date: the text is the same, or long and all but the same."""
    exact: dict[str, list[ChronologyEvent]] = defaultdict(list)
    for event in events.values():
        exact[event.event].append(event)
    found: Scored = []
    for place, draft in rows.items():
        found += [(100.0 + 10 * (draft.source == e.source), place, e.uid) for e in exact.get(draft.event, ())]
    if len(rows) * len(events) <= _MOST_COMPARED:
        found += _all_alike(rows, events)
    return _best(found)


def _all_alike(rows: Rows, events: Events) -> Scored:
    from rapidfuzz import fuzz, process

    texts = {uid: event.event for uid, event in events.items() if len(event.event) >= _LONG}
    return [
        (likeness, place, uid)
        for place, draft in rows.items()
        if len(draft.event) >= _LONG
        for _, likeness, uid in process.extract(draft.event, texts, scorer=fuzz.ratio, score_cutoff=_ELSEWHERE, limit=3)
    ]


def _best(scored: Scored) -> list[tuple[int, str]]:
    """The likeliest pairs first; of equals the earlier row, so that the same files always pair alike."""
    taken_rows: set[int] = set()
    taken_events: set[str] = set()
    pairs = []
    for _, place, uid in sorted(scored, key=lambda pair: (-pair[0], pair[1])):
        if place not in taken_rows and uid not in taken_events:
            taken_rows.add(place)
            taken_events.add(uid)
            pairs.append((place, uid))
    return pairs


def _likeness(a: str, b: str) -> float:
    """0 to 100. Words added at either end, as corrections often do, count little."""
    from rapidfuzz import fuzz

    return max(fuzz.ratio(a, b), fuzz.token_set_ratio(a, b) - 10 if min(len(a), len(b)) >= _LONG else 0.0)


def _days(date: PartialDate) -> set[object]:
    """The day, and the words for it: either may be the same when the other has been read anew."""
    day: object = date.start or date.end
    return {day, date.wording} - {None, ""}


def _key(event: ChronologyEvent) -> Key:
    return (event.date.wording, event.date.time, time_as_written(event.comment), event.event, event.source)


def _key_of(draft: Draft) -> Key:
    return (draft.day.wording, draft.date.time, said_of(draft.day, draft.clock), draft.event, draft.source)
