"""Everything a review holds at one moment, as plain values: what services and the anonymiser read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, get_args, get_type_hints

from desktop_app.domain.arrangements import AgencyRequest, PanelMember, ParallelProcess, TermsOfReference
from desktop_app.domain.board import BoardCard
from desktop_app.domain.chronology import (
    ChronologyEvent,
    ChronologyReturn,
    EarlierWording,
    EventLink,
    Gap,
    ImportIssue,
    KeyPracticeEpisode,
    Knowledge,
    Landmark,
    ReturnMapping,
)
from desktop_app.domain.coding import Coding, Theme
from desktop_app.domain.copies import CopyConflict
from desktop_app.domain.event_query import EventFigures, figures_of
from desktop_app.domain.family import FamilyPoint, Involvement
from desktop_app.domain.governance import Meeting
from desktop_app.domain.house_template import HouseTemplate
from desktop_app.domain.jigsaw import DisclosedFact, IntruderAnswer, JigsawReason, PublicFact, ReferenceFigure
from desktop_app.domain.learning import (
    Action,
    ActionChange,
    AnswerChange,
    Finding,
    Milestone,
    ProgressUpdate,
    Recommendation,
    RecommendationPart,
    StatusLabel,
)
from desktop_app.domain.output import Output, SurfaceDecision
from desktop_app.domain.output_section import OutputSection
from desktop_app.domain.output_shape import OutputShape
from desktop_app.domain.people import (
    Abbreviation,
    Agency,
    Body,
    NamesApart,
    Person,
    RegisterEntry,
    Relation,
    register_of,
)
from desktop_app.domain.reader_rungs import ReaderRung
from desktop_app.domain.record import Record
from desktop_app.domain.release import Approver, OutputText, Recipient, ReleaseStep
from desktop_app.domain.review import (
    Clock,
    ClockChange,
    Decision,
    DestructionRecord,
    Kloe,
    LegalHold,
    Narrative,
    PublicationDecision,
    QuoteRecord,
    Review,
)
from desktop_app.domain.room import RoomConflict, RoomPack, Withdrawn
from desktop_app.domain.saved_view import SavedView
from desktop_app.domain.workshop import (
    AgendaItem,
    Concern,
    Participant,
    Prompt,
    RecallFeedback,
    Reflection,
    ReflectionCluster,
    Workshop,
)


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
    relations: tuple[Relation, ...] = ()
    reader_rungs: tuple[ReaderRung, ...] = ()
    agencies: tuple[Agency, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    returns: tuple[ChronologyReturn, ...] = ()
    events: tuple[ChronologyEvent, ...] = ()
    issues: tuple[ImportIssue, ...] = ()
    earlier_wordings: tuple[EarlierWording, ...] = ()
    return_mappings: tuple[ReturnMapping, ...] = ()
    event_links: tuple[EventLink, ...] = ()
    gaps: tuple[Gap, ...] = ()
    episodes: tuple[KeyPracticeEpisode, ...] = ()
    knowledge: tuple[Knowledge, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    participants: tuple[Participant, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    agenda_items: tuple[AgendaItem, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    clusters: tuple[ReflectionCluster, ...] = ()
    concerns: tuple[Concern, ...] = ()
    room_packs: tuple[RoomPack, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    room_conflicts: tuple[RoomConflict, ...] = ()
    copy_conflicts: tuple[CopyConflict, ...] = ()
    findings: tuple[Finding, ...] = ()
    recall_feedback: tuple[RecallFeedback, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    parts: tuple[RecommendationPart, ...] = ()
    actions: tuple[Action, ...] = ()
    updates: tuple[ProgressUpdate, ...] = ()
    surface_decisions: tuple[SurfaceDecision, ...] = ()
    outputs: tuple[Output, ...] = ()
    output_shapes: tuple[OutputShape, ...] = ()
    output_sections: tuple[OutputSection, ...] = ()
    house_templates: tuple[HouseTemplate, ...] = ()
    approvers: tuple[Approver, ...] = ()
    release_steps: tuple[ReleaseStep, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    output_texts: tuple[OutputText, ...] = ()
    disclosed_facts: tuple[DisclosedFact, ...] = ()
    public_facts: tuple[PublicFact, ...] = ()
    jigsaw_reasons: tuple[JigsawReason, ...] = ()
    reference_figures: tuple[ReferenceFigure, ...] = ()
    intruder_answers: tuple[IntruderAnswer, ...] = ()
    holds: tuple[LegalHold, ...] = ()
    saved_views: tuple[SavedView, ...] = ()
    destructions: tuple[DestructionRecord, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    family_points: tuple[FamilyPoint, ...] = ()
    terms: tuple[TermsOfReference, ...] = ()
    panel: tuple[PanelMember, ...] = ()
    parallel_processes: tuple[ParallelProcess, ...] = ()
    agency_requests: tuple[AgencyRequest, ...] = ()
    action_changes: tuple[ActionChange, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    answer_changes: tuple[AnswerChange, ...] = ()
    status_labels: tuple[StatusLabel, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    clock_changes: tuple[ClockChange, ...] = ()
    names_apart: tuple[NamesApart, ...] = ()
    themes: tuple[Theme, ...] = ()
    codings: tuple[Coding, ...] = ()
    board_cards: tuple[BoardCard, ...] = ()

    @property
    def event_count(self) -> int:
        return len(self.events)

    @property
    def event_figures(self) -> EventFigures:
        """Counts and refs of the events: for whoever does not need to read them all."""
        return figures_of(self.events)

    @property
    def review(self) -> Review:
        return self.reviews[0] if self.reviews else Review(uid="")

    @property
    def register(self) -> tuple[RegisterEntry, ...]:
        return register_of(self.people, self.bodies)


class LazySnapshot(Snapshot):
    """As any other, but its events are read when they are first asked for: a page at opening needs none of them.

    Good on the thread that made it, and until the events change; later it raises RuntimeError rather than mix two
    moments. Whoever reads events elsewhere takes a whole snapshot.
    """

    __slots__ = ("_count", "_figures", "_loads", "_thread")

    @classmethod
    def made_of(
        cls,
        families: Mapping[str, tuple[Record, ...]],
        load_events: Callable[[], tuple[ChronologyEvent, ...]],
        load_figures: Callable[[], EventFigures],
        load_count: Callable[[], int],
        events: tuple[ChronologyEvent, ...] | None = None,
    ) -> LazySnapshot:
        """`families` are all the others; `events` when they are known already.

        What loads raises RuntimeError when the events are not those of then.
        """
        made = cls.__new__(cls)
        for name in family_types():
            if name != "events":
                object.__setattr__(made, name, families[name])
        if events is not None:
            object.__setattr__(made, "events", events)
        loads = {"events": load_events, "_figures": load_figures, "_count": load_count}
        object.__setattr__(made, "_loads", loads)
        object.__setattr__(made, "_thread", threading.get_ident())
        return made

    def __getattr__(self, name: str) -> Any:
        """Called for a slot that is not set."""
        if name not in ("events", "_figures", "_count"):
            raise AttributeError(name)
        if threading.get_ident() != self._thread:
            raise RuntimeError("events of a snapshot asked for on another thread than its own")
        object.__setattr__(self, name, self._loads[name]())
        return object.__getattribute__(self, name)

    @property
    def has_events(self) -> bool:
        """Whether they were read already."""
        try:
            object.__getattribute__(self, "events")
        except AttributeError:
            return False
        return True

    @property
    def event_count(self) -> int:
        return len(self.events) if self.has_events else self._count

    @property
    def event_figures(self) -> EventFigures:
        return figures_of(self.events) if self.has_events else self._figures

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Snapshot):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in family_types())

    __hash__ = Snapshot.__hash__


@cache
def family_types() -> dict[str, type[Record]]:
    """Field name of `Snapshot` -> the record type it holds, in an order that puts referred-to families first."""
    hints = get_type_hints(Snapshot)
    return {f.name: get_args(hints[f.name])[0] for f in fields(Snapshot)}
