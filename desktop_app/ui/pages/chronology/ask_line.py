"""One line asked for: the name of a view, a new theme, the title of an episode."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.common.errors import UserError
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import ErrorStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import title


class AskLine(QDialog):
    """`take` is given the line, and may refuse it with a UserError, which is said here; the dialog then stays."""

    def __init__(self, parent: QWidget, head: str, label: str, button: str, take: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Candour")
        self.setAccessibleName(head)
        self.setFixedWidth(theme().px(440))
        self._take = take
        lines = column(self, margin=24, spacing=12)
        lines.addWidget(title(head))
        self.errors = ErrorStrip()
        lines.addWidget(self.errors)
        self.field = LineField()
        self.field.returnPressed.connect(self._done)
        lines.addWidget(Labelled(label, self.field))
        foot = row()
        self.button = Button(button, kind="primary")
        self.button.clicked.connect(self._done)
        leave = Button(self.tr("Leave it"), cap="Esc")
        leave.clicked.connect(self.reject)
        foot.addWidget(self.button)
        foot.addWidget(leave)
        foot.addStretch(1)
        lines.addLayout(foot)
        self.finished.connect(self.deleteLater)
        self.field.setFocus()

    def _done(self) -> None:
        try:
            self._take(self.field.text())
        except UserError as error:
            self.errors.show_error(error)
            return
        self.accept()
