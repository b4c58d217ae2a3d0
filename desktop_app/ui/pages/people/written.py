"""The forms a name is written in across the file, how often, and whether each is replaced by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.services.people import WrittenForm
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.panel import Panel, clear, column
from desktop_app.ui.widgets.words import ElidedLabel, rule, small, words

_MOST = 12


class WrittenPanel(Panel):
    def __init__(self) -> None:
        super().__init__(self.tr("Written as"), ruled=True)
        self.flush()
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        look = theme()
        self._grid.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 3)
        self.body.addWidget(self._holder)
        self._asked = AdviceLine("", icon="question")
        foot = column()
        foot.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        foot.addWidget(self._asked)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def _empty(self) -> None:
        clear(self._grid)
        for line in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(line, 0)

    def say(self, text: str) -> None:
        self._empty()
        self._asked.say("")
        self._grid.addWidget(small(text, wrap=True), 0, 0, 1, 5, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setRowMinimumHeight(0, theme().px(40))

    def show_forms(self, forms: Sequence[WrittenForm]) -> None:
        if not forms:
            self.say(self.tr("Not found in any text of this review yet."))
            return
        self._empty()
        for number, form in enumerate(forms[:_MOST]):
            at = number * 2
            self._grid.addWidget(ElidedLabel(form.form, font="bold"), at, 0)
            self._grid.addWidget(ElidedLabel(form.how, tone="text2"), at, 1)
            self._grid.addWidget(words(str(form.count), tone="text2"), at, 2)
            tone = "good" if form.decided else "warn"
            self._grid.addWidget(IconLabel("check-circle" if form.decided else "question", tone, 16), at, 3)
            said = self.tr("replaced") if form.decided else self.tr("asked about")
            self._grid.addWidget(words(said, tone=tone), at, 4)
            self._grid.setRowMinimumHeight(at, theme().px(34))
            if number + 1 < min(len(forms), _MOST):
                self._grid.addWidget(rule(), at + 1, 0, 1, 5)
        asked = list(dict.fromkeys(f"“{form.form}”" for form in forms if not form.decided))
        self._asked.say(self.tr("{}: asked about when an output is made.").format(", ".join(asked)) if asked else "")
        if len(forms) > _MOST:
            self._grid.addWidget(small(self.tr("and {} more").format(len(forms) - _MOST)), _MOST * 2, 0)
