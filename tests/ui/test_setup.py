"""Setting a review up by keyboard: its kind, a new version of the terms, what a trial stands in the way of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.review import ReviewType
from desktop_app.services.arrangements import constraints_on, holding_publication
from desktop_app.services.regimes import regimes
from desktop_app.ui.shell.main_window import MainWindow


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
    ["decisions", "terms", "panel", "parallel_processes", "agency_requests", "quotes", "publication_decisions",
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
    page._adopt(next(r for r in regimes() if r.id == "lcspr"))
    assert session.snapshot.review.type is ReviewType.LCSPR
    assert {c.name for c in session.snapshot.clocks} == {"Rapid review", "Report complete", "Report"}
    assert "SI 2018/789" in page.said.text()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.snapshot.clocks == before.clocks
