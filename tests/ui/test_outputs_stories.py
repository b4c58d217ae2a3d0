"""Acceptance stories of the exporter that nobody had walked in the window: E2, E9, E10, E14, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.output import Choice, OutputKind, SurfaceDecision
from desktop_app.domain.people import Abbreviation
from desktop_app.domain.release import Status
from desktop_app.domain.review import Narrative
from desktop_app.services.document_text import all_texts
from desktop_app.services.release.approvers import make_approver
from desktop_app.services.release.steps import LOOKS, record_step
from desktop_app.ui.pages.outputs.release_form import Asked
from desktop_app.ui.shell.main_window import MainWindow

SECRET = "heron quarry lantern dusk"
Shown = Callable[[str], Any]


@pytest.fixture(autouse=True)
def _told(session: Any) -> None:
    agreed = tuple(replace(p, pseudonym=p.pseudonym or "Stepfather") for p in session.snapshot.people)
    told = (Narrative(uid="n1", key="about", text="Callum Draycott was known to four agencies. Rowan asked for help."),)
    kept = (SurfaceDecision(surface="Eastmarch Police", choice=Choice.REPLACE, replacement="the police"),)
    session.snapshot = replace(session.snapshot, narratives=told, people=agreed, surface_decisions=kept)


@pytest.fixture
def shown(window: MainWindow, qtbot: Any) -> Shown:
    def go(record: str, page: str = "outputs") -> Any:
        assert window.desk_view is not None
        window.desk_view.go(page, record)
        found: Any = window.desk_view.page
        if page == "outputs":
            qtbot.waitUntil(lambda: found.prepared is not None and not found.desk.jobs.busy, timeout=30_000)
        return found

    return go


@pytest.fixture
def write_one(qtbot: Any, tmp_path: Path) -> Callable[[Any], None]:
    def made(page: Any) -> None:
        page.export_to(tmp_path / "draft.docx")
        qtbot.waitUntil(lambda: page.bar.written is not None or bool(page.errors.message), timeout=60_000)
        assert not page.errors.message
        qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=30_000)

    return made


def says(page: Any) -> list[str]:
    return [text.words for text in all_texts(page.prepared.rendering.preview)]


def test_e2_another_pseudonym_is_everywhere_and_earlier_files_are_superseded(
    shown: Shown, session: Any, write_one: Callable[[Any], None], qtbot: Any
) -> None:
    kinds = (OutputKind.BRIEFING, OutputKind.OVERVIEW)
    for kind in kinds:
        page = shown(kind.value)
        page.bar.format.show_value("docx")
        write_one(page)
    people = shown("pe1", "people")
    QTest.keyClick(people.list, Qt.Key.Key_F2)
    field = people._person.pseudonym
    field.selectAll()
    qtbot.keyClicks(field, "Robin")
    field.leave()
    assert next(p for p in session.snapshot.people if p.uid == "pe1").pseudonym == "Robin"
    for kind in kinds:
        page = shown(kind.value)
        while page.prepared.undecided:  # the name that was printed is a word as well: asked about once
            assert page.queue.current == "Rowan"
            QTest.keyClick(page.queue.list, Qt.Key.Key_1)
            qtbot.waitUntil(lambda now=page: not now.desk.jobs.busy, timeout=30_000)
        assert any("Robin asked for help" in words for words in says(page))
        assert not any("Rowan" in words for words in says(page))
    page.queue.turn_to("written")
    qtbot.waitUntil(
        lambda: [entry.second for entry in page.queue.written.list.entries] == ["Superseded"] * 2, timeout=30_000
    )


def test_e9_and_e10_slips_are_listed_before_and_an_abbreviation_holds_up_the_approval_alone(
    shown: Shown, session: Any, write_one: Callable[[Any], None], qtbot: Any, tmp_path: Path
) -> None:
    text = "Callum Draycott met the QZP twice. “It came late, the family said."
    session.snapshot = replace(
        session.snapshot,
        narratives=(Narrative(uid="n1", key="about", text=text),),
        surface_decisions=(
            *session.snapshot.surface_decisions,
            SurfaceDecision(surface="QZP", choice=Choice.KEEP, reason="A board that everybody knows"),
        ),
    )
    page = shown(OutputKind.BRIEFING.value)
    listed = {note.what: note.source for note in page.prepared.notes}
    assert listed["QZP is never written out."] == "n1"
    assert any("quotation mark" in what and "It came late" in what and to == "n1" for what, to in listed.items())
    assert any(what.startswith(("Finding", "Recommendation")) for what in listed), "orphans too"
    page.bar.format.show_value("docx")
    write_one(page)
    make_approver(session, "Independent chair", "", SECRET)
    output = session.snapshot.outputs[-1]
    for status in LOOKS:
        record_step(session, output, status, by="Business manager")

    def approve() -> None:
        asked = Asked(session.snapshot.outputs[-1], Status.APPROVED, "Independent chair", None, "", False, SECRET)
        page.bar.forget()
        page.releasing.approve_to(asked, tmp_path / "final.docx")
        qtbot.waitUntil(lambda: page.bar.written is not None or bool(page.errors.message), timeout=60_000)
        qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=30_000)

    approve()
    assert "QZP" in page.errors.message
    assert not (tmp_path / "final.docx").exists()
    session.put("Abbreviation", Abbreviation(short="QZP", long="Quality and Zoning Panel"))
    page = shown(OutputKind.BRIEFING.value)
    page.refresh(frozenset())
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=30_000)
    assert any("Quality and Zoning Panel (QZP)" in words for words in says(page)), "written out where it first falls"


def test_e14_a_plan_for_one_agency_holds_its_actions_with_the_recommendation_in_full(
    shown: Shown, session: Any, qtbot: Any
) -> None:
    actions = tuple(
        replace(a, owner_body={"ac1": "CSC", "ac4": "Eastmarch Police"}.get(a.uid, a.owner_body))
        for a in session.snapshot.actions
    )
    session.snapshot = replace(session.snapshot, actions=actions)
    page = shown(OutputKind.ACTION_PLAN.value)
    assert any("Report screening times" in words for words in says(page))
    agency = page.kinds.shape.agency
    agency.setFocus()
    while agency.currentText() != "Eastmarch Police":
        QTest.keyClick(agency, Qt.Key.Key_Down)
    qtbot.waitUntil(
        lambda: not page.desk.jobs.busy and not any("screening" in words for words in says(page)), timeout=30_000
    )
    assert "Tell school the next day" in says(page)
    assert any("After every missing episode, the child is heard" in words for words in says(page))
    assert not any("Offered to 19 of 19" in words or "Redraft agreed" in words for words in says(page))
    assert not any("not finished" in words for words in says(page)), "loose ends are the whole review's"
