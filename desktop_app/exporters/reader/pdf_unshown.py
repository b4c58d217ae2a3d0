"""Drawings that no page calls for: appearances of notes, tiles of patterns, glyphs that draw, and forgotten ones.

What they say is told by their fonts, and so each is put on a page of its own and read as pages are.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from desktop_app.exporters.reader.pdf_quiet import Written
from desktop_app.exporters.reader.result import Found

_MOST = 300  # drawings that are read in this way; of the rest their strings are
_WRITES = (b"Tj", b"TJ", b"'", b'"')
_PAPER = (-14_000, -14_000, 14_000, 14_000)


def unshown_drawings(pdf: pikepdf.Pdf, objects: list[Written], found: Found) -> bytes:
    """A PDF with a page for each of them; b"" when there are none."""
    shown: set[tuple[int, int]] = set()
    for page in pdf.pages:
        _follow(page.obj, shown)
    with pikepdf.new() as alone:
        for drawing, resources in _drawings([item for item, _ in objects], shown):
            if len(alone.pages) == _MOST:
                found.worry("unreadable-part")
                break
            _add_page(alone, drawing, resources)
        if not alone.pages:
            return b""
        out = BytesIO()
        alone.save(out)
    return out.getvalue()


def _follow(holder: Any, shown: set[tuple[int, int]]) -> None:
    """Note the forms that `holder` has at hand, and those that they have."""
    waiting = [holder]
    while waiting:
        resources = waiting.pop().get("/Resources")
        forms = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
        for form in forms.as_dict().values() if isinstance(forms, pikepdf.Dictionary) else ():
            if isinstance(form, pikepdf.Stream) and form.objgen not in shown:
                shown.add(form.objgen)
                waiting.append(form)


def _drawings(objects: list[Any], shown: set[tuple[int, int]]) -> Iterator[tuple[Any, Any]]:
    """(a stream of operators that write, the resources they are to have)."""
    for item in objects:
        if isinstance(item, pikepdf.Stream):
            is_drawing = item.get("/Subtype") == "/Form" or item.get("/PatternType") == 1
            if is_drawing and item.objgen not in shown and _writes(item):
                yield item, item.get("/Resources")
        elif isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type3":
            glyphs = item.get("/CharProcs")
            for glyph in glyphs.as_dict().values() if isinstance(glyphs, pikepdf.Dictionary) else ():
                if isinstance(glyph, pikepdf.Stream) and _writes(glyph):
                    yield glyph, item.get("/Resources")


def _writes(stream: pikepdf.Stream) -> bool:
    try:
        data = stream.read_bytes()
    except (pikepdf.PdfError, pikepdf.DependencyError, NotImplementedError):
        return False
    return any(operator in data for operator in _WRITES)


def _add_page(alone: pikepdf.Pdf, drawing: pikepdf.Stream, resources: Any) -> None:
    page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=list(_PAPER))
    page.Contents = alone.make_stream(drawing.read_bytes())
    if isinstance(resources, pikepdf.Dictionary):
        page.Resources = _copied(alone, resources)
    alone.pages.append(pikepdf.Page(alone.make_indirect(page)))


def _copied(alone: pikepdf.Pdf, resources: pikepdf.Object) -> pikepdf.Object:
    """Only what is indirect can be copied from one file to another."""
    if resources.is_indirect:
        return alone.copy_foreign(resources)
    copy = pikepdf.Dictionary()
    for key, value in resources.as_dict().items():
        if isinstance(value, pikepdf.Object) and value.is_indirect:
            copy[key] = alone.copy_foreign(value)
        elif isinstance(value, pikepdf.Dictionary):
            copy[key] = _copied(alone, value)
        elif key != "/ProcSet":
            copy[key] = value
    return copy
