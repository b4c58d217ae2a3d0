"""Adding and changing recommendations, their parts, actions and dated updates; each is one step of undo."""

from __future__ import annotations

import datetime as dt
import string
from dataclasses import replace

from desktop_app.common.clock import today
from desktop_app.common.errors import Exit, UserError
from desktop_app.domain import crossreferences
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.crossreferences import Piece
from desktop_app.domain.learning import Action, ProgressUpdate, Recommendation, RecommendationPart
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.update_ledger import sealed
from desktop_app.services.recommendations import parts_of, renumber
from desktop_app.services.session import Session


def _numbers(snapshot: Snapshot) -> dict[str, int]:
    return {rec.uid: rec.number for rec in snapshot.recommendations}


def reference_pieces(snapshot: Snapshot, text: str, own_number: int = 0) -> list[Piece]:
    """Stored `text` cut into plain words and live references, each reference with the words it prints."""
    return crossreferences.pieces(text, _numbers(snapshot), own_number)


def as_read(snapshot: Snapshot, text: str, own_number: int = 0) -> str:
    """Stored `text` with the words its references print."""
    return "".join(piece.printed for piece in reference_pieces(snapshot, text, own_number))


def live(snapshot: Snapshot, text: str) -> str:
    """Text as typed, with every "Recommendation 2" that is there made a live reference."""
    return crossreferences.tokenise(text, {rec.number: rec.uid for rec in snapshot.recommendations})


def reference_to(snapshot: Snapshot, uid: str, own_number: int) -> str:
    """The stored form of a reference to recommendation `uid`, with the side it lies on."""
    number = _numbers(snapshot)[uid]
    side = "" if not own_number or number == own_number else " above" if number < own_number else " below"
    return f"Recommendation {{rec:{uid}}}{side}"


def add_recommendation(session: Session) -> tuple[ChangeSet, str]:
    """A new, empty recommendation at the end; its uid comes back too."""
    number = max((rec.number for rec in session.snapshot.recommendations), default=0) + 1
    made = Recommendation(number=number)
    return session.put("Add recommendation", made), made.uid


def move_recommendation(session: Session, uid: str, step: int) -> ChangeSet | None:
    """One place up (-1) or down (1); None where there is no such place."""
    order = [rec.uid for rec in sorted(session.snapshot.recommendations, key=lambda rec: rec.number)]
    at = order.index(uid)
    to = at + step
    if not 0 <= to < len(order):
        return None
    order[at], order[to] = order[to], order[at]
    return renumber(session, order)


def add_part(session: Session, recommendation: str) -> tuple[ChangeSet, str]:
    """A new, empty part after the last one; its uid comes back too."""
    parts = parts_of(session.snapshot, recommendation)
    if len(parts) >= len(string.ascii_lowercase):
        raise UserError(
            "A recommendation has at most 26 parts.",
            safe="Nothing was added.",
            do="Divide it into two recommendations.",
            code="too-many-parts",
            exit_code=Exit.LOOK,
        )
    made = RecommendationPart(recommendation=recommendation, letter=string.ascii_lowercase[len(parts)])
    return session.replace_all("Add part", (*_lettered(parts), made), ()), made.uid


def delete_part(session: Session, uid: str) -> ChangeSet:
    """Take a part out; those after it move up a letter, and actions no longer answer it."""
    snapshot = session.snapshot
    part = next(p for p in snapshot.parts if p.uid == uid)
    rest = [p for p in parts_of(snapshot, part.recommendation) if p.uid != uid]
    puts: list[Record] = list(_lettered(rest))
    for action in snapshot.actions:
        if uid in action.parts:
            owners = dict.fromkeys((*action.recommendations, part.recommendation))
            # What answered the part still answers its recommendation: an action is never orphaned by an edit.
            puts.append(
                replace(action, parts=tuple(p for p in action.parts if p != uid), recommendations=tuple(owners))
            )
    return session.replace_all("Delete part", tuple(puts), ((RecommendationPart, uid),))


def _lettered(parts: list[RecommendationPart]) -> list[RecommendationPart]:
    """Those whose letter is not the one of their place, with it."""
    wanted = zip(parts, string.ascii_lowercase, strict=False)
    return [replace(part, letter=letter) for part, letter in wanted if part.letter != letter]


def add_action(session: Session, recommendation: str) -> tuple[ChangeSet, str]:
    """A new, empty action that answers `recommendation`; its uid comes back too."""
    number = max((action.number for action in session.snapshot.actions), default=0) + 1
    made = Action(number=number, recommendations=(recommendation,))
    return session.put("Add action", made), made.uid


def answer(session: Session, action: str, uid: str, *, answers: bool) -> ChangeSet:
    """Say that `action` answers, or does not answer, the recommendation or part `uid`."""
    snapshot = session.snapshot
    held = next(a for a in snapshot.actions if a.uid == action)
    parts = {part.uid for part in snapshot.parts}
    known = held.parts if uid in parts else held.recommendations
    now = tuple(dict.fromkeys((*known, uid))) if answers else tuple(u for u in known if u != uid)
    changed = replace(held, parts=now) if uid in parts else replace(held, recommendations=now)
    return session.put("What an action answers", changed)


def add_update(session: Session, action: str, as_at: dt.date | None, text: str, author: str) -> ChangeSet:
    """A dated update, added to those before it: what was said once is never changed, only followed.

    Raises UserError when there are no words or no date, or the date has not come yet.
    """
    if not text.strip() or as_at is None:
        missing = "words" if not text.strip() else "a date"
        raise UserError(
            f"An update needs {missing}.",
            safe="Nothing was added, and what you typed is still here.",
            do="Say what has happened, and the day it was true." if missing == "words" else "Say the day it was true.",
            code="update-incomplete",
            exit_code=Exit.USAGE,
        )
    if as_at > today():
        raise UserError(
            "An update cannot be dated in the future.",
            safe="Nothing was added, and what you typed is still here.",
            do="Give the day on which it was true.",
            code="future-date",
            exit_code=Exit.USAGE,
        )
    words = live(session.snapshot, text.strip())
    review = session.snapshot.review
    made = ProgressUpdate(action=action, as_at=as_at, text=words, author=author.strip())
    if not review.uid:  # a file that no review was begun in has nowhere to keep the ledger’s head
        return session.put("Add update", made)
    placed, head = sealed(made, review.updates_head)
    return session.put("Add update", placed, replace(review, updates_head=head))
