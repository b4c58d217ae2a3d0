"""What is left to look at, one row a proposal: what is asked, when, which records, and whose they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.domain.dates import in_words
from desktop_app.domain.people import Agency
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.merging.queue import QueueItem
from desktop_app.ui.dates_words import day
from desktop_app.ui.pages.merging.kinds import asked, states
from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.agency import paint_swatch
from desktop_app.ui.widgets.record_list import ENTRY, Entry, Index, RecordList, paint_row_ground

_ROW = 56


@dataclass(frozen=True, slots=True)
class Row:
    """`orders` pick the agencies' swatches."""

    entry: Entry
    orders: tuple[int, ...]


def row_of(item: QueueItem, agencies: Mapping[str, Agency]) -> Row:
    look = asked(item.kind)
    if item.silence is not None:
        agency = agencies.get(item.silence.agency)
        when, which = day(item.silence.start), f"{agency.code if agency else 'No agency'}, {item.silence.days} days"
    else:
        assert item.proposal is not None
        a, b = item.proposal.a, item.proposal.b
        when, which = in_words(a.date) or a.date.wording, f"{a.ref} and {b.ref}"
    state = dict(states())[item.state] if item.state != "proposed" else ""
    second = " · ".join(part for part in (which, state) if part)
    entry = Entry(item.uid, look.row, second, look.icon, look.tone, right=when)
    return Row(entry, tuple(agencies[uid].order for uid in item.agencies if uid in agencies))


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, parent: QueueList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        look = theme()
        painter.save()
        box: QRect = option.rect
        selected = paint_row_ground(painter, option)
        side, edge = look.px(18), look.px(16)
        upper = QRect(box.left() + edge, box.top() + look.px(6), box.width() - 2 * edge, look.px(22))
        lower = QRect(upper.left(), upper.bottom() + 1, upper.width(), look.px(20))
        spot = QRect(upper.left(), upper.center().y() - side // 2 + 1, side, side)
        paint_icon(painter, spot, entry.icon, look.colour(entry.tone))
        inset = side + look.px(8)
        upper.setLeft(upper.left() + inset)
        lower.setLeft(lower.left() + inset)
        metrics = QFontMetrics(look.font("bold"))
        title = QRect(upper.left(), upper.top(), metrics.horizontalAdvance(entry.title) + 2, upper.height())
        draw_elided(
            painter, title & upper, entry.title, look.font("bold"), look.colour("accent" if selected else "text")
        )
        room = QRect(upper)
        room.setLeft(min(title.right() + look.px(8), upper.right()))
        draw_elided(painter, room, entry.right, look.font("small"), look.colour("text2"), right=True)
        swatch = look.px(12)
        left = lower.right() - swatch + 1
        for order in reversed(self._list.orders(entry.uid)):
            paint_swatch(painter, QRect(left, lower.center().y() - swatch // 2, swatch, swatch), order)
            left -= swatch + look.px(6)
        lower.setRight(left + swatch - look.px(4))
        draw_elided(painter, lower, entry.second, look.font("small"), look.colour("text2"))
        painter.restore()


class QueueList(RecordList):
    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("To look at"))
        self._orders: dict[str, tuple[int, ...]] = {}
        self.setItemDelegate(_RowDelegate(self))

    def orders(self, uid: str) -> tuple[int, ...]:
        return self._orders.get(uid, ())

    def show_items(self, snapshot: Snapshot, items: Sequence[QueueItem], current: str) -> None:
        agencies = {agency.uid: agency for agency in snapshot.agencies}
        rows = [row_of(item, agencies) for item in items]
        self._orders = {row.entry.uid: row.orders for row in rows}
        self.show_entries([row.entry for row in rows], current)
