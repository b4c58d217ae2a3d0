"""A process that types and saves without end is killed again and again at random moments."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import RecoveryKey

KILLS = 40
_SCRIPT = """
import itertools, pathlib, sys, platformdirs
platformdirs.user_data_path = lambda *_, **__: pathlib.Path(sys.argv[2])
from desktop_app.domain.people import Person
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import RecoveryKey
review = ReviewFile.open(pathlib.Path(sys.argv[1]), RecoveryKey(sys.argv[3]))
count = len(review.snapshot().people)
for turn in itertools.count():
    with review.change("Add") as change:
        change.put(Person(uid=str(count), name="CANARYplaintextCANARY" * 20))
    count += 1
    print("kept", count, flush=True)
    if turn % 3 == 0:
        review.save()
        print("saved", count, flush=True)
"""


@pytest.mark.long
def test_kill_after_kill_nothing_committed_is_lost(
    closed: tuple[Path, str],
    opened: Callable[..., ReviewFile],
    work_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, key = closed
    chance = random.Random(20201123)
    for _ in range(KILLS):
        command = [sys.executable, "-c", _SCRIPT, str(path), str(work_home), key]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2], text=True) as typist:
            assert typist.stdout is not None
            lines = [typist.stdout.readline() for _ in range(chance.randrange(2, 30))]
            typist.kill()
            lines += typist.stdout.readlines()
        said = [line.split() for line in lines if line.endswith("\n")]
        kept = max(int(number) for word, number in said if word == "kept")
        saved = max((int(number) for word, number in said if word == "saved"), default=0)
        assert not [f for f in tmp_path.rglob("*") if f.is_file() and b"CANARY" in f.read_bytes()]

        elsewhere = tmp_path / "elsewhere"
        with monkeypatch.context() as patch:  # the file alone, as on another computer
            patch.setattr(platformdirs, "user_data_path", lambda *_, folder=elsewhere, **__: folder)
            alone = opened(path, RecoveryKey(key))
            assert len(alone.snapshot().people) >= saved
            assert alone.check() == []
            alone.close(save=False)
        shutil.rmtree(elsewhere)

        review = opened(path, RecoveryKey(key))
        assert review.set_aside is None
        assert len(review.snapshot().people) >= kept
        assert review.check() == []
        review.close(save=chance.random() < 0.5)
