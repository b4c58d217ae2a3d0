"""X11: the display's own screen saver, over the connection that the window has anyway.

It starts when nobody has touched anything for a while, or at once when a locker asks for it (xss-lock, xscreensaver,
XScreenSaver-aware desktops). "X Screen Saver Extension", X Consortium Standard: XScreenSaverQueryInfo.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QGuiApplication, QNativeInterface
from PySide6.QtWidgets import QWidget

_ON = 1  # ScreenSaverOn, X11/extensions/saver.h


class _Info(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    )


class ScreenSaver:
    name = "screen-saver"

    def __init__(self, display: int, root: int, saver: Any) -> None:
        """`display` and `root` as Xlib has them; `saver` is libXss, or stands in for it."""
        self._display, self._root, self._saver = display, root, saver

    def away(self) -> bool:
        info = _Info()
        known = self._saver.XScreenSaverQueryInfo(self._display, self._root, ctypes.byref(info))
        return bool(known) and info.state == _ON

    def start(self, window: QWidget, look: Callable[[], None]) -> None:
        """Nothing: its events would come in the middle of Qt's own."""


def find() -> ScreenSaver | None:
    """None where the window is not drawn by an X display, or it has no such extension."""
    app = QGuiApplication.instance()
    if not sys.platform.startswith("linux") or app is None or QGuiApplication.platformName() != "xcb":
        return None
    native = app.nativeInterface() if isinstance(app, QGuiApplication) else None
    display = native.display() if isinstance(native, QNativeInterface.QX11Application) else 0
    if not display:
        return None
    try:
        xlib, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    except OSError:  # not on this computer: then it is not watched, and Settings says so
        return None
    return _on(int(display), xlib, saver)


def _on(display: int, xlib: Any, saver: Any) -> ScreenSaver | None:
    xlib.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    xlib.XDefaultRootWindow.restype = ctypes.c_ulong
    pointer = ctypes.POINTER(ctypes.c_int)
    saver.XScreenSaverQueryExtension.argtypes = [ctypes.c_void_p, pointer, pointer]
    saver.XScreenSaverQueryInfo.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_Info)]
    first_event, first_error = ctypes.c_int(), ctypes.c_int()
    if not saver.XScreenSaverQueryExtension(display, ctypes.byref(first_event), ctypes.byref(first_error)):
        return None
    return ScreenSaver(display, xlib.XDefaultRootWindow(display), saver)
