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

KEY_WAITS = "recovery-key-waits"  # told after the line: locked before somebody said that it was put away
_FIRST = b"candour-handover"
_NOTHING = b"-"


@dataclass(frozen=True, slots=True)
class Handover:
    """`path`: the review to unlock, None when none was made. `geometry` as `QWidget.saveGeometry` gives it.

    `active`: the window had the keyboard, so the new one takes it. `from_desk`: a desk was locked, so whoever unlocks
    it goes back to where they were.
    """

    path: Path | None
    geometry: bytes = b""
    active: bool = True
    recent: tuple[RecentFile, ...] = ()
    from_desk: bool = True

    def line(self) -> bytes:
        words = [
            _FIRST,
            _NOTHING if self.path is None else _hex(self.path),
            self.geometry.hex().encode() or _NOTHING,
            _bit(self.active),
            _bit(self.from_desk),
        ]
        for file in self.recent:
            words += [_hex(file.path), file.opened.isoformat().encode()]
        return b" ".join(words) + b"\n"


def read_handover(line: bytes) -> Handover | None:
    """None when it is not one."""
    first, *words = line.split() or [b""]
    if first != _FIRST or len(words) < 4:
        return None
    try:
        path, geometry, active, from_desk, *recent = (word.decode("ascii") for word in words)
        files = [
            RecentFile(_path(at), dt.datetime.fromisoformat(when))
            for at, when in zip(recent[::2], recent[1::2], strict=True)
        ]
        frame = b"" if geometry == "-" else bytes.fromhex(geometry)
        held = None if path == "-" else _path(path)
        return Handover(held, frame, active == "1", tuple(files), from_desk == "1")
    except ValueError:
        return None


def _bit(value: bool) -> bytes:
    return b"1" if value else b"0"


def _hex(path: Path) -> bytes:
    return os.fsencode(path).hex().encode()


def _path(text: str) -> Path:
    return Path(os.fsdecode(bytes.fromhex(text)))
