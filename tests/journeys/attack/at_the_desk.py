"""A person at the real window, by keyboard: unlocks, types canaries everywhere, searches, scrolls, copies, exports.

    python at_the_desk.py REVIEW SECRET_FILE SIGNALS OUT SEED COUNT

The canaries come from SEED, so that they stand in nobody's arguments or environment. When all is typed it writes
`typed` into the folder SIGNALS, waits for `lock` there, and locks with Ctrl+L, which ends this process.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.domain.output import Choice, SurfaceDecision
from desktop_app.ui import app as window_app
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.unlock.unlock_page import UnlockPage

CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE_S = 60
PAGES = ("chronology", "people", "workshops", "analysis", "recommendations", "governance")


def canaries(seed: str, count: int) -> list[str]:
    """Lower-case words that stand nowhere else; the first six letters are the same in all of one seed."""
    first = hashlib.sha256(seed.encode()).hexdigest()[:6].translate(str.maketrans("0123456789", "ghijklmnop"))
    return [
        first + hashlib.sha256(f"{seed} {n}".encode()).hexdigest()[:12].translate(str.maketrans("0123456789", "q" * 10))
        for n in range(count)
    ]


def wait(until: Callable[[], object], what: str) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not until():
        if time.monotonic() > give_up:
            raise TimeoutError(what)
        QTest.qWait(20)


class Hands:
    def __init__(self, window: MainWindow, words: list[str], signals: Path, out: Path) -> None:
        self.window, self.words, self.signals, self.out = window, words, signals, out
        self.turn = 0

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        QTest.qWait(1)

    def some(self, count: int) -> str:
        """The next words, going round."""
        taken = [self.words[(self.turn + n) % len(self.words)] for n in range(count)]
        self.turn += count
        return " ".join(taken)

    def unlock(self, secret: str) -> None:
        page = self.window.view
        assert isinstance(page, UnlockPage)
        QTest.keyClicks(page.secret, secret)
        QTest.keyClick(page.secret, Qt.Key.Key_Return)
        wait(lambda: self.window.desk_view is not None, "the desk")
        QTest.qWait(50)

    def go(self, name: str) -> None:
        assert self.window.desk_view is not None
        self.window.desk_view.go(name)
        QTest.qWait(20)

    def type_everywhere(self, page: str, share: int) -> None:
        """In a record of its own where the page has one: every text field that can be written in, left by Tab."""
        self.go(page)
        self.key(Qt.Key.Key_N)
        if page == "workshops":
            self.key(Qt.Key.Key_R)
        fields = [f for f in self.fields() if not f.property("secret")]
        for field in fields:
            field.setFocus()
            QTest.keyClicks(field, self.some(max(1, share // len(fields))))
            QTest.keyClick(field, Qt.Key.Key_Tab)
        QTest.qWait(20)

    def fields(self) -> list[QWidget]:
        assert self.window.desk_view is not None
        shown = self.window.desk_view.page
        assert shown is not None
        found = [*shown.findChildren(QPlainTextEdit), *shown.findChildren(QLineEdit)]
        return [f for f in found if f.isVisibleTo(shown) and f.isEnabled() and not f.isReadOnly()]

    def search(self, count: int) -> None:
        for word in self.some(count).split():
            self.key(Qt.Key.Key_K, CTRL)
            wait(lambda: QApplication.activeModalWidget() is not None, "the search")
            palette = QApplication.activeModalWidget()
            QTest.keyClicks(palette.focusWidget(), word)
            QTest.qWait(5)
            QTest.keyClick(palette.focusWidget(), Qt.Key.Key_Escape)
            wait(lambda: QApplication.activeModalWidget() is None, "the search to close")

    def scroll(self) -> None:
        for page in (*PAGES, "overview"):
            self.go(page)
            assert self.window.desk_view is not None
            for area in self.window.desk_view.findChildren(QAbstractScrollArea):
                if area.isVisible():
                    bar = area.verticalScrollBar()
                    for value in (bar.maximum(), bar.maximum() // 2, 0):
                        bar.setValue(value)
                        QTest.qWait(2)
            self.window.grab()

    def copy(self) -> None:
        self.go("people")
        field = next(f for f in self.fields() if isinstance(f, QLineEdit) and f.text())
        field.setFocus()
        self.key(Qt.Key.Key_A, CTRL)
        self.key(Qt.Key.Key_C, CTRL)

    def export(self, target: Path) -> None:
        """Through the file dialog, after somebody decided that each of the words may be printed."""
        desk = self.window.desk_view.desk  # type: ignore[union-attr]
        keep = [SurfaceDecision(surface=w, choice=Choice.KEEP, reason="Agreed") for w in self.words]
        desk.announce(desk.session.put("Decide", *keep))
        self.go("outputs")
        page = self.window.desk_view.page  # type: ignore[union-attr]
        page.open_record("chronology|panel")
        wait(lambda: page.prepared is not None and page.prepared.wanted == page.wanted and not desk.jobs.busy, "page")
        for item in page.prepared.undecided:
            desk.session.put("Decide", SurfaceDecision(surface=item.surface, choice=Choice.KEEP, reason="Agreed"))
        page.refresh(frozenset())
        wait(lambda: page.bar.export.isEnabled() and not desk.jobs.busy, "nothing to wait for")
        page.bar.format.show_value("xlsx")
        QTimer.singleShot(50, lambda: self.answer(target))
        self.key(Qt.Key.Key_E, CTRL)
        wait(lambda: target.exists() and not desk.jobs.busy, "the export")

    def answer(self, target: Path) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(50, lambda: self.answer(target))
            return
        line = dialog.findChild(QLineEdit)
        line.setText(str(target))
        QTest.keyClick(line, Qt.Key.Key_Return)

    def leave_half_a_sentence(self) -> None:
        self.go("analysis")
        field = next(f for f in self.fields() if isinstance(f, QPlainTextEdit))
        field.setFocus()
        QTest.keyClicks(field, self.some(2))

    def work(self, secret: str) -> None:
        self.unlock(secret)
        share = -(-len(self.words) // len(PAGES))
        for page in PAGES:
            self.type_everywhere(page, share)
        self.search(min(20, len(self.words)))
        self.scroll()
        self.copy()
        self.export(self.out)
        self.leave_half_a_sentence()
        (self.signals / "typed").write_text(str(self.turn), encoding="utf-8")
        wait((self.signals / "lock").exists, "a word from the test")
        self.window.activateWindow()  # the file dialog had the keyboard
        wait(lambda: QApplication.activeWindow() is self.window, "the keyboard to come back")
        self.key(Qt.Key.Key_L, CTRL)


def begin(words: list[str], secret: str, signals: Path, out: Path) -> None:
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    try:
        Hands(window, words, signals, out).work(secret)
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        raise
    finally:
        if not window.locked and window.isVisible():
            os._exit(70)  # whoever waits is told at once, and no desk is left open


def main() -> int:
    review, secret_file, signals, out, seed, count = sys.argv[1:]
    secret = Path(secret_file).read_text(encoding="utf-8").strip()
    window_app.application()
    words = canaries(seed, int(count))
    QTimer.singleShot(0, lambda: begin(words, secret, Path(signals), Path(out)))
    return window_app.run(Path(review))


if __name__ == "__main__":
    sys.exit(main())
