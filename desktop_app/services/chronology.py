"""The combined chronology as rows to look at: dates in words, marks, and the words that were looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import in_words, read_date, state_of
from desktop_app.domain.event_order import in_order
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.people import Agency
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology_marks import Marked, marks_of
from desktop_app.services.word_hits import Excerpt, Wanted, excerpt_of

__all__ = ["EventRow", "RowMaker", "in_order", "read_date_words"]


@dataclass(frozen=True)
class EventRow:
    """`others` are the agencies of further sources that were merged into this row, as (order, code, name)."""

    event: ChronologyEvent
    date_words: str
    second_line: str  # how sure the date is, when it is not exact
    agency_code: str
    agency_name: str
    agency_order: int
    marks: tuple[str, ...]
    wanted: Wanted = ()  # words to be marked
    others: tuple[tuple[int, str, str], ...] = ()
    merged: tuple[ChronologyEvent, ...] = ()  # the accounts of those agencies, as each sent it
    people: str = ""  # names
    kloes: str = ""  # numbers

    @cached_property
    def excerpt(self) -> Excerpt:
        """What is shown of the event; worked out when it is painted, for a page has more rows than a screen."""
        return excerpt_of(self.event, self.wanted)


class RowMaker:
    """Dresses one event after the other as a row; `wanted` are the words to be marked in it."""

    def __init__(self, snapshot: Snapshot, marked: Marked, wanted: Wanted = ()) -> None:
        self._agencies: Mapping[str, Agency] = {agency.uid: agency for agency in snapshot.agencies}
        self._people = {person.uid: person.name for person in snapshot.people}
        self._kloes = {kloe.uid: kloe.number for kloe in snapshot.kloes}
        self._marked, self._wanted = marked, wanted

    def __call__(self, event: ChronologyEvent) -> EventRow:
        agency = self._agencies.get(event.agency)
        group = self._marked.leads.get(event.uid)
        others = [self._agencies.get(uid) for uid in (group.agencies if group else ()) if uid != event.agency]
        return EventRow(
            event=event,
            date_words=in_words(event.date) or event.date.wording or "No date",
            second_line=_certainty(event.date),
            agency_code=agency.code if agency else "",
            agency_name=agency.name if agency else "",
            agency_order=agency.order if agency else 0,
            marks=marks_of(event, self._marked),
            wanted=self._wanted,
            people=", ".join(self._people[uid] for uid in event.people if uid in self._people),
            kloes=", ".join(str(n) for n in sorted(self._kloes[uid] for uid in event.kloes if uid in self._kloes)),
            merged=group.others if group else (),
            others=tuple((other.order, other.code, other.name) for other in others if other is not None),
        )


def _certainty(date: PartialDate) -> str:
    if date.problem:
        return "needs a look"
    if date.approximate:
        return "approximate"
    return {Precision.PART_MONTH: "part of the month", Precision.UNKNOWN: "not known"}.get(date.precision, "")


def read_date_words(wording: str) -> tuple[PartialDate, str]:
    """A typed date, and the sentence that echoes how it is read."""
    date = read_date(wording)
    state = state_of(date)
    if not wording.strip():
        return date, "No date yet. Write it as you would say it: “early June 2024”."
    if state == "exact":
        return date, f"Read as {in_words(date)}."
    if state == "decide":
        return date, f"Needs a look: {date.problem}"
    return date, f"Not a day that can be placed: {date.problem or 'the words name no date'}. It is kept as written."
