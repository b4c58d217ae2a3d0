"""What statuses are called in this review: its own word where it has one, else the usual one."""

from __future__ import annotations

from desktop_app.common.document import Dates, Text
from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.domain.status_labels import labels
from desktop_app.services.compose.wording import words


def status_words(snapshot: Snapshot, status: ActionStatus) -> str:
    """As printed; "" for a status that is not known and was given no word."""
    return labels(snapshot).get(status) or words("statuses", status.value)


def status_text(snapshot: Snapshot, status: ActionStatus, source: str = "") -> Text:
    """For an output. A word of the partnership's own goes through the gate like all that somebody typed."""
    own = labels(snapshot).get(status)
    return Text(own, Dates.GOVERNANCE, source) if own else Text(words("statuses", status.value), Dates.FIXED)
