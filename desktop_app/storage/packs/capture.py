"""The room's side of a pack: open it, capture durably, take up again after a crash, close."""

from __future__ import annotations

import random
from pathlib import Path

from desktop_app.common.ids import new_uid
from desktop_app.domain.room import EntryKind, RoomBrief, RoomEntry, RoomValue
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.packs import refusals
from desktop_app.storage.packs.frames import Appender, Frame, Kind, read_frames, write_pack
from desktop_app.storage.packs.sealing import Hand, Json, UnsealedError, digest, open_brief, open_wall, seal_wall
from desktop_app.storage.packs.values import brief_of, entry_json, entry_of


class Room:
    """A pack open in a room. Holds pseudonyms only; what it captured it can show while it is open, and no longer."""

    def __init__(self, path: Path, passphrase: str) -> None:
        """Raises UserError "wrong-secret", "pack-foreign", "pack-newer", "pack-damaged", "room-closed" and the like."""
        self.path = path
        found = read_frames(path)
        self._check_open(path, [frame.kind for frame in found.frames])
        try:
            inside, self._key = open_brief(found.frames[0].payload, passphrase)
        except UnsealedError:
            raise refusals.wrong_passphrase() from None
        self._hand = _hand(path, inside)
        brief = inside.get("brief")
        self.brief: RoomBrief = self._read(path, brief)
        self._sealed = [frame for frame in found.frames if frame.kind is Kind.NOTE]
        self._first = found.frames[0]
        self._entries: dict[str, RoomEntry] = {}
        for frame in found.frames:
            if frame.kind is Kind.WALL:
                self._take(self._wall(path, frame))
        with outside_refusals(path):
            self._file = Appender(path, found.whole)

    @property
    def entries(self) -> tuple[RoomEntry, ...]:
        """What is on the wall now, as first captured."""
        return tuple(entry for entry in self._entries.values() if not entry.gone)

    def add(self, kind: EntryKind, **values: RoomValue) -> RoomEntry:
        """Capture something; it is on the disk when this returns. Raises UserError, and it is then not captured."""
        return self._keep(RoomEntry(new_uid(), 0, kind, tuple(sorted(values.items()))))

    def correct(self, uid: str, **values: RoomValue) -> RoomEntry:
        """Other values for an entry on the wall. Raises KeyError when there is none."""
        former = self._entries[uid]
        merged = {**dict(former.values), **values}
        return self._keep(RoomEntry(uid, former.n + 1, former.kind, tuple(sorted(merged.items()))))

    def withdraw(self, uid: str) -> None:
        """Take an entry off the wall and, when the pack is brought back, out of the review."""
        former = self._entries[uid]
        self._keep(RoomEntry(uid, former.n + 1, former.kind, gone=True))

    def is_passphrase(self, passphrase: str) -> bool:
        """Whether this ends the room."""
        try:
            open_brief(self._first.payload, passphrase)
        except UnsealedError:
            return False
        return True

    def leave(self) -> None:
        """Put the pack down as it is: it can be taken up again with the passphrase."""
        self._file.close()

    def close(self) -> None:
        """End the room: the wall's copies go, and what remains can be read by the review alone, in no order."""
        notes = list(self._sealed)
        random.SystemRandom().shuffle(notes)
        listed: Json = {"notes": sorted(digest(frame.payload) for frame in notes)}
        frames = [self._first, *notes, Frame(Kind.END, self._hand.seal(listed))]
        self._file.close()
        with outside_refusals(self.path):
            write_pack(self.path, frames)
        self._entries.clear()

    def _keep(self, entry: RoomEntry) -> RoomEntry:
        value = entry_json(entry)
        wall = Frame(Kind.WALL, seal_wall(value, self._key))
        note = Frame(Kind.NOTE, self._hand.seal({"entry": value, "wall": digest(wall.payload)}))
        with outside_refusals(self.path):
            self._file.add([note, wall])
        self._sealed.append(note)
        self._take(entry)
        return entry

    def _take(self, entry: RoomEntry) -> None:
        former = self._entries.get(entry.uid)
        if former is None or entry.n >= former.n:
            self._entries[entry.uid] = entry

    def _wall(self, path: Path, frame: Frame) -> RoomEntry:
        try:
            return entry_of(open_wall(frame.payload, self._key))
        except UnsealedError:
            raise refusals.damaged(path) from None

    @staticmethod
    def _read(path: Path, brief: object) -> RoomBrief:
        if not isinstance(brief, dict):
            raise refusals.damaged(path)
        try:
            return brief_of(brief)
        except UnsealedError:
            raise refusals.damaged(path) from None

    @staticmethod
    def _check_open(path: Path, kinds: list[Kind]) -> None:
        if Kind.END in kinds:
            raise refusals.closed(path)


def _hand(path: Path, inside: Json) -> Hand:
    try:
        return Hand(str(inside["pack"]), bytes.fromhex(str(inside["seed"])), bytes.fromhex(str(inside["review"])))
    except (KeyError, ValueError):
        raise refusals.damaged(path) from None
