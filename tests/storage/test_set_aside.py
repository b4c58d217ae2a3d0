"""When the file and the working copy, or the file and this session, do not belong together, both are kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.people import Person
from desktop_app.storage import side_file
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, Passphrase, RecoveryKey

Open = Callable[..., ReviewFile]


def add(review: ReviewFile, uid: str) -> None:
    with review.change("Add") as change:
        change.put(Person(uid=uid))


def uids(review: ReviewFile) -> list[str]:
    return [person.uid for person in review.snapshot().people]


def work_file(home: Path, suffix: str = ".db") -> Path:
    (found,) = (home / "work").glob(f"*{suffix}")
    return found


def test_a_file_newer_than_the_working_copy(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    """The stick was used on another computer meanwhile."""
    path, key = closed
    here = opened(path)
    add(here, "here")
    here.close(save=False)
    working_copy = work_file(work_home)
    hidden = working_copy.rename(working_copy.with_suffix(".hidden"))
    there = opened(path)
    add(there, "there")
    there.close()
    hidden.rename(working_copy)

    review = opened(path)
    assert uids(review) == ["p1", "there"]
    assert not review.recovered
    assert review.set_aside is not None
    assert review.set_aside.parent == path.parent
    assert "unsaved work" in review.set_aside.name
    assert review.check() == []
    aside = opened(review.set_aside, RecoveryKey(key))
    assert uids(aside) == ["p1", "here"]
    assert aside.check() == []
    assert aside.undo_label == "Add"
    review.close()
    aside.close()
    assert opened(path).set_aside is None, "it is said once"


def test_an_older_file_put_back(closed: tuple[Path, str], opened: Open, tmp_path: Path) -> None:
    path, _ = closed
    older = tmp_path / "older"
    shutil.copy(path, older)
    review = opened(path)
    add(review, "p2")
    review.save()
    add(review, "p3")
    review.close(save=False)
    shutil.copy(older, path)
    review = opened(path)
    assert uids(review) == ["p1"]
    assert review.set_aside is not None
    assert uids(opened(review.set_aside)) == ["p1", "p2", "p3"]


def test_the_side_file_goes_to_the_work_folder_when_nothing_can_be_written_beside(
    closed: tuple[Path, str], opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work_home: Path
) -> None:
    path, _ = closed
    older = tmp_path / "older"
    shutil.copy(path, older)
    review = opened(path)
    add(review, "p2")
    review.save()
    review.log("x", "y")
    review.close(save=False)
    shutil.copy(older, path)
    monkeypatch.setattr(side_file, "side_name", lambda *_: tmp_path / "no such folder" / "x.review")
    review = opened(path)
    assert review.set_aside is not None
    assert review.set_aside.parent == work_home / "work"
    assert uids(opened(review.set_aside)) == ["p1", "p2"]


def test_an_empty_working_copy_is_nothing(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    work_file(work_home, ".lock").with_suffix(".db").touch()
    review = opened(closed[0])
    assert uids(review) == ["p1"]
    assert review.set_aside is None
    assert not review.recovered


def test_a_working_copy_that_cannot_be_read(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    path, _ = closed
    junk = b"not a database at all" * 1000
    lock = work_file(work_home, ".lock")
    lock.with_suffix(".db").write_bytes(junk)
    review = opened(path)
    assert uids(review) == ["p1"]
    assert not review.recovered
    assert review.set_aside is not None
    assert review.set_aside.read_bytes() == junk


def test_a_log_without_its_database_is_not_applied(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    path, _ = closed
    review = opened(path)
    add(review, "p2")
    stale = work_file(work_home, ".db-wal").read_bytes()
    review.undo()
    review.close()
    lock = work_file(work_home, ".lock")
    lock.with_suffix(".db-wal").write_bytes(stale)
    assert uids(opened(path)) == ["p1"]


def test_a_damaged_file_with_a_sound_working_copy_is_healed(closed: tuple[Path, str], opened: Open) -> None:
    path, _ = closed
    review = opened(path)
    add(review, "p2")
    review.close(save=False)
    whole = bytearray(path.read_bytes())
    whole[20_000] ^= 1
    path.write_bytes(whole)
    review = opened(path)
    assert review.recovered
    assert uids(review) == ["p1", "p2"]
    assert [problem.code for problem in review.check()] == ["damaged"]
    review.close()
    assert opened(path).check() == []


def test_a_damaged_file_is_healed_even_when_nothing_was_unsaved(
    closed: tuple[Path, str], opened: Open, work_home: Path
) -> None:
    path, _ = closed
    review = opened(path)
    kept = work_file(work_home)
    review.save()
    review._vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = kept.read_bytes()
    review.close()
    kept.write_bytes(copy)
    whole = bytearray(path.read_bytes())
    whole[20_000] ^= 1
    path.write_bytes(whole)
    review = opened(path)
    assert review.unsaved
    review.close()
    assert opened(path).check() == []


def test_a_damaged_file_and_a_working_copy_of_another_version_stay_as_they_are(
    closed: tuple[Path, str], opened: Open, tmp_path: Path, work_home: Path
) -> None:
    path, _ = closed
    older = path.read_bytes()
    review = opened(path)
    add(review, "p2")
    review.save()
    review.log("x", "y")
    review.close(save=False)
    path.write_bytes(older[:-1])
    with pytest.raises(UserError) as caught:
        opened(path)
    assert caught.value.code == "damaged"
    assert work_file(work_home).is_file()
    path.write_bytes(older)
    assert opened(path).set_aside is not None


def test_a_file_replaced_by_somebody_else_meanwhile_is_kept(
    closed: tuple[Path, str], opened: Open, tmp_path: Path
) -> None:
    """A synced folder brought another machine's version while this one was at work."""
    path, _ = closed
    other = tmp_path / "other"
    review = opened(path)
    add(review, "theirs")
    review.save()
    shutil.copy(path, other)
    review.undo()
    add(review, "ours")
    review.save()
    shutil.copy(other, path)
    assert [problem.code for problem in review.check()] == ["changed-elsewhere"]
    review.log("x", "y")
    review.save()
    assert review.set_aside is not None
    assert review.set_aside.read_bytes() == other.read_bytes()
    assert review.check() == []
    review.close()
    assert uids(opened(path)) == ["p1", "ours"]


def test_changing_the_passphrase_of_a_file_replaced_meanwhile_damages_nothing(
    closed: tuple[Path, str], opened: Open
) -> None:
    path, _ = closed
    review = opened(path)
    older = path.read_bytes()
    add(review, "p2")
    review.save()
    path.write_bytes(older)
    review.change_passphrase("new", cost=LOWEST)
    assert review.set_aside is not None
    assert review.set_aside.read_bytes() == older
    review.close()
    assert uids(opened(path, Passphrase("new"))) == ["p1", "p2"]


def test_side_files_never_take_a_name_in_use(path: Path) -> None:
    names = set()
    for _ in range(3):
        name = side_file.side_name(path, "unsaved work")
        assert name not in names
        assert not name.exists()
        assert name.suffix == ".review"
        name.touch()
        names.add(name)
