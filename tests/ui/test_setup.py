"""Setting a review up by keyboard: its kind, a new version of the terms, what a trial stands in the way of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.common.resources import resource
from desktop_app.domain.learning import ActionStatus
from desktop_app.domain.review import ReviewType
from desktop_app.services.arrangements import constraints_on, holding_publication
from desktop_app.services.regimes import regimes, shipped
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.statuses import status_look


@pytest.fixture
def page(window: MainWindow, rest: Callable[[], None]) -> Any:
    QTest.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    rest()
    assert window.desk_view is not None
    assert window.desk_view.current == "setup"
    return window.desk_view.page


def kind(page: Any, family: str) -> Any:
    return next(k for k in page._kinds if k.family == family)


@pytest.mark.parametrize(
    "family",
    ["kloes", "decisions", "terms", "panel", "parallel_processes", "agency_requests", "quotes", "publication_decisions",
     "abbreviations"],
)  # fmt: skip
def test_each_kind_is_added_shown_and_deleted(page: Any, session: Any, family: str, rest: Callable[[], None]) -> None:
    before = len(getattr(session.snapshot, family))
    page.add(kind(page, family))
    rest()
    assert len(getattr(session.snapshot, family)) == before + 1
    assert page.here == getattr(session.snapshot, family)[-1].uid
    assert page.forms[family].isVisible()
    assert [name for name, form in page.forms.items() if form.isVisible()] == [family]
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(getattr(session.snapshot, family)) == before


def test_a_new_version_of_the_terms_leaves_the_old_one_as_it_was(page: Any, session: Any, qtbot: Any) -> None:
    page.add(kind(page, "terms"))
    purpose = page.forms["terms"].fields["purpose"]
    purpose.setFocus()
    qtbot.keyClicks(purpose, "To learn")
    QTest.keyClick(purpose, Qt.Key.Key_Tab)
    page.add(kind(page, "terms"))
    first, second = session.snapshot.terms
    assert (first.version, second.version, second.replaces) == (1, 2, first.uid)
    assert second.purpose == "To learn"
    purpose.setFocus()
    qtbot.keyClicks(purpose, " more")
    QTest.keyClick(purpose, Qt.Key.Key_Tab)
    first, second = session.snapshot.terms
    assert first.purpose == "To learn"
    assert second.purpose != first.purpose


def test_a_trial_constrains_people_and_publication_until_it_ends(page: Any, session: Any, qtbot: Any) -> None:
    page.add(kind(page, "parallel_processes"))
    form = page.forms["parallel_processes"]
    form.fields["people"].tick("pe3")
    QTest.keyClick(form.fields["no_publication"], Qt.Key.Key_Space)
    today = dt.date(2026, 5, 1)
    assert len(constraints_on(session.snapshot, "pe3", today)) == 1
    assert len(holding_publication(session.snapshot, today)) == 1
    ended = form.fields["ended"]
    ended.setFocus()
    qtbot.keyClicks(ended, "30 Apr 2026")
    QTest.keyClick(ended, Qt.Key.Key_Tab)
    assert constraints_on(session.snapshot, "pe3", today) == []
    assert holding_publication(session.snapshot, today) == []


def test_choosing_the_kind_brings_its_clocks_and_undo_takes_them_back(
    page: Any, session: Any, window: MainWindow
) -> None:
    before = session.snapshot
    page._adopt(next(r for r in regimes() if r.id == "lcspr"), shipped().version)
    assert session.snapshot.review.type is ReviewType.LCSPR
    assert {c.name for c in session.snapshot.clocks} == {"Rapid review", "Report complete", "Report"}
    assert "SI 2018/789" in page.said.text()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot.clocks == before.clocks


def test_the_review_is_described_here_and_never_deleted(page: Any, session: Any, write: Callable[..., None]) -> None:
    page.list.pick(session.snapshot.review.uid)
    form = page.forms["reviews"]
    assert form.isVisible()
    field = form.fields["protective_marking"]
    field.setFocus()
    write(field, "OFFICIAL-SENSITIVE")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert session.snapshot.review.protective_marking == "OFFICIAL-SENSITIVE"
    day = form.fields["scope_end"]
    before = session.snapshot.review.scope_end
    day.setFocus()
    day.selectAll()
    write(day, "early June 2024")
    QTest.keyClick(day, Qt.Key.Key_Tab)
    assert session.snapshot.review.scope_end == before, "a vague day is not stored as one day"
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(session.snapshot.reviews) == 1
    assert "The review" not in [action.text() for action in page._menu.actions()]


def test_what_is_missing_is_a_step_away_and_begun_where_it_is_not(page: Any, session: Any, rest: Any) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_F3)
    entries = page.missing_panel.list.entries
    assert page.missing_panel.list.hasFocus()
    panel = next(entry for entry in entries if entry.title == "Nobody sits on the panel yet.")
    page.missing_panel.list.pick(panel.uid)
    QTest.keyClick(page.missing_panel.list, Qt.Key.Key_Return)
    rest()
    assert page.here == session.snapshot.panel[-1].uid
    assert page.forms["panel"].fields["name"].hasFocus()
    assert page.missing_panel.isHidden()


def test_a_status_is_called_what_the_partnership_calls_it(page: Any, session: Any, write: Callable[..., None]) -> None:
    page.list.pick(session.snapshot.review.uid)
    field = page.labels.fields[ActionStatus.DELAYED]
    field.setFocus()
    write(field, "Slipped")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert status_look(session.snapshot, ActionStatus.DELAYED).word == "Slipped"
    other = page.labels.fields[ActionStatus.COMPLETE]
    other.setFocus()
    write(other, "slipped")
    QTest.keyClick(other, Qt.Key.Key_Tab)
    assert "already" in page.errors.message
    assert other.text() == ""
    assert len(session.snapshot.status_labels) == 1


def test_kinds_of_ones_own_are_offered_and_a_wrong_file_is_told(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped_words = resource("regimes", "regimes.toml").read_text("utf-8")
    wrong, right = tmp_path / "wrong.toml", tmp_path / "right.toml"
    wrong.write_text(shipped_words.replace("legal_basis", "legal_bassis", 1), "utf-8")
    right.write_text(shipped_words.replace('name = "Rapid review"', 'name = "Part three"', 1), "utf-8")
    monkeypatch.setattr(page, "choose_regime", lambda: None)
    page.read_kinds(str(wrong))
    assert "legal_bassis" in page.errors.message
    page.read_kinds(str(right))
    assert page.errors.isHidden()
    assert "Part three" in [action.text() for action in page._regimes.actions()]
