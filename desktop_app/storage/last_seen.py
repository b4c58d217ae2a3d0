"""What this computer remembers of the file it last had open, so that an older one put back in its place is noticed.

No file can tell by itself that a newer one exists. Kept beside the working copies, named by the review's random id:
number and seal of the last write, and when. No path, no name; whoever can delete it can hide an exchange from this.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from dataclasses import dataclass

from desktop_app.common import clock
from desktop_app.storage.header import Header
from desktop_app.storage.working_copy import WorkingCopy


@dataclass(frozen=True, slots=True)
class Seen:
    """`generation` and `seal` as in the header; `at` in UTC."""

    generation: int
    seal: str
    at: dt.datetime

    def is_newer_than(self, header: Header) -> bool:
        """Also for one of the same number and other content: of two files that went separate ways, it is not ours."""
        if header.generation == self.generation:
            return header.seal != self.seal
        return header.generation < self.generation


def last_seen(work: WorkingCopy) -> Seen | None:
    """None when this computer never had the review open, or cannot read what it noted."""
    try:
        plain = json.loads(work.seen.read_bytes()[:1000])
        return Seen(int(plain["generation"]), str(plain["seal"]), dt.datetime.fromisoformat(plain["at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(work: WorkingCopy, header: Header) -> None:
    """To be called when the file was opened or written. A help that may be lost, so it fails nothing."""
    text = json.dumps({"generation": header.generation, "seal": header.seal, "at": clock.now().isoformat()})
    with contextlib.suppress(OSError):
        note = os.open(work.seen, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(note, "w", encoding="ascii") as file:
            file.write(text)
