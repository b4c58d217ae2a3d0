"""From evidence to change: findings, recommendations in parts, actions and their dated updates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    number: int = 0
    title: str = ""
    statement: str = ""
    kind: str = "systems"  # systems | practice | good-practice
    underlying: bool = True
    still_true: str = ""
    kloes: tuple[str, ...] = ()
    confidence: str = ""
    events: tuple[str, ...] = ()
    reflections: tuple[str, ...] = ()
    family_points: tuple[str, ...] = ()  # uids of FamilyPoint, or the words themselves as earlier versions kept them
    research: str = ""  # what is known elsewhere: studies, policy, national reviews
    questions: str = ""  # for the board to consider
    episodes: tuple[str, ...] = ()
    codings: tuple[str, ...] = ()  # stretches of the record that were marked with a theme
    factors: tuple[str, ...] = ()  # contributory factors, by their headings


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Record):
    """`text` may hold live references such as "{rec:UID}", printed as "Recommendation 2 above"."""

    number: int = 0
    title: str = ""
    text: str = ""
    accepted: str = "undecided"  # accepted | not-accepted | undecided
    accepted_reason: str = ""
    accepted_by: str = ""
    accepted_on: dt.date | None = None
    scope: str = "local"
    bodies: tuple[str, ...] = ()  # names or uids of Body
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange(Record):
    """That a body answered a recommendation, or answered anew, and since when. Append-only, as `ActionChange`."""

    recommendation: str = ""
    on: dt.date | None = None
    before: str = ""
    after: str = ""
    reason: str = ""
    by: str = ""  # a body


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationPart(Record):
    recommendation: str = ""
    letter: str = ""
    text: str = ""


class ActionStatus(StrEnum):
    COMPLETE = "complete"
    PART_COMPLETE = "part-complete"
    IN_PROGRESS = "in-progress"
    DELAYED = "delayed"
    NOT_STARTED = "not-started"
    NOT_ACCEPTED = "not-accepted"
    EMBEDDED = "embedded"  # done, and now how people work: needs a day on which that is looked at again
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLabel(Record):
    """What this partnership calls a status, printed in its outputs; a status without one keeps its usual word."""

    status: ActionStatus = ActionStatus.UNKNOWN
    label: str = ""


DONE = frozenset({ActionStatus.COMPLETE, ActionStatus.EMBEDDED})
OVER = DONE | {ActionStatus.NOT_ACCEPTED}  # nothing more is due


class ActionOrigin(StrEnum):
    BEFORE_CASE = "before-case"
    BEFORE_REVIEW = "before-review"
    IN_RESPONSE = "in-response"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """`recommendations` and `parts` are uids: an action may answer several, and one may need several."""

    number: int = 0
    text: str = ""
    recommendations: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    origin: ActionOrigin = ActionOrigin.IN_RESPONSE
    owner_body: str = ""
    owner_role: str = ""
    start: dt.date | None = None
    due: dt.date | None = None
    revised_due: dt.date | None = None
    revised_reason: str = ""
    status: ActionStatus = ActionStatus.NOT_STARTED
    evidence: str = ""  # that it was done, and where that is held
    impact: str = ""  # whether it made a difference, and how anybody knows
    recheck_on: dt.date | None = None  # when it is asked again whether it still does
    carried_from: str = ""  # reference of the review it comes from, and its number there


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionChange(Record):
    """That an action's status or date changed, and since when. Append-only: how things stood on any day is read here.

    `field` is "status" or "due"; values are as the action stores them, days as ISO.
    """

    action: str = ""
    on: dt.date | None = None
    field: str = "status"
    before: str = ""
    after: str = ""
    reason: str = ""
    by: str = ""  # a role


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Record):
    action: str = ""
    text: str = ""
    due: dt.date | None = None
    met_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressUpdate(Record):
    """Append-only. What is printed for an action on a date is its newest approved update as at that date."""

    action: str = ""
    as_at: dt.date | None = None
    text: str = ""
    author: str = ""
    approved: bool = True
    place: int = 0  # in the ledger of updates, from 1; 0 for what an import of an earlier version brought
    seal: str = ""  # see `domain.update_ledger`
    brought_by: str = ""  # SHA-256 of the file that an import read it from, "" for what was written here
