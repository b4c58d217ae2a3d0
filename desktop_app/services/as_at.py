"""How things stood on a day, and what has changed since another: read from dated updates and dated changes.

An action stores how it stands now. Its dated changes say what it was before each, so any day can be asked for.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.domain.learning import OVER, Action, ActionChange, ActionStatus
from desktop_app.domain.snapshot import Snapshot


class Standing:
    """Each action of a snapshot as it stood on any day."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._changes: dict[tuple[str, str], list[ActionChange]] = defaultdict(list)
        for change in snapshot.action_changes:
            if change.on is not None:
                self._changes[change.action, change.field].append(change)
        for held in self._changes.values():
            held.sort(key=lambda change: change.on or dt.date.min)

    def status(self, action: Action, day: dt.date | None) -> ActionStatus:
        said = self._at(action.uid, "status", day)
        return action.status if said is None else ActionStatus(said)

    def due(self, action: Action, day: dt.date | None) -> dt.date | None:
        said = self._at(action.uid, "due", day)
        if said is None:
            return action.revised_due or action.due
        return dt.date.fromisoformat(said) if said else None

    def reason(self, action: Action, day: dt.date | None) -> str:
        """Why the date that held by the end of `day` was given."""
        made = self._changes[action.uid, "due"]
        by_then = [change for change in made if day is not None and change.on is not None and change.on <= day]
        return by_then[-1].reason if by_then and len(by_then) < len(made) else action.revised_reason

    def _at(self, action: str, field: str, day: dt.date | None) -> str | None:
        """What it was by the end of `day`; None when that is what it is now."""
        if day is None:
            return None
        later = [change for change in self._changes[action, field] if change.on is not None and change.on > day]
        return later[0].before if later else None


def actions_at(snapshot: Snapshot, day: dt.date | None) -> tuple[Action, ...]:
    """Every action with the status and the date it had by the end of `day`; None is now."""
    standing = Standing(snapshot)
    return tuple(_at(standing, action, day) for action in snapshot.actions)


def _at(standing: Standing, action: Action, day: dt.date | None) -> Action:
    due = standing.due(action, day)
    status = standing.status(action, day)
    if due == action.due:
        return replace(action, status=status, revised_due=None, revised_reason="")
    return replace(action, status=status, revised_due=due, revised_reason=standing.reason(action, day))


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different. `kind`: update, status, due, milestone, overdue, answer or decision.

    `number` is the action's, or the recommendation's for an answer; `uid` is the record to show.
    """

    kind: str
    on: dt.date
    number: int
    uid: str
    before: str
    after: str
    reason: str = ""


def changed(snapshot: Snapshot, since: dt.date, until: dt.date) -> list[Change]:
    """What happened after `since` and by the end of `until`, oldest first."""
    numbers = {action.uid: action.number for action in snapshot.actions}
    found = [
        *_updates(snapshot, numbers, since, until),
        *_recorded(snapshot, numbers, since, until),
        *_milestones(snapshot, numbers, since, until),
        *_overdue(snapshot, since, until),
        *_answers(snapshot, since, until),
    ]
    return sorted(found, key=lambda change: (change.on, change.number, change.kind))


def _updates(snapshot: Snapshot, numbers: dict[str, int], since: dt.date, until: dt.date) -> Iterator[Change]:
    told: dict[str, str] = {}
    for update in sorted(snapshot.updates, key=lambda u: u.as_at or dt.date.min):
        if update.approved and update.action in numbers:
            if update.as_at is not None and since < update.as_at <= until:
                before = told.get(update.action, "")
                yield Change("update", update.as_at, numbers[update.action], update.action, before, update.text)
            told[update.action] = update.text


def _recorded(snapshot: Snapshot, numbers: dict[str, int], since: dt.date, until: dt.date) -> Iterator[Change]:
    for change in snapshot.action_changes:
        if change.on is not None and since < change.on <= until and change.action in numbers:
            number = numbers[change.action]
            yield Change(change.field, change.on, number, change.action, change.before, change.after, change.reason)


def _milestones(snapshot: Snapshot, numbers: dict[str, int], since: dt.date, until: dt.date) -> Iterator[Change]:
    for step in snapshot.milestones:
        if step.met_on is not None and since < step.met_on <= until and step.action in numbers:
            yield Change("milestone", step.met_on, numbers[step.action], step.action, "", step.text)


def _overdue(snapshot: Snapshot, since: dt.date, until: dt.date) -> Iterator[Change]:
    """What fell due between the two days and was not done by the later one."""
    standing = Standing(snapshot)
    for action in snapshot.actions:
        due = standing.due(action, until)
        if due is not None and since <= due < until and standing.status(action, until) not in OVER:
            yield Change("overdue", due + dt.timedelta(days=1), action.number, action.uid, "", due.isoformat())


def _answers(snapshot: Snapshot, since: dt.date, until: dt.date) -> Iterator[Change]:
    numbers = {rec.uid: rec.number for rec in snapshot.recommendations}
    for change in snapshot.answer_changes:
        if change.on is not None and since < change.on <= until and change.recommendation in numbers:
            number = numbers[change.recommendation]
            yield Change("answer", change.on, number, change.recommendation, change.before, change.after, change.reason)
    dated = {change.recommendation for change in snapshot.answer_changes}
    for rec in snapshot.recommendations:  # answered before answers were kept as dated changes
        if rec.uid in dated or rec.accepted_on is None or rec.accepted == "undecided":
            continue
        if since < rec.accepted_on <= until:
            yield Change("answer", rec.accepted_on, rec.number, rec.uid, "", rec.accepted, rec.accepted_reason)
