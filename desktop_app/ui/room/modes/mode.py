"""A mode of the room: what is asked, which keys answer, and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.ui.room.hints import Hint

if TYPE_CHECKING:
    from desktop_app.ui.room.room_view import RoomView

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Mode:
    """`says` stands above the line, "" for nothing. `types`: whether the line takes what is typed."""

    types = False

    def __init__(self) -> None:
        self.says = ""

    def entered(self, view: RoomView) -> None:
        """It is this mode's turn."""

    def hints(self, view: RoomView) -> Sequence[Hint]:
        return ()

    def key(self, view: RoomView, event: QKeyEvent) -> bool:
        """Whether the key was for this mode."""
        raise NotImplementedError

    def changed(self, view: RoomView) -> None:
        """The line reads otherwise now."""


def typed(event: QKeyEvent) -> str:
    """The letter or figure of a key without Ctrl and Alt, in lower case; "" for any other key."""
    return "" if event.modifiers() & _COMMANDS else event.text().casefold().strip()


translate = QCoreApplication.translate
