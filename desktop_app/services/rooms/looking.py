"""What a file can be said to be before anybody has typed its passphrase."""

from __future__ import annotations

from pathlib import Path

from desktop_app.storage.packs.frames import Kind, read_frames
from desktop_app.storage.packs.refusals import closed


def look_at(path: Path) -> None:
    """Raises UserError when no room can run from the file: no pack, a newer one, damaged, or closed already."""
    if any(frame.kind is Kind.END for frame in read_frames(path).frames):
        raise closed(path)
