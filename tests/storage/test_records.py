"""What is stored comes back, in its natural order, whoever asks and from whichever thread."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.event_order import ref_text
from desktop_app.domain.learning import Finding, ProgressUpdate, Recommendation, RecommendationPart
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.people import Agency, Person
from desktop_app.domain.record import Record
from desktop_app.domain.review import Narrative, Review
from desktop_app.domain.workshop import Prompt
from desktop_app.storage.review_file import ReviewFile

Open = Callable[..., ReviewFile]


def put(review: ReviewFile, *records: Record) -> None:
    with review.change("Add") as change:
        change.put_all(records)


def on(day: int, *, end: int = 0, time: dt.time | None = None) -> PartialDate:
    start = dt.date(2020, 3, day)
    return PartialDate(start, dt.date(2020, 3, end or day), Precision.RANGE if end else Precision.DAY, "as said", time)


def test_get(review: ReviewFile) -> None:
    put(review, Person(uid="a", name="Callum"))
    assert review.get(Person, "a") == Person(uid="a", name="Callum")
    assert review.get(Person, "b") is None
    assert review.get(Review, "a") is None


def test_the_bin(review: ReviewFile) -> None:
    put(review, Person(uid="a", name="Callum"), Person(uid="b"))
    with review.change("Delete") as change:
        change.delete(Person, "a")
        change.delete(Person, "a")
    assert change.result.touched == {("people", "a")}
    assert [person.uid for person in review.snapshot().people] == ["b"]
    assert review.get(Person, "a") is None
    put(review, Person(uid="a", name="Callum"))
    assert [person.uid for person in review.snapshot().people] == ["a", "b"], "back in its old place"


def test_of_several_with_one_uid_the_last_counts(review: ReviewFile) -> None:
    put(review, Person(uid="a", name="first"), Person(uid="a", name="second"))
    assert [person.name for person in review.snapshot().people] == ["second"]


def test_the_order_of_first_storing_outlives_edits_and_saves(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    put(review, *(Person(uid=uid) for uid in "zyx"))
    put(review, Person(uid="y", name="edited"))
    with review.change("Delete") as change:
        change.delete(Person, "p1")
    review.close()
    assert [person.uid for person in opened(closed[0]).snapshot().people] == ["z", "y", "x"]


def test_events_by_day_then_hand_then_time_then_ref(review: ReviewFile) -> None:
    expected = [
        ChronologyEvent(ref="A-2", date=on(1, time=dt.time(9, 0))),
        ChronologyEvent(ref="A-9", date=on(1)),
        ChronologyEvent(ref="A-10", date=on(1)),
        ChronologyEvent(ref="A-1", date=on(1), sequence=1),
        ChronologyEvent(ref="B-1", date=on(1, end=5)),
        ChronologyEvent(ref="C-1", date=on(2)),
        ChronologyEvent(ref="D-1"),
    ]
    put(review, *reversed(expected))
    assert list(review.snapshot().events) == expected


def test_numbered_families_by_number(review: ReviewFile) -> None:
    put(
        review,
        *(Recommendation(uid=f"r{number}", number=number) for number in (10, 2, 1)),
        RecommendationPart(uid="2b", recommendation="r2", letter="b"),
        RecommendationPart(uid="10a", recommendation="r10", letter="a"),
        RecommendationPart(uid="2a", recommendation="r2", letter="a"),
        RecommendationPart(uid="lost", recommendation="gone", letter="a"),
        *(Finding(number=number) for number in (3, 1)),
        *(Agency(order=number) for number in (3, 1)),
        *(Narrative(order=number) for number in (3, 1)),
        *(Prompt(order=number) for number in (3, 1)),
        *(ProgressUpdate(text=str(month), as_at=dt.date(2021, month, 1)) for month in (5, 2)),
        ProgressUpdate(text="undated"),
    )
    snapshot = review.snapshot()
    assert [item.number for item in snapshot.recommendations] == [1, 2, 10]
    assert [item.uid for item in snapshot.parts] == ["lost", "2a", "2b", "10a"]
    assert [item.number for item in snapshot.findings] == [1, 3]
    assert [item.order for item in (*snapshot.agencies, *snapshot.narratives, *snapshot.prompts)] == [1, 3] * 3
    assert [item.text for item in snapshot.updates] == ["2", "5", "undated"]


def test_natural_order_of_refs() -> None:
    assert sorted(["CSC-10", "CSC-9", "", "ASC-100", "7", "CSC"], key=ref_text) == [
        "",
        "ASC-100",
        "CSC",
        "CSC-9",
        "CSC-10",
        "7",
    ]


def test_an_exception_takes_the_whole_change_back(review: ReviewFile) -> None:
    put(review, Person(uid="a", name="before"))
    review.save()

    def change_and_fail() -> None:
        with review.change("Edit") as change:
            change.put(Person(uid="a", name="after"))
            change.put(Person(uid="b"))
            change.put(Person(uid="c", name="\ud800"))

    with pytest.raises(UserError) as caught:
        change_and_fail()
    assert caught.value.code == "not-text"
    assert [person.name for person in review.snapshot().people] == ["before"]
    assert review.undo_label == "Add"
    assert not review.unsaved
    put(review, Person(uid="b"))


def test_drafts_survive_a_crash_and_stay_out_of_undo(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    assert review.draft("event:new") == ""
    review.save_draft("event:new", "half a sen")
    review.save_draft("event:new", "half a sentence")
    assert review.unsaved
    assert review.undo_label == "Add a person"
    review.close(save=False)
    review = opened(closed[0])
    assert review.draft("event:new") == "half a sentence"
    review.undo()
    assert review.draft("event:new") == "half a sentence"
    review.close()
    review = opened(closed[0])
    assert review.draft("event:new") == "half a sentence"
    review.save_draft("event:new", "half a sentence")
    assert not review.unsaved, "the same text is no change"
    review.save_draft("event:new", "")
    assert review.draft("event:new") == ""
    with pytest.raises(UserError):
        review.save_draft("event:new", "\ud800")


def test_many_threads_at_once(review: ReviewFile) -> None:
    """Changes from several threads, saves from another: none is lost, none interleaves."""
    errors: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for number in range(25):
                put(review, Person(uid=f"{name}{number}"), Person(uid=f"{name}{number}'"))
                assert len(review.snapshot().people) % 2 == 0
        except BaseException as error:  # noqa: BLE001
            errors.append(error)

    def save() -> None:
        try:
            for _ in range(10):
                review.save()
        except BaseException as error:  # noqa: BLE001
            errors.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"] + [threading.Thread(target=save)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(review.snapshot().people) == 150
    assert review.check() == []
    review.save()
    assert not review.unsaved


def test_work_done_while_a_save_is_written_stays_unsaved(review: ReviewFile, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.storage import container

    write, seen = container.pack, []

    def pack_while_somebody_types(*args: object) -> bytes:
        seen.append(True)
        worker = threading.Thread(target=put, args=(review, Person(uid="late")))
        worker.start()
        worker.join()
        return write(*args)  # type: ignore[arg-type]

    put(review, Person(uid="a"))
    monkeypatch.setattr(container, "pack", pack_while_somebody_types)
    review.save()
    assert seen
    assert review.unsaved
    monkeypatch.undo()
