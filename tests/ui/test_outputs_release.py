"""Outputs: release by two people, what changed between versions, sections in the author's order; by keyboard."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.domain.output import Choice, Output, OutputKind, SurfaceDecision
from desktop_app.domain.release import ReleaseStep, Status
from desktop_app.domain.review import Narrative
from desktop_app.services.release.approvers import make_approver
from desktop_app.ui.shell.main_window import MainWindow

SECRET = "heron quarry lantern dusk"


def ready(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: page.prepared is not None and not page.desk.jobs.busy, timeout=30_000)


@pytest.fixture
def page(window: MainWindow, session: Any, qtbot: Any) -> Any:
    agreed = tuple(replace(p, pseudonym=p.pseudonym or "Stepfather") for p in session.snapshot.people)
    told = (
        Narrative(uid="n1", key="about", text="Callum Draycott was known to four agencies. They met twice."),
        Narrative(uid="n2", key="next_steps", text="The board keeps watch."),
    )
    kept = (SurfaceDecision(surface="Eastmarch Police", choice=Choice.REPLACE, replacement="the police"),)
    session.snapshot = replace(session.snapshot, narratives=told, people=agreed, surface_decisions=kept)
    assert window.desk_view is not None
    window.desk_view.go("outputs", OutputKind.BRIEFING.value)
    found: Any = window.desk_view.page
    ready(found, qtbot)
    assert not found.prepared.undecided
    return found


@pytest.fixture
def write_one(page: Any, qtbot: Any, tmp_path: Path) -> Callable[[], None]:
    def made() -> None:
        page.export_to(tmp_path / "draft.pdf")
        qtbot.waitUntil(lambda: page.bar.written is not None or bool(page.errors.message), timeout=60_000)
        assert not page.errors.message
        ready(page, qtbot)

    return made


def step(page: Any, status: Status, role: str) -> None:
    form = page.queue.written.form
    form.status.show_value(status.value)
    form._follow()
    form.role.setText(role)
    QTest.keyClick(form.note, Qt.Key.Key_Return)


def said(widget: Any) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_two_people_release_an_output(
    page: Any, session: Any, qtbot: Any, tmp_path: Path, write_one: Callable[[], None]
) -> None:
    write_one()
    page.queue.turn_to("written")
    written = page.queue.written
    assert {s.value for s in (Status.CHECKED, Status.LEGAL)} <= {
        written.form.status.itemData(n) for n in range(written.form.status.count())
    }
    step(page, Status.CHECKED, "")
    assert "Nobody was named" in page.errors.message
    for status in (Status.CHECKED, Status.AGENCIES, Status.FAMILY, Status.LEGAL):
        step(page, status, "Business manager")
        assert not page.errors.message
    written.form.status.show_value(Status.APPROVED.value)
    written.form._follow()
    assert not written.form.button.isEnabled(), "nobody may approve yet"
    form = written.approver
    qtbot.keyClicks(form.role, "Independent chair")
    qtbot.keyClicks(form.first, SECRET)
    qtbot.keyClicks(form.again, SECRET + "x")
    QTest.keyClick(form.again, Qt.Key.Key_Return)
    assert not session.snapshot.approvers
    qtbot.keyClicks(form.again, SECRET)
    QTest.keyClick(form.again, Qt.Key.Key_Return)
    assert [held.role for held in session.snapshot.approvers] == ["Independent chair"]
    final = tmp_path / "final.pdf"
    asked: list[Any] = []
    written.asked.disconnect()
    written.asked.connect(asked.append)
    written.form.status.show_value(Status.APPROVED.value)
    written.form._follow()
    for secret in ("something else", SECRET):
        qtbot.keyClicks(written.form.secret, secret)
        QTest.keyClick(written.form.secret, Qt.Key.Key_Return)
        assert written.form.secret.text() == "", "a passphrase does not stay in a field"
    page.releasing.approve_to(asked[0], final)
    qtbot.waitUntil(lambda: bool(page.errors.message), timeout=60_000)
    ready(page, qtbot)
    assert "approver" in page.errors.message
    assert not final.exists()
    page.releasing.approve_to(asked[1], final)
    qtbot.waitUntil(lambda: page.bar.written == final or bool(page.errors.message), timeout=60_000)
    assert not page.errors.message
    output = session.snapshot.outputs[-1]
    assert (output.status, output.final_sha256) == ("approved", hashlib.sha256(final.read_bytes()).hexdigest())
    ready(page, qtbot)
    assert "Signed for" in said(written)
    assert "Approved" in written.list.entries[0].second


def test_what_changed_since_is_said_and_two_versions_compared(
    page: Any, session: Any, qtbot: Any, write_one: Callable[[], None]
) -> None:
    write_one()
    page.queue.turn_to("written")
    ready(page, qtbot)
    assert "Superseded" not in said(page.queue.written)
    changed = replace(session.snapshot.narratives[0], text="Callum Draycott was known to six agencies. They met twice.")
    page.desk.announce(session.put("Write", changed))
    ready(page, qtbot)
    qtbot.waitUntil(lambda: "the record beneath it was changed" in said(page.queue.written), timeout=30_000)
    assert page.queue.written.list.entries[0].second == "Superseded"
    QTest.keyClick(page.queue.written.list, Qt.Key.Key_F9)
    assert page.middle.currentWidget() is page.preview, "there is only one version"
    write_one()
    page.queue.turn_to("written")
    ready(page, qtbot)
    QTest.keyClick(page.queue.written.list, Qt.Key.Key_F9)
    pane = page.releasing.pane
    qtbot.waitUntil(lambda: page.middle.currentWidget() is pane, timeout=30_000)
    rows = [entry for entry in pane.list.entries if entry.uid]
    assert [entry.right for entry in rows] == ["changed"]
    assert "six" in pane.after.text()
    assert "line-through" in pane.before.text()
    assert QApplication.focusWidget() is pane.list
    QTest.keyClick(pane.list, Qt.Key.Key_Escape)
    assert page.middle.currentWidget() is page.preview


def test_a_file_that_is_asked_for_is_shown(
    page: Any, window: MainWindow, session: Any, qtbot: Any, write_one: Callable[[], None]
) -> None:
    write_one()
    first = session.snapshot.outputs[-1].uid
    write_one()
    assert window.desk_view is not None
    window.desk_view.go("outputs", first)
    ready(page, qtbot)
    assert page.queue.written.list.current == first
    assert page.queue.written.form is not None


def test_recipients_a_day_to_come_down_and_what_is_half_typed(
    page: Any, session: Any, qtbot: Any, write_one: Callable[[], None]
) -> None:
    write_one()
    page.queue.turn_to("written")
    step_form = page.queue.written.form
    step_form.note.setFocus()
    qtbot.keyClicks(step_form.note, "Read from end to")
    page.desk.announce(session.put("Elsewhere", replace(session.snapshot.kloes[0], question="Another?")))
    ready(page, qtbot)
    assert page.queue.written.form is step_form
    assert step_form.note.text() == "Read from end to", "it stays when something else changes"
    form = page.queue.written.handed
    qtbot.keyClicks(form.to, "Eastmarch Police")
    qtbot.keyClicks(form.by, "Business manager")
    QTest.keyClick(form.by, Qt.Key.Key_Return)
    assert [r.to for r in session.snapshot.recipients] == ["Eastmarch Police"]
    assert "Given to Eastmarch Police" in said(page.queue.written)
    form = page.queue.written.handed
    form.day.line.setFocus()
    qtbot.keyClicks(form.day.line, "1 May 2027")
    form.day.line.leave()
    assert str(session.snapshot.outputs[-1].withdraw_by) == "2027-05-01"


def test_sections_are_moved_dropped_and_written_by_keyboard(page: Any, session: Any, qtbot: Any) -> None:
    QTest.keyClick(page.queue.list, Qt.Key.Key_F3)
    pane = page.arranging.pane
    assert page.middle.currentWidget() is pane
    pane.list.pick("next_steps")
    QTest.keyClick(pane.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [e.uid for e in pane.list.entries][-2:] == ["next_steps", "recommendations"]
    assert pane.list.current == "next_steps"
    pane.drop.click()
    ready(page, qtbot)
    assert "keeps watch" not in str(page.prepared.rendering.preview)
    pane.drop.click()
    pane.add.click()
    assert QApplication.focusWidget() is pane.title
    qtbot.keyClicks(pane.title, "What this paper is")
    pane.text.setFocus()
    qtbot.keyClicks(pane.text, "It answers {rec:2}.")
    QTest.keyClick(pane.text, Qt.Key.Key_F3)
    ready(page, qtbot)
    assert page.middle.currentWidget() is page.preview
    shown = str(page.prepared.rendering.preview)
    assert "It answers Recommendation 2." in shown
    assert "What this paper is" in shown
    QTest.keyClick(page.queue.list, Qt.Key.Key_F3)
    pane.usual.click()
    assert [e.uid for e in pane.list.entries][:5] == [
        *("overview", "background", "publication", "recommendations", "next_steps")
    ]


def test_an_output_of_an_earlier_version_can_still_be_looked_at(page: Any, session: Any, qtbot: Any) -> None:
    page.desk.announce(session.put("Older", Output(kind=OutputKind.BRIEFING, sha256="a" * 64, version=1)))
    ready(page, qtbot)
    page.queue.turn_to("written")
    ready(page, qtbot)
    assert page.queue.written.list.entries[0].second == "Draft"
    assert not any(isinstance(r, ReleaseStep) for r in session.snapshot.release_steps)


def test_who_compiles_is_kept_in_the_review_and_cannot_approve(
    page: Any, session: Any, qtbot: Any, write_one: Callable[[], None]
) -> None:
    page.bar.by.setFocus()
    qtbot.keyClicks(page.bar.by, "Independent chair")
    page.bar.export.setFocus()
    assert "Independent chair" in session.drafts.values(), "in the review, and in no settings"
    write_one()
    (draft,) = [s for s in session.snapshot.release_steps if s.status is Status.DRAFT]
    assert draft.role == "Independent chair"
    make_approver(session, "Independent Chair", "", SECRET)
    page.refresh(frozenset())
    ready(page, qtbot)
    assert "cannot approve" in said(page.bar)
    page.queue.turn_to("written")
    for status in (Status.CHECKED, Status.AGENCIES, Status.FAMILY, Status.LEGAL):
        page.queue.written.form.note.setFocus()
        step(page, status, "Business manager")
        assert QApplication.focusWidget() is page.queue.written.form.status, "the keyboard stays at the next step"
    form = page.queue.written.form
    form.status.show_value(Status.APPROVED.value)
    form._follow()
    assert not form.button.isEnabled()
    assert "Who compiled it cannot approve it" in said(form)
    assert page.queue.written.approver is not None, "somebody else can be added here"
    assert "two people" in said(form), "what a signature does not prove is said where it is given"
