"""What bodies answered to a recommendation, so that the answer of any earlier day can still be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from desktop_app.common.clock import today
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.learning import AnswerChange, Recommendation
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session

ANSWERS = ("undecided", "accepted", "not-accepted")


def set_answer(
    session: Session, recommendation: str, answer: str, *, on: dt.date | None = None, reason: str = "", by: str = ""
) -> ChangeSet | None:
    """`recommendation` is answered so from the day `on` (today); what was answered before is kept. None when it is
    answered so already. Raises UserError for a day that has not come, or before the last answer.
    """
    snapshot = session.snapshot
    held = next(rec for rec in snapshot.recommendations if rec.uid == recommendation)
    if held.accepted == answer:
        return None
    day = on or today()
    made = [change.on for change in _of(snapshot, recommendation) if change.on is not None]
    last = max([*made, *([held.accepted_on] if held.accepted_on else [])], default=None)
    if day > today():
        raise _refusal("An answer cannot be dated in the future.", "Give the day on which it was given.", "future-date")
    if last is not None and day < last:
        what = f"Recommendation {held.number} was answered on {last.day} {last:%B %Y} already."
        raise _refusal(what, "Date this answer on or after that day.", "change-out-of-order")
    body, why = by.strip() or held.accepted_by, reason.strip()
    puts: list[Record] = []
    if not made and held.accepted != "undecided":  # the first answer was stored without a change: keep it as one
        first = held.accepted_on or day
        puts.append(_change(held, first, "undecided", held.accepted, held.accepted_reason, held.accepted_by))
    puts.append(_change(held, day, held.accepted, answer, why, body))
    said = replace(
        held, accepted=answer, accepted_on=None if answer == "undecided" else day, accepted_by=body, accepted_reason=why
    )
    return session.put("Answer a recommendation", said, *puts)


def amend_answer(
    session: Session,
    recommendation: str,
    *,
    reason: str | None = None,
    by: str | None = None,
    on: dt.date | None = None,
) -> ChangeSet | None:
    """More about the answer that stands: why, by whom, or the day on which it was given. None when that is known.

    Raises UserError for a day that has not come, or before the answer that stood until then.
    """
    snapshot = session.snapshot
    held = next(rec for rec in snapshot.recommendations if rec.uid == recommendation)
    made = _of(snapshot, recommendation)
    if on is not None and on > today():
        raise _refusal("An answer cannot be dated in the future.", "Give the day on which it was given.", "future-date")
    if on is not None and len(made) > 1 and made[-2].on is not None and on < made[-2].on:
        raise _refusal(
            "The answer before it was given later than that.", "Date this one on or after it.", "change-out-of-order"
        )
    said = replace(
        held,
        accepted_reason=held.accepted_reason if reason is None else reason.strip(),
        accepted_by=held.accepted_by if by is None else by.strip(),
        accepted_on=held.accepted_on if on is None else on,
    )
    if said == held:
        return None
    puts: list[Record] = [said]
    if made and made[-1].after == held.accepted:
        puts.append(replace(made[-1], reason=said.accepted_reason, by=said.accepted_by, on=on or made[-1].on))
    return session.put("Answer a recommendation", *puts)


def answer_at(snapshot: Snapshot, rec: Recommendation, day: dt.date | None) -> Recommendation:
    """The recommendation with the answer that it had by the end of `day`; None is now."""
    if day is None:
        return rec
    changes = _of(snapshot, rec.uid)
    later = [change for change in changes if change.on is not None and change.on > day]
    if changes and not later:
        return rec
    if not changes and (rec.accepted_on is None or rec.accepted_on <= day):
        return rec
    before = [change for change in changes if change not in later]
    if not before:
        return replace(rec, accepted="undecided", accepted_on=None, accepted_by="", accepted_reason="")
    told = before[-1]
    return replace(rec, accepted=told.after, accepted_on=told.on, accepted_by=told.by, accepted_reason=told.reason)


def _of(snapshot: Snapshot, recommendation: str) -> list[AnswerChange]:
    """Oldest first."""
    found = [change for change in snapshot.answer_changes if change.recommendation == recommendation]
    return sorted(found, key=lambda change: change.on or dt.date.min)


def _change(rec: Recommendation, on: dt.date, before: str, after: str, reason: str, by: str) -> AnswerChange:
    return AnswerChange(recommendation=rec.uid, on=on, before=before, after=after, reason=reason, by=by)


def _refusal(what: str, do: str, code: str) -> UserError:
    return UserError(what, safe="Nothing was changed.", do=do, code=code, exit_code=Exit.USAGE)
