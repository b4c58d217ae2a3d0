"""The update to an executive or sub-group: where things stand, what is late and why, what needs deciding."""

from __future__ import annotations

import collections
import datetime as dt
from dataclasses import replace

from desktop_app.common.document import Block, Bullets, Dates, Document, Heading, Paragraph, Table, Text
from desktop_app.domain.learning import OVER, Action, ActionStatus
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import actions_at
from desktop_app.services.compose.oversight import clock_table, last_meeting, progress_tables
from desktop_app.services.compose.parts import cell, day, framed, governance
from desktop_app.services.compose.status_words import status_text, status_words
from desktop_app.services.compose.wording import fixed
from desktop_app.services.recommendation_answers import answer_at


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    section = "governance-update"
    answers = [answer_at(snapshot, rec, as_at) for rec in snapshot.recommendations]
    waiting = [rec for rec in answers if rec.accepted == "undecided"]
    asked: list[Block] = (
        [Bullets(tuple(replace(fixed(section, "decision_unaccepted", number=r.number), source=r.uid) for r in waiting))]
        if waiting
        else [Paragraph(fixed(section, "decisions_none"))]
    )
    blocks: list[Block] = [
        Heading(fixed(section, "stage"), key="stage"),
        Paragraph(
            fixed(
                section,
                "counts",
                events=snapshot.event_count,
                agencies=len(snapshot.agencies),
                reflections=len(snapshot.reflections),
                findings=len(snapshot.findings),
                recommendations=len(snapshot.recommendations),
            )
        ),
        *clock_table(snapshot, as_at),
        *_statuses(snapshot, as_at),
        *progress_tables(snapshot, as_at),
        *_late(snapshot, as_at),
        *last_meeting(snapshot, as_at),
        Heading(fixed(section, "decisions"), key="decisions"),
        *asked,
    ]
    return framed(snapshot, OutputKind.GOVERNANCE_UPDATE, as_at, blocks)


def _statuses(snapshot: Snapshot, as_at: dt.date) -> list[Block]:
    counts = collections.Counter(action.status for action in actions_at(snapshot, as_at))
    rows = tuple(
        (
            cell(status_text(snapshot, status) if status_words(snapshot, status) else fixed("common", "not_stated")),
            cell(Text(str(counts[status]), Dates.FIXED)),
        )
        for status in ActionStatus
        if counts[status]
    )
    if not rows:
        return []
    header = (fixed("governance-update", "status"), fixed("governance-update", "actions"))
    return [
        Heading(fixed("governance-update", "statuses"), key="statuses"),
        Table(header=header, rows=rows, widths=(3.0, 1.0)),
    ]


def is_late(action: Action, as_at: dt.date) -> bool:
    due = action.revised_due or action.due
    return due is not None and due < as_at and action.status not in OVER


def _late(snapshot: Snapshot, as_at: dt.date) -> list[Block]:
    late = [action for action in actions_at(snapshot, as_at) if is_late(action, as_at)]
    blocks: list[Block] = [Heading(fixed("governance-update", "late"), key="late")]
    if not late:
        return [*blocks, Paragraph(fixed("governance-update", "late_none"))]
    rows = tuple(
        (
            cell(Text(str(action.number), Dates.FIXED)),
            cell(governance(action.text, action.uid)),
            cell(governance(day(action.revised_due or action.due), action.uid)),
            cell(governance(action.revised_reason, action.uid)),
        )
        for action in late
    )
    header = tuple(fixed("governance-update", key) for key in ("number", "action", "due", "reason"))
    return [*blocks, Table(header=header, rows=rows, widths=(0.6, 4.0, 1.6, 2.6))]
