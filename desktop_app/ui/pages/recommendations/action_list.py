"""The actions that answer a recommendation: one row each, with what was last reported as at the day shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.services.recommendations import ActionView
from desktop_app.ui.dates_words import day
from desktop_app.ui.statuses import STATUS
from desktop_app.ui.theme.lines import draw_elided, draw_lines, fitted_lines
from desktop_app.ui.theme.palette import view_palette
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import badge_width, paint_badge
from desktop_app.ui.widgets.record_list import paint_row_ground

Index = QModelIndex | QPersistentModelIndex
_VIEW = Qt.ItemDataRole.UserRole


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.views: tuple[ActionView, ...] = ()

    def show_views(self, views: Sequence[ActionView]) -> None:
        self.beginResetModel()
        self.views = tuple(views)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.views)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        view = self.views[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            due = f"due {day(view.due)}" if view.due else ""
            said = (f"Action {view.number}", view.text, view.owner, STATUS[view.status].word, due, view.update)
            return ", ".join(part for part in said if part)
        return view if role == _VIEW else None


class _Delegate(QStyledItemDelegate):
    """Columns: number; what and what it answers; owner; last update; status and due."""

    def _columns(self, width: int) -> tuple[int, int, int]:
        """Widths of what, owner and update in px; owner and update give way where there is no room."""
        look = theme()
        room = width - look.px(16 + 44 + 16) - look.px(150)
        if room < look.px(380):
            return room, 0, 0
        if room < look.px(520):
            return round(room * 0.5), 0, round(room * 0.5)
        return round(room * 0.4), round(room * 0.2), round(room * 0.4)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: ActionView = index.data(_VIEW)
        view_widget = option.widget
        width = view_widget.viewport().width() if isinstance(view_widget, QAbstractItemView) else theme().px(800)
        what, _, update = self._columns(width)
        gap = theme().px(16)
        lines = len(fitted_lines(view.text, theme().font(), what - gap, 2)) + 1
        if update:
            lines = max(lines, len(fitted_lines(view.update, theme().font(), update - gap, 2)) + 1)
        return QSize(width, theme().px(20) * max(lines, 2) + theme().px(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: ActionView = index.data(_VIEW)
        look = theme()
        painter.save()
        box: QRect = option.rect
        selected = paint_row_ground(painter, option)
        left, top, pitch, gap = box.left() + look.px(16), box.top() + look.px(8), look.px(20), look.px(16)
        tone = look.colour("accent" if selected else "text")
        draw_elided(painter, QRect(left, top, look.px(36), pitch), str(view.number), look.font("bold"), tone)
        left += look.px(44)
        what, owner, update = self._columns(box.width())
        used = draw_lines(
            painter, QRect(left, top, what - gap, 3 * pitch), view.text or "No words yet", look.font(),
            look.colour("text" if view.text else "text3"), most=2, pitch=pitch,
        )  # fmt: skip
        answered = f"Answers {', '.join(view.answers)}" if view.answers else "Answers no recommendation"
        below = QRect(left, top + used, what - gap, pitch)
        draw_elided(painter, below, answered, look.font("small"), look.colour("text2"))
        left += what
        if owner:
            draw_lines(
                painter, QRect(left, top, owner - gap, 2 * pitch), view.owner or "No owner", look.font(),
                look.colour("text" if view.owner else "warn"), most=2, pitch=pitch,
            )  # fmt: skip
        left += owner
        if update:
            when = day(view.update_as_at) if view.update_as_at else ("Not dated" if view.update else "No update yet")
            first = QRect(left, top, update - gap, pitch)
            draw_elided(painter, first, when, look.font("small"), look.colour("text2"))
            rest = QRect(left, top + pitch, update - gap, 2 * pitch)
            draw_lines(painter, rest, view.update, look.font(), look.colour("text"), most=2, pitch=pitch)
        status = STATUS[view.status]
        right = box.right() - look.px(16)
        paint_badge(painter, right - badge_width(status), top, status)
        if view.due:
            due = QRect(right - look.px(150), top + look.px(22), look.px(150), pitch)
            draw_elided(painter, due, f"due {day(view.due)}", look.font("small"), look.colour("text2"), right=True)
        painter.restore()


class ActionList(QListView):
    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setPalette(view_palette(theme()))
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.clicked.connect(lambda index: self.picked.emit(self._model.views[index.row()].uid))

    @property
    def current(self) -> str:
        row = self.currentIndex().row()
        return self._model.views[row].uid if 0 <= row < len(self._model.views) else ""

    def show_views(self, views: Sequence[ActionView], current: str = "") -> None:
        kept = current or self.current
        self._model.show_views(views)
        rows = [n for n, view in enumerate(views) if view.uid == kept]
        if rows:
            self.setCurrentIndex(self._model.index(rows[0]))
        self._fit()

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, the list does not."""
        delegate, option = self.itemDelegate(), QStyleOptionViewItem()
        option.widget = self
        height = sum(delegate.sizeHint(option, self._model.index(n)).height() for n in range(len(self._model.views)))
        self.setFixedHeight(max(height, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.picked.emit(self.current)
            return
        super().keyPressEvent(event)
