"""macOS: the lock screen, and switching to another user, as the window server says of this session.

CGSessionCopyCurrentDictionary (Core Graphics); "CGSSessionScreenIsLocked" stands in it while the screen is locked, and
"kCGSSessionOnConsoleKey" is false while somebody else has it.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

_UTF8 = 0x08000100  # kCFStringEncodingUTF8
_FRAMEWORKS = "/System/Library/Frameworks/"


class LockScreen:
    name = "lock-screen"

    def __init__(self, graphics: Any, foundation: Any) -> None:
        """`graphics` is CoreGraphics and `foundation` CoreFoundation, or what stands in for them."""
        self._graphics, self._foundation = graphics, foundation
        self._locked = foundation.CFStringCreateWithCString(None, b"CGSSessionScreenIsLocked", _UTF8)
        self._in_front = foundation.CFStringCreateWithCString(None, b"kCGSSessionOnConsoleKey", _UTF8)

    def away(self) -> bool:
        session = self._graphics.CGSessionCopyCurrentDictionary()
        if not session:  # no window server: then nobody can look at a window either
            return False
        try:
            return self._value(session, self._locked, absent=False) or not self._value(
                session, self._in_front, absent=True
            )
        finally:
            self._foundation.CFRelease(session)

    def start(self, window: QWidget, look: Callable[[], None]) -> None:
        """Nothing: it is asked."""

    def _value(self, session: int, key: int, *, absent: bool) -> bool:
        value = self._foundation.CFDictionaryGetValue(session, key)
        return bool(self._foundation.CFBooleanGetValue(value)) if value else absent


def find() -> LockScreen | None:
    return LockScreen(*_frameworks()) if sys.platform == "darwin" else None


def _frameworks() -> tuple[Any, Any]:
    graphics = ctypes.CDLL(_FRAMEWORKS + "CoreGraphics.framework/CoreGraphics")
    foundation = ctypes.CDLL(_FRAMEWORKS + "CoreFoundation.framework/CoreFoundation")
    graphics.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
    foundation.CFStringCreateWithCString.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]
    foundation.CFStringCreateWithCString.restype = ctypes.c_void_p
    foundation.CFDictionaryGetValue.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    foundation.CFDictionaryGetValue.restype = ctypes.c_void_p
    foundation.CFBooleanGetValue.argtypes = [ctypes.c_void_p]
    foundation.CFBooleanGetValue.restype = ctypes.c_bool
    foundation.CFRelease.argtypes = [ctypes.c_void_p]
    return graphics, foundation
