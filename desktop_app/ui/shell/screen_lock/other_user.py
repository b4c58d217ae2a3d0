"""Linux: the display was given to another session (another user, or a locker that is a login screen of its own).

systemd keeps the state of each session in a file, and its library reads it there: sd_session_is_active(3),
sd_uid_get_display(3). No message is sent and no socket opened.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget


class OtherUser:
    name = "other-user"

    def __init__(self, session: bytes, library: Any) -> None:
        """`session`: the id of the session this window is in; `library` is libsystemd, or stands in for it."""
        self._session, self._library = session, library

    def away(self) -> bool:
        """Below 0 the session is not known any more: nothing is concluded from that."""
        return int(self._library.sd_session_is_active(self._session)) == 0

    def start(self, window: QWidget, look: Callable[[], None]) -> None:
        """Nothing: the file is read again each time."""


def find() -> OtherUser | None:
    """None where no session can be told, as in a container or where systemd does not run."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        library = ctypes.CDLL("libsystemd.so.0")
    except OSError:
        return None
    session = os.environ.get("XDG_SESSION_ID", "").encode() or _display_of(library, os.getuid())
    if not session or int(library.sd_session_is_active(session)) < 0:
        return None
    return OtherUser(session, library)


def _display_of(library: Any, user: int) -> bytes:
    """The session that this user's windows are in; b"" for none."""
    found = ctypes.c_char_p()
    if library.sd_uid_get_display(user, ctypes.byref(found)) < 0 or found.value is None:
        return b""
    return found.value  # a copy; the few bytes it was read from live as long as this process
