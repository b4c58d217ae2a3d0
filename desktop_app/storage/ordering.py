"""The natural order of each family: by its numbers, refs or dates; else as first stored."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot

_FAR = dt.date.max


def arrange(found: Mapping[str, list[Record]]) -> Snapshot:
    """A snapshot of each family's records, `found` by family name and as first stored."""
    numbers = {record.uid: getattr(record, "number", 0) for record in found["recommendations"]}
    keys = {**_KEYS, "parts": lambda part: (numbers.get(part.recommendation, 0), part.recommendation, part.letter)}
    ordered: dict[str, Any] = {
        family: tuple(sorted(records, key=keys[family]) if family in keys else records)
        for family, records in found.items()
    }
    return Snapshot(**ordered)


def natural(ref: str) -> tuple[tuple[int, str], ...]:
    """Key under which "CSC-9" comes before "CSC-10"."""
    return tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in re.split(r"(\d+)", ref) if piece)


def _event(event: ChronologyEvent) -> Any:
    """By day; within a day as set by hand, then by time; refs settle the rest."""
    start, end, timeless, time = event.date.sort_key
    return (start, end, event.sequence, timeless, time, natural(event.ref))


def _number(record: Any) -> int:
    return int(record.number)


def _order(record: Any) -> int:
    return int(record.order)


_KEYS: dict[str, Callable[[Any], Any]] = {
    "kloes": _number,
    "narratives": _order,
    "agencies": _order,
    "prompts": _order,
    "findings": _number,
    "episodes": _number,
    "recommendations": _number,
    "actions": _number,
    "events": _event,
    "decisions": lambda decision: decision.date or _FAR,
    "publication_decisions": lambda decision: decision.date or _FAR,
    "gaps": lambda gap: (gap.start or _FAR, gap.end or _FAR),
    "workshops": lambda workshop: workshop.date or _FAR,
    "updates": lambda update: update.as_at or _FAR,
}
