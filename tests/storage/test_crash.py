"""Killed at any moment, nothing that was committed is lost, and the file is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.common.errors import UserError
from desktop_app.domain.people import Person
from desktop_app.storage.review_file import ReviewFile

Open = Callable[..., ReviewFile]
KILLED = -9 if os.name == "posix" else 9

_BEGINNING = """
import os, sys, pathlib, platformdirs
platformdirs.user_data_path = lambda *_, **__: pathlib.Path(sys.argv[2])
from desktop_app.domain.people import Person
from desktop_app.common import durable
from desktop_app.storage import container, opening, vault, working_copy
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import Passphrase
def die(*_, **__):
    os.kill(os.getpid(), 9) if os.name == "posix" else os._exit(9)
review = ReviewFile.open(pathlib.Path(sys.argv[1]), Passphrase("correct horse battery"))
with review.change("Add another") as change:
    change.put(Person(uid="p2", name="typed just before"))
"""


def run(path: Path, home: Path, script: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", _BEGINNING + script, str(path), str(home)]
    root = Path(__file__).parents[2]
    return subprocess.run(command, capture_output=True, cwd=root, timeout=120, check=False)


def test_killed_between_commit_and_save(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    before = closed[0].read_bytes()
    assert run(closed[0], work_home, "die()").returncode == KILLED
    assert closed[0].read_bytes() == before
    review = opened(closed[0])
    assert review.recovered
    assert review.unsaved
    assert [person.uid for person in review.snapshot().people] == ["p1", "p2"]
    assert review.undo_label == "Add another"
    assert review.check() == []
    review.close()
    again = opened(closed[0])
    assert not again.recovered
    assert len(again.snapshot().people) == 2


@pytest.mark.parametrize(
    "where",
    [
        "vault.hold_still = die",
        "container.pack = die",
        "durable._keep_previous = die",
        "durable._replace = die",
        "durable.sync_folder = die",
        "vault.write_state = lambda db, **values: die() if 'base_head' in values else None",
    ],
)
def test_killed_in_the_middle_of_a_save(closed: tuple[Path, str], opened: Open, work_home: Path, where: str) -> None:
    assert run(closed[0], work_home, where + "\nreview.save()").returncode == KILLED
    review = opened(closed[0])
    assert review.set_aside is None
    assert [person.uid for person in review.snapshot().people] == ["p1", "p2"]
    assert review.check() == []
    review.close()
    assert {file.suffix for file in (work_home / "work").iterdir()} == {".lock", ".seen"}
    assert sorted(file.name for file in closed[0].parent.glob("Rowan*")) == ["Rowan.review", "Rowan.review.bak"]


def test_killed_after_typing_while_a_save_was_written(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    """The file is newer than what the working copy was opened from, and still the working copy builds on it."""
    script = """
write = container.pack
def pack(*args):
    with review.change("Add a third") as change:
        change.put(Person(uid="p3"))
    return write(*args)
container.pack = pack
durable.sync_folder = die
review.save()
"""
    assert run(closed[0], work_home, script).returncode == KILLED
    review = opened(closed[0])
    assert review.set_aside is None
    assert review.recovered
    assert [person.uid for person in review.snapshot().people] == ["p1", "p2", "p3"]


def test_killed_at_the_end_of_a_save_and_at_the_beginning_of_the_next(
    closed: tuple[Path, str], opened: Open, work_home: Path
) -> None:
    """The working copy knows the file by the save that was cut off; the next save must not make it forget that."""
    assert run(closed[0], work_home, "durable.sync_folder = die\nreview.save()").returncode == KILLED
    script = """
with review.change("Add a third") as change:
    change.put(Person(uid="p3"))
vault.hold_still = die
review.save()
"""
    assert run(closed[0], work_home, script).returncode == KILLED
    review = opened(closed[0])
    assert review.set_aside is None
    assert [person.uid for person in review.snapshot().people] == ["p1", "p2", "p3"]


def test_killed_after_a_save_there_is_nothing_to_recover(
    closed: tuple[Path, str], opened: Open, work_home: Path
) -> None:
    assert run(closed[0], work_home, "review.save()\ndie()").returncode == KILLED
    review = opened(closed[0])
    assert not review.recovered
    assert len(review.snapshot().people) == 2


@pytest.mark.parametrize("where", ["container._check_seal = die", "opening.migrate = die", "opening.write_state = die"])
def test_killed_while_opening(closed: tuple[Path, str], opened: Open, work_home: Path, where: str) -> None:
    script = f"review.close()\n{where}\nReviewFile.open(review.path, Passphrase('correct horse battery'))"
    assert run(closed[0], work_home, script).returncode == KILLED
    review = opened(closed[0])
    assert not review.recovered
    assert review.set_aside is None
    assert len(review.snapshot().people) == 2


def test_another_process_has_it_open(closed: tuple[Path, str], opened: Open, work_home: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _BEGINNING + "print('open', flush=True); sys.stdin.read(); review.close()"]
    other = subprocess.Popen(
        [*command, str(closed[0]), str(work_home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        with pytest.raises(UserError) as caught:
            opened(closed[0])
        assert caught.value.code == "in-use"
        assert other.stdin is not None
        other.stdin.close()
        assert other.wait(60) == 0
    assert len(opened(closed[0]).snapshot().people) == 2


def test_unsaved_work_waits_for_the_next_opening(closed: tuple[Path, str], opened: Open) -> None:
    review = opened(closed[0])
    with review.change("Add") as change:
        change.put(Person(uid="p2"))
    review.close(save=False)
    assert opened(closed[0]).recovered
