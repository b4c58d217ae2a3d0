"""The frames of a pack: appended one after another, never changed. A frame cut short by a pulled stick is left out."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO

from desktop_app.common import durable
from desktop_app.common.regular_file import read_regular
from desktop_app.storage.outside import outside_refusals
from desktop_app.storage.packs import refusals

MAGIC = b"CANDOUR ROOM PACK\n"
VERSION = 1
_HEAD = struct.Struct(">BII")  # kind, length of the payload, CRC-32 of the two
_MEASURED = struct.Struct(">BI")
LONGEST = 4 << 20  # of one frame: a note of 1 MB and a brief of some hundred events are far below
LARGEST = 256 << 20  # of a pack


class Kind(IntEnum):
    BRIEF = 1  # for the room, under its passphrase
    NOTE = 2  # for the review, sealed
    WALL = 3  # the same note for the room, under its passphrase; gone when the room is closed
    END = 4  # for the review, sealed: which notes there are


@dataclass(frozen=True, slots=True)
class Frame:
    kind: Kind
    payload: bytes

    @property
    def bytes(self) -> bytes:
        return _head(self.kind, len(self.payload)) + self.payload


def _head(kind: int, length: int) -> bytes:
    return _HEAD.pack(kind, length, zlib.crc32(_MEASURED.pack(kind, length)))


@dataclass(frozen=True, slots=True)
class Frames:
    """`whole` bytes of the file are frames; what follows was cut short. `cut` says whether there is any."""

    frames: tuple[Frame, ...]
    whole: int
    cut: bool


def read_frames(path: Path) -> Frames:
    """Raises UserError "pack-foreign", "pack-newer", "pack-damaged", "not-found", "empty" and the like."""
    with outside_refusals(path):
        data = read_regular(path, LARGEST, safe="Nothing has been changed.")
    if not data:
        raise refusals.empty(path)
    if not data.startswith(MAGIC):
        raise refusals.foreign(path)
    start = len(MAGIC) + 1
    if len(data) >= start and data[start - 1] > VERSION:
        raise refusals.newer(path)
    if len(data) < start or data[start - 1] != VERSION or len(data) > LARGEST:
        raise refusals.damaged(path)
    frames: list[Frame] = []
    at = start
    while at + _HEAD.size <= len(data):
        kind, length, _ = _HEAD.unpack_from(data, at)
        if length > LONGEST or kind not in set(Kind) or data[at : at + _HEAD.size] != _head(kind, length):
            raise refusals.damaged(path)
        end = at + _HEAD.size + length
        if end > len(data):
            break
        frames.append(Frame(Kind(kind), data[at + _HEAD.size : end]))
        at = end
    if not frames or frames[0].kind is not Kind.BRIEF:
        raise refusals.damaged(path)
    return Frames(tuple(frames), at, at < len(data))


def write_pack(path: Path, frames: Iterable[Frame], *, new: bool = False) -> None:
    """Durably, whole or not at all. Raises OSError; FileExistsError when `new` and the name is taken."""

    def fill(file: BinaryIO) -> None:
        file.write(MAGIC + bytes([VERSION]))
        for frame in frames:
            file.write(frame.bytes)

    durable.write_durably(path, fill, new=new)


class Appender:
    """Adds frames to a pack that is open in the room; each is on the disk when `add` returns."""

    def __init__(self, path: Path, whole: int) -> None:
        self._fd = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
        os.ftruncate(self._fd, whole)  # what a crash left of a frame
        self._end = whole

    def add(self, frames: Iterable[Frame]) -> None:
        """All of them, or (after an OSError) none: what was written of them is cut off again by the next."""
        data = b"".join(frame.bytes for frame in frames)
        os.lseek(self._fd, self._end, os.SEEK_SET)
        for part in _parts(data):
            os.write(self._fd, part)
        os.ftruncate(self._fd, self._end + len(data))
        os.fsync(self._fd)
        self._end += len(data)

    def close(self) -> None:
        os.close(self._fd)


def _parts(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), 1 << 20):
        yield data[start : start + (1 << 20)]
