"""A file inside a file: opened like the one it is in, a few levels down."""

from __future__ import annotations

from desktop_app.common.errors import UserError
from desktop_app.exporters.reader.picture import picture_words
from desktop_app.exporters.reader.refusals import TooMuchError
from desktop_app.exporters.reader.result import Found
from desktop_app.exporters.reader.unpack import LARGEST_UNPACKED, is_swollen, unpacked

_DEEPEST = 3


def read_inside(data: bytes, where: str, name: str, found: Found) -> None:
    """Bytes of any kind: their readable runs, a picture's words, and what a PDF or an archive among them holds.

    What cannot be opened is a worry ("unreadable-part"), and was read as it lies.
    """
    for kind, words in picture_words(data):
        found.text(f"{where}, {kind}" if kind else where, words)
    if found.depth >= _DEEPEST:
        return
    found.depth += 1
    try:
        if b"%PDF-" in data[:1024]:
            found.worry("embedded-object")
            _read_pdf(data, where, name, found)
        elif (archive := data.find(b"PK\x03\x04")) >= 0:
            from desktop_app.exporters.reader.package import read_nested

            found.worry("embedded-object")
            read_nested(data[archive:], where, name, found)
        elif inner := unpacked(data.lstrip(b"\r\n"), found.room):
            found.worry("embedded-object")
            found.room -= len(inner)
            if not found.room:
                if is_swollen(found.size, LARGEST_UNPACKED + 1):
                    raise TooMuchError
                found.worry("unreadable-part")
            read_inside(inner, f"{where}, unpacked", name, found)
    finally:
        found.depth -= 1


def _read_pdf(data: bytes, where: str, name: str, found: Found) -> None:
    from desktop_app.exporters.reader.pdf import read_pdf

    try:
        read_pdf(data, name, found, prefix=f"{where}, ")
    except UserError:
        found.worry("unreadable-part")
