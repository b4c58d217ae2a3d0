"""How few people share what is told, only from figures that the author enters, and shown with what it assumes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.domain.jigsaw import ReferenceFigure
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.jigsaw.estimate import estimate
from desktop_app.ui.pages.outputs.jigsaw.entries import FactRow
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.words import rule, small, words


class EstimateBox(QWidget):
    """`entered` carries a ReferenceFigure for the chosen fact."""

    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._fact: FactRow | None = None
        lines = column(self, margin=16, spacing=8)
        lines.setContentsMargins(theme().px(16), 0, theme().px(16), theme().px(16))
        lines.addWidget(rule())
        self.said = words("", wrap=True)
        self.rests = small("", wrap=True)
        lines.addWidget(self.said)
        lines.addWidget(self.rests)
        self._fold = Button(self.tr("Enter a figure for this fact"), kind="quiet", icon="plus")
        self.number, self.among, self.counts, self.source = (LineField() for _ in range(4))
        self._form = self._fields()
        self._fold.clicked.connect(lambda: self._unfold(self._form.isHidden()))
        folds = FlowRow()
        folds.add(self._fold)
        lines.addWidget(folds)
        lines.addWidget(self._form)

    def _fields(self) -> QWidget:
        form = QWidget()
        lines = column(form, spacing=8)
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.addWidget(Labelled(self.tr("How many share it"), self.number))
        pair.addWidget(Labelled(self.tr("Of how many"), self.among))
        lines.addLayout(pair)
        self.counts.setPlaceholderText(self.tr("e.g. people of 10 to 17 in the district"))
        self.source.setPlaceholderText(self.tr("e.g. a census table, and its year"))
        lines.addWidget(Labelled(self.tr("What is counted"), self.counts))
        lines.addWidget(Labelled(self.tr("Source"), self.source))
        enter = Button(self.tr("Keep the figure"), cap="Enter")
        enter.clicked.connect(self._enter)
        for field in (self.number, self.among, self.counts, self.source):
            field.returnPressed.connect(self._enter)
        foot = FlowRow()
        foot.add(enter)
        lines.addWidget(foot)
        form.hide()
        return form

    def _unfold(self, shown: bool) -> None:
        self._form.setVisible(shown)
        if shown:
            self.number.setFocus()

    def show_fact(self, fact: FactRow, snapshot: Snapshot) -> None:
        held = snapshot.reference_figures
        same = self._fact is not None and self._fact.uid == fact.uid
        self._fact = fact
        found = estimate(fact.person.jigsaw, held)
        self.said.setText(found.sentence if found else self.tr("No figure was entered: nothing is estimated."))
        left_out = self.tr("Left out, for want of a figure: {}.").format(", ".join(found.left_out)) if found else ""
        rests = [*found.rests_on, left_out if found.left_out else ""] if found else []
        self.rests.setText("\n".join(filter(None, rests)))
        self.rests.setVisible(bool(rests))
        figure = next((f for f in held if (f.person, f.kind) == (fact.person.jigsaw.person, fact.piece.kind)), None)
        self._fold.set_words(self.tr("Change its figure") if figure else self.tr("Enter a figure for this fact"))
        if same and not self._form.isHidden() and figure is None:
            return  # something is being filled in
        shown = figure or ReferenceFigure()
        for field, text in (
            (self.number, str(shown.number or "")),
            (self.among, str(shown.among or "")),
            (self.counts, shown.counts),
            (self.source, shown.source),
        ):
            field.show_text(text)
        self._form.hide()

    def _enter(self) -> None:
        if self._fact is not None:
            self.entered.emit(
                ReferenceFigure(
                    person=self._fact.person.jigsaw.person,
                    kind=self._fact.piece.kind,
                    number=_whole(self.number.text()),
                    among=_whole(self.among.text()),
                    counts=self.counts.text().strip(),
                    source=self.source.text().strip(),
                )
            )


def _whole(text: str) -> int:
    """0, which no figure may be, for what is no whole number."""
    plain = "".join(text.replace(",", "").split())
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 12 else 0
