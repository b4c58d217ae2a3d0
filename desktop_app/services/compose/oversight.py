"""What an executive is told beside the actions: time limits, progress by body and by month, the last meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop_app.common.document import Block, Cell, Dates, Heading, Paragraph, Table, Text
from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.clocks import clock_views
from desktop_app.services.compose.parts import cell, day, governance, section
from desktop_app.services.compose.status_words import status_text, status_words
from desktop_app.services.compose.wording import fixed
from desktop_app.services.progress import STANDING, Progress, by_body, over_time

_SECTION = "governance-update"
_MONTHS = 6  # of the table over time: two quarters


def clock_table(snapshot: Snapshot, as_at: dt.date) -> list[Block]:
    """Each time limit with its last day and how it stands; slippage with its reason."""
    rows = tuple(
        (
            cell(governance(view.name, view.uid)),
            cell(Text(day(view.due), Dates.GOVERNANCE)),
            cell(fixed(_SECTION, f"clock_{view.state}")),
            cell(governance(view.extension, view.uid)),
        )
        for view in clock_views(snapshot, as_at)
    )
    if not rows:
        return []
    header = tuple(fixed(_SECTION, key) for key in ("clock", "last_day", "clock_state", "extension"))
    return [
        Heading(fixed(_SECTION, "clocks"), key="clocks"),
        Table(header=header, rows=rows, widths=(2.4, 1.6, 1.2, 2.4)),
    ]


def progress_tables(snapshot: Snapshot, as_at: dt.date) -> list[Block]:
    bodies = by_body(snapshot, as_at)
    months = over_time(snapshot, as_at, _MONTHS)
    nobody = fixed(_SECTION, "nobody")
    return [
        *_table(snapshot, "by_body", "body", bodies, lambda held: governance(held.name) if held.name else nobody),
        *_table(snapshot, "over_time", "day", months, lambda held: Text(day(held.day), Dates.GOVERNANCE)),
    ]


def _table(
    snapshot: Snapshot, heading: str, first: str, rows: list[Progress], name: Callable[[Progress], Text]
) -> list[Block]:
    """Only the statuses that are there are columns: a wide table tells less."""
    used = [status for status in STANDING if any(dict(row.counts).get(status) for row in rows)]
    if len(rows) < 2:
        return []
    header = (fixed(_SECTION, first), *(_head(snapshot, status) for status in used), fixed(_SECTION, "past"))
    lines = tuple(
        (cell(name(row)), *(_number(dict(row.counts).get(status, 0)) for status in used), _number(row.late))
        for row in rows
    )
    return [
        Heading(fixed(_SECTION, heading), level=2),
        Table(header=header, rows=lines, widths=(2.4, *(1.0 for _ in used), 0.9)),
    ]


def _head(snapshot: Snapshot, status: ActionStatus) -> Text:
    return status_text(snapshot, status) if status_words(snapshot, status) else fixed("common", "not_stated")


def _number(count: int) -> Cell:
    return cell(Text(str(count), Dates.FIXED))


def last_meeting(snapshot: Snapshot, as_at: dt.date) -> list[Block]:
    """What the last meeting by then decided and asked for."""
    held = [meeting for meeting in snapshot.meetings if meeting.on is not None and meeting.on <= as_at]
    if not held:
        return []
    meeting = held[-1]
    said = [Paragraph(governance(text, meeting.uid)) for text in (meeting.decisions, meeting.asked_for) if text.strip()]
    when = Paragraph(governance(", ".join(filter(None, [meeting.body, day(meeting.on)])), meeting.uid), style="small")
    return section(fixed(_SECTION, "last_meeting"), [when, *said] if said else [], "last_meeting")
