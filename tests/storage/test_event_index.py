"""The index below the chronology: it finds what reading every event would find, and holds nothing that was purged."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.chronology import ChronologyEvent, Significance, SourceType
from desktop_app.domain.event_order import in_order, sort_text
from desktop_app.domain.event_query import (
    PRECISIONS,
    SIGNIFICANCES,
    AnyMark,
    EventQuery,
    Lack,
    LaneKind,
    Seen,
    figures_of,
    lacks_of,
    seen_of,
)
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.people import Agency
from desktop_app.storage import event_index
from desktop_app.storage.event_index import KEYS, WORDS
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST

DAYS = st.dates(min_value=dt.date(2023, 12, 30), max_value=dt.date(2024, 1, 3))
FEW_WORDS = st.lists(
    st.sampled_from(["Seen", "alone", "Tŷ", "ty", "strategy", "discussion", "GP-ref", "no"]), max_size=4
)
UIDS = st.sampled_from(["k1", "k2", 'quote"d', "ŷ"])
REFS = st.one_of(
    st.from_regex(r"(CSC|HV|Ŷ)?-?[0-9]{0,4}[a-b]?[0-9]{0,2}", fullmatch=True), st.text("aZŵŷ09-/. ", max_size=6)
)


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    start = draw(st.none() | DAYS)
    end = None if draw(st.booleans()) else draw(DAYS)
    if start and end and end < start:
        start, end = end, start
    return PartialDate(
        start,
        end,
        draw(st.sampled_from(PRECISIONS)),
        draw(st.sampled_from(["", "early January 2024", "Tŷ"])),
        draw(st.none() | st.sampled_from([dt.time(0, 0), dt.time(9, 5), dt.time(23, 59)])),
        draw(st.booleans()),
        draw(st.sampled_from(["", "", "two readings"])),
    )


@st.composite
def events(draw: st.DrawFn) -> ChronologyEvent:
    texts = [" ".join(draw(FEW_WORDS)) for _ in range(4)]
    return ChronologyEvent(
        uid=draw(st.sampled_from([f"e{number}" for number in range(8)])),
        ref=draw(REFS),
        agency=draw(st.sampled_from(["", "a1", "a2"])),
        date=draw(dates()),
        sequence=draw(st.integers(-3, 3)),
        source=texts[0],
        source_type=draw(st.sampled_from(list(SourceType))),
        event=texts[1],
        action=texts[2],
        no_action_reason=texts[3],
        missing_from=draw(st.sampled_from(["", "", "r2"])),
        child_seen=draw(st.sampled_from(["", "Yes", "no, asleep", "Not seen", "seen", "not applicable", "By phone"])),
        significance=draw(st.sampled_from(list(Significance))),
        people=tuple(draw(st.lists(UIDS, max_size=2, unique=True))),
        kloes=tuple(draw(st.lists(UIDS, max_size=2, unique=True))),
        themes=tuple(draw(st.lists(UIDS, max_size=2, unique=True))),
    )


SOME_UIDS = st.frozensets(UIDS, max_size=2)
QUERIES = st.builds(
    EventQuery,
    words=st.sampled_from(
        ["", "seen", "al", "ty", '"strategy discussion"', "gp-re", "CS", "early", "-", '"alone', "zz"]
    ),
    agencies=st.frozensets(st.sampled_from(["a1", "a2", ""]), max_size=2),
    significance=st.frozensets(st.sampled_from(list(Significance)), max_size=2),
    source_types=st.frozensets(st.sampled_from(list(SourceType)), max_size=2),
    kloes=SOME_UIDS,
    themes=SOME_UIDS,
    people=SOME_UIDS,
    seen=st.frozensets(st.sampled_from(list(Seen)), max_size=2),
    lacks=st.frozensets(st.sampled_from(list(Lack)), max_size=2),
    first=st.none() | DAYS,
    last=st.none() | DAYS,
    outside=st.none() | st.tuples(st.none() | DAYS, st.none() | DAYS),
    among=st.lists(st.frozensets(st.sampled_from(["e1", "e2", "e3", "gone"])), max_size=1).map(tuple),
    without=st.frozensets(st.sampled_from(["e1", "e2"]), max_size=1),
    mark=st.none()
    | st.builds(
        AnyMark,
        seen=st.frozensets(st.sampled_from(list(Seen)), min_size=1, max_size=2),
        lacks=st.frozensets(st.sampled_from(list(Lack)), max_size=2),
        significance=st.frozensets(st.sampled_from(list(Significance)), max_size=1),
        uids=st.frozensets(st.sampled_from(["e1", "e2"])),
    ),
)
CODES = {"a1": "CSC", "a2": "HV"}


def tokens(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).lower()
    return re.findall(r"[^\W_]+", plain)


def has_words(event: ChronologyEvent, words: str) -> bool:
    fields = (event.ref, event.source, event.event, event.action, event.no_action_reason, event.outcome)
    texts = (*fields, event.child_seen, event.comment, event.comment_author, event.date.wording)
    held = [token for text in texts for token in tokens(text)]
    for phrase, closed, word in re.findall(r'"([^"]*)("|$)|([^\s"]+)', words):
        wanted = tokens(phrase or word)
        runs = [held[at : at + len(wanted)] for at in range(len(held) - len(wanted) + 1)]
        if phrase and closed:
            found = wanted in runs
        else:
            found = any(run[:-1] == wanted[:-1] and run[-1].startswith(wanted[-1]) for run in runs if wanted)
        if wanted and not found and not CODES.get(event.agency, "").lower().startswith((phrase or word).lower()):
            return False
    return True


def matches(event: ChronologyEvent, query: EventQuery) -> bool:
    """Word by word what `EventQuery` says, on the event itself."""
    start, end = event.date.start or event.date.end, event.date.end or event.date.start
    seen, lacks = seen_of(event.child_seen), lacks_of(event)
    mark = query.mark
    outside = True
    if query.outside is not None:
        low, high = query.outside
        outside = bool(start and end and ((low and end < low) or (high and start > high)))
    return (
        has_words(event, query.words)
        and (not query.agencies or event.agency in query.agencies)
        and (not query.significance or event.significance in query.significance)
        and (not query.source_types or event.source_type in query.source_types)
        and all(not getattr(query, n) or bool(getattr(query, n) & {*getattr(event, n)}) for n in event_index.LISTS)
        and (not query.seen or seen in query.seen)
        and (not query.lacks or bool(query.lacks & lacks))
        and (query.first is None or (end is not None and end >= query.first))
        and (query.last is None or (start is not None and start <= query.last))
        and outside
        and all(event.uid in uids for uids in query.among)
        and event.uid not in query.without
        and (
            mark is None
            or seen in mark.seen
            or bool(lacks & mark.lacks)
            or event.significance in mark.significance
            or event.uid in mark.uids
        )
    )


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> ReviewFile:
    """One file for all examples: making one costs more than asking it."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setattr("platformdirs.user_data_path", lambda *_, **__: home)
        made, _ = ReviewFile.create(tmp_path_factory.mktemp("shared") / "r.review", "x", cost=LOWEST)
    with made.change("Agencies") as change:
        change.put_all(Agency(uid=uid, code=code) for uid, code in CODES.items())
    return made


def empty(review: ReviewFile) -> None:
    with review.change("Empty") as change:
        for event in review.snapshot().events:
            change.delete(ChronologyEvent, event.uid)


SLOW = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@SLOW
@given(st.lists(events(), max_size=8, unique_by=lambda event: event.uid), QUERIES)
def test_a_query_finds_what_reading_all_would(
    shared: ReviewFile, held: list[ChronologyEvent], query: EventQuery
) -> None:
    empty(shared)
    with shared.change("Add") as change:
        change.put_all(held)
    stored = shared.snapshot().events
    assert [sort_text(event) for event in stored] == [sort_text(event) for event in in_order(held)]
    ids = shared.events.ids(EventQuery())
    assert tuple(shared.events.at(ids)) == stored, "the order in SQL is the order in Python"
    found = shared.events.at(shared.events.ids(query))
    assert found == [event for event in stored if matches(event, query)]
    assert shared.events.figures() == figures_of(stored)
    spans = shared.events.spans(query)
    assert list(spans.ids) == list(shared.events.ids(query))
    for at, event in enumerate(found):
        assert spans.keys[spans.lanes[at]] == event.agency
        start = event.date.start or event.date.end
        assert spans.first[at] == (start.toordinal() if start else 0)
        time = event.date.time
        assert spans.minutes[at] == (-1 if time is None else time.hour * 60 + time.minute)
        assert SIGNIFICANCES[spans.significance[at]] is event.significance
        assert PRECISIONS[spans.precision[at]] is event.date.precision
        assert spans.vague[at] == event.date.approximate


def index_of(review: ReviewFile) -> tuple[object, ...]:
    db = review._vault.db
    db.conn.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.seen USING fts5vocab(main, {WORDS}, instance)")
    return (
        db.conn.execute(f"SELECT * FROM {KEYS}").fetchall(),
        db.conn.execute("SELECT term, doc, col, offset FROM temp.seen ORDER BY 1, 2, 4").fetchall(),
    )


STEPS = st.lists(st.tuples(st.sampled_from(["put", "delete", "undo", "redo"]), events()), min_size=1, max_size=12)


@SLOW
@given(STEPS)
def test_after_any_steps_the_index_is_the_one_made_from_the_rows(
    shared: ReviewFile, steps: list[tuple[str, ChronologyEvent]]
) -> None:
    for what, event in steps:
        if what == "undo":
            shared.undo()
        elif what == "redo":
            shared.redo()
        else:
            with shared.change(what) as change:
                change.put(event) if what == "put" else change.delete(ChronologyEvent, event.uid)
    kept = index_of(shared)
    db = shared._vault.db
    db.conn.execute("DROP TRIGGER _event_added")
    event_index.conform(db)
    assert index_of(shared) == kept


def test_the_lanes_of_people_show_an_event_in_each(review: ReviewFile) -> None:
    day = PartialDate(dt.date(2024, 5, 7), dt.date(2024, 5, 7), Precision.DAY)
    with review.change("Add") as change:
        change.put(ChronologyEvent(uid="a", ref="1", date=day, people=("p1", "p2"), themes=("voice",)))
        change.put(ChronologyEvent(uid="b", ref="2", date=day))
    spans = review.events.spans(EventQuery(), LaneKind.PERSON)
    assert [spans.keys[lane] for lane in spans.lanes] == ["p1", "p2", ""]
    assert spans.ids[0] == spans.ids[1] != spans.ids[2]
    assert review.events.spans(EventQuery(words="zz"), LaneKind.THEME).keys == ()
    assert review.events.values("themes") == ["voice"]
    assert review.events.ids_of(["b", "gone"]) == {"b": spans.ids[2]}


def test_ids_and_uids_lead_to_each_other(review: ReviewFile) -> None:
    with review.change("Add") as change:
        change.put_all(ChronologyEvent(uid=uid, ref=uid) for uid in ("a", "b", "c"))
        change.delete(ChronologyEvent, "b")
    ids = review.events.ids(EventQuery())
    assert review.events.uids_of(ids) == ["a", "c"]
    assert review.events.id_of("c") == ids[1]
    assert review.events.id_of("b") is None
    assert [event.uid for event in review.events.named(["c", "b", "a"])] == ["c", "a"]
    assert review.events.at([ids[1], 999, ids[0]])[0].uid == "c"


def test_what_is_deleted_leaves_the_words_at_once_and_a_purge_leaves_none(review: ReviewFile) -> None:
    with review.change("Add") as change:
        change.put(ChronologyEvent(uid="a", event="Zanzibar marzipan"))
        change.put(ChronologyEvent(uid="b", event="another"))
    assert len(review.events.ids(EventQuery(words="zanzi"))) == 1
    with review.change("Delete") as change:
        change.delete(ChronologyEvent, "a")
    db = review._vault.db
    held = b"".join(row[0] for row in db.conn.execute(f"SELECT block FROM {WORDS}_data"))
    assert b"anzibar" not in held
    review.purge([(ChronologyEvent, "a")])
    assert len(review.events.ids(EventQuery(words="zanzi"))) == 0
    assert len(review.events.ids(EventQuery())) == 1
    assert review.check() == []


def test_closing_a_review_leaves_no_word_in_the_index(review: ReviewFile) -> None:
    with review.change("Add") as change:
        change.put(ChronologyEvent(uid="a", event="Zanzibar"))
    review.replace_all_content([], "new one", ref="r", cost=LOWEST)
    assert index_of(review) == ([], [])


def test_an_index_by_other_rules_is_made_anew(path: Path, opened: Callable[..., ReviewFile]) -> None:
    made, _ = ReviewFile.create(path, "correct horse battery", cost=LOWEST)
    with made.change("Add") as change:
        change.put(ChronologyEvent(uid="a", event="Zanzibar"))
    db = made._vault.db
    db.conn.execute("DROP TRIGGER _event_gone")
    db.conn.execute("CREATE TRIGGER _event_gone AFTER DELETE ON events BEGIN SELECT 1; END")
    db.conn.execute(f"DELETE FROM {KEYS}")
    made.close()
    again = opened(path)
    assert len(again.events.ids(EventQuery(words="zanz"))) == 1
    before = again._vault.db.conn.total_changes
    event_index.conform(again._vault.db)
    assert again._vault.db.conn.total_changes == before
