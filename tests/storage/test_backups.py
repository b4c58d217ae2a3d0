"""A backup is opened and compared when it is made; a drill restores it and finds what went wrong with it since."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.people import Person
from desktop_app.storage import backup_files, container, migrations
from desktop_app.storage.content_sums import Sums, read_sums, sums_of, write_sums
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import Passphrase, RecoveryKey

Open = Callable[..., ReviewFile]
SECRET = Passphrase("correct horse battery")


def flip(path: Path, at: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(raw)


def test_a_backup_is_the_file_and_opens_with_the_same_secrets(
    closed: tuple[Path, str], opened: Open, tmp_path: Path
) -> None:
    path, key = closed
    review = opened(path)
    backup = review.back_up()
    assert backup.path.read_bytes() == path.read_bytes()
    assert not review.changed_since_backup
    assert [b.path for b in review.backups()] == [backup.path]
    review.close()
    for number, secret in enumerate((SECRET, RecoveryKey(key))):
        target = tmp_path / f"restored {number}.review"
        backup_files.restore(backup.path, target, secret)
        assert target.read_bytes() == path.read_bytes()
        restored = opened(target, secret)
        assert restored.snapshot().people
        restored.close()


def test_names_and_modes_tell_nobody_anything(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    review = opened(closed[0])
    backup = review.back_up()
    vault = review._vault.work.vault
    assert backup.path.parent == work_home / "backups" / vault
    assert backup.path.name == f"{vault}-{backup.made:%Y%m%dT%H%M%SZ}.review"
    if os.name == "posix":
        assert {f.stat().st_mode & 0o777 for f in backup.path.parent.iterdir()} == {0o600}
        assert backup.path.parent.stat().st_mode & 0o777 == 0o700
    assert b"Thornley" not in backup.path.read_bytes() + backup.sums.read_bytes()
    assert {f.suffix for f in (work_home / "work").iterdir()} <= {".lock", ".seen", ".db", ".db-wal", ".db-shm"}


def test_two_in_one_second_are_two(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    assert len({review.back_up().path for _ in range(3)}) == 3


def test_a_change_is_seen_once_it_is_saved(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    assert review.changed_since_backup
    review.back_up()
    with review.change("Add") as change:
        change.put(Person(uid="p2"))
    assert not review.changed_since_backup
    review.save()
    assert review.changed_since_backup


def test_a_drill_finds_a_good_backup_good(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    review = opened(closed[0])
    backup = review.back_up()
    assert review.last_drill is None
    compared, wrong = review.drill(backup)
    assert wrong == []
    assert compared > 25
    assert review.last_drill is not None
    assert not list(work_home.rglob("*.scratch"))


@pytest.mark.parametrize("harm", ["bit", "cut", "gone", "sums gone", "sums of another"])
def test_a_drill_finds_a_bad_backup_bad(closed: tuple[Path, str], opened: Open, harm: str) -> None:
    review = opened(closed[0])
    older = review.back_up()
    with review.change("Add") as change:
        change.put(Person(uid="p2"))
    review.save()
    backup = review.back_up()
    match harm:
        case "bit":
            flip(backup.path, 20_000)
        case "cut":
            backup.path.write_bytes(backup.path.read_bytes()[:-1])
        case "gone":
            backup.path.unlink()
        case "sums gone":
            backup.sums.unlink()
        case _:
            backup.sums.write_bytes(older.sums.read_bytes())
    _, wrong = review.drill(backup)
    assert wrong
    if harm == "sums of another":
        assert "people" in wrong
    assert review.last_drill is None
    actions = list(review._vault.db.conn.execute("SELECT action, detail FROM _audit ORDER BY n"))
    assert actions[-1] == ("drill", "failed")


def test_sums_made_with_another_key_are_no_sums(tmp_path: Path) -> None:
    write_sums(tmp_path / "a.sums", Sums("h", {"people": "x"}), b"k" * 32)
    assert read_sums(tmp_path / "a.sums", b"k" * 32) == Sums("h", {"people": "x"})
    assert read_sums(tmp_path / "a.sums", b"j" * 32) is None


def test_sums_see_any_change_of_any_table(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    db = review._vault.db
    review._access.history._note(77, 0)
    before = sums_of(db, b"k" * 32, "h")
    for name in ("people", "_drafts", "_steps"):
        column, value = {"people": ("name", "x"), "_drafts": ("key", "k"), "_steps": ("label", "l")}[name]
        if name == "_drafts":
            db.conn.execute("INSERT INTO _drafts(key, text) VALUES('a', 'b')")
        else:
            db.conn.execute(f"UPDATE {name} SET {column} = ?", [value])
        after = sums_of(db, b"k" * 32, "h")
        assert name in before.differing(after)
        before = after


def test_a_copy_that_does_not_compare_is_deleted(
    closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch, work_home: Path
) -> None:
    review = opened(closed[0])
    real = backup_files.look_through

    def lying(*args: object, **named: bool) -> Sums:
        sums = real(*args, **named)  # type: ignore[arg-type]
        return Sums(sums.head, {**sums.tables, "people": "0" * 64})

    monkeypatch.setattr(backup_files, "look_through", lying)
    with pytest.raises(UserError) as caught:
        review.back_up()
    assert caught.value.code == "backup-differs"
    assert not list((work_home / "backups").rglob("*.*"))


def test_a_damaged_file_is_not_backed_up(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    review = opened(closed[0])
    flip(closed[0], 20_000)
    with pytest.raises(UserError) as caught:
        review.back_up()
    assert caught.value.code == "damaged"
    assert not list((work_home / "backups").rglob("*.*"))


def test_restoring_overwrites_nothing_and_refuses_what_is_bad(
    closed: tuple[Path, str], opened: Open, tmp_path: Path
) -> None:
    review = opened(closed[0])
    backup = review.back_up().path
    before = closed[0].read_bytes()
    free = tmp_path / "free.review"

    def refused(target: Path, secret: object = SECRET) -> str:
        with pytest.raises(UserError) as caught:
            backup_files.restore(backup, target, secret)  # type: ignore[arg-type]
        return caught.value.code

    assert refused(closed[0]) == "exists"
    assert closed[0].read_bytes() == before
    assert refused(tmp_path / "no folder" / "x.review") == "not-found"
    assert refused(free, Passphrase("wrong")) == "wrong-secret"
    flip(backup, 20_000)
    assert refused(free) == "damaged"
    assert not free.exists()
    assert not list(tmp_path.glob("*.saving"))


def test_a_migration_is_preceded_by_a_backup(
    closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = closed
    before = path.read_bytes()
    review = opened(path)
    assert not review.backups()
    review.close()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, ("m9999_later", lambda db: None)))
    (backup,) = opened(path).backups()
    assert backup.path.read_bytes() == before


def test_copying_checks_the_bytes_it_copies(
    closed: tuple[Path, str], opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = opened(closed[0])
    monkeypatch.setattr(container, "check_seal", lambda *_: None)
    flip(closed[0], 20_000)
    with pytest.raises(UserError) as caught:
        container.copy_sealed(closed[0], tmp_path / "copy", review._vault.data_key)
    assert caught.value.code == "damaged"
    assert not (tmp_path / "copy").exists()
