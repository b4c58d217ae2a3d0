"""A review as the memory may hold it: what it published, in the public's words, checked as finished files are.

A paragraph is taken only where a published output prints it, and what is taken is what the public profile makes of it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.anonymise.as_written import is_bound
from desktop_app.anonymise.fold import fold_surface
from desktop_app.anonymise.gate import check_parts
from desktop_app.anonymise.profiles import load_profile
from desktop_app.anonymise.register import Register
from desktop_app.anonymise.render import render
from desktop_app.anonymise.result import AnonymisedDocument, FilePart, Rendering, Undecided
from desktop_app.anonymise.surfaces import own_words
from desktop_app.common.clock import today
from desktop_app.common.document import Dates, Document, Paragraph, Text
from desktop_app.domain.dates import read_date
from desktop_app.domain.output import ProfileName
from desktop_app.domain.remembered import (
    RememberedFinding,
    RememberedPart,
    RememberedRecommendation,
    RememberedReview,
)
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import split, title_of
from desktop_app.services.ladders import reader_profile, reader_register
from desktop_app.services.memory.content import public_id
from desktop_app.services.memory.published import flat, printed_words, required_publications
from desktop_app.services.recommendations import recommendation_views

Place = tuple[str, str]  # uid of a record, and which of its words


@dataclass(frozen=True, slots=True)
class Considered:
    """`review` is None while `blocked` says what stands in the way. `left_out`: findings and recommendations that no
    published output prints."""

    review: RememberedReview | None
    blocked: tuple[Undecided, ...] = ()
    left_out: int = 0


def considered(snapshot: Snapshot) -> Considered:
    """What the memory would hold of this review. Raises UserError "nothing-published"."""
    outputs = required_publications(snapshot)
    printed, waiting = printed_words(snapshot, outputs)
    if waiting:
        return Considered(None, waiting)
    slots = list(_texts(snapshot))
    as_told = _words_of(_rendered(snapshot, [text for _, text in slots]).preview)
    slots = [slot for slot, words in zip(slots, as_told, strict=True) if flat(words) in printed]
    rendering = _rendered(snapshot, [text for _, text in slots])
    if rendering.anonymised is None:
        return Considered(None, rendering.undecided)
    told: dict[Place, list[str]] = {}
    for (place, _), new in zip(slots, _words_of(rendering.anonymised.document), strict=True):
        if flat(new) in printed:  # still: what stood around it before is not there now
            told.setdefault(place, []).append(new)
    review = _review(snapshot, told, max(o.published for o in outputs if o.published))
    review = dataclasses.replace(review, allowed=_allowed(snapshot, rendering.anonymised, review))
    blocked = checked(review) + _checked_by_register(snapshot, rendering.anonymised, review)
    if blocked:
        return Considered(None, blocked)
    left_out = len(snapshot.findings) + len(snapshot.recommendations) - len(review.sayings)
    return Considered(review, left_out=left_out)


def checked(review: RememberedReview) -> tuple[Undecided, ...]:
    """What the recognisers find in its words by the public profile: what can be asked without the review at hand."""
    return check_parts(parts_of(review), Register(()), frozenset(review.allowed), load_profile("public"))


def parts_of(review: RememberedReview) -> list[FilePart]:
    """Every word that is kept of it, whatever the field; ids are not words."""
    found = [FilePart("title", review.title), FilePart("review", f"{review.type} {review.nation}")]
    for said in review.findings:
        found += [FilePart(f"finding {said.number}", text) for text in (said.title, said.statement, said.kind)]
    for rec in review.recommendations:
        where = f"recommendation {rec.number}"
        words = (rec.title, rec.text, rec.scope, rec.accepted, *(part.text for part in rec.parts))
        found += [FilePart(where, text) for text in words]
    return [part for part in found if part.text]


def _checked_by_register(
    snapshot: Snapshot, anonymised: AnonymisedDocument, review: RememberedReview
) -> tuple[Undecided, ...]:
    register, profile = reader_register(snapshot, ProfileName.PUBLIC), reader_profile(snapshot, ProfileName.PUBLIC)
    return check_parts(parts_of(review), register, anonymised.allowed, profile)


def _texts(snapshot: Snapshot) -> Iterator[tuple[Place, Text]]:
    """The words that could be kept, each paragraph with where it belongs, dated as the composers date them."""
    review = snapshot.review
    yield (review.uid, "title"), title_of(snapshot)
    for finding in snapshot.findings:
        for name, words in (("title", finding.title), ("text", finding.statement)):
            for text in split(words, Dates.CASE, finding.uid):
                yield (finding.uid, name), text
    for view in recommendation_views(snapshot):
        for name, words in (("title", view.title), ("text", view.text)):
            for text in split(words, Dates.GOVERNANCE, view.uid):
                yield (view.uid, name), text
        for part in view.parts:
            for text in split(part.text, Dates.GOVERNANCE, part.uid):
                yield (part.uid, "text"), text


def _rendered(snapshot: Snapshot, texts: list[Text]) -> Rendering:
    blank = Text("", Dates.FIXED)
    review = snapshot.review
    return render(
        Document("learning", blank, blank, blank, blank, tuple(Paragraph(text) for text in texts)),
        reader_register(snapshot, ProfileName.PUBLIC),
        reader_profile(snapshot, ProfileName.PUBLIC),
        snapshot.surface_decisions,
        scope=(review.scope_start, review.scope_end),
        abbreviations=frozenset(a.short for a in snapshot.abbreviations),
        date_reader=read_date,
    )


def _words_of(document: Document) -> list[str]:
    return [block.text.words for block in document.blocks if isinstance(block, Paragraph)]


def _review(snapshot: Snapshot, told: dict[Place, list[str]], published: dt.date) -> RememberedReview:
    def said(uid: str, name: str = "text") -> str:
        return "\n\n".join(told.get((uid, name), ()))

    findings = tuple(
        RememberedFinding(public_id(f.uid), f.number, said(f.uid, "title"), said(f.uid), f.kind, f.underlying)
        for f in sorted(snapshot.findings, key=lambda f: f.number)
        if said(f.uid) or said(f.uid, "title")
    )
    kept = {finding.id for finding in findings}
    review = snapshot.review
    recommendations = tuple(
        RememberedRecommendation(
            id=public_id(rec.uid),
            number=rec.number,
            title=said(rec.uid, "title"),
            text=said(rec.uid),
            scope=rec.scope,
            accepted=rec.accepted,
            parts=tuple(
                RememberedPart(part.letter, said(part.uid))
                for part in sorted(snapshot.parts, key=lambda part: part.letter)
                if part.recommendation == rec.uid and said(part.uid)
            ),
            findings=tuple(known for uid in rec.findings if (known := public_id(uid)) in kept),
        )
        for rec in sorted(snapshot.recommendations, key=lambda rec: rec.number)
        if said(rec.uid) or said(rec.uid, "title")
    )
    return RememberedReview(
        id=public_id(review.uid),
        title=said(review.uid, "title"),
        type=review.type.value,
        nation=review.nation,
        published=f"{published:%Y-%m}",
        added=today(),
        findings=findings,
        recommendations=recommendations,
    )


def _allowed(snapshot: Snapshot, anonymised: AnonymisedDocument, review: RememberedReview) -> tuple[str, ...]:
    """Of all that this review decided to print, only what stands in these words: the rest would tell of the rest."""
    printed = " ".join(fold_surface(part.text) for part in parts_of(review))
    every = {*anonymised.allowed, *own_words(reader_register(snapshot, ProfileName.PUBLIC))}
    known = {surface if is_bound(surface) else fold_surface(surface) for surface in every}
    return tuple(sorted(surface for surface in known if (form := fold_surface(surface)) and form in printed))
