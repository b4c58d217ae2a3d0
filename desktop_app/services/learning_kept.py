"""What stays of a review whose identified content is destroyed: findings, recommendations, actions, anonymised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop_app.anonymise.gate import check_parts
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import AnonymisedDocument, FilePart, Rendering, Undecided
from desktop_app.common.document import Block, Dates, Document, Paragraph, Text
from desktop_app.domain.dates import read_date
from desktop_app.domain.learning import Action, Finding, ProgressUpdate, Recommendation, RecommendationPart
from desktop_app.domain.output import ProfileName
from desktop_app.domain.record import Record
from desktop_app.domain.review import Review
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.ladders import reader_profile, reader_register
from desktop_app.services.recommendations import ActionView, recommendation_views

# Which fields of what is kept are words, and what the dates in them are about.
_WORDS: dict[type[Record], tuple[tuple[str, Dates], ...]] = {
    Review: (("published_title", Dates.CASE),),
    Finding: (
        *(("title", Dates.CASE), ("statement", Dates.CASE), ("still_true", Dates.CASE)),
        *(("research", Dates.GOVERNANCE), ("questions", Dates.CASE)),
    ),
    Recommendation: (("title", Dates.CASE), ("text", Dates.CASE), ("accepted_reason", Dates.GOVERNANCE)),
    RecommendationPart: (("text", Dates.CASE),),
    Action: (("text", Dates.GOVERNANCE), ("owner_role", Dates.GOVERNANCE), ("revised_reason", Dates.GOVERNANCE)),
    ProgressUpdate: (("text", Dates.GOVERNANCE),),
}


def render_learning(snapshot: Snapshot) -> Rendering:
    """All words that would be kept, through the public profile, and what is left to decide about them."""
    blank = Text("", Dates.FIXED)
    blocks: tuple[Block, ...] = tuple(Paragraph(text) for record in _identified(snapshot) for text in _texts(record))
    review = snapshot.review
    return render(
        Document("learning-kept", blank, blank, blank, blank, blocks),
        reader_register(snapshot, ProfileName.PUBLIC),
        reader_profile(snapshot, ProfileName.PUBLIC),
        snapshot.surface_decisions,
        scope=(review.scope_start, review.scope_end),
        abbreviations=frozenset(a.short for a in snapshot.abbreviations),
        date_reader=read_date,
    )


def leaks(snapshot: Snapshot, anonymised: AnonymisedDocument) -> tuple[Undecided, ...]:
    """What the register and the recognisers still find in the rendered words: must be nothing."""
    parts = [FilePart(f"paragraph {n}", words) for n, words in enumerate(_words_of(anonymised.document), start=1)]
    profile = reader_profile(snapshot, ProfileName.PUBLIC)
    return check_parts(parts, reader_register(snapshot, ProfileName.PUBLIC), anonymised.allowed, profile)


def anonymised_records(snapshot: Snapshot, anonymised: AnonymisedDocument) -> list[Record]:
    """What is kept, with the rendered words in place of the identified ones."""
    waiting = _words_of(anonymised.document)
    kept = []
    for record in _identified(snapshot):
        values: dict[str, Any] = {
            name: "\n\n".join(next(waiting) for _ in _paragraphs(getattr(record, name)))
            for name, _ in _WORDS[type(record)]
        }
        kept.append(replace(record, **values))
    return kept


def _identified(snapshot: Snapshot) -> list[Record]:
    """What is kept, stripped of every link to a person, body, event or reflection; words still as written."""
    review = snapshot.review
    kept: list[Record] = [
        Review(
            uid=review.uid,
            reference=review.reference,
            published_title=review.published_title,
            type=review.type,
            nation=review.nation,
            commissioning_body=review.commissioning_body,
            retention_rule=review.retention_rule,
            status="closed",
        )
    ]
    kept += [
        replace(
            f, kloes=(), events=(), reflections=(), family_points=(), episodes=(), codings=(), factors=(), confidence=""
        )
        for f in snapshot.findings
    ]
    actions: dict[str, ActionView] = {}
    for view in recommendation_views(snapshot):
        found = next(rec for rec in snapshot.recommendations if rec.uid == view.uid)
        kept.append(replace(found, text=view.text, bodies=()))
        kept += [
            RecommendationPart(uid=p.uid, recommendation=view.uid, letter=p.letter, text=p.text) for p in view.parts
        ]
        actions |= {action.uid: action for action in view.actions}
    for action in snapshot.actions:
        seen = actions.get(action.uid)
        text, owner = (seen.text, seen.owner) if seen else (action.text, action.owner_role)
        kept.append(replace(action, text=text, owner_body="", owner_role=owner))
        if seen and seen.update:
            kept.append(ProgressUpdate(action=action.uid, as_at=seen.update_as_at, text=seen.update))
    return kept


def _texts(record: Record) -> Iterator[Text]:
    for name, dates in _WORDS[type(record)]:
        for words in _paragraphs(getattr(record, name)):
            yield Text(words, dates, record.uid)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


def _words_of(document: Document) -> Iterator[str]:
    return (block.text.words for block in document.blocks if isinstance(block, Paragraph))
