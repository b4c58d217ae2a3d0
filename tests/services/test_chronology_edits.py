"""Short fields, many events at once, the order within a day, views, and the words that are marked."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent, EventLink, ImportIssue, Significance
from desktop_app.domain.dates import read_date
from desktop_app.domain.event_query import EventQuery
from desktop_app.domain.people import Agency
from desktop_app.domain.review import Review
from desktop_app.services import chronology_edits as edits
from desktop_app.services import saved_views
from desktop_app.services.chronology import RowMaker
from desktop_app.services.chronology_filter import EventFilter, from_json, query_of, to_json
from desktop_app.services.chronology_marks import CONTRADICTS, NO_REASON, TWO_SOURCES, marked_of
from desktop_app.services.chronology_window import EventWindow, shown_ids
from desktop_app.services.session import Session
from desktop_app.services.word_hits import excerpt_of, hits_in, wanted_of


def event(uid: str, wording: str = "7 May 2024", **values: object) -> ChronologyEvent:
    made = ChronologyEvent(uid=uid, ref=uid.upper(), date=read_date(wording), source="Case note", action="Noted")
    return replace(made, **values)  # type: ignore[arg-type]


def order(session: Session) -> list[str]:
    return session.events.uids_of(session.events.ids(query_of(EventFilter(), session.snapshot, marks(session))))


def marks(session: Session):  # type: ignore[no-untyped-def]
    return marked_of(session.snapshot, session.events)


def shown(session: Session, **chosen: object) -> list[str]:
    found = marks(session)
    query = query_of(EventFilter(**chosen), session.snapshot, found)  # type: ignore[arg-type]
    return session.events.uids_of(shown_ids(session.events, query, found))


def test_many_events_change_in_one_step(session: Session) -> None:
    session.put("Add", event("a"), event("b", significance=Significance.KEY), event("c", themes=("voice",)))
    done = edits.change_all(session, ["a", "b"], edits.set_significance(Significance.KEY))
    assert done is not None
    assert done.touched == {("events", "a")}, "the other was so already"
    assert edits.change_all(session, ["a", "b"], edits.set_significance(Significance.KEY)) is None
    edits.change_all(session, ["a", "b", "c"], edits.add_to("themes", "voice"))
    assert edits.share_of(session, ["a", "b", "c"], "themes") == {"voice": 3}
    edits.change_all(session, ["c"], edits.take_from("themes", "voice"))
    assert edits.share_of(session, ["a", "b", "c"], "themes") == {"voice": 2}
    session.undo()
    session.undo()
    assert edits.share_of(session, ["a", "b", "c"], "themes") == {"voice": 1}


def test_a_short_field_is_read_as_it_is_typed() -> None:
    before = event("a")
    assert edits.edited(before, "date", " early June 2024 ").date == read_date("early June 2024")
    assert edits.edited(before, "date", before.date.wording) is before
    assert edits.edited(before, "significance", "key").significance is Significance.KEY
    assert edits.edited(before, "child_seen", "No").child_seen == "No"
    for field, value in (("event", "x"), ("significance", "huge")):
        with pytest.raises(ValueError, match=r"event|huge"):
            edits.edited(before, field, value)


def test_a_time_of_its_own_column_stays_with_another_day() -> None:
    placed = event("a", "22/04/2024")
    timed = replace(placed, date=replace(placed.date, time=dt.time(10, 40)))
    assert edits.redated(timed, "23/04/2024").date.time == dt.time(10, 40)
    assert edits.redated(timed, "early June 2024").date.time is None
    written = event("a", "3 May 2024, 14:05")
    assert edits.redated(written, "3 May 2024").date.time is None, "it was written there, and was taken out"


def test_the_order_within_a_day_is_set_by_hand(session: Session) -> None:
    session.put("Add", event("a"), event("b"), event("c"), event("d", "8 May 2024"), event("e", "May 2024"))
    assert order(session)[-4:] == ["a", "b", "c", "d"]
    edits.move_within_day(session, "c", -1)
    assert order(session)[-4:] == ["a", "c", "b", "d"]
    edits.move_within_day(session, "a", 1)
    assert order(session)[-4:] == ["c", "a", "b", "d"]
    assert edits.move_within_day(session, "c", -1) is None, "it is the first of its day"
    with pytest.raises(UserError) as caught:
        edits.move_within_day(session, "d", -1)
    assert caught.value.code == "not-that-day"
    session.undo()
    session.undo()
    assert order(session)[-4:] == ["a", "b", "c", "d"]


def test_copied_rows_are_cells_and_no_formulas(session: Session) -> None:
    session.put("Add", Agency(uid="x", name="Valley CAMHS"), event("a", agency="x", event="=1+1\tand\na line"))
    lines = edits.as_tsv(session, ["a"]).splitlines()
    assert len(lines) == 2
    assert lines[1].split("\t")[:4] == ["A", "7 May 2024", "Valley CAMHS", "'=1+1 and a line"]


def test_filters_by_what_other_records_say(session: Session) -> None:
    scope = Review(uid="r", scope_start=dt.date(2024, 1, 1), scope_end=dt.date(2024, 12, 31))
    session.put(
        "Add",
        *(
            scope,
            event("a"),
            event("b"),
            event("c", "7 May 2019"),
            event("d", action="", significance=Significance.KEY),
        ),
        EventLink(kind="contradicts", a="a", b="b", state="accepted"),
        ImportIssue(event="b"),
    )
    assert shown(session, waiting=True) == ["b"]
    assert shown(session, outside=True) == ["c"]
    assert shown(session, marks=frozenset({CONTRADICTS})) == ["a", "b"]
    assert shown(session, marks=frozenset({CONTRADICTS, NO_REASON})) == ["a", "b", "d"]
    assert shown(session, first=dt.date(2024, 5, 8)) == []


def test_a_merged_event_is_one_row_with_its_sources(session: Session) -> None:
    session.put(
        "Add",
        *(Agency(uid=uid, code=uid.upper(), order=n) for n, uid in enumerate(("p", "q"))),
        event("a", agency="p", event="Strategy discussion agreed a joint enquiry"),
        event("b", agency="q", event="Zebra"),
        event("c", "8 May 2024"),
        EventLink(kind="duplicate", a="a", b="b", state="accepted"),
    )
    assert shown(session) == ["a", "c"]
    assert shown(session, words="zebra") == ["a"], "found by the other account of it"
    assert shown(session, marks=frozenset({TWO_SOURCES})) == ["a"]
    found = marks(session)
    ids = shown_ids(session.events, EventQuery(), found)
    window = EventWindow(session.events, ids, RowMaker(session.snapshot, found))
    assert window[0].others == ((1, "Q", ""),)
    assert window[0].marks[0] == "2 sources"
    assert (window.place_of("c"), window.place_of("b"), window.place_of("")) == (1, -1, -1)
    assert window.uids([1, 0]) == ["a", "c"]
    with pytest.raises(IndexError):
        assert window[64]


def test_views_are_kept_by_name(session: Session) -> None:
    chosen = EventFilter(words="ŷ", agencies=frozenset({"b", "a"}), first=dt.date(2024, 1, 1), waiting=True)
    saved_views.save_view(session, "  Not   seen ", chosen, ("themes",))
    saved_views.save_view(session, "not seen", replace(chosen, words=""))
    (view,) = saved_views.views(session.snapshot)
    assert (view.name, view.columns) == ("not seen", ())
    assert saved_views.filter_of(view) == replace(chosen, words="")
    with pytest.raises(UserError) as caught:
        saved_views.save_view(session, " ", chosen)
    assert caught.value.code == "view-without-name"
    saved_views.delete_view(session, view)
    assert saved_views.views(session.snapshot) == ()


def test_a_view_of_a_newer_version_is_read_as_far_as_it_goes() -> None:
    assert from_json('{"words": "x", "colour": ["red"], "significance": ["key", "vast"]}') == EventFilter(
        words="x", significance=frozenset({"key"})
    )
    assert to_json(EventFilter()) == "{}"


@given(st.builds(EventFilter, words=st.text(), marks=st.frozensets(st.text()), last=st.none() | st.dates()))
def test_a_filter_survives_being_written(chosen: EventFilter) -> None:
    assert from_json(to_json(chosen)) == chosen


def test_hits_are_marked_as_they_are_found() -> None:
    assert hits_in("Seen at Tŷ Gwyn. Unseen.", wanted_of("ty SEE")) == ((0, 3), (8, 10))
    assert hits_in("a strategy discussion took place", wanted_of('"strategy discussion"')) == ((2, 21),)
    assert hits_in("discussion strategy", wanted_of('"strategy discussion"')) == ()
    assert hits_in("GP-ref sent", wanted_of("gp-re")) == ((0, 5),)
    assert hits_in("anything", ()) == ()


def test_a_row_shows_the_place_of_the_hit() -> None:
    far = " ".join(["word"] * 60)
    found = excerpt_of(event("a", event=f"{far} zebra {far}"), wanted_of("zeb"))
    assert found.text.startswith("… ")
    start, end = found.hits[0]
    assert found.text[start:end] == "zeb"
    assert start < 60
    other = excerpt_of(event("a", event="Called", source="Zebra book"), wanted_of("zeb"))
    assert other.text == "Source: Zebra book · Called"
    assert other.text[slice(*other.hits[0])] == "Zeb"


@given(st.text(), st.text(max_size=10))
def test_hits_lie_in_the_text_and_apart(text: str, words: str) -> None:
    last = 0
    for start, end in hits_in(text, wanted_of(words)):
        assert last <= start < end <= len(text)
        last = end
