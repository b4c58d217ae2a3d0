"""The review's own particulars: what outputs print at their head, and the period that dates are judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.review import Review
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import Panel, row

_PAIRS = (
    (("reference", "Reference"), ("commissioning_body", "Commissioning body, as printed")),
    (("published_title", "Title that may be printed"), ("working_title", "Working title, never printed")),
    (("lead_reviewer", "Lead reviewer"), ("protective_marking", "Protective marking")),
)
_DAYS = (("scope_start", "Period under review, from"), ("scope_end", "Period under review, to"))


class ReviewPanel(Panel):
    edited = Signal(object)  # Review

    def __init__(self) -> None:
        super().__init__(self.tr("The review"), ruled=True)
        self._review = Review(uid="")
        self.lines: dict[str, LineField] = {}
        self.days: dict[str, DayField] = {}
        self.rows: list[QHBoxLayout] = []
        for pair in _PAIRS:
            self._add_row([self._line(name, label) for name, label in pair])
        self._add_row([self._day(name, label) for name, label in _DAYS])

    def _add_row(self, fields: Sequence[QWidget]) -> None:
        across = row(spacing=16)
        for field in fields:
            across.addWidget(field, 1)
        self.rows.append(across)
        self.body.addLayout(across)

    def _line(self, name: str, label: str) -> QWidget:
        field = LineField()
        field.left.connect(lambda text: self._edit(name, text.strip()))
        self.lines[name] = field
        return Labelled(self.tr(label), field)

    def _day(self, name: str, label: str) -> QWidget:
        field = DayField(self.tr(label))
        field.left_day.connect(lambda value: self._edit(name, value))
        self.days[name] = field
        return field

    def show_review(self, review: Review) -> None:
        self._review = review
        for name, field in self.lines.items():
            field.show_text(getattr(review, name))
        for name, day_field in self.days.items():
            day_field.show_day(getattr(review, name))

    def _edit(self, name: str, value: object) -> None:
        changes: dict[str, Any] = {name: value}
        self.edited.emit(replace(self._review, **changes))
