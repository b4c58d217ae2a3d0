"""What fonts say of themselves: licence, designer, styles. That of our own is known, and the same in every file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

_HEAD, _RECORD = 6, 12  # bytes of a name table's header, and of each record behind it
_DIRECTORY, _ENTRY = 12, 16  # bytes: a font's header, and each entry behind it (OpenType, "Table directory")
SHIPPED = {"FiraGO": "figo", "FiraGO-Bold": "figbo", "FiraGO-Italic": "figit", "FiraGO-BoldItalic": "figbi"}


def name_table(font: bytes) -> bytes:
    """The table "name" of a font's bytes, as it is kept there; b"" where it has none."""
    for at in range(int.from_bytes(font[4:6], "big")):
        entry = font[_DIRECTORY + _ENTRY * at : _DIRECTORY + _ENTRY * (at + 1)]
        if entry[:4] == b"name":
            start, length = int.from_bytes(entry[8:12], "big"), int.from_bytes(entry[12:], "big")
            return font[start : start + length]
    return b""


def named(table: bytes) -> Iterator[bytes]:
    """Each string of a name table by itself, and what stands between them: run together, two would be a third."""
    count, first = int.from_bytes(table[2:4], "big"), int.from_bytes(table[4:6], "big")
    told = bytearray(table)
    for at in range(_HEAD, min(_HEAD + count * _RECORD, len(table)), _RECORD):
        length = int.from_bytes(table[at + 8 : at + 10], "big")
        start = first + int.from_bytes(table[at + 10 : at + _RECORD], "big")
        yield table[start : start + length]
        told[start : start + length] = b"\x01" * len(told[start : start + length])
    yield bytes(told[first:])


@cache
def shipped_name_tables() -> frozenset[bytes]:
    """Those of the fonts that we embed, which a subset leaves as they are, and that of a font without any.

    They tell of every style there is ("ampersandStylistic", "FiraGOBold1"), in which a person called Bold or a place
    called the Sands would be found, and no review with one of them could be printed.
    """
    import pymupdf_fonts

    return frozenset({b""} | {name_table(pymupdf_fonts.fontbuffers[key]()) for key in SHIPPED.values()})
