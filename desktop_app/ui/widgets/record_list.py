"""The list pane: one model, one delegate, rows of a fixed height; never a widget a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.palette import view_palette
from desktop_app.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. With `arrow` the row reads "title → arrow" in two columns. `group` alone makes a heading row."""

    uid: str = ""
    title: str = ""
    second: str = ""
    icon: str = ""  # before the second line, or before the title when there is none
    tone: str = "text2"
    number: str = ""
    right: str = ""
    arrow: str = ""
    group: str = ""
    lead: str = ""  # an icon that stands before both lines

    @property
    def spoken(self) -> str:
        return ", ".join(
            part for part in (self.number, self.group or self.title, self.arrow, self.second, self.right) if part
        )


class EntryModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.spoken
        return entry if role == ENTRY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.entries[index.row()].group:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem, *, line: bool = True, bar: bool = True) -> bool:
    """Ground, accent bar and hairline of a row; whether it is the selected one comes back."""
    look = theme()
    box: QRect = option.rect
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hover:
        painter.fillRect(box, look.colour("soft" if selected else "hover"))
    if line:
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.colour("line"))
    if selected and look.scheme == "contrast":
        for y in (box.top(), box.bottom() - 1):
            painter.fillRect(QRect(box.left(), y, box.width(), 2), look.colour("accent"))
    if selected and bar:
        painter.fillRect(QRect(box.left(), box.top(), look.px(3), box.height()), look.colour("accent"))
    return selected


class EntryDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget, *, lined: bool = True, arrow_at: float = 0.55) -> None:
        super().__init__(parent)
        self._lined, self._arrow_at = lined, arrow_at

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY)
        height = 36 if entry.group else 48 if entry.second else 32
        return QSize(theme().px(160), theme().px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        look = theme()
        painter.save()
        box: QRect = option.rect
        if entry.group:
            if index.row():
                painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), look.colour("line"))
            inner = box.adjusted(look.px(16), look.px(8), -look.px(16), 0)
            draw_elided(painter, inner, entry.group, look.font("small"), look.colour("text2"))
            painter.restore()
            return
        selected = paint_row_ground(painter, option, line=self._lined)
        left = box.left() + look.px(16)
        if entry.number:
            number = QRect(left, box.top(), look.px(20), box.height())
            tone = look.colour("accent" if selected else "text")
            draw_elided(painter, number, entry.number, look.font("bold"), tone, right=True)
            left += look.px(32)
        if entry.lead:
            side = look.px(20)
            spot = QRect(left, box.center().y() - side // 2, side, side)
            paint_icon(painter, spot, entry.lead, look.colour("accent" if selected else "text2"))
            left += look.px(32)
        if entry.arrow:
            self._paint_arrow(painter, QRect(left, box.top(), box.right() - left, box.height()), entry, selected)
        else:
            self._paint_words(
                painter, QRect(left, box.top(), box.right() - look.px(16) - left, box.height()), entry, selected
            )
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, entry: Entry, selected: bool) -> None:
        look = theme()
        bold = selected and not entry.second
        font = look.font("bold" if bold else "body")
        colour = look.colour("accent" if bold else "text")
        top = QRect(box)
        if entry.second:
            top = QRect(box.left(), box.top() + look.px(5), box.width(), look.px(20))
        if entry.right:
            width = QFontMetrics(look.font("small")).horizontalAdvance(entry.right)
            right = QRect(box.right() - width, top.top(), width + 1, top.height())
            draw_elided(painter, right, entry.right, look.font("small"), look.colour("text2"), right=True)
            top.setRight(right.left() - look.px(8))
        if entry.icon and not entry.second:
            side = look.px(18)
            paint_icon(
                painter,
                QRect(box.left(), box.center().y() - side // 2, side, side),
                entry.icon,
                look.colour(entry.tone),
            )
            top.setLeft(top.left() + side + look.px(10))
        draw_elided(painter, top, entry.title, font, colour)
        if entry.second:
            below = QRect(box.left(), top.bottom() + 1, box.width(), look.px(20))
            if entry.icon:
                side = look.px(14)
                spot = QRect(below.left(), below.center().y() - side // 2, side, side)
                paint_icon(painter, spot, entry.icon, look.colour(entry.tone))
                below.setLeft(below.left() + side + look.px(4))
            draw_elided(painter, below, entry.second, look.font("small"), look.colour(entry.tone))

    def _paint_arrow(self, painter: QPainter, box: QRect, entry: Entry, selected: bool) -> None:
        look = theme()
        middle = box.left() + round((box.width() - look.px(16)) * self._arrow_at)
        side = look.px(16)
        self._paint_words(painter, QRect(box.left(), box.top(), middle - box.left() - side, box.height()), entry, False)
        spot = QRect(middle - side + look.px(4), box.center().y() - side // 2, side, side)
        paint_icon(painter, spot, "arrow-right", look.colour("text2"))
        right = QRect(middle + look.px(16), box.top(), box.right() - middle - look.px(28), box.height())
        font = look.font("bold" if selected else "body")
        draw_elided(painter, right, entry.arrow, font, look.colour("accent" if selected else "text"))


class RecordList(QListView):
    """`picked` carries the uid of the current row, also when the arrow keys move it."""

    picked = Signal(str)
    opened = Signal(str)  # Enter or a double click

    def __init__(self, name: str, *, lined: bool = True, arrow_at: float = 0.55) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setPalette(view_palette(theme()))
        self._model = EntryModel(self)
        self.setModel(self._model)
        self.setItemDelegate(EntryDelegate(self, lined=lined, arrow_at=arrow_at))
        self.selectionModel().currentChanged.connect(self._current)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._model.entries

    @property
    def current(self) -> str:
        row = self.currentIndex().row()
        return self.entries[row].uid if 0 <= row < len(self.entries) else ""

    def show_entries(self, entries: Sequence[Entry], current: str = "") -> None:
        """Replace the rows; the row `current` (or the one shown before, or the first) becomes the current one."""
        wanted = current or self.current
        scroll = self.verticalScrollBar().value()
        selection = self.selectionModel()
        selection.blockSignals(True)
        self._model.show_entries(entries)
        selection.blockSignals(False)
        uids = [entry.uid for entry in entries]
        found = (
            uids.index(wanted)
            if wanted and wanted in uids
            else next((n for n, e in enumerate(entries) if not e.group), -1)
        )
        if found >= 0:
            self.setCurrentIndex(self._model.index(found))
            self.verticalScrollBar().setValue(scroll)
            self.scrollTo(self._model.index(found))

    def pick(self, uid: str) -> None:
        for number, entry in enumerate(self.entries):
            if entry.uid == uid:
                self.setCurrentIndex(self._model.index(number))
                self.scrollTo(self._model.index(number))
                return

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self.entries[now.row()].uid:
            self.picked.emit(self.entries[now.row()].uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
            return
        super().keyPressEvent(event)
