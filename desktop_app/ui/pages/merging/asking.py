"""The right pane: what is asked, both accounts, why, and the bar of answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.proposal import DUPLICATE
from desktop_app.services.merging.queue import QueueItem, around
from desktop_app.ui.pages.merging.answers import AnswerBar
from desktop_app.ui.pages.merging.comparison import Comparison
from desktop_app.ui.pages.merging.kinds import asked
from desktop_app.ui.pages.merging.outcome import OutcomePanel
from desktop_app.ui.pages.merging.reasons import AroundPanel, ReasonsPanel
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.panel import ScrolledColumn, column, row
from desktop_app.ui.widgets.words import rule, small, title


class AskingPane(QWidget):
    stepped = Signal(int)

    def __init__(self, errors: QWidget) -> None:
        super().__init__()
        lines = column(self, spacing=0)
        self._detail = ScrolledColumn(margin=16, spacing=16)
        head = row()
        self._title = title("")
        self._title.setWordWrap(True)
        head.addWidget(self._title, 1)
        self._place = small("")
        head.addWidget(self._place)
        for keys, icon, name, by in (
            ("Alt+Up", "arrow-up", self.tr("The one before"), -1),
            ("Alt+Down", "arrow-down", self.tr("The next one"), 1),
        ):
            button = Button(icon=icon, cap=keys, name=name)
            button.clicked.connect(lambda _on=False, by=by: self.stepped.emit(by))
            head.addWidget(button)
        self._detail.column.addLayout(head)
        self._detail.column.addWidget(errors)
        self.comparison = Comparison()
        self._detail.column.addWidget(self.comparison)
        self.reasons, self.outcome, self.around = ReasonsPanel(), OutcomePanel(), AroundPanel()
        beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        beside.setSpacing(theme().px(16))
        beside.addWidget(self.reasons, 2)
        beside.addWidget(self.outcome, 3)
        self._detail.column.addLayout(beside)
        self._detail.column.addWidget(self.around)
        self._detail.flip(beside, below=720)
        self._detail.column.addStretch(1)
        lines.addWidget(self._detail, 1)
        lines.addWidget(rule())
        self.bar = AnswerBar()
        lines.addWidget(self.bar)

    def show_item(self, snapshot: Snapshot, item: QueueItem, place: int, of: int) -> None:
        self._title.setText(asked(item.kind).title)
        self._place.setText(self.tr("{} of {}").format(place, of))
        self.comparison.setVisible(item.proposal is not None)
        one_row = item.proposal is not None and item.proposal.kind == DUPLICATE
        self.outcome.setVisible(one_row)
        if item.proposal is not None:
            pair = (item.proposal.a, item.proposal.b)
            self.comparison.show_pair(snapshot, item.proposal)
            self.reasons.show_proposal(item.proposal)
            if one_row:
                self.outcome.show_proposal(snapshot, item.proposal)
            self.around.show_events(snapshot, around(snapshot, pair), item.proposal.pair)
        elif item.silence is not None:
            self.reasons.show_silence(snapshot, item.silence)
            start, end = item.silence.start, item.silence.end
            near = [e for e in snapshot.events if e.date.start and start <= e.date.start <= end]
            self.around.show_events(snapshot, near, frozenset())
        self.bar.show_item(item)
        self._detail.verticalScrollBar().setValue(0)
