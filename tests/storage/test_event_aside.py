"""The chronology is read while a long change is under way, as it stood before; and after it, as it is."""

from __future__ import annotations

import faulthandler
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.event_query import EventQuery
from desktop_app.storage import event_aside
from desktop_app.storage.access import Access
from desktop_app.storage.driver import Error
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST


@pytest.fixture
def review(tmp_path: Path) -> Iterator[ReviewFile]:
    file, _ = ReviewFile.create(tmp_path / "r.review", "x", cost=LOWEST)
    with file.change("Fill") as change:
        change.put_all(ChronologyEvent(uid=f"e{n}", ref=f"A-{n}", event="strategy meeting") for n in range(3))
    yield file
    file.close()


class LongChange:
    """Another thread in the middle of an import, until it is let go or taken back."""

    def __init__(self, review: ReviewFile, *, fails: bool = False) -> None:
        self._review, self._fails = review, fails
        self._inside, self._go = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> None:
        self._thread.start()
        assert self._inside.wait(10)

    def __exit__(self, *_: object) -> None:
        self._go.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            with self._review.change("Import") as change:
                change.put_all([ChronologyEvent(uid="new", ref="B-1", event="strategy discussion")])
                self._inside.set()
                assert self._go.wait(10)
                if self._fails:
                    raise KeyError("cancelled")
        except KeyError:
            pass


def refs(review: ReviewFile, words: str = "") -> list[str]:
    return [event.ref for event in review.events.at(review.events.ids(EventQuery(words=words)))]


@pytest.mark.parametrize("fails", [False, True])
def test_a_long_change_keeps_nobody_from_reading(
    review: ReviewFile, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    monkeypatch.setattr(event_aside, "_WAIT", 0.0)
    before = ["A-0", "A-1", "A-2"]
    assert refs(review) == before
    with LongChange(review, fails=fails):
        for _ in range(2):
            assert refs(review) == refs(review, "strat") == before
            assert review.events.count() == review.events.figures().total == 3
            assert review.events.id_of("new") is None
            assert len(review.events.spans(EventQuery())) == 3
    after = before if fails else [*before, "B-1"]
    assert sorted(refs(review)) == sorted(refs(review, "strat")) == after
    assert review.check() == []


def test_what_is_read_aside_cannot_be_written(review: ReviewFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_aside, "_WAIT", 0.0)
    with LongChange(review), event_aside.reading_aside(review._access) as db:
        assert db is not review._vault.db
        with pytest.raises(Error, match="readonly"):
            db.conn.execute("DELETE FROM events")
    assert len(refs(review)) == 4


def test_it_can_be_saved_and_opened_after(review: ReviewFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_aside, "_WAIT", 0.0)
    with LongChange(review):
        assert len(refs(review)) == 3
    review.save()
    assert not review.unsaved
    assert len(refs(review)) == 4


def test_the_connection_is_not_asked_while_another_thread_is_in_it(
    review: ReviewFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite waits for its own lock with Python's held: a window that asked it stood still for good."""
    monkeypatch.setattr(event_aside, "_WAIT", 0.0)
    inside, go, waiting = threading.Event(), threading.Event(), threading.Event()

    def slow() -> None:
        """A callback of SQLite's, as the one that asks whether to give a question up: its lock is held meanwhile."""
        inside.set()
        assert go.wait(10)

    def question() -> None:
        with review._access.reading() as db:
            db.conn.create_function("slow", 0, slow)
            db.conn.execute("SELECT slow()").fetchall()

    bare = Access.reading

    def reading(access: Access) -> object:
        waiting.set()
        return bare(access)

    first = threading.Thread(target=question)
    first.start()
    assert inside.wait(10)
    monkeypatch.setattr(Access, "reading", reading)
    found: list[str] = []
    second = threading.Thread(target=lambda: found.extend(refs(review)))
    faulthandler.dump_traceback_later(60, exit=True)  # nothing in Python can end what both then wait for
    try:
        second.start()
        assert waiting.wait(10)
    finally:
        go.set()
        first.join()
        second.join()
        faulthandler.cancel_dump_traceback_later()
    assert found == ["A-0", "A-1", "A-2"]
