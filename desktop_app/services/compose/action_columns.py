"""What stands in each column that an action plan can have. Which columns it has is a preset's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.common.document import Cell, Dates, Text
from desktop_app.domain.learning import DONE, Action
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.compose.parts import cell, day, governance, split
from desktop_app.services.compose.status_words import status_text
from desktop_app.services.compose.wording import scopes, words
from desktop_app.services.recommendations import ActionView, RecommendationView

_SECTION = "action-plan"


@dataclass(frozen=True, slots=True)
class Line:
    """An action under the first recommendation it answers (None: under none), as at a date.

    `whole`: the recommendation is given in full, for a reader who is sent nothing else of the review.
    """

    snapshot: Snapshot
    action: Action
    view: ActionView
    recommendation: RecommendationView | None
    whole: bool = False


Column = Callable[[Line], Cell]


def _said(text: str, line: Line) -> Cell:
    return Cell(split(text, Dates.GOVERNANCE, line.view.uid) or (Text("", Dates.FIXED),))


def _number(line: Line) -> Cell:
    return cell(Text(str(line.view.number), Dates.FIXED))


def _recommendation(line: Line) -> Cell:
    view = line.recommendation
    if view is None:
        return cell()
    answers = line.view.answers
    also = words(_SECTION, "also", numbers=", ".join(answers)) if len(answers) > 1 else ""
    head = governance(f"{view.number}. {view.title or view.text}{also}", line.view.uid)
    return cell(head, governance(view.text, view.uid)) if line.whole and view.title else cell(head)


def _finding(line: Line) -> Cell:
    uids = line.recommendation.findings if line.recommendation else ()
    found = [finding for finding in line.snapshot.findings if finding.uid in uids]
    return cell(*(governance(f"{f.number}. {f.title or f.statement}", f.uid) for f in found))


def _scope(line: Line) -> Cell:
    uid = line.recommendation.uid if line.recommendation else ""
    scope = next((r.scope for r in line.snapshot.recommendations if r.uid == uid), "")
    usual = scopes().get(scope)
    return cell(Text(usual, Dates.FIXED) if usual else governance(scope, uid))


def _due(line: Line) -> Cell:
    reason = f": {line.view.revised_reason}" if line.view.revised_reason else ""
    return _said(day(line.view.due) + reason, line)


def _target(line: Line) -> Cell:
    return cell(governance(day(line.action.due), line.view.uid))


def _revised(line: Line) -> Cell:
    if line.action.revised_due is None:
        return cell()
    return _said(": ".join(filter(None, [day(line.action.revised_due), line.action.revised_reason])), line)


def _status(line: Line) -> Cell:
    return cell(status_text(line.snapshot, line.view.status, line.view.uid))


def _milestones(line: Line) -> Cell:
    held = [milestone for milestone in line.snapshot.milestones if milestone.action == line.view.uid]
    held.sort(key=lambda milestone: milestone.due or dt.date.max)
    return cell(*(governance(": ".join(filter(None, [day(m.due), m.text])), m.uid) for m in held))


def _response(line: Line) -> Cell:
    view = line.recommendation
    return _said(view.accepted_reason, line) if view is not None else cell()


def _completed(line: Line) -> Cell:
    """What came of it, once it is done; a plan that says so earlier would not be one."""
    return _said(line.view.update, line) if line.view.status in DONE else cell()


COLUMNS: dict[str, tuple[float, Column]] = {
    # id: (share of the width, what stands in it)
    "number": (0.5, _number),
    "recommendation": (3.0, _recommendation),
    "finding": (2.2, _finding),
    "scope": (1.1, _scope),
    "action": (3.0, lambda line: _said(line.view.text, line)),
    "owner": (1.9, lambda line: _said(line.view.owner, line)),
    "lead": (1.5, lambda line: _said(line.action.owner_body, line)),
    "by": (2.0, lambda line: _said(line.view.owner, line)),
    "due": (1.7, _due),
    "target": (1.2, _target),
    "timescale": (1.4, _due),
    "revised": (1.5, _revised),
    "status": (1.1, _status),
    "indicator": (1.1, _status),
    "progress": (3.0, lambda line: _said(line.view.update, line)),
    "how": (3.4, lambda line: _said(line.view.update, line)),
    "milestones": (2.0, _milestones),
    "response": (2.0, _response),
    "completed": (2.2, _completed),
    "evidence": (1.8, lambda line: _said(line.action.evidence, line)),
    "impact": (1.8, lambda line: _said(line.action.impact, line)),
    "recheck": (1.2, lambda line: cell(governance(day(line.action.recheck_on), line.view.uid))),
}
