"""Where lanes are made: few events at once, many in a worker, for they take a second that is not the window's."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.common.progress import CancelledError
from desktop_app.services.chronology_window import StoppedError
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.chronology.timeline.scene import Scene
from desktop_app.ui.widgets.advice import ErrorStrip

FEW = 2_000  # in a review of so many events the lanes are drawn with every keystroke; else after a pause


class LaneMaking:
    """`what`: how the work is called in the status bar."""

    def __init__(self, desk: Desk, errors: ErrorStrip, what: str) -> None:
        self._desk, self._errors, self._what = desk, errors, what

    def __call__(self, make: Callable[[], Scene], show: Callable[[Scene], None]) -> None:
        if self._desk.snapshot.event_count <= FEW:
            show(make())
        else:
            self._desk.jobs.start(lambda _progress: _made(make), show, self._errors.show_error, self._what)


def _made(make: Callable[[], Scene]) -> Scene:
    """In a worker. Raises CancelledError when something else is to be drawn by now."""
    try:
        return make()
    except StoppedError:
        raise CancelledError from None
