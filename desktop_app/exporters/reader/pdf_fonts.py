"""What a font says beside its shapes: name table, notices, tables of somebody's own, maps from codes to letters.

Words of a font are held against the register alone. Of its binary rest only long runs of letters are taken: chance
makes the short ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from desktop_app.exporters.font_names import name_table, named, shipped_name_tables
from desktop_app.exporters.reader.pdf_quiet import Written
from desktop_app.exporters.reader.pdf_unpacked import stream_bytes
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.strings import readable

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_MAPS = ("/ToUnicode", "/CIDToGIDMap", "/CIDSet", "/Encoding")
_HAS_ONE = re.compile(rb"/(?:FontFile|ToUnicode|CIDToGIDMap|CIDSet|Encoding)")
_LONG = re.compile(rb"[A-Za-z][A-Za-z .'-]{4,}[A-Za-z]")
_LONG_WIDE = re.compile(rb"(?:\x00[A-Za-z .'-]){6,}|(?:[A-Za-z .'-]\x00){6,}")
_LETTERS = re.compile(rb"<([0-9A-Fa-f]{16,400})>")  # four letters and more that stand for one code
_STYLES = frozenset({"Regular", "Book", "Roman", "Medium", "Bold", "Italic", "Oblique", "Light", "Black"})
_PLAIN = 4096  # bytes of the beginning of a PostScript font, which says who made it


def font_words(objects: list[Written], prefix: str, name: str, budget: list[int], found: Found) -> None:
    """Raises UserError ("too-large") as `stream_bytes` does."""
    for item, raw in objects:
        if not _HAS_ONE.search(raw) or not isinstance(item, pikepdf.Dictionary):
            continue
        for key in (*_PROGRAMS, *_MAPS):
            stream = item.get(key)
            if not isinstance(stream, pikepdf.Stream):
                continue
            try:
                data, behind = stream_bytes(stream, name, budget)
            except pikepdf.PdfError:
                found.worry("unreadable-part")
                continue
            for said in _program(data) if key in _PROGRAMS else _map(data):
                found.form(f"{prefix}name in a font", said)
            found.form(f"{prefix}behind a font", readable(behind))


def _program(data: bytes) -> Iterator[str]:
    table = name_table(data)
    shipped = table and table in shipped_name_tables()
    if table and not shipped:
        yield from (_spoken(string) for string in named(table))
    if data[:1] in (b"%", b"\x80", b"\x01"):
        yield readable(data[:_PLAIN].partition(b"eexec")[0])
    rest = data.replace(table, b"") if table else data
    yield from (run.decode("ascii") for run in _LONG.findall(rest))
    yield from (run.replace(b"\x00", b"").decode("ascii") for run in _LONG_WIDE.findall(rest))


def _spoken(string: bytes) -> str:
    """One of a name table's strings; "" for what any font calls its styles."""
    wide = string.decode("utf-16-be", "replace")
    said = wide if all(letter.isprintable() and letter < "\u0250" for letter in wide) else readable(string)
    return "" if _STYLES.issuperset(said.split()) else said


def _map(data: bytes) -> Iterator[str]:
    """A map's comments and names, and letters in a row that one code stands for."""
    yield readable(data)
    for run in _LETTERS.findall(data):
        if len(run) % 4 == 0:
            yield bytes.fromhex(run.decode()).decode("utf-16-be", "replace")
