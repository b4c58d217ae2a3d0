"""A room's speed: a note is durable before another key can follow; a county's packs come back in a breath."""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path

import pytest

from desktop_app.domain.room import EntryKind, RoomBrief, RoomPrompt
from desktop_app.domain.workshop import Prompt, Workshop
from desktop_app.services.rooms.live import LiveRoom
from desktop_app.services.rooms.making import make_room_pack
from desktop_app.services.rooms.returning import read_packs, take_in
from desktop_app.services.session import create_review
from desktop_app.storage.packs.capture import Room
from desktop_app.storage.packs.making import make_pack
from desktop_app.storage.packs.sealing import new_review_secret
from desktop_app.storage.secrets import LOWEST

pytestmark = pytest.mark.bench
PROMPT = "p" * 32
ROOM = "lamp orchard ferry"
PACKS, EACH = 8, 1_000


def test_enter_until_durable(tmp_path: Path) -> None:
    """Names looked for, signed, sealed, written, flushed to the disk; the peer is one bare write and flush."""
    path = tmp_path / "r.pack"
    make_pack(path, RoomBrief("Learning event", (RoomPrompt(PROMPT, "?"),)), ROOM, new_review_secret(), "w", LOWEST)
    room = LiveRoom(path, ROOM)
    room.marks("warm up")
    took, bare = [], []
    descriptor = os.open(tmp_path / "bare", os.O_RDWR | os.O_CREAT)
    for number in range(200):
        text = f"Nobody rang back for the {number} days that we waited, and then a letter came."
        begun = time.perf_counter()
        assert not room.marks(text)
        room.capture(text, PROMPT)
        took.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        os.write(descriptor, b"x" * 600)
        os.fsync(descriptor)
        bare.append(time.perf_counter() - begun)
    os.close(descriptor)
    worst = statistics.quantiles(took, n=100)[98]
    print(
        f"\nEnter to durable: median {statistics.median(took) * 1000:.1f} ms, 99th of 100 {worst * 1000:.1f} ms; "
        f"bare write and flush: median {statistics.median(bare) * 1000:.1f} ms"
    )
    assert worst <= 0.050


def test_eight_packs_of_a_thousand_reflections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session, _ = create_review(tmp_path / "r.review", "otter velvet cumulus brig")
    workshop = Workshop(support_person="somebody", aftercare="a call", title="event")
    session.put("", workshop, Prompt(uid=PROMPT, text="What helped?"))
    paths = [tmp_path / f"{number}.pack" for number in range(PACKS)]
    for path in paths:
        assert make_room_pack(session, workshop, path, ROOM, LOWEST).written
        monkeypatch.setattr(os, "fsync", lambda _fd: None)  # only while the packs are filled
        room = Room(path, ROOM)
        for number in range(EACH):
            room.add(EntryKind.REFLECTION, text=f"{path.stem} note {number}, some words of it", prompt=PROMPT)
        room.close()
        monkeypatch.undo()
    begun, work = time.perf_counter(), time.process_time()
    read = read_packs(session.file.room_secret(), session.snapshot.room_packs, paths)
    reading = time.perf_counter() - begun
    done = take_in(session, read)
    took, work = time.perf_counter() - begun, time.process_time() - work
    print(f"\n8 packs of 1,000: read {reading:.2f} s, merged and backed up {took:.2f} s; processor {work:.2f} s")
    assert done.merge.new == PACKS * EACH
    assert work <= 3.0  # what else the machine does is not this program's
    session.close()
