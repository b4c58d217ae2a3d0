"""The keys that work in the whole window, whatever page is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from desktop_app.ui.shell.desk_view import DeskView
    from desktop_app.ui.shell.look import Look
    from desktop_app.ui.shell.main_window import MainWindow


def add_window_keys(window: MainWindow, look: Look) -> None:
    plain: tuple[tuple[str, Callable[[], object]], ...] = (
        ("Ctrl++", lambda: look.step_scale(1)),
        ("Ctrl+=", lambda: look.step_scale(1)),
        ("Ctrl+-", lambda: look.step_scale(-1)),
        ("Ctrl+0", lambda: look.choose(scheme=look.scheme, scale=100)),
        ("Ctrl+S", window.save),
        ("Ctrl+L", window.lock),
        ("F1", lambda: show_shortcuts(window)),
        ("F6", lambda: next_part(window)),
    )
    for keys, run in plain:
        QShortcut(QKeySequence(keys), window).activated.connect(run)
    at_desk: list[tuple[str, Callable[[DeskView], None]]] = [
        ("Ctrl+K", lambda view: view.search()),
        ("Ctrl+Z", lambda view: view.undo()),
        ("Ctrl+Shift+Z", lambda view: view.redo()),
        ("Ctrl+,", lambda view: view.go("settings")),
        ("Ctrl+M", lambda view: view.go("merging")),
        ("Ctrl+Shift+W", lambda view: view.go("knowing")),
        ("Ctrl+Shift+E", lambda view: view.go("episodes")),
        ("Ctrl+Shift+D", lambda view: view.go("board", view.page.in_hand if view.page else "")),
        ("Ctrl+Shift+T", lambda view: view.go("themes", view.page.in_hand if view.page else "")),
        ("Ctrl+Shift+Y", lambda view: view.go("family")),
        ("Ctrl+Shift+U", lambda view: view.go("setup")),
        ("Ctrl+Shift+M", lambda view: view.go("memory")),
        ("Ctrl+Shift+B", lambda view: view.go("bodies")),
        ("Ctrl+T", lambda view: view.go("thread", view.page.in_hand if view.page else "")),
    ]
    at_desk += [(f"Ctrl+{number + 1}", partial(_step_page, number)) for number in range(8)]
    for keys, act in at_desk:
        QShortcut(QKeySequence(keys), window).activated.connect(partial(_at_desk, window, act))


def _at_desk(window: MainWindow, act: Callable[[DeskView], None]) -> None:
    if window.desk_view is not None:
        act(window.desk_view)


def _step_page(number: int, view: DeskView) -> None:
    view.step_page(number)


def show_shortcuts(window: MainWindow) -> None:
    from desktop_app.ui.shell.shortcuts import ShortcutList

    shown = window.desk_view.shortcut_list() if window.desk_view else ShortcutList(window, "", [])
    shown.finished.connect(shown.deleteLater)
    shown.open()


def next_part(window: MainWindow) -> None:
    """F6 steps between rail and page, so that Tab need not walk through everything."""
    view = window.desk_view
    if view is None or view.page is None:
        return
    focused = window.focusWidget()
    inside = focused is not None and view.rail.isAncestorOf(focused)
    target = view.page if inside else view.rail
    target.setFocus()
    if window.focusWidget() is target or not target.hasFocus():
        target.focusNextChild()
