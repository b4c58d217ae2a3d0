"""Settings over a real file: locking, what opens the review, backups; and the bin."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.common.errors import UserError
from desktop_app.services import keys, recommendation_edits
from desktop_app.services.recommendations import delete_recommendation
from desktop_app.services.session import Passphrase, RecoveryKey, Session, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui import preferences
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow

OLD = "otter velvet cumulus brig"
NEW = "lantern gravel pigeon tide"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "r.review"


@pytest.fixture
def real(qapp: QApplication, path: Path, rest: Callable[[], None]) -> Iterator[MainWindow]:
    file, _ = ReviewFile.create(path, OLD, cost=KdfCost(19 * 1024, 1))
    made = MainWindow(Look(qapp))
    made.open_desk(Session(file))
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    rest()
    yield made
    made.close()
    made.deleteLater()
    rest()


def at(window: MainWindow, name: str, uid: str = "") -> Any:
    assert window.desk_view is not None
    window.desk_view.go(name, uid)
    return window.desk_view.page


def done(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk_view is not None
    jobs = window.desk_view.desk.jobs
    qtbot.waitUntil(lambda: not jobs.busy, timeout=60_000)


def test_never_locking_says_what_that_means(real: MainWindow) -> None:
    panel = at(real, "settings", "locking").locking
    assert panel.after.value == "5"
    assert not panel._line.advice.text()
    panel.after.show_value("0")
    panel.after.chosen.emit("0")
    assert preferences.idle_minutes() == 0
    assert "every name" in panel._line.advice.text()
    panel.after.show_value("15")
    panel.after.chosen.emit("15")
    assert not panel._line.advice.text()


@pytest.mark.parametrize(
    ("names", "said", "unsaid"),
    [
        ([], "Ctrl+L before you leave", "also locks when"),
        (["screen-saver", "other-user"], "screen saver of this display starts, or when somebody else", "is locked"),
        (["lock-screen"], "also locks when the screen is locked", "before you leave"),
    ],
)
def test_locking_says_what_is_watched_on_this_computer(
    window: MainWindow, names: list[str], said: str, unsaid: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.ui.pages.settings import locking_panel

    class Source:
        def __init__(self, name: str) -> None:
            self.name = name

    monkeypatch.setattr(locking_panel, "sources_here", lambda: [Source(name) for name in names])
    text = at(window, "settings", "locking").locking.watched.text()
    assert said in text
    assert unsaid not in text


def test_the_passphrase_is_changed_by_keyboard(real: MainWindow, path: Path, qtbot: QtBot) -> None:
    panel = at(real, "settings", "security").security
    assert "the recovery key" in panel._opens.text()
    panel.pair.first.setText(NEW)
    panel.pair.second.setText("something else")
    panel.change.setFocus()
    QTest.keyClick(panel.change, Qt.Key.Key_Space)
    assert "not the same" in panel.errors.message
    panel.pair.second.setText(NEW)
    QTest.keyClick(panel.change, Qt.Key.Key_Space)
    done(real, qtbot)
    assert "changed" in panel.done.text()
    assert panel.pair.first.text() == panel.pair.second.text() == ""
    assert panel.change.isEnabled()
    real.close()
    with pytest.raises(UserError):
        open_session(path, Passphrase(OLD))
    open_session(path, Passphrase(NEW)).close()


def test_an_empty_passphrase_is_refused_in_words(real: MainWindow, qtbot: QtBot) -> None:
    panel = at(real, "settings").security
    panel.change_it()
    done(real, qtbot)
    assert "empty" in panel.errors.message
    assert panel.change.isEnabled()


def test_a_new_recovery_key_is_shown_once_and_opens(real: MainWindow, path: Path, qtbot: QtBot) -> None:
    panel = at(real, "settings").security
    panel.make_recovery()
    done(real, qtbot)
    key = panel.card.key.toPlainText()
    assert panel.card.isVisibleTo(panel)
    assert not panel.card.go_on.isEnabled()
    panel.card.safe.setChecked(True)
    panel.card.go_on.click()
    assert panel.card.isHidden()
    assert panel.card.key.toPlainText() == ""
    real.close()
    open_session(path, RecoveryKey(key)).close()


def test_a_key_found_at_opening_is_said_until_it_is_put_away(real: MainWindow, qtbot: QtBot) -> None:
    assert real.desk_view is not None
    session = real.desk_view.desk.session
    keys = (session.file.new_recovery_key(), session.file.new_shares(2, 3)[0])
    session.key_waits = True  # as a session finds it at opening
    real.desk_view.show_notices()
    notices = real.desk_view._notices
    assert notices.isVisible()
    card = at(real, "settings").security.card
    for sheet, key in enumerate((keys[0], keys[1], "", "")):
        assert not key or card.key.toPlainText() == key
        assert notices.isVisible(), sheet
        card.safe.setChecked(True)
        card.go_on.click()
    assert card.isHidden()
    assert not notices.isVisible()
    assert real.saver is not None
    assert real.saver.unsaved
    assert session.file.untold() == ()


def test_shares_are_shown_one_after_another(real: MainWindow, qtbot: QtBot) -> None:
    panel = at(real, "settings").security
    panel.make_shares()
    done(real, qtbot)
    seen = []
    for _ in range(3):
        seen.append(panel.card.key.toPlainText())
        assert not panel.card.safe.isChecked()
        panel.card.safe.setChecked(True)
        panel.card.go_on.click()
    assert panel.card.isHidden()
    assert len(set(seen)) == 3
    assert "any 2 of 3 recovery shares" in panel._opens.text()


def test_shares_that_nobody_put_away_outlive_another_text_size_and_a_lock(
    real: MainWindow, path: Path, qtbot: QtBot, handed_over: list[Any]
) -> None:
    panel = at(real, "settings").security
    panel.make_shares()
    done(real, qtbot)
    first = panel.card.key.toPlainText()
    panel.card.safe.setChecked(True)
    panel.card.go_on.click()
    QTest.keyClick(real, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    again = at(real, "settings").security
    assert again is not panel
    assert again.card.key.toPlainText() == first, "one of three is not put away: from the first again"
    real.lock()
    assert handed_over[-1] == "recovery-key-waits"
    with open_session(path, Passphrase(OLD)) as session:
        (held,) = session.file.untold()
        assert (held.kind, held.texts[0], len(held.texts), held.needed) == ("shares", first, 3, 2)
        assert "under Settings, Security" in "".join(session.notices)


@pytest.mark.parametrize("way", ["lock", "text size"])
def test_new_keys_being_made_are_made_to_their_end(
    real: MainWindow, path: Path, qtbot: QtBot, handed_over: list[Any], monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """A lock in the middle: the file is rewritten, the new recovery key waits in it, old backups are gone."""
    release = threading.Event()
    renew = keys.renew_backups

    def slow(session: Session) -> int:
        release.wait(20)
        return renew(session)

    monkeypatch.setattr(keys, "renew_backups", slow)
    panel = at(real, "settings").security
    real.desk_view.desk.session.file.back_up()  # type: ignore[union-attr]
    for line in (panel.pair.first, panel.pair.second):
        line.setText(NEW)
    panel.make_new()
    jobs = real.desk_view.desk.jobs  # type: ignore[union-attr]
    finish = jobs.finish_whole
    monkeypatch.setattr(jobs, "finish_whole", lambda: (release.set(), finish()))
    if way == "lock":
        real.lock()
        assert handed_over[-1] == "recovery-key-waits"
    else:
        QTest.keyClick(real, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        assert at(real, "settings").security is panel, "its work is not cut off"
        release.set()
        qtbot.waitUntil(lambda: at(real, "settings").security is not panel, timeout=60_000)
        shown = at(real, "settings").security.card.key.toPlainText()
        real.close()
    with open_session(path, Passphrase(NEW)) as session:
        (held,) = session.file.untold()
        assert way == "lock" or held.texts == (shown,)
        assert len(session.file.backups()) == 1
    open_session(path, RecoveryKey(held.texts[0])).close()


def test_a_printed_share_says_what_it_is_for(real: MainWindow, qtbot: QtBot) -> None:
    panel = at(real, "settings").security
    panel.make_shares()
    done(real, qtbot)
    picture = QPicture()
    painter = QPainter(picture)
    painter.setViewport(0, 0, 1000, 1400)
    painter.setWindow(0, 0, 1000, 1400)
    panel.card.draw_sheet(painter)
    painter.end()
    assert not picture.isNull()
    assert "Any 2 of the 3 shares open the review" in panel.card._printed
    assert "any 2 of the 3 together do" in panel.card._text.text()


def test_changing_the_passphrase_says_what_becomes_of_the_keyfile(real: MainWindow, qtbot: QtBot) -> None:
    panel = at(real, "settings").security
    assert not panel.without_keyfile.text()
    assert real.desk_view is not None
    real.desk_view.desk.session.file.change_passphrase(OLD, keyfile=b"k", cost=KdfCost(19 * 1024, 1))
    panel.show_state()
    assert "do without" in panel.without_keyfile.text()


def test_a_leak_makes_everything_new(real: MainWindow, path: Path, qtbot: QtBot) -> None:
    panel = at(real, "settings").security
    panel.pair.first.setText(NEW)
    panel.pair.second.setText(NEW)
    panel.make_new()
    done(real, qtbot)
    assert "Everything is new" in panel.done.text()
    key = panel.card.key.toPlainText()
    real.close()
    with pytest.raises(UserError):
        open_session(path, Passphrase(OLD))
    open_session(path, RecoveryKey(key)).close()


def test_a_recovery_key_on_the_screen_is_never_kept_as_something_typed(real: MainWindow, qtbot: QtBot) -> None:
    from desktop_app.ui.shell.place import place_on

    page = at(real, "settings")
    page.security.make_recovery()
    done(real, qtbot)
    key = page.security.card.key.toPlainText()
    assert key
    assert key not in place_on("settings", page).typed.values()


def test_a_backup_is_made_and_tried_out(real: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    panel = at(real, "settings", "backups").backups
    assert "no backup" in panel._state.text()
    assert not panel.try_out.isEnabled()
    QTest.keyClick(panel.make, Qt.Key.Key_Space)
    done(real, qtbot)
    assert "opened and compared" in panel.done.text(), panel.errors.message
    assert "1 is kept" in panel._state.text()
    assert "None has been tried out" in panel._state.text()
    QTest.keyClick(panel.try_out, Qt.Key.Key_Space)
    done(real, qtbot)
    assert "works" in panel.done.text(), panel.errors.message
    assert "last tried out" in panel._state.text()
    panel.back_up(tmp_path / "gone")
    done(real, qtbot)
    assert "not a folder" in panel.errors.message


def test_a_backup_is_brought_back_beside_the_open_review(
    real: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = at(real, "settings", "backups").backups
    assert not panel.bring_back.isEnabled()
    panel.back_up(None)
    done(real, qtbot)
    target = tmp_path / "came back.review"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target.with_suffix("")), ""))
    panel.bring_back.setFocus()
    QTest.keyClick(panel.bring_back, Qt.Key.Key_Space)
    done(real, qtbot)
    assert "It is back" in panel.done.text(), panel.errors.message
    QTest.keyClick(panel.bring_back, Qt.Key.Key_Space)
    done(real, qtbot)
    assert "already something called" in panel.errors.message, "nothing is written over"
    real.close()
    open_session(target, Passphrase(OLD)).close()


def test_a_backup_that_rotation_took_away_is_said_to_be_gone(real: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    panel = at(real, "settings", "backups").backups
    panel.back_up(None)
    done(real, qtbot)
    assert real.desk_view is not None
    for backup in real.desk_view.desk.session.file.backups():
        backup.delete()
    panel.restore(tmp_path / "x.review")
    done(real, qtbot)
    assert "not there any more" in panel.errors.message
    assert not (tmp_path / "x.review").exists()


def test_the_overview_says_when_no_backup_was_tried(
    window: MainWindow, session: Any, monkeypatch: pytest.MonkeyPatch, rest: Callable[[], None]
) -> None:
    from desktop_app.services.backups import BackupState
    from desktop_app.ui.pages.overview import page as overview

    shown: Any = window.desk_view
    assert shown.page._drill.isHidden()
    monkeypatch.setattr(overview, "backup_state", lambda _session: BackupState(None, 3, None, True))
    shown.page.refresh(frozenset())
    assert not shown.page._drill.isHidden()
    shown.page._drill.acted.emit()
    rest()
    assert shown.current == "settings"


def test_the_bin_puts_back_and_removes_for_good(
    real: MainWindow, path: Path, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    assert real.desk_view is not None
    session = real.desk_view.desk.session
    page = at(real, "bin")
    rest()
    assert not page._empty.isHidden()
    uids = [recommendation_edits.add_recommendation(session)[1] for _ in range(2)]
    for uid in uids:
        delete_recommendation(session, uid)
    page.refresh(frozenset())
    rest()
    assert len(page.listing.entries) == 2
    page.listing.setFocus()
    page.listing.pick(uids[0])
    QTest.keyClick(page.listing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert [r.uid for r in session.snapshot.recommendations] == [uids[0]], page.errors.message
    assert len(page.listing.entries) == 1
    page.listing.pick(uids[1])
    page.remove_one()
    done(real, qtbot)
    assert "1 record removed for good" in page.done.text(), page.errors.message
    assert not page._empty.isHidden()


def test_notices_are_said_once_also_after_a_save(
    window: MainWindow, session: Any, qtbot: QtBot, rest: Callable[[], None]
) -> None:
    from desktop_app.ui.widgets.advice import WarningStrip

    view: Any = window.desk_view

    def strips() -> list[str]:
        found: list[QWidget] = [s for s in view.findChildren(WarningStrip) if s.isVisible()]
        return [s.label.text() for s in found if isinstance(s, WarningStrip)]

    assert strips() == []
    session.notices = ("The other work was put beside it.",)
    session.unsaved = True
    window.save()
    window.save()
    qtbot.waitUntil(lambda: not session.unsaved, timeout=30_000)
    rest()
    assert strips() == ["The other work was put beside it."]
    next(s for s in view.findChildren(WarningStrip) if s.isVisible()).acted.emit()
    window.save()
    rest()
    assert strips() == []
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert window.desk_view is not view, "built anew"
    view = window.desk_view
    assert strips() == []


def test_long_notices_wrap_and_each_is_closed_by_keyboard(
    window: MainWindow, session: Any, rest: Callable[[], None]
) -> None:
    from desktop_app.ui.widgets.advice import WarningStrip

    view: Any = window.desk_view
    long = "This is an older version of the review than the one last open on this computer. " * 4
    session.notices = (long, "Another.")
    window.resize(900, 700)
    view.show_notices()
    rest()
    strips = [s for s in view.findChildren(WarningStrip) if s.isVisible()]
    assert len(strips) == 2
    for strip in strips:
        assert strip.label.height() >= strip.label.heightForWidth(strip.label.width())
        button = strip.findChild(QAbstractButton)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert not [s for s in view.findChildren(WarningStrip) if s.isVisible()]
    assert view._notices.isHidden()


def test_an_earlier_version_is_read_and_put_back(real: MainWindow, rest: Callable[[], None]) -> None:
    from dataclasses import replace

    from desktop_app.domain.learning import Finding
    from desktop_app.ui.widgets.earlier_versions import EarlierVersions

    assert real.desk_view is not None
    session = real.desk_view.desk.session
    first = Finding(number=1, title="Seen is not heard", statement="The first words, ŵ.")
    session.put("Add finding", first)
    page = at(real, "analysis", first.uid)
    page.refresh(frozenset())
    page.earlier()
    assert page.findChild(EarlierVersions) is None
    session.put("Edit finding", replace(first, statement="Other words."))
    page.refresh(frozenset())
    page.earlier()
    rest()
    shown = page.findChild(EarlierVersions)
    assert shown is not None
    assert shown.text.toPlainText() == "The first words, ŵ."
    QTest.keyClick(shown.back, Qt.Key.Key_Space)
    rest()
    assert session.snapshot.findings[0].statement == "The first words, ŵ."
    assert session.undo_label == "Put back an earlier version"
