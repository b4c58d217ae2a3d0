"""Work over a fifth of a second: in a thread, with progress and a Cancel that works. Only results cross back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

from desktop_app.common.errors import UserError
from desktop_app.common.progress import CancelledError, Progress

T = TypeVar("T")
_LONGEST_WAIT_MS = 10_000


class _Crossing(QObject):
    """Signals are how anything crosses from the worker to the window's thread."""

    done = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    cancelled = Signal()
    stepped = Signal(int, int, str)


class _Watch:
    """The `Progress` a service reports to."""

    def __init__(self, crossing: _Crossing) -> None:
        self._crossing = crossing
        self.stop, self.over = threading.Event(), threading.Event()

    def step(self, done: int, total: int, what: str) -> None:
        if self.stop.is_set():
            raise CancelledError
        self._crossing.stepped.emit(done, total, what)


class Job(QObject, Generic[T]):
    """One piece of work. Keep it until `finished`; `cancel` asks it to stop at its next step.

    `whole`: half of it would be worse than none, so a lock waits for its end.
    """

    finished = Signal()
    stepped = Signal(int, int, str)

    def __init__(
        self,
        task: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None],
        what: str = "",
        *,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self.what, self.whole = what, whole
        self._done, self._failed = done, failed
        self._crossing = _Crossing()
        self._watch = _Watch(self._crossing)
        self._task = task
        queued = Qt.ConnectionType.QueuedConnection
        self._crossing.done.connect(self._on_done, queued)
        self._crossing.failed.connect(self._on_failed, queued)
        self._crossing.crashed.connect(self._on_crashed, queued)
        self._crossing.cancelled.connect(self.finished, queued)
        self._crossing.stepped.connect(self.stepped, queued)

    def cancel(self) -> None:
        self._watch.stop.set()

    def wait(self) -> None:
        """Until the work itself is over; what comes of it may still be on its way."""
        self._watch.over.wait()

    def start(self) -> None:
        run = _Run(self._task, self._watch, self._crossing)
        run.setAutoDelete(True)
        QThreadPool.globalInstance().start(run)

    def _on_done(self, result: T) -> None:
        self.finished.emit()
        if not self._watch.stop.is_set() and _is_there(self._done):
            self._done(result)

    def _on_failed(self, error: UserError) -> None:
        self.finished.emit()
        if _is_there(self._failed):
            self._failed(error)

    def _on_crashed(self, error: BaseException) -> None:
        self.finished.emit()
        raise error


def _is_there(receiver: Callable[[Any], None]) -> bool:
    """Not where the page that asked has gone meanwhile: its window was closed, or the look is another."""
    page = getattr(receiver, "__self__", None)
    return not isinstance(page, QObject) or isValid(page)


class _Run(QRunnable, Generic[T]):
    def __init__(self, task: Callable[[Progress], T], watch: _Watch, crossing: _Crossing) -> None:
        super().__init__()
        self._task, self._watch, self._crossing = task, watch, crossing

    def run(self) -> None:
        try:
            result = self._task(self._watch)
        except CancelledError:
            self._crossing.cancelled.emit()
        except UserError as error:
            self._crossing.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, which raises it again
            self._crossing.crashed.emit(error)
        else:
            self._crossing.done.emit(result)
        finally:
            self._watch.over.set()


class Jobs(QObject):
    """The work under way. `watched` tells the status bar what to show, "" when nothing runs."""

    watched = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._running: list[Job[Any]] = []

    def start(
        self,
        task: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None],
        what: str = "",
        *,
        whole: bool = False,
    ) -> Job[T]:
        job = Job(task, done, failed, what, whole=whole)
        self._running.append(job)
        job.finished.connect(lambda: self._over(job))
        self.watched.emit(job)
        job.start()
        return job

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def cancel_all(self) -> None:
        for job in self._running:
            job.cancel()

    def make_way(self) -> bool:
        """For a page that is about to be built anew: stop what may be cut off. Whether nothing runs any more."""
        for job in self._running:
            if not job.whole:
                job.cancel()
        return not self.busy

    def finish_whole(self) -> None:
        """Wait for what must not be cut off."""
        for job in self._running:
            if job.whole:
                job.wait()

    def wait(self) -> None:
        """Until nothing runs: before the window goes, whose thread results are sent to."""
        QThreadPool.globalInstance().waitForDone(_LONGEST_WAIT_MS)

    def _over(self, job: object) -> None:
        self._running = [other for other in self._running if other is not job]
        if not self._running:
            self.watched.emit(None)
