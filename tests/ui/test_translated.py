"""Words that modules hold are said in the language of the window, whichever was chosen after they were read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.domain.learning import ActionStatus
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.navigation import PAGES
from desktop_app.ui.statuses import ATTRIBUTION, CONSENT, MARK, STATUS, VALENCE, mark_look


class Loud(QTranslator):
    """Says everything in capitals, and so shows what was never asked for."""

    def translate(self, context: str, text: str, comment: str | None = None, n: int = -1) -> str:
        return text.upper()

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def loud(qapp: QApplication) -> Iterator[None]:
    translator = Loud()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_statuses_and_pages_are_translated_when_they_are_shown(loud: None) -> None:
    assert STATUS[ActionStatus.DELAYED].word == "DELAYED"
    assert mark_look("Key").word == "KEY"
    for looks in (STATUS, MARK, CONSENT, ATTRIBUTION, VALENCE):
        assert all(look.word.isupper() for look in looks.values())
    assert all(page.word.isupper() for page in PAGES)


def test_the_list_of_shortcuts_and_the_rows_of_the_overview(window: MainWindow, loud: None) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLabel

    assert window.desk_view is not None
    shown = window.desk_view.shortcut_list()
    assert "SAVE AND LOCK" in [label.text() for label in shown.findChildren(QLabel)]
    shown.deleteLater()
    page = window.desk_view.page
    assert page is not None
    page.refresh(frozenset())
    assert "SHOW" in [button.text() for button in page.findChildren(QAbstractButton)]


def test_in_english_nothing_changes() -> None:
    assert STATUS[ActionStatus.DELAYED].word == "Delayed"
    assert PAGES[2].word == "People & bodies"
