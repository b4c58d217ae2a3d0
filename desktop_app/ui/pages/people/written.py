"""The forms a name is written in across the file, how often, and whether each is replaced by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.services.people import Settled, WrittenForm, grouped
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import ElidedLabel, rule, small, words

_MOST, _FORMS_A_LINE = 7, 3


class WrittenPanel(Panel):
    """`accepted` carries a form that somebody says is another name of this entry."""

    accepted = Signal(str)
    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Written as"), ruled=True)
        add = Button(self.tr("Add a form"), kind="quiet", icon="plus")
        add.clicked.connect(self.add_wanted)
        self.head.addWidget(add)
        self.flush()
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        look = theme()
        self._grid.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 2)
        self.body.addWidget(self._holder)
        self._asked = AdviceLine("", icon="question")
        foot = column(spacing=4)
        foot.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        foot.addWidget(self._asked)
        self._offers = column(spacing=2)
        foot.addLayout(self._offers)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self.proposed: tuple[str, ...] = ()

    def _empty(self) -> None:
        self.proposed = ()
        clear(self._offers)
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
        groups = grouped(list(forms))
        said = {
            Settled.REPLACED: (self.tr("replaced"), "check-circle", "good"),
            Settled.BY_CONTEXT: (self.tr("by context"), "check-circle", "good"),
            Settled.ASKED: (self.tr("asked about"), "question", "warn"),
        }
        for number, group in enumerate(groups[:_MOST]):
            at = number * 2
            word, icon, tone = said[group.settled]
            more = len(group.forms) - _FORMS_A_LINE
            listed = ", ".join(group.forms[:_FORMS_A_LINE]) + (self.tr(" and {} more").format(more) if more > 0 else "")
            written = ElidedLabel(listed, font="bold")
            written.setToolTip(", ".join(group.forms))
            self._grid.addWidget(written, at, 0)
            self._grid.addWidget(ElidedLabel(group.how, tone="text2"), at, 1)
            self._grid.addWidget(words(str(group.count), tone="text2"), at, 2, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(IconLabel(icon, tone, 16), at, 3)
            self._grid.addWidget(words(word, tone=tone), at, 4)
            self._grid.setRowMinimumHeight(at, theme().px(34))
            if number + 1 < min(len(groups), _MOST):
                self._grid.addWidget(rule(), at + 1, 0, 1, 5)
        asked = list(dict.fromkeys(f"“{form.form}”" for form in forms if not form.decided))
        self._asked.say(self.tr("{}: asked about when an output is made.").format(", ".join(asked)) if asked else "")
        if len(groups) > _MOST:
            self._grid.addWidget(small(self.tr("and {} more").format(len(groups) - _MOST)), _MOST * 2, 0)
        self._propose([form for form in forms if form.proposed])

    def _propose(self, forms: Sequence[WrittenForm]) -> None:
        """Nicknames and likely misspellings, each taken with one key; the first with its own."""
        self.proposed = tuple(dict.fromkeys(form.form for form in forms))
        for number, form in enumerate(self.proposed[:3]):
            line = row(spacing=8)
            line.addWidget(small(self.tr("Is “{}” the same?").format(form)))
            accept = Button(self.tr("Yes, another name"), kind="quiet", icon="check", cap="" if number else "Y")
            accept.setAccessibleName(self.tr("Yes, “{}” is another name").format(form))
            accept.clicked.connect(lambda _on=False, name=form: self.accepted.emit(name))
            line.addWidget(accept)
            line.addStretch(1)
            self._offers.addLayout(line)
