"""Outputs: nothing leaves undecided, decisions by key, the page as it prints, and the file at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop_app.domain.output import Choice, OutputKind, ProfileName
from desktop_app.domain.people import Person
from desktop_app.domain.review import Narrative
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import Theme

ABOUT = "Callum Draycott knew Bridget Oakhanger, who lived in Pengelly Close near the shop."


@pytest.fixture(autouse=True)
def _undecided_words(session: Any) -> None:
    """One passage with names nobody has registered, and nothing else that asks."""
    agreed = tuple(replace(p, pseudonym=p.pseudonym or "Stepfather") for p in session.snapshot.people)
    session.snapshot = replace(
        session.snapshot, narratives=(Narrative(uid="n1", key="about", text=ABOUT),), people=agreed
    )


def ready(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: page.prepared is not None and not page.desk.jobs.busy, timeout=30_000)


@pytest.fixture
def page(window: MainWindow, qtbot: Any) -> Any:
    assert window.desk_view is not None
    window.desk_view.go("outputs", OutputKind.OVERVIEW.value)
    found: Any = window.desk_view.page
    ready(found, qtbot)
    assert found.prepared.undecided, "the passage should ask about its names"
    return found


def surfaces(page: Any) -> list[str]:
    return [item.surface for item in page.prepared.undecided]


def test_every_kind_can_be_prepared_for_every_reader(page: Any, qtbot: Any) -> None:
    for kind in OutputKind:
        for profile in (ProfileName.PUBLIC, ProfileName.PANEL):
            page._want(kind=kind, profile=profile)
            qtbot.waitUntil(lambda: page.prepared.wanted == page.wanted, timeout=30_000)
            assert page.prepared.pages >= 1
            shown = page.preview.page + 1  # where the first decision stands
            assert page.preview.picture.accessibleName() == f"Page {shown} of {page.prepared.pages}"
            assert not page.errors.message


def test_an_output_of_nothing_claims_no_decisions(page: Any, session: Any, qtbot: Any) -> None:
    held = session.snapshot
    session.snapshot = replace(Snapshot(), reviews=held.reviews)
    page._want(kind=OutputKind.CHRONOLOGY, profile=ProfileName.PUBLIC)
    qtbot.waitUntil(lambda: page.prepared.wanted == page.wanted and not page.desk.jobs.busy, timeout=30_000)
    assert page.queue.stack.currentWidget() is page.queue.nothing
    assert "All decided" not in [label.text() for label in page.queue.findChildren(QLabel)]
    session.snapshot = held
    page._want(kind=OutputKind.OVERVIEW, profile=ProfileName.PUBLIC)
    qtbot.waitUntil(lambda: page.prepared.wanted == page.wanted and not page.desk.jobs.busy, timeout=30_000)
    assert page.queue.deciding


@pytest.mark.parametrize("height", [420, 900])
def test_the_list_keeps_room_for_more_than_a_row_below_a_tall_card(page: Any, height: int) -> None:
    page.queue.resize(400, height)
    assert page.queue.list.minimumHeight() >= min(height // 4, page.queue.list.sizeHintForRow(0) * 5 // 2)


def test_export_is_disabled_with_its_reason_while_anything_waits(page: Any, tmp_path: Path) -> None:
    left = len(page.prepared.undecided)
    assert not page.bar.export.isEnabled()
    assert str(left) in page.bar.export.accessibleDescription() or left == 1
    assert page.bar.reason.text() == page.bar.export.toolTip()
    page.export()
    assert list(tmp_path.glob("*.pdf")) == []


def test_key_1_takes_the_suggestion_and_the_next_one_opens(page: Any, session: Any, qtbot: Any) -> None:
    first, before = page.queue.current, len(session.snapshot.surface_decisions)
    suggestion = next(s for s in page.queue.card.item.suggestions if s)
    QTest.keyClick(page.queue.list, Qt.Key.Key_1)
    decision = session.snapshot.surface_decisions[-1]
    assert len(session.snapshot.surface_decisions) == before + 1
    assert (decision.surface, decision.choice, decision.replacement) == (first, Choice.REPLACE, suggestion)
    ready(page, qtbot)
    assert first not in surfaces(page)
    assert page.queue.current != first


def test_key_2_keeps_only_with_a_reason(page: Any, session: Any, qtbot: Any) -> None:
    first = page.queue.current
    QTest.keyClick(page.queue.list, Qt.Key.Key_2)
    field = page.queue.card.form.reason
    assert QApplication.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "reason" in page.errors.message
    assert not session.snapshot.surface_decisions
    qtbot.keyClicks(field, "Named in the news, 2 papers")
    assert field.text() == "Named in the news, 2 papers", "a digit in a field is a digit, not a choice"
    QTest.keyClick(field, Qt.Key.Key_Return)
    decision = session.snapshot.surface_decisions[-1]
    assert (decision.surface, decision.choice) == (first, Choice.KEEP)
    assert not page.errors.message


@pytest.mark.parametrize(("key", "choice"), [(Qt.Key.Key_5, Choice.REPLACE), (Qt.Key.Key_6, Choice.GENERALISE)])
def test_own_words(page: Any, session: Any, qtbot: Any, key: Qt.Key, choice: Choice) -> None:
    QTest.keyClick(page.queue.list, key)
    field = page.queue.card.form.words
    assert QApplication.focusWidget() is field
    field.clear()
    qtbot.keyClicks(field, "a neighbour")
    QTest.keyClick(field, Qt.Key.Key_Return)
    decision = session.snapshot.surface_decisions[-1]
    assert (decision.choice, decision.replacement) == (choice, "a neighbour")


def test_key_4_adds_the_words_to_a_register_entry(page: Any, session: Any) -> None:
    words = page.queue.current
    QTest.keyClick(page.queue.list, Qt.Key.Key_4)
    form = page.queue.card.form
    assert QApplication.focusWidget() is form.entry
    form.entry.show_value("p-jodie")
    form.button.click()
    mother = next(p for p in session.snapshot.people if p.uid == "pe2")
    assert isinstance(mother, Person)
    assert words in mother.aliases


def test_key_3_takes_the_words_out(page: Any, session: Any, qtbot: Any) -> None:
    words = page.queue.current
    QTest.keyClick(page.queue.list, Qt.Key.Key_3)
    assert session.snapshot.surface_decisions[-1].choice is Choice.OMIT
    ready(page, qtbot)
    assert words not in str(page.prepared.rendering.preview)


def test_key_4_puts_somebody_new_into_the_register(page: Any, session: Any, qtbot: Any) -> None:
    words = page.queue.current
    QTest.keyClick(page.queue.list, Qt.Key.Key_4)
    form = page.queue.card.form
    form.entry.show_value("new:person")
    form._show_new()
    form.words.setFocus()
    qtbot.keyClicks(form.words, "Neighbour 1")
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    assert any(p.name == words and p.pseudonym == "Neighbour 1" for p in session.snapshot.people)
    assert session.snapshot.surface_decisions[-1].choice is Choice.REGISTER
    ready(page, qtbot)
    assert words not in surfaces(page)


def test_a_kept_word_in_a_new_sentence_is_confirmed_by_one_key(page: Any, session: Any, qtbot: Any) -> None:
    words = page.queue.current
    QTest.keyClick(page.queue.list, Qt.Key.Key_2)
    qtbot.keyClicks(page.queue.card.form.reason, "public")
    QTest.keyClick(page.queue.card.form.reason, Qt.Key.Key_Return)
    ready(page, qtbot)
    changed = Narrative(uid="n1", key="about", text=f"{ABOUT} It was {words} who said so.")
    page.desk.announce(session.put("Write", changed))
    ready(page, qtbot)
    page.queue.list.pick(words)
    assert page.queue.card.item.kept_because == "public"
    assert "decided before" in page.queue.card._why.text().lower()
    QTest.keyClick(page.queue.list, Qt.Key.Key_2)
    ready(page, qtbot)
    assert words not in surfaces(page)
    assert len(session.snapshot.surface_decisions[-1].contexts) == 2


def test_keys_decide_nothing_while_the_queue_is_out_of_sight(page: Any, session: Any) -> None:
    page.queue.turn_to("done")
    page.queue.decided.list.setFocus()
    QTest.keyClick(page.queue.decided.list, Qt.Key.Key_1)
    assert session.snapshot.surface_decisions == ()


def test_undo_brings_a_decision_back_to_the_queue(page: Any, window: MainWindow, qtbot: Any) -> None:
    first = page.queue.current
    QTest.keyClick(page.queue.list, Qt.Key.Key_1)
    ready(page, qtbot)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    ready(page, qtbot)
    assert first in surfaces(page)


def test_a_decision_can_be_taken_again(page: Any, session: Any, qtbot: Any) -> None:
    first = page.queue.current
    QTest.keyClick(page.queue.list, Qt.Key.Key_1)
    ready(page, qtbot)
    page.queue.which.show_value("done")
    page.queue._turn()
    page.queue.decided.again.click()
    ready(page, qtbot)
    assert first in surfaces(page)
    assert not session.snapshot.surface_decisions


def test_what_is_being_decided_is_marked_on_the_page(page: Any) -> None:
    spots = page.prepared.waiting[page.queue.current]
    assert spots, "the words stand on a page"
    assert page.preview.page in {spot.page for spot in spots}
    assert all(0 <= s.left < s.right <= 1 and 0 <= s.top < s.bottom <= 1 for s in spots)
    assert page.preview.picture._current


def decide_all(page: Any, qtbot: Any) -> None:
    for _ in range(200):
        ready(page, qtbot)
        if not page.prepared.undecided:
            return
        if page.queue.card.rows[0].isEnabled():
            QTest.keyClick(page.queue.list, Qt.Key.Key_1)
        else:
            QTest.keyClick(page.queue.list, Qt.Key.Key_5)
            qtbot.keyClicks(page.queue.card.form.words, "something")
            QTest.keyClick(page.queue.card.form.words, Qt.Key.Key_Return)
    raise AssertionError("the queue never emptied")


def test_an_export_ends_with_the_file_its_place_and_its_hash(
    page: Any, session: Any, tmp_path: Path, qtbot: Any
) -> None:
    decide_all(page, qtbot)
    assert page.bar.export.isEnabled()
    target = tmp_path / "overview.pdf"
    page.export_to(target)
    qtbot.waitUntil(lambda: page.bar.written is not None or bool(page.errors.message), timeout=60_000)
    assert not page.errors.message
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    assert digest in page.bar._hash.text()
    assert session.snapshot.outputs[-1].sha256 == digest
    assert page.bar.open.isVisible()
    assert page.bar.folder.isVisible()


def test_a_folder_that_is_not_there_is_said_in_place(page: Any, tmp_path: Path, qtbot: Any) -> None:
    decide_all(page, qtbot)
    page.export_to(tmp_path / "nowhere" / "overview.pdf")
    assert "folder" in page.errors.message
    assert page.bar.written is None


def test_cancel_writes_nothing(page: Any, session: Any, tmp_path: Path, qtbot: Any) -> None:
    decide_all(page, qtbot)
    before = len(session.snapshot.outputs)
    target = tmp_path / "overview.pdf"
    page.export_to(target)
    page.bar.cancel.click()
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=60_000)
    assert target.exists() == (len(session.snapshot.outputs) > before), "a file that was written is recorded"


def test_a_passage_written_here_is_on_the_page(page: Any, session: Any, window: MainWindow, qtbot: Any) -> None:
    QTest.keyClick(page.queue.list, Qt.Key.Key_F2)
    field = page.passages.fields["who_took_part"]
    field.setFocus()
    qtbot.keyClicks(field, "Seven agencies took part.")
    QTest.keyClick(field, Qt.Key.Key_F2)
    ready(page, qtbot)
    assert any(n.key == "who_took_part" for n in session.snapshot.narratives)
    text = str(page.prepared.rendering.preview)
    assert "Seven agencies took part." in text


def test_an_explicit_passage_reaches_the_panel_alone(page: Any, session: Any, qtbot: Any) -> None:
    QTest.keyClick(page.queue.list, Qt.Key.Key_F2)
    pane = page.passages
    pane.fields["about"].setFocus()
    qtbot.keyClicks(pane.fields["about"], "What was done in detail.")
    pane.explicit["about"].setFocus()
    QTest.keyClick(pane.explicit["about"], Qt.Key.Key_Space)
    pane.abridged["about"].setFocus()
    qtbot.keyClicks(pane.abridged["about"], "A child was hurt.")
    QTest.keyClick(pane.abridged["about"], Qt.Key.Key_F2)
    ready(page, qtbot)
    (passage,) = [n for n in session.snapshot.narratives if n.key == "about"]
    assert (passage.explicit, passage.abridged) == (True, "A child was hurt.")
    text = str(page.prepared.rendering.preview)
    assert "A child was hurt." in text
    assert "What was done in detail." not in text


def test_real_names_are_shown_in_its_place_and_stored_nowhere(page: Any, session: Any, qtbot: Any) -> None:
    before = session.snapshot
    assert "Callum" not in page.preview.picture.accessibleDescription()
    QTest.keyClick(page.queue.list, Qt.Key.Key_F4)
    ready(page, qtbot)
    assert page.preview.title.text() == "With real names"
    assert "Callum Draycott" in page.preview.picture.accessibleDescription()
    assert page.preview.picture._replaced, "what prints otherwise is marked"
    assert page.preview.picture._current, "what is being decided is marked there too"
    QTest.keyClick(page.queue.list, Qt.Key.Key_1)
    ready(page, qtbot)
    assert page.preview.title.text() == "With real names"
    QTest.keyClick(page.kinds.kinds, Qt.Key.Key_F4)
    assert page.preview.title.text() == "As it will print"
    assert "Callum" not in page.preview.picture.accessibleDescription()
    assert session.snapshot.narratives == before.narratives


def test_a_note_leads_to_what_it_is_about(page: Any, window: MainWindow) -> None:
    assert not page.notes.isHidden()
    page.notes._toggle()
    QApplication.processEvents()
    links = [b for b in page.notes.findChildren(QAbstractButton) if b.text() == "Go there"]
    assert links
    links[-1].click()
    assert window.desk_view is not None
    assert window.desk_view.current != "outputs" or page.middle.currentWidget() is page.passages


@pytest.fixture(params=[(Scheme.LIGHT, 100), (Scheme.DARK, 200)], ids=["100", "200"])
def dressed(request: pytest.FixtureRequest, qapp: QApplication, session: object) -> Iterator[MainWindow]:
    scheme, scale = request.param
    look = Look(qapp)
    look.choose(scheme=scheme, scale=scale)
    window = MainWindow(look)
    window.resize(1440, 900)
    window.open_desk(session)  # type: ignore[arg-type]
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    apply(qapp, Theme())


def test_the_open_decision_is_not_clipped(dressed: MainWindow, qtbot: Any, rest: Callable[[], None]) -> None:
    assert dressed.desk_view is not None
    dressed.desk_view.go("outputs", OutputKind.OVERVIEW.value)
    page: Any = dressed.desk_view.page
    ready(page, qtbot)
    page.queue.card.choose(2)
    rest()
    assert dressed.size().width() == 1440
    assert dressed.size().height() == 900
    for label in page.queue.findChildren(QLabel):
        if label.isVisibleTo(page) and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, label.text()
    for row in page.queue.card.rows:
        assert row.height() >= row.heightForWidth(row.width())
        assert row.accessibleName()
    assert page.queue.card._contexts.height() >= page.queue.card._contexts.heightForWidth(
        page.queue.card._contexts.width()
    )


def test_another_text_size_while_the_page_is_being_prepared(window: MainWindow, qtbot: Any) -> None:
    assert window.desk_view is not None
    window.desk_view.go("outputs", "overview|panel|2026-05-15")
    before = window.desk_view.page
    window._look.choose(scheme=Scheme.DARK, scale=110)
    qtbot.waitUntil(lambda: window.desk_view is not None and window.desk_view.page is not before, timeout=30_000)
    page: Any = window.desk_view.page
    ready(page, qtbot)
    assert page.here == "overview|panel|2026-05-15"
    assert page.prepared.wanted == page.wanted
    assert "Callum" not in page.preview.picture.accessibleDescription()
    assert page.preview.picture.accessibleDescription()
