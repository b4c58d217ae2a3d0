"""Where somebody was: page, record, field, cursor, and what stood half typed there. Kept inside the encrypted file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.ui.page import Page

if TYPE_CHECKING:
    from desktop_app.services.session import Session

_KEY = "place"
Writable = QLineEdit | QPlainTextEdit


@dataclass(frozen=True, slots=True)
class Place:
    """`number` counts the fields of the page in the order they were made, -1 for none; `typed`: what stood in them."""

    page: str
    uid: str = ""
    number: int = -1
    name: str = ""
    cursor: int = 0
    typed: dict[str, str] = field(default_factory=dict)


def place_on(name: str, page: Page) -> Place:
    """Before anything is committed: where the keyboard is now. Secrets and what is only shown are left out."""
    focused = page.focusWidget()  # also while another program has the keyboard
    typed: dict[str, str] = {}
    at, cursor, label = -1, 0, ""
    for number, held in enumerate(_fields(page)):
        if held is focused:
            at, label = number, held.accessibleName()
            cursor = held.cursorPosition() if isinstance(held, QLineEdit) else held.textCursor().position()
        if held.isVisibleTo(page) and _text(held):
            typed[f"{number} {held.accessibleName()}"] = _text(held)
    return Place(name, page.here, at, label, cursor, typed)


def keep_place(session: Session, place: Place) -> None:
    session.save_draft(_KEY, json.dumps(asdict(place), ensure_ascii=False))


def kept_place(session: Session) -> Place | None:
    text = session.draft(_KEY)
    return Place(**json.loads(text)) if text else None


def take_up(page: Page, place: Place) -> None:
    """The keyboard goes back to its field. Words are only put where nothing stands: what is stored is never covered."""
    page.make_fields()
    fields = _fields(page)
    target = fields[place.number] if 0 <= place.number < len(fields) else None
    if target is not None and target.accessibleName() == place.name:
        page.show_field(target)
    else:
        target = None
    for number, held in enumerate(_fields(page)):
        words = place.typed.get(f"{number} {held.accessibleName()}", "")
        if words and not _text(held) and held.isVisibleTo(page):
            held.setText(words) if isinstance(held, QLineEdit) else held.setPlainText(words)
    if target is None or not target.isVisibleTo(page):
        page.take_focus()
        return
    target.setFocus()
    if isinstance(target, QLineEdit):
        target.setCursorPosition(place.cursor)
    else:
        caret = target.textCursor()
        caret.setPosition(min(place.cursor, len(target.toPlainText())))
        target.setTextCursor(caret)


def _fields(page: QWidget) -> list[Writable]:
    found: list[Writable] = []
    for held in page.findChildren(QWidget):
        if isinstance(held, QLineEdit):
            if not held.isReadOnly() and held.property("secret") is None:
                found.append(held)
        elif isinstance(held, QPlainTextEdit) and not held.isReadOnly():
            found.append(held)
    return found


def _text(held: Writable) -> str:
    return held.text() if isinstance(held, QLineEdit) else held.toPlainText()
