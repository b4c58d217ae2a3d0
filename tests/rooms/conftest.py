"""A room of its own for a test: its pack, and the review's secret to bring it back with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.domain.room import RoomBrief, RoomMoment, RoomPack, RoomPrompt
from desktop_app.services.rooms.live import LiveRoom
from desktop_app.storage.packs.making import make_pack
from desktop_app.storage.packs.sealing import new_review_secret
from desktop_app.storage.secrets import LOWEST

ROOM_WORDS = "lamp orchard ferry"
BRIEF = RoomBrief(
    title="Learning event",
    prompts=(
        RoomPrompt("a" * 32, "What made sense at the time? Think of the visit in spring 2024.", "SCIE", 15),
        RoomPrompt("b" * 32, "What would help?", "AAR"),
    ),
    moments=(
        RoomMoment("c" * 32, "early spring 2024", "missing from home"),
        RoomMoment("d" * 32, "spring 2024", "a visit"),
    ),
    people=("Rowan", "Mother", "Social Worker 1"),
    groups=(("GP", 1), ("YJS worker", 1), ("health visitor", 2), ("police", 3), ("school", 3), ("social worker", 4)),
    factors=("family", "role", "conditions of work"),
    ground_rules="One voice at a time.",
    confidentiality="What is said is not attributed. A court may ask for notes.",
    support="A named person is next door.",
    wider=(
        ("GP", "health practitioner"),
        ("YJS worker", "partner agency"),
        ("health practitioner", "partner agency"),
        ("health visitor", "health practitioner"),
        ("police", "partner agency"),
        ("school", "partner agency"),
        ("social worker", "partner agency"),
    ),
)


@dataclass
class Packed:
    path: Path
    secret: bytes
    pack: RoomPack
    words: str = ROOM_WORDS


@pytest.fixture
def packed(tmp_path: Path) -> Packed:
    path, secret = tmp_path / "room.pack", new_review_secret()
    return Packed(path, secret, make_pack(path, BRIEF, ROOM_WORDS, secret, "w1", LOWEST))


@pytest.fixture
def room(packed: Packed) -> Iterator[LiveRoom]:
    made = LiveRoom(packed.path, packed.words)
    yield made
    made.leave()
