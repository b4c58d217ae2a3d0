"""The natural order of each family: by its numbers, refs or dates; else as first stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.domain.event_order import sort_text
from desktop_app.domain.record import Record

_FAR = dt.date.max


def arrange(found: Mapping[str, list[Record]]) -> dict[str, tuple[Record, ...]]:
    """Each family's records in order, `found` by family name and as first stored. Parts need their recommendations."""
    numbers = {record.uid: getattr(record, "number", 0) for record in found.get("recommendations", ())}
    keys = {**_KEYS, "parts": lambda part: (numbers.get(part.recommendation, 0), part.recommendation, part.letter)}
    return {
        family: tuple(sorted(records, key=keys[family]) if family in keys else records)
        for family, records in found.items()
    }


def as_stored(family: str) -> bool:
    """Whether a family stands in the order in which its records were first stored."""
    return family not in _KEYS and family != "parts"


def _number(record: Any) -> int:
    return int(record.number)


def _order(record: Any) -> int:
    return int(record.order)


_KEYS: dict[str, Callable[[Any], Any]] = {
    "kloes": _number,
    "narratives": _order,
    "agencies": _order,
    "prompts": _order,
    "agenda_items": _order,
    "findings": _number,
    "episodes": _number,
    "recommendations": _number,
    "actions": _number,
    "events": sort_text,
    "decisions": lambda decision: decision.date or _FAR,
    "publication_decisions": lambda decision: decision.date or _FAR,
    "gaps": lambda gap: (gap.start or _FAR, gap.end or _FAR),
    "workshops": lambda workshop: workshop.date or _FAR,
    "updates": lambda update: update.as_at or _FAR,
    "involvements": _number,
    "board_cards": _order,
    "terms": lambda terms: terms.version,
    "action_changes": lambda change: change.on or _FAR,
    "answer_changes": lambda change: change.on or _FAR,
    "clock_changes": lambda change: change.on or _FAR,
    "meetings": lambda meeting: meeting.on or _FAR,
    "milestones": lambda milestone: milestone.due or _FAR,
}
