"""Windows: the session was locked, disconnected or given to another user, or the computer goes to sleep.

Told to the window: WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE and WM_POWERBROADCAST (learn.microsoft.com,
"Remote Desktop Services" and "Power Management").
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

_POWER, _SESSION = 0x0218, 0x02B1  # WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, winuser.h
_SUSPEND = 0x4  # PBT_APMSUSPEND
_GONE = frozenset({0x2, 0x4, 0x7})  # WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK, wtsapi32.h
_BACK = frozenset({0x1, 0x3, 0x8})  # WTS_CONSOLE_CONNECT, WTS_REMOTE_CONNECT, WTS_SESSION_UNLOCK
_THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION


class _Message(ctypes.Structure):
    """The beginning of MSG, winuser.h: handles are as wide as pointers, and so is wParam."""

    _fields_ = (("hwnd", ctypes.c_void_p), ("message", ctypes.c_uint), ("w_param", ctypes.c_size_t))


def told(message: int, w_param: int) -> bool | None:
    """Whether a message says that nobody is here (True) or somebody is again (False); None for any other."""
    if message == _POWER and w_param == _SUSPEND:
        return True
    if message == _SESSION and w_param in _GONE:
        return True
    return False if message == _SESSION and w_param in _BACK else None


class WindowsSession(QAbstractNativeEventFilter):
    name = "lock-screen"

    def __init__(self) -> None:
        super().__init__()
        self._away = False
        self._look: Callable[[], None] = lambda: None

    def away(self) -> bool:
        return self._away

    def start(self, window: QWidget, look: Callable[[], None]) -> None:
        self._look = look
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), _THIS_SESSION)

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if kind == b"windows_generic_MSG":
            found = _Message.from_address(int(message))
            away = told(found.message, found.w_param)
            if away is not None:
                self._away = away
                self._look()
        return False, 0


def find() -> WindowsSession | None:
    return WindowsSession() if sys.platform == "win32" else None
