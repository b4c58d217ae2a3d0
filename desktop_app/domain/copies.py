"""What another copy of the review says otherwise, and nobody but the author can settle."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record


class Otherwise(StrEnum):
    BOTH_CHANGED = "both-changed"
    DELETED_HERE = "deleted-here"  # and changed in the copy
    DELETED_THERE = "deleted-there"  # and changed here


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyConflict(Record):
    """`record` is a uid of `family`; `theirs` the copy's version as JSON, "" where the copy has deleted it.

    Settled ones stay, so that the same copy brought again asks nothing again.
    """

    family: str = ""
    record: str = ""
    theirs: str = ""
    why: Otherwise = Otherwise.BOTH_CHANGED
    settled: bool = False
