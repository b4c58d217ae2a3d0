"""The window that was here before this locked one: what it handed over, and when it is gone."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop_app.common.errors import Exit, UserError
from desktop_app.ui.shell.handover import Handover, read_handover

_PART = 65_536


class Predecessor(QObject):
    """`told` carries the code of what went wrong while it put the review away; `gone` comes when its process ended."""

    told = Signal(str)
    gone = Signal()

    def __init__(self, read: Callable[[], bytes] = lambda: os.read(0, _PART)) -> None:
        """Waits for the first line, which is written at once. Raises UserError when it is not a handover."""
        super().__init__()
        self._read, self._held = read, b""
        handover = read_handover(self._line() or b"")
        if handover is None:
            raise UserError(
                "There was no review to take over on standard input.",
                safe="Nothing was opened.",
                do="“candour open FILE” opens a review, “candour” alone opens the window.",
                code="no-handover",
                exit_code=Exit.USAGE,
            )
        self.handover: Handover = handover

    def watch(self) -> None:
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while (line := self._line()) is not None:
            self.told.emit(line.decode("ascii", "replace").strip())
        self.gone.emit()

    def _line(self) -> bytes | None:
        """The next line; None at the end. Unbuffered, so that nothing waits while the program shuts down."""
        while b"\n" not in self._held:
            part = self._read()
            if not part:
                return None
            self._held += part
        line, _, self._held = self._held.partition(b"\n")
        return line
