"""The form of words being decided: what it is, where it stands, and six ways to decide, a key each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame

from desktop_app.domain.output import Choice
from desktop_app.domain.people import RegisterEntry
from desktop_app.services.outputs import Undecided
from desktop_app.ui.pages.outputs.choice_row import ChoiceRow
from desktop_app.ui.pages.outputs.contexts import Contexts
from desktop_app.ui.pages.outputs.decision_form import DecisionForm
from desktop_app.ui.pages.outputs.queue_list import tier_look
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.links import Link
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import ElidedLabel, small, words

# Keys 1 to 6. The suggestion (1) is words to print, like 5.
WAYS = (Choice.REPLACE, Choice.KEEP, Choice.OMIT, Choice.REGISTER, Choice.REPLACE, Choice.GENERALISE)


class DecisionCard(QFrame):
    """`decided` carries Choice, replacement, register entry, reason."""

    decided = Signal(object, str, str, str)
    registered = Signal(str, str)  # a new entry's kind, and what is printed for it
    rewrite = Signal(str)  # uid of the record the words stand in
    unfolded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.item: Undecided | None = None
        self._way = 0
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Window, theme().colour("sunken"))
        self.setPalette(ground)
        self.setAutoFillBackground(True)
        lines = column(self, margin=16, spacing=8)
        head = row(spacing=8)
        self._tier = Badge(tier_look(1))
        self._surface = ElidedLabel(font="heading")
        self._count = words("", tone="text2")
        head.addWidget(self._tier, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._surface, 1)
        head.addWidget(self._count)
        lines.addLayout(head)
        second = row(spacing=8)
        self._why = small("", wrap=True)
        second.addWidget(self._why, 1)
        self.go = Link(self.tr("Rewrite it there"))
        self.go.clicked.connect(lambda: self.rewrite.emit(self.item.source if self.item else ""))
        second.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(second)
        self._contexts = Contexts()
        lines.addWidget(self._contexts)
        self._more = FlowRow(spacing=4)
        choices = column(spacing=2)
        self.rows: list[ChoiceRow] = []
        for number, (text, note) in enumerate(self._ways(), 1):
            choice = ChoiceRow(str(number), text, note)
            choice.clicked.connect(lambda _on=False, n=number: self.choose(n))
            self.rows.append(choice)
            choices.addWidget(choice)
            if number == 1:
                choices.addWidget(self._more)
        lines.addLayout(choices)
        self.form = DecisionForm()
        self.form.asked.connect(self._decide)
        lines.addWidget(self.form)

    def _ways(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Print the suggestion"), self.tr("suggested")),
            (self.tr("Leave it as it stands"), self.tr("say why")),
            (self.tr("Take it out"), ""),
            (self.tr("It is somebody in the register, or to be…"), ""),
            (self.tr("Print other words…"), ""),
            (self.tr("Say it more generally…"), ""),
        )

    def show_item(self, item: Undecided, register: Sequence[RegisterEntry]) -> None:
        """Another form of words; the same one again keeps what was being filled in."""
        same = self.item is not None and self.item.surface == item.surface
        self.item = item
        self._tier.show_look(tier_look(item.tier))
        self._surface.set_text(item.surface)
        one = self.tr("once") if item.count == 1 else self.tr("{}×, one decision").format(item.count)
        self._count.setText(one)
        why = item.why[:1].upper() + item.why[1:]
        self._why.setText(self.tr("{}. In: {}.").format(why.rstrip("."), item.where) if item.where else why)
        self._contexts.show_contexts(item.contexts, item.surface)
        self._show_suggestions([said for said in item.suggestions if said])
        self.go.setVisible(bool(item.source))
        if item.kept_because is None:
            self.rows[1].show_words(*self._ways()[1])
        else:
            self.rows[1].show_words(self.tr("Leave it here too"), self.tr("as before"))
        if not same:
            self.form.show_register(register, item.owners)
            self._fold()

    def _show_suggestions(self, suggestions: Sequence[str]) -> None:
        text = self.tr("Print “{}”").format(suggestions[0]) if suggestions else self.tr("No suggestion for these words")
        self.rows[0].show_words(text, self.tr("suggested") if suggestions else "")
        self.rows[0].setEnabled(bool(suggestions))
        self._more.empty()
        self._more.line.setContentsMargins(theme().px(28), 0, 0, 0)
        for said in suggestions[1:4]:
            button = Button(self.tr("or “{}”").format(said), kind="quiet")
            button.clicked.connect(lambda _on=False, text=said: self.decided.emit(Choice.REPLACE, text, "", ""))
            self._more.add(button)
        self._more.setVisible(len(suggestions) > 1)

    def _fold(self) -> None:
        self._way = 0
        self.form.hide()
        for choice in self.rows:
            choice.setChecked(False)

    def choose(self, number: int) -> None:
        """Keys 1 to 6. What needs nothing more is decided at once; the others ask for what they need first."""
        item = self.item
        if item is None or not self.rows[number - 1].isEnabled():
            return
        self._way = number
        for place, choice in enumerate(self.rows, 1):
            choice.setChecked(place == number)
        if number == 1:
            self.form.hide()
            self.decided.emit(Choice.REPLACE, next(said for said in item.suggestions if said), "", "")
        elif WAYS[number - 1] is Choice.OMIT or (WAYS[number - 1] is Choice.KEEP and item.kept_because is not None):
            self.form.hide()
            self.decided.emit(WAYS[number - 1], "", "", item.kept_because or "")
        else:
            self.form.ask(WAYS[number - 1], item)
            self.unfolded.emit()

    def _decide(self) -> None:
        if self._way:
            choice = WAYS[self._way - 1]
            if choice is Choice.REGISTER and self.form.new_kind:
                self.registered.emit(self.form.new_kind, self.form.words.text())
                return
            said = self.form.words.text() if choice in (Choice.REPLACE, Choice.GENERALISE) else ""
            entry = self.form.entry.value if choice is Choice.REGISTER else ""
            self.decided.emit(choice, said, entry, self.form.reason.text())
