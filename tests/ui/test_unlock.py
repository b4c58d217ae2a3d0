"""Unlocking and starting a review, by keyboard, with what goes wrong said in place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.session import Passphrase, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.unlock.new_page import NewPage
from desktop_app.ui.unlock.unlock_page import UnlockPage

SECRET = "otter velvet cumulus brig"


@pytest.fixture
def locked(qapp: QApplication, rest: Callable[[], None]) -> Iterator[MainWindow]:
    window = MainWindow(Look(qapp))
    window.show()
    rest()
    yield window
    window.close()
    window.deleteLater()
    rest()
    apply(qapp, Theme())


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path = tmp_path / "Callum Draycott.review"
    file, _ = ReviewFile.create(path, SECRET, cost=KdfCost(19 * 1024, 1))
    file.close(save=True)
    return path


def unlock(window: MainWindow, path: Path, secret: str, qtbot: QtBot) -> UnlockPage:
    page = window.view
    assert isinstance(page, UnlockPage)
    page.path = path
    page.secret.setText(secret)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    return page


def test_enter_opens_the_desk(locked: MainWindow, review: Path, qtbot: QtBot) -> None:
    unlock(locked, review, SECRET, qtbot)
    assert locked.desk_view is not None
    assert locked.desk_view.current == "overview"


def test_a_wrong_passphrase_is_said_in_place(locked: MainWindow, review: Path, qtbot: QtBot) -> None:
    page = unlock(locked, review, "not this one", qtbot)
    assert locked.desk_view is None
    assert page.errors.message
    assert page.secret.hasSelectedText()
    assert page.button.isEnabled()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a review at all" * 40])
def test_a_foreign_file_is_told_apart(
    locked: MainWindow, tmp_path: Path, review: Path, content: bytes, qtbot: QtBot
) -> None:
    other = tmp_path / "other.review"
    other.write_bytes(content)
    page = unlock(locked, other, SECRET, qtbot)
    foreign = page.errors.message
    wrong = unlock(locked, review, "not this one", qtbot).errors.message
    assert foreign
    assert wrong
    assert foreign != wrong


def test_no_passphrase_asks_for_one(locked: MainWindow, review: Path, qtbot: QtBot) -> None:
    page = unlock(locked, review, "", qtbot)
    assert "no passphrase" in page.errors.message


def test_the_locked_window_never_shows_a_name(
    locked: MainWindow, review: Path, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    unlock(locked, review, SECRET, qtbot)
    locked.lock()
    rest()
    assert locked.desk_view is None
    assert not locked.isVisible()
    page = UnlockPage(locked.recent, locked.jobs, review)
    said = [w.text() for w in page.findChildren(QLabel)] + [w.accessibleName() for w in page.findChildren(QWidget)]
    said += [page.file.text(), *(entry.spoken for entry in page.recent_list.entries)]
    page.deleteLater()
    assert any("File 1" in text for text in said)
    assert not [text for text in said if "Draycott" in text or str(review.parent) in text]
    opened = open_session(review, Passphrase(SECRET))  # the file was let go of
    opened.close()


def test_forgetting_empties_the_list(locked: MainWindow, tmp_path: Path) -> None:
    locked.recent.opened(tmp_path / "x.review", dt.datetime(2026, 9, 8, 9, 0, tzinfo=dt.UTC))
    locked.recent.forget()
    assert locked.recent.files == ()


def fill(page: NewPage, path: Path, first: str, second: str) -> None:
    page.choose(path)
    page.reference.setText("LR-1")
    page.first.setText(first)
    page.second.setText(second)
    QTest.keyClick(page.second, Qt.Key.Key_Return)


def test_a_new_review_shows_its_recovery_key_once(
    locked: MainWindow, tmp_path: Path, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    locked.show_new()
    page = locked.view
    assert isinstance(page, NewPage)
    fill(page, tmp_path / "new.review", SECRET, SECRET)
    qtbot.waitUntil(lambda: not locked.jobs.busy, timeout=30_000)
    assert not page.card.isHidden()
    key = page.card.key.toPlainText()
    assert len(key) > 20
    assert not page.card.go_on.isEnabled(), "the key must be put away first"
    page.card.safe.setFocus()
    QTest.keyClick(page.card.safe, Qt.Key.Key_Space)
    assert page.card.go_on.isEnabled()
    page.card.go_on.setFocus()
    QTest.keyClick(page.card.go_on, Qt.Key.Key_Space)
    rest()
    assert locked.desk_view is not None
    assert locked.desk_view.desk.snapshot.review.reference == "LR-1"
    assert key not in [w.toPlainText() for w in locked.findChildren(type(page.card.key))]


def test_passphrases_that_differ_make_nothing(locked: MainWindow, tmp_path: Path) -> None:
    locked.show_new()
    page = locked.view
    assert isinstance(page, NewPage)
    fill(page, tmp_path / "new.review", SECRET, "something else")
    assert "not the same" in page.errors.message
    assert not (tmp_path / "new.review").exists()


def test_strength_is_said_in_words(locked: MainWindow, tmp_path: Path) -> None:
    locked.show_new()
    page = locked.view
    assert isinstance(page, NewPage)
    weak = page._pair._strength.advice.text()
    page.first.setText("otter velvet cumulus brig lantern")
    assert page._pair._strength.advice.text() != weak


def test_escape_goes_back_to_unlock(locked: MainWindow, rest: Callable[[], None]) -> None:
    locked.show_new()
    rest()
    QTest.keyClick(locked.view, Qt.Key.Key_Escape)
    assert isinstance(locked.view, UnlockPage)


def test_f8_shows_what_is_typed(locked: MainWindow) -> None:
    page = locked.view
    assert isinstance(page, UnlockPage)
    page.secret.setFocus()
    QTest.keyClick(page.secret, Qt.Key.Key_F8)
    assert page.secret.echoMode() is page.secret.EchoMode.Normal
    QTest.keyClick(page.secret, Qt.Key.Key_F8)
    assert page.secret.echoMode() is page.secret.EchoMode.Password


def test_the_recovery_key_is_saved_once_and_over_nothing(
    locked: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "key.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    locked.show_new()
    page = locked.view
    assert isinstance(page, NewPage)
    page.card.show_key("AAAA-BBBB")
    page.card._save()
    assert target.read_text() == "AAAA-BBBB\n"
    page.card.show_key("CCCC-DDDD")
    page.card._save()
    assert "could not be written" in page.card.errors.message
    assert target.read_text() == "AAAA-BBBB\n"


def test_a_keyfile_that_cannot_be_read_is_said_in_place(locked: MainWindow, review: Path, qtbot: QtBot) -> None:
    page = locked.view
    assert isinstance(page, UnlockPage)
    page.keyfile._path = review.parent / "gone.key"
    assert "keyfile" in unlock(locked, review, SECRET, qtbot).errors.message


def test_closing_while_the_key_is_shown_lets_go_of_the_file(locked: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    locked.show_new()
    page = locked.view
    assert isinstance(page, NewPage)
    fill(page, tmp_path / "new.review", SECRET, SECRET)
    qtbot.waitUntil(lambda: not page.card.isHidden(), timeout=60_000)
    locked.close()
    with open_session(tmp_path / "new.review", Passphrase(SECRET)) as again:
        assert again.snapshot.review.reference == "LR-1"
        assert len(again.notices) == 1
        assert "nobody has said that they are put away" in again.notices[0]
