"""Events as columns: where each stands, in which lane, and what stands beside them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.chronology import ChronologyEvent, EventLink, Gap, KeyPracticeEpisode, Significance
from desktop_app.domain.dates import read_date
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.people import Agency, Person
from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology import event_rows
from desktop_app.services.timeline_lanes import LaneBy
from desktop_app.services.timeline_source import RowsSource
from desktop_app.services.timeline_spans import MINUTES, OPEN_DAYS, Certainty, day_of, event_spans, minute_of, reach_of

DAY = dt.date(2024, 5, 7)


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


def source(snapshot: Snapshot, *, narrowed: bool = False) -> RowsSource:
    return RowsSource(snapshot, event_rows(snapshot), narrowed=narrowed)


def test_a_day_a_time_a_range_and_a_vague_date_are_told_apart() -> None:
    day = minute_of(DAY)
    assert reach_of(read_date("7 May 2024")) == (day, day + MINUTES, Certainty.EXACT)
    assert reach_of(read_date("7 May 2024, 14:05")) == (day + 845, day + 846, Certainty.EXACT)
    assert reach_of(read_date("7–9 May 2024")) == (day, day + 3 * MINUTES, Certainty.KNOWN)
    assert reach_of(read_date("about 7 May 2024")) == (day, day + MINUTES, Certainty.SOFT)
    assert reach_of(read_date("summer 2024"))[2] is Certainty.SOFT  # type: ignore[index]
    assert reach_of(read_date("no idea")) is None


def test_an_open_date_reaches_a_little_way_from_the_day_it_names() -> None:
    day = minute_of(DAY)
    after = PartialDate(start=DAY, precision=Precision.AFTER)
    before = PartialDate(end=DAY, precision=Precision.BEFORE)
    assert reach_of(after) == (day, day + OPEN_DAYS * MINUTES, Certainty.SOFT)
    assert reach_of(before) == (day - (OPEN_DAYS - 1) * MINUTES, day + MINUTES, Certainty.SOFT)


def test_lanes_are_agencies_in_their_order_and_what_has_no_date_is_counted() -> None:
    laned = source(review()).laned(LaneBy.AGENCY)
    assert [lane.name for lane in laned.lanes] == ["Police", "Social Care"]
    assert laned.spans.undated == 1
    assert sorted(zip(laned.spans.lanes, laned.spans.orders, strict=True)) == [(0, 1), (0, 1), (1, 2)]
    assert list(laned.spans.at) == sorted(laned.spans.at)
    assert sum(laned.spans.keys) == 1


def test_an_event_about_two_people_stands_in_both_lanes() -> None:
    shown = source(review())
    laned = shown.laned(LaneBy.PERSON)
    assert [lane.name for lane in laned.lanes] == ["Jodie Draycott", "Callum Draycott", "Nobody named"]
    number = shown.number_of("a")
    lanes = {lane for lane, n in zip(laned.spans.lanes, laned.spans.ids, strict=True) if n == number}
    assert lanes == {0, 1}


def test_themes_have_lanes_and_so_has_what_has_none() -> None:
    laned = source(review()).laned(LaneBy.THEME)
    assert [lane.name for lane in laned.lanes] == ["Missing", "No theme"]


def test_accepted_links_between_shown_events_are_tied() -> None:
    shown = source(review())
    laned = shown.laned(LaneBy.AGENCY)
    (tie,) = laned.marks.ties
    assert tie.kind == "contradicts"
    assert {shown.told(laned.spans.ids[e]).uid for e in (tie.a, tie.b)} == {"a", "b"}


def test_an_episode_reaches_from_its_first_event_to_its_last() -> None:
    (episode,) = source(review()).laned(LaneBy.AGENCY).marks.episodes
    assert (episode.number, day_of(episode.start)) == (2, DAY)
    assert day_of(episode.end - 1) == dt.date(2024, 6, 10)


def test_scope_and_incident_are_marked() -> None:
    marks = source(review()).laned(LaneBy.AGENCY).marks
    assert marks.scope == (minute_of(dt.date(2024, 1, 1)), None)
    assert marks.incident == (minute_of(dt.date(2024, 6, 30)), minute_of(dt.date(2024, 7, 1)))


def test_silence_is_shown_only_while_every_event_is() -> None:
    snapshot = review()
    scoped = replace(snapshot.review, scope_end=dt.date(2024, 12, 31))
    snapshot = replace(snapshot, reviews=(scoped,), gaps=(Gap(uid="g"),))
    assert source(snapshot).laned(LaneBy.AGENCY).marks.silences
    assert not source(snapshot, narrowed=True).laned(LaneBy.AGENCY).marks.silences
    by_person = source(snapshot).laned(LaneBy.PERSON).marks.silences
    assert all(silence.lane == -1 for silence in by_person), "an agency's silence has no lane among people"


DAYS = st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2030, 12, 31))


@given(st.lists(st.tuples(DAYS, st.integers(0, 400), st.booleans(), st.sampled_from((0, 1, 2))), max_size=60))
def test_every_dated_event_is_in_the_columns_once_and_within_its_dates(
    given_dates: list[tuple[dt.date, int, bool, int]],
) -> None:
    events = [
        ChronologyEvent(
            date=PartialDate(
                start=day, end=day + dt.timedelta(days=days), precision=Precision.RANGE, approximate=vague
            ),
            agency=str(lane),
        )
        for day, days, vague, lane in given_dates
    ]
    spans = event_spans(events, lambda event: ((int(event.agency), 1),))
    assert sorted(spans.ids) == list(range(len(events)))
    for entry, number in enumerate(spans.ids):
        date = events[number].date
        assert date.start == day_of(spans.starts[entry])
        assert date.end == day_of(spans.ends[entry] - 1)
        assert spans.starts[entry] <= spans.at[entry] < spans.ends[entry]
        assert spans.entry_of(number) == entry
