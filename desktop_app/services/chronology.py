"""The combined chronology as rows to look at: order, filter, marks, and the gentle note on language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.dates import in_words, read_date, state_of
from desktop_app.domain.partial_date import PartialDate, Precision
from desktop_app.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class EventRow:
    event: ChronologyEvent
    date_words: str
    second_line: str  # how sure the date is, when it is not exact
    agency_code: str
    agency_name: str
    agency_order: int
    marks: tuple[str, ...]  # words of badges: "Seen", "Not seen", "No source", "Look at the date", "Key", "Contradicts"


def in_order(events: Iterable[ChronologyEvent]) -> list[ChronologyEvent]:
    """The documented order: earliest possible day, narrower first, time of day, hand-set sequence, ref."""
    return sorted(events, key=lambda e: (e.date.sort_key, e.sequence, e.ref))


def event_rows(snapshot: Snapshot, *, words: str = "", agencies: frozenset[str] = frozenset()) -> list[EventRow]:
    """Rows in order. `words` are all to be found, in any field; `agencies` are uids, empty for all."""
    wanted = words.casefold().split()
    by_uid = {agency.uid: agency for agency in snapshot.agencies}
    linked = _contradicted(snapshot)
    rows = []
    for event in in_order(snapshot.events):
        if agencies and event.agency not in agencies:
            continue
        agency = by_uid.get(event.agency)
        code = agency.code if agency else ""
        if wanted and not all(word in _haystack(event, code) for word in wanted):
            continue
        rows.append(
            EventRow(
                event=event,
                date_words=in_words(event.date) or event.date.wording or "No date",
                second_line=_certainty(event.date),
                agency_code=code,
                agency_name=agency.name if agency else "",
                agency_order=agency.order if agency else 0,
                marks=_marks(event, contradicts=event.uid in linked),
            )
        )
    return rows


def _haystack(event: ChronologyEvent, code: str) -> str:
    fields = (
        event.ref,
        code,
        event.date.wording,
        event.source,
        event.event,
        event.action,
        event.comment,
        event.outcome,
    )
    return " ".join(fields).casefold()


def _contradicted(snapshot: Snapshot) -> frozenset[str]:
    pairs = (
        (link.a, link.b) for link in snapshot.event_links if link.kind == "contradicts" and link.state == "accepted"
    )
    return frozenset(uid for pair in pairs for uid in pair)


def _certainty(date: PartialDate) -> str:
    if date.problem:
        return "needs a look"
    if date.approximate:
        return "approximate"
    return {Precision.PART_MONTH: "part of the month", Precision.UNKNOWN: "not known"}.get(date.precision, "")


def _marks(event: ChronologyEvent, *, contradicts: bool) -> tuple[str, ...]:
    marks = []
    seen = event.child_seen.casefold()
    if seen.startswith(("no", "not")):
        marks.append("Not seen")
    elif seen.startswith(("y", "seen")):
        marks.append("Seen")
    if contradicts:
        marks.append("Contradicts")
    if event.date.problem:
        marks.append("Look at the date")
    if not event.source:
        marks.append("No source")
    if event.significance is Significance.KEY:
        marks.append("Key")
    return tuple(marks)


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


# Words of hindsight and blame -> why to pause (field reference: gentle language check; it never blocks).
_HINDSIGHT = re.compile(
    r"\b(failed to|should have|should not have|it was obvious|clearly|neglected to|ignored|poor practice|inadequate)\b",
    re.IGNORECASE,
)


def advice(event_text: str) -> tuple[str, ...]:
    """Notes beside the field for words that judge. Saving is always possible."""
    found = dict.fromkeys(match.group(0).lower() for match in _HINDSIGHT.finditer(event_text))
    return tuple(
        f"“{phrase}” is a view rather than a fact: the Comment column may suit it better. What made sense at the time?"
        for phrase in found
    )
