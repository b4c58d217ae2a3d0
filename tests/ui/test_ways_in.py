"""Opening without the passphrase: the recovery key, shares that several people type, a backup; all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.session import Passphrase, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.unlock.restore_page import RestorePage
from desktop_app.ui.unlock.shares_way import SharesWay
from desktop_app.ui.unlock.unlock_page import UnlockPage

SECRET = "otter velvet cumulus brig"
COST = KdfCost(19 * 1024, 1)


class Review:
    """A review on disk with all that opens it."""

    def __init__(self, path: Path, needed: int = 2, made: int = 3) -> None:
        self.path = path
        file, self.recovery = ReviewFile.create(path, SECRET, cost=COST)
        self.shares = file.new_shares(needed, made)
        file.save()
        self.backup = file.back_up().path
        file.close()


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return Review(tmp_path / "r.review")


@pytest.fixture
def locked(qapp: QApplication, review: Review, rest: Callable[[], None]) -> Iterator[MainWindow]:
    window = MainWindow(Look(qapp), review.path)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    rest()
    yield window
    window.close()
    window.deleteLater()
    rest()
    apply(qapp, Theme())


def unlock_page(window: MainWindow) -> UnlockPage:
    assert isinstance(window.view, UnlockPage)
    return window.view


def by_shares(window: MainWindow) -> SharesWay:
    page = unlock_page(window)
    button = page.way.buttons["shares"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert page.way.shares is not None
    return page.way.shares


def here() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None, "the keyboard is nowhere"
    return focused


def type_here(text: str) -> None:
    QTest.keyClicks(here(), text)


def enter() -> None:
    QTest.keyClick(here(), Qt.Key.Key_Return)


def shown_words(window: QWidget) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def opened(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.desk_view is not None, timeout=30_000)


def test_the_chair_and_the_records_officer_open_it_when_its_author_is_gone(
    locked: MainWindow, review: Review, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    way = by_shares(locked)
    rest()
    assert "Any 2 of the 3 shares open this file." in way.needed.text()
    assert QApplication.focusWidget() is way.fields[0].words
    type_here(review.shares[2])
    assert "Whole" in way.fields[0]._line.advice.text()
    enter()
    rest()
    assert "1 of 2 still needed" in way.needed.text()
    assert not way.fields[0].words.isVisible(), "the next keeper does not read the first one's words"
    assert review.shares[2] not in shown_words(locked)
    assert QApplication.focusWidget() is way.fields[1].words
    type_here(" ".join(word[:4] for word in review.shares[0].split()))
    enter()
    opened(locked, qtbot)


def test_a_mistyped_word_is_pointed_at_and_mended(locked: MainWindow, review: Review, qtbot: QtBot) -> None:
    way = by_shares(locked)
    words = review.shares[0].split()
    type_here(" ".join([*words[:4], "zzzz", ""]))
    assert "Word 5, “zzzz”" in way.fields[0]._line.advice.text()
    way.fields[0].words.clear()
    type_here(" ".join([*words[:-1], "academic" if words[-1] != "academic" else "acid"]))
    assert "do not add up" in way.fields[0]._line.advice.text()
    enter()
    qtbot.waitUntil(lambda: not locked.jobs.busy, timeout=20_000)
    assert locked.desk_view is None
    assert "not typed as it is printed" in unlock_page(locked).errors.message


def test_the_same_share_twice_opens_nothing(locked: MainWindow, review: Review) -> None:
    way = by_shares(locked)
    for _ in range(2):
        type_here(review.shares[1])
        enter()
    assert "here already" in way.fields[1]._line.advice.text()
    assert "1 of 2 still needed" in way.needed.text()


def test_pasted_shares_fill_their_fields(locked: MainWindow, review: Review, qtbot: QtBot) -> None:
    way = by_shares(locked)
    pasted = QMimeData()
    pasted.setText("\n".join(review.shares[:2]) + "\n")
    way.fields[0].words.insertFromMimeData(pasted)
    assert [field.whole for field in way.fields] == [True, True]
    assert "Enough" in way.needed.text()
    button = unlock_page(locked).button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    opened(locked, qtbot)


def test_three_of_five_makes_room_for_three(locked: MainWindow, tmp_path: Path) -> None:
    other = Review(tmp_path / "other.review", 3, 5)
    way = by_shares(locked)
    type_here(other.shares[0])
    assert "another set" in way.fields[0]._line.advice.text(), "of the file that is chosen, not of this one"
    unlock_page(locked)._take_file(other.path)
    assert len(way.fields) == 3
    assert way.fields[0].whole


def test_a_file_without_shares_says_so(locked: MainWindow, tmp_path: Path) -> None:
    plain = tmp_path / "plain.review"
    ReviewFile.create(plain, SECRET, cost=COST)[0].close()
    unlock_page(locked)._take_file(plain)
    assert "no recovery shares" in by_shares(locked).needed.text()


def test_a_share_can_be_typed_again_and_another_way_forgets_it(locked: MainWindow, review: Review) -> None:
    way = by_shares(locked)
    type_here(review.shares[0])
    enter()
    again = way.fields[0]._again
    again.setFocus()
    QTest.keyClick(again, Qt.Key.Key_Space)
    assert way.fields[0].text == ""
    assert QApplication.focusWidget() is way.fields[0].words
    type_here(review.shares[0])
    unlock_page(locked).way.choose("passphrase")
    assert not way.typed
    assert QApplication.focusWidget() is unlock_page(locked).secret


def test_the_recovery_key_is_judged_as_it_is_typed_and_opens(locked: MainWindow, review: Review, qtbot: QtBot) -> None:
    page = unlock_page(locked)
    button = page.way.buttons["recovery-key"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page.secret
    first = "A" if review.recovery[0] != "A" else "B"
    type_here(first + review.recovery[1:])
    assert "not as the key was printed" in page.way._line.advice.text()
    page.secret.clear()
    type_here(review.recovery.lower())
    assert "as it was printed" in page.way._line.advice.text()
    enter()
    opened(locked, qtbot)


def test_what_is_typed_is_forgotten_when_nobody_is_here(locked: MainWindow) -> None:
    page = unlock_page(locked)
    type_here("otter vel")
    assert page.way._left.isActive()
    page.way._left.timeout.emit()
    assert page.secret.text() == ""
    assert "cleared" in page.said.text()
    type_here("otter vel")
    QTest.keyClick(locked, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert page.secret.text() == ""


@pytest.mark.parametrize(("scheme", "scale"), [(Scheme.LIGHT, 100), (Scheme.CONTRAST, 150), (Scheme.DARK, 200)])
@pytest.mark.parametrize("name", ["unlock", "recovery-key", "shares", "restore", "new"])
def test_no_words_are_clipped_before_the_desk(
    locked: MainWindow, review: Review, rest: Callable[[], None], name: str, scheme: Scheme, scale: int
) -> None:
    locked._look.choose(scheme=scheme, scale=scale)
    rest()
    if name in ("recovery-key", "shares"):
        unlock_page(locked).way.buttons[name].click()  # type: ignore[index]
    elif name != "unlock":
        getattr(locked, f"show_{name}")()
    rest()
    if name == "shares":
        type_here(review.shares[0])
        enter()
        type_here("academic zzzz ")
        rest()
    page = locked.view
    for label in page.findChildren(QLabel):
        if label.isVisibleTo(page) and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, (label.text(), label.size(), needed)
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), (label.text(), label.size())
    for button in page.findChildren(QAbstractButton):
        if button.isVisibleTo(page) and button.text():
            assert button.width() >= button.sizeHint().width(), (button.text(), button.size())
    for control in page.findChildren(QWidget):
        if control.isVisibleTo(page) and control.focusPolicy() & Qt.FocusPolicy.TabFocus and control is not page:
            named = control.accessibleName() or getattr(control, "text", lambda: "")()
            assert named or control.focusProxy() is not None, control
    assert (locked.width(), locked.height()) == (1440, 900)


def test_a_backup_comes_back_under_a_new_name(
    locked: MainWindow, review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target, before = tmp_path / "came back.review", review.path.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target.with_suffix("")), ""))
    unlock_page(locked).restore_asked.emit()
    page = locked.view
    assert isinstance(page, RestorePage)
    assert page.choice.value == str(review.backup)
    page.restore()
    assert "no new name" in page.errors.message
    QTest.keyClick(page.file, Qt.Key.Key_Space)
    type_here("not this one")
    enter()
    qtbot.waitUntil(lambda: bool(page.errors.message) and not locked.jobs.busy, timeout=20_000)
    assert not target.exists()
    page.way.secret.clear()
    page.way.secret.setFocus()
    type_here(SECRET)
    enter()
    opened(locked, qtbot)
    assert locked.desk_view is not None
    assert locked.desk_view.desk.session.path == target
    assert review.path.read_bytes() == before


def test_a_backup_is_chosen_by_hand_when_the_file_is_gone(
    locked: MainWindow, review: Review, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    review.path.unlink()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(review.backup), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "x.review"), ""))
    locked.show_restore()
    page = locked.view
    assert isinstance(page, RestorePage)
    assert "No backup" in page._backup_line.advice.text()
    page.choice.chosen.emit("other")
    page.choose_target()
    page.way.choose("shares")
    assert page.way.shares is not None
    for field, share in zip(page.way.shares.fields, review.shares, strict=False):
        field.take(share)
    page.restore()
    opened(locked, qtbot)
    locked.close()
    open_session(tmp_path / "x.review", Passphrase(SECRET)).close()


def test_escape_leaves_restoring(locked: MainWindow, review: Review, rest: Callable[[], None]) -> None:
    locked.show_restore()
    rest()
    QTest.keyClick(locked.view, Qt.Key.Key_Escape)
    assert unlock_page(locked).path == review.path
