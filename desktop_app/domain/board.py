"""The board beside a finding: evidence laid for it, against it, or for context, in an order of the author's own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record


class Side(StrEnum):
    FOR = "for"
    AGAINST = "against"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCard(Record):
    """Where one record lies beside a finding, and what the author notes about it there.

    What a finding rests on is in the finding itself: a card for it holds only its place and note.
    """

    finding: str = ""  # uid of a Finding
    family: str = ""  # of the record, e.g. "events"
    of: str = ""  # uid of the record
    side: Side = Side.CONTEXT
    order: int = 0  # from 1, within its side
    note: str = ""
