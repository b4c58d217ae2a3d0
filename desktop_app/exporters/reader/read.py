"""Which kind of file it is, by its bytes; by its name only where it is plain text."""

from __future__ import annotations

from pathlib import Path

from desktop_app.common.progress import NoProgress, Progress, Stretch
from desktop_app.common.regular_file import read_regular
from desktop_app.exporters.reader.picture import picture_format, read_picture
from desktop_app.exporters.reader.read_again import read_again
from desktop_app.exporters.reader.refusals import LARGEST_FILE, TooMuchError, foreign, too_large, unopened
from desktop_app.exporters.reader.result import Found, ReadBack

_PDF_WITHIN = 1024  # readers accept a PDF whose header is this far in
_ZIP = b"PK\x03\x04"


def read(path: Path) -> ReadBack:
    """See `reader.read_back`."""
    try:
        data = read_regular(path, LARGEST_FILE, safe="Nothing was changed.")
    except OSError as error:
        raise unopened(path.name) from error
    if len(data) > LARGEST_FILE:
        raise too_large(path.name)
    return read_data(data, path.name)


def read_data(data: bytes, name: str, progress: Progress | None = None, *, whole: bool = False) -> ReadBack:
    """See `reader.read_bytes`."""
    found = Found(known=frozenset()) if whole else Found()
    found.size = len(data)
    watcher = progress or NoProgress()
    try:
        format_ = _read_as(data, name, found, Stretch(watcher, 0, 80))
        read_again(name, found, Stretch(watcher, 80, 100))
    except TooMuchError as error:
        raise too_large(name) from error
    return found.result(format_)


def _read_as(data: bytes, name: str, found: Found, progress: Progress) -> str:
    if b"%PDF-" in data[:_PDF_WITHIN]:
        from desktop_app.exporters.reader.pdf import read_pdf

        read_pdf(data, name, found, progress=progress)
        return "pdf"
    if data.startswith(_ZIP) or _ends_as_zip(data):
        from desktop_app.exporters.reader.package import read_package

        return read_package(data, name, found)
    picture = picture_format(data)
    if picture:
        read_picture(data, found)
        return picture
    if name.lower().endswith(".csv"):  # text has no mark of its own: only its name says what it is
        from desktop_app.exporters.reader.delimited_text import read_delimited

        read_delimited(data, name, found)
        return "csv"
    raise foreign(name)


def _ends_as_zip(data: bytes) -> bool:
    return b"PK\x05\x06" in data[-66_000:]
