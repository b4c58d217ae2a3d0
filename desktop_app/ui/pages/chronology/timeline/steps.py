"""From event to event by keyboard: along time, along a lane, and across lanes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.ui.pages.chronology.timeline.scene import Scene

_Key = Qt.Key


def step(scene: Scene, current: int, event: QKeyEvent) -> int | None:
    """The entry that a key leads to from `current` (-1: from none); None when the key does not lead to an event.

    Left and Right go along time through all lanes, with Ctrl along one lane; Up and Down to the event nearest in time
    in the next lane that has one; Home and End to the first and last of all.
    """
    if scene.columns is None or not len(scene.columns):
        return None
    key, last = Qt.Key(event.key()), len(scene.columns) - 1
    if key in (_Key.Key_Home, _Key.Key_End):
        return 0 if key is _Key.Key_Home else last
    along = {_Key.Key_Left: -1, _Key.Key_Right: 1}.get(key)
    across = {_Key.Key_Up: -1, _Key.Key_Down: 1}.get(key)
    if along is None and across is None:
        return None
    if current < 0:
        return nearest_to_middle(scene)
    if across is not None:
        return _across(scene, current, across)
    assert along is not None
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        beside = scene.tables[scene.columns.lanes[current]].beside(current, along)
        return beside if beside >= 0 else current
    return min(max(current + along, 0), last)


def _across(scene: Scene, current: int, by: int) -> int:
    assert scene.columns is not None
    lane = scene.columns.lanes[current] + by
    while 0 <= lane < len(scene.tables):
        found = scene.tables[lane].nearest(scene.columns.at[current])
        if found >= 0:
            return found
        lane += by
    return current


def nearest_to_middle(scene: Scene) -> int:
    """Where the keyboard begins: the event nearest to the middle of what is shown; -1 when there is none at all."""
    columns = scene.columns
    if scene.stretch is None or columns is None:
        return -1
    middle = int((scene.stretch.first + scene.stretch.last) / 2)
    found = [entry for entry in (table.nearest(middle) for table in scene.tables) if entry >= 0]
    return min(found, key=lambda entry: abs(columns.at[entry] - middle), default=-1)
