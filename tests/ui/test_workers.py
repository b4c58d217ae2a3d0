"""Work whose page is gone when it ends: nobody is told, and nothing breaks."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import delete

from desktop_app.common.errors import Exit, UserError
from desktop_app.common.progress import Progress
from desktop_app.ui.workers import Jobs


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel("waiting", self)

    def show_result(self, result: str) -> None:
        self.words.setText(result)

    def show_error(self, error: UserError) -> None:
        self.words.setText(error.message)


@pytest.mark.parametrize("fails", [False, True])
@pytest.mark.parametrize("gone", [False, True])
def test_a_page_is_told_only_while_it_is_there(
    qapp: object, qtbot: object, rest: Callable[[], None], fails: bool, gone: bool
) -> None:
    page, jobs, go_on = Page(), Jobs(), Event()
    words = page.words

    def task(_progress: Progress) -> str:
        go_on.wait(20)
        if fails:
            raise UserError("It failed.", safe="", do="", code="x", exit_code=Exit.OUTSIDE)
        return "It is done."

    job = jobs.start(task, page.show_result, page.show_error)
    if gone:
        delete(page)
    go_on.set()
    job.wait()
    rest()
    assert not jobs.busy
    if not gone:
        assert words.text() == ("It failed." if fails else "It is done.")
