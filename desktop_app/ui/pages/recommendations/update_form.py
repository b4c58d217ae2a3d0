"""The dated updates of an action, and the form that adds one. Nothing already said is changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.common.clock import today
from desktop_app.domain.learning import ProgressUpdate
from desktop_app.ui.dates_words import day
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fields import Labelled, LineField, TextField
from desktop_app.ui.widgets.panel import clear, column, row
from desktop_app.ui.widgets.words import small, words


class UpdateForm(QWidget):
    """`added` carries nothing: the page reads `day`, `text` and `author`, and calls `emptied` once it is kept."""

    added = Signal()

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=8)
        self._heading = words(self.tr("Updates"), font="bold")
        lines.addWidget(self._heading)
        self._said = column(spacing=8)
        lines.addLayout(self._said)
        self.text_field = TextField(placeholder=self.tr("What has happened, in words that can be printed"))
        lines.addWidget(Labelled(self.tr("New update"), self.text_field))
        across = row(spacing=12)
        self.day_field = DayField(self.tr("True as at"))
        self.day_field.show_day(today())
        self.author_field = LineField()
        across.addWidget(self.day_field, 1, Qt.AlignmentFlag.AlignTop)
        across.addWidget(Labelled(self.tr("Reported by"), self.author_field), 1, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(across)
        self.button = Button(self.tr("Add update"), icon="plus", cap="Ctrl ↵")
        self.button.clicked.connect(self.added)
        shortcut(self, "Ctrl+Return", self.added.emit)
        foot = row(spacing=12)
        foot.addWidget(self.button)
        foot.addWidget(small(self.tr("Added to those before it, never over them."), wrap=True), 1)
        lines.addLayout(foot)

    def show_updates(self, updates: Sequence[ProgressUpdate], printed: Callable[[str], str]) -> None:
        clear(self._said)
        for update in reversed(updates):
            lines = column(spacing=0)
            when = day(update.as_at) or self.tr("Not dated")
            said = ", ".join(part for part in (when, update.author) if part)
            lines.addWidget(small(said if update.approved else self.tr("{}, not approved").format(said)))
            body = words(printed(update.text), wrap=True)
            body.setMaximumWidth(theme().px(640))
            lines.addWidget(body)
            holder = QWidget()
            holder.setLayout(lines)
            self._said.addWidget(holder)
        if not updates:
            self._said.addWidget(small(self.tr("None yet.")))

    def emptied(self) -> None:
        self.text_field.show_text("")
        self.author_field.show_text("")
        self.day_field.show_day(today())
