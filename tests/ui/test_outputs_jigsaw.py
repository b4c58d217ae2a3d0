"""The jigsaw by keyboard: the strip warns, facts are coarsened or kept, the public and the intruder are entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.domain.jigsaw import DisclosedFact
from desktop_app.domain.output import Choice, Output, OutputKind, ProfileName
from desktop_app.domain.review import Narrative
from desktop_app.services.jigsaw.intruder import questions
from desktop_app.ui.pages.outputs.jigsaw.half_typed import HalfTyped
from desktop_app.ui.shell.main_window import MainWindow

ABOUT = "Callum was a boy with two sisters. Callum went to a Catholic secondary school."
TOLD = DisclosedFact(uid="d1", output="o1", person="p-callum", kind="origin", value="born abroad")


@pytest.fixture(autouse=True)
def _told(session: Any) -> None:
    """A passage that says much of Rowan, and a timeline that said something else."""
    session.snapshot = replace(
        session.snapshot,
        narratives=(Narrative(uid="n1", key="about", text=ABOUT),),
        people=tuple(replace(p, pseudonym=p.pseudonym or "Stepfather") for p in session.snapshot.people),
        outputs=(Output(uid="o1", kind=OutputKind.TIMELINE, profile=ProfileName.PUBLIC, sha256="ab" * 32),),
        disclosed_facts=(TOLD,),
    )


def ready(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: page.prepared is not None and not page.desk.jobs.busy, timeout=30_000)


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("outputs", OutputKind.OVERVIEW.value)
    found: Any = window.desk_view.page
    ready(found, qtbot)
    return found


def kinds(page: Any) -> set[str]:
    (person,) = page.prepared.weighed.people
    return {piece.kind for piece in person.jigsaw.pieces}


def test_the_strip_says_what_this_output_adds_and_leads_to_it(page: Any) -> None:
    strip = page.strip
    assert strip.isVisible()
    assert kinds(page) == {"sex", "family", "school", "origin"}
    assert strip.label.text().startswith("With the timeline, this gives 4 facts about Rowan.")
    assert strip.first.text() == "Coarsen two"
    strip.first.setFocus()
    QTest.keyClick(strip.first, Qt.Key.Key_Space)
    assert page.queue.stack.currentWidget() is page.queue.jigsaw
    assert QApplication.focusWidget() is page.queue.jigsaw.facts.list


def test_f7_and_its_name_as_a_record_open_the_jigsaw(page: Any) -> None:
    QTest.keyClick(page.kinds.kinds, Qt.Key.Key_F7)
    assert page.queue.stack.currentWidget() is page.queue.jigsaw
    page.queue.turn_to("left")
    page.open_record("jigsaw")
    assert page.queue.stack.currentWidget() is page.queue.jigsaw
    assert page.wanted.kind is OutputKind.OVERVIEW


def test_coarser_words_are_scored_at_once(page: Any, session: Any, qtbot: Any) -> None:
    page.open_record("jigsaw|p-callum")
    facts = page.queue.jigsaw.facts
    facts.list.pick("p-callum|family")
    QTest.keyClick(facts.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is facts.card.words
    facts.card.words.clear()
    qtbot.keyClicks(facts.card.words, "brothers and sisters")
    QTest.keyClick(facts.card.words, Qt.Key.Key_Return)
    ready(page, qtbot)
    decision = session.snapshot.surface_decisions[-1]
    assert (decision.surface, decision.choice) == ("two sisters", Choice.GENERALISE)
    assert kinds(page) == {"sex", "school", "origin"}
    assert "3 facts" in page.strip.label.text()


def test_a_reason_silences_the_strip_and_more_facts_ask_again(page: Any, session: Any, qtbot: Any) -> None:
    page.strip.second.setFocus()
    QTest.keyClick(page.strip.second, Qt.Key.Key_Space)
    field = page.queue.jigsaw.facts.card.reason
    assert QApplication.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "reason" in page.errors.message
    qtbot.keyClicks(field, "The family wants this told.")
    QTest.keyClick(field, Qt.Key.Key_Return)
    ready(page, qtbot)
    page.queue.turn_to("left")
    assert not page.strip.isVisible()
    page.desk.announce(session.put("Write", Narrative(uid="n1", key="about", text=f"{ABOUT} Callum was deaf.")))
    ready(page, qtbot)
    assert page.strip.isVisible()
    assert "more now" in page.queue.jigsaw.facts.card._why.advice.text()


def test_a_figure_makes_an_estimate_with_what_it_assumes(page: Any, qtbot: Any) -> None:
    page.open_record("jigsaw|p-callum")
    box = page.queue.jigsaw.facts.estimate
    assert box.said.text() == "No figure was entered: nothing is estimated."
    box._fold.click()
    for field, text in ((box.number, "350"), (box.among, "5,800"), (box.counts, "children"), (box.source, "a table")):
        field.setFocus()
        qtbot.keyClicks(field, text)
    QTest.keyClick(box.source, Qt.Key.Key_Return)
    ready(page, qtbot)
    assert box.said.text().startswith("About 1 in 17 if these facts were independent, which they are not.")
    assert "350 of 5,800 children (a table)" in box.rests.text()
    assert "Left out" in box.rests.text()


def test_public_facts_are_added_changed_and_deleted(page: Any, session: Any, qtbot: Any) -> None:
    view = page.queue.jigsaw.public
    page.open_record("jigsaw")
    page.queue.jigsaw.which.show_value("public")
    page.queue.jigsaw._turn()
    view.words.setFocus()
    qtbot.keyClicks(view.words, "A boy was hurt in Thornby.")
    view.about.show_value("p-callum")
    qtbot.keyClicks(view.where, "a newspaper")
    qtbot.keyClicks(view.seen.line, "12 May 2026")
    view.keep.click()
    ready(page, qtbot)
    (fact,) = session.snapshot.public_facts
    assert (fact.person, fact.where, fact.seen.isoformat(), fact.source.value) == (
        "p-callum", "a newspaper", "2026-05-12", "press",
    )  # fmt: skip
    assert "place" in kinds(page)
    view.where.setText("a newspaper, twice")
    view.keep.click()
    ready(page, qtbot)
    assert session.snapshot.public_facts[0].where == "a newspaper, twice"
    view.delete.click()
    ready(page, qtbot)
    assert session.snapshot.public_facts == ()
    assert "place" not in kinds(page)


def test_an_intruders_answer_is_recorded_for_an_output(page: Any, session: Any, qtbot: Any) -> None:
    view = page.queue.jigsaw.intruder
    view.output.show_value("o1")
    view._refill()
    view.tried.setFocus()
    qtbot.keyClicks(view.tried, "both quotations")
    view.by.setFocus()
    qtbot.keyClicks(view.by, "panel member")
    view.record()
    ready(page, qtbot)
    (answer,) = session.snapshot.intruder_answers
    assert (answer.output, answer.question, answer.found) == ("o1", questions()[0].id, False)
    assert "nothing found, panel member" in view.list.entries[0].second


def test_what_was_written_shows_its_certificate(page: Any) -> None:
    page.queue.turn_to("written")
    (entry,) = page.queue.written.list.entries
    assert entry.title == "Summary timeline, public, draft 1"
    said = " ".join(label.text() for label in page.queue.written.findChildren(QLabel))
    assert "abababab abababab" in said


def test_everything_has_a_name_and_none_says_anonymous(page: Any) -> None:
    for widget in page.queue.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is page.window():
            assert widget.accessibleName() or widget.property("text"), widget
        assert "anonymous" not in f"{widget.accessibleName()} {widget.property('text') or ''}".lower()


def test_a_half_typed_public_fact_is_there_again(
    page: Any, session: Any, window: MainWindow, qtbot: Any, rest: Callable[[], None]
) -> None:
    view = page.queue.jigsaw.public
    page.open_record("jigsaw")
    page.queue.jigsaw.which.show_value("public")
    page.queue.jigsaw._turn()
    view.words.setFocus()
    qtbot.keyClicks(view.words, "A boy was hurt")
    page.commit()
    assert session.snapshot.public_facts == ()
    assert window.desk_view is not None
    window.desk_view.go("people")
    rest()
    window.desk_view.go("outputs", OutputKind.OVERVIEW.value)
    again: Any = window.desk_view.page
    ready(again, qtbot)
    form = again.queue.jigsaw.public
    assert form.words.toPlainText() == "A boy was hurt"
    form.keep.click()
    ready(again, qtbot)
    assert [fact.words for fact in session.snapshot.public_facts] == ["A boy was hurt"]
    assert session.draft("public-fact") == ""


def test_a_draft_of_another_shape_is_none() -> None:
    for draft in ("", "not json", "[]", '{"new": {"words": "x"}}', '{"new": 3}'):
        assert not HalfTyped.read(draft)
    fields = {"words": "x", "where": "", "about": "", "source": "press", "seen": ""}
    held = HalfTyped({"new": fields, "gone": fields})
    held.drop_all_but(())
    assert HalfTyped.read(held.as_draft()).of("new") == fields
    assert HalfTyped.read(held.as_draft()).of("gone") == {}


@pytest.mark.parametrize("part", ["facts", "public", "test"])
def test_no_words_are_clipped(page: Any, part: str, rest: Callable[[], None]) -> None:
    page.open_record("jigsaw|p-callum")
    page.queue.jigsaw.which.show_value(part)
    page.queue.jigsaw._turn()
    rest()
    for label in page.queue.jigsaw.findChildren(QLabel):
        if label.isVisibleTo(page) and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
