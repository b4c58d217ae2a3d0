"""Findings, recommendations with live references, actions with dated updates, and decisions on words."""

from __future__ import annotations

import datetime as dt
import re

from desktop_app.domain.learning import (
    Action,
    ActionChange,
    ActionOrigin,
    ActionStatus,
    Finding,
    ProgressUpdate,
    Recommendation,
    RecommendationPart,
)
from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.sample.data import Item, date, items, load, numbers, text

_REFERENCE = re.compile(r"\{rec:(\d+)\}")


def learning_records(snapshot: Snapshot) -> list[Record]:
    findings = _findings(snapshot)
    recommendations = items(load("recommendations.toml"), "recommendation")
    made = {text(item, "number"): Recommendation(number=int(item["number"])) for item in recommendations}
    uids = {number: rec.uid for number, rec in made.items()}
    by_number = {str(finding.number): finding.uid for finding in findings}
    records: list[Record] = [*findings]
    parts: dict[str, str] = {}
    for item in recommendations:
        number = text(item, "number")
        records.append(
            Recommendation(
                uid=uids[number],
                number=int(number),
                title=text(item, "title"),
                text=_live(text(item, "text"), uids),
                accepted=text(item, "accepted") or "undecided",
                accepted_reason=text(item, "accepted_reason"),
                scope=text(item, "scope") or "local",
                bodies=tuple(numbers(item, "bodies")),
                findings=tuple(by_number[n] for n in numbers(item, "findings")),
            )
        )
        for part in items(item, "part"):
            record = RecommendationPart(
                recommendation=uids[number], letter=text(part, "letter"), text=_live(text(part, "text"), uids)
            )
            parts[f"{number}{record.letter}"] = record.uid
            records.append(record)
    for item in items(load("actions.toml"), "action"):
        records += _action(item, uids, parts)
    return records


def _live(words: str, uids: dict[str, str]) -> str:
    """ "{rec:2}" in the data becomes a reference to that record, printed as "Recommendation 2 above"."""
    return _REFERENCE.sub(lambda m: f"Recommendation {{rec:{uids[m.group(1)]}}} above", words)


def _findings(snapshot: Snapshot) -> list[Finding]:
    events = {event.ref: event.uid for event in snapshot.events}
    kloes = {str(kloe.number): kloe.uid for kloe in snapshot.kloes}
    by_words = {reflection.text: reflection.uid for reflection in snapshot.reflections}
    told = {point.text: point.uid for point in snapshot.family_points}
    said = [by_words[text(item, "text")] for item in items(load("workshops.toml"), "reflection")]
    return [
        Finding(
            number=int(item["number"]),
            title=text(item, "title"),
            statement=text(item, "statement"),
            kind=text(item, "kind") or "systems",
            underlying=bool(item.get("underlying", True)),
            still_true=text(item, "still_true"),
            kloes=tuple(kloes[n] for n in numbers(item, "kloes")),
            confidence=text(item, "confidence"),
            events=tuple(events[ref] for ref in numbers(item, "events")),
            reflections=tuple(said[int(n) - 1] for n in numbers(item, "reflections")),
            family_points=tuple(told[words] for words in numbers(item, "family_points")),
        )
        for item in items(load("findings.toml"), "finding")
    ]


def _action(item: Item, uids: dict[str, str], parts: dict[str, str]) -> list[Record]:
    answered = numbers(item, "recommendations")
    action = Action(
        number=int(item["number"]),
        text=_live(text(item, "text"), uids),
        recommendations=tuple(uids[n] for n in answered if n in uids),
        parts=tuple(parts[n] for n in answered if n not in uids),
        origin=ActionOrigin(text(item, "origin") or "in-response"),
        owner_body=text(item, "owner_body"),
        owner_role=text(item, "owner_role"),
        start=date(item, "start"),
        due=date(item, "due"),
        revised_due=date(item, "revised_due"),
        revised_reason=text(item, "revised_reason"),
        status=ActionStatus(text(item, "status") or "not-started"),
    )
    updates = [
        ProgressUpdate(
            action=action.uid,
            as_at=date(update, "as_at"),
            text=_live(text(update, "text"), uids),
            author=text(update, "author"),
            approved=bool(update.get("approved", True)),
        )
        for update in items(item, "update")
    ]
    return [action, *updates, *_changes(action, [update.as_at for update in updates if update.as_at is not None])]


def _changes(action: Action, told: list[dt.date]) -> list[Record]:
    """Begun on its first day; what it is now, and a new date, since its last update."""
    begun, last = action.start or min(told, default=None), max(told, default=None)
    made: list[Record] = []
    now, before = action.status, ActionStatus.NOT_STARTED
    if begun is not None and now is not before:
        made.append(
            ActionChange(action=action.uid, on=begun, before=before.value, after=ActionStatus.IN_PROGRESS.value)
        )
        before = ActionStatus.IN_PROGRESS
    if last is not None and now is not before:
        made.append(ActionChange(action=action.uid, on=last, before=before.value, after=now.value))
    if last is not None and action.revised_due is not None and action.due is not None:
        days = {"before": action.due.isoformat(), "after": action.revised_due.isoformat()}
        reason = action.revised_reason
        made.append(ActionChange(action=action.uid, on=last, field="due", reason=reason, **days))
    return made


def decision_records() -> list[Record]:
    """What the author decided about words in the briefing, with the reason for each."""
    return [
        SurfaceDecision(
            surface=text(item, "surface"),
            kind=text(item, "kind"),
            choice=Choice(text(item, "choice")),
            replacement=text(item, "replacement"),
            entry=text(item, "entry"),
            reason=text(item, "reason"),
        )
        for item in items(load("decisions.toml"), "decision")
    ]
