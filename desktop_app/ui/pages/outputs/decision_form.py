"""What a way of deciding still needs: words, an entry of the register, a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.output import Choice
from desktop_app.domain.people import RegisterEntry
from desktop_app.services.outputs import Undecided
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField
from desktop_app.ui.widgets.panel import column, row

_NEW = "new:"  # no uid begins so


class DecisionForm(QWidget):
    """`asked` says that the person wants what is filled in here to be the decision."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=8)
        self.words, self.reason, self.entry = LineField(), LineField(), Chooser()
        self._words = Labelled(self.tr("Print instead"), self.words)
        self._entry = Labelled(self.tr("Who or what it is"), self.entry)
        self.entry.chosen.connect(lambda _value: self._show_new())
        self._reason = Labelled(self.tr("Why"), self.reason)
        for part in (self._entry, self._words, self._reason):
            lines.addWidget(part)
        foot = row()
        self.button = Button(self.tr("Decide"), cap="Enter")
        self.button.clicked.connect(self.asked)
        foot.addWidget(self.button)
        foot.addStretch(1)
        lines.addLayout(foot)
        for field in (self.words, self.reason):
            field.returnPressed.connect(self.asked)
        self.hide()

    def show_register(self, register: Sequence[RegisterEntry], owners: Sequence[str]) -> None:
        """Whoever it may belong to first."""
        first = [entry for entry in register if entry.uid in owners]
        rest = sorted((e for e in register if e.uid not in owners), key=lambda e: e.name.casefold())
        known = [(e.uid, " → ".join(filter(None, [e.name, e.pseudonym]))) for e in (*first, *rest)]
        new = [
            (f"{_NEW}person", self.tr("Somebody new: family, friend, neighbour")),
            (f"{_NEW}practitioner", self.tr("Somebody new: a practitioner")),
            (f"{_NEW}place", self.tr("A place that is new")),
            (f"{_NEW}organisation", self.tr("An organisation that is new")),
            (f"{_NEW}school", self.tr("A school that is new")),
        ]
        self.entry.set_options([*known, *new] if first else [*new, *known])

    @property
    def new_kind(self) -> str:
        """The kind of a new entry, "" where one of the register is chosen."""
        return self.entry.value.removeprefix(_NEW) if self.entry.value.startswith(_NEW) else ""

    def _show_new(self) -> None:
        """A new entry needs what is printed for it; a known one has it, and a reason may be given."""
        new = bool(self.new_kind)
        self._words.setVisible(new)
        self._words.rename(self.tr("What is printed for it, e.g. “Neighbour 1” or “a street in the town”"))
        self._reason.setVisible(not new)

    def ask(self, choice: Choice, item: Undecided) -> None:
        """Show what `choice` needs and bring the keyboard to it."""
        self._words.setVisible(choice in (Choice.REPLACE, Choice.GENERALISE))
        self._words.rename(self.tr("Print instead"))
        self._entry.setVisible(choice is Choice.REGISTER)
        keep = choice is Choice.KEEP
        self._reason.setVisible(True)
        self._reason.advise(self.tr("Needed: it is kept with the decision.") if keep else "")
        suggestions = [words for words in item.suggestions if words]
        self.words.setText(suggestions[-1] if choice is Choice.GENERALISE and suggestions else "")
        self.words.selectAll()
        self.reason.clear()
        if choice is Choice.REGISTER:
            self._show_new()
        self.show()
        first = self.reason if keep else self.entry if choice is Choice.REGISTER else self.words
        first.setFocus()
