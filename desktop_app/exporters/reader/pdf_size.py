"""A PDF that is small in bytes and endless to read: told by its numbers before any page of it is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from desktop_app.exporters.reader.pdf_unpacked import stream_bytes
from desktop_app.exporters.reader.refusals import LARGEST_PART, too_large

_MOST_OBJECTS = 500_000  # a chronology of 20,000 rows, tagged, has 150,000
_OBJECT, _MANY = 8, 100_000  # bytes that an object takes at the least, where there are so many
_MOST_PAGES = 50_000
_PAGE = 16  # bytes that a page takes at the least, packed with others
_FEW = 1_000  # pages, and drawings within drawings, that any reader bears
_MOST_DRAWN = 20_000  # times that drawings are drawn within each other
_DO = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")


def refuse_endless(pdf: pikepdf.Pdf, data: bytes, name: str) -> None:
    """Raises UserError ("too-large") for more objects or pages than bytes of `data` can hold."""
    counted = pdf.trailer.get("/Size", 0)
    if isinstance(counted, int) and (counted > _MOST_OBJECTS or (counted > _MANY and counted * _OBJECT > len(data))):
        raise too_large(name)
    tree = pdf.Root.get("/Pages")
    claimed = tree.get("/Count", 0) if isinstance(tree, pikepdf.Dictionary) else 0
    if isinstance(claimed, int) and (claimed > _MOST_PAGES or (claimed > _FEW and claimed * _PAGE > len(data))):
        raise too_large(name)


def refuse_drawn_without_end(pdf: pikepdf.Pdf, name: str) -> None:
    """Raises UserError ("too-large") where drawings draw each other, or themselves, more often than anybody needs."""
    times: dict[tuple[int, int], int] = {}
    for page in pdf.pages:
        forms = list(_forms(page.obj))
        if any(_has_forms(form) for form in forms) and sum(_drawn(form, times, (), name) for form in forms) > _FEW:
            contents = b"\n".join(_contents(page.obj, name))
            drawn = sum(_drawn(form, times, (), name) * count for form, count in _called(page.obj, contents))
            if drawn > _MOST_DRAWN:
                raise too_large(name)


def _drawn(form: Any, times: dict[tuple[int, int], int], within: tuple[tuple[int, int], ...], name: str) -> int:
    """How many drawings one drawing of `form` comes to."""
    if form.objgen in within:
        raise too_large(name)
    if form.objgen not in times:
        total = 1
        if _has_forms(form):
            data, _ = stream_bytes(form, name, [LARGEST_PART])
            total += sum(
                _drawn(child, times, (*within, form.objgen), name) * count for child, count in _called(form, data)
            )
        times[form.objgen] = total
        if total > _MOST_DRAWN:
            raise too_large(name)
    return times[form.objgen]


def _called(holder: Any, data: bytes) -> Iterator[tuple[Any, int]]:
    """(form, how often the operators in `data` draw it)."""
    names = [match.group(1) for match in _DO.finditer(data)]
    for key, form in _named_forms(holder):
        count = names.count(key.removeprefix("/").encode("utf-8", "replace"))
        if count:
            yield form, count


def _contents(page: Any, name: str) -> Iterator[bytes]:
    held = page.get("/Contents")
    for stream in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(stream, pikepdf.Stream):
            yield stream_bytes(stream, name, [LARGEST_PART])[0]


def _has_forms(form: Any) -> bool:
    return any(True for _ in _named_forms(form))


def _forms(holder: Any) -> Iterator[Any]:
    for _, form in _named_forms(holder):
        yield form


def _named_forms(holder: Any) -> Iterator[tuple[str, Any]]:
    resources = holder.get("/Resources")
    drawings = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if isinstance(drawings, pikepdf.Dictionary):
        for key, item in drawings.items():
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form":
                yield key, item
