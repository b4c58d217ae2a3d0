"""When other agencies came to know of an event, kept apart from when it was: what is known, and one more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import in_words
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.chronology import read_date_words
from desktop_app.services.who_knew import entries_of
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import words


class KnowledgeForm(QWidget):
    """`asked` carries agency, the words of the date, and how it became known."""

    asked = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=8)
        lines.addWidget(words(self.tr("When others knew"), font="bold"))
        self.said = words("", font="small", tone="text2", wrap=True)
        lines.addWidget(self.said)
        self.agency = Chooser()
        lines.addWidget(Labelled(self.tr("Agency that learned of it"), self.agency))
        self.when = LineField(placeholder=self.tr("4 May 2024"))
        self._when_line = Labelled(self.tr("When"), self.when)
        self.when.textChanged.connect(self._echo)
        lines.addWidget(self._when_line)
        self.how = LineField(placeholder=self.tr("police notification"))
        lines.addWidget(Labelled(self.tr("How"), self.how))
        foot = row()
        add = Button(self.tr("Add"), icon="plus")
        add.clicked.connect(self._ask)
        self.how.returnPressed.connect(self._ask)
        foot.addWidget(add)
        foot.addStretch(1)
        lines.addLayout(foot)

    def show_event(self, snapshot: Snapshot, event: ChronologyEvent) -> None:
        names = {agency.uid: agency.name for agency in snapshot.agencies}
        told = [
            " · ".join(filter(None, [names.get(entry.agency, ""), in_words(entry.when), entry.how]))
            for entry in entries_of(snapshot, event.uid)
        ]
        self.said.setText("\n".join(told) or self.tr("Nothing is recorded. An agency’s own record counts as its own."))
        others = [(a.uid, f"{a.code}  {a.name}") for a in snapshot.agencies if a.uid != event.agency]
        self.agency.set_options(others, self.agency.value)

    def clear(self) -> None:
        self.when.show_text("")
        self.how.show_text("")
        self._when_line.advise("")

    def _echo(self, text: str) -> None:
        date, sentence = read_date_words(text)
        self._when_line.advise(sentence if text else "", icon="warning" if date.problem else "info")

    def _ask(self) -> None:
        self.asked.emit(self.agency.value, self.when.text(), self.how.text())
