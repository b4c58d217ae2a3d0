"""What a locking window tells the locked one that takes its place: one line of JSON through a pipe, nothing in plain.

The path travels here and not as an argument: a list of processes is readable by others, and a path can name a child.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

from desktop_app.ui.recent import RecentFile


@dataclass(frozen=True, slots=True)
class Handover:
    """`geometry` as `QWidget.saveGeometry` gives it; `active`: the window had the keyboard, so the new one takes it."""

    path: Path
    geometry: bytes = b""
    active: bool = True
    recent: tuple[RecentFile, ...] = ()

    def line(self) -> bytes:
        held = {
            "path": str(self.path),
            "geometry": base64.b64encode(self.geometry).decode(),
            "active": self.active,
            "recent": [[str(file.path), file.opened.isoformat()] for file in self.recent],
        }
        return json.dumps(held).encode() + b"\n"


def read_handover(line: bytes) -> Handover | None:
    """None when it is not one."""
    try:
        held = json.loads(line)
        return Handover(
            Path(held["path"]),
            base64.b64decode(held["geometry"]),
            bool(held["active"]),
            tuple(RecentFile(Path(path), dt.datetime.fromisoformat(when)) for path, when in held["recent"]),
        )
    except (ValueError, TypeError, KeyError):
        return None
