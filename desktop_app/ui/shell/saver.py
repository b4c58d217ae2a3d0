"""Writing the review file: in a thread, one write at a time, whenever there is something to write.

Every edit is in the encrypted working copy already. This brings it into the file: when asked, when nobody has typed for
a moment, each minute, and again after a write that failed.
"""

from __future__ import annotations

import datetime as dt
import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, QTimer, Signal

from desktop_app.common.errors import Exit, UserError
from desktop_app.ui.crash import fault_code

if TYPE_CHECKING:
    from desktop_app.services.session import Session

EACH_MS = 60_000
KEPT_MS = 25_000  # a killed program may cost half a minute of typing, no more
RESTED_S = 5.0
_log = logging.getLogger(__name__)


class Saver(QObject):
    """One for each open session. `changed`: what `written`, `unsaved`, `writing` or `trouble` say is other than before.

    `prepare` runs before a write begins, in the window's thread: what is being typed becomes a step. `resting` tells
    for how many seconds nobody has touched anything.
    """

    changed = Signal()
    _ended = Signal(object)  # UserError or None, from the thread

    def __init__(self, session: Session, prepare: Callable[[], None], resting: Callable[[], float]) -> None:
        super().__init__()
        self._session, self._prepare, self._resting = session, prepare, resting
        self._pool = QThreadPool(self)  # of its own: a long export must not keep a file from being written
        self._pool.setMaxThreadCount(1)
        self.writing = False
        self.trouble: UserError | None = None
        self.unsaved = session.unsaved
        self._again = False
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._each = QTimer(self)
        self._each.setInterval(EACH_MS)
        self._each.timeout.connect(self.save)
        self._keep = QTimer(self)
        self._keep.setInterval(KEPT_MS)
        self._keep.timeout.connect(self._keep_typed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._rested)

    @property
    def session(self) -> Session:
        return self._session

    @property
    def written(self) -> dt.datetime | None:
        """When the file was last written."""
        return self._session.saved_at

    @property
    def edited(self) -> dt.datetime | None:
        return self._session.edited_at

    def start(self) -> None:
        self._each.start()
        self._keep.start()

    def stop(self) -> None:
        self._each.stop()
        self._keep.stop()
        self._rest.stop()

    def note_edit(self) -> None:
        """Something was committed. Asks storage nothing: it may be busy with a write."""
        self.unsaved = True
        self._rest.start(int(RESTED_S * 1000))
        self.changed.emit()

    def save(self) -> None:
        """Write what the file does not hold yet. While a write is under way, another follows it."""
        if self.writing:
            self._again = True
            return
        if self._session.closed:  # a word of an edit can come after the file was let go of, with all of it
            self.stop()
            return
        if self._session.storing:  # the window would wait for it
            self._rest.start(int(RESTED_S * 1000))
            return
        self._prepare()
        self.unsaved = self._session.unsaved
        if self.unsaved:
            self.writing = True
            self._pool.start(self._write)
        else:
            self.trouble = None
        self.changed.emit()

    def finish(self) -> None:
        """Wait for a write that is under way: before the session is closed."""
        self.stop()
        self._pool.waitForDone()
        self.writing = self._again = False

    def _write(self) -> None:
        self._ended.emit(refusal_of(self._session.save))

    def _end(self, trouble: UserError | None) -> None:
        if not self.writing:  # `finish` has waited for it, and the session may be closed by now
            return
        self.writing, self.trouble = False, trouble
        self.unsaved = self._session.unsaved
        again, self._again = self._again, False
        self.changed.emit()
        if again and trouble is None:
            self.save()

    def _keep_typed(self) -> None:
        """Into the working copy; the file can wait. Where nobody has touched anything, nothing can be new."""
        if self._resting() * 1000 < KEPT_MS and not (self._session.storing or self._session.closed):
            self._prepare()

    def _rested(self) -> None:
        """Not while somebody types: what is being typed would become a step in the middle of a word."""
        still = RESTED_S - self._resting()
        if still > 0:
            self._rest.start(int(still * 1000) + 1)
        else:
            self.save()


def refusal_of(write: Callable[[], object]) -> UserError | None:
    """What kept `write` from being done. A fault of ours is said by its code, beside what is safe all the same."""
    try:
        write()
    except UserError as error:
        return error
    except Exception:  # noqa: BLE001 - said in the status bar by its code, and tried again
        kind, _error, trace = sys.exc_info()
        code = fault_code(kind or Exception, trace)
        _log.error("fault %s while writing the file", code)
        return UserError(
            QCoreApplication.translate(
                "Saver", "The file was not written: something in Candour went wrong ({})."
            ).format(code),
            safe=QCoreApplication.translate("Saver", "All work is kept in the encrypted working copy."),
            do=QCoreApplication.translate("Saver", "Writing is tried again each minute; Ctrl+S tries now."),
            code=code,
            exit_code=Exit.OUTSIDE,
        )
    return None
