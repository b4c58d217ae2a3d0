"""What lies beside the pixels of a GIF or a WebP: comments, packets, and chunks of somebody's own."""

from __future__ import annotations

from collections.abc import Iterator

_PIXELS = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF")
_WORDS = (b"!\xfe", b"!\xff", b"!\x01")  # comments, programs' own, plain text
_MOST = 2**16  # bytes of one comment


def gif_words(data: bytes) -> Iterator[bytes]:
    """Each extension with words, its blocks put together, and what stands behind the end (GIF89a, 15 to 27)."""
    at = 13 + _colours(data[10:11])
    while at < len(data) and data[at : at + 1] in (b"!", b","):
        is_words = data[at : at + 2] in _WORDS
        at += 2 if data[at : at + 1] == b"!" else 11 + _colours(data[at + 9 : at + 10])
        said = bytearray()
        while at < len(data) and data[at]:
            if is_words and len(said) < _MOST:
                said += data[at + 1 : at + 1 + data[at]]
            at += 1 + data[at]
        at += 1
        yield bytes(said)
    yield data[at + 1 :]


def _colours(flags: bytes) -> int:
    """Bytes of a table of colours, by the flags that say whether there is one."""
    return 3 * 2 ** ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def webp_words(data: bytes) -> Iterator[bytes]:
    """Each chunk without pixels, and what stands behind the picture."""
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] not in _PIXELS:
            yield data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    yield data[8 + int.from_bytes(data[4:8], "little") :]
