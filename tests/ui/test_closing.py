"""Story: twelve months after publication the overview comes down, the brief stays, and the review is closed.

By keyboard, on a real file: what is destroyed is looked for in it afterwards.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.learning import Finding, Recommendation
from desktop_app.domain.output import Output, OutputKind
from desktop_app.domain.people import Person
from desktop_app.domain.review import Review
from desktop_app.services.session import Passphrase, Session, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.pages.governance import page as governance_page
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow

OLD, NEW = "otter velvet cumulus brig", "maple anchor dusk violin"
TODAY = dt.date(2027, 3, 1)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    file, _ = ReviewFile.create(tmp_path / "case.review", OLD, cost=KdfCost(19 * 1024, 1))
    made = Session(file)
    made.put(
        "Start",
        Review(uid="rev", reference="EM-LR-2026-02", nation="England"),
        Person(name="Callum Draycott", pseudonym="Rowan", role="subject"),
        ChronologyEvent(ref="CSC-001", event="Callum seen at home."),
        Finding(uid="f1", number=1, title="Seen is not heard", statement="Callum was seen and nobody listened."),
        Recommendation(uid="r1", number=1, title="Listen", text="Every child is heard after every visit."),
        Output(uid="o1", kind=OutputKind.OVERVIEW, version=2),
        Output(uid="o2", kind=OutputKind.SEVEN_MINUTE),
    )
    made.save()
    return made


@pytest.fixture
def page(
    qapp: QApplication, session: Session, rest: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    monkeypatch.setattr(governance_page, "today", lambda: TODAY)
    window = MainWindow(Look(qapp))
    window.open_desk(session, "governance")
    window.show()
    window.activateWindow()
    rest()
    assert window.desk_view is not None
    yield window.desk_view.page
    window.close()
    window.deleteLater()
    rest()


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def fill(qtbot: Any, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def seconds(page: Any) -> dict[str, str]:
    return {entry.uid: entry.second.replace("\u00a0", " ") for entry in page.published.list.entries}


def choose_rule(page: Any) -> None:
    chooser = page.closing.rule
    chooser.setFocus()
    while chooser.value != "after-publication":
        QTest.keyClick(chooser, Qt.Key.Key_Down)


def test_the_overview_is_due_to_come_down_and_the_brief_is_not(page: Any, session: Session, qtbot: Any) -> None:
    for uid, when in (("o1", "27 Feb 2026"), ("o2", "2 March 2026")):
        page.published.list.pick(uid)
        fill(qtbot, page.published.published.line, when)
    assert seconds(page) == {
        "o1": "published 27 Feb 2026, to be taken down since 27 Feb 2027",
        "o2": "published 2 Mar 2026, may stay",
    }
    assert page.published.note.text() == "1 to take down now"
    choose_rule(page)
    assert session.snapshot.review.retention_rule == "after-publication"
    assert page.closing.due.text().replace("\u00a0", " ") == "Closing has been due since 27 Feb 2027."
    page.published.list.pick("o1")
    fill(qtbot, page.published.withdrawn.line, "1 March 2027")
    assert seconds(page)["o1"].endswith("taken down 1 Mar 2027")
    session.undo()
    assert session.snapshot.outputs[0].withdrawn is None


def test_a_hold_prevents_it_and_says_so_until_it_is_lifted(page: Any, session: Session, qtbot: Any) -> None:
    press(page.hold.button)
    assert "Nobody is named" in page.hold.errors.message
    fill(qtbot, page.hold.role, "Legal services")
    fill(qtbot, page.hold.reason, "Inquest opened")
    press(page.hold.button)
    assert not page.hold.errors.message
    assert "placed by Legal services" in page.hold.state.text()
    assert page.hold.why.text() == "Why: Inquest opened"
    assert (page.hold.role.text(), page.hold.reason.text()) == ("", "")
    press(page.closing.look)
    qtbot.waitUntil(lambda: page.closing.planned, timeout=20_000)
    page.closing.form.sure.setChecked(True)
    assert not page.closing.form.button.isEnabled()
    assert "legal hold" in page.closing.form.held.text()
    fill(qtbot, page.hold.role, "Legal services")
    fill(qtbot, page.hold.reason, "Inquest over")
    press(page.hold.button)
    assert page.closing.form.button.isEnabled()
    assert "lifted by Legal services" in page.hold.why.text()
    assert session.snapshot.holds[0].lifted_reason == "Inquest over"


def test_closing_keeps_the_learning_and_shows_record_and_key(
    page: Any, session: Session, qtbot: Any, tmp_path: Path
) -> None:
    choose_rule(page)
    QTest.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    press(page.closing.look)
    qtbot.waitUntil(lambda: page.closing.planned, timeout=20_000)
    assert "1 finding" in page.closing._kept.text()
    assert "1 event of the chronology" in page.closing._gone.text()
    form = page.closing.form
    assert not form.button.isEnabled()
    assert form.button.toolTip()
    fill(qtbot, form.role, "Records officer")
    fill(qtbot, form.reason, "Schedule 4")
    for field in (form.pair.first, form.pair.second):
        fill(qtbot, field, NEW)
    press(form.sure)
    press(form.button)
    qtbot.waitUntil(lambda: not page.card.isHidden(), timeout=60_000)
    assert "By: Records officer" in page.record.text.toPlainText()
    assert [untold.texts for untold in session.file.untold()] == [(page.card.key.toPlainText(),)]
    assert form.pair.first.text() == ""
    press(page.card.safe)
    press(page.card.go_on)
    assert page.card.isHidden()
    assert session.file.untold() == ()
    page.record.save_to(tmp_path / "record.txt")
    record = (tmp_path / "record.txt").read_text(encoding="utf-8")
    assert "1 event of the chronology" in record
    assert "Callum" not in record
    page.window().close()
    with open_session(tmp_path / "case.review", Passphrase(NEW)) as again:
        assert again.snapshot.events == ()
        assert again.snapshot.people == ()
        assert "Callum" not in repr(again.snapshot)
        assert again.snapshot.findings[0].title == "Seen is not heard"


def test_words_that_wait_are_named_and_lead_to_outputs(page: Any, session: Session, qtbot: Any) -> None:
    session.put("Edit", Finding(uid="f1", number=1, title="Seen", statement="We heard of Mr Zbigniew Quorfeld."))
    page.closing.plan_asked.emit()
    qtbot.waitUntil(lambda: page.closing.planned, timeout=20_000)
    assert "Quorfeld" in page.closing._waits.text()
    assert page.closing.form.isHidden()
    asked: list[str] = []
    page.desk.asked.connect(lambda where, _uid: asked.append(where))
    press(page.closing.decide)
    assert asked == ["outputs"]


def test_what_closing_refuses_is_said_in_its_form_and_nothing_is_destroyed(
    page: Any, session: Session, qtbot: Any
) -> None:
    press(page.closing.look)
    qtbot.waitUntil(lambda: page.closing.planned, timeout=20_000)
    form = page.closing.form
    press(form.sure)
    fill(qtbot, form.pair.first, NEW)
    press(form.button)
    assert "not the same" in form.errors.message
    fill(qtbot, form.pair.second, NEW)
    press(form.button)
    qtbot.waitUntil(lambda: "No retention rule" in form.errors.message, timeout=20_000)
    assert form.button.isEnabled()
    assert session.snapshot.people


def test_a_record_that_cannot_be_saved_is_said(page: Any, tmp_path: Path) -> None:
    page.record.save_to(tmp_path / "no such folder" / "record.txt")
    assert "could not be written" in page.record.errors.message
