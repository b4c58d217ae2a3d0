"""A locked screen, a screen saver, another user: what each system says, stood in for; and the X display itself."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import desktop_app
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.screen_lock import macos, other_user, screen_saver, windows
from desktop_app.ui.shell.screen_lock.watch import ScreenLockWatch, sources_here


class Said:
    """A source that says what it is told to."""

    name = "said"

    def __init__(self, away: bool = False) -> None:
        self.now = away
        self.look: Callable[[], None] = lambda: None

    def away(self) -> bool:
        return self.now

    def start(self, window: QWidget, look: Callable[[], None]) -> None:
        self.look = look


@pytest.fixture
def seen(window: MainWindow) -> tuple[ScreenLockWatch, Said, Said, list[int]]:
    one, other, times = Said(), Said(), list[int]()
    watch = ScreenLockWatch(window, [one, other])
    watch.away.connect(lambda: times.append(1))
    return watch, one, other, times


def test_only_a_turn_locks(seen: tuple[ScreenLockWatch, Said, Said, list[int]]) -> None:
    watch, one, other, times = seen
    watch.start()
    watch.look()
    assert times == []
    one.now = True
    watch.look()
    watch.look()
    assert len(times) == 1, "once, not each time it is asked"
    one.now = False
    watch.look()
    other.now = True
    watch.look()
    assert len(times) == 2


def test_who_unlocks_while_a_source_still_says_away_is_left_at_work(
    seen: tuple[ScreenLockWatch, Said, Said, list[int]],
) -> None:
    watch, one, _other, times = seen
    one.now = True
    watch.start()
    watch.look()
    assert times == []


def test_nothing_is_watched_before_the_desk_is_open(seen: tuple[ScreenLockWatch, Said, Said, list[int]]) -> None:
    watch, one, _other, times = seen
    one.now = True
    one.look()
    assert times == []
    watch.start()
    watch.stop()
    one.now = False
    one.look()
    assert times == []


def test_the_desk_locks_when_the_screen_does(window: MainWindow, session: Any, qtbot: QtBot) -> None:
    assert window._absence is not None
    with qtbot.waitSignal(window.ended, timeout=30_000):
        window._absence.screen.away.emit()
    assert session.closed


@pytest.mark.parametrize(
    ("message", "parameter", "away"),
    [
        (0x02B1, 0x7, True),
        (0x02B1, 0x8, False),
        (0x02B1, 0x2, True),
        (0x02B1, 0x4, True),
        (0x02B1, 0x3, False),
        (0x02B1, 0x5, None),
        (0x0218, 0x4, True),
        (0x0218, 0x12, None),
        (0x0100, 0x7, None),
    ],
)
def test_windows_messages(message: int, parameter: int, away: bool | None, window: MainWindow) -> None:
    assert windows.told(message, parameter) is away
    source, looked = windows.WindowsSession(), list[bool]()
    source.start(window, lambda: looked.append(source.away()))
    held = windows._Message(None, message, parameter)
    handled = source.nativeEventFilter(QByteArray(b"windows_generic_MSG"), ctypes.addressof(held))
    assert handled == (False, 0), "others hear it too"
    assert looked == ([] if away is None else [away])
    source.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 0)


class MacSession:
    """Core Graphics and Core Foundation, as far as they are asked: keys are their own names."""

    def __init__(self, session: dict[bytes, bool] | None) -> None:
        self.session, self.held = session, 0

    def CGSessionCopyCurrentDictionary(self) -> int:
        self.held += self.session is not None
        return 1 if self.session is not None else 0

    def CFStringCreateWithCString(self, _allocator: None, text: bytes, _encoding: int) -> bytes:
        return text

    def CFDictionaryGetValue(self, _session: int, key: bytes) -> tuple[bool] | None:
        assert self.session is not None
        return (self.session[key],) if key in self.session else None

    def CFBooleanGetValue(self, value: tuple[bool]) -> bool:
        return value[0]

    def CFRelease(self, _session: int) -> None:
        self.held -= 1


@pytest.mark.parametrize(
    ("session", "away"),
    [
        (None, False),
        ({}, False),
        ({b"kCGSSessionOnConsoleKey": True}, False),
        ({b"kCGSSessionOnConsoleKey": False}, True),
        ({b"kCGSSessionOnConsoleKey": True, b"CGSSessionScreenIsLocked": True}, True),
        ({b"CGSSessionScreenIsLocked": False}, False),
    ],
)
def test_the_lock_screen_of_a_mac(session: dict[bytes, bool] | None, away: bool) -> None:
    system = MacSession(session)
    assert macos.LockScreen(system, system).away() is away
    assert system.held == 0, "what was copied is let go of"


@pytest.mark.parametrize(("state", "away"), [(1, False), (0, True), (-2, False)])
def test_another_user_at_the_display(state: int, away: bool) -> None:
    class Library:
        def sd_session_is_active(self, session: bytes) -> int:
            assert session == b"2"
            return state

    assert other_user.OtherUser(b"2", Library()).away() is away


@pytest.mark.parametrize(("known", "state", "away"), [(1, 0, False), (1, 1, True), (1, 3, False), (0, 1, False)])
def test_the_screen_saver_of_a_display(known: int, state: int, away: bool) -> None:
    class Library:
        def XScreenSaverQueryInfo(self, display: int, root: int, info: Any) -> int:
            assert (display, root) == (7, 8)
            info._obj.state = state
            return known

    assert screen_saver.ScreenSaver(7, 8, Library()).away() is away


def test_where_no_display_is_nothing_of_it_is_watched(window: MainWindow) -> None:
    assert "screen-saver" not in [source.name for source in sources_here()]
    assert screen_saver.find() is None


REAL = """
import ctypes, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from desktop_app.ui.shell.screen_lock import screen_saver
from desktop_app.ui.shell.screen_lock.watch import ScreenLockWatch
app = QApplication([])
window = QWidget()
window.show()
source = screen_saver.find()
assert source is not None
watch = ScreenLockWatch(window, [source])
watch.start()
watch.away.connect(lambda: (print("away"), app.quit()))
xlib = ctypes.CDLL("libX11.so.6")
xlib.XForceScreenSaver.argtypes = [ctypes.c_void_p, ctypes.c_int]
QTimer.singleShot(200, lambda: xlib.XForceScreenSaver(source._display, 1))
QTimer.singleShot(15_000, app.quit)
app.exec()
"""


@pytest.mark.long
def test_the_screen_saver_of_a_real_x_display() -> None:
    """Needs Xvfb and libXss, which the program itself does not."""
    server = shutil.which("Xvfb")
    assert server is not None, "install Xvfb to run this one"
    assert sys.platform.startswith("linux")
    read, write = os.pipe()
    display = subprocess.Popen(
        [server, "-displayfd", str(write), "-nolisten", "tcp", "-screen", "0", "640x480x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        number = os.read(read, 20).decode().strip()
        done = subprocess.run(
            [sys.executable, "-c", REAL],
            env={**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"},
            cwd=Path(desktop_app.__file__).parents[1],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    finally:
        os.close(read)
        display.terminate()
        display.wait()
    assert done.stdout == "away\n"
