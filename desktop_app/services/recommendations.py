"""Recommendations with their parts, actions and references, as they stand on a date; and safe changes to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain import crossreferences
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.learning import DONE, Action, ActionStatus, ProgressUpdate, Recommendation, RecommendationPart
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import actions_at
from desktop_app.services.recommendation_answers import answer_at
from desktop_app.services.session import Session


@dataclass(frozen=True, slots=True)
class ActionView:
    uid: str
    number: int
    text: str
    status: ActionStatus
    origin: str
    owner: str
    due: dt.date | None
    revised_reason: str
    update: str  # newest approved update as at the date, references printed
    update_as_at: dt.date | None
    updates: tuple[ProgressUpdate, ...]  # all of them, oldest first
    answers: tuple[str, ...]  # "2", "11a"


@dataclass(frozen=True, slots=True)
class PartView:
    uid: str
    letter: str
    text: str
    status: ActionStatus


@dataclass(frozen=True, slots=True)
class RecommendationView:
    uid: str
    number: int
    title: str
    text: str  # references printed
    parts: tuple[PartView, ...]
    status: ActionStatus
    accepted: str
    accepted_reason: str
    accepted_by: str
    accepted_on: dt.date | None
    bodies: tuple[str, ...]
    findings: tuple[str, ...]
    actions: tuple[ActionView, ...]
    cites: tuple[int, ...]
    cited_by: tuple[int, ...]


def recommendation_views(snapshot: Snapshot, as_at: dt.date | None = None) -> list[RecommendationView]:
    """In number order. `as_at` leaves out what was reported or changed later; None means now."""
    numbers = {rec.uid: rec.number for rec in snapshot.recommendations}
    citations = {rec.uid: _cited_uids(snapshot, rec) for rec in snapshot.recommendations}
    ordered = sorted(snapshot.recommendations, key=lambda rec: rec.number)
    actions = actions_at(snapshot, as_at)
    return [_view(snapshot, answer_at(snapshot, rec, as_at), as_at, numbers, citations, actions) for rec in ordered]


def _view(
    snapshot: Snapshot,
    rec: Recommendation,
    as_at: dt.date | None,
    numbers: dict[str, int],
    citations: dict[str, tuple[str, ...]],
    held: Sequence[Action],
) -> RecommendationView:
    parts = parts_of(snapshot, rec.uid)
    part_uids = {part.uid for part in parts}
    actions = [a for a in held if rec.uid in a.recommendations or part_uids & set(a.parts)]
    views = tuple(
        _action_view(snapshot, a, rec.number, as_at, numbers) for a in sorted(actions, key=lambda a: a.number)
    )
    part_views = tuple(
        PartView(
            part.uid,
            part.letter,
            crossreferences.render(part.text, numbers, rec.number),
            combined_status([a.status for a in actions if part.uid in a.parts]),
        )
        for part in parts
    )
    status = (
        ActionStatus.NOT_ACCEPTED if rec.accepted == "not-accepted" else combined_status([a.status for a in actions])
    )
    if part_views and any(a.parts for a in actions) and rec.accepted != "not-accepted":
        status = combined_status([p.status for p in part_views])
    return RecommendationView(
        uid=rec.uid,
        number=rec.number,
        title=rec.title,
        text=crossreferences.render(rec.text, numbers, rec.number),
        parts=part_views,
        status=status,
        accepted=rec.accepted,
        accepted_reason=rec.accepted_reason,
        accepted_by=rec.accepted_by,
        accepted_on=rec.accepted_on,
        bodies=rec.bodies,
        findings=rec.findings,
        actions=views,
        cites=tuple(sorted(numbers[uid] for uid in citations[rec.uid] if uid in numbers)),
        cited_by=tuple(sorted(numbers[uid] for uid, cited in citations.items() if rec.uid in cited)),
    )


def action_view(snapshot: Snapshot, uid: str, as_at: dt.date | None, own_number: int = 0) -> ActionView | None:
    """One action, whatever it answers: also one that answers nothing yet. None when it is not there."""
    found = next((action for action in actions_at(snapshot, as_at) if action.uid == uid), None)
    numbers = {rec.uid: rec.number for rec in snapshot.recommendations}
    return _action_view(snapshot, found, own_number, as_at, numbers) if found else None


def parts_of(snapshot: Snapshot, recommendation: str) -> list[RecommendationPart]:
    return sorted((p for p in snapshot.parts if p.recommendation == recommendation), key=lambda p: p.letter)


def updates_of(snapshot: Snapshot, action: str, as_at: dt.date | None = None) -> tuple[ProgressUpdate, ...]:
    """Oldest first; undated ones count as earliest."""
    found = [u for u in snapshot.updates if u.action == action]
    if as_at is not None:
        found = [u for u in found if u.as_at is None or u.as_at <= as_at]
    return tuple(sorted(found, key=lambda u: u.as_at or dt.date.min))


def _action_view(
    snapshot: Snapshot, action: Action, own_number: int, as_at: dt.date | None, numbers: dict[str, int]
) -> ActionView:
    printed = [u for u in updates_of(snapshot, action.uid, as_at) if u.approved]
    newest = printed[-1] if printed else None
    return ActionView(
        uid=action.uid,
        number=action.number,
        text=crossreferences.render(action.text, numbers, own_number),
        status=action.status,
        origin=action.origin.value,
        owner=", ".join(filter(None, [action.owner_role, action.owner_body])),
        due=action.revised_due or action.due,
        revised_reason=action.revised_reason,
        update=crossreferences.render(newest.text, numbers, own_number) if newest else "",
        update_as_at=newest.as_at if newest else None,
        updates=updates_of(snapshot, action.uid),
        answers=answers(snapshot, action),
    )


def answers(snapshot: Snapshot, action: Action) -> tuple[str, ...]:
    """What an action answers, as people write it: "2", "3", "11a"."""
    numbers = {rec.uid: rec.number for rec in snapshot.recommendations}
    whole = [(numbers[uid], "") for uid in action.recommendations if uid in numbers]
    parts = [
        (numbers[p.recommendation], p.letter)
        for p in snapshot.parts
        if p.uid in action.parts and p.recommendation in numbers
    ]
    return tuple(f"{number}{letter}" for number, letter in sorted(whole + parts))


def combined_status(statuses: Sequence[ActionStatus]) -> ActionStatus:
    """One word for several: all alike keep it; some complete is part complete; else the most pressing."""
    kinds = set(statuses)
    if not kinds:
        return ActionStatus.NOT_STARTED
    if len(kinds) == 1:
        return next(iter(kinds))
    if kinds <= DONE:
        return ActionStatus.COMPLETE
    if kinds & DONE or ActionStatus.PART_COMPLETE in kinds:
        return ActionStatus.PART_COMPLETE
    for pressing in (ActionStatus.DELAYED, ActionStatus.IN_PROGRESS):
        if pressing in kinds:
            return pressing
    return ActionStatus.NOT_STARTED


def _cited_uids(snapshot: Snapshot, rec: Recommendation) -> tuple[str, ...]:
    """Every recommendation that this one's own words, parts, actions or updates refer to, itself left out."""
    part_uids = {p.uid for p in snapshot.parts if p.recommendation == rec.uid}
    own_actions = {a.uid for a in snapshot.actions if (rec.uid in a.recommendations or part_uids & set(a.parts))}
    sole_actions = {a.uid for a in snapshot.actions if a.uid in own_actions and len(a.recommendations) <= 1}
    texts = [rec.text]
    texts += [p.text for p in snapshot.parts if p.uid in part_uids]
    # An action that answers several recommendations cites on behalf of none of them in particular.
    texts += [a.text for a in snapshot.actions if a.uid in sole_actions]
    texts += [u.text for u in snapshot.updates if u.action in sole_actions]
    seen = dict.fromkeys(uid for text in texts for uid in crossreferences.cites(text))
    return tuple(uid for uid in seen if uid != rec.uid)


def renumber(session: Session, order: Sequence[str]) -> ChangeSet:
    """Put recommendations in this order; every live reference follows by itself."""
    by_uid = {rec.uid: rec for rec in session.snapshot.recommendations}
    moved = [replace(by_uid[uid], number=n) for n, uid in enumerate(order, 1) if by_uid[uid].number != n]
    return session.put("Reorder recommendations", *moved)


def _listed(numbers: Sequence[int]) -> str:
    """ "recommendation 3", "recommendations 3, 6 and 11"."""
    *first, last = (str(number) for number in numbers)
    return f"recommendations {', '.join(first)} and {last}" if first else f"recommendation {last}"


def delete_recommendation(session: Session, uid: str) -> ChangeSet:
    """Take a recommendation out, with its parts. Refused while another cites it."""
    snapshot = session.snapshot
    views = {view.uid: view for view in recommendation_views(snapshot)}
    view = views[uid]
    if view.cited_by:
        raise UserError(
            f"Recommendation {view.number} is cited by {_listed(view.cited_by)}.",
            safe="Nothing was deleted.",
            do="Take the reference out of each of them first, or point it at another recommendation.",
            code="recommendation-cited",
            exit_code=Exit.LOOK,
        )
    part_uids = {part.uid for part in view.parts}
    rest = [rec for rec in sorted(snapshot.recommendations, key=lambda r: r.number) if rec.uid != uid]
    puts: list[Record] = [replace(rec, number=n) for n, rec in enumerate(rest, 1) if rec.number != n]
    for action in snapshot.actions:
        if uid in action.recommendations or part_uids & set(action.parts):
            puts.append(
                replace(
                    action,
                    recommendations=tuple(r for r in action.recommendations if r != uid),
                    parts=tuple(p for p in action.parts if p not in part_uids),
                )
            )
    deletes: list[tuple[type[Record], str]] = [(Recommendation, uid)]
    deletes += [(RecommendationPart, part_uid) for part_uid in part_uids]
    return session.replace_all("Delete recommendation", tuple(puts), tuple(deletes))


def insert_reference(text: str, position: int, uid: str) -> str:
    """`text` with a live reference put in at `position`."""
    token = f"Recommendation {{rec:{uid}}} above"
    return text[:position] + token + text[position:]
