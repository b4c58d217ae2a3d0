"""What is half typed lives in the encrypted file: closing asks nothing and the words are there again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.services import recommendation_edits, workshop_edits
from desktop_app.services.session import Passphrase, Session, open_session
from desktop_app.storage.review_file import ReviewFile
from desktop_app.storage.secrets import KdfCost
from desktop_app.ui.shell.look import Look
from desktop_app.ui.shell.main_window import MainWindow

WORDS = "otter velvet cumulus brig"


def _opened(qapp: QApplication, session: Session, rest: Callable[[], None]) -> MainWindow:
    window = MainWindow(Look(qapp))
    window.open_desk(session)
    window.show()
    rest()
    return window


def test_words_half_typed_come_back_after_closing(
    qapp: QApplication, tmp_path: Path, write: Callable[[QWidget, str], None], rest: Callable[[], None]
) -> None:
    path = tmp_path / "r.review"
    file, _ = ReviewFile.create(path, WORDS, cost=KdfCost(19 * 1024, 1))
    session = Session(file)
    workshop_edits.add_workshop(session)
    _, rec = recommendation_edits.add_recommendation(session)
    _, action = recommendation_edits.add_action(session, rec)
    window = _opened(qapp, session, rest)
    assert window.desk_view is not None
    window.desk_view.show_page("workshops")
    page: Any = window.desk_view.page
    page.write_down()
    write(page.form.text_field, "Half of what ŵas said")
    window.desk_view.show_page("recommendations", action)
    rest()
    page = window.desk_view.page
    write(page.card.updates.text_field, "Half an update")
    window.close()
    rest()
    session = open_session(path, Passphrase(WORDS))
    assert session.snapshot.reflections == ()
    assert session.snapshot.updates == ()
    window = _opened(qapp, session, rest)
    assert window.desk_view is not None
    window.desk_view.show_page("workshops")
    rest()
    page = window.desk_view.page
    assert page.form.text_field.toPlainText() == "Half of what ŵas said"
    assert not page.form.isHidden()
    window.desk_view.show_page("recommendations", action)
    rest()
    page = window.desk_view.page
    assert page.card.updates.text_field.toPlainText() == "Half an update"
    window.close()
    rest()
