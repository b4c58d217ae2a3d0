"""The pseudonym key in the window: said to be what it is, refused when weak, written encrypted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop_app.domain.people import Person
from desktop_app.services.session import Session, create_review
from desktop_app.ui.pages.outputs.restricted_key import KeyDialog
from desktop_app.ui.shell.main_window import MainWindow

STRONG = "marmot kestrel oblong vinegar"


def test_a_weak_passphrase_is_refused_in_place_and_a_strong_one_writes_it(
    window: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    review: Session = create_review(tmp_path / "r.review", "otter velvet cumulus brig")[0]
    review.put("Add", Person(name="Callum Draycott", pseudonym="Rowan"))
    dialog = KeyDialog(window, review)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.passphrase.first.setText("password1")
    dialog.passphrase.second.setText("password1")
    dialog.write_to(tmp_path / "key")
    assert dialog.errors.isVisible()
    assert not (tmp_path / "key.pdf").exists()
    dialog.passphrase.first.setText(STRONG)
    dialog.passphrase.second.setText("another")
    dialog.write_to(tmp_path / "key")
    assert dialog.errors.isVisible()
    dialog.passphrase.second.setText(STRONG)
    dialog.write_to(tmp_path / "key")
    assert dialog.digest
    assert b"Callum" not in (tmp_path / "key.pdf").read_bytes()
    assert dialog.passphrase.first.text() == ""
    review.close()
