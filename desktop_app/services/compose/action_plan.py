"""The action plan: one row an action, in the columns of a preset; of all agencies, or of one."""

from __future__ import annotations

import datetime as dt

from desktop_app.common.document import Block, Document, Paragraph, Table
from desktop_app.domain.output import OutputKind
from desktop_app.domain.people import Agency
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.as_at import actions_at
from desktop_app.services.compose.action_columns import COLUMNS, Line
from desktop_app.services.compose.parts import case, framed
from desktop_app.services.compose.presets import preset_of, shape_of
from desktop_app.services.compose.wording import fixed
from desktop_app.services.recommendations import recommendation_views


def compose(snapshot: Snapshot, as_at: dt.date) -> Document:
    wanted = shape_of(snapshot, OutputKind.ACTION_PLAN).agency
    agency = next((held for held in snapshot.agencies if held.uid == wanted), None)
    lines = _lines(snapshot, as_at, agency)
    blocks: list[Block] = []
    if agency is not None:
        blocks.append(Paragraph(case(agency.name, agency.uid), style="lead"))
    blocks.append(Paragraph(fixed("action-plan", "lead_agency" if agency else "lead"), style="small"))
    blocks.append(_table(snapshot, lines) if lines else Paragraph(fixed("action-plan", "none")))
    return framed(snapshot, OutputKind.ACTION_PLAN, as_at, blocks, landscape=True)


def _table(snapshot: Snapshot, lines: list[Line]) -> Table:
    columns = preset_of(snapshot, OutputKind.ACTION_PLAN).columns
    return Table(
        header=tuple(fixed("action-plan", "lead_body" if column == "lead" else column) for column in columns),
        rows=tuple(tuple(COLUMNS[column][1](line) for column in columns) for line in lines),
        widths=tuple(COLUMNS[column][0] for column in columns),
    )


def _lines(snapshot: Snapshot, as_at: dt.date, agency: Agency | None) -> list[Line]:
    """One an action, under the first recommendation it answers."""
    actions = {action.uid: action for action in actions_at(snapshot, as_at)}
    names = _names(snapshot, agency) if agency else frozenset()
    found: dict[str, Line] = {}
    for recommendation in recommendation_views(snapshot, as_at):
        for view in recommendation.actions:
            action = actions[view.uid]
            if not agency or _folded(action.owner_body) in names:
                found.setdefault(view.uid, Line(snapshot, action, view, recommendation, whole=agency is not None))
    return list(found.values())


def _names(snapshot: Snapshot, agency: Agency) -> frozenset[str]:
    """Every way in which an action may say that it is this agency's."""
    body = next((held for held in snapshot.bodies if held.uid == agency.body), None)
    names = [agency.name, agency.code, agency.uid]
    names += [body.uid, body.name, body.abbreviation, *body.aliases] if body else []
    return frozenset(_folded(name) for name in names if name)


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


def agencies_with_actions(snapshot: Snapshot) -> tuple[Agency, ...]:
    """Those for which a plan of their own would hold something."""
    owners = {_folded(action.owner_body) for action in snapshot.actions}
    return tuple(agency for agency in snapshot.agencies if owners & _names(snapshot, agency))
