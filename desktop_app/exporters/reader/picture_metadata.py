"""The words a picture carries beside its pixels, unpacked where its format packs them: PNG chunks, and EXIF's tags."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from desktop_app.exporters.reader.strings import readable

_PNG = b"\x89PNG\r\n\x1a\n"
_LARGEST_TEXT = 4 * 2**20  # bytes, unpacked
_EXIF = b"Exif\x00\x00"
_POSITION, _SUB = 0x8825, (0x8769, 0x8825)  # tags that lead to GPS data and to further tags
_WINDOWS = range(0x9C9B, 0x9CA0)  # title, comment, author, keywords and subject as Windows writes them
_MOST_TAGS = 500


def picture_texts(data: bytes) -> Iterator[tuple[str, str]]:
    """(what kind of metadata, words) in the bytes of a picture; for formats not known here, its readable runs alone."""
    if data.startswith(_PNG):
        yield from _png(data)
    at = data.find(_EXIF)
    if at >= 0:
        yield from _exif(data[at + len(_EXIF) :])
    elif data[:4] in (b"II*\x00", b"MM\x00*"):
        yield from _exif(data)
    yield "bytes", readable(data)


def has_position(data: bytes) -> bool:
    """Whether the picture says where it was taken."""
    return any(kind == "GPS" for kind, _ in picture_texts(data))


def _png(data: bytes) -> Iterator[tuple[str, str]]:
    at = len(_PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind == b"tEXt":
            yield "text", body.replace(b"\x00", b": ", 1).decode("latin-1")
            yield "text", body.decode("utf-8", "replace").replace("\x00", ": ", 1)
        elif kind in (b"zTXt", b"iCCP"):
            key, _, packed = body.partition(b"\x00")
            yield "text", f"{key.decode('latin-1')}: {_either(_unpacked(packed[1:]), kind)}"
        elif kind == b"iTXt":
            key, _, rest = body.partition(b"\x00")
            words = rest[2:].split(b"\x00", 2)[-1]
            told = _unpacked(words) if rest[:1] == b"\x01" else words
            yield "text", f"{key.decode('latin-1')}: {told.decode('utf-8', 'replace')}"
        elif kind == b"eXIf":
            yield from _exif(body)


def _either(data: bytes, kind: bytes) -> str:
    return readable(data) if kind == b"iCCP" else data.decode("latin-1")


def _unpacked(data: bytes) -> bytes:
    """What can be unpacked of it, and no more than a text is long."""
    try:
        return zlib.decompressobj().decompress(data, _LARGEST_TEXT)
    except zlib.error:
        return data


def _exif(data: bytes) -> Iterator[tuple[str, str]]:
    """The words in TIFF's tags, those of its sub-directories too; "GPS" when there is a position."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None or len(data) < 8:
        return
    waiting, seen, left = [struct.unpack(f"{order}I", data[4:8])[0]], set(), _MOST_TAGS
    while waiting and left:
        start = waiting.pop()
        if start in seen or start + 2 > len(data):
            continue
        seen.add(start)
        (count,) = struct.unpack(f"{order}H", data[start : start + 2])
        for number in range(min(count, left)):
            entry = data[start + 2 + 12 * number : start + 14 + 12 * number]
            if len(entry) < 12:
                break
            left -= 1
            tag, kind, length, offset = struct.unpack(f"{order}HHII", entry)
            if tag in _SUB:
                waiting.append(offset)
                if tag == _POSITION:
                    yield "GPS", "a position"
            elif kind in (1, 2, 7):
                raw = entry[8 : 8 + length] if length <= 4 else data[offset : offset + length]
                yield "EXIF", _words(tag, raw)


def _words(tag: int, raw: bytes) -> str:
    if tag in _WINDOWS:
        return raw.decode("utf-16-le", "replace").rstrip("\x00")
    if raw.startswith(b"UNICODE\x00"):
        return raw[8:].decode("utf-16-be", "replace") + "\n" + raw[8:].decode("utf-16-le", "replace")
    return raw.rstrip(b"\x00").decode("utf-8", "replace") if raw.isascii() or len(raw) < 1000 else readable(raw)
