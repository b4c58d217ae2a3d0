"""The motivated intruder: what somebody with a reason might try, and what came of it, recorded an output."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.common.clock import today
from desktop_app.domain.jigsaw import IntruderAnswer
from desktop_app.domain.output import Output
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.jigsaw.intruder import Question, answers_for, questions, source_of_questions
from desktop_app.ui.dates_words import day
from desktop_app.ui.pages.outputs.written_list import name_of
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.day_field import DayField, exact_day
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import ScrolledColumn, column
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.words import rule, small, words


class IntruderView(QWidget):
    """`answered` carries an IntruderAnswer."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._snapshot = Snapshot()
        self._shown = ""  # output and question that the fields are about
        lines = column(self, spacing=0)
        self.output = Chooser()
        self.output.chosen.connect(lambda _uid: self._refill())
        self.list = RecordList(self.tr("What an intruder might try"))
        self.list.setMinimumHeight(theme().px(48))
        self.list.picked.connect(lambda _uid: self._fill())
        lines.addWidget(self.list, 2)
        lines.addWidget(rule())
        scroll = ScrolledColumn(margin=16, spacing=8)
        lines.addWidget(scroll, 3)
        self._ask = words("", font="bold", wrap=True)
        self.tried, self.outcome = TextField(least=2, most=5), TextField(least=1, most=4)
        self.list.opened.connect(lambda _uid: self.tried.setFocus())
        self.found = Segmented(
            self.tr("Was anything found"), [("no", self.tr("Nothing found")), ("yes", self.tr("Something found"))], "no"
        )
        self.by, self.on = LineField(placeholder=self.tr("a role, e.g. panel member")), DayField(self.tr("On"))
        self.keep = Button(self.tr("Record the answer"), cap="Ctrl+Enter")
        self.keep.clicked.connect(self.record)
        foot = FlowRow()
        foot.add(self.keep)
        for part in (
            self._ask,
            Labelled(self.tr("Tried on"), self.output),
            Labelled(self.tr("What was tried"), self.tried),
            self.found,
            Labelled(self.tr("What it leads to, and what is done"), self.outcome),
            Labelled(self.tr("By whom"), self.by),
            self.on,
            foot,
            small(self.tr("Source of the questions: {}").format(source_of_questions()), tone="text3", wrap=True),
        ):
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        newest: dict[tuple[str, str], Output] = {(o.kind.value, o.profile.value): o for o in snapshot.outputs}
        options = [(output.uid, name_of(output)) for output in reversed(newest.values())]
        self.output.set_options([("", self.tr("This review as a whole")), *options], self.output.value)
        self._refill()

    def _refill(self) -> None:
        answers = answers_for(self._snapshot, self.output.value)
        self.list.show_entries([self._entry(question, answers.get(question.id)) for question in questions()])
        self._fill()

    def _entry(self, question: Question, answer: IntruderAnswer | None) -> Entry:
        if answer is None:
            return Entry(uid=question.id, title=question.ask, second=self.tr("not tried yet"))
        said = self.tr("something found") if answer.found else self.tr("nothing found")
        icon, tone = ("warning", "warn") if answer.found else ("check-circle", "good")
        return Entry(
            uid=question.id,
            title=question.ask,
            second=", ".join(filter(None, [said, answer.by_role, day(answer.on)])),
            icon=icon,
            tone=tone,
        )

    def _fill(self) -> None:
        """Fields follow the question; what is being typed for the same one stays."""
        question = next((q for q in questions() if q.id == self.list.current), questions()[0])
        held = answers_for(self._snapshot, self.output.value).get(question.id)
        key = f"{self.output.value}|{question.id}|{held.uid if held else ''}"
        if key == self._shown:
            return
        self._shown = key
        shown = held or IntruderAnswer(by_role=self.by.text(), on=exact_day(self.on.line.text()) or today())
        self._ask.setText(question.ask)
        self.tried.show_text(shown.tried)
        self.outcome.show_text(shown.outcome)
        self.found.show_value("yes" if shown.found else "no")
        self.by.show_text(shown.by_role)
        self.on.show_day(shown.on)

    def record(self) -> None:
        held = answers_for(self._snapshot, self.output.value).get(self.list.current, IntruderAnswer())
        self.answered.emit(
            replace(
                held,
                question=self.list.current,
                output=self.output.value,
                tried=self.tried.toPlainText().strip(),
                found=self.found.value == "yes",
                outcome=self.outcome.toPlainText().strip(),
                by_role=self.by.text().strip(),
                on=exact_day(self.on.line.text()),
            )
        )
