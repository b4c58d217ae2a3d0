"""FiraGO's font files, unpacked once on each computer.

The package that brings them keeps them compressed; unpacking takes half of what a bare window takes to appear. They
are public font files and hold nothing of anybody's, so the unpacked ones stay in the user's cache folder.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

EDITION = "firago-1.0.5"  # of the package; a new edition is unpacked anew


def font_file(key: str) -> Path | None:
    """Where the unpacked face is, e.g. for "figo"; None where the cache folder may not be written to."""
    cache = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    path = Path(cache) / "candour" / EDITION / f"{key}.ttf"
    if not path.exists():
        try:
            _keep(path, font_bytes(key))
        except OSError:  # a read-only or full home folder: the window then waits a little longer each time
            return None
    return path


def font_bytes(key: str) -> bytes:
    """TrueType bytes of a face, from the package."""
    import pymupdf_fonts

    data: bytes = pymupdf_fonts.fontbuffers[key]()
    return data


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_suffix(f".{os.getpid()}")
    try:
        part.write_bytes(data)
        os.replace(part, path)  # two windows may start at once: each moves a whole file into place
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()
