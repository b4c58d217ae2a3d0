"""Promises whose date has passed: in what would be printed on a day, each with where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.proofreading import passed_promises
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.recommendation_edits import as_read
from desktop_app.services.recommendations import updates_of


@dataclass(frozen=True, slots=True)
class Promise:
    """`where` names the record by its number; `uid` is the record that shows it."""

    uid: str
    where: str
    sentence: str


def promises(snapshot: Snapshot, as_at: dt.date) -> list[Promise]:
    """One for each sentence, in the order of the review."""
    return [
        Promise(uid, where, sentence)
        for uid, where, text in _texts(snapshot, as_at)
        for sentence in passed_promises([as_read(snapshot, text)], as_at)
    ]


def _texts(snapshot: Snapshot, as_at: dt.date) -> Iterator[tuple[str, str, str]]:
    for rec in snapshot.recommendations:
        yield rec.uid, f"Recommendation {rec.number}", rec.text
        for part in snapshot.parts:
            if part.recommendation == rec.uid:
                yield part.uid, f"Recommendation {rec.number}{part.letter}", part.text
    for action in snapshot.actions:
        told = [update for update in updates_of(snapshot, action.uid, as_at) if update.approved]
        if not told or told[-1].text != action.text:  # an import may know only one text for both
            yield action.uid, f"Action {action.number}", action.text
        if told:
            yield action.uid, f"The newest update of Action {action.number}", told[-1].text
    for narrative in snapshot.narratives:
        yield narrative.uid, "A passage written for outputs", narrative.text
