"""When an agency learned of an event, and how: one line to fill in, and to take back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from desktop_app.domain.chronology import ChronologyEvent, Knowledge
from desktop_app.services.chronology import read_date_words
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import ElidedLabel


class LearnedForm(QFrame):
    """`learned` carries when and how, as written."""

    learned = Signal(str, str)
    forgotten = Signal()
    followed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        look = theme()
        lines = column(self, spacing=8)
        lines.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        head = row(spacing=8)
        self._what = ElidedLabel(font="bold")
        head.addWidget(self._what, 1)
        show = Button(self.tr("Show in the chronology"), kind="quiet", icon="rows")
        show.clicked.connect(self.followed)
        head.addWidget(show)
        lines.addLayout(head)
        self.fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.fields.setSpacing(look.px(12))
        self.when = LineField(placeholder=self.tr("as you would say it: 4 May 2024"))
        self._when = Labelled(self.tr("They learned of it"), self.when)
        self.when.textChanged.connect(self._echo)
        self.how = LineField(placeholder=self.tr("e.g. police notification"))
        self.fields.addWidget(self._when, 1)
        self.fields.addWidget(Labelled(self.tr("How"), self.how), 1)
        lines.addLayout(self.fields)
        foot = row(spacing=8)
        self.keep = Button(self.tr("They knew"), icon="check")
        self.keep.clicked.connect(self._tell)
        self.when.returnPressed.connect(self.how.setFocus)
        self.how.returnPressed.connect(self._tell)
        self.forget = Button(self.tr("Take this back"), kind="quiet", icon="x")
        self.forget.clicked.connect(self.forgotten)
        foot.addWidget(self.keep)
        foot.addWidget(self.forget)
        foot.addStretch(1)
        lines.addLayout(foot)

    def show_event(self, event: ChronologyEvent, entry: Knowledge | None) -> None:
        self._what.set_text(f"{event.ref}  {event.event}")
        self.when.show_text(entry.when.wording if entry else "")
        self.how.show_text(entry.how if entry else "")
        self.forget.setVisible(entry is not None)
        self._echo(self.when.text())

    def _echo(self, text: str) -> None:
        if not text.strip():
            self._when.advise("")
            return
        date, said = read_date_words(text)
        bad = date.start is None or bool(date.problem)
        self._when.advise(said, icon="warning" if bad else "info", tone="warn" if bad else "text2")

    def _tell(self) -> None:
        self.learned.emit(self.when.text(), self.how.text())
