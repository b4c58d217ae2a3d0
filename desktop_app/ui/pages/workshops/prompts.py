"""The prompts that are asked, in the order they are asked in, each with where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.workshop import Prompt
from desktop_app.services.workshop_library import prompt_libraries
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser, Labelled, LineField, TextField
from desktop_app.ui.widgets.panel import Panel, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList


class Prompts(QWidget):
    edited = Signal(object)  # Prompt, as it should be stored
    add_asked = Signal()
    deleted = Signal(str)
    library_chosen = Signal(str)
    file_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: dict[str, Prompt] = {}
        self._held = Prompt()
        self.columns = row(self, spacing=16)
        asked = Panel(self.tr("Prompts"), ruled=True)
        add = Button(self.tr("Add"), kind="quiet", icon="plus", name=self.tr("Add a prompt"))
        add.clicked.connect(self.add_asked)
        asked.head.addWidget(add)
        self.listing = RecordList(self.tr("Prompts"))
        self.listing.setMinimumHeight(theme().px(288))
        self.listing.picked.connect(self._show)
        self.asked = Chooser()
        self.asked.chosen.connect(self.library_chosen)
        tools = column(spacing=0)
        tools.setContentsMargins(theme().px(16), theme().px(8), theme().px(16), theme().px(8))
        tools.addWidget(Labelled(self.tr("Asked at this workshop"), self.asked))
        self.file = Button(self.tr("Read a set of your own"), kind="quiet", icon="folder-open")
        self.file.clicked.connect(self.file_asked)
        tools.addWidget(self.file, 0, Qt.AlignmentFlag.AlignLeft)
        body = asked.flush()
        body.addLayout(tools)
        body.addWidget(self.listing, 1)
        self.columns.addWidget(asked, 1)
        self.form = Panel(self.tr("Prompt"))
        self.text_field = TextField(least=2, most=6)
        self.origin, self.library = TextField(least=2, most=4), LineField()
        self.form.body.addWidget(Labelled(self.tr("What is asked"), self.text_field))
        self.form.body.addWidget(Labelled(self.tr("Where it comes from"), self.origin))
        self.form.body.addWidget(Labelled(self.tr("Set it belongs to"), self.library))
        foot = row()
        remove = Button(kind="quiet", icon="trash", name=self.tr("Delete this prompt"))
        remove.clicked.connect(lambda: self.deleted.emit(self._held.uid))
        foot.addWidget(remove)
        foot.addStretch(1)
        self.form.body.addLayout(foot)
        self.form.body.addStretch(1)
        self.columns.addWidget(self.form, 1)
        self.text_field.left.connect(lambda text: self._edit(text=text.strip()))
        self.origin.left.connect(lambda text: self._edit(origin=text.strip()))
        self.library.left.connect(lambda text: self._edit(library=text.strip()))

    def show_prompts(self, prompts: Sequence[Prompt], library: str = "") -> None:
        """`library`: the one this workshop asks, "" for all. What was said keeps the prompt it answered."""
        shipped = {one.id: one.title for one in prompt_libraries()}
        own = sorted({p.library for p in prompts if p.library and p.library not in shipped})
        sets = [*shipped.items(), *((name, name) for name in own)]
        self.asked.set_options([("", self.tr("Everything below")), *sets], library)
        ordered = sorted(prompts, key=lambda p: (p.library != library, p.library, p.order))
        self._all = {p.uid: p for p in ordered}
        self.listing.show_entries(
            [Entry(p.uid, p.text or self.tr("No words yet"), p.library or " ", number=str(p.order)) for p in ordered]
        )
        self.form.setEnabled(bool(ordered))
        self._show(self.listing.current)

    def _show(self, uid: str) -> None:
        self._held = held = self._all.get(uid, Prompt())
        self.text_field.show_text(held.text)
        self.origin.show_text(held.origin)
        self.library.show_text(held.library)

    def _edit(self, **fields: str) -> None:
        changed = replace(self._held, **fields)  # type: ignore[arg-type]  # each caller names a field of its own type
        if changed != self._held and self._held.uid in self._all:
            self.edited.emit(changed)
