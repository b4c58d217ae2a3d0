"""The outputs, under the headings of who they are for. Where not all have room, only the group in use is unfolded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.ui.theme.icons import paint_icon
from desktop_app.ui.theme.lines import draw_elided
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.record_list import ENTRY, Entry, EntryDelegate, Index, RecordList

_ROW, _HEAD = 32, 36  # px at 100 %, as the delegate draws them
_FOLDED, _UNFOLDED = "caret-right", "caret-down"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_LEAPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class _GroupDelegate(EntryDelegate):
    """A heading that folds has a caret at its right, and how many are under it while they are out of sight."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        if not entry.group:
            super().paint(painter, option, index)
            return
        look = theme()
        box: QRect = option.rect
        painter.save()
        if index.row():
            painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), look.colour("line"))
        inner = box.adjusted(look.px(16), 0, -look.px(16), 0)
        if entry.icon:
            side = look.px(14)
            spot = QRect(inner.right() - side, inner.center().y() - side // 2, side, side)
            paint_icon(painter, spot, entry.icon, look.colour("text2"))
            inner.setRight(spot.left() - look.px(6))
        if entry.icon == _FOLDED:
            width = QFontMetrics(look.font("small")).horizontalAdvance(entry.right)
            count = QRect(inner.right() - width, inner.top(), width + 1, inner.height())
            draw_elided(painter, count, entry.right, look.font("small"), look.colour("text3"), right=True)
            inner.setRight(count.left() - look.px(6))
        draw_elided(painter, inner, entry.group, look.font("small"), look.colour("text2"))
        painter.restore()


class KindsList(RecordList):
    """Arrow keys, Home, End and first letters go through every output, folded away or not; what is chosen is in sight.

    Left and right leap from group to group. A click on a heading unfolds it, for a look.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name, lined=False)
        self.setItemDelegate(_GroupDelegate(self, lined=False))
        self._groups: Mapping[str, Sequence[Entry]] = {}
        self._chosen = ""
        self._looked_into = ""  # the heading that was clicked, until another output is chosen

    def show_groups(self, groups: Mapping[str, Sequence[Entry]], chosen: str) -> None:
        if chosen != self._chosen:
            self._looked_into = ""
        self._groups, self._chosen = groups, chosen
        self._lay(chosen)

    def sizeHint(self) -> QSize:
        """As high as it is with its largest group unfolded; what is taller than all of it stays empty."""
        most = max(map(len, self._groups.values()), default=1)
        return QSize(theme().px(200), theme().px(_HEAD * len(self._groups) + _ROW * most) + 2)

    @property
    def height_of_all(self) -> int:
        rows = sum(map(len, self._groups.values()))
        return theme().px(_HEAD * len(self._groups) + _ROW * rows) + 2

    def _order(self) -> list[Entry]:
        return [entry for entries in self._groups.values() for entry in entries]

    def _group_of(self, uid: str) -> str:
        return next((name for name, held in self._groups.items() if any(one.uid == uid for one in held)), "")

    def _lay(self, chosen: str) -> None:
        before = self.signalsBlocked()
        self.blockSignals(True)  # the same output is chosen as before
        self.show_entries(list(self._rows(chosen)), chosen)
        self.blockSignals(before)
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def _rows(self, chosen: str) -> Iterator[Entry]:
        all_fit = self.viewport().height() >= self.height_of_all
        unfolded = {self._group_of(chosen), self._looked_into}
        for name, entries in self._groups.items():
            shown = all_fit or name in unfolded
            icon = "" if all_fit else _UNFOLDED if shown else _FOLDED
            said = self.tr("{} folded away").format(len(entries)) if not shown else ""
            yield Entry(group=name, icon=icon, right=str(len(entries)), second=said)
            if shown:
                yield from entries

    def choose(self, uid: str) -> None:
        """As if it had been clicked, unfolding its group."""
        if uid and uid != self.current:
            if all(entry.uid != uid for entry in self.entries):
                self._looked_into = self._group_of(uid)
                self._lay(self.current)
            self.pick(uid)
            self._keep_in_sight()  # whoever was told may have unfolded other groups meanwhile

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = [entry.uid for entry in self._order()]
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self.current not in order:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.choose(order[min(max(order.index(self.current) + _STEPS[key], 0), len(order) - 1)])
        elif key in _ENDS:
            self.choose(order[_ENDS[key]])
        elif key in _LEAPS:
            names = list(self._groups)
            at = names.index(self._group_of(self.current)) + _LEAPS[key]
            if 0 <= at < len(names):
                self.choose(self._groups[names[at]][0].uid)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """The next output, from the one chosen on, whose name begins so."""
        order = self._order()
        at = next((n for n, entry in enumerate(order) if entry.uid == self.current), -1)
        after = (*order[at + 1 :], *order[: at + 1])
        found = next((one.uid for one in after if one.title.casefold().startswith(search.casefold())), "")
        self.choose(found)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        entry = self.entries[index.row()] if index.isValid() else Entry()
        if entry.group:
            if entry.icon:
                self._looked_into = entry.group if self._looked_into != entry.group else ""
                self._lay(self.current)
            return
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height() and self._groups:
            self._lay(self.current)
