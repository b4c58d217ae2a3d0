"""The family and those affected: who was asked, by whom, what came of it, and what they said.

Source: the sector's seven steps for families (advocate, own medium, draft read in private, answer given), and the
quality markers' question whether the reasons for not involving somebody are on record.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record


class Approach(StrEnum):
    TOOK_PART = "took-part"
    INVITED = "invited"  # and has not answered yet
    DECLINED = "declined"
    NOT_APPROACHED = "not-approached"


class Affected(StrEnum):
    """How somebody belongs to the case, in the words a method section may print."""

    SUBJECT = "subject"  # the child or adult the review is about
    FAMILY = "family"
    FRIEND = "friend"
    HARMED = "harmed"  # anybody else who was harmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Record):
    """One person's part in the review. `reason` is why they declined or were not approached."""

    number: int = 0
    person: str = ""  # uid of a Person
    relation: str = ""  # e.g. "father"
    affected: Affected = Affected.FAMILY
    approach: Approach = Approach.NOT_APPROACHED
    reason: str = ""
    asked_by: str = ""  # a role
    asked_on: dt.date | None = None
    answered_on: dt.date | None = None
    medium: str = ""  # a meeting, a letter, a call, a drawing
    advocate: str = ""
    asked_about: str = ""  # what they were asked, and what of the scope was theirs to shape
    pseudonym_wish: str = ""
    draft_shared: dt.date | None = None
    draft_how: str = ""  # how it was read, and how much time was given
    comments: str = ""  # on the draft
    answer: str = ""  # to those comments
    told_of_publication: dt.date | None = None
    aftercare: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPoint(Record):
    """One thing that somebody affected told the review: evidence that a finding can rest on."""

    involvement: str = ""  # uid of an Involvement, "" when nobody in particular said it
    text: str = ""
    may_be_quoted: bool = False
    child_voice: bool = False
    set_aside: str = ""  # why no finding takes it up
