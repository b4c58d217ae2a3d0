"""The one window. It holds whichever view is wanted: unlock, a new review, or the desk. Its title says nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop_app.common.errors import UserError
from desktop_app.common.progress import Progress
from desktop_app.ui.recent import RecentFiles
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.status_bar import StatusBar
from desktop_app.ui.theme.focus_ring import FocusRing
from desktop_app.ui.unlock.unlock_page import UnlockPage
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.words import rule
from desktop_app.ui.workers import Jobs

if TYPE_CHECKING:
    from desktop_app.services.session import Session
    from desktop_app.ui.shell.clipboard import ClipboardGuard
    from desktop_app.ui.shell.desk_view import DeskView
    from desktop_app.ui.shell.idle import IdleWatch
    from desktop_app.ui.shell.predecessor import Predecessor

_AUTOSAVE_MS = 60_000
_AGAIN_MS = 200
_BACKUP_MS = 3_000


class MainWindow(QMainWindow):
    ended = Signal()  # locked: the process is to end now

    def __init__(self, look: Look, path: Path | None = None, predecessor: Predecessor | None = None) -> None:
        super().__init__()
        self.setWindowTitle("Candour")
        self.resize(1440, 900)
        self._look, self._path = look, path
        self._before = predecessor
        self._idle: IdleWatch | None = None
        self._clipboard: ClipboardGuard | None = None
        self.locked = False
        self.recent = RecentFiles()
        self.jobs = Jobs()
        self.desk_view: DeskView | None = None
        self.view: QWidget = QWidget()
        look.changed.connect(self._rebuild)
        self._autosave = QTimer(self)
        self._autosave.setInterval(_AUTOSAVE_MS)
        self._autosave.timeout.connect(self.save)
        self._add_shortcuts()
        self.show_unlock()
        if predecessor is not None:
            self._take_over(predecessor)
        self._ring = FocusRing(self)

    def _add_shortcuts(self) -> None:
        plain: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl++", lambda: self._look.step_scale(1)),
            ("Ctrl+=", lambda: self._look.step_scale(1)),
            ("Ctrl+-", lambda: self._look.step_scale(-1)),
            ("Ctrl+0", lambda: self._look.choose(scheme=self._look.scheme, scale=100)),
            ("Ctrl+S", self.save),
            ("Ctrl+L", self.lock),
            ("F1", self.show_shortcuts),
            ("F6", self.next_part),
        )
        for keys, run in plain:
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        at_desk: list[tuple[str, Callable[[DeskView], None]]] = [
            ("Ctrl+K", lambda view: view.search()),
            ("Ctrl+Z", lambda view: view.undo()),
            ("Ctrl+Shift+Z", lambda view: view.redo()),
            ("Ctrl+,", lambda view: view.go("settings")),
        ]
        at_desk += [(f"Ctrl+{number + 1}", partial(_step_page, number)) for number in range(8)]
        for keys, act in at_desk:
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._at_desk, act))

    def _at_desk(self, act: Callable[[DeskView], None]) -> None:
        if self.desk_view is not None:
            act(self.desk_view)

    def _hold(self, view: QWidget) -> None:
        """Put `view` above a status bar; what was there before goes."""
        self.view = view
        self.status = StatusBar()
        self.jobs.watched.connect(self.status.watch)
        central = QWidget()
        lines = column(central, spacing=0)
        lines.addWidget(view, 1)
        lines.addWidget(rule())
        lines.addWidget(self.status)
        self.setCentralWidget(central)

    def _take_over(self, before: Predecessor) -> None:
        """Stand where the window before stood, and open nothing until its process has ended."""
        held = before.handover
        self.restoreGeometry(held.geometry)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not held.active)
        self._path = held.path
        self.recent.take(held.recent)
        self.show_unlock()
        page = self.view
        if isinstance(page, UnlockPage):
            page.hold()
            before.told.connect(page.say_not_written)
            before.gone.connect(page.release)
        before.watch()

    def show_unlock(self, path: Path | None = None) -> None:
        self.desk_view = None
        page = UnlockPage(self.recent, self.jobs, path or self._path)
        page.opened.connect(self._unlocked)
        page.new_asked.connect(self.show_new)
        self._hold(page)
        self.status.show_locked()
        page.secret.setFocus()

    def show_new(self) -> None:
        if self.jobs.busy:
            return
        from desktop_app.ui.unlock.new_page import NewPage

        page = NewPage(self.jobs)
        page.opened.connect(self.open_desk)
        page.back.connect(self.show_unlock)
        self._hold(page)
        self.status.show_locked()
        page.file.setFocus()

    def _unlocked(self, session: Session) -> None:
        """Back to where somebody was, when it is the same review that was locked from here."""
        from desktop_app.ui.shell.place import kept_place, take_up

        self._back_up_later(session)
        same = self._before is not None and self._before.handover.path == session.path
        place = kept_place(session) if same else None
        if place is None:
            self.open_desk(session)
            return
        self.open_desk(session, place.page, place.uid)
        if self.desk_view is not None and self.desk_view.page is not None:
            take_up(self.desk_view.page, place)

    def _back_up_later(self, session: Session) -> None:
        """The file as it was found: in a thread, once the desk is there."""
        QTimer.singleShot(_BACKUP_MS, self, partial(self._back_up, session))

    def _back_up(self, session: Session) -> None:
        if self.desk_view is None or self.desk_view.desk.session is not session:
            return
        from desktop_app.services.backups import BackupMade, backup_on_open

        def task(_progress: Progress) -> BackupMade | None:
            return backup_on_open(session)

        self.desk_view.desk.jobs.start(task, lambda _made: None, self.status.show_error, self.tr("Making a backup"))

    def open_desk(self, session: Session, page: str = "overview", uid: str = "") -> None:
        from desktop_app.ui.desk import Desk
        from desktop_app.ui.shell.desk_view import DeskView

        desk = Desk(session)
        self.desk_view = view = DeskView(desk)
        view.lock_asked.connect(self.lock)
        view.failed.connect(lambda error: self.status.show_error(error))
        self._hold(view)
        desk.jobs.watched.connect(self.status.watch)
        desk.told.connect(self.status.tell)
        desk.changed.connect(lambda _changes: self._show_saved())
        view.show_page(page, uid)
        self._show_saved()
        self._autosave.start()
        self._watch_for_absence()

    def _watch_for_absence(self) -> None:
        if self._idle is None:
            from desktop_app.ui.shell.clipboard import ClipboardGuard
            from desktop_app.ui.shell.idle import IdleWatch

            self._idle = IdleWatch(self)
            self._idle.away.connect(self.lock)
            self._clipboard = ClipboardGuard(self)
            QTimer.singleShot(0, self, _ready_to_lock)
        self._idle.start()

    def _stop_timers(self) -> None:
        self._autosave.stop()
        if self._idle is not None:
            self._idle.stop()

    def _show_saved(self) -> None:
        if self.desk_view is not None:
            session = self.desk_view.desk.session
            self.desk_view.show_notices()
            self.status.show_saved(session.saved_at, session.edited_at, session.unsaved)

    def save(self) -> bool:
        """Write the file. Nothing is asked; what goes wrong is said in the status bar and nothing is lost."""
        if self.desk_view is None:
            return True
        self.desk_view.commit()
        session = self.desk_view.desk.session
        try:
            if session.unsaved:
                session.save()
        except UserError as error:
            self.status.show_error(error)
            return False
        self._show_saved()
        return True

    def lock(self) -> None:
        """Put the review away and end this process, which has held plaintext. Another, locked one takes its place.

        Nothing is asked and nothing stops it: what cannot be written stays in the encrypted working copy.
        """
        view = self.desk_view
        if view is None or self.locked:
            return
        from desktop_app.ui.shell.handover import Handover
        from desktop_app.ui.shell.putting_away import keep_what_is_typed, put_away
        from desktop_app.ui.shell.successor import Successor

        self.locked = True
        self._stop_timers()
        successor = Successor()
        path, geometry = view.desk.session.path, bytes(self.saveGeometry().data())
        successor.start(Handover(path, geometry, self.isActiveWindow(), self.recent.files))
        trouble = keep_what_is_typed(view)
        for shown in QApplication.topLevelWidgets():
            shown.hide()
        if self._clipboard is not None:
            self._clipboard.clear()
        successor.tell(put_away(view) or trouble)
        self.desk_view = None
        self.ended.emit()

    def _close_session(self) -> bool:
        if self.desk_view is None:
            let_go = getattr(self.view, "let_go", None)  # a new review whose key is still on the screen
            if let_go is not None:
                let_go()
            return True
        self.desk_view.commit()
        self.desk_view.desk.jobs.cancel_all()
        self.desk_view.desk.jobs.wait()
        self._stop_timers()
        try:
            self.desk_view.desk.session.close()
        except UserError as error:
            self.status.show_error(error)
            self._autosave.start()
            self._watch_for_absence()
            return False
        self.desk_view = None
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._close_session():
            self.jobs.wait()
            event.accept()
        else:
            event.ignore()

    def _rebuild(self) -> None:
        """Another text size or scheme: build the view anew, and show the same page and record."""
        if self.jobs.busy:  # a file is being opened for the page that is shown: first that, then this
            QTimer.singleShot(_AGAIN_MS, self._rebuild)
            return
        if self.desk_view is None:
            if isinstance(self.view, UnlockPage):  # a half-filled new review is left as it is: nothing typed is lost
                self.show_unlock(self.view.path)
            return
        self.desk_view.commit()
        self.desk_view.desk.jobs.cancel_all()  # what they would show on is about to go
        page = self.desk_view.page
        self.open_desk(self.desk_view.desk.session, self.desk_view.current, page.here if page else "")

    def show_shortcuts(self) -> None:
        from desktop_app.ui.shell.shortcuts import ShortcutList

        shown = self.desk_view.shortcut_list() if self.desk_view else ShortcutList(self, "", [])
        shown.finished.connect(shown.deleteLater)
        shown.open()

    def next_part(self) -> None:
        """F6 steps between rail and page, so that Tab need not walk through everything."""
        if self.desk_view is None or self.desk_view.page is None:
            return
        rail = self.desk_view.rail
        inside = rail.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        target = self.desk_view.page if inside else rail
        target.setFocus()
        if self.focusWidget() is target or not target.hasFocus():
            target.focusNextChild()


def _ready_to_lock() -> None:
    """What locking needs is loaded before it is wanted."""
    for name in ("handover", "putting_away", "successor"):
        import_module(f"desktop_app.ui.shell.{name}")


def _step_page(number: int, view: DeskView) -> None:
    view.step_page(number)
