"""A form made from a list of fields: for records that are words, days and choices. Leaving a field is one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.filter_chip import FilterChip
from desktop_app.ui.widgets.panel import Panel, row

Options = Callable[[Snapshot], Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """`kind`: line, text, day, tick, choice (fixed `choices`), one or many (records, from `options`)."""

    name: str
    label: str
    kind: str = "line"
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    options: Options | None = None


class RecordForm(Panel):
    """`edited` carries the record as it should be stored. `rows` run across where there is room (`flip` them)."""

    edited = Signal(object)

    def __init__(self, fields: Sequence[FieldInfo], heading: str = "") -> None:
        super().__init__(heading, ruled=bool(heading))
        self.rows: list[QHBoxLayout] = []
        self.fields: dict[str, QWidget] = {}
        self._shows: list[tuple[FieldInfo, Callable[[Snapshot, Any], None]]] = []
        self._labelled: dict[str, Labelled] = {}
        self._record: Record | None = None
        waiting: list[QWidget] = []
        for info in fields:
            made = self._make(info)
            if info.kind in ("text", "tick"):
                self._place(waiting)
                waiting = []
                self.body.addWidget(made)
            else:
                waiting.append(made)
                if len(waiting) == 2:
                    self._place(waiting)
                    waiting = []
        self._place(waiting)

    def _place(self, pair: list[QWidget]) -> None:
        if pair:
            across = row(spacing=12)
            for widget in pair:
                across.addWidget(widget, 1)
            self.rows.append(across)
            self.body.addLayout(across)

    def _make(self, info: FieldInfo) -> QWidget:
        made: QWidget = getattr(self, f"_{info.kind}")(info)
        return made

    def _line(self, info: FieldInfo) -> QWidget:
        field = LineField(placeholder=info.hint)
        field.left.connect(lambda text: self._edit(info.name, text.strip()))
        return self._with(info, field, lambda _snapshot, value: field.show_text(str(value)))

    def _text(self, info: FieldInfo) -> QWidget:
        field = TextField(placeholder=info.hint)
        field.setProperty("stores", info.name)
        field.left.connect(lambda text: self._edit(info.name, text.strip()))
        return self._with(info, field, lambda _snapshot, value: field.show_text(str(value)))

    def _day(self, info: FieldInfo) -> QWidget:
        field = DayField(info.label, info.hint)
        field.left_day.connect(lambda value: self._edit(info.name, value))
        self.fields[info.name] = field.line
        self._labelled[info.name] = field
        self._shows.append((info, lambda _snapshot, value: field.show_day(value)))
        return field

    def _tick(self, info: FieldInfo) -> QWidget:
        box = CheckBox(info.label, info.label)
        box.clicked.connect(lambda on: self._edit(info.name, bool(on)))
        self.fields[info.name] = box
        self._shows.append((info, lambda _snapshot, value: box.setChecked(bool(value))))
        return box

    def _choice(self, info: FieldInfo) -> QWidget:
        field = Chooser(info.choices)
        field.chosen.connect(lambda value: self._edit(info.name, value))
        return self._with(info, field, lambda _snapshot, value: field.show_value(str(value)))

    def _one(self, info: FieldInfo) -> QWidget:
        field = Chooser([("", info.hint)])
        field.chosen.connect(lambda value: self._edit(info.name, value))

        def show(snapshot: Snapshot, value: Any) -> None:
            offered = list(info.options(snapshot)) if info.options else []
            field.set_options([("", info.hint), *offered], str(value))

        return self._with(info, field, show)

    def _many(self, info: FieldInfo) -> QWidget:
        field = FilterChip(info.hint, f"{info.label}: {{}}")
        field.narrowed.connect(lambda ticked: self._tick_many(info.name, ticked))

        def show(snapshot: Snapshot, value: Any) -> None:
            field.show_ticked(list(info.options(snapshot)) if info.options else [], value)

        return self._with(info, field, show)

    def _tick_many(self, name: str, ticked: frozenset[str]) -> None:
        held = getattr(self._record, name)
        kept = tuple(uid for uid in held if uid in ticked)
        self._edit(name, (*kept, *sorted(ticked.difference(kept))))

    def _with(self, info: FieldInfo, field: QWidget, show: Callable[[Snapshot, Any], None]) -> QWidget:
        self.fields[info.name] = field
        self._shows.append((info, show))
        labelled = Labelled(info.label, field)
        self._labelled[info.name] = labelled
        return labelled

    def show_record(self, snapshot: Snapshot, record: Record) -> None:
        self._record = record
        for info, show in self._shows:
            show(snapshot, getattr(record, info.name))

    def show_field(self, name: str, shown: bool) -> None:
        """A field that the record as it is has no use for can be left out."""
        self._labelled[name].setVisible(shown)

    def advise(self, name: str, text: str, *, icon: str = "info", tone: str = "text2") -> None:
        self._labelled[name].advise(text, icon=icon, tone=tone)

    def _edit(self, name: str, value: Any) -> None:
        if self._record is None:
            return
        before = getattr(self._record, name)
        if isinstance(before, StrEnum) and isinstance(value, str):
            value = type(before)(value)
        if value != before:
            changes: dict[str, Any] = {name: value}
            self._record = replace(self._record, **changes)
            self.edited.emit(self._record)
