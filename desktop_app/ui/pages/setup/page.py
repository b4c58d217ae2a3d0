"""The page on which a review is set up."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.services.regimes import Regime, adopt, regimes
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.setup.kinds import around_kinds, begun_kinds, printed_kinds
from desktop_app.ui.records_page import RecordsPage
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.words import small


class SetupPage(RecordsPage):
    def __init__(self, desk: Desk) -> None:
        empty = (
            self.tr("Nothing is set up yet"),
            self.tr("Begin with why there is a review: the decision, its criteria and its reasons."),
        )
        kinds = (*begun_kinds(), *around_kinds(), *printed_kinds())
        super().__init__(desk, self.tr("How the review is set up"), kinds, empty)
        self.offer("F4", self.tr("Choose the kind of review"), self.choose_regime)

    def build_more(self) -> None:
        self.split.detail.column.addWidget(self._regime_panel())

    def _regime_panel(self) -> QWidget:
        self.panel = Panel(self.tr("Kind of review"), ruled=True)
        self.said = small("", wrap=True)
        self.panel.body.addWidget(self.said)
        line = row()
        self.choose = Button(self.tr("Choose the kind"), icon="scales", cap="F4", menu_arrow=True)
        self._regimes = QMenu(self)
        for one in regimes():
            self._regimes.addAction(one.name).triggered.connect(partial(self._adopt, one))
        self.choose.clicked.connect(self.choose_regime)
        line.addWidget(self.choose)
        line.addStretch(1)
        self.panel.body.addLayout(line)
        return self.panel

    def refresh(self, families: frozenset[str]) -> None:
        super().refresh(families)
        review = self.desk.snapshot.review
        held = next((one for one in regimes() if one.id == review.type.value), None)
        if held is None:
            self.said.setText(self.tr("None chosen."))
            return
        basis = self.tr("{}. {}. Source: {} ({}).").format(held.name, held.legal_basis, held.source, held.source_date)
        self.said.setText(f"{basis} {held.publication}")

    def choose_regime(self) -> None:
        self._regimes.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def _adopt(self, chosen: Regime, _on: bool = False) -> None:
        if self.do(lambda: adopt(self.desk.session, chosen.id)):
            told = self.tr("Its clocks are under Governance; its criteria wait in the decision. Ctrl+Z takes it back.")
            self.desk.told.emit(told)
