"""The fact that is chosen: where it stands, what may be printed instead, and why the person's facts may stay."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.services.jigsaw import Draft
from desktop_app.services.jigsaw.coarser import next_coarser
from desktop_app.ui.pages.outputs.jigsaw.entries import FactRow
from desktop_app.ui.widgets.badge import Badge, Look
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.flow import FlowRow
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.words import rule, small, words


class FactCard(QWidget):
    """`coarsened`: the words as they stand and the words to print; `kept`: why the person's facts stay."""

    coarsened = Signal(str, str)
    followed = Signal(str)  # uid of the record that says it
    kept = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._value = self._source = ""
        lines = column(self, margin=16, spacing=8)
        head = row(spacing=8)
        self._rare = Badge(Look(self.tr("rare"), tone="warn"))
        self._what = words("", font="bold", wrap=True)
        head.addWidget(self._what, 1)
        head.addWidget(self._rare, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(head)
        self._where = small("", wrap=True)
        lines.addWidget(self._where)
        self.words = LineField()
        self._instead = Labelled(self.tr("Print instead, wherever it stands"), self.words)
        self.words.returnPressed.connect(self._coarsen)
        lines.addWidget(self._instead)
        self._rungs = small("", wrap=True)
        lines.addWidget(self._rungs)
        ways = FlowRow(spacing=8)
        self.coarsen = Button(self.tr("Coarsen it"), cap="Enter")
        self.coarsen.clicked.connect(self._coarsen)
        self.go = Button(self.tr("Go to the text"), kind="quiet", icon="pencil-simple")
        self.go.clicked.connect(lambda: self.followed.emit(self._source))
        ways.add(self.coarsen)
        ways.add(self.go)
        lines.addWidget(ways)
        lines.addWidget(rule())
        self.reason = LineField()
        self._why = Labelled("", self.reason)
        self.reason.returnPressed.connect(self._keep)
        lines.addWidget(self._why)
        foot = FlowRow()
        self.keep = Button(self.tr("They stay"), cap="Enter")
        self.keep.clicked.connect(self._keep)
        foot.add(self.keep)
        lines.addWidget(foot)

    def show_fact(self, fact: FactRow, draft: Draft) -> None:
        """The words of the output being prepared come first: they are what can be changed now."""
        said = sorted(fact.piece.said, key=lambda placed: placed.place != draft.place)
        first = said[0]
        here = first.place == draft.place
        self._value, self._source = first.fact.value, first.fact.source if here else ""
        self._what.setText(
            self.tr("{} of {}: “{}”").format(fact.piece.label.capitalize(), fact.person.label, self._value)
        )
        self._rare.setVisible(fact.piece.rare)
        listed = "; ".join(f"“{placed.fact.value}” ({placed.place})" for placed in said)
        self._where.setText(self.tr("Stands in: {}").format(listed))
        offer = next_coarser(fact.piece.kind, self._value)
        can = here and self._value in draft.standing
        self._instead.setVisible(can)
        self.coarsen.setVisible(can)
        self.words.show_text(offer.words)
        self.words.setPlaceholderText(offer.rungs[0] if offer.rungs else "")
        rungs = self.tr(", then ").join(offer.rungs)
        if not here:
            advice = self.tr("It is out already: this output can only say less around it.")
        elif can:
            advice = self.tr("Coarser: {}.").format(rungs)
        else:
            advice = self.tr("The text behind it would have to say less. Coarser: {}.").format(rungs)
        self._rungs.setText(advice)
        self.go.setVisible(bool(self._source))
        self._show_reason(fact)

    def _show_reason(self, fact: FactRow) -> None:
        self._why.rename(self.tr("Why the facts about {} stay").format(fact.person.label))
        self.reason.show_text(fact.person.reason or fact.person.before)
        more = fact.person.before and self.tr("There is more now than when this reason was given.")
        self._why.advise(more or "", icon="warning", tone="warn")
        given = bool(fact.person.reason)
        self.keep.set_words(self.tr("Change the reason") if given else self.tr("They stay"))

    def _coarsen(self) -> None:
        if self.coarsen.isVisibleTo(self):
            self.coarsened.emit(self._value, self.words.text().strip())

    def _keep(self) -> None:
        self.kept.emit(self.reason.text())
