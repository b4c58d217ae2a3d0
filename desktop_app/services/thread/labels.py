"""What records are called in sentences about the thread: by number or ref, never by a name or by what they say."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.family_words import one
from desktop_app.services.passages import passage_name

_NUMBERED = {
    "findings": "Finding {}",
    "recommendations": "Recommendation {}",
    "actions": "Action {}",
    "kloes": "Key line of enquiry {}",
    "episodes": "Key practice episode {}",
    "involvements": "Entry {} under family and those affected",
}


class Labels:
    """Names records of one snapshot, e.g. "Finding 3", "CSC-014", "An update of Action 7"."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._actions: dict[str, int] | None = None
        self._recs: dict[str, int] | None = None
        self._special: dict[str, Callable[[Any], str]] = {
            "events": lambda event: event.ref or "An event",
            "parts": lambda part: f"Part {part.letter} of {self._rec(part.recommendation)}",
            "updates": lambda update: f"An update of {self._action(update.action)}",
            "action_changes": lambda change: f"A dated change of {self._action(change.action)}",
            "milestones": lambda milestone: f"A milestone of {self._action(milestone.action)}",
            "answer_changes": lambda change: f"A dated answer to {self._rec(change.recommendation)}",
            "narratives": lambda passage: f"The passage “{passage_name(passage.key)}”",
            "terms": lambda terms: f"Version {terms.version} of the terms of reference",
        }

    def of(self, family: str, record: Record) -> str:
        if family in _NUMBERED:
            return _NUMBERED[family].format(getattr(record, "number", 0))
        if family in self._special:
            return self._special[family](record)
        kind = a_kind(family)
        return kind[0].upper() + kind[1:]

    def _action(self, uid: str) -> str:
        if self._actions is None:
            self._actions = {action.uid: action.number for action in self._snapshot.actions}
        number = self._actions.get(uid)
        return f"Action {number}" if number is not None else "an action"

    def _rec(self, uid: str) -> str:
        if self._recs is None:
            self._recs = {rec.uid: rec.number for rec in self._snapshot.recommendations}
        number = self._recs.get(uid)
        return f"Recommendation {number}" if number is not None else "a recommendation"


def a_kind(family: str) -> str:
    """ "a person", "an event of the chronology"."""
    word = one(family) if family else "record"
    return f"{'an' if re.match('[aeio]', word) else 'a'} {word}"
