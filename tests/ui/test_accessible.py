"""A walk over the pages at 100 and 200 %, in every scheme: names, Tab order, nothing clipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.theme.apply import apply
from desktop_app.ui.theme.roles import Scheme
from desktop_app.ui.theme.theme import Theme

PAGES = (
    "overview",
    "chronology",
    "people",
    "workshops",
    "recommendations",
    "analysis",
    "outputs",
    "governance",
    "import",
    "merging",
    "knowing",
    "episodes",
    "thread",
    "family",
    "setup",
    "bodies",
    "settings",
)
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView)


@pytest.fixture(
    params=[(Scheme.LIGHT, 100), (Scheme.DARK, 200), (Scheme.CONTRAST, 150)], ids=lambda p: f"{p[0]}-{p[1]}"
)
def dressed(
    request: pytest.FixtureRequest, qapp: QApplication, session: object, rest: Callable[[], None]
) -> Iterator[MainWindow]:
    scheme, scale = request.param
    look = Look(qapp)
    look.choose(scheme=scheme, scale=scale)
    window = MainWindow(look)
    window.resize(1440, 900)
    window.open_desk(session)  # type: ignore[arg-type]
    window.show()
    rest()
    yield window
    window.close()
    window.deleteLater()
    rest()
    apply(qapp, Theme())


def shown(window: MainWindow, page: str, rest: Callable[[], None]) -> QWidget:
    assert window.desk_view is not None
    window.desk_view.show_page(page)
    rest()
    assert window.desk_view.page is not None
    return window.desk_view.page


def controls(page: QWidget) -> list[QWidget]:
    found = [w for w in page.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisibleTo(page)]
    return [
        w for w in found if not w.objectName().startswith("qt_") and not isinstance(w.parent(), QComboBox | QLineEdit)
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_named_unclipped_and_fits(dressed: MainWindow, name: str, rest: Callable[[], None]) -> None:
    """One walk a page and setting: to build and dress the window is what takes the time."""
    page = shown(dressed, name, rest)
    every_control_has_a_name(page)
    no_words_are_clipped(page)
    the_window_fits_a_small_laptop(dressed)


def every_control_has_a_name(page: QWidget) -> None:
    found = controls(page)
    assert found
    for widget in found:
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            assert widget.accessibleName() or getattr(widget, "text", lambda: "")(), widget


def no_words_are_clipped(page: QWidget) -> None:
    for label in page.findChildren(QLabel):
        if label.isVisibleTo(page) and label.text():
            if label.wordWrap():
                needed = label.heightForWidth(label.width())
                assert label.height() >= needed, (label.text(), label.size(), needed)
            else:
                assert label.width() >= label.sizeHint().width(), (label.text(), label.size(), label.sizeHint())
    for button in page.findChildren(QAbstractButton):
        if button.isVisibleTo(page) and button.text() and not button.objectName().startswith("qt_"):
            assert button.width() >= button.sizeHint().width(), (button.text(), button.size(), button.sizeHint())


def the_window_fits_a_small_laptop(dressed: MainWindow) -> None:
    least = dressed.minimumSizeHint()
    assert least.width() <= 1280
    assert least.height() <= 800
    assert dressed.size().width() == 1440, "a page pushed the window wider"
    assert dressed.size().height() == 900, "a page pushed the window higher"


@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_what_it_should_and_leaves_again(window: MainWindow, name: str, rest: Callable[[], None]) -> None:
    page = shown(window, name, rest)
    wanted = {
        w
        for w in controls(page)
        if w.isEnabled()
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.focusProxy() is None
        # Tab takes a choice in one step, at the part that is chosen; the arrow keys reach the others.
        and not (isinstance(w, QRadioButton) and not w.isChecked())
    }
    page.take_focus()  # type: ignore[attr-defined]
    visited: set[QWidget] = set()
    for _ in range(4 * len(wanted) + 60):
        focused = QApplication.focusWidget()
        if focused is not None:
            visited.add(focused)
            QTest.keyClick(focused, Qt.Key.Key_Tab)
    missed = [w for w in wanted if w not in visited and not any(v.isAncestorOf(w) for v in visited - {page})]
    assert not missed, [(type(w).__name__, w.accessibleName()) for w in missed]
    assert any(not page.isAncestorOf(w) and w is not page for w in visited), "Tab never left the page"


def test_tab_leaves_a_text_box(window: MainWindow, rest: Callable[[], None]) -> None:
    assert window.desk_view is not None
    window.desk_view.go("chronology", "e5")
    page = window.desk_view.page
    page.edit()  # type: ignore[union-attr]
    rest()
    box = page.editor.event_text  # type: ignore[union-attr]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not box
    assert "\t" not in box.toPlainText()


def test_the_window_title_says_nothing(window: MainWindow) -> None:
    assert window.windowTitle() == "Candour"


@pytest.mark.parametrize("name", PAGES)
def test_no_page_pushes_the_window_when_it_is_the_first(
    qapp: QApplication, session: object, rest: Callable[[], None], name: str
) -> None:
    look = Look(qapp)
    look.choose(scheme=Scheme.LIGHT, scale=200)
    window = MainWindow(look)
    window.resize(1440, 900)
    window.show()
    window.open_desk(session, name)  # type: ignore[arg-type]
    rest()
    size = window.size()
    window.close()
    window.deleteLater()
    rest()
    apply(qapp, Theme())
    assert (size.width(), size.height()) == (1440, 900)


def test_the_timeline_alone_pushes_no_window(dressed: MainWindow, rest: Callable[[], None]) -> None:
    page: Any = shown(dressed, "chronology", rest)
    page.parts.shown.show_value("timeline")
    page.parts.parts_changed.emit()
    rest()
    assert page.timeline.isVisibleTo(page)
    the_window_fits_a_small_laptop(dressed)
