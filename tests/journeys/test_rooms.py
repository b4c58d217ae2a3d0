"""A room's pack from the terminal, and back: what it holds, what comes back, what is refused."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desktop_app.domain.room import EntryKind
from desktop_app.services.session import Passphrase, open_session
from desktop_app.storage.packs.capture import Room

SECRET = "otter velvet cumulus brig"
ROOM = "lamp orchard ferry"
NAMES = ("Draycott", "Callum", "Jodie", "Osei", "Nandakumar", "Thornby", "Marsh", "Poppy")


@pytest.fixture
def packed(sample, candour) -> Path:
    Path(candour.folder, "room.txt").write_text(ROOM + "\n", encoding="utf-8")
    words = ("pack", "s.review", "--workshop", "1", "--to", "r.pack", "--room-passphrase-file", "room.txt", "--json")
    made = candour(*words, secret=True)
    assert (made.code, made.json) == (0, {"written": True, "blocked": []})
    return Path(candour.folder, "r.pack")


def everything(room: Room) -> str:
    return repr(room.brief)


def test_the_pack_names_nobody_and_the_room_brings_back_what_was_said(candour, packed) -> None:
    room = Room(packed, ROOM)
    assert room.brief.title == "Learning event"
    assert len(room.brief.moments) > 3
    assert len(room.brief.prompts) > 3
    assert [name for name in NAMES if name in everything(room)] == []
    prompt = room.brief.prompts[0].uid
    said = room.add(EntryKind.REFLECTION, text="Nobody rang back.", prompt=prompt, valence="got-in-the-way")
    taken = room.add(EntryKind.REFLECTION, text="zanzibar quince", prompt=prompt)
    room.leave()
    first = candour("merge", "s.review", "r.pack", "--json", secret=True)
    assert (first.code, first.json["new"], first.json["still_open"]) == (0, 2, ["r.pack"])
    room = Room(packed, ROOM)
    room.correct(said.uid, text="Nobody rang the family back.")
    room.withdraw(taken.uid)
    room.close()
    second = candour("merge", "s.review", "r.pack", "r.pack", "--json", secret=True)
    assert (second.json["corrected"], second.json["withdrawn"], second.json["still_open"]) == (1, 1, [])
    third = candour("merge", "s.review", "r.pack", "--json", secret=True)
    assert (third.json["new"], third.json["corrected"], third.json["same"]) == (0, 0, 2)
    listed = candour("list", "s.review", "reflections", secret=True).lines
    texts = [row["text"] for row in listed]
    assert "Nobody rang the family back." in texts
    assert "zanzibar quince" not in texts
    assert candour("check", "s.review", "--json", secret=True).json["ok"]


def test_nothing_tells_who_spoke_or_in_what_order(candour, packed) -> None:
    """By query on the decrypted tables: the order of rows is that of random uids, and no column holds a time."""
    room = Room(packed, ROOM)
    uids = [room.add(EntryKind.REFLECTION, text=f"point {n}").uid for n in range(30)]
    room.close()
    assert candour("merge", "s.review", "r.pack", secret=True).code == 0
    session = open_session(Path(candour.folder, "s.review"), Passphrase(SECRET))
    try:
        db = session.file._access.db
        rows = [row[0] for row in db.conn.execute("SELECT uid FROM reflections ORDER BY id") if row[0] in set(uids)]
        columns = [row[1] for row in db.conn.execute("PRAGMA table_info(reflections)")]
        held = db.conn.execute("SELECT * FROM reflections WHERE uid = ?", (uids[0],)).fetchone()
    finally:
        session.close()
    assert rows == sorted(uids)
    assert rows != uids
    assert not [name for name in columns if "time" in name or name.endswith("_at") or name in ("at", "when", "pack")]
    assert "r.pack" not in repr(held)


def test_a_pack_of_another_review_is_refused_and_nothing_changes(candour, packed) -> None:
    assert candour("new", "other.review", "--recovery-to", "k2.txt", secret=True).code == 0
    refused = candour("merge", "other.review", "r.pack", "--json", secret=True)
    assert refused.code == 4
    assert candour("list", "other.review", "reflections", secret=True).out == ""


def test_names_that_nobody_decided_on_stop_the_pack(sample, candour) -> None:
    session = open_session(Path(candour.folder, "s.review"), Passphrase(SECRET))
    workshop = session.snapshot.workshops[0]
    from dataclasses import replace

    session.put("Edit", replace(workshop, ground_rules="Ask Ms Pemberton-Vale."))
    session.close()
    refused = candour("pack", "s.review", "--workshop", "1", "--to", "r.pack", "--json", secret=True)
    assert refused.code == 1
    assert any("Pemberton" in item["surface"] for item in refused.json["blocked"])
    assert not Path(candour.folder, "r.pack").exists()


@pytest.mark.parametrize(("words", "code"), [(("--workshop", "99"), 2), (("--workshop", "1"), 5)])
def test_no_such_workshop_and_a_taken_name(candour, packed, words, code) -> None:
    before = packed.read_bytes()
    done = candour("pack", "s.review", *words, "--to", "r.pack", "--room-passphrase-file", "room.txt", secret=True)
    assert done.code == code
    assert packed.read_bytes() == before


def test_the_pack_is_no_database(packed) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(packed).execute("SELECT * FROM sqlite_master")
