"""What a PDF keeps and does not show: pages taken off the list, and object streams nobody reads."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

from desktop_app.exporters.reader.pdf_quiet import Written
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.strings import readable
from desktop_app.exporters.reader.unpack import unpacked

_OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm\b[^<>]*>>\s*stream\r?\n")
_NUMBERS = re.compile(rb"[\d\s]*")


def removed_pages(pdf: pikepdf.Pdf, objects: list[Written]) -> bytes:
    """A PDF of the pages that the file holds and does not count; b"" when there are none."""
    counted = {page.obj.objgen for page in pdf.pages}
    kept = [
        item
        for item, raw in objects
        if b"/Page" in raw and isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Page"
    ]
    removed = [item for item in kept if item.objgen not in counted and "/Contents" in item]
    if not removed:
        return b""
    with pikepdf.new() as alone:
        for item in removed:
            alone.pages.append(pikepdf.Page(item))
        out = BytesIO()
        alone.save(out)
    return out.getvalue()


def unused_streams(data: bytes, objects: list[Written], prefix: str, found: Found) -> None:
    """Object streams that hold an object the file does not know: it is there for whoever unpacks the stream."""
    known = {item.objgen[0] for item, _ in objects}
    for match in _OBJECT_STREAM.finditer(data):
        held = unpacked(data[match.end() :])
        begins = _NUMBERS.match(held)
        numbers = [int(number) for number in begins.group().split()[::2]] if begins else []
        if not known.issuperset(numbers):
            found.worry("lost-object")
            hidden = [bytes.fromhex(run) for run in _hexadecimal(held)]
            for said in (readable(held), *(readable(run) for run in hidden)):
                found.form(f"{prefix}object stream", said)


def _hexadecimal(data: bytes) -> list[str]:
    pieces = [piece.partition(b">")[0] for piece in data.split(b"<")[1:]]
    runs = [piece.decode("ascii", "ignore") for piece in pieces if len(piece) >= 8 and len(piece) % 2 == 0]
    return [run for run in runs if all(letter in "0123456789abcdefABCDEF" for letter in run)]
