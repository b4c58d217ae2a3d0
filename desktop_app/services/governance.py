"""Where actions stand on a day: by status, which are late, and whether anybody has said why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.learning import OVER, Action, ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import actions_at
from desktop_app.services.recommendations import answers

# What wants looking at comes first.
ORDER = (
    ActionStatus.DELAYED,
    ActionStatus.IN_PROGRESS,
    ActionStatus.PART_COMPLETE,
    ActionStatus.NOT_STARTED,
    ActionStatus.UNKNOWN,
    ActionStatus.COMPLETE,
    ActionStatus.EMBEDDED,
    ActionStatus.NOT_ACCEPTED,
)


@dataclass(frozen=True, slots=True)
class ActionLine:
    """`days_late` is 0 for what is in time, over, or has no date. `reason` is why its date was revised."""

    uid: str
    number: int
    text: str
    owner: str
    due: dt.date | None
    days_late: int
    revised: bool
    reason: str
    answers: tuple[str, ...]


def actions_by_status(snapshot: Snapshot, today: dt.date) -> list[tuple[ActionStatus, list[ActionLine]]]:
    """Statuses that have actions, in `ORDER`; within one, the longest late first, then by number."""
    held: dict[ActionStatus, list[ActionLine]] = {}
    for action in actions_at(snapshot, today):
        held.setdefault(action.status, []).append(_line(snapshot, action, today))
    for lines in held.values():
        lines.sort(key=lambda line: (-line.days_late, line.number))
    return [(status, held[status]) for status in ORDER if status in held]


def _line(snapshot: Snapshot, action: Action, today: dt.date) -> ActionLine:
    due = action.revised_due or action.due
    late = (today - due).days if due and action.status not in OVER and due < today else 0
    return ActionLine(
        uid=action.uid,
        number=action.number,
        text=action.text,
        owner=", ".join(filter(None, [action.owner_role, action.owner_body])),
        due=due,
        days_late=late,
        revised=action.revised_due is not None,
        reason=action.revised_reason,
        answers=answers(snapshot, action),
    )
