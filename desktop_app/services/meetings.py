"""What a meeting can be told: the updates that no earlier meeting of that body was."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.governance import Meeting
from desktop_app.domain.snapshot import Snapshot


def told_since_last(snapshot: Snapshot, meeting: Meeting) -> tuple[str, ...]:
    """Uids of approved updates true by its day that neither it nor an earlier meeting of the body was told."""
    day = meeting.on or dt.date.max
    earlier = [
        other
        for other in snapshot.meetings
        if other.uid != meeting.uid and other.body == meeting.body and (other.on or dt.date.max) <= day
    ]
    told = {uid for other in (*earlier, meeting) for uid in other.updates}
    return tuple(
        update.uid
        for update in snapshot.updates
        if update.approved and update.uid not in told and (update.as_at is None or update.as_at <= day)
    )
