"""Ctrl+H: what the text being written in said before, to read and to put back; wherever long texts are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import read_date
from desktop_app.domain.learning import Finding, Recommendation, RecommendationPart
from desktop_app.domain.people import Agency
from desktop_app.domain.review import Kloe, Narrative, Review
from desktop_app.services.session import Session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.widgets.earlier_versions import EarlierVersions

FIRST, OTHER = "What was written first.", "What was written then."
R1 = "1" * 32
REFERS = f"As Recommendation {{rec:{R1}}} says."


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, rest: Callable[[], None]) -> Iterator[MainWindow]:
    file, _ = ReviewFile.create(tmp_path / "r.review", "otter velvet cumulus brig", cost=KdfCost(19 * 1024, 1))
    session = Session(file)
    session.put(
        "Start",
        Review(uid="rev"),
        Agency(uid="a", code="CSC", name="Social care"),
        ChronologyEvent(
            uid="e1", ref="CSC-1", agency="a", date=read_date("3 May 2024"), event=FIRST, published_wording=FIRST
        ),
        Kloe(uid="k1", number=1, question="Who knew?", why=FIRST),
        Finding(uid="f1", number=1, title="Seen", statement=FIRST, still_true=FIRST),
        Recommendation(uid=R1, number=1, title="Listen", text="Listen."),
        Recommendation(uid="2" * 32, number=2, title="Ask", text=REFERS),
        RecommendationPart(uid="p2a", recommendation="2" * 32, letter="a", text=FIRST),
        Narrative(uid="n1", key="about", text=FIRST),
    )
    window = MainWindow(Look(qapp))
    window.open_desk(session)
    window.show()
    window.activateWindow()
    rest()
    yield window
    window.close()
    window.deleteLater()
    rest()


def rewrite(window: MainWindow, family: str, uid: str, field: str) -> None:
    assert window.desk_view is not None
    desk = window.desk_view.desk
    record = next(r for r in getattr(desk.snapshot, family) if r.uid == uid)
    desk.announce(desk.session.put("Edit", replace(record, **{field: OTHER})))


def still_true(page: Any) -> QWidget:
    return page.form.still_true  # type: ignore[no-any-return]


def of_part(page: Any) -> QWidget:
    return page.texts.texts["p2a"]  # type: ignore[no-any-return]


def of_sentence(page: Any) -> QWidget:
    return page.texts.texts["2" * 32]  # type: ignore[no-any-return]


def published(page: Any) -> QWidget:
    page.edit()
    return page.editor.published  # type: ignore[no-any-return]


def why_asked(page: Any) -> QWidget:
    return page.kloe.why  # type: ignore[no-any-return]


def passage(page: Any) -> QWidget:
    page.write_passages()
    return page.passages.fields["about"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("page", "uid", "family", "record", "field", "widget", "stored"),
    [
        ("analysis", "f1", "findings", "f1", "still_true", still_true, FIRST),
        ("analysis", "k1", "kloes", "k1", "why", why_asked, FIRST),
        ("recommendations", "2" * 32, "parts", "p2a", "text", of_part, FIRST),
        ("recommendations", "2" * 32, "recommendations", "2" * 32, "text", of_sentence, REFERS),
        ("chronology", "e1", "events", "e1", "published_wording", published, FIRST),
        ("outputs", "overview", "narratives", "n1", "text", passage, FIRST),
    ],
)
def test_the_text_being_written_in_is_read_and_put_back(
    desk: MainWindow,
    rest: Callable[[], None],
    qtbot: Any,
    page: str,
    uid: str,
    family: str,
    record: str,
    field: str,
    widget: Callable[[Any], QWidget],
    stored: str,
) -> None:
    rewrite(desk, family, record, field)
    assert desk.desk_view is not None
    desk.desk_view.go(page, uid)
    rest()
    shown: Any = desk.desk_view.page
    qtbot.waitUntil(lambda: not shown.desk.jobs.busy, timeout=30_000)
    target = widget(shown)
    target.setFocus()
    rest()
    QTest.keyClick(target, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    rest()
    dialog = shown.findChild(EarlierVersions)
    assert dialog is not None
    read = dialog.text.toPlainText()
    assert "{rec:" not in read
    assert read == ("As Recommendation 1 says." if stored == REFERS else stored)
    QTest.keyClick(dialog.back, Qt.Key.Key_Space)
    rest()
    session = desk.desk_view.desk.session
    assert getattr(next(r for r in getattr(session.snapshot, family) if r.uid == record), field) == stored
    assert session.undo_label == "Put back an earlier version"
    qtbot.waitUntil(lambda: not shown.desk.jobs.busy, timeout=30_000)


def test_what_else_was_being_typed_is_not_put_back_with_it(desk: MainWindow, rest: Callable[[], None]) -> None:
    rewrite(desk, "findings", "f1", "still_true")
    assert desk.desk_view is not None
    desk.desk_view.go("analysis", "f1")
    rest()
    page: Any = desk.desk_view.page
    page.form.statement.setFocus()
    page.form.statement.setPlainText("New words of the statement.")
    page.form.still_true.setFocus()
    page.earlier()
    rest()
    dialog = page.findChild(EarlierVersions)
    QTest.keyClick(dialog.back, Qt.Key.Key_Space)
    rest()
    (finding,) = desk.desk_view.desk.session.snapshot.findings
    assert (finding.statement, finding.still_true) == ("New words of the statement.", FIRST)
