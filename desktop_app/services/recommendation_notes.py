"""Notes beside a recommendation's words: what a reader will ask of it. They never stop anybody saving.

Source: the field's advice that a recommendation says who does what by when, and how anybody will know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain import crossreferences
from desktop_app.domain.learning import DONE, Action, Recommendation
from desktop_app.domain.proofreading import unexpanded
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.recommendation_lint import lint
from desktop_app.services.recommendations import RecommendationView, parts_of, recommendation_views

ALIKE = 88.0  # of 100, rapidfuzz token set ratio: two recommendations that ask the same


@dataclass(frozen=True, slots=True)
class Note:
    """`tone` is good, info or warn. `phrase` is the stretch of the words it is about, "" for all of them."""

    text: str
    detail: str = ""
    tone: str = "warn"
    phrase: str = ""
    code: str = ""


def notes_by_text(snapshot: Snapshot, uid: str) -> dict[str, tuple[Note, ...]]:
    """uid of the recommendation or of one of its parts -> the notes on its words."""
    views = {view.uid: view for view in recommendation_views(snapshot)}
    rec = next(rec for rec in snapshot.recommendations if rec.uid == uid)
    parts = parts_of(snapshot, uid)
    whole = " ".join((rec.text, *(part.text for part in parts)))
    measured = not any(found.code == "measure" for found in lint(whole))
    notes = {uid: (*_worded(snapshot, rec.text, measured=measured), *_unfinished(rec.text, uid, views))}
    notes[uid] += (*_rests_on_nothing(snapshot, rec), *_said_before(snapshot, rec))
    if not parts:
        notes[uid] += _answered([a for a in snapshot.actions if uid in a.recommendations], rec.text, rec.accepted)
    for part in parts:
        actions = [a for a in snapshot.actions if part.uid in a.parts]
        shared = actions or [a for a in snapshot.actions if uid in a.recommendations]
        notes[part.uid] = (
            *_worded(snapshot, part.text, measured=True),
            *_unfinished(part.text, uid, views),
            *_answered(shared, part.text, rec.accepted),
        )
    return notes


def lint_rows(snapshot: Snapshot) -> list[dict[str, object]]:
    """All notes that ask for something, for the command line: one a recommendation, part and note."""
    rows: list[dict[str, object]] = []
    for rec in snapshot.recommendations:
        letters = {part.uid: part.letter for part in parts_of(snapshot, rec.uid)}
        for uid, notes in notes_by_text(snapshot, rec.uid).items():
            rows += [
                {
                    "recommendation": rec.number,
                    "part": letters.get(uid),
                    "code": note.code,
                    "what": note.text,
                    "phrase": note.phrase,
                }
                for note in notes
                if note.tone == "warn"
            ]
    return rows


def _worded(snapshot: Snapshot, text: str, *, measured: bool) -> tuple[Note, ...]:
    """`measured`: whether how anybody will know is said here or in another part, or is asked of the whole."""
    bodies = [body.name for body in snapshot.bodies if " and " in body.name]
    found = [f for f in lint(text, bodies) if not (measured and f.code == "measure")]
    notes = [Note(f.say, f.detail, phrase=f.phrase, code=f.code) for f in found]
    known = {a.short: a.long for a in snapshot.abbreviations}
    unknown = [short for short in unexpanded([text], known) if not known.get(short)]
    return (*notes, *(Note("Never written out", f"“{short}”", phrase=short, code="abbreviation") for short in unknown))


def _rests_on_nothing(snapshot: Snapshot, rec: Recommendation) -> tuple[Note, ...]:
    if rec.findings or not snapshot.findings:
        return ()
    return (Note("It rests on no finding", "Link the finding it answers", code="finding"),)


def _said_before(snapshot: Snapshot, rec: Recommendation) -> tuple[Note, ...]:
    from rapidfuzz import fuzz

    if not rec.text.strip():
        return ()
    same = [
        other.number
        for other in snapshot.recommendations
        if other.uid != rec.uid
        and other.text.strip()
        and fuzz.token_set_ratio(rec.text.casefold(), other.text.casefold()) >= ALIKE
    ]
    numbers = ", ".join(map(str, same))
    return (
        (Note(f"Much like Recommendation {numbers}", "Join the two, or say how they differ", code="same"),)
        if same
        else ()
    )


def _unfinished(text: str, own: str, views: dict[str, RecommendationView]) -> tuple[Note, ...]:
    cited = [views[uid] for uid in crossreferences.cites(text) if uid in views and uid != own]
    return tuple(
        Note(f"Recommendation {view.number} isn’t finished", "Say what happens until then", tone="info")
        for view in cited
        if view.status not in DONE
    )


def _answered(actions: Sequence[Action], text: str, accepted: str) -> tuple[Note, ...]:
    if not text.strip() or accepted == "not-accepted":
        return ()
    if not actions:
        return (Note("No action answers this yet", "Add one below", code="no-action"),)
    if not all(a.owner_body or a.owner_role for a in actions):
        return (Note("Nobody is named to do it", "Give its action an owner", code="no-owner"),)
    if not all(a.due or a.revised_due or a.status in DONE for a in actions):
        return (Note("No day is set for it", "Give its action a due date", code="no-day"),)
    return (Note("Who and by when are clear", tone="good"),)
