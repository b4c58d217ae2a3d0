"""What is left to decide, one row a form of words: tier, words, why, how often."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.services.outputs import Undecided
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.badge import Look, badge_width, paint_badge
from desktop_app.ui.widgets.record_list import ENTRY, Entry, Index, RecordList, paint_row_ground

_ROW = 40
TIERS = {
    1: Look("1 Direct", tone="bad"),
    2: Look("2 Indirect", tone="warn"),
    3: Look("3 Faint", tone="neutral"),
}


def tier_look(tier: int) -> Look:
    return TIERS.get(tier, TIERS[3])


class _QueueDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(160), theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        look = theme()
        painter.save()
        box: QRect = option.rect
        selected = paint_row_ground(painter, option)
        tier = tier_look(int(entry.number[:1]))
        left = box.left() + look.px(16)
        paint_badge(painter, left, box.center().y() - look.px(10), tier)
        left += max(badge_width(one) for one in TIERS.values()) + look.px(10)
        right = box.right() - look.px(16)
        count = QFontMetrics(look.font()).horizontalAdvance(entry.right)
        self._words(painter, QRect(right - count, box.top(), count + 1, box.height()), entry.right, "body", "text2")
        right -= count + look.px(8)
        wide = QFontMetrics(look.font("bold")).horizontalAdvance(entry.title) + 1
        room = QRect(left, box.top(), min(wide, right - left), box.height())
        self._words(painter, room, entry.title, "bold", "accent" if selected else "text")
        left = room.right() + look.px(10)
        if right - left > look.px(40):
            self._words(painter, QRect(left, box.top(), right - left, box.height()), entry.second, "small", "text2")
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, text: str, font: str, role: str) -> None:
        draw_elided(painter, box, text, theme().font(font), theme().colour(role))


class QueueList(RecordList):
    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Left to decide"))
        self.setItemDelegate(_QueueDelegate(self))

    def show_items(self, items: Sequence[Undecided], current: str) -> None:
        self.show_entries(
            [
                Entry(
                    uid=item.surface,
                    title=item.surface,
                    second=item.why,
                    right=f"{item.count}×",
                    number=tier_look(item.tier).word,
                )
                for item in items
            ],
            current,
        )
