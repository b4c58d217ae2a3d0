"""The right pane: how much is left, the form of words being decided, the others, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.outputs import Undecided
from desktop_app.ui.pages.outputs.decided_list import DecidedList
from desktop_app.ui.pages.outputs.decision_card import DecisionCard
from desktop_app.ui.pages.outputs.jigsaw.view import JigsawView
from desktop_app.ui.pages.outputs.queue_list import QueueList
from desktop_app.ui.pages.outputs.written_list import WrittenList
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.panel import ScrolledColumn, column, row
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.words import heading, rule, small

_LEAST, _ROOM = 64, 112  # px at 100 % that the list keeps: less where the whole pane is low


class _CardRoom(ScrolledColumn):
    """As tall as the card asks for, and scrolled when there is less room than that."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(margin=0, spacing=0)
        self._card = card
        self.column.addWidget(card)
        self.column.addStretch(1)
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False

    def sizeHint(self) -> QSize:
        width = self.viewport().width()
        height = self._card.heightForWidth(width) if self._card.hasHeightForWidth() else self._card.sizeHint().height()
        return QSize(theme().px(320), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(96))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


class QueuePane(QFrame):
    picked = Signal(str)  # the surface being decided
    turned = Signal(str)  # left, done, jigsaw or written is in sight

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self._items: tuple[Undecided, ...] = ()
        self._snapshot = Snapshot()
        self._empty = False
        lines = column(self, spacing=0)
        lines.addLayout(self._head())
        lines.addWidget(rule())
        self.stack = QStackedWidget()
        lines.addWidget(self.stack, 1)
        waiting = QWidget()
        inner = column(waiting, spacing=0)
        self.card, self.list = DecisionCard(), QueueList()
        self._room = _CardRoom(self.card)
        inner.addWidget(self._room)
        inner.addWidget(rule())
        inner.addWidget(self.list, 1)
        self.list.picked.connect(self._show)
        self.card.unfolded.connect(self._reveal)
        self.list.opened.connect(lambda _uid: self.card.rows[0].setFocus())
        self.done = EmptyState(
            self.tr("Nothing is left to decide"),
            self.tr("Every form of words that could point at somebody is replaced, or was decided by a person."),
        )
        self.nothing = EmptyState(
            self.tr("There is nothing in it yet"),
            self.tr("What it is made of, and where that comes from, is said on the page."),
        )
        self.busy = EmptyState(self.tr("Reading it through"), self.tr("Names, dates and places are being replaced."))
        self.decided, self.jigsaw, self.written = DecidedList(), JigsawView(), WrittenList()
        for page in (waiting, self.done, self.nothing, self.busy, self.decided, self.jigsaw, self.written):
            self.stack.addWidget(page)
        self._waiting = waiting
        self.stack.setCurrentWidget(self.busy)
        self._busy = True

    def _head(self) -> QVBoxLayout:
        look = theme()
        lines = column(spacing=8)
        lines.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        first = row(spacing=8)
        self._left = heading("")
        first.addWidget(self._left)
        first.addStretch(1)
        self._share = small("")
        first.addWidget(self._share)
        lines.addLayout(first)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(look.px(4))
        self._bar.setAccessibleName(self.tr("Decided so far"))
        lines.addWidget(self._bar)
        parts = [
            ("left", self.tr("To decide")),
            ("done", self.tr("Decided")),
            ("jigsaw", self.tr("Jigsaw")),
            ("written", self.tr("Written")),
        ]
        self.which = Segmented(self.tr("Which"), parts, "left")
        self.which.chosen.connect(lambda _key: self._turn())
        lines.addWidget(self.which)
        return lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two notes below must not squeeze the list to a row and a half: its card scrolls before that."""
        super().resizeEvent(event)
        look = theme()
        self.list.setMinimumHeight(max(look.px(_LEAST), min(look.px(_ROOM), self.height() // 4)))

    @property
    def current(self) -> str:
        return self.card.item.surface if self.card.item and self._items else ""

    def show_queue(self, snapshot: Snapshot, items: Sequence[Undecided], *, empty: bool = False) -> None:
        """The item open before stays open; when it is gone, the one that took its place opens.

        `empty`: the output says nothing yet, so that nothing to decide is no work done.
        """
        before = [item.surface for item in self._items]
        at = before.index(self.current) if self.current in before else 0
        self._items, self._snapshot, self._empty = tuple(items), snapshot, empty
        surfaces = [item.surface for item in items]
        wanted = self.current if self.current in surfaces else surfaces[min(at, len(surfaces) - 1)] if surfaces else ""
        self.list.show_items(items, wanted)
        done, left = len(snapshot.surface_decisions), len(items)
        idle = self.tr("Nothing to decide yet") if empty else self.tr("All decided")
        self._left.setText(self.tr("{} left to decide").format(left) if left else idle)
        self._bar.setRange(0, max(done + left, 1))
        self._bar.setValue(done if done + left else 1)
        self._share.setText(self.tr("{} of {} done").format(done, done + left))
        self._busy = False
        self.show_records(snapshot)
        self._turn()
        if wanted:
            self._show(wanted)

    def show_records(self, snapshot: Snapshot) -> None:
        """What was decided, entered and written, which needs no page to be set."""
        self.decided.show_decisions(snapshot)
        self.jigsaw.show_snapshot(snapshot)
        self.written.show_outputs(snapshot)

    @property
    def deciding(self) -> bool:
        """Whether a form of words is open to be decided, so that a key alone may decide it."""
        return self.stack.currentWidget() is self._waiting

    def turn_to(self, part: str) -> None:
        """`part` is left, done, jigsaw or written."""
        self.which.show_value(part)
        self._turn()

    def _turn(self) -> None:
        others = {"done": self.decided, "jigsaw": self.jigsaw, "written": self.written}
        waiting = self.busy if self._busy else self._waiting if self._items else self._settled
        self.stack.setCurrentWidget(others.get(self.which.value, waiting))
        self.turned.emit(self.which.value)

    @property
    def _settled(self) -> EmptyState:
        return self.nothing if self._empty else self.done

    def show_busy(self) -> None:
        self._left.setText(self.tr("Reading it through"))
        self._busy = True
        self._turn()

    def _reveal(self) -> None:
        """What was just asked for is in sight, also where the card has to scroll."""
        QTimer.singleShot(0, self.card, lambda: self._room.ensureWidgetVisible(self.card.form.button))

    def _show(self, surface: str) -> None:
        item = next((item for item in self._items if item.surface == surface), None)
        if item is not None:
            self.card.show_item(item, self._snapshot.register)
            self._room.updateGeometry()
            self.picked.emit(surface)
