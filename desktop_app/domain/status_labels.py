"""What this review calls its statuses."""

from __future__ import annotations

from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.snapshot import Snapshot


def labels(snapshot: Snapshot) -> dict[ActionStatus, str]:
    """Only those that were given a word of the review's own; of two for one status the later counts."""
    return {held.status: held.label for held in snapshot.status_labels if held.label}
