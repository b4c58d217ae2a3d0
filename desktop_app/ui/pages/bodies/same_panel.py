"""Names that may be of one body: which of them are, and what it is called from now on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.services.body_names import NameUse, SameBody
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.fields import Chooser, Labelled
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, clear, column
from desktop_app.ui.widgets.tab_order import tab_through
from desktop_app.ui.widgets.words import small


class SamePanel(Panel):
    merged = Signal()
    parted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("The names, and where they stand"), ruled=True)
        self._boxes: list[tuple[str, CheckBox]] = []
        self._why = small("", wrap=True)
        self.body.addWidget(self._why)
        self._names = column(spacing=8)
        self.body.addLayout(self._names)
        self.name = Chooser()
        self.body.addWidget(Labelled(self.tr("What it is called from now on"), self.name))
        said = self.tr(
            "Fields that held one of the names hold this one, and links follow. Words of texts stay as they were "
            "written; the register knows the other names."
        )
        self.body.addWidget(small(said, wrap=True))
        buttons = FlowRow(spacing=12)
        self.one = Button(self.tr("They are one body"), kind="primary", icon="intersect", cap="Ctrl ↵")
        self.one.clicked.connect(self.merged)
        self.two = Button(self.tr("They are different"), cap="Ctrl Shift ↵")
        self.two.clicked.connect(self.parted)
        buttons.add(self.one)
        buttons.add(self.two)
        self.body.addWidget(buttons)

    def show_same(self, same: SameBody) -> None:
        self._why.setText(self.tr("Proposed because: {}.").format(same.why))
        clear(self._names)
        self._boxes = []
        for use in same.names:
            self._names.addWidget(self._row(use))
        self.name.set_options([(use.name, use.name) for use in same.names], same.keep)
        tab_through([*(box for _, box in self._boxes), self.name, self.one, self.two])

    def _row(self, use: NameUse) -> QWidget:
        holder = QWidget()
        lines = column(holder, spacing=0)
        box = CheckBox(use.name, use.name)
        box.setChecked(True)
        self._boxes.append((use.name, box))
        lines.addWidget(box)
        known = self.tr("in the register") if use.body else self.tr("not in the register")
        where = small(", ".join(filter(None, [known, use.where])), wrap=True)
        where.setContentsMargins(theme().px(26), 0, 0, 0)
        box.setAccessibleDescription(where.text())
        lines.addWidget(where)
        return holder

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(name for name, box in self._boxes if box.isChecked())

    @property
    def keep(self) -> str:
        return self.name.value
