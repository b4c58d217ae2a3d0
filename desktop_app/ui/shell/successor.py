"""The locked window that takes over: a process of its own, started before this one ends, which never held a name."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import desktop_app
from desktop_app.ui.shell.handover import Handover

_log = logging.getLogger(__name__)
_NEW_GROUP = 0x00000200  # CREATE_NEW_PROCESS_GROUP, winbase.h


class Successor:
    """The pipe stays open until this process is gone: the new one takes its end as the sign that the file is free."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, handover: Handover) -> None:
        """A system that cannot start a process keeps nobody from locking: this one ends all the same."""
        windows = sys.platform == "win32"
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this program again
                command(),
                cwd=Path(desktop_app.__file__).parents[1],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                start_new_session=not windows,
                creationflags=_NEW_GROUP if windows else 0,
            )
        except OSError as error:
            _log.error("locked window not started: %s", error.errno)
            return
        self._write(handover.line())

    def tell(self, trouble: str) -> None:
        """The code of what went wrong while the review was put away, without content."""
        if trouble:
            self._write(trouble.encode() + b"\n")

    def _write(self, line: bytes) -> None:
        if self._process is None or self._process.stdin is None:
            return
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError as error:  # it has gone already: there is nobody to tell
            _log.error("locked window not reached: %s", error.errno)


def command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "open", "-"]
    return [sys.executable, "-m", "desktop_app", "open", "-"]
