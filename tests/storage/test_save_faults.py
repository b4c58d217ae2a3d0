"""Saving is interrupted at every step in turn: the old file stays as it was, and saving again succeeds."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.common import durable
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.people import Person
from desktop_app.storage.driver import Error
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST

Open = Callable[..., ReviewFile]
FULL, DENIED = OSError(errno.ENOSPC, "full"), PermissionError(errno.EACCES, "denied")


class FailingOs:
    """The `os` module, whose `name` raises `error` the `nth` time it is called."""

    def __init__(self, name: str, nth: int, error: OSError) -> None:
        self._name, self._left, self._error = name, nth, error

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name != self._name:
            return real

        def call(*args: Any, **kwargs: Any) -> Any:
            self._left -= 1
            if self._left == 0:
                raise self._error
            return real(*args, **kwargs)

        return call


def failing_save(review: ReviewFile) -> UserError:
    with pytest.raises(UserError) as caught:
        review.save()
    assert caught.value.safe
    return caught.value


@pytest.mark.parametrize(("error", "code"), [(FULL, "disk-full"), (DENIED, "no-permission")])
@pytest.mark.parametrize(
    ("step", "nth"),
    [("open", 1), ("fdopen", 1), ("fsync", 1), ("chmod", 1), ("replace", 1), ("replace", 2)],
)
def test_the_old_file_stays_byte_for_byte(
    closed: tuple[Path, str],
    opened: Open,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    nth: int,
    error: OSError,
    code: str,
) -> None:
    path, _ = closed
    review = opened(path)
    with review.change("Add") as change:
        change.put(Person(uid="p2"))
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(durable, "os", FailingOs(step, nth, error))
        refusal = failing_save(review)
    assert (refusal.code, refusal.exit_code) == (code, Exit.OUTSIDE)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.saving"))
    assert review.unsaved
    review.save()
    assert not review.unsaved
    review.close()
    assert len(opened(path).snapshot().people) == 2


def test_a_review_that_cannot_be_made_leaves_nothing(
    path: Path, work_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "_place_new", FailingOs("link", 1, FULL).link)
    with pytest.raises(UserError) as caught:
        ReviewFile.create(path, "x", cost=LOWEST)
    assert caught.value.code == "disk-full"
    assert not path.exists()
    assert {file.suffix for file in (work_home / "work").iterdir()} == {".lock"}


def test_the_last_step_failing_leaves_the_new_file_whole(
    closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = closed
    review = opened(path)
    with review.change("Add") as change:
        change.put(Person(uid="p2"))
    with monkeypatch.context() as patch:
        patch.setattr(durable, "sync_folder", FailingOs("fsync", 1, FULL).fsync)
        failing_save(review)
    review.close()
    assert review.set_aside is None
    assert not list(path.parent.glob("*changed elsewhere*"))
    again = opened(path)
    assert len(again.snapshot().people) == 2
    assert again.check() == []
    assert again.set_aside is None


def test_without_second_names_the_previous_version_is_copied(
    closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = closed
    review = opened(path)
    before = path.read_bytes()
    monkeypatch.setattr(durable, "os", FailingOs("link", 1, OSError(errno.EPERM, "no links here")))
    review.save()
    assert path.with_name(path.name + ".bak").read_bytes() == before
    assert path.read_bytes() != before


def test_without_second_names_making_a_review_still_replaces_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "os", FailingOs("link", 1, OSError(errno.EPERM, "no links here")))
    made, _ = ReviewFile.create(path, "x", cost=LOWEST)
    made.close()
    assert path.is_file()
    with pytest.raises(FileExistsError):
        durable.write_durably(path, lambda file: None, new=True)
    monkeypatch.setattr(durable, "os", FailingOs("link", 1, OSError(errno.EPERM, "no links here")))
    with pytest.raises(FileExistsError):
        durable.write_durably(path, lambda file: None, new=True)


def test_a_file_that_was_deleted_is_written_again(closed: tuple[Path, str], opened: Open) -> None:
    path, _ = closed
    review = opened(path)
    review.log("x", "y")
    path.unlink()
    review.save()
    assert path.is_file()


def test_a_stick_that_was_pulled_out(tmp_path: Path, opened: Open) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made, _ = ReviewFile.create(stick / "x.review", "correct horse battery", cost=LOWEST)
    with made.change("Add") as change:
        change.put(Person(uid="p2"))
    away = stick.rename(tmp_path / "pocket")
    assert failing_save(made).code == "not-found"
    with pytest.raises(UserError):
        made.close()
    assert made.snapshot().people, "it stays open"
    made.close(save=False)
    away.rename(stick)
    again = opened(stick / "x.review")
    assert again.recovered
    assert again.snapshot().people


@pytest.mark.parametrize(
    ("sqlite_code", "code"),
    [(13, "disk-full"), (8, "no-permission"), (10 | 3 << 8, "disk-trouble"), (11, "damaged"), (5, "in-use")],
)
def test_what_the_database_says_is_put_in_words(review: ReviewFile, sqlite_code: int, code: str) -> None:
    error = Error("said by SQLite")
    error.sqlite_errorcode = sqlite_code  # type: ignore[attr-defined]

    def change_and_fail() -> None:
        with review.change("Add") as change:
            change.put(Person(uid="a"))
            raise error

    with pytest.raises(UserError) as caught:
        change_and_fail()
    assert caught.value.code == code
    assert review.snapshot().people == ()


def test_a_disk_that_fills_while_saving(
    closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database itself is given fewer pages than the change needs."""
    review = opened(closed[0])
    db = review._vault.db
    pages = db.conn.execute("PRAGMA page_count").fetchone()[0]
    db.conn.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(UserError) as caught, review.change("Add") as change:
        change.put(Person(uid="p2", name="x" * 100_000))
    assert caught.value.code == "disk-full"
    assert [person.uid for person in review.snapshot().people] == ["p1"]
    db.conn.execute("PRAGMA max_page_count = 1000000")
    with review.change("Add") as change:
        change.put(Person(uid="p2", name="x" * 100_000))
    assert len(review.snapshot().people) == 2
