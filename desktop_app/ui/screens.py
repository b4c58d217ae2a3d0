"""Pages of the sample review as pictures: for whoever changes a page, and for the README."""

from __future__ import annotations

import datetime as dt
import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QWidget

from desktop_app.common.clock import now
from desktop_app.common.errors import Exit, UserError
from desktop_app.services.sample import make_sample
from desktop_app.services.session import Session
from desktop_app.ui.app import application
from desktop_app.ui.room.room_window import RoomWindow
from desktop_app.ui.room_screen import sample_room
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.navigation import OTHERS, PAGES
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.fonts import load_italics
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import Theme

SCREENS: tuple[str, ...] = ("unlock", "new", "restore", *(page.name for page in (*PAGES, *OTHERS)), "room")
_BEFORE = ("unlock", "new", "restore")  # drawn before a review is open
_log = logging.getLogger(__name__)
_WIDTH, _HEIGHT = 1440, 900
_PASSPHRASE = "the sample is made up from end to end"  # noqa: S105 - of an invented review that is deleted again
_LONGEST_WAIT_MS = 20_000
_QUIET_LOOKS = 3


def render_screens(target: Path, pages: list[str] | None, scheme: str, scale: int) -> list[Path]:
    """Draw the pages named (None: all) at 1440 x 900 into `target`; their files come back in order.

    The sample review is made in a temporary folder and goes with it. Raises UserError for a page nobody knows.
    """
    wanted = pages or list(SCREENS)
    unknown = [name for name in wanted if name not in SCREENS]
    if unknown:
        raise UserError(
            f"There is no page called {', '.join(unknown)}.",
            safe="Nothing was drawn.",
            do=f"Choose from: {', '.join(SCREENS)}.",
            code="page-unknown",
            exit_code=Exit.USAGE,
        )
    before = qInstallMessageHandler(_without_size_hints)
    try:
        return _render(target, wanted, Theme(Scheme(scheme), scale))
    finally:
        qInstallMessageHandler(before)


def _without_size_hints(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """The offscreen platform says of every window that it cannot keep size hints: no news to anybody."""
    if "propagateSizeHints" not in text:
        _log.warning("Qt %s: %s", kind.name, text)


def _render(target: Path, wanted: list[str], theme: Theme) -> list[Path]:
    app = application()
    load_italics()
    look = Look(app)
    look.scheme, look.scale = theme.scheme, theme.scale
    apply(app, theme)
    made: dict[str, Path] = {}
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(look)
        window.resize(_WIDTH, _HEIGHT)
        window.show()
        session: Session | None = None
        for name in sorted(wanted, key=lambda name: name not in _BEFORE):
            if name not in _BEFORE and session is None:
                session, _ = make_sample(Path(folder) / "sample.review", _PASSPHRASE)
            path = target / f"{name}-{theme.scheme}-{theme.scale}.png"
            if name == "room" and session is not None:
                made[name] = _draw_room(session, Path(folder), theme, path)
            else:
                _show(window, name, session)
                made[name] = _draw(window, path)
        window.close()
        if session is not None and window.desk_view is not None:
            session.close()
    return [made[name] for name in wanted]


def _draw_room(session: Session, folder: Path, theme: Theme, path: Path) -> Path:
    """As on a projector of 1920 x 1080, in the size of type that rooms have."""
    app = application()
    apply(app, Theme(theme.scheme, 150))
    room = sample_room(session, folder, QSize(1920, 1080), _settle_room)
    _draw(room, path)
    if room.view is not None:
        room.view.room.leave()
    room.hide()
    room.deleteLater()
    apply(app, theme)
    return path


def _show(window: MainWindow, name: str, session: Session | None) -> None:
    if name == "unlock":
        window.recent.opened(Path("a"), now() - dt.timedelta(days=5))
        window.recent.opened(Path("b"), now() - dt.timedelta(hours=20))
        window.show_unlock()
    elif name == "new":
        window.show_new()
    elif name == "restore":
        window.show_restore()
    elif window.desk_view is None and session is not None:
        window.open_desk(session, name)
    elif window.desk_view is not None:
        window.desk_view.show_page(name)
    _settle(window)


def _settle(window: MainWindow) -> None:
    _until_quiet(lambda: _busy(window))


def _settle_room(window: RoomWindow) -> None:
    _until_quiet(lambda: window.jobs.busy)


def _until_quiet(busy: Callable[[], bool]) -> None:
    """Let layouts come to rest and work under way finish."""
    loop = QEventLoop()
    end = QTimer()
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    end.start(_LONGEST_WAIT_MS)
    quiet = 0

    def look_at() -> None:  # a layout within a layout comes to rest a turn of the loop after the one it is in
        nonlocal quiet
        quiet = 0 if busy() else quiet + 1
        if quiet == _QUIET_LOOKS:
            loop.quit()

    look = QTimer()
    look.timeout.connect(look_at)
    look.start(60)
    loop.exec()
    QCoreApplication.sendPostedEvents()  # what the last job made is shown and laid out before it is drawn
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _busy(window: MainWindow) -> bool:
    return window.desk_view is not None and window.desk_view.desk.jobs.busy


def _draw(window: QWidget, path: Path) -> Path:
    window.grab().save(str(path))
    return path
