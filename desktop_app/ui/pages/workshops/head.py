"""Which workshop it is, and which of its sheets is shown. The sheets wrap where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import ElidedLabel


class Head(QWidget):
    sheet_chosen = Signal(str)
    add_asked = Signal()
    delete_asked = Signal()

    def __init__(self, sheets: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.title, self.second = ElidedLabel(font="title"), ElidedLabel(tone="text2")
        self.title.setObjectName("page-title")
        for label in (self.title, self.second):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        named = row(spacing=8)
        named.addWidget(self.title, 1)
        remove = Button(kind="quiet", icon="trash", name=self.tr("Delete this workshop"))
        remove.clicked.connect(self.delete_asked)
        named.addWidget(remove)
        lines = column(self, spacing=4)
        lines.addLayout(named)
        lines.addWidget(self.second)
        lines.addSpacing(theme().px(8))
        tabs = FlowRow(spacing=4, pitch=4)
        tabs.setAccessibleName(self.tr("Sheet of the workshop"))
        self._tabs: dict[str, Button] = {}
        for key, text in sheets:
            self._tabs[key] = tab = Button(text)
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, key=key: self.sheet_chosen.emit(key))
            tab.toggled.connect(tab.set_narrowing)
            tabs.add(tab)
        lines.addWidget(tabs)
        self.add_button = Button(self.tr("Add what was said"), icon="plus", cap="R")
        self.add_button.clicked.connect(self.add_asked)
        foot = row()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        lines.addSpacing(theme().px(4))
        lines.addLayout(foot)

    def show_sheet(self, key: str) -> None:
        for other, tab in self._tabs.items():
            tab.setChecked(other == key)
        self.add_button.setVisible(key == "said")
