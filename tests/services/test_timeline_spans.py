"""Events as columns: where each stands, in which lane, and what stands beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.chronology import ChronologyEvent, EventLink, Gap, KeyPracticeEpisode, Significance
from desktop_app.domain.dates import read_date
from desktop_app.domain.event_query import PRECISIONS, SIGNIFICANCES, EventQuery, EventSpans, LaneKind
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.people import Agency, Person
from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology import in_order
from desktop_app.services.merging import silences
from desktop_app.services.session import Session
from desktop_app.services.timeline_source import TimelineSource
from desktop_app.services.timeline_spans import MINUTES, OPEN_DAYS, Certainty, day_of, minute_of
from desktop_app.storage.stopping import Stop

DAY = dt.date(2024, 5, 7)
ALL = EventQuery()


def review() -> Snapshot:
    agencies = (Agency(uid="csc", code="CSC", name="Social Care", order=2), Agency(uid="pol", name="Police", order=1))
    events = (
        ChronologyEvent(uid="a", ref="CSC-001", agency="csc", date=read_date("7 May 2024"), people=("p1", "p2")),
        ChronologyEvent(
            uid="b",
            ref="POL-001",
            agency="pol",
            date=read_date("7 May 2024, 14:05"),
            people=("p1",),
            themes=("Missing",),
            significance=Significance.KEY,
        ),
        ChronologyEvent(uid="c", ref="POL-002", agency="pol", date=read_date("early June 2024")),
        ChronologyEvent(uid="d", ref="CSC-002", agency="csc", date=read_date("nobody knows")),
    )
    return Snapshot(
        reviews=(Review(uid="r", scope_start=dt.date(2024, 1, 1), trigger_event_date=dt.date(2024, 6, 30)),),
        agencies=agencies,
        people=(Person(uid="p2", name="Jodie Draycott"), Person(uid="p1", name="Callum Draycott")),
        events=events,
        event_links=(
            EventLink(kind="contradicts", a="a", b="b", state="accepted"),
            EventLink(kind="duplicate", a="a", b="c", state="refused"),
            EventLink(kind="corroborates", a="b", b="gone", state="accepted"),
        ),
        episodes=(KeyPracticeEpisode(uid="k", number=2, title="Missing", events=("b", "c", "gone")),),
    )


class Held:
    """Events in memory; their ids are places in the list, and they are the answer to every query."""

    def __init__(self, events: Sequence[ChronologyEvent]) -> None:
        self._events = events
        self._places = {event.uid: place for place, event in enumerate(events)}

    def spans(self, query: EventQuery, kind: LaneKind = LaneKind.AGENCY, stop: Stop | None = None) -> EventSpans:
        lanes: dict[str, int] = {}
        made = EventSpans(keys=())
        for place, event in enumerate(self._events):
            date = event.date
            start, end = date.start or date.end, date.end or date.start
            for key in keys_of(event, kind):
                made.ids.append(place)
                made.lanes.append(lanes.setdefault(key, len(lanes)))
                made.first.append(start.toordinal() if start else 0)
                made.last.append(end.toordinal() if end else 0)
                made.minutes.append(date.time.hour * 60 + date.time.minute if date.time else -1)
                made.significance.append(SIGNIFICANCES.index(event.significance))
                made.precision.append(PRECISIONS.index(date.precision))
                made.vague.append(date.approximate)
        columns = (made.ids, made.lanes, made.first, made.last, made.minutes, made.significance, made.precision)
        return EventSpans(tuple(lanes), *columns, made.vague)

    def at(self, ids: Sequence[int]) -> list[ChronologyEvent]:
        return [self._events[place] for place in ids if 0 <= place < len(self._events)]

    def id_of(self, uid: str) -> int | None:
        return self._places.get(uid)

    def ids_of(self, uids: Sequence[str]) -> dict[str, int]:
        return {uid: self._places[uid] for uid in uids if uid in self._places}


def keys_of(event: ChronologyEvent, kind: LaneKind) -> tuple[str, ...]:
    """The lanes an event stands in: several when it is about several people or themes, "" when about none."""
    if kind is LaneKind.AGENCY:
        return (event.agency,)
    held = event.people if kind is LaneKind.PERSON else event.themes
    return tuple(dict.fromkeys(held)) or ("",)


def source(snapshot: Snapshot, query: EventQuery = ALL) -> TimelineSource:
    return TimelineSource(Held(in_order(snapshot.events)), snapshot, query)


def reach(wording: str) -> tuple[int, int, Certainty]:
    laned = source(Snapshot(events=(ChronologyEvent(date=read_date(wording)),))).laned(LaneKind.AGENCY)
    columns = laned.columns
    return columns.starts[0], columns.ends[0], Certainty(columns.certainties[0])


def test_a_day_a_time_a_range_and_a_vague_date_are_told_apart() -> None:
    day = minute_of(DAY)
    assert reach("7 May 2024") == (day, day + MINUTES, Certainty.EXACT)
    assert reach("7 May 2024, 14:05") == (day + 845, day + 846, Certainty.EXACT)
    assert reach("7–9 May 2024") == (day, day + 3 * MINUTES, Certainty.KNOWN)
    assert reach("about 7 May 2024") == (day, day + MINUTES, Certainty.SOFT)
    assert reach("summer 2024")[2] is Certainty.SOFT


def test_an_open_date_reaches_a_little_way_from_the_day_it_names() -> None:
    day = minute_of(DAY)
    after = PartialDate(start=DAY, precision=Precision.AFTER)
    before = PartialDate(end=DAY, precision=Precision.BEFORE)
    events = (ChronologyEvent(uid="1", ref="1", date=before), ChronologyEvent(uid="2", ref="2", date=after))
    found = source(Snapshot(events=events)).laned(LaneKind.AGENCY).columns
    start = day - (OPEN_DAYS - 1) * MINUTES
    assert list(found.at) == list(found.starts) == [start, day]
    assert list(found.ends) == [day + MINUTES, day + OPEN_DAYS * MINUTES]
    assert set(found.certainties) == {Certainty.SOFT}


def test_lanes_are_agencies_in_their_order_and_what_has_no_date_is_counted() -> None:
    laned = source(review()).laned(LaneKind.AGENCY)
    assert [lane.name for lane in laned.lanes] == ["Police", "Social Care"]
    assert laned.columns.undated == 1
    assert sorted(zip(laned.columns.lanes, laned.columns.orders, strict=True)) == [(0, 1), (0, 1), (1, 2)]
    assert list(laned.columns.at) == sorted(laned.columns.at)
    assert sum(laned.columns.keys) == 1


def test_an_event_about_two_people_stands_in_both_lanes() -> None:
    shown = source(review())
    laned = shown.laned(LaneKind.PERSON)
    assert [lane.name for lane in laned.lanes] == ["Jodie Draycott", "Callum Draycott", "Nobody named"]
    number = shown.number_of("a")
    lanes = {lane for lane, n in zip(laned.columns.lanes, laned.columns.ids, strict=True) if n == number}
    assert lanes == {0, 1}


def test_themes_have_lanes_and_so_has_what_has_none() -> None:
    laned = source(review()).laned(LaneKind.THEME)
    assert [lane.name for lane in laned.lanes] == ["Missing", "No theme"]


def test_accepted_links_between_shown_events_are_tied() -> None:
    shown = source(review())
    laned = shown.laned(LaneKind.AGENCY)
    (tie,) = laned.marks.ties
    assert tie.kind == "contradicts"
    assert {shown.told(laned.columns.ids[e]).uid for e in (tie.a, tie.b)} == {"a", "b"}


def test_an_episode_reaches_from_its_first_event_to_its_last() -> None:
    (episode,) = source(review()).laned(LaneKind.AGENCY).marks.episodes
    assert (episode.number, day_of(episode.start)) == (2, DAY)
    assert day_of(episode.end - 1) == dt.date(2024, 6, 10)


def test_scope_and_incident_are_marked() -> None:
    marks = source(review()).laned(LaneKind.AGENCY).marks
    assert marks.scope == (minute_of(dt.date(2024, 1, 1)), None)
    assert marks.incident == (minute_of(dt.date(2024, 6, 30)), minute_of(dt.date(2024, 7, 1)))


def test_silences_are_those_of_the_list_of_gaps_and_need_no_events() -> None:
    snapshot = review()
    snapshot = replace(snapshot, reviews=(replace(snapshot.review, scope_end=dt.date(2024, 12, 31)),))
    shown = TimelineSource(Held(in_order(snapshot.events)), replace(snapshot, events=()), EventQuery())
    laned = shown.laned(LaneKind.AGENCY)
    found = {(s.lane, day_of(s.start), day_of(s.end - 1), s.days) for s in laned.marks.silences}
    places = {lane.key: place for place, lane in enumerate(laned.lanes)}
    assert found == {(places.get(s.agency, -1), s.start, s.end, s.days) for s in silences(snapshot)}
    assert found
    refused = tuple(
        Gap(uid=f"g{n}", agency=s.agency, start=s.start, end=s.end, state="refused")
        for n, s in enumerate(silences(snapshot))
    )
    assert not source(replace(snapshot, gaps=refused)).laned(LaneKind.AGENCY).marks.silences


def test_an_event_told_under_another_still_breaks_its_agency_s_silence(session: Session) -> None:
    snapshot = review()
    scoped = replace(snapshot.review, scope_end=dt.date(2024, 12, 31))
    known = session.snapshot.reviews
    session.put("Add", replace(scoped, uid=known[0].uid if known else "r"), *snapshot.agencies, *snapshot.events)
    whole, folded = (
        TimelineSource(session.events, session.snapshot, EventQuery(without=without)).laned(LaneKind.AGENCY)
        for without in (frozenset[str](), frozenset({"c"}))
    )
    assert len(folded.columns) == len(whole.columns) - 1
    assert folded.marks.silences == whole.marks.silences != ()


def test_silence_is_shown_only_while_every_event_is() -> None:
    snapshot = review()
    scoped = replace(snapshot.review, scope_end=dt.date(2024, 12, 31))
    snapshot = replace(snapshot, reviews=(scoped,), gaps=(Gap(uid="g"),))
    assert source(snapshot).laned(LaneKind.AGENCY).marks.silences
    assert not source(snapshot, EventQuery(words="missing")).laned(LaneKind.AGENCY).marks.silences
    by_person = source(snapshot).laned(LaneKind.PERSON).marks.silences
    assert all(silence.lane == -1 for silence in by_person), "an agency's silence has no lane among people"


def test_days_are_shown_as_chosen_and_hide_nothing() -> None:
    shown = source(review(), EventQuery(first=DAY, last=DAY))
    assert shown.days == (DAY, DAY)
    assert shown.laned(LaneKind.AGENCY) == source(review()).laned(LaneKind.AGENCY)


DAYS = st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2030, 12, 31))


@given(st.lists(st.tuples(DAYS, st.integers(0, 400), st.booleans(), st.sampled_from(("a", "b", "c"))), max_size=60))
def test_every_dated_event_is_in_the_columns_once_and_within_its_dates(
    given_dates: list[tuple[dt.date, int, bool, str]],
) -> None:
    events = [
        ChronologyEvent(
            date=PartialDate(
                start=day, end=day + dt.timedelta(days=days), precision=Precision.RANGE, approximate=vague
            ),
            agency=agency,
        )
        for day, days, vague, agency in given_dates
    ]
    agencies = tuple(Agency(uid=uid, order=place) for place, uid in enumerate("cab", 1))
    shown = TimelineSource(Held(events), Snapshot(agencies=agencies), EventQuery())
    laned = shown.laned(LaneKind.AGENCY)
    columns = laned.columns
    assert sorted(columns.ids) == list(range(len(events)))
    assert list(columns.at) == sorted(columns.at)
    for entry, number in enumerate(columns.ids):
        event = events[number]
        assert event.date.start == day_of(columns.starts[entry])
        assert event.date.end == day_of(columns.ends[entry] - 1)
        assert columns.starts[entry] <= columns.at[entry] < columns.ends[entry]
        assert columns.entry_of(number) == entry
        lane = laned.lanes[columns.lanes[entry]]
        assert (lane.key, lane.order) == (event.agency, columns.orders[entry])


def test_the_index_of_a_file_and_events_in_memory_draw_the_same(session: Session) -> None:
    snapshot = review()
    session.put("Add", *snapshot.agencies, *snapshot.people, *snapshot.events, *snapshot.event_links)
    stored = TimelineSource(session.events, session.snapshot, EventQuery())
    held = source(session.snapshot)
    for kind in LaneKind:
        ours, theirs = held.laned(kind), stored.laned(kind)
        assert ours.lanes == theirs.lanes
        for name in ("lanes", "at", "starts", "ends", "certainties", "keys", "orders", "undated"):
            assert getattr(ours.columns, name) == getattr(theirs.columns, name), name
        assert ours.marks.ties == theirs.marks.ties
        assert [held.told(n) for n in ours.columns.ids] == [stored.told(n) for n in theirs.columns.ids]
    assert stored.number_of("b") == stored.laned(LaneKind.AGENCY).columns.ids[1]
    assert stored.number_of("gone") == -1
    assert stored.told(99).uid == ""
