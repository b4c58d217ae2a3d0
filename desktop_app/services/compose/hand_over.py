"""Actions that are not finished, for the review that carries them on: a table that `import` reads again.

Every cell stands for one field of an action, in the words of `resources/importers/headings.toml`; statuses are in the
usual words, for a partnership's own words mean nothing elsewhere.
"""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Block, Cell, Dates, Document, Paragraph, Table, Text
from desktop_app.domain.learning import OVER, Action
from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import actions_at
from desktop_app.services.compose.parts import cell, day, framed, governance, split
from desktop_app.services.compose.wording import fixed, words
from desktop_app.services.recommendations import ActionView, RecommendationView, recommendation_views

_COLUMNS: tuple[tuple[str, float], ...] = (
    *(("recommendation", 2.6), ("action", 2.6), ("progress", 2.6), ("owner", 1.4), ("owner_role", 1.3)),
    *(("due", 1.1), ("revised", 1.1), ("reason", 1.6), ("status", 1.0), ("carried", 1.5)),
)


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    actions = [action for action in actions_at(snapshot, as_at) if action.status not in OVER]
    held = {view.uid: (view, rec) for rec in reversed(recommendation_views(snapshot, as_at)) for view in rec.actions}
    blocks: list[Block] = [Paragraph(fixed("hand-over", "lead"), style="small")]
    if actions:
        blocks.append(
            Table(
                header=tuple(fixed("hand-over", column) for column, _ in _COLUMNS),
                rows=tuple(_row(snapshot, action, *held.get(action.uid, (None, None))) for action in actions),
                widths=tuple(width for _, width in _COLUMNS),
            )
        )
    else:
        blocks.append(Paragraph(fixed("hand-over", "none")))
    return framed(snapshot, OutputKind.HAND_OVER, as_at, blocks, landscape=True)


def _row(
    snapshot: Snapshot, action: Action, view: ActionView | None, rec: RecommendationView | None
) -> tuple[Cell, ...]:
    came = action.carried_from or words(
        "hand-over",
        "number_in",
        reference=snapshot.review.reference or words("hand-over", "review"),
        number=action.number,
    )
    return (
        Cell(split(rec.text, Dates.GOVERNANCE, rec.uid)) if rec and rec.text else cell(),
        Cell(split(view.text if view else action.text, Dates.GOVERNANCE, action.uid)),
        Cell(split(view.update, Dates.GOVERNANCE, action.uid)) if view and view.update else cell(),
        cell(governance(action.owner_body, action.uid)),
        cell(governance(action.owner_role, action.uid)),
        cell(governance(day(action.due), action.uid)),
        cell(governance(day(action.revised_due), action.uid)),
        cell(governance(action.revised_reason, action.uid)),
        cell(Text(words("statuses", action.status.value), Dates.FIXED)),
        cell(Text(came, Dates.FIXED, action.uid)),
    )
