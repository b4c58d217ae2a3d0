"""A program killed while it brings a room back: the review holds everything the room said, or nothing of it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.domain.room import EntryKind
from desktop_app.domain.workshop import Prompt, Reflection, Workshop
from desktop_app.services.rooms.making import make_room_pack
from desktop_app.services.session import Passphrase, create_review, open_session
from desktop_app.storage.packs.capture import Room
from desktop_app.storage.secrets import LOWEST

ROOT = Path(__file__).resolve().parents[2]
SECRET = "otter velvet cumulus brig"
ROOM = "lamp orchard ferry"
NOTES = 60
OLD = "old wording that the room corrects"


def prepared(folder: Path) -> tuple[Path, Path]:
    """A review, and a pack with new notes, a correction of what is held, and something taken back."""
    review, pack = folder / "r.review", folder / "r.pack"
    session, _ = create_review(review, SECRET)
    workshop = Workshop(support_person="somebody", aftercare="a call", title="event")
    session.put("", workshop, Prompt(uid="p" * 32, text="What helped?"))
    assert make_room_pack(session, workshop, pack, ROOM, LOWEST).written
    room = Room(pack, ROOM)
    for number in range(NOTES):
        room.add(EntryKind.REFLECTION, text=f"note {number}", prompt="p" * 32)
    room.withdraw(room.add(EntryKind.REFLECTION, text=OLD, prompt="p" * 32).uid)
    room.close()
    session.close()
    return review, pack


def said(review: Path) -> set[str]:
    session = open_session(review, Passphrase(SECRET))
    try:
        assert session.file.check() == []
        return {record.text for record in session.snapshot.reflections if isinstance(record, Reflection)}
    finally:
        session.close()


def kill_often(folder: Path, times: int, seed: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """How often all was there, and how often nothing."""
    review, pack = prepared(folder)
    original = review.read_bytes()
    whole = {f"note {number}" for number in range(NOTES)}
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    command = [sys.executable, "-m", "desktop_app", "merge", str(review), str(pack)]
    command += ["--passphrase-file", str(folder / "secret.txt")]

    def at_home(number: int) -> dict[str, str]:
        """Working copies are kept by computer: each attack has one of its own."""
        for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
            monkeypatch.setenv(name, str(folder / f"home{number}" / name.lower()))
        return os.environ | {"PYTHONPATH": f"{ROOT}/tests/cheap_keys{os.pathsep}{ROOT}"}

    dice = random.Random(seed)
    begun = time.monotonic()
    subprocess.run(command, env=at_home(0), check=True, capture_output=True)
    takes = time.monotonic() - begun
    assert said(review) == whole
    found = [0, 0]
    for number in range(1, times + 1):
        review.write_bytes(original)
        process = subprocess.Popen(command, env=at_home(number), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(takes * dice.uniform(0.3, 1.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
        held = said(review)
        assert held in (set(), whole)
        found[0 if held else 1] += 1
    return found[0], found[1]


def test_killed_while_merging_there_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kill_often(tmp_path, 3, 1, monkeypatch)


@pytest.mark.long
def test_killed_two_hundred_times_there_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every, none = kill_often(tmp_path, 200, 2, monkeypatch)
    assert every + none == 200
    assert every > 5
    assert none > 5
