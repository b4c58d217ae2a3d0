"""Events as somebody narrows them without a window: by words, agencies, days, lines of enquiry, and a saved view."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from desktop_app.common.errors import Exit, UserError
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology_filter import EventFilter, query_of
from desktop_app.services.chronology_marks import marked_of
from desktop_app.services.saved_views import filter_of, views
from desktop_app.services.session import Session


def filter_named(
    snapshot: Snapshot,
    *,
    view: str = "",
    words: str = "",
    agencies: Collection[str] = (),
    kloes: Collection[int] = (),
    first: dt.date | None = None,
    last: dt.date | None = None,
) -> EventFilter:
    """What is said beside a view takes the place of what the view says of it. Raises UserError filter-unknown."""
    chosen = EventFilter()
    if view:
        held = next((each for each in views(snapshot) if each.name.casefold() == view.casefold()), None)
        if held is None:
            raise _unknown("No saved view has that name.", [each.name for each in views(snapshot)])
        chosen = filter_of(held)
    by_code = {agency.code.casefold(): agency.uid for agency in snapshot.agencies if agency.code}
    by_number = {kloe.number: kloe.uid for kloe in snapshot.kloes}
    if any(code.casefold() not in by_code for code in agencies):
        raise _unknown("No agency has that code.", [agency.code for agency in snapshot.agencies])
    if any(number not in by_number for number in kloes):
        raise _unknown("No line of enquiry has that number.", [str(number) for number in sorted(by_number)])
    return replace(
        chosen,
        words=words or chosen.words,
        agencies=frozenset(by_code[code.casefold()] for code in agencies) or chosen.agencies,
        kloes=frozenset(by_number[number] for number in kloes) or chosen.kloes,
        first=first or chosen.first,
        last=last or chosen.last,
    )


def chosen_uids(session: Session, chosen: EventFilter) -> list[str]:
    """Of the events found, in the chronology's order; each account of a merged event by itself."""
    snapshot = session.snapshot
    query = query_of(chosen, snapshot, marked_of(snapshot, session.events))
    return session.events.uids_of(session.events.ids(query))


def _unknown(what: str, known: list[str]) -> UserError:
    return UserError(
        what,
        safe="Nothing was changed.",
        do=f"Choose from: {', '.join(known)}." if known else "The review has none yet.",
        code="filter-unknown",
        exit_code=Exit.USAGE,
    )
