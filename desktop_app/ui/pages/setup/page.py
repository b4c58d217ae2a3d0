"""The page on which a review is set up: what it is, what is missing, and each record of how it was begun."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop_app.common.clock import today
from desktop_app.common.errors import UserError
from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.record import Record
from desktop_app.services.regimes import Regime, RegimeFile, adopt, kind_of, read_regimes, shipped
from desktop_app.services.setup_state import missing
from desktop_app.services.status_labels import call_status
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.setup.kinds import around_kinds, begun_kinds, printed_kinds
from desktop_app.ui.pages.setup.kinds_of_review import review_kinds
from desktop_app.ui.pages.setup.labels_panel import LabelsPanel
from desktop_app.ui.pages.setup.missing_panel import MissingPanel
from desktop_app.ui.records_page import KindInfo, RecordsPage
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import Panel, row
from desktop_app.ui.widgets.words import small


class SetupPage(RecordsPage):
    def __init__(self, desk: Desk) -> None:
        empty = (
            self.tr("Nothing is set up yet"),
            self.tr("Begin with why there is a review: the decision, its criteria and its reasons."),
        )
        kinds = (*review_kinds(), *begun_kinds(), *around_kinds(), *printed_kinds())
        super().__init__(desk, self.tr("How the review is set up"), kinds, empty)
        self.offer("F3", self.tr("What is still missing"), self.to_missing)
        self.offer("F4", self.tr("Choose the kind of review"), self.choose_regime)

    def build_more(self) -> None:
        self.missing_panel, self.labels = MissingPanel(), LabelsPanel()
        self.missing_panel.asked.connect(self._mend)
        self.labels.named.connect(self._call_status)
        for panel in (self.missing_panel, self._regime_panel(), self.labels):
            self.split.detail.column.addWidget(panel)

    def _regime_panel(self) -> QWidget:
        self.panel = Panel(self.tr("Kind of review"), ruled=True)
        self.said = small("", wrap=True)
        self.panel.body.addWidget(self.said)
        line = row()
        self.choose = Button(self.tr("Choose the kind"), icon="scales", cap="F4", menu_arrow=True)
        self._regimes = QMenu(self)
        self._offer_kinds(shipped())
        self.choose.clicked.connect(self.choose_regime)
        line.addWidget(self.choose)
        line.addStretch(1)
        self.panel.body.addLayout(line)
        return self.panel

    def _offer_kinds(self, held: RegimeFile) -> None:
        self._regimes.clear()
        for one in held.regimes:
            self._regimes.addAction(one.name.replace("&", "&&")).triggered.connect(
                partial(self._adopt, one, held.version)
            )
        self._regimes.addSeparator()
        self._regimes.addAction(self.tr("From a file of your own…")).triggered.connect(self.choose_regime_file)

    def refresh(self, families: frozenset[str]) -> None:
        super().refresh(families)
        review = self.desk.snapshot.review
        found = missing(self.desk.snapshot, today())
        self.missing_panel.show_missing(found)
        self.split.say(self.tr("Nothing is missing.") if not found else self._count(len(found)))
        self.labels.show_labels(self.desk.snapshot)
        held = kind_of(review)
        if held is None:
            basis = review.legal_basis or self.tr("nobody has said on what legal basis")
            own = self.tr("A kind of the partnership’s own, {}: {}.").format(review.regime, basis)
            self.said.setText(own if review.regime else self.tr("None chosen."))
            return
        basis = self.tr("{}. {}. Source: {} ({}); file of kinds {}.").format(
            held.name, held.legal_basis, held.source, held.source_date, shipped().version
        )
        self.said.setText(f"{basis} {held.publication}")

    def _count(self, number: int) -> str:
        return (
            self.tr("1 thing is still missing: F3.")
            if number == 1
            else self.tr("{} things are still missing: F3.").format(number)
        )

    def show_more(self, record: Record | None, kind: KindInfo | None) -> None:
        """What concerns the whole review stands with it, and with the decision that began it."""
        whole = kind is None or kind.family == "reviews"
        self.missing_panel.setVisible(whole)
        self.labels.setVisible(whole)
        self.panel.setVisible(whole or (kind is not None and kind.family == "decisions"))

    def open_record(self, uid: str) -> None:
        """A record, or "missing": what is still to be done."""
        if uid == "missing":
            QTimer.singleShot(0, self, self.to_missing)
        else:
            super().open_record(uid)

    def to_missing(self) -> None:
        self.list.pick(self.desk.snapshot.review.uid)
        self.missing_panel.list.setFocus()
        self.split.detail.ensureWidgetVisible(self.missing_panel)

    def _mend(self, family: str, uid: str) -> None:
        """To the record that lacks something; a kind of record that is missing is begun."""
        kind = next((kind for kind in self._kinds if kind.family == family), None)
        if family == "clocks":
            self.desk.go("governance", uid)
        elif family == "bodies":
            self.desk.go("bodies")
        elif uid:
            self.list.pick(uid)
            self.list.setFocus()
        elif kind is not None:
            self.add(kind)

    def choose_regime(self) -> None:
        self.list.pick(self.desk.snapshot.review.uid)
        self.split.detail.ensureWidgetVisible(self.panel)
        self._regimes.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def choose_regime_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Kinds of review"), "", "TOML (*.toml)")
        if chosen:
            self.read_kinds(chosen)

    def read_kinds(self, path: str) -> None:
        """Kinds of the partnership's own are offered in place of those shipped; a wrong field is said in words."""
        from pathlib import Path

        try:
            held = read_regimes(Path(path))
        except UserError as error:
            self.errors.show_error(error)
            return
        self.errors.hide()
        self._offer_kinds(held)
        self.desk.told.emit(self.tr("{} kinds of review were read. Choose one.").format(len(held.regimes)))
        self.choose_regime()

    def _adopt(self, chosen: Regime, version: str, _on: bool = False) -> None:
        if self.do(lambda: adopt(self.desk.session, chosen, version)):
            told = self.tr("Its clocks are under Governance; its criteria wait in the decision. Ctrl+Z takes it back.")
            self.desk.told.emit(told)

    def _call_status(self, status: ActionStatus, label: str) -> None:
        if not self.do(lambda: call_status(self.desk.session, status, label)):
            self.split.detail.ensureWidgetVisible(self.errors)
            self.labels.show_labels(self.desk.snapshot)
