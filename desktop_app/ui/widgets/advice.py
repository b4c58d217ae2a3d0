"""Sentences that help where they are needed: advice, a warning strip, what went wrong, what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop_app.common.errors import UserError
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import heading, small, words


class AdviceLine(QWidget):
    """An icon and a small sentence under a field. It never stops anybody."""

    def __init__(self, text: str = "", *, icon: str = "info", tone: str = "text2") -> None:
        super().__init__()
        line = row(self, spacing=6)
        self._icon = IconLabel(icon, tone, 16)
        self._text = small(text, tone=tone, wrap=True)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self.say(text)

    def say(self, text: str, *, icon: str = "", tone: str = "") -> None:
        """ "" hides the line."""
        if icon and tone:
            self._icon.set_icon(icon, tone)
            self._text.setProperty("tone", tone)
            self._text.style().unpolish(self._text)
            self._text.style().polish(self._text)
        self._text.setText(text)
        if self.parentWidget() is not None or not text:  # without a parent, showing would open a window
            self.setVisible(bool(text))

    def text(self) -> str:
        return self._text.text()


class WarningStrip(QFrame):
    """One or two sentences and at most one way out. Never a dialog."""

    acted = Signal()

    def __init__(self, text: str, action: str = "", *, icon: str = "warning") -> None:
        super().__init__()
        self.setProperty("role", "warning")
        line = row(self, margin=12, spacing=12)
        line.addWidget(IconLabel(icon, "warn", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        self.label: QLabel = words(text, wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self.label, 1)
        if action:
            button = Button(action, kind="quiet")
            button.clicked.connect(self.acted)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class ErrorStrip(QFrame):
    """What happened, what is safe, what to do: the three sentences of a `UserError`, where it failed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "error")
        line = row(self, margin=12, spacing=12)
        line.addWidget(IconLabel("warning-circle", "bad", 20), 0, Qt.AlignmentFlag.AlignTop)
        said = column(spacing=2)
        self._what = words("", font="bold", wrap=True)
        self._rest = words("", wrap=True)
        said.addWidget(self._what)
        said.addWidget(self._rest)
        line.addLayout(said, 1)
        close = Button(kind="quiet", icon="x", name=self.tr("Close this message"))
        close.clicked.connect(self.hide)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_error(self, error: UserError) -> None:
        self._what.setText(error.what)
        rest = " ".join(part for part in (error.safe, error.do) if part)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.setAccessibleName(error.message)
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # slow to load, and most pages never fail

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def message(self) -> str:
        """What is being said, "" while nothing is."""
        return f"{self._what.text()} {self._rest.text()}".strip() if not self.isHidden() else ""


class EmptyState(QWidget):
    """An empty page says what to do first and offers it."""

    acted = Signal()
    acted_otherwise = Signal()

    def __init__(
        self, head: str, text: str, action: str = "", *, icon: str = "plus", cap: str = "", otherwise: str = ""
    ) -> None:
        super().__init__()
        lines = column(self, margin=32, spacing=8)
        lines.addStretch(1)
        lines.addWidget(heading(head), 0, Qt.AlignmentFlag.AlignHCenter)
        label = words(text, tone="text2", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setMaximumWidth(theme().px(480))
        label.setMinimumWidth(theme().px(280))
        middle = row()  # an alignment of the label's own would lose lines of it
        middle.addStretch(1)
        middle.addWidget(label, 100)
        middle.addStretch(1)
        lines.addLayout(middle)
        if action:
            button = Button(action, kind="primary", icon=icon, cap=cap)
            button.clicked.connect(self.acted)
            lines.addSpacing(theme().px(8))
            lines.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        if otherwise:
            second = Button(otherwise, kind="quiet")
            second.clicked.connect(self.acted_otherwise)
            lines.addWidget(second, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(2)
