"""Rows of a recommendations table, each with the rows that a page break cut off joined to it again."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import Any

from desktop_app.importers import listed_values as listed
from desktop_app.importers.mapping import Layout, find_layout
from desktop_app.importers.markup import continued, paragraphs
from desktop_app.importers.row_doubts import Doubt, doubts_of, surplus
from desktop_app.importers.source_file import SourceFile, TableRow

_NUMBER = re.compile(r"(?:recommendation|rec|r)?\.?\s*(?:no\.?\s*)?(\d{1,3})\s*[.(]?\s*([a-z])?\s*[).:]?", re.I)
_PLAIN = (*("owner", "owner_role", "due", "revised", "reason", "origin", "evidence", "impact", "status", "carried"),)
_PREFIX = re.compile(r"^(?:recommendation\s+)?(\d{1,2})\s*([a-z])?[.):]\s+", re.I)


@dataclass
class RecommendationRow:
    """One recommendation, or one lettered part of it, as the table gives it. `number` 0: not readable as one."""

    row: int
    sheet: str
    number: int
    letter: str
    number_text: str
    text: list[str] = field(default_factory=list)
    action: list[str] = field(default_factory=list)
    progress: list[str] = field(default_factory=list)
    owner: str = ""
    owner_role: str = ""
    due: str = ""
    revised: str = ""
    reason: str = ""
    origin: str = ""
    evidence: str = ""
    impact: str = ""
    status: str = ""
    carried: str = ""  # the review that an action comes from, and its number there
    doubts: list[Doubt] = field(default_factory=list)
    updates: list[tuple[dt.date | None, str]] | None = None  # where each has a day of its own
    others: list[RecommendationRow] = field(default_factory=list)  # of the same row, for its other actions


def recommendation_rows(source: SourceFile) -> tuple[list[RecommendationRow], list[Layout], int]:
    """(rows, the tables they are from, how many cut-off rows were joined)."""
    layouts: list[Layout] = []
    for table in source.tables:
        layout = find_layout(table, "recommendations") or find_layout(table, "recommendation_keys")
        if layout is None and layouts and any(len(r.cells) == len(layouts[-1].heading) for r in table.rows):
            layout = replace(layouts[-1], table=table, first=0)
        if layout is not None:
            layouts.append(layout)
    rows: list[RecommendationRow] = []
    joined = 0
    for layout in layouts:
        for row in layout.table.rows[layout.first :]:
            if row.is_blank or layout.is_heading_again(row):
                continue
            fresh = _row(layout, row)
            if rows and _cut_off(layout, fresh):
                rows[-1].text = continued(rows[-1].text, fresh.text)
                rows[-1].action = continued(rows[-1].action, fresh.action)
                rows[-1].progress = continued(rows[-1].progress, fresh.progress)
                rows[-1].doubts += fresh.doubts
                joined += 1
            else:
                rows.append(fresh)
    _number_the_unnumbered(layouts, rows)
    return rows, layouts, joined


def _row(layout: Layout, row: TableRow) -> RecommendationRow:
    number_text = " ".join(layout.value(row, "number").split())
    text = paragraphs(layout.value(row, "text"))
    found = _NUMBER.fullmatch(number_text)
    if not found and "number" not in layout.columns and text and (found := _PREFIX.match(text[0])):
        text[0] = text[0][found.end() :]
    plain: dict[str, Any] = {name: " ".join(layout.value(row, name).split()) for name in _PLAIN}
    made = RecommendationRow(
        row=row.number,
        sheet=layout.table.name,
        number=int(found[1]) if found else 0,
        letter=(found[2] or "").lower() if found else "",
        number_text=number_text,
        text=text,
        action=[*paragraphs(layout.value(row, "action")), *surplus(layout, row)],
        progress=paragraphs(layout.value(row, "progress")),
        doubts=doubts_of(layout, row),
        **plain,
    )
    return as_listed(layout, row, made) if "letter" in layout.columns else made


def as_listed(layout: Layout, row: TableRow, made: RecommendationRow) -> RecommendationRow:
    """The same row where its cells hold what `candour list FILE recommendations` prints: parts and actions as lists."""
    made.letter = made.letter or listed.plain(layout.value(row, "letter")).strip().strip("().").lower()
    parts = listed.listed_objects(layout.value(row, "parts")) or []
    made.text += [f"{listed.said(part, 'part')}) {listed.said(part, 'text')}" for part in parts]
    actions = listed.listed_objects(layout.value(row, "action"))
    if actions is None:
        made.action = paragraphs(listed.plain("\n".join(made.action)))
        return made
    rows = [_listed_action(made, action) for action in actions]
    made.action = []
    return replace(rows[0], others=rows[1:]) if rows else made


def _listed_action(made: RecommendationRow, action: dict[str, object]) -> RecommendationRow:
    due, first = listed.said(action, "due"), listed.said(action, "first_due")
    return replace(
        made,
        action=paragraphs(listed.said(action, "text")),
        updates=listed.dated_texts(action, "updates"),
        owner=listed.said(action, "owner"),
        due=first or due,
        revised=due if first and due != first else "",
        reason=listed.said(action, "why_revised"),
        status=listed.said(action, "status"),
        origin=listed.said(action, "origin"),
        evidence=listed.said(action, "evidence"),
        impact=listed.said(action, "impact"),
    )


def _cut_off(layout: Layout, row: RecommendationRow) -> bool:
    """No number where there is a column for it, or, without one, no recommendation; and no owner or date of its own."""
    if row.due or row.status or row.owner or row.carried:
        return False  # another action of the recommendation above
    return not row.number_text if "number" in layout.columns else not row.text


def _number_the_unnumbered(layouts: list[Layout], rows: list[RecommendationRow]) -> None:
    """A table without numbers is numbered in its own order."""
    if any("number" in layout.columns for layout in layouts) or any(row.number for row in rows):
        return
    for number, row in enumerate(rows, 1):
        row.number = number
