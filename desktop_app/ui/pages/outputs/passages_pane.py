"""The passages of the output, to be written in place of the picture of its page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.output import OutputKind
from desktop_app.domain.snapshot import Snapshot
from desktop_app.services.passages import passages_of
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.check_box import CheckBox
from desktop_app.ui.widgets.fields import Labelled, LineField, TextField
from desktop_app.ui.widgets.panel import ScrolledColumn, clear, column, row
from desktop_app.ui.widgets.words import heading, small


class PassagesPane(QWidget):
    written = Signal(str, str)  # key, text
    marked = Signal(str, bool, str)  # key, whether it is explicit, words for other readers than the panel
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, margin=16, spacing=12)
        head = row(spacing=8)
        head.addWidget(heading(self.tr("Passages you write")))
        head.addStretch(1)
        self.back = Button(self.tr("Back to the page"), icon="file-text", cap="F2")
        self.back.clicked.connect(self.closed)
        head.addWidget(self.back)
        lines.addLayout(head)
        self._note = small("", wrap=True)
        lines.addWidget(self._note)
        self._scroll = ScrolledColumn(margin=0, spacing=12)
        lines.addWidget(self._scroll, 1)
        self.fields: dict[str, TextField] = {}
        self.explicit: dict[str, CheckBox] = {}
        self.abridged: dict[str, LineField] = {}
        self._keys: tuple[str, ...] = ()
        self._uids: dict[str, str] = {}

    def show_passages(self, snapshot: Snapshot, kind: OutputKind) -> None:
        passages = passages_of(snapshot, kind)
        self._uids = {passage.uid: passage.key for passage in passages if passage.uid}
        keys = tuple(passage.key for passage in passages)
        if keys != self._keys:
            self._keys = keys
            self._build([(passage.key, self.tr(passage.name)) for passage in passages])
        for passage in passages:
            self.fields[passage.key].show_text(passage.text)
            self.explicit[passage.key].setChecked(passage.explicit)
            self.explicit[passage.key].setVisible(bool(passage.text))
            self.abridged[passage.key].show_text(passage.abridged)
            self.abridged[passage.key].setVisible(passage.explicit)
        written = self.tr("Write them as they are, with real names and days: each copy changes what it must.")
        self._note.setText(written if passages else self.tr("This output is made from the records alone."))

    def _build(self, passages: list[tuple[str, str]]) -> None:
        clear(self._scroll.column)
        self._scroll.column.setContentsMargins(theme().px(3), theme().px(3), theme().px(8), theme().px(3))
        self.fields, self.explicit, self.abridged = {}, {}, {}
        for key, name in passages:
            field = TextField(least=2, most=12)
            field.left.connect(partial(self.written.emit, key))
            self.fields[key] = field
            self._scroll.column.addWidget(Labelled(name, field))
            self._add_explicit(key, name)
        self._scroll.column.addStretch(1)

    def _add_explicit(self, key: str, name: str) -> None:
        box = CheckBox(self.tr("Explicit: only the panel reads it in full"), self.tr("Explicit: {}").format(name))
        words = LineField(placeholder=self.tr("what other readers are given; else: details withheld"))
        words.setAccessibleName(self.tr("What other readers are given: {}").format(name))
        box.clicked.connect(lambda on: self.marked.emit(key, on, words.text()))
        words.left.connect(lambda text: self.marked.emit(key, box.isChecked(), text))
        self.explicit[key], self.abridged[key] = box, words
        self._scroll.column.addWidget(box)
        self._scroll.column.addWidget(words)

    def in_focus(self) -> str:
        """Key of the passage that is being written, "" for none."""
        return next((key for key, field in self.fields.items() if field.hasFocus()), "")

    def focus_on(self, uid: str = "") -> None:
        """The passage with this uid, else the first."""
        key = self._uids.get(uid, self._keys[0] if self._keys else "")
        if key in self.fields:
            self.fields[key].setFocus()
            self._scroll.ensureWidgetVisible(self.fields[key])
        else:
            self.back.setFocus()
