"""Lists that can be asked for any day: recommendations, actions, updates, clocks, promises, and what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from desktop_app.common.clock import today
from desktop_app.domain.learning import Action, ProgressUpdate
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import actions_at, changed
from desktop_app.services.clock_edits import changes_of
from desktop_app.services.clocks import clock_views
from desktop_app.services.governing_lists import progress_lines, setup_lines
from desktop_app.services.recommendations import RecommendationView, answers, recommendation_views, updates_of
from desktop_app.services.thread.listed import change_lines, promise_lines

Json = dict[str, object]


def recommendations(snapshot: Snapshot, as_at: dt.date | None = None) -> list[Json]:
    held = {action.uid: action for action in actions_at(snapshot, as_at)}
    return [_recommendation(snapshot, view, held, as_at) for view in recommendation_views(snapshot, as_at)]


def _recommendation(
    snapshot: Snapshot, view: RecommendationView, held: dict[str, Action], as_at: dt.date | None
) -> Json:
    return {
        "uid": view.uid,
        "number": view.number,
        "part": None,
        "title": view.title,
        "text": view.text,
        "parts": [{"part": p.letter, "text": p.text, "status": p.status.value} for p in view.parts],
        "status": view.status.value,
        "accepted": view.accepted,
        "accepted_reason": view.accepted_reason,
        "accepted_by": view.accepted_by,
        "accepted_on": _iso(view.accepted_on),
        "actions": [_action(snapshot, held[action.uid], action.text, as_at) for action in view.actions],
        "cites": list(view.cites),
        "cited_by": list(view.cited_by),
        "bodies": list(view.bodies),
    }


def _action(snapshot: Snapshot, action: Action, text: str, as_at: dt.date | None) -> Json:
    return {
        "number": action.number,
        "text": text,
        "status": action.status.value,
        "origin": action.origin.value,
        "owner": ", ".join(filter(None, [action.owner_role, action.owner_body])),
        "due": _iso(action.revised_due or action.due),
        "first_due": _iso(action.due),
        "why_revised": action.revised_reason,
        "recommendations": list(answers(snapshot, action)),
        "updates": _updates(updates_of(snapshot, action.uid, as_at)),
        "milestones": [
            {"text": m.text, "due": _iso(m.due), "met_on": _iso(_by(m.met_on, as_at))}
            for m in snapshot.milestones
            if m.action == action.uid
        ],
        "evidence": action.evidence,
        "impact": action.impact,
        "recheck_on": _iso(action.recheck_on),
        "carried_from": action.carried_from,
    }


def _updates(updates: Sequence[ProgressUpdate]) -> list[Json]:
    return [{"as_at": _iso(update.as_at), "text": update.text} for update in updates]


def actions(snapshot: Snapshot, as_at: dt.date | None = None, since: dt.date | None = None) -> list[Json]:
    """Each action once, whatever it answers; with `since` only those that changed after it, and how."""
    words = {view.uid: view.text for rec in recommendation_views(snapshot, as_at) for view in rec.actions}
    lines: list[Json] = [
        {"uid": action.uid, **_action(snapshot, action, words.get(action.uid, action.text), as_at)}
        for action in sorted(actions_at(snapshot, as_at), key=lambda action: action.number)
    ]
    if since is None:
        return lines
    changes: dict[str, list[Json]] = {}
    for change in changed(snapshot, since, as_at or today()):
        told: Json = {"on": _iso(change.on), "kind": change.kind, "before": change.before, "after": change.after}
        changes.setdefault(change.uid, []).append({**told, "reason": change.reason})
    return [{**line, "changes": changes[uid]} for line in lines if (uid := str(line["uid"])) in changes]


def updates(snapshot: Snapshot, as_at: dt.date | None = None) -> list[Json]:
    numbers = {a.uid: a.number for a in snapshot.actions}
    held = [u for u in snapshot.updates if as_at is None or u.as_at is None or u.as_at <= as_at]
    return [
        {"uid": u.uid, "action": numbers.get(u.action), "as_at": _iso(u.as_at), "text": u.text, "approved": u.approved}
        for u in sorted(held, key=lambda u: (u.as_at or dt.date.min, numbers.get(u.action, 0)))
    ]


def clocks(snapshot: Snapshot, as_at: dt.date | None = None) -> list[Json]:
    return [
        {
            "name": v.name,
            "start": _iso(v.start),
            "due": _iso(v.due),
            "rule_due": _iso(v.rule_due),
            "extension": v.extension,
            "state": v.state,
            "met_on": _iso(v.met_on),
            "calendar": v.calendar,
            "source": v.source,
            "changes": [
                {"on": _iso(c.on), "before": c.before, "after": c.after, "by": c.by}
                for c in changes_of(snapshot, v.uid)
            ],
        }
        for v in clock_views(snapshot, as_at or today())
    ]


def _by(day: dt.date | None, as_at: dt.date | None) -> dt.date | None:
    """A day, when it had come by `as_at`."""
    return None if day is not None and as_at is not None and day > as_at else day


def _iso(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None


DATED: dict[str, Callable[[Snapshot, dt.date | None], list[Json]]] = {
    "recommendations": recommendations,
    "actions": actions,
    "updates": updates,
    "clocks": clocks,
    "progress": progress_lines,
    "setup": setup_lines,
    "promises": lambda snapshot, as_at: promise_lines(snapshot, as_at or today()),
}


def since_lines(snapshot: Snapshot, kind: str, since: dt.date, as_at: dt.date | None) -> list[Json]:
    """What changed after `since`: every change, or the actions that changed."""
    if kind == "actions":
        return actions(snapshot, as_at, since)
    return change_lines(snapshot, since, as_at or today())
