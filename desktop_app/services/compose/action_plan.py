"""The action plan: number, recommendation, action, owner, due, status, progress."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Block, Cell, Dates, Document, Paragraph, Table, Text
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import cell, day, framed, governance, split
from desktop_app.services.compose.status_words import status_text
from desktop_app.services.compose.wording import fixed
from desktop_app.services.recommendations import ActionView, recommendation_views

COLUMNS = ("number", "recommendation", "action", "owner", "due", "status", "progress")


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    blocks: list[Block] = [Paragraph(fixed("action-plan", "lead"), style="small")]
    rows = _rows(snapshot, as_at)
    if rows:
        blocks.append(
            Table(
                header=tuple(fixed("action-plan", column) for column in COLUMNS),
                rows=tuple(rows),
                widths=(0.6, 3.0, 3.0, 1.5, 1.2, 1.1, 3.0),
            )
        )
    return framed(snapshot, OutputKind.ACTION_PLAN, as_at, blocks, landscape=True)


def _rows(snapshot: Snapshot, as_at: dt.date) -> list[tuple[Cell, ...]]:
    """One row an action; under the first recommendation it answers stand all it answers."""
    rows: dict[str, tuple[Cell, ...]] = {}
    for view in recommendation_views(snapshot, as_at):
        for action in view.actions:
            rows.setdefault(action.uid, _row(snapshot, action, f"{view.number}. {view.title or view.text}"))
    return list(rows.values())


def _row(snapshot: Snapshot, action: ActionView, recommendation: str) -> tuple[Cell, ...]:
    also = f" (also answers {', '.join(action.answers)})" if len(action.answers) > 1 else ""
    due = day(action.due) + (f": {action.revised_reason}" if action.revised_reason else "")
    return (
        cell(Text(str(action.number), Dates.FIXED)),
        cell(governance(recommendation + also, action.uid)),
        cell(governance(action.text, action.uid)),
        cell(governance(action.owner, action.uid)),
        cell(governance(due, action.uid)),
        cell(status_text(snapshot, action.status, action.uid)),
        Cell(split(action.update, Dates.GOVERNANCE, action.uid) or (Text("", Dates.FIXED),)),
    )
