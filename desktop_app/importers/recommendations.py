"""A table of recommendations and what was done about them becomes recommendations, parts, actions and updates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from desktop_app.common.clock import today
from desktop_app.domain.abbreviations import find_abbreviations
from desktop_app.domain.crossreferences import render, tokenise
from desktop_app.domain.dates import read_date
from desktop_app.domain.import_plan import ImportKind, ImportPlan, NeedsDecision, Refused, Row
from desktop_app.domain.learning import Action, ProgressUpdate, Recommendation, RecommendationPart
from desktop_app.domain.people import Abbreviation
from desktop_app.domain.record import Record
from desktop_app.importers.mapping import no_heading, notes_on, sample_of
from desktop_app.importers.recommendation_actions import action_records
from desktop_app.importers.recommendation_rows import RecommendationRow, recommendation_rows
from desktop_app.importers.row_doubts import plainly
from desktop_app.importers.source_file import SourceFile

_AS_AT = re.compile(
    r"(?:briefing(?: paper)?|report|paper|update|as at|as of|position at|version)\b[\s:,–-]*"
    r"((?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8} (?:19|20)\d\d)",
    re.I,
)
_LETTERED = re.compile(r"^\(?([a-h])[).:]\s+")


def plan_recommendations(
    source: SourceFile, existing: Iterable[Recommendation] = (), actions: Iterable[Action] = ()
) -> ImportPlan:
    """Tables of .docx and sheets, and tabbed lines of .txt, headed like "No / Recommendation / Action".

    One plan row for each recommendation or lettered part, whatever pages it ran over. References by number are kept
    as tokens (see `domain.crossreferences`). Raises UserError no-heading.
    """
    rows, layouts, joined = recommendation_rows(source)
    if not layouts:
        raise no_heading(source, "recommendations")
    held = {rec.number: rec for rec in existing}
    builder = _Builder(held, (action.carried_from for action in actions if action.carried_from), *_as_at(source))
    for row in rows:
        builder.add(row)
    notes = [f"{joined} row(s) cut off by a page were joined to the row above."] if joined else []
    rest = sum(bool(line.strip()) and "\t" not in line for line in source.lines)
    if rest:
        notes.append(f"{rest} paragraph(s) outside the table were not imported.")
    return ImportPlan(
        source=source.name,
        kind=ImportKind.RECOMMENDATIONS,
        sha256=source.sha256,
        rows_read=len(rows),
        mapping=layouts[0].mapping,
        rows=tuple(builder.rows_with_links(builder.rows)),
        waiting_records=tuple(builder.rows_with_links(builder.waiting_records)),
        duplicates=tuple(builder.duplicates),
        waiting=tuple(builder.waiting),
        refused=tuple(builder.refused),
        notes=(*source.notes, *notes_on(layouts, len(rows)), *notes, *builder.notes),
        sample=sample_of(layouts[0]),
        extra=_abbreviations(source, rows),
    )


def _as_at(source: SourceFile) -> tuple[dt.date, list[str]]:
    """The date the updates speak for: the document's own month (its first day), else today."""
    for line in source.lines[:60]:
        match = _AS_AT.search(line)
        date = read_date(match[1]) if match else None
        if date and date.start and not date.problem:
            if date.start > today():
                return today(), ["The file says that it speaks for a month that has not come: updates are dated today."]
            return date.start, []
    return today(), ["The file does not say which month it speaks for: updates are dated today."]


def _abbreviations(source: SourceFile, rows: list[RecommendationRow]) -> tuple[Abbreviation, ...]:
    cells = "\n".join("\n".join((*row.text, *row.action)) for row in rows)
    prose = "\n".join(line for line in source.lines if "\t" not in line)
    return tuple(
        Abbreviation(short=a.short, long=a.long, expand=not a.long) for a in find_abbreviations(f"{prose}\n{cells}")
    )


class _Builder:
    """Makes the records of each row; references are linked when all numbers are known."""

    def __init__(
        self, held: dict[int, Recommendation], carried: Iterable[str], as_at: dt.date, notes: list[str]
    ) -> None:
        self.held, self.as_at, self.notes = held, as_at, notes
        self.carried = set(carried)
        self.last = 0  # number of the recommendation of the row before
        self.printed = {rec.uid: rec.number for rec in held.values()}
        self.fresh: dict[int, Recommendation] = {}
        self.actions = 0
        self.rows: list[Row] = []
        self.waiting_records: list[Row] = []
        self.waiting: list[NeedsDecision] = []
        self.duplicates: list[int] = []
        self.refused: list[Refused] = []

    def add(self, row: RecommendationRow) -> None:
        if row.carried:
            self._carry(row)
            return
        if self._is_another_action(row):
            self._keep(row, self._action(row, self.fresh[self.last], ()))
            return
        self.last = row.number
        if not row.text:
            self.refused.append(Refused(row.row, "no recommendation is written in the row", row.sheet))
            return
        if not row.number:
            records = self._records(row, Recommendation(text="\n\n".join(row.text)))
            self._wait(row, "number", row.number_text, "it has no number that can be read", records)
            return
        if row.letter:
            self._add_part(row)
            return
        held = self.held.get(row.number)
        text = "\n\n".join(row.text)
        if held and render(held.text, self.printed, held.number) == text:
            self.duplicates.append(row.row)
            return
        clash = held is not None or row.number in self.fresh
        recommendation = Recommendation(number=row.number, text=text)
        if not clash:
            self.fresh[row.number] = recommendation
        records = self._records(row, recommendation)
        if clash:
            why = f"there is already a recommendation {row.number} in other words"
            self._wait(row, "number", row.number_text, why, records)
        else:
            self._keep(row, records)

    def _carry(self, row: RecommendationRow) -> None:
        """An action that another review handed on: it answers nothing here until somebody says what."""
        if row.carried in self.carried:
            self.duplicates.append(row.row)
        elif not row.action:
            self.refused.append(Refused(row.row, "no action is written in the row", row.sheet))
        else:
            self.carried.add(row.carried)
            self.actions += 1
            self._keep(row, action_records(row, self.actions, (), (), self.as_at))

    def _is_another_action(self, row: RecommendationRow) -> bool:
        """A row more for the recommendation above it: the same number and words again, or neither."""
        above = self.fresh.get(self.last)
        if above is None or row.letter or not (row.action or row.progress):
            return False
        same = row.number == above.number and "\n\n".join(row.text) in ("", above.text)
        return same or (not row.number_text and not row.text)

    def _keep(self, row: RecommendationRow, records: list[Record]) -> None:
        """Added, unless something about the whole row must be looked at first."""
        if row.doubts:
            self._wait(row, row.doubts[0][0], row.doubts[0][1], plainly(row.doubts), records)
        else:
            self.rows.append(Row(row.row, tuple(records), row.sheet))

    def _wait(self, row: RecommendationRow, field: str, text: str, why: str, records: list[Record]) -> None:
        self.waiting_records.append(Row(row.row, tuple(records), row.sheet))
        self.waiting.append(NeedsDecision(row.row, field, text, why, records[0].uid, row.sheet))

    def _add_part(self, row: RecommendationRow) -> None:
        """ "11a": a part of 11, which is made when the table does not give it a row of its own."""
        parent = self.fresh.get(row.number) or self.held.get(row.number)
        records: list[Record] = []
        if parent is None:
            parent = self.fresh[row.number] = Recommendation(number=row.number)
            records.append(parent)
        part = RecommendationPart(recommendation=parent.uid, letter=row.letter, text="\n\n".join(row.text))
        records += [part, *self._action(row, parent, (part.uid,))]
        self._keep(row, records)

    def _records(self, row: RecommendationRow, recommendation: Recommendation) -> list[Record]:
        parts = _lettered(row.text)
        if parts:
            intro = row.text[: len(row.text) - len(parts)]
            recommendation = replace(recommendation, text="\n\n".join(intro))
        records: list[Record] = [recommendation]
        records += [RecommendationPart(recommendation=recommendation.uid, letter=a, text=t) for a, t in parts]
        return records + self._action(row, recommendation, ())

    def _action(self, row: RecommendationRow, parent: Recommendation, parts: tuple[str, ...]) -> list[Record]:
        made: list[Record] = []
        for one in (row, *row.others):
            if one.action or one.progress:
                self.actions += 1
                made += action_records(one, self.actions, (parent.uid,), parts, self.as_at)
        return made

    def rows_with_links(self, rows: list[Row]) -> list[Row]:
        """The rows with every reference to a known number as a token."""
        uids = {number: rec.uid for number, rec in (self.held | self.fresh).items()}
        return [replace(row, records=tuple(_linked(record, uids) for record in row.records)) for row in rows]


def _linked(record: Record, uids: dict[int, str]) -> Record:
    if isinstance(record, (Recommendation, RecommendationPart, Action, ProgressUpdate)):
        return replace(record, text=tokenise(record.text, uids))
    return record


def _lettered(text: list[str]) -> list[tuple[str, str]]:
    """The closing paragraphs headed (a), (b), (c) ... as (letter, text); [] unless there are two or more in order."""
    first = next((i for i, paragraph in enumerate(text) if _LETTERED.match(paragraph)), len(text))
    parts: list[tuple[str, str]] = []
    for place, paragraph in enumerate(text[first:]):
        match = _LETTERED.match(paragraph)
        if not match or match[1] != "abcdefgh"[place : place + 1]:
            return []
        parts.append((match[1], paragraph[match.end() :]))
    return parts if len(parts) > 1 else []
