"""From locking to the locked window painted, against a bare PySide6 window. `-m bench`; figures in RESULTS.md."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
pytestmark = pytest.mark.bench

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, lambda: (window.repaint(), app.quit()))
app.exec()
"""
# Both halves are the program's own: the desk locks, and its successor is started with what locking starts it with, plus
# a line that tells the clock when it has painted.
LOCK = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.services.session import Session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.app import application
from desktop_app.ui.shell import successor
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
successor.command = lambda: [sys.executable, "-c", sys.argv[2], sys.argv[3]]
app = application()
file, _ = ReviewFile.create(Path(sys.argv[1]), "otter velvet cumulus brig", cost=KdfCost(19 * 1024, 1))
session = Session(file)
window = MainWindow(Look(app), None)
window.open_desk(session)
window.show()
window.ended.connect(app.exit)
def lock():
    session.save_draft("x", "y")
    Path(sys.argv[3] + ".start").write_text(str(time.monotonic()))
    window.lock()
QTimer.singleShot(300, lock)
app.exec()
import os
os._exit(0)
"""
LOCKED = """
import sys, time, os
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.ui.app import application
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.predecessor import Predecessor
before = Predecessor()
app = application()
window = MainWindow(Look(app), None, before)
window.show()
def painted():
    window.repaint()
    Path(sys.argv[1] + ".part").write_text(str(time.monotonic()))
    os.replace(sys.argv[1] + ".part", sys.argv[1])
    app.quit()
QTimer.singleShot(0, painted)
app.exec()
"""


def bare() -> float:
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", BARE], env=ENVIRONMENT, check=True, capture_output=True)
    return time.monotonic() - start


def lock_to_locked(folder: Path) -> float:
    mark = folder / "painted"
    command = [sys.executable, "-c", LOCK, str(folder / "r.review"), LOCKED, str(mark)]
    subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
    give_up = time.monotonic() + 20
    while not mark.exists() and time.monotonic() < give_up:
        time.sleep(0.01)
    return float(mark.read_text()) - float((folder / "painted.start").read_text())


def test_the_locked_window_is_there_in_twice_a_bare_start(tmp_path_factory: pytest.TempPathFactory) -> None:
    bare(), lock_to_locked(tmp_path_factory.mktemp("warm"))
    found = [(lock_to_locked(tmp_path_factory.mktemp("run")), bare()) for _ in range(7)]
    ratio = statistics.median(a / b for a, b in found)
    locked, plain = (statistics.median(column) for column in zip(*found, strict=True))
    print(f"\nlock to locked window / bare window: {ratio:.2f} ({locked:.2f} s, {plain:.2f} s)")
    assert ratio <= 2.0
