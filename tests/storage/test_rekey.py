"""A new data key: the old secrets open nothing that is there, and a crash leaves the file before or after."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common import durable
from desktop_app.common.errors import UserError
from desktop_app.domain.people import Person
from desktop_app.storage import rebuild
from desktop_app.storage.examining import examine
from desktop_app.storage.header import read_header
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, Passphrase, RecoveryKey

Open = Callable[..., ReviewFile]
NEW = Passphrase("a passphrase nobody saw")


def rekeyed(review: ReviewFile) -> str:
    return review.rekey(NEW.text, cost=LOWEST)


def refused(opened: Open, path: Path, secret: object) -> None:
    with pytest.raises(UserError) as caught:
        opened(path, secret)
    assert caught.value.code == "wrong-secret"


def test_old_secrets_open_neither_the_file_nor_the_one_before(closed: tuple[Path, str], opened: Open) -> None:
    path, old_key = closed
    old = read_header(path).header
    review = opened(path)
    review.save()
    new_key = rekeyed(review)
    review.close()
    bak = path.with_name(path.name + ".bak")
    now = read_header(path).header
    assert now.salt != old.salt
    assert now.vault == old.vault
    for there in (path, bak):
        refused(opened, there, Passphrase("correct horse battery"))
        refused(opened, there, RecoveryKey(old_key))
    for secret in (NEW, RecoveryKey(new_key)):
        again = opened(path, secret)
        assert [person.uid for person in again.snapshot().people] == ["p1"]
        assert again.check() == []
        assert not again.recovered
        again.close()
    spare = opened(bak, NEW)
    assert spare.snapshot().people


def test_the_old_data_key_opens_nothing(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    """Also whoever kept the data key itself, not only a passphrase."""
    review = opened(closed[0])
    former = review._vault.data_key
    rekeyed(review)
    assert review._vault.data_key != former
    assert not read_header(closed[0]).authentic(former)
    assert examine(review._vault.work, former, review._vault.header.salt) is None
    assert {file.suffix for file in (work_home / "work").iterdir()} <= {".lock", ".seen", ".db", ".db-wal", ".db-shm"}


def test_work_goes_on_and_can_be_undone(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    with review.change("Before") as change:
        change.put(Person(uid="p2"))
    rekeyed(review)
    with review.change("After") as change:
        change.put(Person(uid="p3"))
    for _ in range(2):
        assert review.undo() is not None
    assert [person.uid for person in review.snapshot().people] == ["p1"]
    review.redo()
    review.close()
    assert len(opened(closed[0], NEW).snapshot().people) == 2


def test_the_ledger_says_so_and_older_prints_still_hold(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    printed = review.anchor()
    for _ in range(2):
        rekeyed(review)
        review.log("export", "briefing.public")
    assert review.check(printed) == []
    actions = [row[0] for row in review._vault.db.conn.execute("SELECT action FROM _audit ORDER BY n")]
    assert actions[-4:] == ["rekey", "export", "rekey", "export"]
    review._vault.db.conn.execute("UPDATE _audit SET detail = 'x' WHERE n = 1")
    assert [(p.code, p.where) for p in review.check()] == [("audit", "entry 1")]


@pytest.mark.parametrize("step", ["write", "ready", "replace"])
def test_a_failing_disk_leaves_everything_as_it_was(
    closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path, key = closed
    review = opened(path)
    with review.change("Unsaved") as change:
        change.put(Person(uid="p2"))
    full = OSError(errno.ENOSPC, "full")

    def fails(*_: object, **__: object) -> None:
        raise full

    with monkeypatch.context() as patch:
        if step == "write":
            patch.setattr(rebuild, "_altered", fails)
        elif step == "ready":
            patch.setattr(rebuild.os, "replace", fails)
        else:
            real, turns = os.replace, iter(range(100))
            # Two replaces belong to the save before: the previous version's and the file's.
            patch.setattr(durable, "_replace", lambda a, b: real(a, b) if next(turns) < 2 else fails())
        with pytest.raises(UserError) as caught:
            rekeyed(review)
    assert caught.value.code == "disk-full"
    assert len(review.snapshot().people) == 2
    with review.change("Goes on") as change:
        change.put(Person(uid="p3"))
    review.close()
    again = opened(path, RecoveryKey(key))
    assert len(again.snapshot().people) == 3
    assert again.check() == []


def test_a_folder_that_cannot_be_flushed_is_no_reason_to_lose_the_new_key(
    closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = opened(closed[0])
    turns = iter(range(100))

    def flush(folder: Path) -> None:
        if next(turns) == 1:  # 0: the save before
            raise OSError(errno.EIO, "no")

    with monkeypatch.context() as patch:
        patch.setattr(durable, "sync_folder", flush)
        key = rekeyed(review)
    review.close()
    assert opened(closed[0], RecoveryKey(key)).check() == []


def test_a_previous_version_that_could_not_be_replaced_is_replaced_at_the_next_opening(
    closed: tuple[Path, str], opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = closed
    review = opened(path)
    bak = path.with_name(path.name + ".bak")

    def fails(_: Path) -> None:
        raise OSError(errno.EACCES, "no")

    with monkeypatch.context() as patch:
        patch.setattr(rebuild, "replace_previous", fails)
        rekeyed(review)
    assert bak.read_bytes() != path.read_bytes()
    review.close()
    opened(path, NEW)
    assert bak.read_bytes() == path.read_bytes()


_SCRIPT = """
import pathlib, sys, platformdirs
platformdirs.user_data_path = lambda *_, **__: pathlib.Path(sys.argv[2])
from desktop_app.domain.people import Person
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, Passphrase
path, turn = pathlib.Path(sys.argv[1]), int(sys.argv[3])
review = ReviewFile.open(path, Passphrase(f"passphrase {turn}"))
with review.change("Add") as change:
    change.put(Person(uid=str(len(review.snapshot().people))))
print("kept", flush=True)
review.rekey(f"passphrase {turn + 1}", cost=LOWEST)
print("rekeyed", flush=True)
sys.stdin.read()
"""


def kill_while_rekeying(kills: int, tmp_path: Path, work_home: Path, opened: Open) -> tuple[int, int]:
    """How often the file was found before and after; everything else fails the test."""
    path = tmp_path / "k.review"
    made, _ = ReviewFile.create(path, "passphrase 0", cost=LOWEST)
    made.close()
    chance, turn, found, longest = random.Random(3), 0, [0, 0], 0.25
    for kill in range(kills):
        command = [sys.executable, "-c", _SCRIPT, str(path), str(work_home), str(turn)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, cwd=Path(__file__).parents[2], text=True
        ) as worker:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "kept\n"
            time.sleep(chance.uniform(0, longest))
            worker.send_signal(signal.SIGKILL)
            said = worker.stdout.read()
        try:
            review = opened(path, Passphrase(f"passphrase {turn}"))
            found[0] += 1
            assert "rekeyed" not in said
        except UserError as error:
            if error.code != "wrong-secret":
                raise
            turn += 1
            found[1] += 1
            review = opened(path, Passphrase(f"passphrase {turn}"))
        assert len(review.snapshot().people) == kill + 1
        assert review.set_aside is None
        assert review.check() == []
        review.close()
        left = {file.suffix for file in (work_home / "work").iterdir()}
        assert left <= {".lock", ".seen"}, left
    return found[0], found[1]


def test_killed_while_rekeying(tmp_path: Path, work_home: Path, opened: Open) -> None:
    assert sum(kill_while_rekeying(6, tmp_path, work_home, opened)) == 6


@pytest.mark.long
def test_killed_while_rekeying_again_and_again(tmp_path: Path, work_home: Path, opened: Open) -> None:
    before, after = kill_while_rekeying(200, tmp_path, work_home, opened)
    print(f"\nkilled while rekeying: {before} before, {after} after, 0 between")
    assert before
    assert after
