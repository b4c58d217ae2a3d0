"""The window while a review of 14 MB is being written: its longest silence. `-m bench`; figures in RESULTS.md."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import read_date
from desktop_app.domain.people import Person
from desktop_app.services.session import Session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow

pytestmark = pytest.mark.bench

EVENTS = 12_000  # about 14 MB
TICK_MS = 2
LONGEST_GAP = 0.05  # seconds


def review_of(path: Path, events: int) -> Session:
    file, _ = ReviewFile.create(path, "otter velvet cumulus brig", cost=KdfCost(19 * 1024, 1))
    session = Session(file)
    words = "Visit to the school; seen alone in the library and said that things were all right at home. " * 3
    session.put(
        "Import",
        *(ChronologyEvent(uid=f"{n:08d}", date=read_date("3 May 2024"), event=words + str(n)) for n in range(events)),
    )
    session.save()
    return session


class Ticker:
    """The longest time between two turns of the event loop."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def again(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()


@pytest.mark.parametrize("meanwhile", ["nothing", "edits"])
def test_no_gap_of_the_event_loop_while_the_file_is_written(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, meanwhile: str
) -> None:
    """`edits`: one is committed every 20 ms, as a fast typist leaving fields never would."""
    session = review_of(tmp_path / "r.review", EVENTS)
    window = MainWindow(Look(qapp))
    window.open_desk(session)
    window.show()
    qtbot.wait(500)
    saver = window.saver
    assert saver is not None
    ticker, writes = Ticker(), []
    turn = [0]
    typing = QTimer()
    typing.setInterval(20)
    longest_edit = [0.0]

    def edit() -> None:
        turn[0] += 1
        start = time.perf_counter()
        session.put("Edit", Person(uid="p", name=str(turn[0])))
        longest_edit[0] = max(longest_edit[0], time.perf_counter() - start)

    typing.timeout.connect(edit)
    for _ in range(9):
        edit()
        qtbot.wait(50)
        longest_edit[0] = 0.0
        if meanwhile == "edits":
            typing.start()
        ticker.again()
        start = time.perf_counter()
        window.save()
        qtbot.waitUntil(lambda: not saver.writing, timeout=20_000)
        writes.append((ticker.longest, time.perf_counter() - start))
        typing.stop()
    size = (tmp_path / "r.review").stat().st_size / 1e6
    gap, took = max(gap for gap, _ in writes), sorted(took for _, took in writes)[4]
    print(
        f"\nlongest event-loop gap while {size:.0f} MB are written ({meanwhile} meanwhile): {gap * 1000:.0f} ms; "
        f"the write {took * 1000:.0f} ms"
    )
    session.leave()
    window.desk_view = None
    window.close()
    window.deleteLater()
    assert gap <= LONGEST_GAP
