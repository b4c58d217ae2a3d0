"""Every object of a PDF, reachable or not: its strings, its streams, and what kinds of thing it is."""

from __future__ import annotations

from typing import Any

import pikepdf

from desktop_app.common.progress import Progress
from desktop_app.exporters.reader.pdf_pieces import Pieces
from desktop_app.exporters.reader.pdf_quiet import Written, is_quiet
from desktop_app.exporters.reader.pdf_streams import read_stream
from desktop_app.exporters.reader.pdf_strings import read_strings, spoken
from desktop_app.exporters.reader.refusals import LARGEST_PART
from desktop_app.exporters.reader.result import READING, Found
from desktop_app.exporters.reader.strings import readable

_AT_ONCE = 100  # objects
_AUTHORS = {"/Author", "/Creator"}
_WORDLESS = ("/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode", "/CIDToGIDMap", "/CIDSet")


def walk_objects(
    pdf: pikepdf.Pdf, objects: list[Written], prefix: str, name: str, found: Found, progress: Progress
) -> None:
    """Visit each of the file's `objects` once."""
    _information(pdf, prefix, found)
    telling = [item for item, raw in objects if not is_quiet(item, raw)]
    passed = _wordless(telling)
    contents = _page_contents(pdf)
    budget = [LARGEST_PART]
    pieces = Pieces()
    for number, item in enumerate(telling):
        if number % _AT_ONCE == 0:
            progress.step(number, len(telling), READING)
        try:
            read_strings(item, prefix, found, pieces)
            if isinstance(item, pikepdf.Stream) and item.objgen not in passed:
                read_stream(item, prefix, name, budget, found, is_page=item.objgen in contents)
        except (UnicodeDecodeError, TypeError, ValueError, pikepdf.PdfError):
            found.worry("unreadable-part")
            raw = item.read_raw_bytes() if isinstance(item, pikepdf.Stream) else item.unparse()
            found.text(f"{prefix}broken object", readable(raw))
    read_strings(pdf.trailer, prefix, found)
    for said in pieces.words():
        keep = found.text if said.isdigit() else found.form
        keep(f"{prefix}short strings together", said)


def _information(pdf: pikepdf.Pdf, prefix: str, found: Found) -> None:
    information = pdf.trailer.get("/Info")
    if not isinstance(information, pikepdf.Dictionary):
        return
    for key, value in information.items():
        words = spoken(value)
        if not words:
            continue
        plain = key.removeprefix("/")
        found.properties[prefix + plain] = words
        if key in _AUTHORS:
            found.worry("author-property")
        elif key != "/Title":
            found.worry("extra-property")
            found.token(f"{prefix}property name", plain)
        found.text(f"{prefix}{plain.lower()} property", words)


def _page_contents(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Streams whose words come through PDFium."""
    contents: set[tuple[int, int]] = set()
    for page in pdf.pages:
        held = page.obj.get("/Contents")
        streams = [held] if isinstance(held, pikepdf.Stream) else list(held) if isinstance(held, pikepdf.Array) else []
        contents.update(stream.objgen for stream in streams if isinstance(stream, pikepdf.Stream))
    return contents


def _wordless(objects: list[Any]) -> set[tuple[int, int]]:
    """Font programs, glyph maps and the file's own index: they hold no words anybody wrote."""
    passed: set[tuple[int, int]] = set()
    for item in objects:
        if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        for key in _WORDLESS:
            if key in item and isinstance(item[key], pikepdf.Stream):
                passed.add(item[key].objgen)
        if isinstance(item, pikepdf.Stream) and item.get("/Type") in ("/XRef", "/ObjStm"):
            passed.add(item.objgen)
    return passed
