"""What outputs have said about people indirectly, what is public already, and how that was weighed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.record import Record


class PublicSource(StrEnum):
    COURT = "court"
    PRESS = "press"
    PARTNER = "partner"  # a partner's own statement or news item
    SOCIAL_MEDIA = "social-media"
    FAMILY = "family"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosedFact(Record):
    """An indirect fact about a person that an output gave. `value` is what was printed; a coarse one is kept too."""

    output: str = ""  # uid of an Output
    person: str = ""  # register uid
    kind: str = ""  # a name of resources/jigsaw/facts.toml
    value: str = ""
    rare: bool = False
    coarse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFact(Record):
    """Something that anybody can know already, and from where. `words` is read for indirect facts like an output."""

    person: str = ""  # register uid
    words: str = ""
    source: PublicSource = PublicSource.OTHER
    where: str = ""  # e.g. "a newspaper, after the trial"
    seen: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JigsawReason(Record):
    """Why a combination stays as it is. It holds for the kinds named, and is asked again when there are more."""

    person: str = ""  # register uid
    kinds: tuple[str, ...] = ()
    reason: str = ""
    decided: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceFigure(Record):
    """How many of a population share a kind of fact about a person, as the author found it; nothing is assumed."""

    person: str = ""  # register uid
    kind: str = ""  # a name of resources/jigsaw/facts.toml
    number: int = 0
    among: int = 0
    counts: str = ""  # what is counted, e.g. "people of 10 to 17 in the district"
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntruderAnswer(Record):
    """What came of one thing a motivated intruder might try (`question`: an id of resources/jigsaw/intruder.toml)."""

    question: str = ""
    output: str = ""  # uid of an Output, "" for the review as a whole
    tried: str = ""
    found: bool = False
    outcome: str = ""
    by_role: str = ""
    on: dt.date | None = None
