"""Bytes that were packed by a common program, unpacked; and a zip's member that the zip no longer lists."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable

LARGEST_UNPACKED = 4 * 2**20  # bytes, of one file in all: enough for its notes, and no bomb
_SWOLLEN = 4 * 2**20  # bytes
MOST_PACKED = 100  # times: no document is as dull as that
_LOCAL = b"PK\x03\x04"
_FIXED = 30  # bytes of a local header before its name (APPNOTE 4.3.7)


def unpacked(data: bytes, most: int = LARGEST_UNPACKED) -> bytes:
    """What gzip, zlib, bzip2 or xz made `data` of; b"" when none of them did. No more than `most` of it."""
    if most <= 0:  # which zlib takes for "without end"
        return b""
    if data[:2] == b"\x1f\x8b":
        return _tried(lambda: zlib.decompressobj(31).decompress(data, most))
    if data[:3] == b"BZh":
        return _tried(lambda: bz2.BZ2Decompressor().decompress(data, most))
    if data[:6] == b"\xfd7zXZ\x00":
        return _tried(lambda: lzma.LZMADecompressor().decompress(data, most))
    if len(data) > 8 and data[0] & 0x8F == 0x08 and int.from_bytes(data[:2], "big") % 31 == 0:
        return _tried(lambda: zlib.decompressobj().decompress(data, most))
    return b""


def most_of(packed: int) -> int:
    """How many bytes so many are unpacked to before they are a bomb."""
    return max(_SWOLLEN, MOST_PACKED * packed)


def is_swollen(packed: int, whole: int) -> bool:
    """Whether `whole` bytes out of `packed` are a bomb: writing packs to a tenth, blank cells to a fiftieth."""
    return whole > most_of(packed)


def unlisted_member(data: bytes) -> bytes:
    """The contents of a deflated member at the start of `data`, with its name; b"" when there is none."""
    if not data.startswith(_LOCAL) or len(data) < _FIXED:
        return b""
    name = int.from_bytes(data[26:28], "little")
    start = _FIXED + name + int.from_bytes(data[28:30], "little")
    body = _tried(lambda: zlib.decompressobj(-15).decompress(data[start:], LARGEST_UNPACKED))
    return data[_FIXED : _FIXED + name] + b"\n" + body


def _tried(unpack: Callable[[], bytes]) -> bytes:
    try:
        return unpack()
    except (zlib.error, OSError, EOFError, ValueError, lzma.LZMAError):
        return b""
