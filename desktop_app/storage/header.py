"""The first 8 KiB of a review: two equal copies of magic, length, CRC, JSON and keyed MAC. FORMAT.md gives the bytes.

The CRC tells damage, the MAC tells tampering; two copies, so that an update in place cannot tear both.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import stat
import struct
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from desktop_app.storage import refusals
from desktop_app.storage.keyslots import AnySlot, slot_from_json, slot_to_json, subkey

MAGIC = b"CANDOUR\x01"
VERSION = 1
COPY = 4096
SIZE = 2 * COPY
_MOST_SLOTS = 8
_PREFIX = struct.Struct(">8sII")
_MAC = 32


@dataclass(frozen=True, slots=True)
class Header:
    """`vault` and `head` are 32 hex digits: the review, and its last change in the database that follows.

    `generation` grows with every write of the header. `size` bytes of database follow, whose keyed hash is `seal`.
    """

    vault: str
    generation: int
    salt: bytes
    size: int
    seal: str
    head: str
    slots: tuple[AnySlot, ...]


@dataclass(frozen=True, slots=True)
class ReadHeader:
    """A header whose MAC nobody has checked yet: `settled` does, once the data key is known."""

    header: Header
    signed: bytes
    mac: bytes
    other: ReadHeader | None = None  # the other copy, if its CRC fits too

    def settled(self, data_key: bytes) -> Header | None:
        """The newest of the copies whose MAC is right: the MAC itself may be what a disk forgot. None: altered."""
        if self.authentic(data_key):
            return self.header
        return self.other.settled(data_key) if self.other is not None else None

    def authentic(self, data_key: bytes) -> bool:
        return hmac.compare_digest(_mac(self.signed, data_key), self.mac)


class _NewerVersionError(ValueError):
    pass


def pack(header: Header, data_key: bytes) -> bytes:
    """The 8192 bytes."""
    plain = {
        "v": VERSION,
        "vault": header.vault,
        "generation": header.generation,
        "salt": header.salt.hex(),
        "size": header.size,
        "seal": header.seal,
        "head": header.head,
        "slots": [slot_to_json(slot) for slot in header.slots],
    }
    text = json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()
    signed = _PREFIX.pack(MAGIC, len(text), zlib.crc32(text)) + text
    copy = signed + _mac(signed, data_key)
    if len(header.slots) > _MOST_SLOTS or len(copy) > COPY:
        raise ValueError("too many key slots")
    return copy.ljust(COPY, b"\0") * 2


def copies_agree(raw: bytes) -> bool:
    """Whether both copies of the header are the same and nothing stands in the room behind them.

    One that differs does no harm, for the other is whole, but it tells of a disk that forgets.
    """
    _, length, _ = _PREFIX.unpack_from(raw)
    return raw[:COPY] == raw[COPY:SIZE] and not any(raw[_PREFIX.size + length + _MAC : COPY])


def rewrite_in_place(path: Path, raw: bytes) -> None:
    """The 8192 bytes, the second copy before the first, so that one of them is whole at every instant."""
    with path.open("r+b") as file:
        for start in (COPY, 0):
            file.seek(start)
            file.write(raw[start : start + COPY])
            file.flush()
            os.fsync(file.fileno())


def open_for_reading(path: Path) -> BinaryIO:
    """The file, once it is known to be one: a folder, device or pipe is refused without being read.

    Raises UserError "not-found", "foreign", "no-permission".
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise refusals.foreign(path, "a folder" if path.is_dir() else "a device")
        # Not to hang if somebody swaps in a pipe between the two looks.
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise refusals.of_os_error(error, path) from error
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise refusals.foreign(path, "a device")
    return os.fdopen(fd, "rb")


def read_header(path: Path) -> ReadHeader:
    """Raises UserError "not-found", "foreign", "empty", "damaged", "altered" or "newer". Reads 8 KiB at most."""
    with open_for_reading(path) as file:
        return read_header_from(file, path)


def read_header_from(file: BinaryIO, path: Path) -> ReadHeader:
    """As `read_header`, from the start of an open file."""
    raw = file.read(SIZE)
    if not raw:
        raise refusals.empty(path)
    copies = [raw[:COPY], raw[COPY:]]
    whole = [copy for copy in copies if _is_whole(copy)]
    if not whole:
        raise _why_not(path, raw, copies)
    try:
        newest, *others = sorted(map(_parse, whole), key=lambda read: read.header.generation, reverse=True)
        return replace(newest, other=others[0]) if others else newest
    except _NewerVersionError:
        raise refusals.newer(path) from None
    except (ValueError, KeyError, TypeError, RecursionError):  # the CRC fits, so somebody wrote it so
        raise refusals.altered(path) from None


def _is_whole(copy: bytes) -> bool:
    if len(copy) < _PREFIX.size:
        return False
    magic, length, crc = _PREFIX.unpack_from(copy)
    end = _PREFIX.size + length
    return bool(magic == MAGIC and end + _MAC <= len(copy) and zlib.crc32(copy[_PREFIX.size : end]) == crc)


def _why_not(path: Path, raw: bytes, copies: list[bytes]) -> Exception:
    starts = {copy[: len(MAGIC)] for copy in copies}
    if MAGIC in starts:
        return refusals.damaged(path, "its beginning, where the keys are, cannot be read")
    if len(starts) == 1 and raw.startswith(MAGIC[:-1]) and raw[len(MAGIC) - 1] > VERSION:
        return refusals.newer(path)
    if raw.startswith(b"SQLite format 3\0"):
        return refusals.foreign(path, "an unencrypted SQLite database")
    return refusals.foreign(path, "a file of another kind")


def _parse(copy: bytes) -> ReadHeader:
    _, length, _ = _PREFIX.unpack_from(copy)
    end = _PREFIX.size + length
    plain = json.loads(copy[_PREFIX.size : end])
    if plain["v"] > VERSION:
        raise _NewerVersionError
    slots = plain["slots"]
    if not 1 <= len(slots) <= _MOST_SLOTS:
        raise ValueError("number of slots")
    header = Header(
        vault=_hexadecimal(plain["vault"], 16),
        generation=_count(plain["generation"]),
        salt=bytes.fromhex(_hexadecimal(plain["salt"], 16)),
        size=_count(plain["size"]),
        seal=_hexadecimal(plain["seal"], 32),
        head=_hexadecimal(plain["head"], 16),
        slots=tuple(slot_from_json(slot) for slot in slots),
    )
    return ReadHeader(header, copy[:end], copy[end : end + _MAC])


def _hexadecimal(value: object, size: int) -> str:
    """`vault` becomes part of a file name, so nothing but hexadecimal digits passes."""
    if not isinstance(value, str) or len(value) != 2 * size or not set(value) <= set("0123456789abcdef"):
        raise ValueError("not hexadecimal")
    return value


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("not a count")
    return value


def _mac(signed: bytes, data_key: bytes) -> bytes:
    return hmac.digest(subkey(data_key, "header"), signed, hashlib.sha256)
