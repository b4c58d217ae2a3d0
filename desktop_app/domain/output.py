"""What has left the review, and what people decided about words on the way out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record


class OutputKind(StrEnum):
    BRIEFING = "briefing"
    SEVEN_MINUTE = "seven-minute"
    OVERVIEW = "overview"
    CHRONOLOGY = "chronology"
    TIMELINE = "timeline"
    ACTION_PLAN = "action-plan"
    WORKSHOP_PACK = "workshop-pack"
    FACILITATOR_NOTES = "facilitator-notes"
    REFLECTIONS_SUMMARY = "reflections-summary"
    YOU_SAID = "you-said"
    GOVERNANCE_UPDATE = "governance-update"
    HAND_OVER = "hand-over"
    TRACKER = "tracker"
    LETTER_FAMILY = "letter-family"
    LETTER_PRACTITIONER = "letter-practitioner"
    LETTER_AGENCY = "letter-agency"
    NON_INVOLVEMENT = "non-involvement"
    PUBLICATION_NOTE = "publication-note"
    PRESS_STATEMENT = "press-statement"
    ANONYMISATION_LOG = "anonymisation-log"
    DESTRUCTION_RECORD = "destruction-record"


class ProfileName(StrEnum):
    PUBLIC = "public"
    PARTNER = "partner"
    FAMILY = "family"
    PRACTITIONER = "practitioner"
    PANEL = "panel"


class Choice(StrEnum):
    REPLACE = "replace"  # print `replacement` instead
    GENERALISE = "generalise"  # print the coarser `replacement`
    KEEP = "keep"  # print as it stands; a reason is required
    REGISTER = "register"  # it is the register entry `uid_of_entry`: print its pseudonym
    OMIT = "omit"  # take it out, with the comma or the brackets around it


@dataclass(frozen=True, slots=True, kw_only=True)
class SurfaceDecision(Record):
    """What to do with a form of words wherever it stands. `surface` is kept as first seen; matching folds it."""

    surface: str = ""
    kind: str = ""
    choice: Choice = Choice.KEEP
    replacement: str = ""
    entry: str = ""  # register uid for Choice.REGISTER
    reason: str = ""
    decided: dt.datetime | None = None
    contexts: tuple[str, ...] = ()  # marks of the sentences a KEEP was decided for; none: it holds in any


@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Record):
    """A file that was written and read back clean, and what that rests on: its certificate.

    `anchor` is the ledger's entry and MAC it prints; `checked` says in sentences what was held against it, `remains`
    what readers could still put together. `status` is that of its last `ReleaseStep`. `sha256` is the draft's,
    `final_sha256` that of the file that was approved. `preset` and `agency` are its shape (`OutputShape`). `rests_on`
    are sums over what it was made of, to tell what changed since; `words` one over its kept text.
    """

    kind: OutputKind = OutputKind.BRIEFING
    profile: ProfileName = ProfileName.PUBLIC
    format: str = "pdf"
    as_at: dt.date | None = None
    version: int = 1
    status: str = "draft"
    sha256: str = ""
    written: dt.datetime | None = None
    published: dt.date | None = None
    withdrawn: dt.date | None = None
    withdraw_by: dt.date | None = None  # a day chosen for this file, in place of the rule's
    final_sha256: str = ""
    preset: str = ""
    agency: str = ""
    template: str = ""  # SHA-256 of the house template it is set in, "" for Candour's own pages
    words: str = ""
    rests_on: tuple[str, ...] = ()
    replaced: int = 0
    decisions: int = 0
    anchor: str = ""
    checked: tuple[str, ...] = ()
    remains: tuple[str, ...] = ()
