"""Time limits: each with its last day worked out, when it was met, and a form to change or add one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.review import Clock, ClockChange
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.clock_edits import changes_of
from desktop_app.services.clocks import ClockView, clock_view
from desktop_app.ui.dates_words import day
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import rule

_ROW, _MOST = 48, 5
_NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")


class ClocksPanel(Panel):
    edited = Signal(object)  # Clock
    deleted = Signal(str)
    who_said = Signal(str, str)  # uid of a clock, role of who changed its rule

    def __init__(self) -> None:
        super().__init__(self.tr("Clocks"), ruled=True)
        add = Button(kind="quiet", icon="plus", name=self.tr("Add a time limit"))
        add.clicked.connect(lambda: self.edited.emit(Clock(name=self.tr("New time limit"), amount=15)))
        self.head.addWidget(add)
        self._clocks: dict[str, Clock] = {}
        self._changes: dict[str, list[ClockChange]] = {}
        self.amount = LineField()
        self._amount = Labelled(self.tr("How many"), self.amount)
        self.amount.textChanged.connect(self._advise_amount)
        lines = self.flush()
        self.list = RecordList(self.tr("Clocks"))
        self.list.picked.connect(self._show)
        lines.addWidget(self.list)
        lines.addWidget(rule())
        lines.addLayout(self._fields())

    def _fields(self) -> QVBoxLayout:
        self.rows: list[QHBoxLayout] = []
        lines = column(spacing=12)
        edge = theme().px(16)
        lines.setContentsMargins(edge, theme().px(12), edge, theme().px(16))
        self.name_field, self.source = LineField(), LineField()
        self.start, self.met = DayField(self.tr("Counted from")), DayField(self.tr("Met on"))
        self.extended = DayField(self.tr("Extended to"))
        self.extension_by = LineField(placeholder=self.tr("a body, or a role"))
        self.extension_reason = LineField()
        self.unit = Chooser(
            [
                ("working-days", self.tr("working days")),
                ("days", self.tr("days")),
                ("months", self.tr("months")),
            ]
        )
        self.nation = Chooser([(nation, nation) for nation in _NATIONS])
        remove = Button(self.tr("Delete"), kind="quiet", icon="trash")
        remove.clicked.connect(lambda: self.deleted.emit(self.list.current))
        self._form: tuple[QWidget, ...] = (
            *(self.name_field, self.start, self.met, self.amount, self.unit, self.nation, self.source),
            *(self.extended, self.extension_by, self.extension_reason, remove),
        )
        lines.addWidget(Labelled(self.tr("Name"), self.name_field))
        for pair in (
            (self.start, self.met),
            (self._amount, Labelled(self.tr("Of what"), self.unit)),
            (Labelled(self.tr("Bank holidays of"), self.nation), Labelled(self.tr("Where it is set"), self.source)),
            (self.extended, Labelled(self.tr("Agreed by"), self.extension_by)),
        ):
            across = row(spacing=12)
            for field in pair:
                across.addWidget(field, 1)
            self.rows.append(across)
            lines.addLayout(across)
        self._reason = Labelled(self.tr("Why it was extended"), self.extension_reason)
        lines.addWidget(self._reason)
        self.changed_by = LineField(placeholder=self.tr("a role"))
        self._changed = Labelled(self.tr("Who changed the rule"), self.changed_by)
        self.changed_by.left.connect(lambda text: self.who_said.emit(self.list.current, text))
        lines.addWidget(self._changed)
        foot = row()
        foot.addWidget(remove)
        foot.addStretch(1)
        lines.addLayout(foot)
        self.name_field.left.connect(lambda text: self._edit(name=text.strip()))
        self.source.left.connect(lambda text: self._edit(source=text.strip()))
        self.extended.left_day.connect(lambda value: self._edit(extended_to=value))
        self.extension_by.left.connect(lambda text: self._edit(extension_agreed_by=text.strip()))
        self.extension_reason.left.connect(lambda text: self._edit(extension_reason=text.strip()))
        self.start.left_day.connect(lambda value: self._edit(start=value))
        self.met.left_day.connect(lambda value: self._edit(met_on=value))
        self.amount.left.connect(lambda text: None if self._doubt(text) else self._edit(amount=int(text)))
        self.unit.chosen.connect(lambda value: self._edit(unit=value))
        self.nation.chosen.connect(lambda value: self._edit(calendar=value))
        return lines

    def show_clocks(self, snapshot: Snapshot, today: dt.date) -> None:
        self._clocks = {clock.uid: clock for clock in snapshot.clocks}
        self._changes = {clock.uid: changes_of(snapshot, clock.uid) for clock in snapshot.clocks}
        pairs = [(clock.uid, clock_view(clock, today)) for clock in snapshot.clocks]
        pairs.sort(key=lambda pair: pair[1].due or dt.date.max)
        self.list.show_entries([self._entry(uid, view, today) for uid, view in pairs])
        self.list.setFixedHeight(theme().px(_ROW) * min(max(len(pairs), 1), _MOST) + 2)
        for field in self._form:
            field.setEnabled(bool(pairs))
        self._show(self.list.current)

    def _entry(self, uid: str, view: ClockView, today: dt.date) -> Entry:
        due = self.tr("last day {}").format(day(view.due)) if view.due else self.tr("no start day yet")
        icon, tone, said = {
            "met": ("check-circle", "good", self.tr("met, {}").format(day(view.met_on))),
            "missed": ("warning", "bad", self.tr("passed")),
            "running": ("hourglass", "warn", self._left(view, today)),
        }.get(view.state, ("circle-dashed", "text2", ""))
        return Entry(uid=uid, title=view.name, second=", ".join(filter(None, [due, said])), icon=icon, tone=tone)

    def _left(self, view: ClockView, today: dt.date) -> str:
        days = (view.due - today).days if view.due else 0
        return self.tr("1 day left") if days == 1 else self.tr("{} days left").format(days)

    def _show(self, uid: str) -> None:
        clock = self._clocks.get(uid) or Clock()
        self.name_field.show_text(clock.name)
        self.source.show_text(clock.source)
        self.start.show_day(clock.start)
        self.met.show_day(clock.met_on)
        self.extended.show_day(clock.extended_to)
        self.extension_by.show_text(clock.extension_agreed_by)
        self.extension_reason.show_text(clock.extension_reason)
        bare = clock.extended_to is not None and not (clock.extension_reason and clock.extension_agreed_by)
        missing = self.tr("Say why, and who agreed.") if bare else ""
        self._reason.advise(missing, icon="warning", tone="warn")
        self.amount.show_text(str(clock.amount))
        self.unit.show_value(clock.unit)
        self.nation.show_value(clock.calendar)
        self._show_change(self._changes.get(uid, []))

    def _show_change(self, made: list[ClockChange]) -> None:
        """What the rule was before its last change, and who changed it."""
        self._changed.setVisible(bool(made))
        if made:
            self.changed_by.show_text(made[-1].by)
            said = self.tr("Until {} it was {}.").format(day(made[-1].on), made[-1].before)
            self._changed.advise(
                said, icon="info" if made[-1].by else "warning", tone="text2" if made[-1].by else "warn"
            )

    def _advise_amount(self, text: str) -> None:
        self._amount.advise(self._doubt(text), icon="warning", tone="warn")

    def _doubt(self, text: str) -> str:
        right = text.strip().isascii() and text.strip().isdigit() and int(text) < 1000
        return "" if right else self.tr("A whole number below 1000 is needed. It is not stored yet.")

    def _edit(self, **changes: object) -> None:
        clock = self._clocks.get(self.list.current)
        if clock is not None:
            changed = replace(clock, **changes)  # type: ignore[arg-type]
            if changed != clock:
                self.edited.emit(changed)
