"""Tables of what was said at a workshop become reflections. Who said it is not read, even when a column tells."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from desktop_app.domain.import_plan import ImportKind, ImportPlan, NeedsDecision, Refused, Row
from desktop_app.domain.record import Record
from desktop_app.domain.workshop import Attribution, Consent, Prompt, Reflection, Valence
from desktop_app.importers.mapping import Layout, find_layout, no_heading, notes_on, sample_of
from desktop_app.importers.row_doubts import doubts_of, plainly, surplus
from desktop_app.importers.source_file import SourceFile, Table, TableRow

_BY_COLUMN = {
    "worked_well": Valence.WORKED_WELL,
    "got_in_the_way": Valence.GOT_IN_THE_WAY,
    "would_help": Valence.WOULD_HELP,
}
_VALENCES = {
    "worked": Valence.WORKED_WELL,
    "well": Valence.WORKED_WELL,
    "good": Valence.WORKED_WELL,
    "way": Valence.GOT_IN_THE_WAY,
    "barrier": Valence.GOT_IN_THE_WAY,
    "help": Valence.WOULD_HELP,
    "idea": Valence.WOULD_HELP,
}
_CAPTURES = {"verbatim", "paraphrase", "sticky-note"}
_TRUE = {"yes", "y", "true", "1", "sensitive"}
_E = TypeVar("_E", bound=StrEnum)


def plan_reflections(source: SourceFile, existing: Iterable[Reflection] = ()) -> ImportPlan:
    """Columns like prompt and reflection, or "What worked well" / "What got in the way" / "What would help", whose
    cells are a reflection each (a paragraph or bullet each). Prompts are new `Prompt` records, one a wording.

    The same words under the same valence as one held are a duplicate. Raises UserError no-heading.
    """
    layouts = [layout for table in source.tables if (layout := _layout(table))]
    if not layouts:
        raise no_heading(source, "reflections")
    reader = _Reader(existing)
    for layout in layouts:
        reader.read(layout)
    return ImportPlan(
        source=source.name,
        kind=ImportKind.REFLECTIONS,
        sha256=source.sha256,
        rows_read=reader.rows_read,
        mapping=layouts[0].mapping,
        rows=tuple(reader.rows),
        waiting_records=tuple(reader.waiting_records),
        waiting=tuple(reader.waiting),
        duplicates=tuple(reader.duplicates),
        refused=tuple(reader.refused),
        notes=(
            *source.notes,
            *notes_on(layouts, reader.rows_read),
            "Who said what was not read: reflections are kept without their speakers.",
        ),
        sample=sample_of(layouts[0]),
    )


class _Reader:
    """Goes through the tables of one file; each row is told of once."""

    def __init__(self, existing: Iterable[Reflection]) -> None:
        self._known = {(reflection.text, reflection.valence) for reflection in existing}
        self._prompts: dict[str, Prompt] = {}
        self.rows: list[Row] = []
        self.waiting_records: list[Row] = []
        self.waiting: list[NeedsDecision] = []
        self.duplicates: list[int] = []
        self.refused: list[Refused] = []
        self.rows_read = 0

    def read(self, layout: Layout) -> None:
        """A prompt holds for the rows below it, until another is written."""
        asked = ""
        for row in layout.table.rows[layout.first :]:
            if row.is_blank or layout.is_heading_again(row):
                continue
            self.rows_read += 1
            asked = layout.value(row, "prompt").strip() or asked
            said = _said(layout, row)
            fresh = [each for each in said if each not in self._known]
            if not said:
                why = "nothing is written in the row but its prompt"
                self.refused.append(Refused(row.number, why, layout.table.name))
            elif not fresh:
                self.duplicates.append(row.number)
            else:
                self._sort(layout, row, self._records(layout, row, asked, fresh))

    def _records(
        self, layout: Layout, row: TableRow, asked: str, fresh: list[tuple[str, Valence]]
    ) -> tuple[Record, ...]:
        """The reflections of a row, after their prompt where no row before had it."""
        new: list[Record] = []
        if asked and asked not in self._prompts:
            self._prompts[asked] = Prompt(library="imported", order=len(self._prompts) + 1, text=asked)
            new.append(self._prompts[asked])
        prompt = self._prompts[asked].uid if asked else ""
        return (*new, *(_reflection(layout, row, prompt, text, valence) for text, valence in fresh))

    def _sort(self, layout: Layout, row: TableRow, records: tuple[Record, ...]) -> None:
        made = Row(row.number, records, layout.table.name)
        doubts = doubts_of(layout, row)
        if not doubts:
            self.rows.append(made)
            return
        self.waiting_records.append(made)
        field, text, _ = doubts[0]
        why = plainly(doubts)
        self.waiting.append(NeedsDecision(row.number, field, text, why, records[-1].uid, layout.table.name))


def _layout(table: Table) -> Layout | None:
    """Headings with a column of reflections, or with columns named for what worked and what did not."""
    return find_layout(table, "reflections") or find_layout(table, "reflection_columns")


def _said(layout: Layout, row: TableRow) -> list[tuple[str, Valence]]:
    found: list[tuple[str, Valence]] = []
    if text := "\n".join(filter(None, (layout.value(row, "text").strip(), *surplus(layout, row)))):
        found.append((text, _valence(layout.value(row, "valence"))))
    for column, valence in _BY_COLUMN.items():
        for line in layout.value(row, column).split("\n"):
            if text := line.strip().lstrip("•*-–").strip():
                found.append((text, valence))
    return found


def _valence(text: str) -> Valence:
    words = text.casefold()
    return next((valence for word, valence in _VALENCES.items() if word in words), Valence.CONTEXT)


def _member(kind: type[_E], text: str, default: _E) -> _E:
    wanted = "-".join(text.casefold().split())
    return next((member for member in kind if member.value == wanted), default)


def _reflection(layout: Layout, row: TableRow, prompt: str, text: str, valence: Valence) -> Reflection:
    """A group is kept only where the attribution allows it to be printed."""
    group = layout.value(row, "group").strip()
    default = Attribution.AGENCY_TYPE if group else Attribution.UNATTRIBUTED
    attribution = _member(Attribution, layout.value(row, "attribution"), default)
    capture = "-".join(layout.value(row, "capture").casefold().split())
    return Reflection(
        prompt=prompt,
        text=text,
        capture=capture if capture in _CAPTURES else "paraphrase",
        attribution=attribution,
        group="" if attribution is Attribution.UNATTRIBUTED else group,
        consent=_member(Consent, layout.value(row, "consent"), Consent.PARAPHRASE),
        valence=valence,
        factor=layout.value(row, "factor").strip(),
        sensitive=layout.value(row, "sensitive").strip().casefold() in _TRUE,
    )
