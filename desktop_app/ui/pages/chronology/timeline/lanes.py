"""The lanes as a widget: painted, panned, zoomed, and walked through by mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip

from desktop_app.ui.pages.chronology.timeline.accessible import offer_events
from desktop_app.ui.pages.chronology.timeline.episodes import episode_at, in_rows
from desktop_app.ui.pages.chronology.timeline.hand import STEP, Hand, wheeled, whole_days
from desktop_app.ui.pages.chronology.timeline.layout import Glyph
from desktop_app.ui.pages.chronology.timeline.painting import Said, paint
from desktop_app.ui.pages.chronology.timeline.scene import AXIS, EPISODE, LANE, Scene, framed
from desktop_app.ui.pages.chronology.timeline.steps import step
from desktop_app.ui.pages.chronology.timeline.stretch import Stretch
from desktop_app.ui.pages.chronology.timeline.words import in_short, many
from desktop_app.ui.theme.theme import theme

_MOST, _FEWEST = 8, 2  # lanes in sight: wanted, and at least
_APART = 0.8  # a cluster is zoomed into while that shows at most so much of the time shown now


class Lanes(QAbstractScrollArea):
    """`picked` and `opened` carry an event's uid, `wanted` a `Stretch` to show, `chosen` one to filter to or None."""

    picked = Signal(str)
    opened = Signal(str)
    wanted = Signal(object)
    chosen = Signal(object)
    pointed = Signal(str)  # words for what is under the pointer, "" for nothing

    def __init__(self) -> None:
        super().__init__()
        self.scene = Scene()
        self.current = -1  # an entry
        self.filter: Stretch | None = None
        self._whole: Stretch | None = None
        self._anchor = -1  # where a choice of dates by keyboard began
        self._hand = Hand()
        self._tall = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._sync())
        self.setAccessibleName(self.tr("Timeline: arrow keys go from event to event, plus and minus zoom"))
        offer_events()

    def show_scene(self, scene: Scene, whole: Stretch | None) -> None:
        """What stood at the current event stays current while it is still shown."""
        number = self._number
        before, self.scene, self._whole = self.scene, scene, whole
        scene.show(before.stretch, before.frame)
        self.current = scene.columns.entry_of(number) if scene.columns and number >= 0 else -1
        self._anchor = -1
        self.updateGeometry()
        self.setMaximumHeight(self._head + theme().px(LANE) * max(len(scene.lanes), 1))
        self._sync()

    @property
    def _number(self) -> int:
        columns = self.scene.columns
        return columns.ids[self.current] if columns and 0 <= self.current < len(columns) else -1

    def show_stretch(self, stretch: Stretch | None) -> None:
        self.scene.show(stretch, self.scene.frame)
        self._sync()

    def show_filter(self, chosen: Stretch | None) -> None:
        self.filter = chosen
        self.viewport().update()

    def show_tall(self, tall: bool) -> None:
        """As many lanes as there is room for; else a few, and the rest by scrolling."""
        self._tall = tall
        self.updateGeometry()

    def show_current(self, entry: int) -> None:
        """Ring an entry, and say which it is."""
        if entry >= 0 and self._number >= 0 and self.scene.columns and self.scene.columns.ids[entry] == self._number:
            entry = self.current  # the same event, in the lane somebody walked to
        self.current = entry
        if entry >= 0 and self.scene.columns:
            self._scroll_to(self.scene.columns.lanes[entry])
            self.setAccessibleDescription(in_short(self.scene.told(entry)))
        self.viewport().update()
        self._tell_reader()

    def _tell_reader(self) -> None:
        if self.hasFocus() and QAccessible.isActive():
            spots = [glyph for _, glyph in self.scene.shown()]
            found = self.scene.where(self.current)
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            if found is not None and found[1] in spots:
                event.setChild(spots.index(found[1]))
            QAccessible.updateAccessibility(event)

    def _scroll_to(self, lane: int) -> None:
        bar, high = self.verticalScrollBar(), theme().px(LANE)
        room = max(self.viewport().height() - self._head, high)
        bar.setValue(min(max(bar.value(), (lane + 1) * high - room), lane * high))

    @property
    def _head(self) -> int:
        return theme().px(AXIS) + theme().px(EPISODE) * len(in_rows(self.scene.marks.episodes))

    def sizeHint(self) -> QSize:
        lanes = len(self.scene.lanes)
        return QSize(
            theme().px(400), self._head + theme().px(LANE) * max(lanes if self._tall else min(lanes, _MOST), 1)
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), self._head + theme().px(LANE) * max(min(len(self.scene.lanes), _FEWEST), 1))

    def _sync(self) -> None:
        """Tell the scene how large the viewport is now, and the scroll bar how much there is."""
        port, bar = self.viewport(), self.verticalScrollBar()
        room = port.height() - self._head
        bar.setRange(0, max(theme().px(LANE) * len(self.scene.lanes) - room, 0))
        bar.setPageStep(max(room, 1))
        bar.setSingleStep(theme().px(LANE))
        self.scene.show(self.scene.stretch, framed(port.width(), port.height(), self._head, bar.value()))
        port.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._sync()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        said = Said(
            no_contact=self.tr("no contact, {} days"),
            nobody=self.tr("No agency, {} days"),
            episode=self.tr("Episode {}: {}"),
            episode_short=self.tr("KPE {}"),
            incident=self.tr("Incident"),
        )
        paint(painter, self.scene, self.current, self.filter, said)
        painter.end()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hand.press(self.scene, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._whole is not None:
            shown, chosen = self._hand.drag(self.scene, event.position(), self._whole)
            if shown is not None and shown != self.scene.stretch:
                self.wanted.emit(shown)
            if chosen is not None and chosen != self.filter:
                self.chosen.emit(chosen)
            return
        self.pointed.emit(self._words_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._hand.release():
            found = self.scene.at(event.position())
            if found is not None:
                self._click(found[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.scene.at(event.position())
        if found is not None and found[1].count == 1:
            self.opened.emit(self.scene.told(found[1].entry).uid)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit("")
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        wanted = wheeled(self.scene, event, self._whole) if self._whole is not None else None
        if wanted is not None:
            self.wanted.emit(wanted)
            event.accept()
        elif self.verticalScrollBar().maximum() and not event.modifiers():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _click(self, glyph: Glyph) -> None:
        """An event is picked. Several are zoomed apart, or gone through one by one where no zoom parts them."""
        if glyph.count == 1:
            self.pick(glyph.entry)
            return
        start, end = self.scene.extent(glyph)
        stretch, whole = self.scene.stretch, self._whole
        assert stretch is not None
        assert whole is not None
        near = stretch.zoomed((end - start) * 1.4 / stretch.length, (start + end) / 2, whole)
        if near.length <= stretch.length * _APART:
            middle = (near.first + near.last) / 2
            self.wanted.emit(near.moved((start + end) / 2 - middle, whole))
            return
        entries = sorted(glyph.entries())
        self.pick(next((entry for entry in entries if entry > self.current), entries[0]))

    def pick(self, entry: int) -> None:
        """Make an entry the current one, and tell."""
        self.current = entry
        self.show_current(entry)
        self.picked.emit(self.scene.told(entry).uid)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos()), long=True), self)
            return True
        return super().viewportEvent(event)

    def _words_at(self, point: QPointF, *, long: bool = False) -> str:
        found, episode = self.scene.at(point), episode_at(self.scene, point)
        if found is not None:
            return self._words(found[1], long=long)
        return self.tr("Episode {}: {}").format(episode.number, episode.title) if episode else ""

    def _words(self, glyph: Glyph, *, long: bool) -> str:
        if glyph.count > 1:
            return many(glyph.count, *self.scene.extent(glyph))
        told = self.scene.told(glyph.entry)
        return f"{in_short(told)}\n{told.what[:160]}" if long else in_short(told)

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """While dates are chosen, Escape lets go of them before it means anything to the page."""
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if pressed and self.filter is not None and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = step(self.scene, self.current, event)
        if entry is not None:
            if entry >= 0:
                self._walk(entry, choosing=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        if not self._command(Qt.Key(event.key())):
            event.ignore()

    def _walk(self, entry: int, *, choosing: bool) -> None:
        """With Shift, the dates from where that began to here are chosen."""
        if not choosing:
            self._anchor = -1
        elif self._anchor < 0:
            self._anchor = self.current if self.current >= 0 else entry
        self.pick(entry)
        columns = self.scene.columns
        if choosing and columns is not None:
            ends = [end for e in (self._anchor, entry) for end in (columns.starts[e], columns.ends[e])]
            self.chosen.emit(whole_days(min(ends), max(ends)))

    def _command(self, key: Qt.Key) -> bool:
        stretch, whole = self.scene.stretch, self._whole
        if stretch is None or whole is None:
            return False
        factor = {Qt.Key.Key_Plus: 1 / STEP, Qt.Key.Key_Equal: 1 / STEP, Qt.Key.Key_Minus: STEP}.get(key)
        page = {Qt.Key.Key_PageUp: -0.75, Qt.Key.Key_PageDown: 0.75}.get(key)
        if factor is not None:
            self.zoom(factor)
        elif page is not None:
            self.wanted.emit(stretch.moved(page * stretch.length, whole))
        elif key is Qt.Key.Key_0:
            self.wanted.emit(whole)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.opened.emit(self.scene.told(self.current).uid)
        elif key is Qt.Key.Key_Escape and self.filter is not None:
            self._anchor = -1
            self.chosen.emit(None)
        else:
            return False
        return True

    def zoom(self, factor: float) -> None:
        """`factor` times as much time, about the current event while it is in sight, else about the middle."""
        stretch, whole, columns = self.scene.stretch, self._whole, self.scene.columns
        if stretch is None or whole is None:
            return
        at = (stretch.first + stretch.last) / 2
        if columns is not None and self.current >= 0 and stretch.first <= columns.at[self.current] < stretch.last:
            at = columns.at[self.current]
        self.wanted.emit(stretch.zoomed(factor, at, whole))
