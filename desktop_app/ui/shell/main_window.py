"""The one window. It holds whichever view is wanted: unlock, a new review, or the desk. Its title says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop_app.common.errors import UserError
from desktop_app.ui.recent import RecentFiles
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.status_bar import StatusBar
from desktop_app.ui.shell.taking_over import open_where_it_was, stand_in
from desktop_app.ui.shell.window_keys import add_window_keys
from desktop_app.ui.theme.focus_ring import FocusRing
from desktop_app.ui.unlock.unlock_page import UnlockPage
from desktop_app.ui.widgets.panel import column
from desktop_app.ui.widgets.words import rule
from desktop_app.ui.workers import Jobs

if TYPE_CHECKING:
    from desktop_app.services.session import Session
    from desktop_app.ui.shell.absence import Absence
    from desktop_app.ui.shell.desk_view import DeskView
    from desktop_app.ui.shell.predecessor import Predecessor
    from desktop_app.ui.shell.saver import Saver
    from desktop_app.ui.unlock.new_page import NewPage

_AGAIN_MS = 200


class MainWindow(QMainWindow):
    ended = Signal()  # locked: the process is to end now

    def __init__(self, look: Look, path: Path | None = None, predecessor: Predecessor | None = None) -> None:
        super().__init__()
        self.setWindowTitle("Candour")
        self.resize(1440, 900)
        self._look, self._before, self._path = look, predecessor, path
        self._absence: Absence | None = None
        self._read: set[str] = set()  # notices of this session that somebody has closed
        self.locked = False
        self.recent = RecentFiles()
        self.jobs = Jobs()
        self.desk_view: DeskView | None = None
        self.new_page: NewPage | None = None
        self.saver: Saver | None = None
        self.view: QWidget = QWidget()
        look.changed.connect(self._rebuild)
        add_window_keys(self, look)
        if predecessor is None:
            self.show_unlock()
        else:
            stand_in(self, predecessor)
        self._ring = FocusRing(self)

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

    def show_unlock(self, path: Path | None = None) -> None:
        self.desk_view = self.new_page = None
        self._path = path or self._path
        page = UnlockPage(self.recent, self.jobs, self._path)
        page.opened.connect(self._unlocked)
        page.new_asked.connect(self.show_new)
        page.restore_asked.connect(self.show_restore)
        self._hold(page)
        self.status.show_locked()
        page.take_focus()

    def show_new(self) -> None:
        if self.jobs.busy:
            return
        from desktop_app.ui.unlock.new_page import NewPage

        self.new_page = page = NewPage(self.jobs)
        page.opened.connect(self.open_desk)
        page.back.connect(self.show_unlock)
        self._hold(page)
        self.status.show_locked()
        page.file.setFocus()
        self._watch_for_absence()

    def show_restore(self) -> None:
        if self.jobs.busy:
            return
        from desktop_app.ui.unlock.restore_page import RestorePage

        page = RestorePage(self.jobs, self._path)
        page.opened.connect(self._unlocked)
        page.back.connect(self.show_unlock)
        self._hold(page)
        self.status.show_locked()
        page.take_focus()

    def _unlocked(self, session: Session) -> None:
        from desktop_app.ui.shell.first_backup import back_up_later

        back_up_later(self, session)
        open_where_it_was(self, session, self._before)

    def open_desk(self, session: Session, page: str = "overview", uid: str = "") -> None:
        from desktop_app.ui.desk import Desk
        from desktop_app.ui.shell.desk_view import DeskView

        desk = Desk(session)
        self.new_page = None
        saver = self._saver_of(session)
        self.desk_view = view = DeskView(desk, self._read)
        view.lock_asked.connect(self.lock)
        view.failed.connect(lambda error: self.status.show_error(error))
        self._hold(view)
        self._watch_for_absence()
        desk.jobs.watched.connect(self.status.watch)
        desk.told.connect(self.status.tell)
        desk.changed.connect(saver.note_edit)
        view.show_page(page, uid)
        self._show_saved()
        saver.start()

    def _saver_of(self, session: Session) -> Saver:
        """One for each session: a view built anew, in another text size, goes on with it."""
        from desktop_app.ui.shell.saver import Saver

        if self.saver is None or self.saver.session is not session:
            absence = self._watch_for_absence()
            self._read = set()
            self.saver = Saver(session, self._commit, absence.idle.seconds_quiet)
            self.saver.changed.connect(self._show_saved)
        return self.saver

    def _commit(self) -> None:
        """For a write that nobody asked for: an open list or menu is left open."""
        if self.desk_view is not None and QApplication.activePopupWidget() is None:
            self.desk_view.commit()

    def _watch_for_absence(self) -> Absence:
        if self._absence is None:
            from desktop_app.ui.shell.absence import Absence
            from desktop_app.ui.shell.locking import load_what_locking_needs

            self._absence = Absence(self)
            self._absence.away.connect(self.lock)
            QTimer.singleShot(0, self, load_what_locking_needs)
        self._absence.start()
        return self._absence

    def _stop_watching(self) -> None:
        if self.saver is not None:
            self.saver.stop()
        if self._absence is not None:
            self._absence.stop()

    def _show_saved(self) -> None:
        if self.desk_view is not None and self.saver is not None:
            self.desk_view.show_notices()
            self.status.show_saved(self.saver)

    def save(self) -> None:
        """Write the file, in a thread. Nothing is asked; the status bar says how it went, and nothing is lost."""
        if self.desk_view is not None and self.saver is not None:
            self.saver.save()

    def lock(self) -> None:
        """Put the review away and end this process; a locked one takes its place. The page for unlocking only forgets
        what was typed on it."""
        if self.locked:
            return
        if self.new_page is not None and self.jobs.busy:  # its file is being made: a moment later it can be closed
            QTimer.singleShot(_AGAIN_MS, self, self.lock)
            return
        from desktop_app.ui.shell.locking import lock_desk, lock_new_review

        if self.desk_view is not None and self.saver is not None:
            self.locked = True
            self._stop_watching()
            lock_desk(self, self.desk_view, self.saver)
        elif self.new_page is not None and self.new_page.holds_secrets:
            self.locked = True
            self._stop_watching()
            lock_new_review(self, self.new_page)
        else:
            forget_typed = getattr(self.view, "forget_typed", None)  # nothing is open: what was typed goes
            if forget_typed is not None:
                forget_typed()
            return
        if self._absence is not None:
            self._absence.clipboard.clear()
        self.desk_view = self.new_page = None
        self.ended.emit()

    def _close_session(self) -> bool:
        if self.new_page is not None:
            self.new_page.let_go()
        if self.desk_view is None or self.saver is None:
            return True
        self.desk_view.commit()
        self.desk_view.desk.jobs.cancel_all()
        self.desk_view.desk.jobs.wait()
        self._stop_watching()
        self.saver.finish()
        try:
            self.desk_view.desk.session.close()
        except UserError as error:
            self.saver.trouble = error
            self.saver.start()
            self._show_saved()
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
            QTimer.singleShot(_AGAIN_MS, self, self._rebuild)
            return
        if self.desk_view is None:
            if isinstance(self.view, UnlockPage):  # a half-filled new review is left as it is: nothing typed is lost
                self.show_unlock(self.view.path)
            return
        if not self.desk_view.desk.jobs.make_way():  # what they would show on is about to go
            QTimer.singleShot(_AGAIN_MS, self, self._rebuild)
            return
        self.desk_view.commit()
        page = self.desk_view.page
        self.open_desk(self.desk_view.desk.session, self.desk_view.current, page.here if page else "")
