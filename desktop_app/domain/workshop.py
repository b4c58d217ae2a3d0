"""Workshops, who was there, what was asked, and what was said. Who said what is never stored."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record


class Attribution(StrEnum):
    UNATTRIBUTED = "unattributed"
    AGENCY_TYPE = "agency-type"
    ROLE = "role"
    NAMED = "named"


class Consent(StrEnum):
    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    THEME_ONLY = "theme-only"
    OFF_RECORD = "off-record"


class Valence(StrEnum):
    WORKED_WELL = "worked-well"
    GOT_IN_THE_WAY = "got-in-the-way"
    WOULD_HELP = "would-help"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(Record):
    type: str = ""
    title: str = ""
    date: dt.date | None = None
    place: str = ""
    purpose: str = ""
    facilitators: str = ""
    ground_rules: str = ""
    ground_rules_version: str = ""
    confidentiality: str = ""
    confidentiality_version: str = ""
    support_person: str = ""
    aftercare: str = ""
    library: str = ""  # of the prompts that are asked; "" asks all there are
    starts: dt.time | None = None
    pre_reading: str = ""  # what those who come are sent, or asked to read, beforehand


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """One part of a workshop's day. `about` is for the facilitators; those who come are not sent it."""

    workshop: str = ""
    order: int = 0
    title: str = ""
    minutes: int = 0
    about: str = ""
    prompt: str = ""  # uid of the prompt that is asked in it: the room's clock counts its minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """Kept apart from reflections: no reflection refers to a participant."""

    workshop: str = ""
    name: str = ""
    role_group: str = ""
    agency: str = ""
    attended: bool = True
    support_offered: str = ""
    may_be_witness: bool = False
    invited: dt.date | None = None
    reply: str = ""  # coming | not-coming | "" while they have not answered
    pre_reading_sent: dt.date | None = None
    wider_group: str = ""  # the next one up where the role is too small to be printed; "" as the list of groups has it


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt(Record):
    library: str = ""
    order: int = 0
    text: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Record):
    workshop: str = ""
    prompt: str = ""
    text: str = ""
    capture: str = "paraphrase"  # verbatim | paraphrase | sticky-note
    attribution: Attribution = Attribution.UNATTRIBUTED
    group: str = ""  # agency kind or role printed when the attribution allows it; "" when unattributed
    consent: Consent = Consent.PARAPHRASE
    valence: Valence = Valence.CONTEXT
    factor: str = ""
    events: tuple[str, ...] = ()
    sensitive: bool = False
    escalated: bool = False
    room_n: int = -1  # corrections made in the room, -1 for what was typed at the desk
    room_digest: str = ""  # of what the room said, to tell it from an edit at the desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionCluster(Record):
    """Reflections that say the same, and the dots people gave them. `members` are uids of reflections."""

    workshop: str = ""
    title: str = ""
    members: tuple[str, ...] = ()
    dots: int = 0
    room_n: int = -1
    room_digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern(Record):
    """A safeguarding matter raised in a workshop that could not stay there. Summaries count it and say no more."""

    workshop: str = ""
    text: str = ""
    who_acts: str = ""
    by_when: str = ""
    done: str = ""
    room_n: int = -1
    room_digest: str = ""


class Stance(StrEnum):
    AGREE = "agree"
    NUANCE = "nuance"
    CHALLENGE = "challenge"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallFeedback(Record):
    """What a recall event said of an emerging finding, nobody named. A nuance or a challenge waits for an answer."""

    workshop: str = ""
    finding: str = ""
    stance: Stance = Stance.AGREE
    text: str = ""
    answer: str = ""  # what the author did about it, told to those who took part
