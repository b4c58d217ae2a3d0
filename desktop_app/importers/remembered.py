"""How an agency's columns were read before: the same headings map themselves, others ask."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.chronology import ReturnMapping
from desktop_app.domain.dates import DayOrder
from desktop_app.domain.import_plan import Question
from desktop_app.importers.headings import normalised, template_headings
from desktop_app.importers.mapping import SEARCHED, Layout, find_layout
from desktop_app.importers.source_file import Table

_MOST_NAMED = 6


class Remembered:
    """Finds the columns of each table of one file, and says afterwards by what it went."""

    def __init__(self, mappings: Sequence[ReturnMapping], *, asks: bool = True) -> None:
        self._mappings = {mapping.headings: mapping for mapping in mappings if mapping.kind == "chronology"}
        self._asks = asks
        self._used: ReturnMapping | None = None
        self._others: list[tuple[str, ...]] = []

    def layout_of(self, table: Table) -> Layout | None:
        """As in an earlier return where the headings are the same, else by likeness."""
        for row in table.rows[:SEARCHED] if self._mappings else ():
            headings = tuple(normalised(row.text(column)) for column in range(len(row.cells)))
            if mapping := self._mappings.get(headings):
                self._used = self._used or mapping
                return find_layout(table, "chronology", dict(zip(mapping.fields, mapping.columns, strict=True)))
        layout = find_layout(table, "chronology")
        if layout is not None:
            self._others.append(layout.mapping.headings)
        return layout

    @property
    def day_order(self) -> DayOrder | None:
        """What was said of an earlier return with the same headings."""
        return DayOrder(self._used.day_order) if self._used and self._used.day_order else None

    @property
    def notes(self) -> list[str]:
        if self._used is None:
            return []
        notes = ["The columns were read as in this agency's earlier return: the headings are the same."]
        if self.day_order:
            notes.append(f"Dates in figures were read {self.day_order.replace('-', ' ')}, as was said then.")
        return notes

    @property
    def questions(self) -> tuple[Question, ...]:
        """One, when the agency's earlier returns had other headings than this file."""
        if not self._asks or not self._mappings or self._used is not None or not self._others:
            return ()
        now = self._others[0]
        if template_headings().issuperset(filter(None, now)):  # made from our own template: nothing to doubt
            return ()
        before = max(self._mappings, key=lambda headings: len(set(headings) & set(now)))
        new = [heading for heading in now if heading and heading not in before]
        gone = [heading for heading in before if heading and heading not in now]
        said = [_named("new", new), _named("no longer there", gone)]
        told = "; ".join(filter(None, said)) or "they stand in another order"
        return (Question("mapping", f"The headings are not those of this agency's earlier return ({told})."),)


def _named(what: str, headings: list[str]) -> str:
    shown = ", ".join(f"“{heading}”" for heading in headings[:_MOST_NAMED])
    return f"{what}: {shown}" if shown else ""
