"""From a new file to an exported briefing on a real encrypted file, without the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.domain.people import Person
from desktop_app.services.inspection import inspect_file
from desktop_app.services.session import Passphrase, Session, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow

WORDS = "otter velvet cumulus brig"
ABOUT = "Callum Draycott walked home by Pengelly Close on 7 May 2024. His teachers knew him well."
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def real(qapp: QApplication, tmp_path: Path, rest: Callable[[], None]) -> Iterator[MainWindow]:
    file, _ = ReviewFile.create(tmp_path / "new.review", WORDS, cost=KdfCost(19 * 1024, 1))
    session = Session(file)
    child = Person(key="p-callum", name="Callum Draycott", pseudonym="Rowan")
    session.put("Start", child)
    session.save()
    window = MainWindow(Look(qapp))
    window.open_desk(session)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    rest()
    yield window
    window.close()
    window.deleteLater()
    rest()


def test_from_a_passage_to_a_file(
    real: MainWindow,
    tmp_path: Path,
    qtbot: Any,
    write: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "briefing.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    QTest.keyClick(real, Qt.Key.Key_7, CTRL)
    assert real.desk_view is not None
    page: Any = real.desk_view.page

    def ready() -> None:
        qtbot.waitUntil(lambda: page.prepared is not None and not page.desk.jobs.busy, timeout=30_000)

    ready()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    field = page.passages.fields["about"]
    field.setFocus()
    write(field, ABOUT)
    QTest.keyClick(field, Qt.Key.Key_F2)
    ready()
    assert page.prepared.undecided, "the street is nobody's in the register"
    QTest.keyClick(real, Qt.Key.Key_E, CTRL)
    assert not target.exists(), "nothing leaves while a form of words waits"
    for _ in range(20):
        ready()
        if not page.prepared.undecided:
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: page.bar.written is not None or bool(page.errors.message), timeout=60_000)
    assert not page.errors.message
    snapshot = page.desk.session.snapshot
    report = inspect_file(target, snapshot)
    assert report.clean
    said = " ".join(part.text for part in report.parts)
    assert "Rowan walked home" in said
    assert "Pengelly" not in said
    assert "7 May" not in said
    assert page.desk.session.path.exists()
    QTest.keyClick(real, Qt.Key.Key_L, CTRL)
    with open_session(tmp_path / "new.review", Passphrase(WORDS)) as again:
        assert [n.text for n in again.snapshot.narratives] == [ABOUT]
        assert len(again.snapshot.outputs) == 1
        assert again.snapshot.surface_decisions
