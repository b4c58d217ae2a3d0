"""Undo and redo, where the state machine of test_any_session.py does not look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.people import Person
from desktop_app.storage import history
from desktop_app.storage.header import SIZE
from desktop_app.storage.review_file import ReviewFile

Open = Callable[..., ReviewFile]
Pages = Callable[[bytes, bytes, bytes], bytes]


def test_undo_is_refused_when_the_row_changed_since(review: ReviewFile) -> None:
    with review.change("Add") as change:
        change.put(Person(uid="a", name="first"))
    with review.change("Edit") as change:
        change.put(Person(uid="a", name="second"))
    with review._access.transaction():  # as a workshop pack will: a step that is not the newest one's
        review._access.history._note(77, 0)
        review._vault.db.execute("UPDATE people SET rev = 'other', name = 'third' WHERE uid = 'a'")
    with pytest.raises(UserError) as caught:
        review.undo()
    assert caught.value.code == "changed-since"
    assert review.snapshot().people[0].name == "third"
    assert review.undo_label == "Edit"


def test_one_step_of_many_rows_is_taken_back_whole(review: ReviewFile) -> None:
    with review.change("Import") as change:
        change.put_all(ChronologyEvent(event=str(number)) for number in range(1201))
    assert len(change.result.touched) == 1201
    assert change.result.families == {"events"}
    undone = review.undo()
    assert undone is not None
    assert undone.touched == change.result.touched
    assert review.snapshot().events == ()
    review.redo()
    assert [event.event for event in review.snapshot().events] == [str(number) for number in range(1201)]


def test_a_change_that_changes_nothing_is_no_step(review: ReviewFile) -> None:
    with review.change("Add") as change:
        change.put(Person(uid="a"))
    anchor = review.anchor()
    review.save()
    with review.change("Same") as change:
        change.put(Person(uid="a"))
        change.delete(Person, "nobody")
    assert change.result.touched == frozenset()
    assert review.undo_label == "Add"
    assert review.anchor() == anchor
    assert not review.unsaved


def test_old_steps_are_forgotten(review: ReviewFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "KEPT", 3)
    monkeypatch.setattr(history, "FORGETTING", 1)
    for number in range(6):
        with review.change(str(number)) as change:
            change.put(Person(uid="a", name=str(number)))
    labels = []
    while step := review.undo():
        labels.append(step.label)
    assert labels == ["5", "4", "3"]
    assert review.snapshot().people[0].name == "2"


def test_a_write_outside_a_step_fails(review: ReviewFile) -> None:
    with pytest.raises(Exception, match="user-defined function"):
        review._vault.db.execute("INSERT INTO people(uid, rev, device) VALUES('a', 'r', 'd')")


def test_a_change_inside_a_change_is_a_mistake_of_ours(review: ReviewFile) -> None:
    with review.change("outer") as outer:
        with pytest.raises(RuntimeError), review.change("inner"):
            pass
        with pytest.raises(RuntimeError):
            review.save()
        outer.put(Person(uid="a"))
    assert review.snapshot().people
    with pytest.raises(RuntimeError):
        outer.put(Person(uid="b"))


def test_undo_reaches_past_a_close(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    assert review.undo_label == "Add a person"
    review.undo()
    review.close()
    review = opened(closed[0])
    assert review.snapshot().people == ()
    assert review.redo_label == "Add a person"


def test_after_a_lock_nothing_can_be_undone_and_nothing_is_lost(
    closed: tuple[Path, str], opened: Open, plain_pages: Pages
) -> None:
    """Earlier texts and the days of the bin stay; what was undone is gone, words and all."""
    review = opened(closed[0])
    with review.change("Edit") as change:
        change.put(Person(uid="p1", name="Callum Thornley", harm_note="He hides."))
    with review.change("Edit") as change:
        change.put(Person(uid="p1", name="Callum Thornley"))
        change.put(Person(uid="p2"))
    with review.change("Delete") as change:
        change.delete(Person, "p2")
    with review.change("Said in haste") as change:
        change.put(Person(uid="p1", name="Callum Thornley", harm_note="Quillfeather " * 400))
    review.undo()
    review.save()

    def pages() -> bytes:
        return plain_pages(closed[0].read_bytes()[SIZE:], review._vault.data_key, review._vault.header.salt)

    assert b"Quillfeather" in pages()
    review.forget_undo()
    assert unsaved(review), "or the file would still hold them"
    review.save()
    assert b"Quillfeather" not in pages()
    review.close()
    review = opened(closed[0])
    assert (review.undo_label, review.redo_label) == (None, None)
    assert (review.undo(), review.redo()) == (None, None)
    assert [version.text for version in review.versions_of("p1", "harm_note")] == ["He hides."]
    assert [(record.uid, at is not None) for record, at in review.in_bin()] == [("p2", True)]
    review.forget_undo()
    assert not unsaved(review), "there was nothing to forget"
    with review.change("Add") as change:
        change.put(Person(uid="p3"))
    assert review.undo_label == "Add"
    review.undo()
    assert (review.undo_label, review.redo_label) == (None, "Add")
    review.redo()
    assert [person.uid for person in review.snapshot().people] == ["p1", "p3"]
    assert review.check() == []


def test_a_crash_forgets_nothing(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    with review.change("Edit") as change:
        change.put(Person(uid="p1", name="Cal"))
    review.close(save=False)
    assert opened(closed[0]).undo_label == "Edit"


def unsaved(review: ReviewFile) -> bool:
    """As a call: mypy takes an attribute for what it was."""
    return review.unsaved
