"""Looking events up as somebody types: at once when that is quick, else beside the window, given up at the next letter.

Nearly every question is answered in a few milliseconds. A beginning that most words of a large chronology share is not.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable

from desktop_app.common.progress import CancelledError, Progress
from desktop_app.services.chronology_window import Stop, StoppedError
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.advice import ErrorStrip
from desktop_app.ui.workers import Job

PATIENCE = 0.08  # seconds that the window waits for
Look = Callable[[Stop], "array[int]"]


class Seeking:
    """`what`: how the work is called in the status bar."""

    def __init__(self, desk: Desk, errors: ErrorStrip, what: str) -> None:
        self._desk, self._errors, self._what = desk, errors, what
        self._job: Job[array[int]] | None = None

    def give_up(self) -> None:
        """Something else is to be shown."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def __call__(self, look: Look, show: Callable[[array[int]], None]) -> bool:
        """Whether it was shown at once; `show` is called later otherwise, unless it is given up before."""
        end = time.monotonic() + PATIENCE
        try:
            ids = look(lambda: time.monotonic() > end)
        except StoppedError:
            self._job = self._desk.jobs.start(
                lambda progress: _look_on(look, progress), show, self._errors.show_error, self._what
            )
            return False
        show(ids)
        return True


def _look_on(look: Look, progress: Progress) -> array[int]:
    """In a worker. Raises CancelledError."""

    def stop() -> bool:
        try:
            progress.step(0, 0, "Looking for the words")
        except CancelledError:
            return True
        return False

    try:
        return look(stop)
    except StoppedError:
        raise CancelledError from None
