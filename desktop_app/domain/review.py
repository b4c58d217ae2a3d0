"""The review itself, its decision, its lines of enquiry and its clocks. Source: the field's statutory guidance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record


class ReviewType(StrEnum):
    RAPID_REVIEW = "rapid-review"
    LCSPR = "lcspr"
    LEARNING_REVIEW = "learning-review"
    SAR = "sar"
    DARDR = "dardr"
    SUSR = "susr"
    MAPPA_SCR = "mappa-scr"
    PSIRF = "psirf"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """One a file. `working_title` is internal; `published_title` may be printed after anonymising."""

    reference: str = ""
    working_title: str = ""
    published_title: str = ""
    type: ReviewType = ReviewType.LEARNING_REVIEW
    regime: str = ""  # which kind exactly, as the regime file names it; "" when only the type is known
    nation: str = "England"
    legal_basis: str = ""
    mandatory: bool = False
    commissioning_body: str = ""
    lead_reviewer: str = ""
    independence: str = ""
    methodology: str = ""
    trigger_event_date: dt.date | None = None
    became_aware: dt.date | None = None
    scope_start: dt.date | None = None
    scope_end: dt.date | None = None
    status: str = ""
    protective_marking: str = ""
    data_controller: str = ""
    retention_rule: str = ""
    legal_hold: bool = False
    updates_head: str = ""  # "12:sum" of the last update in its ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """Why there is a review, and of which type (or why not)."""

    date: dt.date | None = None
    deciding_body: str = ""
    question: str = ""
    criteria: str = ""
    options: str = ""
    outcome: str = ""
    rationale: str = ""
    dissent: str = ""
    evidence_seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kloe(Record):
    """A key line of enquiry."""

    number: int = 0
    question: str = ""
    why: str = ""
    status: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Record):
    """A statutory or local time limit: N working or calendar days, or months, from a start event."""

    name: str = ""
    regime: str = ""
    start_event: str = ""
    start: dt.date | None = None
    amount: int = 0
    unit: str = "working-days"  # working-days | days | months
    calendar: str = "England"
    source: str = ""
    met_on: dt.date | None = None
    extension_reason: str = ""
    extended_to: dt.date | None = None
    extension_agreed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockChange(Record):
    """That the rule of a time limit was changed: what it was and what it is, in words, since when, and by whom."""

    clock: str = ""
    on: dt.date | None = None
    before: str = ""
    after: str = ""
    by: str = ""  # a role


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative(Record):
    """A passage the author writes for the outputs, e.g. key "background" or "next_steps". Identified truth.

    `rests_on` are uids of what the author says it is written from, whatever kinds of record they are.
    """

    key: str = ""
    text: str = ""
    order: int = 0
    explicit: bool = False  # holds details that only the panel is given
    abridged: str = ""  # the author's words without them
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRecord(Record):
    """Words somebody agreed to have printed."""

    text: str = ""
    speaker: str = ""
    speaker_role: str = ""
    approved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationDecision(Record):
    outcome: str = ""
    reasons: str = ""
    harm_considered: str = ""
    decided_by: str = ""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalHold(Record):
    """Nothing may be destroyed while it stands: from `placed` until `lifted`. Kept when it is over, to show that."""

    placed: dt.date | None = None
    placed_by: str = ""  # a role
    reason: str = ""
    lifted: dt.date | None = None
    lifted_by: str = ""
    lifted_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionRecord(Record):
    """That identified content was destroyed: who, when, under which rule, and what file that was; no content."""

    at: dt.datetime | None = None
    by_role: str = ""
    rule: str = ""
    rule_version: str = ""
    reason: str = ""
    destroyed: tuple[str, ...] = ()  # "events 150"
    kept: tuple[str, ...] = ()
    file_sha256: str = ""  # of the sealed file as it was last saved before
    ledger: str = ""  # entry and mac of the ledger before, as printed on outputs
    hold_lifted: dt.date | None = None  # when the last legal hold ended, if there ever was one
