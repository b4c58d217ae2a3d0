"""A finished file opened again as an attacker would: every word in it, seen or not, and what it should not hold."""

from __future__ import annotations

from pathlib import Path

from desktop_app.common.progress import Progress
from desktop_app.exporters.reader.result import READING, ReadBack

__all__ = ["READING", "ReadBack", "read_back", "read_bytes"]


def read_back(path: Path) -> ReadBack:
    """All text found in the PDF, DOCX or XLSX at `path`, and codes of structural worries.

    Raises UserError (Exit.FILE) with code "foreign" (none of the three), "damaged", "encrypted" or "too-large";
    (Exit.OUTSIDE) when the file cannot be opened.
    """
    from desktop_app.exporters.reader.read import read

    return read(path)


def read_bytes(data: bytes, name: str, progress: Progress | None = None, *, whole: bool = False) -> ReadBack:
    """The same for a file that is not on a disk; `name` is only for messages.

    `whole`: also the parts that a library puts in any file, which are passed over while they are as it made them.
    Raises UserError (Exit.FILE), CancelledError when `progress` says so.
    """
    from desktop_app.exporters.reader.read import read_data

    return read_data(data, name, progress, whole=whole)
