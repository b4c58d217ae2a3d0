"""The queue of proposals by keyboard: answers, reasons, taking back, filters, and its empty and finished states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.domain.chronology import ChronologyEvent
from desktop_app.domain.dates import read_date
from desktop_app.domain.snapshot import Snapshot
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import Theme


def event(uid: str, code: str, when: str, words: str) -> ChronologyEvent:
    return ChronologyEvent(uid=uid, ref=uid.upper(), agency=f"a-{code}", date=read_date(when), event=words)


EVENTS = (
    event("csc-1", "CSC", "3 May 2024", "Strategy discussion by telephone with Police. Single agency enquiry agreed."),
    event("pol-1", "POL", "3 May 2024", "Strategy discussion with CSC. Joint enquiry agreed, visit first."),
    event("csc-2", "CSC", "7 June 2024", "Seen alone at school by his social worker. Said things were all right."),
    event("sch-2", "SCH", "7 June 2024", "Absent all day. No reply to the call at 09:40."),
    event("pol-3", "POL", "1 Feb 2025", "Missing from home overnight, found at the bus station in Hexley, tired."),
    event("csc-3", "CSC", "1 Feb 2025", "Police rang: missing from home, found at Hexley bus station in the morning."),
)


@pytest.fixture
def page(window: MainWindow, session: Any, qtbot: Any) -> Any:
    session.snapshot = replace(session.snapshot, events=EVENTS, event_links=(), gaps=())
    assert window.desk_view is not None
    window.desk_view.go("merging")
    found: Any = window.desk_view.page
    ready(found, qtbot)
    return found


def ready(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page.desk.jobs.busy and bool(page.items), timeout=20_000)
    QApplication.processEvents()


def press(page: Any, key: Qt.Key) -> None:
    QTest.keyClick(page.queue.list, key)
    QApplication.processEvents()


def links(session: Any) -> dict[tuple[str, frozenset[str]], str]:
    return {(link.kind, frozenset((link.a, link.b))): link.state for link in session.snapshot.event_links}


def kinds(page: Any) -> list[str]:
    return [item.kind for item in page.shown]


def test_accounts_stand_side_by_side_with_their_differences_and_why(page: Any) -> None:
    page.queue.kinds.tick("same")
    assert kinds(page) == ["same", "same"]
    page.open_record(next(item.uid for item in page.shown if "csc-1" in item.uid))
    marked = {word for cell in page.asking.comparison.cells for word in cell.marked}
    assert "Joint" in marked
    assert any("Single" in word for word in marked)
    assert any("strategy discussion" in said for said in page.asking.reasons.said)
    assert any("joint enquiry" in said for said in page.asking.reasons.said)
    outcome = page.asking.outcome
    assert outcome.isVisible()
    assert outcome.said.startswith("Strategy discussion")
    said = page.queue.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Same event?" in said
    assert " and " in said


def test_only_what_would_be_one_row_shows_what_that_row_would_be(page: Any) -> None:
    page.queue.kinds.tick("contradiction")
    assert set(kinds(page)) == {"contradiction"}
    assert not page.asking.outcome.isVisible()
    assert page.asking.around.isVisible()


def test_one_key_accepts_keeps_both_events_and_goes_on(page: Any, session: Any, qtbot: Any) -> None:
    page.queue.kinds.tick("same")
    first, second = page.shown[0], page.shown[1]
    press(page, Qt.Key.Key_A)
    assert links(session)["duplicate", first.proposal.pair] == "accepted"
    assert len(session.snapshot.events) == len(EVENTS)
    assert page.here == second.uid
    assert page.queue.progress.text() == f"1 of {len(page.items)} looked at"
    press(page, Qt.Key.Key_U)
    assert links(session) == {}
    ready(page, qtbot)  # undo compares anew
    assert page.here == first.uid


def test_a_refusal_keeps_its_reason_and_later_keeps_its_place_in_the_queue(
    page: Any, session: Any, write: Callable[..., None]
) -> None:
    page.queue.kinds.tick("same")
    first, second = page.shown[0], page.shown[1]
    QTest.keyClick(page.queue.list, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert page.bar.reason.hasFocus()
    write(page.bar.reason, "another day altogether")
    QTest.keyClick(page.bar.reason, Qt.Key.Key_Escape)
    assert page.queue.list.hasFocus()
    press(page, Qt.Key.Key_R)
    (link,) = session.snapshot.event_links
    assert (link.state, link.note) == ("refused", "another day altogether")
    assert link.a_print
    assert page.bar.reason.text() == ""
    press(page, Qt.Key.Key_L)
    assert links(session)["duplicate", second.proposal.pair] == "later"
    assert [item.uid for item in page.shown] == [second.uid]
    assert first.uid not in [item.uid for item in page.shown]


def test_typing_a_reason_answers_nothing(page: Any, session: Any) -> None:
    page.bar.reason.setFocus()
    QTest.keyClicks(page.bar.reason, "a clear call")
    assert session.snapshot.event_links == ()
    assert page.bar.reason.text() == "a clear call"


def test_c_says_two_events_that_contradict(page: Any, session: Any) -> None:
    page.queue.kinds.tick("same")
    pair = page.shown[0].proposal.pair
    press(page, Qt.Key.Key_C)
    assert links(session) == {("duplicate", pair): "refused", ("contradicts", pair): "accepted"}


def test_a_contradiction_is_accepted_and_later_resolved(page: Any, session: Any, write: Callable[..., None]) -> None:
    page.queue.kinds.tick("contradiction")
    assert [item.proposal.pair for item in page.shown] == [frozenset(("csc-2", "sch-2"))]
    press(page, Qt.Key.Key_A)
    page.queue.states.show_all()
    page.bar.reason.setFocus()
    write(page.bar.reason, "The diary has 8 June")
    page._to_queue()
    press(page, Qt.Key.Key_A)
    (link,) = session.snapshot.event_links
    assert (link.state, link.resolution) == ("accepted", "The diary has 8 June")


def test_a_gap_is_explained_in_place(page: Any, session: Any, write: Callable[..., None]) -> None:
    page.queue.kinds.tick("silence")
    page.bar.reason.setFocus()
    write(page.bar.reason, "family abroad")
    page._to_queue()
    item = page._current
    press(page, Qt.Key.Key_A)
    (gap,) = session.snapshot.gaps
    assert (gap.agency, gap.explained, gap.state) == (item.silence.agency, "family abroad", "accepted")


def test_when_all_is_answered_the_page_says_so_and_shows_it_again(page: Any) -> None:
    while page.shown:
        press(page, Qt.Key.Key_R)
    assert page._stack.currentWidget() is page.finished
    assert page.queue.progress.text() == f"{len(page.items)} of {len(page.items)} looked at"
    page.finished.acted.emit()
    assert len(page.shown) == len(page.items)
    assert page._stack.currentWidget() is page.asking


def test_filters_that_hide_all_offer_to_show_all(page: Any) -> None:
    page.queue.agencies.tick("a-HV")
    page.queue.kinds.tick("same")
    assert page.shown == []
    assert page._stack.currentWidget() is page.filtered
    page.filtered.acted.emit()
    assert len(page.shown) == len(page.items)


def test_nothing_to_compare_says_what_to_do_first(window: MainWindow, session: Any, qtbot: Any) -> None:
    session.snapshot = Snapshot(reviews=session.snapshot.reviews)
    view = window.desk_view
    assert view is not None
    view.go("merging")
    page: Any = view.page
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.nothing, timeout=20_000)


def test_comparing_can_be_stopped_and_started_again(page: Any, qtbot: Any) -> None:
    page._compare()
    page.desk.jobs.cancel_all()
    qtbot.waitUntil(lambda: not page.desk.jobs.busy, timeout=20_000)
    QApplication.processEvents()
    assert page._stack.currentWidget() in (page.stopped, page.asking)
    page._compare()
    ready(page, qtbot)
    assert page._stack.currentWidget() is page.asking


def test_a_changed_event_is_compared_again(page: Any, session: Any, qtbot: Any) -> None:
    assert any("pol-1" in item.uid for item in page.items)
    moved = replace(EVENTS[1], date=read_date("9 September 2024"), event="Parking offence.")
    page.desk.announce(session.put("Move", moved))
    ready(page, qtbot)
    assert all("pol-1" not in item.uid for item in page.items)


@pytest.mark.parametrize(("scheme", "scale"), [(Scheme.DARK, 200), (Scheme.CONTRAST, 150)])
def test_at_every_text_size_the_page_fits_and_the_queue_is_one_key_away(
    qapp: Any, session: Any, qtbot: Any, scheme: Scheme, scale: int
) -> None:
    session.snapshot = replace(session.snapshot, events=EVENTS)
    look = Look(qapp)
    look.choose(scheme=scheme, scale=scale)
    window = MainWindow(look)
    window.resize(1440, 900)
    window.open_desk(session)
    window.show()
    for name in ("merging", "knowing", "episodes"):
        window.desk_view.go(name)
        qtbot.waitUntil(lambda: not window.desk_view.desk.jobs.busy, timeout=20_000)
        QApplication.processEvents()
        assert window.width() <= 1440
        for label in window.desk_view.page.findChildren(QLabel):
            if label.isVisible() and label.text() and not label.wordWrap():
                assert label.width() >= label.sizeHint().width() - 2, label.text()
    window.desk_view.go("merging")
    window.desk_view.page._to_queue()
    assert window.desk_view.page.queue.isVisible()
    window.close()
    window.deleteLater()
    apply(qapp, Theme())
