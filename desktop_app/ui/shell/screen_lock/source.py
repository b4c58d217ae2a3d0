"""What a way of knowing has to offer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget


class Source(Protocol):
    """`name` is what it watches: "screen-saver", "other-user", "lock-screen"."""

    name: str

    def away(self) -> bool:
        """Whether the screen is locked, or somebody else's, now. Cheap: asked every other second."""
        ...

    def start(self, window: QWidget, look: Callable[[], None]) -> None:
        """A source that is told calls `look` at once; one that can only be asked does nothing."""
        ...
