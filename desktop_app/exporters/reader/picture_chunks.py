"""What lies beside the pixels of a GIF or a WebP: comments, packets, and chunks of somebody's own."""

from __future__ import annotations

from collections.abc import Iterator

_PIXELS = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF")
_MOST = 2**16  # bytes of one comment


def gif_words(data: bytes) -> Iterator[bytes]:
    """Each comment and each program's extension, its blocks put together (GIF89a, 24 and 26)."""
    for mark in (b"!\xfe", b"!\xff"):
        at = data.find(mark)
        while at >= 0:
            place, said = at + 2, bytearray()
            while place < len(data) and data[place] and len(said) < _MOST:
                said += data[place + 1 : place + 1 + data[place]]
                place += 1 + data[place]
            yield bytes(said) if data[at + 2 : at + 3] == b"\x0b" or mark == b"!\xfe" else b""
            at = data.find(mark, at + 2)


def webp_words(data: bytes) -> Iterator[bytes]:
    """Each chunk without pixels, and what stands behind the picture."""
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] not in _PIXELS:
            yield data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    yield data[8 + int.from_bytes(data[4:8], "little") :]
