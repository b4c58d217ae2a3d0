"""What each agency says happened, and where it says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.partial_date import UNKNOWN_DATE, PartialDate
from desktop_app.domain.record import Record


class SourceType(StrEnum):
    UNSTATED = "unstated"
    CONTEMPORANEOUS = "contemporaneous"
    LATER = "later"
    PRACTITIONER = "practitioner-account"
    FAMILY = "family-account"


class Significance(StrEnum):
    ROUTINE = "routine"
    SIGNIFICANT = "significant"
    KEY = "key"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyReturn(Record):
    """One agency's return, one a version. `sha256` is of the file as it was sent; `received` is the day it came in
    here, `dated` the day its author put on it. `supersedes` is the return that this one sends again, corrected.
    """

    agency: str = ""  # uid of an Agency
    file_name: str = ""
    sha256: str = ""
    version: int = 1
    author: str = ""
    dated: dt.date | None = None
    received: dt.date | None = None
    records_searched: str = ""
    signed_off_by: str = ""
    rows_read: int = 0
    supersedes: str = ""  # uid of a ChronologyReturn


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyEvent(Record):
    """Fact and comment apart; the source of information is a field of its own."""

    ref: str = ""  # stable, e.g. CSC-014
    agency: str = ""  # uid of an Agency
    date: PartialDate = UNKNOWN_DATE
    sequence: int = 0  # order within a day, set by hand
    source: str = ""
    source_type: SourceType = SourceType.UNSTATED
    event: str = ""
    action: str = ""
    no_action_reason: str = ""  # why none was taken
    outcome: str = ""
    child_seen: str = ""
    comment: str = ""
    comment_author: str = ""
    significance: Significance = Significance.ROUTINE
    people: tuple[str, ...] = ()  # uids of Person
    kloes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()  # the author's own words for them
    published_wording: str = ""
    explicit: bool = False  # holds details that only the panel is given
    abridged: str = ""  # the author's words without them
    chronology_return: str = ""  # uid of a ChronologyReturn, "" when typed in
    sheet: str = ""
    row: int = 0  # in the file as sent, from 1, the heading row included
    sender_ref: str = ""  # the sender's own number for the row, by which it is known again
    sent: str = ""  # a short sum of each field as the sender wrote it (`domain.row_sums`), "" when typed in
    missing_from: str = ""  # uid of the ChronologyReturn that no longer has the row; the event is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportIssue(Record):
    """A row of an import that waits for a person, with its original text. Nothing read is ever dropped."""

    kind: str = "decide"  # decide | refused
    chronology_return: str = ""
    event: str = ""  # uid of the event it was added as, if it was
    row: int = 0
    field: str = ""
    text: str = ""
    why: str = ""
    resolved: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierWording(Record):
    """What a field of an event said until a corrected return changed it."""

    event: str = ""  # uid of a ChronologyEvent
    replaced_by: str = ""  # uid of the ChronologyReturn that changed it
    field: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnMapping(Record):
    """Which column is which in an agency's returns, as somebody accepted it. `headings` are all of the heading row,
    normalised; `columns` name the heading that the field of the same place in `fields` is read from.
    """

    agency: str = ""  # uid of an Agency
    kind: str = "chronology"
    headings: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    day_order: str = ""  # "day-first" or "month-first" when somebody had to say it


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink(Record):
    """Two events that a person has said, or is asked whether, belong together."""

    kind: str = "duplicate"  # duplicate | contradicts | corroborates
    a: str = ""
    b: str = ""
    why: str = ""
    score: float = 0.0
    state: str = "proposed"  # proposed | accepted | refused | later
    note: str = ""  # why it was decided so
    resolution: str = ""  # what a person found out about a contradiction; empty while it stands
    a_print: str = ""  # what `a` said when this was decided, so that a return sent again is not asked about again
    b_print: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Record):
    """A spell without contact that somebody has looked at. `agency` is "" when nobody at all was in contact."""

    agency: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    explained: str = ""
    state: str = "accepted"  # accepted: a gap indeed | refused: no gap | later
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPracticeEpisode(Record):
    """Events that together shaped what followed, and what is to be thought of the practice in them.

    The shape is that of the systems model's table of key practice episodes: why it mattered, appraisal, factors.
    """

    number: int = 0
    title: str = ""
    events: tuple[str, ...] = ()  # uids of ChronologyEvent
    why: str = ""  # why it mattered
    appraisal: str = ""
    factors: tuple[str, ...] = ()  # contributory factors, by their headings


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark(Record):
    """An event that others are counted from: "11 weeks after the first referral"."""

    event: str = ""  # uid of a ChronologyEvent
    name: str = ""  # as it stands in a sentence, e.g. "the first referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge(Record):
    """That an agency came to know of an event, apart from when the event was."""

    event: str = ""  # uid of a ChronologyEvent
    agency: str = ""  # uid of the Agency that learned of it
    when: PartialDate = UNKNOWN_DATE
    how: str = ""  # e.g. "police notification"
