"""The room's window. Its title says nothing; nothing in its process has ever held the review."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.services.rooms.live import LiveRoom
from desktop_app.services.rooms.name_guard import warm_up
from desktop_app.ui.room.room_view import RoomView
from desktop_app.ui.room.scale import Scale
from desktop_app.ui.room.secret_page import SecretPage
from desktop_app.ui.room.text_page import TextPage, agreed_rows, key_rows
from desktop_app.ui.theme.focus_ring import FocusRing
from desktop_app.ui.workers import Jobs

_LEAVE, _CLOSE = "leave", "close"


class RoomWindow(QMainWindow):
    ended = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Learning event"))
        self.resize(1280, 720)
        self.path, self.jobs, self.scale = path, Jobs(), Scale()
        self.view: RoomView | None = None
        self._over: QWidget | None = None
        self._ended = False
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.unlock = SecretPage(
            self.tr("Begin the learning event"),
            [("open", self.tr("Begin"), "presentation")],
            self.tr("The pack holds pseudonyms and broad dates only. It cannot open the review."),
            can_go_back=False,
        )
        self.unlock.given.connect(lambda _what, passphrase: self._open(passphrase))
        self._stack.addWidget(self.unlock)
        self.unlock.take_focus()
        self._ring = FocusRing(self)

    def _open(self, passphrase: str) -> None:
        path = self.path

        def task(_progress: Progress) -> LiveRoom:
            room = LiveRoom(path, passphrase)
            warm_up()
            return room

        self.jobs.start(task, self._opened, self.unlock.refuse)

    def _opened(self, room: LiveRoom) -> None:
        self.scale.fit(self.size())
        self.view = view = RoomView(room, self.scale)
        view.leave_asked.connect(self.ask_to_leave)
        view.page_asked.connect(self._show_page)
        self._stack.addWidget(view)
        self._stack.removeWidget(self.unlock)
        self.unlock.deleteLater()  # with the passphrase in its field
        self._stack.setCurrentWidget(view)
        view.take_focus()

    def _show_page(self, name: str) -> None:
        if self.view is None:
            return
        if name == "keys":
            page = TextPage(self.scale, self.tr("Keys"), key_rows())
        else:
            page = TextPage(self.scale, self.tr("What was agreed"), agreed_rows(self.view.room.brief))
        page.closed.connect(self.back_to_the_wall)
        self._put_over(page)
        page.setFocus()

    def ask_to_leave(self) -> None:
        """Leaving puts the room down; closing ends it. Both need the passphrase."""
        if self.view is None or isinstance(self._over, SecretPage):
            return
        page = SecretPage(
            self.tr("Leave the room"),
            [
                (_LEAVE, self.tr("Leave, to go on later"), "sign-out"),
                (_CLOSE, self.tr("Close the room for good"), "lock-key"),
            ],
            self.tr(
                "Closing removes the wall from the file: from then on only the review can read what was captured, and "
                "nobody can tell in what order it was said. Then bring the file back to the review."
            ),
            can_go_back=True,
        )
        page.given.connect(self._try_to_leave)
        page.back.connect(self.back_to_the_wall)
        self._put_over(page)
        page.take_focus()

    def _try_to_leave(self, what: str, passphrase: str) -> None:
        if self.view is None:
            return
        room = self.view.room

        def task(_progress: Progress) -> None:
            if not room.is_passphrase(passphrase):
                raise UserError(
                    self.tr("That is not the passphrase of this room."),
                    safe=self.tr("The room goes on; nothing was lost."),
                    do=self.tr("Try again, or press Esc to go back to the wall."),
                    code="wrong-secret",
                    exit_code=Exit.SECRET,
                )
            if what == _CLOSE:
                room.close()
            else:
                room.leave()

        self.jobs.start(task, lambda _: self._end(), self._refuse_leaving)

    def _refuse_leaving(self, error: UserError) -> None:
        if isinstance(self._over, SecretPage):
            self._over.refuse(error)

    def _end(self) -> None:
        self._ended = True
        self.close()
        self.ended.emit()

    def _put_over(self, page: QWidget) -> None:
        self._drop_over()
        self._over = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _drop_over(self) -> None:
        if self._over is not None:
            self._stack.removeWidget(self._over)
            self._over.deleteLater()
            self._over = None

    def back_to_the_wall(self) -> None:
        if self.view is not None:
            self._stack.setCurrentWidget(self.view)
            self._drop_over()
            self.view.take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Before the room has begun the window closes as any other; afterwards it needs the passphrase."""
        if self.view is not None and not self._ended:
            event.ignore()
            self.ask_to_leave()
            return
        self.jobs.wait()
        event.accept()
        self.ended.emit()
