"""Locking the window: another, locked process takes its place, and this one, which has held plaintext, ends.

Nothing is asked and nothing stops it: what cannot be written stays in the encrypted working copy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop_app.ui.shell.desk_view import DeskView
    from desktop_app.ui.shell.main_window import MainWindow
    from desktop_app.ui.shell.saver import Saver
    from desktop_app.ui.unlock.new_page import NewPage


def load_what_locking_needs() -> None:
    """Before it is wanted: a lock waits for no import."""
    for name in ("handover", "putting_away", "successor"):
        import_module(f"desktop_app.ui.shell.{name}")


def lock_desk(window: MainWindow, view: DeskView, saver: Saver) -> None:
    from desktop_app.ui.shell.handover import Handover
    from desktop_app.ui.shell.putting_away import keep_what_is_typed, put_away
    from desktop_app.ui.shell.successor import Successor

    successor = Successor()
    geometry = bytes(window.saveGeometry().data())
    successor.start(Handover(view.desk.session.path, geometry, window.isActiveWindow(), window.recent.files))
    trouble = keep_what_is_typed(view)
    _hide_everything()
    away = put_away(view, saver)
    successor.tell(away.trouble or trouble or away.told)


def lock_new_review(window: MainWindow, page: NewPage) -> None:
    """A passphrase half typed goes; a review already made is closed, and the locked page says so of its key."""
    from desktop_app.ui.shell.handover import KEY_WAITS, Handover
    from desktop_app.ui.shell.putting_away import carried_on
    from desktop_app.ui.shell.successor import Successor

    successor = Successor()
    geometry = bytes(window.saveGeometry().data())
    successor.start(Handover(page.made_at, geometry, window.isActiveWindow(), window.recent.files, from_desk=False))
    _hide_everything()
    if page.made_at is not None:
        successor.tell(carried_on(page.let_go) or KEY_WAITS)


def _hide_everything() -> None:
    for shown in QApplication.topLevelWidgets():
        shown.hide()
