"""What one answer settles for the whole file: which comes first in its dates, and whether its columns are right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.dates import DayOrder
from desktop_app.domain.import_plan import ImportPlan, Question
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import IconLabel
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import rule, small, words


class QuestionsPanel(Panel):
    """`ordered` carries a DayOrder; `columns_right` that the columns shown are to be read so."""

    ordered = Signal(object)
    columns_right = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("One answer for the whole file"), ruled=True)
        self.answers: list[Button] = []

    def show_plan(self, plan: ImportPlan) -> None:
        body = self.flush()
        clear(body)
        self.answers.clear()
        for number, question in enumerate(plan.questions):
            if number:
                body.addWidget(rule())
            body.addWidget(self._asked(question))
        self.setVisible(bool(plan.questions))

    @property
    def has_focus(self) -> bool:
        return any(answer.hasFocus() for answer in self.answers)

    def _asked(self, question: Question) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=12)
        line.setContentsMargins(theme().px(16), theme().px(10), theme().px(16), theme().px(10))
        line.addWidget(IconLabel("question", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        said = column(spacing=8)
        ask = self._day_order if question.about == "day-order" else self._mapping
        said.addWidget(words(ask(question, buttons := FlowRow(spacing=8, pitch=8)), font="bold", wrap=True))
        said.addWidget(small(question.why, wrap=True))
        said.addWidget(buttons)
        line.addLayout(said, 1)
        return holder

    def _day_order(self, question: Question, buttons: FlowRow) -> str:
        for order, said in (
            (DayOrder.DAY_FIRST, self.tr("Day first: 05/03/2024 is 5 March")),
            (DayOrder.MONTH_FIRST, self.tr("Month first: 05/03/2024 is 3 May")),
        ):
            answer = Button(said, kind="secondary")
            answer.clicked.connect(lambda _checked=False, order=order: self.ordered.emit(order))
            self._add(buttons, answer)
        return self.tr("How does this file write dates in figures? {} rows wait for the answer.").format(question.rows)

    def _mapping(self, _question: Question, buttons: FlowRow) -> str:
        answer = Button(self.tr("The columns below are right"), kind="secondary", icon="check")
        answer.clicked.connect(lambda: self.columns_right.emit())
        self._add(buttons, answer)
        return self.tr("Is each column read as what it is?")

    def _add(self, buttons: FlowRow, answer: Button) -> None:
        self.answers.append(answer)
        buttons.add(answer)
