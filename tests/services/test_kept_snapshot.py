"""A session follows its changes by what they touched; what it then shows is what a full reading would."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.event_query import figures_of
from desktop_app.domain.learning import Recommendation, RecommendationPart
from desktop_app.domain.people import Person
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import LazySnapshot, Snapshot, family_types
from desktop_app.services import kept_snapshot
from desktop_app.services.session import Session

UIDS = st.sampled_from("abcd")
RECORDS = st.one_of(
    st.builds(ChronologyEvent, uid=UIDS, ref=st.sampled_from(["A-1", "A-2", "A-10"]), sequence=st.integers(0, 1)),
    st.builds(Person, uid=UIDS, name=st.sampled_from(["Callum", "Poppy"])),
    st.builds(Recommendation, uid=UIDS, number=st.integers(1, 3)),
    st.builds(RecommendationPart, uid=UIDS, recommendation=UIDS, letter=UIDS),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "delete", "undo", "redo", "read"]), st.lists(RECORDS, min_size=1, max_size=3)),
    max_size=12,
)


def take(session: Session, what: str, records: list[Record]) -> None:
    if what == "put":
        session.put("Put", *records)
    elif what == "delete":
        session.replace_all("Delete", (), tuple((type(record), record.uid) for record in records))
    elif what == "undo":
        session.undo()
    elif what == "redo":
        session.redo()
    else:
        assert session.snapshot.events is not None


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_what_is_followed_is_what_a_full_reading_gives(session: Session, steps: list[tuple[str, list[Record]]]) -> None:
    for what, records in steps:
        take(session, what, records)
        assert session.snapshot.event_figures == figures_of(session.file.snapshot().events)
    assert session.snapshot == session.file.snapshot()


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_a_long_family_is_patched_to_what_a_full_reading_gives(
    session: Session, steps: list[tuple[str, list[Record]]]
) -> None:
    """Two are long already: each change touches a few of them, in the middle, at the end, or new ones."""
    with pytest.MonkeyPatch.context() as few:
        few.setattr(kept_snapshot, "_FEW", 1)
        session.put("Set up", *(Person(uid=uid) for uid in "bca"))
        for what, records in steps:
            take(session, what, records[:1])
            assert session.snapshot == session.file.snapshot()


def held(snapshot: Snapshot) -> bool:
    assert isinstance(snapshot, LazySnapshot)
    return snapshot.has_events


def test_events_are_read_when_they_are_asked_for_and_kept_up(session: Session) -> None:
    session.put("Add", ChronologyEvent(uid="a", ref="A-2"), Person(uid="p"))
    before = session.snapshot
    assert before.event_count == before.event_figures.total == 1
    assert not held(before), "counting reads none"
    assert [event.uid for event in before.events] == ["a"]
    session.put("Add", ChronologyEvent(uid="b", ref="A-1"))
    assert held(session.snapshot)
    assert [event.uid for event in session.snapshot.events] == ["b", "a"]
    session.put("Add a person", Person(uid="q"))
    assert held(session.snapshot)
    assert [event.uid for event in before.events] == ["a"], "an older moment stays what it was"


def test_an_older_moment_never_reads_newer_events(session: Session) -> None:
    session.put("Add", ChronologyEvent(uid="a"))
    before = session.snapshot
    session.put("Add", Person(uid="p"))
    assert [event.uid for event in before.events] == ["a"], "the events are still those of then"
    before = session.snapshot
    session.forget_snapshot()
    before = session.snapshot
    session.put("Add", ChronologyEvent(uid="b"))
    with pytest.raises(RuntimeError, match="changed since"):
        assert before.events
    with pytest.raises(RuntimeError, match="changed since"):
        assert before.event_figures
    with pytest.raises(RuntimeError, match="changed since"):
        assert before.event_count


def test_a_worker_takes_a_whole_snapshot(session: Session) -> None:
    session.put("Add", ChronologyEvent(uid="a"))
    lazy, found = session.snapshot, []

    def work() -> None:
        with pytest.raises(RuntimeError, match="another thread"):
            assert lazy.events
        found.append(session.whole_snapshot())

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert found == [session.snapshot]
    assert session.whole_snapshot() is session.snapshot, "which has been read by now"


def test_a_lazy_snapshot_is_a_snapshot(session: Session) -> None:
    session.put("Add", ChronologyEvent(uid="a"))
    other = replace(session.snapshot, people=(Person(uid="p"),))
    assert [event.uid for event in other.events] == ["a"]
    assert other.event_figures.total == 1
    assert session.snapshot != other
    assert set(family_types()) >= {"events", "people"}
    with pytest.raises(AttributeError):
        assert session.snapshot.nothing  # type: ignore[attr-defined]
