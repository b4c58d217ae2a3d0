"""A process that types, saves, backs up, changes its passphrase and its data key is killed at random moments.

Each attempt is a fork of one warm process, so that a thousand take minutes. After each, only states from before or
after whatever was under way may be found, and nothing that was committed may be missing.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs
import pytest

from desktop_app.common.errors import UserError
from desktop_app.storage import container, refusals
from desktop_app.storage.header import open_for_reading, read_header
from desktop_app.storage.keyslots import unwrap
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, Passphrase

Open = Callable[..., ReviewFile]
_NURSERY = """
import os, pathlib, random, sys, platformdirs
home = pathlib.Path(sys.argv[2])
platformdirs.user_data_path = lambda *_, **__: home
from desktop_app.domain.people import Person
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import LOWEST, Passphrase

def live(path, log, secret, seed):
    chance = random.Random(seed)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    say = lambda *words: os.write(out, (" ".join(map(str, words)) + "\\n").encode())
    review = ReviewFile.open(pathlib.Path(path), Passphrase(secret))
    count, turn = len(review.snapshot().people), 0
    say("open")
    while True:
        with review.change("Add") as change:
            change.put(Person(uid=str(count), name="CANARYplaintextCANARY" * 20))
        count += 1
        say("kept", count)
        what = chance.random()
        if what < 0.25:
            review.save()
            say("saved", count)
        elif what < 0.45:
            turn += 1
            say("begun", f"{seed}-{turn}")
            (review.change_passphrase if what < 0.35 else review.rekey)(f"{seed}-{turn}", cost=LOWEST)
            say("done", f"{seed}-{turn}")
        elif what < 0.5:
            review.back_up()

for line in sys.stdin:
    log, secret, seed = line.split()
    child = os.fork()
    if not child:
        live(sys.argv[1], log, secret, int(seed))
    print(child, flush=True)
    os.waitpid(child, 0)
    print("gone", flush=True)
"""


@contextmanager
def nursery(path: Path, home: Path) -> Iterator[Callable[[Path, str, int, float], None]]:
    command = [sys.executable, "-c", _NURSERY, str(path), str(home)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2], text=True
    ) as keeper:
        assert keeper.stdin is not None
        assert keeper.stdout is not None
        stdin, stdout = keeper.stdin, keeper.stdout

        def live_and_die(log: Path, secret: str, seed: int, delay: float) -> None:
            stdin.write(f"{log} {secret} {seed}\n")
            stdin.flush()
            child = int(stdout.readline())
            time.sleep(delay)
            os.kill(child, 9)
            assert stdout.readline() == "gone\n"

        yield live_and_die
        stdin.close()


def said_in(log: Path) -> list[list[str]]:
    return [line.split() for line in log.read_text().splitlines()] if log.exists() else []


def open_with_either(path: Path, secrets: list[str], opened: Open) -> tuple[ReviewFile, str]:
    """The review, and which of the secrets it was: any other refusal than of a secret fails."""
    for secret in secrets[:-1]:
        try:
            return opened(path, Passphrase(secret)), secret
        except UserError as error:
            if error.code != "wrong-secret":
                raise
    return opened(path, Passphrase(secrets[-1])), secrets[-1]


def is_whole(path: Path, secrets: list[str]) -> bool:
    """Whether a file is sealed and one of these opens it; nothing is opened."""
    for secret in reversed(secrets):
        try:
            data_key = unwrap(read_header(path).header.slots, Passphrase(secret))
        except UserError as error:
            if error.code != "wrong-secret":
                raise
            continue
        with open_for_reading(path) as file:
            container.check_file(path, file, data_key)
        return True
    return False


def soak(kills: int, tmp_path: Path, work_home: Path, opened: Open, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    path, chance = tmp_path / "soak.review", random.Random(20261123)
    made, _ = ReviewFile.create(path, "first", cost=LOWEST)
    made.close()
    secret, every, counts = "first", ["first"], {"kept": 0, "saved": 0, "done": 0, "between": 0}
    with nursery(path, work_home) as live_and_die:
        for seed in range(kills):
            log = tmp_path / "log"
            log.unlink(missing_ok=True)
            live_and_die(log, secret, seed, chance.uniform(0.0, 0.35))
            said = said_in(log)
            kept = max((int(words[1]) for words in said if words[0] == "kept"), default=0)
            saved = max((int(words[1]) for words in said if words[0] == "saved"), default=0)
            candidates = [next((w[1] for w in reversed(said) if w[0] == "done"), secret)]
            if said and said[-1][0] == "begun":
                candidates.append(said[-1][1])
            every += [words[1] for words in said if words[0] == "begun"]
            for word in ("kept", "saved", "done"):
                counts[word] += sum(words[0] == word for words in said)
            counts["between"] += len(candidates) - 1
            assert not [f for f in tmp_path.rglob("*") if f.is_file() and b"CANARY" in f.read_bytes()]
            if chance.random() < 0.2:
                open_elsewhere(path, candidates, saved, tmp_path, opened, monkeypatch)
            review, secret = open_with_either(path, candidates, opened)
            assert review.set_aside is None
            assert len(review.snapshot().people) >= kept
            assert review.check() == []
            review.close(save=chance.random() < 0.5)
            previous = refusals.backup_of(path)
            assert not previous.exists() or is_whole(previous, every)
    return counts


def open_elsewhere(
    path: Path, secrets: list[str], saved: int, tmp_path: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file alone, as on another computer."""
    elsewhere = tmp_path / "elsewhere"
    with monkeypatch.context() as patch:
        patch.setattr(platformdirs, "user_data_path", lambda *_, **__: elsewhere)
        alone, _ = open_with_either(path, secrets, opened)
        assert len(alone.snapshot().people) >= saved
        assert alone.check() == []
        alone.close(save=False)
    shutil.rmtree(elsewhere)


if hasattr(os, "fork"):

    def test_killed_again_and_again(
        tmp_path: Path, work_home: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        counts = soak(30, tmp_path, work_home, opened, monkeypatch)
        assert counts["kept"]

    @pytest.mark.long
    def test_killed_a_thousand_times(
        tmp_path: Path, work_home: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        counts = soak(1000, tmp_path, work_home, opened, monkeypatch)
        print(f"\n1,000 kills: {counts}; 0 lost, 0 unopenable")
        assert counts["between"], "some were in the middle of a change of keys"
