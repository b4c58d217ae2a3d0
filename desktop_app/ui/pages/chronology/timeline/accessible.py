"""The lanes to a screen reader: a list whose items are what is drawn in sight, lane by lane and from left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from desktop_app.ui.pages.chronology.timeline.layout import Glyph
from desktop_app.ui.pages.chronology.timeline.words import in_short, many

if TYPE_CHECKING:
    from desktop_app.ui.pages.chronology.timeline.lanes import Lanes

# Qt keeps no reference to what Python made: without these, items would be gone before they are read.
_made: dict[int, LanesInterface] = {}


class _Item(QAccessibleInterface):
    """What is drawn at one place of the list now: the same item speaks for another event once the lanes have moved."""

    def __init__(self, lanes: LanesInterface, place: int) -> None:
        super().__init__()
        self._lanes, self._place = lanes, place

    def _glyph(self) -> tuple[int, Glyph] | None:
        shown = self._lanes.shown()
        return shown[self._place] if self._place < len(shown) else None

    def isValid(self) -> bool:
        return self._glyph() is not None

    def object(self) -> Any:
        return None

    def parent(self) -> QAccessibleInterface:
        return self._lanes

    def child(self, index: int) -> Any:
        return None

    def childCount(self) -> int:
        return 0

    def childAt(self, x: int, y: int) -> Any:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing here can be written to."""

    def text(self, kind: QAccessible.Text) -> str:
        found = self._glyph()
        if found is None:
            return ""
        lane, glyph = found
        scene = self._lanes.lanes.scene
        if glyph.count > 1:
            said = f"{scene.lanes[lane].name}, {many(glyph.count, *scene.extent(glyph))}"
            return said if kind is QAccessible.Text.Name else ""
        told = scene.told(glyph.entry)
        if kind is QAccessible.Text.Name:
            return in_short(told)
        return told.what if kind is QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        found = self._glyph()
        if found is None:
            return QRect()
        port, scene = self._lanes.lanes.viewport(), self._lanes.lanes.scene
        box = scene.box(*found).intersected(scene.frame.plot).toAlignedRect()
        return box.translated(port.mapToGlobal(QPoint(0, 0)))

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = True
        found, lanes = self._glyph(), self._lanes.lanes
        here = found is not None and found == lanes.scene.where(lanes.current)
        state.selected = here
        state.focused = here and lanes.hasFocus()
        return state


class LanesInterface(QAccessibleWidget):
    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes, QAccessible.Role.List, "")
        self.lanes = lanes
        self._items: list[_Item] = []
        self._for: object = None
        self._shown: list[tuple[int, Glyph]] = []

    def shown(self) -> list[tuple[int, Glyph]]:
        """What is in sight, found once for all the questions a reader asks of it."""
        if not isValid(self.lanes):
            return []
        scene = self.lanes.scene
        key = (id(scene), scene.stretch, scene.frame)
        if key != self._for:
            self._for, self._shown = key, scene.shown()
        return self._shown

    def childCount(self) -> int:
        return len(self.shown())

    def child(self, index: int) -> Any:
        if not 0 <= index < self.childCount():
            return None
        while len(self._items) <= index:
            self._items.append(_Item(self, len(self._items)))
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((n for n, item in enumerate(self._items) if item is child), -1)

    def childAt(self, x: int, y: int) -> Any:
        point = self.lanes.viewport().mapFromGlobal(QPoint(x, y)).toPointF()
        found = self.lanes.scene.at(point)
        return self.child(self.shown().index(found)) if found in self.shown() else None

    def focusChild(self) -> Any:
        found = self.lanes.scene.where(self.lanes.current)
        return self.child(self.shown().index(found)) if found in self.shown() else None


def _interface(_class: str, thing: Any) -> QAccessibleInterface | None:
    from desktop_app.ui.pages.chronology.timeline.lanes import Lanes

    if not isinstance(thing, Lanes):
        return None
    key = id(thing)
    made = _made[key] = LanesInterface(thing)
    thing.destroyed.connect(lambda: _made.pop(key, None))
    return made


_installed: list[bool] = []


def offer_events() -> None:
    """Have Qt ask here for the lanes of any timeline; once a process."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)
