"""What happens to the file from outside while a window has it open: said in words, and nothing is lost."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.common import durable
from desktop_app.domain.people import Person
from desktop_app.services.session import Passphrase, Session, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.unlock.unlock_page import UnlockPage
from desktop_app.ui.widgets.advice import WarningStrip

CTRL = Qt.KeyboardModifier.ControlModifier
SECRET = "otter velvet cumulus brig"


class Failing:
    """The `os` module, whose `name` raises `error` as long as it is told to."""

    def __init__(self, name: str, error: int) -> None:
        self._name, self._error, self.times, self.met = name, error, 1 << 30, 0

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name != self._name:
            return real

        def call(*args: Any, **kwargs: Any) -> Any:
            self.met += 1
            if self.met <= self.times:
                raise OSError(self._error, os.strerror(self._error))
            return real(*args, **kwargs)

        return call


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "case.review"


@pytest.fixture
def session(path: Path) -> Session:
    file, _ = ReviewFile.create(path, SECRET, cost=KdfCost(19 * 1024, 1))
    made = Session(file)
    made.put("Add", Person(uid="p1", name="before"))
    made.save()
    return made


@pytest.fixture
def desk(qapp: QApplication, session: Session, rest: Callable[[], None]) -> Iterator[MainWindow]:
    window = MainWindow(Look(qapp))
    window.open_desk(session)
    window.show()
    window.activateWindow()
    rest()
    yield window
    window.close()
    window.deleteLater()
    rest()


def edit_and_save(window: MainWindow, session: Session, qtbot: QtBot, name: str) -> str:
    """Ctrl+S; what the status bar says in the end."""
    assert window.desk_view is not None
    window.desk_view.desk.announce(session.put("Edit", Person(uid="p1", name=name)))
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    saver = window.saver
    assert saver is not None
    qtbot.waitUntil(lambda: not saver.writing, timeout=20_000)
    return f"{window.status._saved.text()} {window.status._told.text()}"


@pytest.mark.parametrize(
    ("step", "error", "said"),
    [
        ("open", errno.ENOSPC, "The disk is full"),
        ("fsync", errno.EDQUOT, "The disk is full"),
        ("open", errno.EROFS, "read-only"),
        ("open", errno.EACCES, "may not read or write"),
        ("fsync", errno.EIO, "did not answer properly"),
        ("replace", errno.ESTALE, "did not answer properly"),  # a network drive that was mounted anew
        ("open", errno.ENOTCONN, "did not answer properly"),
        ("open", errno.ENODEV, "did not answer properly"),  # a stick that is still listed, but gone
    ],
)
def test_a_write_that_fails_is_said_with_what_is_safe_and_made_good_later(
    desk: MainWindow,
    session: Session,
    path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    error: int,
    said: str,
) -> None:
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(durable, "os", Failing(step, error))
        told = edit_and_save(desk, session, qtbot, "typed meanwhile")
    assert said in told
    assert "is kept" in told
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) in (["case.review"], ["case.review", "case.review.bak"])
    assert "Saved" in edit_and_save(desk, session, qtbot, "typed later")
    desk.close()
    with open_session(path, Passphrase(SECRET)) as again:
        assert [p.name for p in again.snapshot.people] == ["typed later"]


def test_a_stick_pulled_out_and_put_back(
    desk: MainWindow, session: Session, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    away = path.parent.rename(tmp_path / "pocket")
    told = edit_and_save(desk, session, qtbot, "typed meanwhile")
    assert "is not there" in told
    assert "unplugged" in told
    away.rename(path.parent)
    assert "Saved" in edit_and_save(desk, session, qtbot, "typed later")


def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(
    desk: MainWindow, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows tells of a sharing violation: permission denied, and a moment later none."""
    pauses: list[float] = []
    failing = Failing("replace", errno.EACCES)
    failing.times = 3
    monkeypatch.setattr(durable, "os", failing)
    monkeypatch.setattr(durable, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(durable, "time", SimpleNamespace(sleep=pauses.append))
    assert "Saved" in edit_and_save(desk, session, qtbot, "typed meanwhile")
    assert pauses == [0.05, 0.2, 0.5]


def test_a_file_replaced_under_an_open_window_is_kept_and_said(
    desk: MainWindow, session: Session, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """A synced folder brings another computer's version; later it brings half of one."""
    theirs = tmp_path / "theirs"
    shutil.copy(path, theirs)
    edit_and_save(desk, session, qtbot, "ours")
    shutil.copy(theirs, path)
    edit_and_save(desk, session, qtbot, "ours again")
    (aside,) = path.parent.glob("*changed elsewhere*")
    assert aside.read_bytes() == theirs.read_bytes()
    strips = [strip.label.text() for strip in desk.findChildren(WarningStrip) if strip.isVisible()]
    assert any("Both were kept" in text and "changed elsewhere" in text for text in strips), strips
    path.write_bytes(theirs.read_bytes()[:9000])
    edit_and_save(desk, session, qtbot, "ours once more")
    assert len(list(path.parent.glob("*changed elsewhere*"))) == 2
    desk.close()
    with open_session(path, Passphrase(SECRET)) as again:
        assert [p.name for p in again.snapshot.people] == ["ours once more"]
    with open_session(aside, Passphrase(SECRET)) as other:
        assert [p.name for p in other.snapshot.people] == ["before"]


def test_a_second_window_on_the_same_file_says_so_and_touches_nothing(
    qapp: QApplication, desk: MainWindow, path: Path, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    before = path.read_bytes()
    second = MainWindow(Look(qapp), path)
    second.show()
    page = second.view
    assert isinstance(page, UnlockPage)
    page.secret.setText(SECRET)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.errors.message), timeout=20_000)
    assert "already open elsewhere" in page.errors.message
    assert "Close it there first" in page.errors.message
    assert second.desk_view is None
    assert path.read_bytes() == before
    second.close()
    second.deleteLater()
    rest()
