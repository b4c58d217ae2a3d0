"""Everything a review holds at one moment, as plain values: what services and the anonymiser read."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import get_args, get_type_hints

from desktop_app.domain.chronology import (
    ChronologyEvent,
    ChronologyReturn,
    EventLink,
    Gap,
    ImportIssue,
    KeyPracticeEpisode,
    Knowledge,
)
from desktop_app.domain.jigsaw import DisclosedFact, IntruderAnswer, JigsawReason, PublicFact
from desktop_app.domain.learning import Action, Finding, ProgressUpdate, Recommendation, RecommendationPart
from desktop_app.domain.output import Output, SurfaceDecision
from desktop_app.domain.people import Abbreviation, Agency, Body, Person, RegisterEntry, register_of
from desktop_app.domain.record import Record
from desktop_app.domain.review import (
    Clock,
    Decision,
    DestructionRecord,
    Kloe,
    Narrative,
    PublicationDecision,
    QuoteRecord,
    Review,
)
from desktop_app.domain.workshop import Participant, Prompt, Reflection, Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One tuple a family of records, each in its natural order (numbers, refs, dates; else as first stored)."""

    reviews: tuple[Review, ...] = ()  # exactly one in a real file
    decisions: tuple[Decision, ...] = ()
    kloes: tuple[Kloe, ...] = ()
    clocks: tuple[Clock, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    quotes: tuple[QuoteRecord, ...] = ()
    publication_decisions: tuple[PublicationDecision, ...] = ()
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    agencies: tuple[Agency, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    returns: tuple[ChronologyReturn, ...] = ()
    events: tuple[ChronologyEvent, ...] = ()
    issues: tuple[ImportIssue, ...] = ()
    event_links: tuple[EventLink, ...] = ()
    gaps: tuple[Gap, ...] = ()
    episodes: tuple[KeyPracticeEpisode, ...] = ()
    knowledge: tuple[Knowledge, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    participants: tuple[Participant, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    findings: tuple[Finding, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    parts: tuple[RecommendationPart, ...] = ()
    actions: tuple[Action, ...] = ()
    updates: tuple[ProgressUpdate, ...] = ()
    surface_decisions: tuple[SurfaceDecision, ...] = ()
    outputs: tuple[Output, ...] = ()
    disclosed_facts: tuple[DisclosedFact, ...] = ()
    public_facts: tuple[PublicFact, ...] = ()
    jigsaw_reasons: tuple[JigsawReason, ...] = ()
    intruder_answers: tuple[IntruderAnswer, ...] = ()
    destructions: tuple[DestructionRecord, ...] = ()

    @property
    def review(self) -> Review:
        return self.reviews[0] if self.reviews else Review(uid="")

    @property
    def register(self) -> tuple[RegisterEntry, ...]:
        return register_of(self.people, self.bodies)


def family_types() -> dict[str, type[Record]]:
    """Field name of `Snapshot` -> the record type it holds, in an order that puts referred-to families first."""
    hints = get_type_hints(Snapshot)
    return {f.name: get_args(hints[f.name])[0] for f in fields(Snapshot)}
