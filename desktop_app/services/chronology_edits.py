"""Changes to events of the chronology: one short field in its row, many events at once, the order within a day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.chronology import ChronologyEvent, Significance
from desktop_app.domain.dates import read_date
from desktop_app.domain.event_query import EventQuery
from desktop_app.domain.partial_date import Precision
from desktop_app.services.session import Session

# Fields that are edited in a row, and what Undo calls them.
SHORT_FIELDS = {
    "date": "the date",
    "source": "the source",
    "significance": "how much it matters",
    "child_seen": "whether the child was seen",
}
LISTS = {"kloes": "key lines of enquiry", "themes": "themes", "people": "people"}


def new_event(session: Session, among: Collection[str] = ()) -> ChronologyEvent:
    """An event to be written, not yet stored: of the first of the agencies `among` (uids), with its next reference."""
    agencies = session.snapshot.agencies
    agency = next((a for a in agencies if a.uid in among), agencies[0] if agencies else None)
    if agency is None:
        return ChronologyEvent()
    number = session.events.last_number(f"{agency.code}-") + 1
    return ChronologyEvent(ref=f"{agency.code}-{number:03}", agency=agency.uid)


def edited(event: ChronologyEvent, field: str, value: str) -> ChronologyEvent:
    """The event with a short field as it was typed. Raises ValueError for a significance that there is not."""
    typed = value.strip()
    if field == "date":
        return redated(event, typed)
    if field == "significance":
        return replace(event, significance=Significance(typed))
    if field not in SHORT_FIELDS:
        raise ValueError(f"{field} is not edited in a row")
    changes: dict[str, Any] = {field: typed}
    return replace(event, **changes)


def redated(event: ChronologyEvent, typed: str) -> ChronologyEvent:
    """The event with its date as typed. A time that came in a column of its own stays with another single day."""
    if typed == event.date.wording:
        return event
    date, before = read_date(typed), event.date
    own_column = before.time is not None and read_date(before.wording).time is None
    if own_column and date.time is None and date.precision is Precision.DAY:
        date = replace(date, time=before.time)
    return replace(event, date=date)


@dataclass(frozen=True, slots=True)
class BulkEdit:
    """The same done to each event. `label` is what Undo says."""

    label: str
    apply: Callable[[ChronologyEvent], ChronologyEvent]


def set_significance(value: Significance) -> BulkEdit:
    return BulkEdit(f"Mark as {value.value}", lambda event: replace(event, significance=value))


def set_child_seen(value: str) -> BulkEdit:
    return BulkEdit("Change whether the child was seen", lambda event: replace(event, child_seen=value))


def add_to(field: str, value: str) -> BulkEdit:
    """`field` is one of `LISTS`; who has it already keeps it once."""
    return BulkEdit(f"Add to the {LISTS[field]}", lambda event: _with(event, field, value))


def take_from(field: str, value: str) -> BulkEdit:
    return BulkEdit(f"Take out of the {LISTS[field]}", lambda event: _without(event, field, value))


def _with(event: ChronologyEvent, field: str, value: str) -> ChronologyEvent:
    held: tuple[str, ...] = getattr(event, field)
    changes: dict[str, Any] = {field: held if value in held else (*held, value)}
    return replace(event, **changes)


def _without(event: ChronologyEvent, field: str, value: str) -> ChronologyEvent:
    changes: dict[str, Any] = {field: tuple(item for item in getattr(event, field) if item != value)}
    return replace(event, **changes)


def change_all(session: Session, uids: Sequence[str], edit: BulkEdit) -> ChangeSet | None:
    """One step, however many; None when every one of them was so already."""
    events = session.events.named(uids)
    changed = [after for event in events if (after := edit.apply(event)) != event]
    return session.put(f"{edit.label}: {counted(len(changed))}", *changed) if changed else None


def counted(number: int) -> str:
    return "1 event" if number == 1 else f"{number} events"


def share_of(session: Session, uids: Sequence[str], field: str) -> dict[str, int]:
    """How many of these events have each value of a list, so that a menu can say all, some or none."""
    shares: dict[str, int] = {}
    for event in session.events.named(uids):
        for value in getattr(event, field):
            shares[value] = shares.get(value, 0) + 1
    return shares


def move_within_day(session: Session, uid: str, by: int) -> ChangeSet | None:
    """One place up (-1) or down (1) among the events of the same dates; None at the end of them.

    Those are then numbered through as they stand, so that their times no longer decide. Raises UserError not-that-day
    when no other event has these dates.
    """
    same = _same_dates(session, uid)
    at = next(number for number, event in enumerate(same) if event.uid == uid)
    if not 0 <= at + by < len(same):
        return None
    same[at], same[at + by] = same[at + by], same[at]
    moved = [replace(event, sequence=n) for n, event in enumerate(same, 1) if event.sequence != n]
    return session.put("Change the order within a day", *moved)


def _same_dates(session: Session, uid: str) -> list[ChronologyEvent]:
    (event,) = session.events.named([uid])
    start, end = event.date.start, event.date.end
    near = session.events.at(session.events.ids(EventQuery(first=start, last=start))) if start else []
    same = [other for other in near if (other.date.start, other.date.end) == (start, end)]
    if len(same) < 2:
        raise UserError(
            "No other event has the same date.",
            safe="Nothing was moved.",
            do="The order by hand is for events of one day; to move it further, change its date.",
            code="not-that-day",
            exit_code=Exit.USAGE,
        )
    return same


def as_tsv(session: Session, uids: Sequence[str]) -> str:
    """These events as a spreadsheet takes them: a heading and a line each, no tabs or line breaks inside."""
    agencies = {agency.uid: agency.name for agency in session.snapshot.agencies}
    lines = [("Ref", "Date", "Agency", "What happened", "Action", "Outcome", "Child seen", "Source", "Comment")]
    for event in session.events.named(uids):
        who = agencies.get(event.agency, "")
        words = (event.event, event.action or event.no_action_reason, event.outcome, event.child_seen, event.source)
        lines.append((event.ref, event.date.wording, who, *words, event.comment))
    return "\n".join("\t".join(_cell(text) for text in line) for line in lines) + "\n"


def _cell(text: str) -> str:
    """One cell; what a spreadsheet would take for a formula stays text."""
    plain = " ".join(text.split())
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@")) else plain
