"""What every page is: a way in by record, a way to be brought up to date, and where its errors are said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.common.errors import UserError
from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.advice import ErrorStrip
from desktop_app.ui.widgets.buttons import shortcut
from desktop_app.ui.widgets.fields import LineField, TextField


@dataclass(frozen=True, slots=True)
class Action:
    """Something a page can do, for the F1 list and for Ctrl+K."""

    keys: str
    words: str
    run: Callable[[], object]


class Page(QWidget):
    """A page is built when it is first asked for, and again when the text size changes.

    `actions` are its shortcuts; they work while the keyboard is inside the page.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.errors = ErrorStrip()
        self.actions_here: list[Action] = []

    def offer(self, keys: str, words: str, run: Callable[[], object]) -> None:
        self.actions_here.append(Action(keys, words, run))
        if keys:
            shortcut(self, keys, run)

    def refresh(self, families: frozenset[str]) -> None:
        """Show the review as it is now. `families` are the kinds of record that changed, empty for all."""
        raise NotImplementedError

    def open_record(self, uid: str) -> None:
        """Show this record, when the page has it."""

    def show_field(self, field: QWidget) -> None:
        """Bring into sight what `field` is part of, where a page folds things away."""

    def make_fields(self) -> None:
        """Make now what is else made when it is first wanted: somebody was writing there before a lock."""

    def take_focus(self) -> None:
        """The keyboard comes to this page: to where its work begins."""
        self.setFocus()
        self.focusNextChild()

    @property
    def here(self) -> str:
        """The record being shown, so that a page built anew shows it again."""
        return ""

    @property
    def in_hand(self) -> str:
        """The record whose thread is asked for: the one shown, or a part of it that is open."""
        return self.here

    def do(self, change: Callable[[], ChangeSet | None]) -> bool:
        """Make a change; what a person can act on is said in place. Whether it was made comes back."""
        try:
            changes = change()
        except UserError as error:
            self.errors.show_error(error)
            return False
        self.errors.hide()
        self.desk.announce(changes)
        return True

    def put(self, label: str, *records: Record) -> bool:
        return self.do(lambda: self.desk.session.put(label, *records))

    def text_in_focus(self) -> str:
        """Which text of its record the field that is being written in stores (its property "stores"), "" for none."""
        focused = self.focusWidget()
        return str(focused.property("stores") or "") if focused is not None else ""

    def show_earlier(
        self, name: str, record: Record, field: str, shown_as: Callable[[str], str] = str
    ) -> QDialog | None:
        """Earlier versions of one text of `record`, to read and to put back; None when there are none.

        `record` as it is after `commit`. `shown_as` turns what is stored into what is read.
        """
        from desktop_app.services.versions import versions_of  # rarely wanted
        from desktop_app.ui.widgets.earlier_versions import EarlierText, EarlierVersions

        found = [
            EarlierText(v.text, v.until, shown_as(v.text)) for v in versions_of(self.desk.session, record.uid, field)
        ]
        if not found:
            self.desk.told.emit(self.tr("This text has no earlier version."))
            return None
        shown = EarlierVersions(self, name, found)

        def put_back() -> None:
            held = {field: shown.chosen}
            self.put(self.tr("Put back an earlier version"), replace(record, **held))

        shown.accepted.connect(put_back)
        shown.finished.connect(shown.deleteLater)
        shown.open()
        return shown

    def keep_draft(self, key: str, text: str) -> None:
        """Keep what is still being typed in the file, outside undo; "" forgets it."""
        if text == self.desk.session.draft(key):
            return
        try:
            self.desk.session.save_draft(key, text)
        except UserError as error:
            self.errors.show_error(error)

    def commit(self) -> None:
        """Whatever is being typed becomes a step now: before leaving, saving, locking or undoing."""
        focused = QApplication.focusWidget() or self.focusWidget()  # also while another program has the keyboard
        if focused is not None and self.isAncestorOf(focused):
            if isinstance(focused, TextField | LineField):
                focused.leave()
            else:
                focused.clearFocus()
                focused.setFocus()
