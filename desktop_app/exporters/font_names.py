"""What fonts say of themselves: licence, designer, styles. That of our own is known, and the same in every file."""

from __future__ import annotations

from functools import cache

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


@cache
def shipped_name_tables() -> frozenset[bytes]:
    """Those of the fonts that we embed, which a subset leaves as they are, and that of a font without any.

    They tell of every style there is ("ampersandStylistic", "FiraGOBold1"), in which a person called Bold or a place
    called the Sands would be found, and no review with one of them could be printed.
    """
    import pymupdf_fonts

    return frozenset({b""} | {name_table(pymupdf_fonts.fontbuffers[key]()) for key in SHIPPED.values()})
