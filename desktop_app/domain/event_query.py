"""What is asked of the chronology: which events, and the narrow facts of each that a drawing needs."""

from __future__ import annotations

import datetime as dt
from array import array
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop_app.domain.chronology import ChronologyEvent, Significance, SourceType
from desktop_app.domain.partial_date import Precision

SIGNIFICANCES: tuple[Significance, ...] = tuple(Significance)
PRECISIONS: tuple[Precision, ...] = tuple(Precision)


class Seen(StrEnum):
    """What `child_seen` says, whatever words it was written in."""

    SEEN = "seen"
    NOT_SEEN = "not-seen"
    OTHER = "other"
    UNRECORDED = "unrecorded"


class Lack(StrEnum):
    """What a reader of the chronology would ask about."""

    SOURCE = "source"
    DATE = "date"  # a person must look at it
    ACTION = "action"  # none taken, and no reason why
    REASON = "reason"  # the same, of an event that is not routine
    ROW = "row"  # its agency sent it once, and left it out of a later return


class LaneKind(StrEnum):
    AGENCY = "agency"
    PERSON = "person"
    THEME = "theme"


def seen_of(text: str) -> Seen:
    """From the first words only: "No – asleep upstairs" is not seen."""
    plain = text.strip(" ").lower()
    if not plain:
        return Seen.UNRECORDED
    if plain.startswith("no"):
        return Seen.NOT_SEEN
    return Seen.SEEN if plain.startswith(("y", "seen")) else Seen.OTHER


def lacks_of(event: ChronologyEvent) -> frozenset[Lack]:
    found = {Lack.SOURCE} if not event.source else set()
    if event.date.problem:
        found.add(Lack.DATE)
    if not event.action and not event.no_action_reason:
        found.add(Lack.ACTION)
        if event.significance is not Significance.ROUTINE:
            found.add(Lack.REASON)
    if event.missing_from:
        found.add(Lack.ROW)
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyMark:
    """Events that carry at least one of these; `uids` are those marked by another record."""

    seen: frozenset[Seen] = frozenset()
    lacks: frozenset[Lack] = frozenset()
    significance: frozenset[Significance] = frozenset()
    uids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery:
    """Which events are shown; everything given must hold, of several values in one field any. Empty shows all.

    `words` are all to be found, each as the beginning of a word, whatever its case and accents; words in quotation
    marks stand together. `first` and `last` keep what may have happened on some day between them.
    """

    words: str = ""
    agencies: frozenset[str] = frozenset()
    significance: frozenset[Significance] = frozenset()
    source_types: frozenset[SourceType] = frozenset()
    kloes: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    seen: frozenset[Seen] = frozenset()
    lacks: frozenset[Lack] = frozenset()
    first: dt.date | None = None
    last: dt.date | None = None
    outside: tuple[dt.date | None, dt.date | None] | None = None  # only what cannot have happened between these
    among: tuple[frozenset[str], ...] = ()  # uids: in each of these sets
    without: frozenset[str] = frozenset()  # uids: never these
    mark: AnyMark | None = None

    @property
    def narrows(self) -> bool:
        """Whether it hides events for what they are, not because another row stands for them."""
        return replace(self, without=frozenset()) != EventQuery()


@dataclass(frozen=True, slots=True)
class EventSpans:
    """Events in order, one entry in each array; an event in two lanes (two people) has two entries.

    `lanes[n]` is an index into `keys` (uids of agencies or people, or themes; "" for none). `first` and `last` are
    day ordinals (`date.toordinal`), both 0 without a date. `minutes` is the time of day, -1 without one.
    `significance` and `precision` are indices into `SIGNIFICANCES` and `PRECISIONS`; `vague` is 1 for "about".
    """

    keys: tuple[str, ...]
    ids: array[int] = field(default_factory=lambda: array("q"))
    lanes: array[int] = field(default_factory=lambda: array("i"))
    first: array[int] = field(default_factory=lambda: array("i"))
    last: array[int] = field(default_factory=lambda: array("i"))
    minutes: array[int] = field(default_factory=lambda: array("h"))
    significance: array[int] = field(default_factory=lambda: array("b"))
    precision: array[int] = field(default_factory=lambda: array("b"))
    vague: array[int] = field(default_factory=lambda: array("b"))

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class AgencyFigures:
    events: int
    no_source: int
    unclear_dates: int


@dataclass(frozen=True, slots=True)
class EventFigures:
    """What pages say about the chronology without reading it."""

    by_agency: dict[str, AgencyFigures]  # by uid, "" for none
    kloes: frozenset[str]  # that some event is linked to
    key: tuple[tuple[str, str], ...]  # (uid, ref) of key events, in order

    @property
    def total(self) -> int:
        return sum(agency.events for agency in self.by_agency.values())


def figures_of(events: tuple[ChronologyEvent, ...]) -> EventFigures:
    """`events` in order."""
    counts: dict[str, list[int]] = {}
    for event in events:
        held = counts.setdefault(event.agency, [0, 0, 0])
        held[0] += 1
        held[1] += not event.source
        held[2] += bool(event.date.problem)
    return EventFigures(
        {agency: AgencyFigures(*held) for agency, held in counts.items()},
        frozenset(kloe for event in events for kloe in event.kloes),
        tuple((event.uid, event.ref) for event in events if event.significance is Significance.KEY),
    )
