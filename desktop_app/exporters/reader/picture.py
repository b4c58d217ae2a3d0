"""A picture by itself: what it carries beside its pixels. Words in the pixels are not read, and the report says so."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator

from desktop_app.exporters.reader.picture_chunks import gif_words, webp_words
from desktop_app.exporters.reader.picture_metadata import picture_texts
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.samples import said_among, written_in
from desktop_app.exporters.reader.strings import readable

_MAGIC = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
}
_FIXED = {b"IHDR": 13, b"IEND": 0, b"pHYs": 9, b"sRGB": 1, b"gAMA": 4, b"cHRM": 32}  # bytes of chunks of numbers
_SMALL = 4096  # bytes: every run of letters is looked at
_MOST_PIXELS = 16 * 2**20  # bytes
_USUAL = frozenset({"IHDR", "IEND", "JFIF"})


def picture_format(data: bytes) -> str:
    """png, jpeg, gif, tiff or webp; "" for what is no picture."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((name for magic, name in _MAGIC.items() if data.startswith(magic)), "")


def read_picture(data: bytes, found: Found) -> None:
    """Words of its metadata as parts; "picture-metadata" and "position" among the findings where there are any."""
    for kind, words in picture_texts(data):
        if kind == "GPS":
            found.worry("position")
        elif kind != "bytes" and words.strip():
            found.worry("picture-metadata")
            found.text(f"picture, {kind}", words)
    among = written_in(_pixels(data) or b"")
    if among:
        found.text("picture, among its pixels", among)
    for piece in _beside_pixels(data):
        lines = [line for line in readable(piece).splitlines() if line not in _USUAL]
        if lines:
            found.worry("picture-metadata")
            found.text("picture, bytes beside the pixels", "\n".join(lines))


def picture_words(data: bytes) -> Iterator[tuple[str, str]]:
    """(kind of metadata, words) of a picture inside another file, and what lies beside and among its pixels as "".

    Of one that breaks off, or is of a format that is not taken apart here, every run of letters.
    """
    pixels = _pixels(data)
    for kind, words in picture_texts(data):
        if kind != "bytes" or pixels is None:
            yield ("" if kind == "bytes" else kind), words
    if pixels is not None:
        for piece in _beside_pixels(data):
            yield "", readable(piece)
        yield "", said_among(pixels)


def _pixels(data: bytes) -> bytes | None:
    """Packed pixels of a JPEG, unpacked ones of a PNG; None where the file is not whole."""
    match picture_format(data):
        case "jpeg":
            start = _scan(data)
            return data[start : data.rfind(b"\xff\xd9")] if start and b"\xff\xd9" in data[start:] else None
        case "gif" | "tiff" | "webp" if len(data) > _SMALL:
            return data  # all of it: shades and packed shades, with hardly a word among them
        case "png" if (packed := b"".join(_chunks(data, b"IDAT"))) and b"IEND" in data:
            unpacking = zlib.decompressobj()
            with contextlib.suppress(zlib.error):
                return unpacking.decompress(packed, _MOST_PIXELS) + unpacking.unused_data
    return None


def _scan(data: bytes) -> int:
    """Where the first scan of a JPEG begins; 0 when its segments do not lead there."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] == 0xDA:
            return at
        if length < 2:
            return 0
        at += 2 + length
    return 0


def _chunks(data: bytes, wanted: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind == wanted:
            yield data[at + 8 : at + 8 + length]
        at += 12 + length


def _beside_pixels(data: bytes) -> Iterator[bytes]:
    """What is certainly no pixel; all of it, in a format that is not taken apart here."""
    match picture_format(data):
        case "png":
            yield from _png(data)
        case "jpeg":
            start, end = data.find(b"\xff\xda"), data.rfind(b"\xff\xd9")
            yield from _segments(data[: start if start >= 0 else len(data)])
            if end >= 0:
                yield data[end + 2 :]
        case "gif" if len(data) > _SMALL:
            yield from gif_words(data)
        case "webp" if len(data) > _SMALL:
            yield from webp_words(data)
        case "tiff" if len(data) > _SMALL:
            return  # its words are in tags, which are metadata
        case _:
            yield data


def _png(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if kind in (b"PLTE", b"tRNS"):
            yield written_in(body).encode()
        elif kind != b"IDAT" and length != _FIXED.get(kind):
            yield body
        at += 12 + length
        if kind == b"IEND":
            yield data[at:]
            return


def _segments(head: bytes) -> Iterator[bytes]:
    """Application data and comments of a JPEG: its tables hold numbers only."""
    at = 2
    while at + 4 <= len(head) and head[at] == 0xFF:
        length = int.from_bytes(head[at + 2 : at + 4], "big")
        if 0xE0 <= head[at + 1] <= 0xEF or head[at + 1] == 0xFE:
            yield head[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)
