"""Room packs: what the room can and cannot read, what survives a crash, and what is refused on the way back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.common.errors import UserError
from desktop_app.domain.room import EntryKind, RoomBrief, RoomEntry, RoomMoment, RoomPack, RoomPrompt
from desktop_app.storage.packs.capture import Room
from desktop_app.storage.packs.frames import Frame, Kind, read_frames, write_pack
from desktop_app.storage.packs.making import Returned, make_pack, read_returned
from desktop_app.storage.packs.sealing import UnsealedError, new_review_secret, packed, unpacked
from desktop_app.storage.packs.values import brief_json, brief_of, entry_json, entry_of
from desktop_app.storage.secrets import LOWEST

WORDS = "lamp orchard ferry"
BRIEF = RoomBrief(
    "Learning event",
    (RoomPrompt("p" * 32, "What worked well?", "AAR", 10),),
    (RoomMoment("e" * 32, "spring 2024", "Rowan was missing"),),
    ("Rowan", "Social Worker 1"),
    (("social care", 4), ("police", 3)),
    ("Team factors",),
    "One voice at a time.",
    "What is said is not attributed.",
    "A named person is next door.",
)


@pytest.fixture
def secret() -> bytes:
    return new_review_secret()


@pytest.fixture
def pack(tmp_path: Path, secret: bytes) -> tuple[Path, RoomPack]:
    path = tmp_path / "room.pack"
    return path, make_pack(path, BRIEF, WORDS, secret, "w1", LOWEST)


def said(room: Room, text: str) -> RoomEntry:
    return room.add(EntryKind.REFLECTION, text=text, valence="context", consent="paraphrase")


def back(path: Path, secret: bytes, *known: RoomPack) -> Returned:
    return read_returned(path, secret, known)


def test_the_room_has_its_brief_and_nothing_of_it_is_readable_outside(pack: tuple[Path, RoomPack]) -> None:
    path, _ = pack
    room = Room(path, WORDS)
    assert room.brief == BRIEF
    assert room.entries == ()
    said(room, "Nobody rang the school back.")
    room.leave()
    raw = path.read_bytes()
    for word in (b"Rowan", b"school", b"Learning event", b"worked well", WORDS.encode()):
        assert word not in raw


def test_what_was_captured_is_there_after_a_crash_but_for_a_torn_frame(
    pack: tuple[Path, RoomPack], secret: bytes
) -> None:
    path, known = pack
    room = Room(path, WORDS)
    kept = [said(room, f"note {n}") for n in range(3)]
    os.truncate(path, path.stat().st_size - 5)  # the battery was pulled while the last was written
    again = Room(path, WORDS)
    assert [entry.get("text") for entry in again.entries] == ["note 0", "note 1"]
    last = said(again, "typed again")
    again.leave()
    returned = back(path, secret, known)
    assert {entry.uid for entry in returned.entries} == {*(entry.uid for entry in kept), last.uid}
    assert not returned.cut


def test_another_passphrase_opens_no_room(pack: tuple[Path, RoomPack]) -> None:
    with pytest.raises(UserError) as refused:
        Room(pack[0], "another")
    assert refused.value.code == "wrong-secret"
    assert Room(pack[0], WORDS).is_passphrase(WORDS)
    assert not Room(pack[0], WORDS).is_passphrase("x")


def test_corrections_and_withdrawals_come_back(pack: tuple[Path, RoomPack], secret: bytes) -> None:
    path, known = pack
    room = Room(path, WORDS)
    first, second = said(room, "one"), said(room, "two")
    room.correct(first.uid, text="one, corrected")
    room.withdraw(second.uid)
    assert [entry.get("text") for entry in room.entries] == ["one, corrected"]
    room.close()
    returned = back(path, secret, known)
    assert returned.ended
    newest = {e.uid: e for e in sorted(returned.entries, key=lambda e: e.n)}
    assert newest[first.uid].get("text") == "one, corrected"
    assert newest[second.uid].gone
    assert newest[second.uid].values == ()


def test_a_closed_room_cannot_show_what_was_said(pack: tuple[Path, RoomPack], secret: bytes) -> None:
    path, known = pack
    room = Room(path, WORDS)
    for n in range(20):
        said(room, f"note {n}")
    before = [f.payload for f in read_frames(path).frames if f.kind is Kind.NOTE]
    room.close()
    frames = read_frames(path).frames
    assert [f.kind for f in frames if f.kind is Kind.WALL] == []
    assert sorted(f.payload for f in frames if f.kind is Kind.NOTE) == sorted(before)
    with pytest.raises(UserError) as refused:
        Room(path, WORDS)
    assert refused.value.code == "room-closed"
    assert len(back(path, secret, known).entries) == 20


def test_the_order_of_a_closed_room_is_chance(pack: tuple[Path, RoomPack]) -> None:
    path, _ = pack
    room = Room(path, WORDS)
    for n in range(40):
        said(room, str(n))
    before = [f.payload for f in read_frames(path).frames if f.kind is Kind.NOTE]
    room.close()
    assert [f.payload for f in read_frames(path).frames if f.kind is Kind.NOTE] != before


def test_every_altered_byte_is_refused(pack: tuple[Path, RoomPack], secret: bytes) -> None:
    path, known = pack
    room = Room(path, WORDS)
    said(room, "one")
    room.leave()
    raw = path.read_bytes()
    step = max(1, len(raw) // 400)
    for at in range(0, len(raw), step):
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        with pytest.raises(UserError) as refused:
            back(path, secret, known)
        assert refused.value.code.startswith("pack-"), at
    path.write_bytes(raw)
    assert len(back(path, secret, known).entries) == 1


def test_a_frame_left_out_of_a_closed_pack_is_noticed(pack: tuple[Path, RoomPack], secret: bytes) -> None:
    path, known = pack
    room = Room(path, WORDS)
    said(room, "one")
    said(room, "two")
    room.close()
    frames = list(read_frames(path).frames)
    write_pack(path, [frames[0], *frames[2:]])
    with pytest.raises(UserError) as refused:
        back(path, secret, known)
    assert refused.value.code == "pack-altered"


def test_another_reviews_pack_and_an_unknown_hand_are_told_apart(tmp_path: Path, secret: bytes) -> None:
    other = new_review_secret()
    theirs = make_pack(tmp_path / "theirs", BRIEF, WORDS, other, "w", LOWEST)
    room = Room(tmp_path / "theirs", WORDS)
    said(room, "x")
    room.leave()
    mine = make_pack(tmp_path / "mine", BRIEF, WORDS, secret, "w", LOWEST)
    with pytest.raises(UserError) as refused:
        back(tmp_path / "theirs", secret, mine)
    assert refused.value.code == "pack-other"
    forged = make_pack(tmp_path / "forged", BRIEF, WORDS, secret, "w", LOWEST)  # knows the review's public key
    room = Room(tmp_path / "forged", WORDS)
    said(room, "x")
    room.leave()
    with pytest.raises(UserError) as refused:
        back(tmp_path / "forged", secret, mine)
    assert refused.value.code == "pack-unknown"
    assert back(tmp_path / "theirs", other, theirs).pack == theirs.uid
    assert back(tmp_path / "forged", secret, forged).pack == forged.uid


def test_a_note_replayed_from_another_pack_is_refused(tmp_path: Path, secret: bytes) -> None:
    known = [make_pack(tmp_path / name, BRIEF, WORDS, secret, "w", LOWEST) for name in ("a", "b")]
    for name in ("a", "b"):
        room = Room(tmp_path / name, WORDS)
        said(room, name)
        room.leave()
    stolen = next(f for f in read_frames(tmp_path / "a").frames if f.kind is Kind.NOTE)
    write_pack(tmp_path / "b", [*read_frames(tmp_path / "b").frames, stolen])
    with pytest.raises(UserError) as refused:
        back(tmp_path / "b", secret, *known)
    assert refused.value.code == "pack-altered"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"PK\x03\x04", "pack-foreign"),
        (b"CANDOUR ROOM PACK\n\x02", "pack-newer"),
        (b"CANDOUR ROOM PACK\n", "pack-damaged"),
        (b"CANDOUR ROOM PACK\n\x01", "pack-damaged"),
        (b"CANDOUR ROOM PACK\n\x01\xff\xff\xff\xff\xff\x00\x00\x00\x00", "pack-damaged"),
    ],
)
def test_what_is_no_pack_is_told_in_words(tmp_path: Path, secret: bytes, data: bytes, code: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    with pytest.raises(UserError) as refused:
        back(path, secret)
    assert refused.value.code == code


def test_an_existing_file_is_never_replaced_and_a_passphrase_is_needed(tmp_path: Path, secret: bytes) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(UserError) as refused:
        make_pack(tmp_path / "taken", BRIEF, WORDS, secret, "w", LOWEST)
    assert refused.value.code == "exists"
    assert (tmp_path / "taken").read_text() == "mine"
    with pytest.raises(UserError) as refused:
        make_pack(tmp_path / "new", BRIEF, "  ", secret, "w", LOWEST)
    assert refused.value.code == "empty-secret"
    assert not (tmp_path / "new").exists()


def test_a_frame_that_would_swell_is_refused() -> None:
    import zlib

    with pytest.raises(UnsealedError):
        unpacked(zlib.compress(b"[" + b" " * (64 << 20) + b"]"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=2000), st.integers(0, 9), st.booleans(), st.lists(st.text(max_size=20), max_size=4))
def test_an_entry_survives_as_it_is(text: str, n: int, gone: bool, events: list[str]) -> None:
    text = text.encode("utf-8", "ignore").decode()
    events = [e.encode("utf-8", "ignore").decode() for e in events]
    entry = RoomEntry("a" * 32, n, EntryKind.REFLECTION, (("events", tuple(events)), ("text", text)), gone)
    assert entry_of(unpacked(packed(entry_json(entry)))) == entry


def test_a_brief_survives_as_it_is() -> None:
    assert brief_of(unpacked(packed(brief_json(BRIEF)))) == BRIEF


def test_a_full_stick_loses_nothing_that_was_captured(
    pack: tuple[Path, RoomPack], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = pack
    room = Room(path, WORDS)
    said(room, "one")
    real = os.write

    def full(fd: int, data: bytes) -> int:
        real(fd, data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(UserError) as refused:
        said(room, "two")
    assert refused.value.code == "disk-full"
    monkeypatch.undo()
    said(room, "three")
    room.leave()
    assert [entry.get("text") for entry in Room(path, WORDS).entries] == ["one", "three"]


__all__ = ["Frame"]
