"""Letters that copy as others: a page shows a name, and its font tells whoever searches or copies something else.

Only for simple fonts with an encoding of their own, where the codes themselves say which letters are drawn.
"""

from __future__ import annotations

import re
import string

import pikepdf

from desktop_app.exporters.reader.pdf_quiet import Written
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.strings import readable

_SIMPLE = ("/Type1", "/TrueType", "/MMType1")
_NAMED = ("/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4})>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4})>")
_LETTERS = frozenset(string.ascii_letters.encode())


def disguised_letters(objects: list[Written], prefix: str, found: Found) -> None:
    """Where a font's letters copy as other letters, what is drawn with it as the eye reads it."""
    if not any(_lies(item) for item, raw in objects if b"/ToUnicode" in raw):
        return
    found.worry("disguised-letters")
    for item, _ in objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Type") is None and "/Width" not in item:
            _drawn(item, prefix, found)


def _lies(font: object) -> bool:
    if not isinstance(font, pikepdf.Dictionary) or font.get("/Subtype") not in _SIMPLE:
        return False
    copied = font.get("/ToUnicode")
    if font.get("/Encoding") not in _NAMED or not isinstance(copied, pikepdf.Stream):
        return False
    try:
        said = bytes(copied.read_bytes())
    except pikepdf.PdfError:
        return True
    pairs = {int(code, 16): int(letter, 16) for code, letter in _PAIR.findall(_RANGE.sub(b"", said))}
    for first, last, letter in _RANGE.findall(said):
        pairs.update(
            {code: int(letter, 16) + code - int(first, 16) for code in range(int(first, 16), int(last, 16) + 1)}
        )
    return any(code != letter for code, letter in pairs.items() if code in _LETTERS)


def _drawn(stream: pikepdf.Stream, prefix: str, found: Found) -> None:
    try:
        instructions = pikepdf.parse_content_stream(stream, "Tj TJ ' \"")
    except pikepdf.PdfError:
        return  # no drawing
    words: list[str] = []
    for instruction in instructions:
        for operand in instruction.operands:
            pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
            words.append("".join(str(piece) for piece in pieces if isinstance(piece, pikepdf.String)))
    found.text(f"{prefix}letters as they are drawn", readable("\n".join(words).encode("utf-8")))
