"""The room's passphrase: to begin, and to leave. It is tried in a worker, for Argon2 takes its time on purpose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.common.errors import UserError
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.unlock.secret_field import SecretField
from desktop_app.ui.widgets.advice import AdviceLine, ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.words import title


class SecretPage(QWidget):
    """`given` carries (what to do, passphrase): the first of `ways` for Enter, any of them by its button."""

    given = Signal(str, str)
    back = Signal()

    def __init__(self, head: str, ways: Sequence[tuple[str, str, str]], note: str, *, can_go_back: bool) -> None:
        """`ways`: (what, words of its button, icon)."""
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._goes_back = can_go_back
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        panel = Panel()
        panel.setFixedWidth(theme().px(600))
        panel.body.setContentsMargins(*[theme().px(32)] * 4)
        panel.body.setSpacing(theme().px(16))
        panel.body.addWidget(title(head))
        self.field = SecretField(large=True)
        self.field.returnPressed.connect(lambda: self._give(ways[0][0]))
        panel.body.addWidget(Labelled(self.tr("Passphrase of the room"), self.field))
        self.errors = ErrorStrip()
        panel.body.addWidget(self.errors)
        panel.body.addWidget(AdviceLine(note))
        self._buttons: list[Button] = []
        line = FlowRow(spacing=12, pitch=8)
        for number, (what, text, icon) in enumerate(ways):
            button = Button(text, kind="primary" if not number else "secondary", icon=icon, large=True)
            button.clicked.connect(lambda _=False, what=what: self._give(what))
            self._buttons.append(button)
            line.add(button)
        if can_go_back:
            stay = Button(self.tr("Back to the wall"), kind="quiet", cap="Esc", large=True)
            stay.clicked.connect(self.back)
            self._buttons.append(stay)
            line.add(stay)
        panel.body.addWidget(line)
        held = row(spacing=0)  # stretches, not an alignment, which would lose lines of the note
        held.addStretch(1)
        held.addWidget(panel)
        held.addStretch(1)
        outer.addLayout(held)
        outer.addStretch(3)

    def _give(self, what: str) -> None:
        if self.field.text():
            self.errors.hide()
            self.set_busy(True)
            self.given.emit(what, self.field.text())

    def set_busy(self, busy: bool) -> None:
        self.field.setReadOnly(busy)
        for button in self._buttons:
            button.setEnabled(not busy)

    def refuse(self, error: UserError) -> None:
        self.set_busy(False)
        self.errors.show_error(error)
        self.field.selectAll()
        self.field.setFocus()

    def take_focus(self) -> None:
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._goes_back:
            self.back.emit()
        else:
            super().keyPressEvent(event)
