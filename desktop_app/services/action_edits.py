"""Changing an action so that every earlier day can still be read: status and dates, each change dated and kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from desktop_app.common.clock import today
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.learning import Action, ActionChange, ActionStatus
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session


def set_status(
    session: Session, action: str, status: ActionStatus, *, on: dt.date | None = None, reason: str = "", by: str = ""
) -> ChangeSet | None:
    """`action` has `status` from the day `on` (today). None when it has it already. Raises UserError."""
    held = _action(session.snapshot, action)
    if held.status is status:
        return None
    change = _dated(session.snapshot, held, "status", held.status.value, status.value, on, reason, by)
    return session.put("Change status", replace(held, status=status), change)


def set_due(
    session: Session, action: str, due: dt.date | None, *, on: dt.date | None = None, reason: str = "", by: str = ""
) -> ChangeSet | None:
    """A new date for an action. The first is its date; any later one revises it, and asks for a reason elsewhere.

    Raises UserError for a change dated in the future, or before one that was made already.
    """
    held = _action(session.snapshot, action)
    before = held.revised_due or held.due
    if due == before:
        return None
    if held.due is None:
        return session.put("Change the date", replace(held, due=due))
    revised = None if due == held.due else due
    change = _dated(session.snapshot, held, "due", _iso(before), _iso(due), on, reason, by)
    words = reason.strip() if revised else ""
    return session.put("Change the date", replace(held, revised_due=revised, revised_reason=words), change)


def give_reason(session: Session, action: str, reason: str) -> ChangeSet:
    """Why the date was revised, also on the last dated change that has no reason yet."""
    held = _action(session.snapshot, action)
    puts: list[Record] = [replace(held, revised_reason=reason.strip())]
    made = [c for c in session.snapshot.action_changes if c.action == action and c.field == "due"]
    if made and not made[-1].reason:
        puts.append(replace(made[-1], reason=reason.strip()))
    return session.put("Why the date was revised", *puts)


def _dated(
    snapshot: Snapshot, action: Action, field: str, before: str, after: str, on: dt.date | None, reason: str, by: str
) -> ActionChange:
    day = on or today()
    made = [c.on for c in snapshot.action_changes if c.action == action.uid and c.field == field and c.on is not None]
    if day > today():
        raise _refusal("A change cannot be dated in the future.", "Give the day on which it happened.", "future-date")
    if made and day < max(made):
        last = max(made)
        raise _refusal(
            f"Action {action.number} was changed on {last.day} {last:%B %Y} already.",
            "Date this change on or after that day.",
            "change-out-of-order",
        )
    return ActionChange(
        action=action.uid, on=day, field=field, before=before, after=after, reason=reason.strip(), by=by.strip()
    )


def _refusal(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code=code, exit_code=Exit.USAGE)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _action(snapshot: Snapshot, uid: str) -> Action:
    return next(action for action in snapshot.actions if action.uid == uid)
