"""How a review is set up: terms of reference, panel, parallel processes, and what is asked of agencies."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsOfReference(Record):
    """One version. A newer one `replaces` it; what was agreed once is never written over."""

    version: int = 1
    agreed_on: dt.date | None = None
    agreed_by: str = ""  # a body
    purpose: str = ""
    scope: str = ""  # the period, and why that one
    subjects: str = ""
    agencies: str = ""
    methodology: str = ""
    family_plan: str = ""
    communication: str = ""
    timetable: str = ""
    confidentiality: str = ""
    changed: str = ""  # what is new in this version, and why
    replaces: str = ""  # uid of a TermsOfReference


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelMember(Record):
    name: str = ""
    role: str = ""  # chair, author, member, adviser
    job_title: str = ""
    agency: str = ""  # uid of an Agency
    independence: str = ""  # of the case, and how that is known
    from_day: dt.date | None = None
    to_day: dt.date | None = None


class ProcessKind(StrEnum):
    CRIMINAL = "criminal"
    CORONER = "coroner"
    FAMILY_COURT = "family-court"
    EMPLOYMENT = "employment"  # disciplinary, HR
    REGULATOR = "regulator"
    PATIENT_SAFETY = "patient-safety"
    CHILD_DEATH = "child-death-review"
    COMPLAINT = "complaint"
    CIVIL_CLAIM = "civil-claim"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelProcess(Record):
    """Another process beside the review, and what may not be done while it lasts.

    `people` and `events` are those it puts a constraint on; `no_publication` holds back every public output.
    """

    kind: ProcessKind = ProcessKind.OTHER
    title: str = ""
    contact: str = ""  # a role
    stage: str = ""
    constraint: str = ""  # e.g. "may not be spoken to before giving evidence"
    people: tuple[str, ...] = ()  # uids of Person
    events: tuple[str, ...] = ()  # uids of ChronologyEvent
    no_publication: bool = False
    publication_constraint: str = ""
    next_date: dt.date | None = None
    ended: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRequest(Record):
    """What was asked of an agency, when it came, and the report that came."""

    agency: str = ""  # uid of an Agency
    what: str = ""  # chronology, summary, agency report
    lead: str = ""  # a named lead's role
    asked: dt.date | None = None
    due: dt.date | None = None
    chased: dt.date | None = None
    received: dt.date | None = None
    nil_return: bool = False
    author: str = ""
    author_independence: str = ""  # of the case
    records_searched: str = ""
    involvement: str = ""
    immediate_actions: str = ""
    good_practice: str = ""
    learning: str = ""
    signed_off_by: str = ""
    quality_notes: str = ""
