"""What was agreed about a person's pseudonym, to be read: who chose it, when, and what if people knew."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from desktop_app.domain.people import Person
from desktop_app.services.people import agreement_advice
from desktop_app.ui.dates_words import day
from desktop_app.ui.widgets.advice import AdviceLine
from desktop_app.ui.widgets.panel import Panel, column
from desktop_app.ui.widgets.words import set_tone, small, words


class AgreedPanel(Panel):
    def __init__(self) -> None:
        super().__init__(self.tr("Agreed"))
        self.body.setSpacing(10)
        self._chosen = self._line(self.tr("Chosen by"))
        self._when = self._line(self.tr("Agreed"))
        self._role = self._line(self.tr("Role in the review"))
        self._harm = self._line(self.tr("If people knew"))
        self._advice = AdviceLine("", icon="warning", tone="warn")
        self.body.addWidget(self._advice)
        self.body.addStretch(1)

    def _line(self, name: str) -> QLabel:
        pair = column(spacing=0)
        pair.addWidget(small(name))
        said = words("", wrap=True)
        pair.addWidget(said)
        self.body.addLayout(pair)
        return said

    def show_person(self, person: Person, notes: tuple[str, ...]) -> None:
        """`notes`: why the pseudonym may give its owner away."""
        agreed = day(person.pseudonym_agreed)
        told = (
            (self._chosen, person.pseudonym_chosen_by),
            (self._when, agreed),
            (self._role, person.role),
            (self._harm, person.harm_note),
        )
        for label, said in told:
            label.setText(said or self.tr("not noted"))
            set_tone(label, "text" if said else "text3")
        self._advice.say(" ".join(filter(None, (*notes, agreement_advice(person)))))
