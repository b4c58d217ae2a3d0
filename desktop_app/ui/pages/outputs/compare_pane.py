"""Two versions of an output beside each other: every change by section, and the one chosen word by word."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.services.release.comparing import Change, Comparison, Kind, words_apart
from desktop_app.ui.theme.theme import theme
from desktop_app.ui.widgets.buttons import Button, shortcut
from desktop_app.ui.widgets.panel import ScrolledColumn, column, row
from desktop_app.ui.widgets.record_list import Entry, RecordList
from desktop_app.ui.widgets.words import ElidedLabel, heading, rule, small, words

_ICONS = {
    Kind.ADDED: ("plus-circle", "good"),
    Kind.REMOVED: ("minus-circle", "bad"),
    Kind.CHANGED: ("pencil-simple", "warn"),
    Kind.MOVED: ("arrow-bend-up-right", "accent"),
}


class ComparePane(QWidget):
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._changes: tuple[Change, ...] = ()
        lines = column(self, margin=16, spacing=8)
        head = row(spacing=8)
        head.addWidget(heading(self.tr("What changed")))
        head.addStretch(1)
        self.back = Button(kind="quiet", icon="caret-left", name=self.tr("Change before"), cap="Shift+F9")
        self.on = Button(kind="quiet", icon="caret-right", name=self.tr("Next change"), cap="F9")
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.where = words("", tone="text2")
        leave = Button(self.tr("Back to the page"), icon="file-text", cap="Esc")
        leave.clicked.connect(self.closed)
        shortcut(self, "Esc", self.closed.emit)
        for widget in (self.back, self.where, self.on, leave):
            head.addWidget(widget)
        lines.addLayout(head)
        self._names = ElidedLabel(tone="text2")
        lines.addWidget(self._names)
        self._counts = small("", wrap=True)
        lines.addWidget(self._counts)
        self.list = RecordList(self.tr("Changes"))
        self.list.picked.connect(self._show)
        self.list.setMinimumHeight(theme().px(64))
        lines.addWidget(self.list, 3)
        lines.addWidget(rule())
        self._detail = ScrolledColumn(margin=0, spacing=6)
        self._detail.setMinimumHeight(theme().px(56))
        lines.addWidget(self._detail, 2)
        self._kind = words("", font="bold")
        self.before, self.after = self._text(), self._text()
        for widget in (self._kind, self.before, self.after):
            self._detail.column.addWidget(widget)
        self._detail.column.addStretch(1)

    def _text(self) -> QLabel:
        label = words("", wrap=True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def show_comparison(self, before: str, after: str, found: Comparison) -> None:
        """`before` and `after` are what the two are called."""
        self._changes = found.changes
        self._names.set_text(self.tr("{}, then {}").format(before, after))
        told = [
            (Kind.CHANGED, self.tr("{} changed")),
            (Kind.ADDED, self.tr("{} added")),
            (Kind.REMOVED, self.tr("{} removed")),
            (Kind.MOVED, self.tr("{} moved")),
        ]
        counts = [said.format(found.count(kind)) for kind, said in told if found.count(kind)]
        same = self.tr("{} sentences are the same").format(found.same)
        self._counts.setText("; ".join([*counts, same]) if counts else self.tr("They say the same, word for word."))
        self.list.show_entries(list(self._entries()), "0")
        self._show(self.list.current)

    def _entries(self) -> list[Entry]:
        entries: list[Entry] = []
        section: str | None = None
        for number, change in enumerate(self._changes):
            if change.section != section:
                section = change.section
                entries.append(Entry(group=section or self.tr("Title")))
            icon, tone = _ICONS[change.kind]
            said = change.after or change.before
            entries.append(Entry(uid=str(number), title=said, icon=icon, tone=tone, right=self._word(change.kind)))
        return entries

    def _word(self, kind: Kind) -> str:
        return {
            Kind.ADDED: self.tr("added"),
            Kind.REMOVED: self.tr("removed"),
            Kind.CHANGED: self.tr("changed"),
            Kind.MOVED: self.tr("moved"),
        }[kind]

    def step(self, by: int) -> None:
        """To the next change, or the one before."""
        at = int(self.list.current or 0) + by
        if 0 <= at < len(self._changes):
            self.list.pick(str(at))
        self.list.setFocus()

    def _show(self, uid: str) -> None:
        there = bool(self._changes) and uid.isdigit()
        for label in (self._kind, self.before, self.after):
            label.setVisible(there)
        self.where.setText(self.tr("{} of {}").format(int(uid) + 1, len(self._changes)) if there else "")
        self.back.setEnabled(there and int(uid) > 0)
        self.on.setEnabled(there and int(uid) < len(self._changes) - 1)
        if not there:
            return
        change = self._changes[int(uid)]
        where = change.label or change.section or self.tr("Title")
        moved = self.tr(", from “{}”").format(change.was) if change.kind is Kind.MOVED and change.was else ""
        self._kind.setText(f"{self._word(change.kind).capitalize()}: {where}{moved}")
        self._say(
            self.before, self.tr("Before"), change.before if change.kind is not Kind.MOVED else "", change, "added"
        )
        self._say(self.after, self.tr("After"), change.after, change, "removed")

    def _say(self, label: QLabel, name: str, text: str, change: Change, without: str) -> None:
        """One side, the words that only it has marked, by a line under or through them as well as by colour."""
        label.setVisible(bool(text))
        label.setAccessibleName(f"{name}: {text}")
        look = theme()
        marks = {
            "added": f"color:{look.colour('good').name()};text-decoration:underline",
            "removed": f"color:{look.colour('bad').name()};text-decoration:line-through",
        }
        apart = words_apart(change.before, change.after) if change.kind is Kind.CHANGED else [("same", text)]
        said = "".join(
            html.escape(part) if what == "same" else f'<span style="{marks[what]}">{html.escape(part)}</span>'
            for what, part in apart
            if what != without
        )
        label.setText(f'<span style="color:{look.colour("text2").name()}">{html.escape(name)}:</span> {said}')
