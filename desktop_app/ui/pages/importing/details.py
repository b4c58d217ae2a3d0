"""What is kept with a return: who wrote it, when, which records were searched, who signed it off."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.import_plan import ImportKind, ImportPlan, ReturnDetails
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.day_field import DayField, exact_day
from desktop_app.ui.widgets.fields import Labelled, LineField
from desktop_app.ui.widgets.panel import Panel
from desktop_app.ui.widgets.words import small

_TWO_ACROSS = 560  # px at 100 %


class DetailsPanel(Panel):
    """Filled from the file where it says so itself; what a person types is kept while the same file is shown."""

    def __init__(self) -> None:
        super().__init__(self.tr("The return"), self.tr("kept with its rows"), ruled=True)
        self.author = LineField(placeholder=self.tr("as the return gives it"))
        self.dated = DayField(self.tr("Date on the return"))
        self.records = LineField(placeholder=self.tr("for example SystmOne, paper files"))
        self.signed = LineField(placeholder=self.tr("the manager who stands for it"))
        self._cells: list[QWidget] = [
            Labelled(self.tr("Completed by"), self.author),
            self.dated,
            Labelled(self.tr("Records searched"), self.records),
            Labelled(self.tr("Signed off by"), self.signed),
        ]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(8))
        self.body.addLayout(self._grid)
        self._hash = small("")
        self.body.addWidget(self._hash)
        self._across = 0
        self._shown = ""
        self._arrange()

    def show_plan(self, plan: ImportPlan) -> None:
        self.setVisible(plan.kind is ImportKind.CHRONOLOGY)
        if self._shown == plan.sha256:
            return
        self._shown = plan.sha256
        found = plan.details
        self.author.show_text(found.author)
        self.records.show_text(found.records_searched)
        self.signed.show_text(found.signed_off_by)
        self.dated.show_day(found.dated)
        self._hash.setText(self.tr("SHA-256 of the file: {}…").format(plan.sha256[:16]))
        self._hash.setToolTip(plan.sha256)

    def forget(self) -> None:
        self._shown = ""

    @property
    def value(self) -> ReturnDetails:
        texts = [field.text().strip() for field in (self.author, self.records, self.signed)]
        return ReturnDetails(texts[0], exact_day(self.dated.line.text()), texts[1], texts[2])

    def _arrange(self) -> None:
        across = 2 if self.width() >= theme().px(_TWO_ACROSS) else 1
        if across == self._across:
            return
        self._across = across
        for number, cell in enumerate(self._cells):
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, number // across, number % across)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, int(across == 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
