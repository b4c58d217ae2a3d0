"""A page over a few kinds of record: a list in groups, and the form of what is chosen in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu

from desktop_app.domain.changes import ChangeSet
from desktop_app.domain.record import Record
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.session import Session
from desktop_app.ui.desk import Desk
from desktop_app.ui.page import Page
from desktop_app.ui.widgets.advice import EmptyState
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.list_and_detail import ListAndDetail
from desktop_app.ui.widgets.panel import column, row
from desktop_app.ui.widgets.record_form import FieldInfo, RecordForm
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import title


@dataclass(frozen=True, slots=True)
class KindInfo:
    """One kind of record on such a page. `one` names a single record, `group` heads them in the list.

    Of a kind without `new` there is one, which is neither added nor deleted.
    """

    family: str
    one: str
    group: str
    fields: tuple[FieldInfo, ...]
    entry: Callable[[Snapshot, Any], Entry]
    new: Callable[[Snapshot], Record] | None
    delete: Callable[[Session, str], ChangeSet] | None = None


class RecordsPage(Page):
    """`detail` is filled by a subclass with more than the form by overriding `show_more`."""

    def __init__(self, desk: Desk, heading: str, kinds: Sequence[KindInfo], empty: tuple[str, str]) -> None:
        super().__init__(desk)
        self._kinds, self._empty, self._uid = tuple(kinds), empty, ""
        self.list = RecordList(heading)
        self.list.picked.connect(self._show)
        self.split = ListAndDetail(self.list, heading, width=320)
        column(self).addWidget(self.split)
        self._menu = QMenu(self)
        self._addable = tuple(kind for kind in self._kinds if kind.new is not None)
        for kind in self._addable:
            self._menu.addAction(kind.one).triggered.connect(partial(self._add_kind, kind))
        self._add = Button(kind="quiet", icon="plus", name=self.tr("Add"), cap="N")
        self._add.clicked.connect(self.choose_new)
        self.split.head.addWidget(self._add)
        head = row(spacing=12)
        self._title = title("")
        self._title.setWordWrap(True)
        self._remove = Button(kind="quiet", icon="trash", name=self.tr("Delete this one"), cap="Ctrl+Del")
        self._remove.clicked.connect(self.delete)
        head.addWidget(self._title, 1)
        head.addWidget(self._remove)
        detail = self.split.detail
        detail.column.addLayout(head)
        detail.column.addWidget(self.errors)
        self.forms = {kind.family: RecordForm(kind.fields) for kind in self._kinds}
        for form in self.forms.values():
            form.edited.connect(self._put)
            detail.column.addWidget(form)
            for across in form.rows:
                detail.flip(across, below=560)
        self.build_more()
        detail.column.addStretch(1)
        self.offer("N", self.tr("Add"), self.choose_new)
        self.offer("Ctrl+H", self.tr("Earlier versions of this text"), self.earlier)
        self.offer("Ctrl+Delete", self.tr("Delete this one"), self.delete)

    def build_more(self) -> None:
        """Add to the detail what stands under the form."""

    def show_more(self, record: Record | None, kind: KindInfo | None) -> None:
        """Show what stands under the form."""

    @property
    def here(self) -> str:
        return self._uid

    def take_focus(self) -> None:
        self.list.setFocus()

    def open_record(self, uid: str) -> None:
        self.list.pick(uid)

    def refresh(self, families: frozenset[str]) -> None:
        snapshot = self.desk.snapshot
        entries: list[Entry] = []
        for kind in self._kinds:
            held = getattr(snapshot, kind.family)
            if held:
                if len(self._kinds) > 1 and kind.new is not None:
                    entries.append(Entry(group=f"{kind.group}, {len(held)}"))
                entries += [kind.entry(snapshot, record) for record in held]
        self.list.show_entries(entries, self._uid)
        if entries:
            self.split.show_empty(None)
            self._show(self.list.current)
            return
        self._uid = ""
        empty = EmptyState(*self._empty, self.tr("Add the first"), cap="N")
        empty.acted.connect(self.choose_new)
        self.split.show_empty(empty)
        self.show_more(None, None)

    def record(self) -> tuple[Record, KindInfo] | None:
        for kind in self._kinds:
            for record in getattr(self.desk.snapshot, kind.family):
                if record.uid == self._uid:
                    return record, kind
        return None

    def _show(self, uid: str) -> None:
        if uid != self._uid:
            self.errors.hide()
        self._uid = uid
        found = self.record()
        if found is None:
            return
        record, kind = found
        for family, form in self.forms.items():
            form.setVisible(family == kind.family)
        self._title.setText(kind.entry(self.desk.snapshot, record).title)
        self._remove.block("" if kind.new is not None else self.tr("There is one of these, always."))
        self.forms[kind.family].show_record(self.desk.snapshot, record)
        self.show_more(record, kind)

    def _put(self, record: Record) -> None:
        found = self.record()
        words = found[1].one if found else ""
        self.put(self.tr("Edit: {}").format(words), record)

    def choose_new(self) -> None:
        if len(self._addable) == 1:
            self.add(self._addable[0])
        else:
            self._menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _add_kind(self, kind: KindInfo, _on: bool = False) -> None:
        self.add(kind)

    def add(self, kind: KindInfo) -> None:
        assert kind.new is not None  # only those are offered
        made = kind.new(self.desk.snapshot)
        if self.put(self.tr("Add: {}").format(kind.one), made):
            self.list.pick(made.uid)
            self.forms[kind.family].fields[kind.fields[0].name].setFocus()

    def earlier(self) -> None:
        """Of the text that is being written in."""
        field = self.text_in_focus()
        self.commit()
        found = self.record()
        if found is not None and field:
            self.show_earlier(self.tr("Earlier versions"), found[0], field)

    def delete(self) -> None:
        found, session = self.record(), self.desk.session
        if found is None:
            return
        record, kind = found
        if kind.new is None:
            self.desk.told.emit(self.tr("There is one of these, always."))
            return
        remove = kind.delete
        if remove is not None:
            made = self.do(lambda: remove(session, record.uid))
        else:
            made = self.do(lambda: session.delete(f"Delete: {kind.one}", type(record), record.uid))
        if made:
            self.list.setFocus()
            self.desk.told.emit(self.tr("Deleted. Ctrl+Z brings it back."))
