"""A way of looking at the chronology that somebody wants to come back to."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView(Record):
    """`filters` is the JSON of a `services.chronology_filter.EventFilter`; `columns` stand beside the usual ones."""

    name: str = ""
    filters: str = "{}"
    columns: tuple[str, ...] = ()
