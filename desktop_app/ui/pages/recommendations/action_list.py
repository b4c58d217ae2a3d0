"""The actions that answer a recommendation: one row each, with what was last reported as at the day shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.learning import ActionStatus
from desktop_app.services.recommendations import ActionView
from desktop_app.ui.dates_words import day
from desktop_app.ui.statuses import STATUS
from desktop_app.ui.theme.lines import draw_elided, draw_lines, fitted_lines
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import Look, badge_width, paint_badge
from desktop_app.ui.widgets.fitted_list import ROW, FittedList, Index
from desktop_app.ui.widgets.record_list import paint_row_ground


class _Delegate(QStyledItemDelegate):
    """Columns: number; what and what it answers; owner; last update; status and due."""

    def __init__(self, of: ActionList) -> None:
        super().__init__(of)
        self._list = of

    def _columns(self, width: int) -> tuple[int, int, int]:
        """Widths of what, owner and update in px; owner and update give way where there is no room."""
        look = theme()
        room = width - look.px(16 + 44 + 16) - look.px(150)
        if room < look.px(380):
            return room, 0, 0
        if room < look.px(520):
            return round(room * 0.5), 0, round(room * 0.5)
        return round(room * 0.37), round(room * 0.23), round(room * 0.4)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: ActionView = index.data(ROW)
        view_widget = option.widget
        width = view_widget.viewport().width() if isinstance(view_widget, QAbstractItemView) else theme().px(800)
        what, _, update = self._columns(width)
        gap = theme().px(16)
        lines = len(fitted_lines(view.text, theme().font(), what - gap, 2)) + 1
        if update:
            lines = max(lines, len(fitted_lines(view.update, theme().font(), update - gap, 2)) + 1)
        return QSize(width, theme().px(20) * max(lines, 2) + theme().px(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: ActionView = index.data(ROW)
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
        status = self._list.looks[view.status]
        right = box.right() - look.px(16)
        paint_badge(painter, right - badge_width(status), top, status)
        if view.due:
            due = QRect(right - look.px(150), top + look.px(22), look.px(150), pitch)
            draw_elided(painter, due, f"due {day(view.due)}", look.font("small"), look.colour("text2"), right=True)
        painter.restore()


class ActionList(FittedList[ActionView]):
    """`looks` are the statuses as the review has them."""

    def __init__(self, name: str) -> None:
        super().__init__(name, lambda view: view.uid, self._spoken)
        self.looks: Mapping[ActionStatus, Look] = STATUS
        self.paint_with(_Delegate(self))

    def _spoken(self, view: ActionView) -> str:
        due = f"due {day(view.due)}" if view.due else ""
        said = (f"Action {view.number}", view.text, view.owner, self.looks[view.status].word, due, view.update)
        return ", ".join(part for part in said if part)
