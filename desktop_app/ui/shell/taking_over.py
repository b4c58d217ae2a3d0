"""A window that stands in for one that locked itself, and the way back to where somebody was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.ui.unlock.unlock_page import UnlockPage

if TYPE_CHECKING:
    from desktop_app.services.session import Session
    from desktop_app.ui.shell.main_window import MainWindow
    from desktop_app.ui.shell.predecessor import Predecessor


def stand_in(window: MainWindow, before: Predecessor) -> None:
    """Stand where the window before stood, and open nothing until its process has ended."""
    held = before.handover
    window.restoreGeometry(held.geometry)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not held.active)
    window.recent.take(held.recent)
    window.show_unlock(held.path)
    page = window.view
    if isinstance(page, UnlockPage):
        page.hold()
        before.told.connect(page.say_what_happened)
        before.gone.connect(page.release)
    before.watch()


def open_where_it_was(window: MainWindow, session: Session, before: Predecessor | None) -> None:
    """The page, the record and the half-typed words, when it is the same review that was locked from here."""
    from desktop_app.ui.shell.place import kept_place, take_up

    same = before is not None and before.handover.from_desk and before.handover.path == session.path
    place = kept_place(session) if same else None
    if place is None:
        window.open_desk(session)
        return
    window.open_desk(session, place.page, place.uid)
    if window.desk_view is not None and window.desk_view.page is not None:
        take_up(window.desk_view.page, place)
