"""What overseeing a review needs, as plain JSON values: the keys are a public interface."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.clock import today
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.body_names import one_abbreviation, same_bodies
from desktop_app.services.compose.status_words import status_words
from desktop_app.services.progress import Progress, by_body, by_status, over_time
from desktop_app.services.setup_state import missing

Json = dict[str, object]


def setup_lines(snapshot: Snapshot, as_at: dt.date | None = None) -> list[Json]:
    """What is still missing before the review is set up."""
    found = missing(snapshot, as_at or today())
    return [{"code": m.code, "kind": m.family, "uid": m.uid or None, "what": m.what} for m in found]


def same_body_lines(snapshot: Snapshot) -> list[Json]:
    """Names that may be of one body, then letters that stand for two things."""
    same: list[Json] = [
        {
            "kind": "same-body",
            "keep": held.keep,
            "why": held.why,
            "names": [
                {"name": use.name, "uid": use.body or None, "where": use.where, "times": use.times}
                for use in held.names
            ],
        }
        for held in same_bodies(snapshot)
    ]
    letters: list[Json] = [
        {"kind": "one-abbreviation", "short": held.short, "stands_for": list(held.stands_for), "uids": list(held.uids)}
        for held in one_abbreviation(snapshot)
    ]
    return [*same, *letters]


def meeting_lines(snapshot: Snapshot) -> list[Json]:
    numbers = {action.uid: action.number for action in snapshot.actions}
    updates = {update.uid: update for update in snapshot.updates}
    return [
        {
            "uid": held.uid,
            "on": _iso(held.on),
            "body": held.body,
            "purpose": held.purpose,
            "present": held.present,
            "apologies": held.apologies,
            "decisions": held.decisions,
            "asked_for": held.asked_for,
            "next_on": _iso(held.next_on),
            "updates": [
                {"uid": uid, "action": numbers.get(updates[uid].action), "as_at": _iso(updates[uid].as_at)}
                for uid in held.updates
                if uid in updates
            ],
            "outputs": list(held.outputs),
        }
        for held in snapshot.meetings
    ]


def progress_lines(snapshot: Snapshot, as_at: dt.date | None = None) -> list[Json]:
    """All actions together, then by body, then month by month."""
    day = as_at or today()
    return [
        _progress(snapshot, "all", by_status(snapshot, day)),
        *(_progress(snapshot, "body", held) for held in by_body(snapshot, day)),
        *(_progress(snapshot, "day", held) for held in over_time(snapshot, day)),
    ]


def _progress(snapshot: Snapshot, of: str, held: Progress) -> Json:
    return {
        "of": of,
        "body": held.name if of == "body" else None,
        "day": _iso(held.day),
        "total": held.total,
        "late": held.late,
        "statuses": {status.value: count for status, count in held.counts},
        "called": {status.value: status_words(snapshot, status) for status, _ in held.counts},
    }


def _iso(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None
