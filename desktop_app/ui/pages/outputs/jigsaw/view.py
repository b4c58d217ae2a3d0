"""The jigsaw's three parts, one at a time: facts, what is public already, and the intruder's questions."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.jigsaw import Draft, Ledger
from desktop_app.ui.pages.outputs.jigsaw.facts_view import FactsView
from desktop_app.ui.pages.outputs.jigsaw.intruder_view import IntruderView
from desktop_app.ui.pages.outputs.jigsaw.public_view import PublicView
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.words import rule


class JigsawView(QWidget):
    def __init__(self) -> None:
        super().__init__()
        lines = column(self, spacing=0)
        top = column()
        top.setContentsMargins(*(theme().px(edge) for edge in (16, 10, 16, 10)))
        parts = [("facts", self.tr("Facts")), ("public", self.tr("Public already")), ("test", self.tr("Intruder"))]
        self.which = Segmented(self.tr("Part of the jigsaw"), parts, "facts")
        self.which.chosen.connect(lambda _key: self._turn())
        top.addWidget(self.which)
        lines.addLayout(top)
        lines.addWidget(rule())
        self.facts, self.public, self.intruder = FactsView(), PublicView(), IntruderView()
        self.stack = QStackedWidget()
        for part in (self.facts, self.public, self.intruder):
            self.stack.addWidget(part)
        lines.addWidget(self.stack, 1)

    def _turn(self) -> None:
        self.stack.setCurrentIndex(("facts", "public", "test").index(self.which.value))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.public.show_snapshot(snapshot)
        self.intruder.show_snapshot(snapshot)

    def show_ledger(self, snapshot: Snapshot, found: Ledger, draft: Draft) -> None:
        self.facts.show_ledger(snapshot, found, draft)

    def focus_on(self, person: str, *, reason: bool = False) -> None:
        """The facts about a person; with `reason`, the field that says why they stay."""
        self.which.show_value("facts")
        self._turn()
        self.facts.focus_on(person)
        if reason:
            self.facts.card.reason.setFocus()
