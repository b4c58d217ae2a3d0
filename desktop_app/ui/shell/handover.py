"""What a locking window tells the locked one that takes its place: one line through a pipe, nothing as an argument.

A list of processes is readable by others, and a path can name a child. Hexadecimal, so that any path is one word of the
line; no JSON, which takes as long to load as the rest of this.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

from desktop_app.ui.recent import RecentFile

_FIRST = b"candour-handover"
_NOTHING = b"-"


@dataclass(frozen=True, slots=True)
class Handover:
    """`geometry` as `QWidget.saveGeometry` gives it; `active`: the window had the keyboard, so the new one takes it."""

    path: Path
    geometry: bytes = b""
    active: bool = True
    recent: tuple[RecentFile, ...] = ()

    def line(self) -> bytes:
        words = [_FIRST, _hex(self.path), self.geometry.hex().encode() or _NOTHING, b"1" if self.active else b"0"]
        for file in self.recent:
            words += [_hex(file.path), file.opened.isoformat().encode()]
        return b" ".join(words) + b"\n"


def read_handover(line: bytes) -> Handover | None:
    """None when it is not one."""
    first, *words = line.split() or [b""]
    if first != _FIRST or len(words) < 3:
        return None
    try:
        path, geometry, active, *recent = (word.decode("ascii") for word in words)
        files = [
            RecentFile(_path(at), dt.datetime.fromisoformat(when))
            for at, when in zip(recent[::2], recent[1::2], strict=True)
        ]
        frame = b"" if geometry == "-" else bytes.fromhex(geometry)
        return Handover(_path(path), frame, active == "1", tuple(files))
    except ValueError:
        return None


def _hex(path: Path) -> bytes:
    return os.fsencode(path).hex().encode()


def _path(text: str) -> Path:
    return Path(os.fsdecode(bytes.fromhex(text)))
