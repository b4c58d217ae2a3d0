"""The action of a row: who does what by when, how far it is, and what was said of it."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.dates import read_date, state_of
from desktop_app.domain.learning import Action, ActionOrigin, ActionStatus, ProgressUpdate
from desktop_app.domain.record import Record
from desktop_app.importers.recommendation_rows import RecommendationRow

_STATUS = {
    "complete": ActionStatus.COMPLETE,
    "completed": ActionStatus.COMPLETE,
    "blue": ActionStatus.COMPLETE,
    "part complete": ActionStatus.PART_COMPLETE,
    "partially complete": ActionStatus.PART_COMPLETE,
    "in progress": ActionStatus.IN_PROGRESS,
    "on track": ActionStatus.IN_PROGRESS,
    "ongoing": ActionStatus.IN_PROGRESS,
    "green": ActionStatus.IN_PROGRESS,
    "delayed": ActionStatus.DELAYED,
    "amber": ActionStatus.DELAYED,
    "overdue": ActionStatus.DELAYED,
    "not started": ActionStatus.NOT_STARTED,
    "not accepted": ActionStatus.NOT_ACCEPTED,
    "embedded": ActionStatus.EMBEDDED,
    "red": ActionStatus.DELAYED,
    "started": ActionStatus.IN_PROGRESS,
    "partly complete": ActionStatus.PART_COMPLETE,
    "closed": ActionStatus.COMPLETE,
}
_ORIGIN = {
    "in response to this review": ActionOrigin.IN_RESPONSE,
    "in response": ActionOrigin.IN_RESPONSE,
    "after the case before the review": ActionOrigin.BEFORE_REVIEW,
    "before the review": ActionOrigin.BEFORE_REVIEW,
    "under way before the review": ActionOrigin.BEFORE_REVIEW,
    "before the case": ActionOrigin.BEFORE_CASE,
    "under way before the case": ActionOrigin.BEFORE_CASE,
}


def action_records(
    row: RecommendationRow, number: int, recommendations: tuple[str, ...], parts: tuple[str, ...], as_at: dt.date
) -> list[Record]:
    """The action, and its update when the row says what has been done. `as_at` is the day the file speaks for."""
    planned, done = "\n\n".join(row.action), "\n\n".join(row.progress)
    due, revised = _day(row.due), _day(row.revised)
    action = Action(
        number=number,
        text=planned or done,
        recommendations=recommendations,
        parts=parts,
        origin=ActionOrigin.BEFORE_REVIEW if row.carried else _origin(row.origin),
        owner_body=row.owner,
        owner_role=row.owner_role,
        due=due,
        revised_due=revised if revised != due else None,
        revised_reason=row.reason,
        status=_STATUS.get(_plain(row.status), ActionStatus.UNKNOWN),
        evidence=row.evidence,
        impact=row.impact,
        carried_from=row.carried,
    )
    if row.updates is not None:
        dated = ((day or as_at, text) for day, text in row.updates)
        return [action, *(ProgressUpdate(action=action.uid, as_at=day, text=text) for day, text in dated)]
    said = done or planned
    if row.carried and row.text:
        said = f"There it answered: “{' '.join(row.text)}”\n\n{said}"
    return [action, ProgressUpdate(action=action.uid, as_at=as_at, text=said)]


def _origin(text: str) -> ActionOrigin:
    return _ORIGIN.get(_plain(text), next((o for o in ActionOrigin if o.value == text), ActionOrigin.IN_RESPONSE))


def _day(text: str) -> dt.date | None:
    """An exact day; of a month that is named whole, its last day; None for what is vaguer."""
    read = read_date(text) if text else None
    if read is None or read.problem:
        return None
    return read.end if state_of(read) == "exact" or read.precision.value == "month" else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace(",", " ").split())
