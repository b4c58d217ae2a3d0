"""The head of a recommendation: its number and title, where it stands, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from desktop_app.ui.widgets.badge import Badge, Look
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import row
from desktop_app.ui.widgets.words import ElidedLabel


class Head(QObject):
    """`line` is the layout to place; its two halves stand below each other where the page is narrow."""

    refer_asked = Signal()
    part_asked = Signal()
    delete_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = ElidedLabel(font="title")
        self._title.setObjectName("page-title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._badge = Badge(Look(""))
        refer = Button(self.tr("Refer to"), icon="link", cap="Ctrl R")
        refer.clicked.connect(self.refer_asked)
        add_part = Button(self.tr("Add part"), icon="plus")
        add_part.clicked.connect(self.part_asked)
        self.remove = Button(kind="quiet", icon="trash", name=self.tr("Delete this recommendation"))
        self.remove.clicked.connect(self.delete_asked)
        named, tools = row(spacing=12), row(spacing=8)
        named.addWidget(self._title)
        named.addWidget(self._badge)
        named.addStretch(1)
        for widget in (refer, add_part, self.remove):
            tools.addWidget(widget)
        tools.addStretch(0)
        self.line: QHBoxLayout = row(spacing=8)
        self.line.addLayout(named, 1)
        self.line.addLayout(tools)

    def show_title(self, text: str, standing: Look) -> None:
        self._title.set_text(text)
        self._badge.show_look(standing)
