"""Who somebody is to others of the register."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop_app.services.relations import Related, relation_choices
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.fields import Chooser
from desktop_app.ui.widgets.panel import Panel, clear, column, row
from desktop_app.ui.widgets.words import small, words


class RelationsPanel(Panel):
    added = Signal(str, str)  # kind of relation, uid of the other person
    removed = Signal(str)  # uid of the relation
    opened = Signal(str)  # uid of the other person

    def __init__(self) -> None:
        super().__init__(self.tr("Family and others"), ruled=True)
        self._lines = column(spacing=2)
        self.body.addLayout(self._lines)
        self.adding = row(spacing=8)
        self.kind = Chooser(relation_choices())
        self.kind.setAccessibleName(self.tr("What this person is"))
        self.other = Chooser()
        self.other.setAccessibleName(self.tr("To whom"))
        self.adding.addWidget(self.kind, 1)
        self.adding.addWidget(self.other, 1)
        self.add = Button(self.tr("Add"), icon="plus")
        self.add.clicked.connect(lambda: self.added.emit(self.kind.value, self.other.value))
        self.adding.addWidget(self.add)
        self.body.addLayout(self.adding)

    def show_relations(self, relations: Sequence[Related], others: Sequence[tuple[str, str]]) -> None:
        """`others`: (uid, name) of everybody there may be a relation to."""
        clear(self._lines)
        for relation in relations:
            line = row(spacing=6)
            line.addWidget(small(relation.words))
            go = Button(relation.name, kind="quiet")
            go.clicked.connect(lambda _on=False, uid=relation.other: self.opened.emit(uid))
            line.addWidget(go)
            line.addStretch(1)
            remove = Button(kind="quiet", icon="x", name=self.tr("Remove: {} {}").format(relation.words, relation.name))
            remove.clicked.connect(lambda _on=False, uid=relation.uid: self.removed.emit(uid))
            line.addWidget(remove)
            self._lines.addLayout(line)
        if not relations:
            self._lines.addWidget(words(self.tr("No relation noted yet."), tone="text3"))
        chosen = self.other.value
        self.other.set_options(others, chosen)
        self.add.block("" if others else self.tr("There is nobody else in the register."))
