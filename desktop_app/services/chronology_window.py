"""The rows of a table of any length: the ids of all of them, and the events of the few pages that are looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict

from desktop_app.domain.event_query import EventQuery
from desktop_app.services.chronology import EventRow, RowMaker
from desktop_app.services.chronology_marks import Marked
from desktop_app.services.session import EventReader
from desktop_app.storage.stopping import Stop, StoppedError

__all__ = ["EventWindow", "Stop", "StoppedError", "shown_ids"]

PAGE = 64  # rows read at once
KEPT = 32  # pages


class EventWindow:
    """Looking at a row reads the page it stands on; the pages longest not looked at are let go."""

    def __init__(self, events: EventReader, ids: array[int], make: RowMaker) -> None:
        self._events, self._ids, self._make = events, ids, make
        self._pages: OrderedDict[int, list[EventRow]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, at: int) -> EventRow:
        """Raises IndexError."""
        number, place = divmod(at, PAGE)
        page = self._pages.get(number)
        if page is None:
            found = self._events.at(self._ids[number * PAGE : (number + 1) * PAGE])
            page = self._pages[number] = [self._make(event) for event in found]
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[place]

    def place_of(self, uid: str) -> int:
        """-1 when the event is not among these rows."""
        wanted = self._events.id_of(uid) if uid else None
        try:
            return self._ids.index(wanted) if wanted is not None else -1
        except ValueError:
            return -1

    def uids(self, places: list[int]) -> list[str]:
        """Of the events in these rows, in order."""
        return self._events.uids_of([self._ids[at] for at in sorted(places)])


def shown_ids(events: EventReader, query: EventQuery, marked: Marked, stop: Stop | None = None) -> array[int]:
    """Row ids in order; a merged event is shown by its lead's row, whichever of its accounts is found.

    For any thread. Raises StoppedError once `stop` says yes.
    """
    ids = events.ids(query, stop)
    if not marked.folded:
        return ids
    numbers = events.ids_of([*marked.folded, *marked.leads])
    leads = {numbers[uid]: numbers[group.lead.uid] for uid, group in marked.folded.items() if uid in numbers}
    found = {leads.get(at, at) for at in ids}
    if len(found) == len(ids) and found.issuperset(ids):
        return ids
    return events.in_order(found)
