"""From a paragraph of the page to its record, and on to its evidence: two actions, by keyboard or pointer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.domain.output import OutputKind
from desktop_app.domain.review import Decision, Narrative, QuoteRecord, Review
from desktop_app.services.fidelity import printed
from desktop_app.ui.shell.main_window import MainWindow


@pytest.fixture(autouse=True)
def _written(session: Any) -> None:
    held = session.snapshot
    session.snapshot = replace(
        held,
        reviews=tuple(replace(r, published_title="Learning review: Rowan") for r in held.reviews) or (Review(),),
        narratives=(
            Narrative(uid="n1", key="about", text="This is about a child.\n\nHe was missed."),
            Narrative(uid="n2", key="threshold", text="The partners met."),
        ),
        quotes=(QuoteRecord(uid="qu1", text="Come back.", speaker_role="A young person", approved=True),),
        decisions=(Decision(uid="d9", outcome="A learning review"), *held.decisions),
    )


def ready(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: page.prepared is not None and not page.desk.jobs.busy, timeout=30_000)


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("outputs", OutputKind.BRIEFING.value)
    found: Any = window.desk_view.page
    ready(found, qtbot)
    return found


def test_every_paragraph_of_the_briefing_in_two_actions(
    page: Any, window: MainWindow, session: Any, qtbot: Any
) -> None:
    view = window.desk_view
    assert view is not None
    paragraphs = printed(page.prepared.rendering.preview)
    assert len(paragraphs) > 8
    for number, paragraph in enumerate(paragraphs):
        view.go("outputs")
        ready(page, qtbot)
        page.middle.setCurrentWidget(page.preview)
        page.preview.picture.setFocus()
        while page.where_from.chosen < number:
            QTest.keyClick(page.preview.picture, Qt.Key.Key_Down)
        assert page.preview.picture.accessibleDescription() == paragraph.words
        QTest.keyClick(page.preview.picture, Qt.Key.Key_Return)
        ready(page, qtbot)
        uid = paragraph.sources[0]
        if uid == session.snapshot.review.uid:
            assert view.current == "setup"
            continue  # the title says nothing that could have evidence
        assert (view.current, page.passages.in_focus() != "") in (
            [("outputs", True)] if uid in ("n1", "n2") else [(where, False) for where in PLACES]
        )
        QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        assert view.current == "thread"
        thread: Any = view.page
        parts = {part.uid: part.recommendation for part in session.snapshot.parts}
        assert thread.item.picture.trail.root == parts.get(uid, uid), paragraph.words


PLACES = ("recommendations", "setup", "family", "governance", "analysis")


def test_f8_chooses_first_and_goes_the_second_time(page: Any, window: MainWindow) -> None:
    view = window.desk_view
    assert view is not None
    page.take_focus()
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert page.where_from.chosen == 0
    assert page.preview.picture.hasFocus()
    QTest.keyClick(page.preview.picture, Qt.Key.Key_Down)
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert view.current == "setup"
    assert view.page is not None
    assert view.page.here == "qu1"


def test_a_click_chooses_what_is_under_it_and_a_decision_forgets_it(page: Any, session: Any, qtbot: Any) -> None:
    page.where_from.step(1)
    spot = page.where_from._spots[2][0]
    picture = page.preview.picture
    at = QPoint(
        round((spot.left + spot.right) / 2 * picture.width()), round((spot.top + spot.bottom) / 2 * picture.height())
    )
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)
    assert page.where_from.chosen == 2
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert page.where_from.chosen == 2, "beside every paragraph nothing changes"
    page.refresh(frozenset({"narratives"}))
    ready(page, qtbot)
    assert page.where_from.chosen == -1
    assert picture._chosen == ()


def test_with_real_names_the_same_paragraph_is_framed(page: Any, qtbot: Any) -> None:
    page.identifying.toggle()
    qtbot.waitUntil(lambda: bool(page.preview.real_words), timeout=30_000)
    ready(page, qtbot)
    page.where_from.step(1)
    page.where_from.step(1)
    assert page.where_from.chosen == 1
    assert page.preview._paragraph
