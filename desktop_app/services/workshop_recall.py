"""Recall events: what those who took part said of each emerging finding, and what the author did about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.learning import Finding
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.workshop import RecallFeedback, Stance
from desktop_app.services.session import Session


@dataclass(frozen=True, slots=True)
class Heard:
    """A finding with everything that was said of it, sorted by stance and words, so that nobody's turn can be read."""

    finding: Finding
    said: tuple[RecallFeedback, ...]

    @property
    def waiting(self) -> int:
        return sum(waits(one) for one in self.said)


def waits(feedback: RecallFeedback) -> bool:
    """A challenge, or something to add, waits until the author has answered it."""
    return feedback.stance is not Stance.AGREE and not feedback.answer.strip()


def heard(snapshot: Snapshot) -> list[Heard]:
    """Every finding in order of its number, also those of which nothing was said."""
    order = list(Stance)
    by_finding: dict[str, list[RecallFeedback]] = {}
    for one in snapshot.recall_feedback:
        by_finding.setdefault(one.finding, []).append(one)
    return [
        Heard(
            f, tuple(sorted(by_finding.get(f.uid, []), key=lambda one: (-order.index(one.stance), one.text, one.uid)))
        )
        for f in snapshot.findings
    ]


def unanswered(snapshot: Snapshot) -> list[RecallFeedback]:
    return [one for one in snapshot.recall_feedback if waits(one)]


def add_feedback(session: Session, feedback: RecallFeedback) -> ChangeSet:
    """Raises UserError when a nuance or a challenge has no words."""
    if feedback.stance is not Stance.AGREE and not feedback.text.strip():
        raise UserError(
            "What is to be added or challenged needs words.",
            safe="Nothing was added.",
            do="Type what was said.",
            code="recall-empty",
            exit_code=Exit.USAGE,
        )
    return session.put("Add what was said of a finding", replace(feedback, text=feedback.text.strip()))


def answer(session: Session, uid: str, text: str) -> ChangeSet:
    held = next(one for one in session.snapshot.recall_feedback if one.uid == uid)
    return session.put("Answer what was said of a finding", replace(held, answer=text.strip()))
