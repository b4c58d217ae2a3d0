"""Who oversees the review: meetings, what they decided and what they were told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """One meeting of the panel, a sub-group or the executive. `updates` and `outputs` are what it was given."""

    on: dt.date | None = None
    body: str = ""
    purpose: str = ""
    present: str = ""  # roles or agencies
    apologies: str = ""
    decisions: str = ""
    asked_for: str = ""  # what is to be brought to the next one
    next_on: dt.date | None = None
    updates: tuple[str, ...] = ()  # uids of ProgressUpdate
    outputs: tuple[str, ...] = ()  # uids of Output
