"""Updates that an import brings enter the ledger of updates as they were read, with the sum of their file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.learning import ProgressUpdate
from desktop_app.domain.record import Record
from desktop_app.domain.review import Review
from desktop_app.domain.update_ledger import sealed


def with_sealed_updates(review: Review, records: Sequence[Record], sha256: str) -> list[Record]:
    """`records` with every update sealed in its order, and the review with the ledger's new head behind them.

    A file that no review was begun in has nowhere to keep the head: then they stay as they are.
    """
    if not review.uid or not any(isinstance(record, ProgressUpdate) for record in records):
        return list(records)
    head, made = review.updates_head, list[Record]()
    for record in records:
        if isinstance(record, ProgressUpdate):
            record, head = sealed(replace(record, brought_by=sha256), head)
        made.append(record)
    return [*made, replace(review, updates_head=head)]
