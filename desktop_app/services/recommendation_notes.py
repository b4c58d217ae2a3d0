"""Notes beside a recommendation's words: what a reader will ask of it. They never stop anybody saving.

Source: the field's advice that a recommendation says who does what by when, and how anybody will know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain import crossreferences
from desktop_app.domain.learning import Action, ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.recommendations import RecommendationView, parts_of, recommendation_views

# Words that nobody can check, and what to say of them.
_WEAK = (
    (
        r"should consider|consider(?:s|ing)? whether|may wish to|where (?:possible|appropriate)",
        "Can’t be checked as worded",
    ),
    (r"explore(?:s|d)?|look(?:s|ed)? into|be mindful of|raise(?:s)? awareness|promote(?:s)?", "Say what will be done"),
    (r"embed(?:s|ded|ding)?|robust(?:ly)?|timely|appropriate(?:ly)?|regular(?:ly)?", "Say how anybody will know"),
)
_WEAK_WORDS = tuple((re.compile(rf"\b(?:{words})\b", re.I), said) for words, said in _WEAK)


@dataclass(frozen=True, slots=True)
class Note:
    """`tone` is good, info or warn. `phrase` is the stretch of the words it is about, "" for all of them."""

    text: str
    detail: str = ""
    tone: str = "warn"
    phrase: str = ""


def notes_by_text(snapshot: Snapshot, uid: str) -> dict[str, tuple[Note, ...]]:
    """uid of the recommendation or of one of its parts -> the notes on its words."""
    views = {view.uid: view for view in recommendation_views(snapshot)}
    rec = next(rec for rec in snapshot.recommendations if rec.uid == uid)
    parts = parts_of(snapshot, uid)
    notes = {uid: (*weak_words(rec.text), *_unfinished(rec.text, uid, views))}
    if not parts:
        notes[uid] += _answered([a for a in snapshot.actions if uid in a.recommendations], rec.text, rec.accepted)
    for part in parts:
        actions = [a for a in snapshot.actions if part.uid in a.parts]
        shared = actions or [a for a in snapshot.actions if uid in a.recommendations]
        notes[part.uid] = (
            *weak_words(part.text),
            *_unfinished(part.text, uid, views),
            *_answered(shared, part.text, rec.accepted),
        )
    return notes


def weak_words(text: str) -> tuple[Note, ...]:
    """One note for each kind of word that cannot be checked, on the first of its kind."""
    found = []
    for words, said in _WEAK_WORDS:
        match = words.search(text)
        if match:
            found.append(Note(said, f"“{match[0]}”", phrase=match[0]))
    return tuple(found)


def _unfinished(text: str, own: str, views: dict[str, RecommendationView]) -> tuple[Note, ...]:
    cited = [views[uid] for uid in crossreferences.cites(text) if uid in views and uid != own]
    return tuple(
        Note(f"Recommendation {view.number} isn’t finished", "Say what happens until then", tone="info")
        for view in cited
        if view.status is not ActionStatus.COMPLETE
    )


def _answered(actions: Sequence[Action], text: str, accepted: str) -> tuple[Note, ...]:
    if not text.strip() or accepted == "not-accepted":
        return ()
    if not actions:
        return (Note("No action answers this yet", "Add one below"),)
    if not all(a.owner_body or a.owner_role for a in actions):
        return (Note("Nobody is named to do it", "Give its action an owner"),)
    if not all(a.due or a.revised_due or a.status is ActionStatus.COMPLETE for a in actions):
        return (Note("No day is set for it", "Give its action a due date"),)
    return (Note("Who and by when are clear", tone="good"),)
